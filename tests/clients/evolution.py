"""Evolution Data Server, behind Evolution and GNOME Calendar, in a session of its own."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.clients.processes import end, end_all_of, home, said
from tests.clients.shown import Shown, moment

_PYTHON = "/usr/bin/python3"
_AGENT = str(Path(__file__).with_name("evolution_agent.py"))
_NEEDED = (
    "import gi; gi.require_version('ECal', '2.0'); from gi.repository import ECal;"
    "gi.require_version('EDataServer', '1.2'); from gi.repository import EDataServer"
)


class Evolution:
    """A calendar on the web in Evolution Data Server."""

    name = "evolution"
    goes_dark = False
    shows_alarms = shows_colours = True
    shows_html = False
    #: Whether it knows events by their UID.
    keeps_uids = True
    disabled = False

    def __init__(self, folder: Path) -> None:
        self._home = folder / "home"
        self._process: subprocess.Popen | None = None
        #: What the last command complained of.
        self.complaint = ""

    @staticmethod
    def absent() -> str | None:
        """Why it cannot be tested here."""
        try:
            said("dbus-run-session", "--version")
            said(_PYTHON, "-c", _NEEDED)
        except (OSError, subprocess.CalledProcessError):
            return "needs dbus-run-session, python3-gi and gir1.2-ecal-2.0 of the system"
        return None

    @staticmethod
    def version() -> str:
        """What the packager calls it."""
        package = said("dpkg-query", "-W", "-f", "${Version}", "evolution-data-server")
        return f"Evolution Data Server {package}"

    def subscribe(self, url: str) -> None:
        """A new calendar of the kind "on the web"."""
        self._start()
        self._ask(f"subscribe {url}")

    def restart(self) -> None:
        """Not needed: nothing makes it stop asking."""

    def refresh(self) -> None:
        """Has it look once. It fetches in the background: wait for what it shows."""
        self._ask("refresh")

    def shown(self) -> list[Shown]:
        """What it hands to the programs on top."""
        return sorted(
            Shown(
                start=_when(each["start"]),
                end=_when(each["end"]),
                title=each["title"],
                status=each["status"],
                text=each["text"],
                uid=each["uid"],
                categories=tuple(each["categories"]),
                colour=each["colour"],
                alarms=tuple(each["alarms"]),
            )
            for each in self._ask("show")["items"]
        )

    def close(self) -> None:
        """Ends the session and what it started."""
        if self._process:
            end(self._process)
            end_all_of(self._home)
            self._process = None

    def _start(self) -> None:
        self._process = subprocess.Popen(
            ["dbus-run-session", "--", _PYTHON, _AGENT],
            env={**home(self._home), "GSETTINGS_BACKEND": "memory", "NO_AT_BRIDGE": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def _ask(self, command: str) -> dict:
        self._process.stdin.write(command + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"evolution: no answer to {command.partition(' ')[0]}")
        answer = json.loads(line)
        self.complaint = answer.get("error", "")
        return {"items": [], **answer}


def _when(moment_or_day: float | str) -> str:
    return moment_or_day if isinstance(moment_or_day, str) else moment(moment_or_day)
