"""Whole processes: `meso check` and `meso build` beside `wodc`, `node -e 0` and Python itself.

What a person waits for in a shell: start, read, check, (make files,) exit. The neighbour's file is
a workout of a dozen lines from its own library; our plan has forty lines and uses a library of
four hundred. Both are mostly start.
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
WORKOUT = "wodcraft/library/heroes/lumberjack_20.wod"

Command = list[str | Path]


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    mine, theirs = installs.meso() / "meso", installs.wodcraft() / "wodc"
    workout = next(theirs.parents[1].rglob(WORKOUT))
    floors: dict[str, Command] = {"python -c pass": [mine.with_name("python"), "-c", "pass"]}
    if node := shutil.which("node"):
        floors["node -e 0"] = [node, "-e", "0"]
    show(
        "Checking",
        floors
        | {
            "wodc check": [theirs, "check", workout],
            "meso check": [mine, "check", PLAN],
            "meso check, with a diary": [mine, "check", PLAN, DIARY],
        },
        "wodc check",
        rounds,
    )
    with tempfile.TemporaryDirectory() as folder:
        # From the second build on the files are there: a calendar reads what it published.
        build = [mine, "build", PLAN, "--diary", DIARY, "-o", folder, "--to"]
        show(
            "Building: one workout there, eight weeks here",
            floors
            | {
                "wodc build (JSON)": [theirs, "build", workout],
                "meso build, JSON": [*build, "json"],
                "meso build, JSON and sheet": [*build, "json,markdown"],
                "meso build, calendar too": [*build, "json,markdown,ical"],
            },
            "wodc build (JSON)",
            rounds,
        )


def show(title: str, commands: dict[str, Command], peer: str, rounds: int) -> None:
    """Run the commands in turn and print their times beside those of `peer`."""
    for command in commands.values():
        run(command)  # writes what bytecode is missing
    times = race({name: lambda c=c: run(c) for name, c in commands.items()}, rounds)
    least, middle = times[peer]
    rows = [
        (
            name,
            f"{t.least * 1e3:.1f}",
            f"{t.middle * 1e3:.1f}",
            f"{t.least / least:.2f}",
            f"{t.middle / middle:.2f}",
        )
        for name, t in times.items()
    ]
    heads = ("command", "least ms", "median ms", f"times {peer}", "(median)")
    table(f"{title}, {rounds} rounds", heads, rows)


def run(command: Command) -> None:
    """One process, to its end, with no setting of Python's but its defaults.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    machine = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    subprocess.run(command, check=True, env=machine, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
