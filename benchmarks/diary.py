"""A diary: what a year of it adds to compiling a plan, and whether four years cost four times that.

Somebody in rehab writes every morning, how they slept, every session, pain, walks, and what was
asked about red flags; the plan has rules, a light and a question. `first` is a compile in a process
that has imported everything and read nothing: what a command takes on top of its start. `again` is
the next one, for which the parser knows the lines. The floor is reading the finished programme.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import msgspec
from seasons import Season, cared, ladder
from timing import race, table

from mesocycle import Programme, Source, compile_plan
from mesocycle.loading import Folder

ROUNDS = 5
YEARS = (1, 2, 4)
HEADS = (
    "diary", "lines", "first, ms", "without the diary, ms", "again, ms", "again, µs a line",
    "times the floor",
)  # fmt: skip

#: Compiles once in a process of its own, with and then without a diary, and prints seconds.
_FIRST = """
import sys, time
from mesocycle import Source, compile_plan
from mesocycle.loading import Folder
import mesocycle.compiler.passes, mesocycle.diary.read
warm = 'plan "Warm"\\n  starts 2026-12-07\\n  lasts 1 day\\n  timezone UTC\\n'
warm += '\\nsession "A" on mon\\n  task "Walk"\\n'
compile_plan(Source("w.plan", warm), Folder("-"), Source("w.diary", 'athlete "Ana"\\n')).unwrap()
plan, diary = (Source(name, open(name, encoding="utf-8").read()) for name in sys.argv[1:3])
took = []
for athlete in (diary, None) if sys.argv[3] == "with" else (None,):
    start = time.perf_counter()
    compile_plan(plan, Folder("-"), athlete).unwrap()
    took.append(time.perf_counter() - start)
print(took[0])
"""


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    for title, season in (("in rehab, with rules", cared), ("on the ladder", ladder)):
        rows = [row(_called(years), season(52 * years), rounds) for years in YEARS]
        table(f"Somebody {title}, {rounds} rounds", HEADS, rows)


def _called(years: int) -> str:
    return "1 year" if years == 1 else f"{years} years"


def row(name: str, season: Season, rounds: int) -> tuple[str, ...]:
    """What one diary costs: read for the first time, and again."""
    plan, diary = Source("care.plan", season.plan), Source("ana.diary", season.diary)
    programme = compile_plan(plan, Folder("-"), diary).unwrap()
    written = msgspec.json.encode(programme)
    times = race(
        {
            "again": lambda: compile_plan(plan, Folder("-"), diary),
            "floor": lambda: msgspec.json.decode(written, type=Programme),
        },
        rounds,
    )
    again, lines = times["again"].least, season.diary.count("\n")
    return (
        name, str(lines), f"{first(season, rounds, 'with') * 1e3:.0f}",
        f"{first(season, rounds, 'without') * 1e3:.0f}", f"{again * 1e3:.0f}",
        f"{again / lines * 1e6:.0f}", f"{again / times['floor'].least:.0f}",
    )  # fmt: skip


def first(season: Season, rounds: int, how: str) -> float:
    """Seconds of a first compile: the median of so many processes."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("care.plan", "ana.diary")]
        for path, text in zip(paths, season, strict=True):
            path.write_text(text, encoding="utf-8")
        command = [sys.executable, "-c", _FIRST, *map(str, paths), how]
        took = [
            float(subprocess.run(command, capture_output=True, check=True).stdout)
            for _ in range(rounds)
        ]
    return median(took)


if __name__ == "__main__":
    main()
