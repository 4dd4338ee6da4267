"""Whole processes: `meso check` and `meso build` beside `wodc check`, `node -e 0` and Python itself.

What a person waits for in a shell: start, read, check, (make three files,) exit.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import installs
from timing import race, table

ROUNDS = 40
PLAN = installs.ROOT / "plans" / "ladder" / "ladder.plan"
DIARY = PLAN.with_name("ana.diary")

#: A workout of the neighbour's own library; most of its time is the start, as is most of ours.
WORKOUT = "wodcraft/library/heroes/lumberjack_20.wod"


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    mine, theirs = installs.meso(), installs.wodcraft()
    workout = next(theirs.parent.rglob(WORKOUT))
    with tempfile.TemporaryDirectory() as out:
        commands = {
            "python -c pass": [mine / "python", "-c", "pass"],
            "wodc check (1.2.1)": [theirs / "wodc", "check", workout],
            "meso check": [mine / "meso", "check", PLAN],
            "meso check, plan and diary": [mine / "meso", "check", PLAN, DIARY],
            "meso build, calendar, sheet, JSON": build(mine, out, "ical,markdown,json"),
            "meso build, sheet and JSON": build(mine, out, "markdown,json"),
        }
        node = shutil.which("node")
        if node:
            commands["node -e 0"] = [Path(node), "-e", "0"]
        for command in commands.values():
            run(command)  # writes what bytecode is missing
        times = race({name: lambda c=c: run(c) for name, c in commands.items()}, rounds)
    peer = times["wodc check (1.2.1)"]
    rows = [
        (name, f"{t.least * 1e3:.1f}", f"{t.middle * 1e3:.1f}", f"{t.middle / peer.middle:.2f}")
        for name, t in times.items()
    ]
    table(
        f"Whole processes, {rounds} rounds",
        ("command", "least ms", "median ms", "against wodc"),
        rows,
    )


def build(commands: Path, folder: str, outputs: str) -> list[str | Path]:
    """The ladder plan for its athlete; the second run finds its files unchanged, as most do."""
    return [commands / "meso", "build", PLAN, "--diary", DIARY, "--to", outputs, "-o", folder]


def run(command: list[str | Path]) -> None:
    """One process, to its end.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    machine = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    subprocess.run(command, check=True, env=machine, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
