"""A feed that `meso build` makes and a plain server hands out: of no server's opinions."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.clients.plans import Plan
from tests.clients.stage import Asked, Stage

MESO = str(Path(sys.executable).with_name("meso"))


def meso(folder: Path, *arguments: str, check: bool = True) -> subprocess.CompletedProcess:
    """Runs the command in `folder`, as a coach would.

    Raises:
        AssertionError: It failed, and was not to.
    """
    command = [MESO, *arguments]
    env = {**os.environ, "NO_COLOR": "1"}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert not (check and done.returncode), f"meso {' '.join(arguments)}: {done.stderr}"
    return done


class BuiltFeed:
    """A coach's folder, and its calendar on a `Stage`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.stage = Stage()

    @property
    def url(self) -> str:
        """Where the feed is."""
        return self.stage.url

    @property
    def asked(self) -> list[Asked]:
        """All requests so far."""
        return self.stage.asked

    @property
    def is_up(self) -> bool:
        """Whether anybody listens."""
        return self.stage.is_up

    def publish(self, plan: Plan, *options: str) -> bytes:
        """Saves a plan and has it served; the bytes."""
        self._save(plan)
        words = [word for each in options for word in ("--option", each)]
        meso(self._folder, "build", "back.plan", "--diary", "ana.diary", "--to", "ical", *words)
        self.stage.part.content = (self._folder / "build" / "back-ana.ics").read_bytes()
        return self.stage.part.content

    def save_broken(self, plan: Plan) -> None:
        """Saves a plan with a mistake in it."""
        self._save(plan)
        path = self._folder / "back.plan"
        path.write_text(path.read_text("utf-8").replace("Superman", "Supermann"), "utf-8")
        done = meso(self._folder, "build", "back.plan", "--to", "ical", check=False)
        assert done.returncode == 1

    def down(self) -> None:
        """Stops the server."""
        self.stage.down()

    def up(self) -> None:
        """Starts it again, at the same address."""
        self.stage.up()

    def close(self) -> None:
        """Ends it all."""
        self.stage.down()

    def _save(self, plan: Plan) -> None:
        (self._folder / "back.plan").write_text(plan.plan, encoding="utf-8")
        (self._folder / "ana.diary").write_text(plan.diary, encoding="utf-8")
