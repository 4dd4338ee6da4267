"""Compiling: what one exercise on one day costs, beside reading the finished programme from JSON.

Reading builds the very same tree and decides nothing, so it is the floor. The plan and its diary
grow from eight weeks to two years: what an exercise-day costs should stay the same.
"""

from __future__ import annotations

import sys

import msgspec
from seasons import ladder
from timing import race, table

from mesocycle import Programme, Source, compile_plan
from mesocycle.loading import Folder

ROUNDS = 5
WEEKS = (8, 26, 52, 104)


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    for title, logged in (("nobody in particular", False), ("an athlete and her diary", True)):
        rows = [row(weeks, logged, rounds) for weeks in WEEKS]
        heads = ("plan", "exercise-days", "least ms", "µs each", "read, µs each", "times the floor")
        table(f"Compiling the ladder plan for {title}, {rounds} rounds", heads, rows)


def row(weeks: int, logged: bool, rounds: int) -> tuple[str, ...]:
    """One season: compiled from its texts (which the memos of the parser know), and read."""
    season = ladder(weeks)
    plan, libraries = Source("ladder.plan", season.plan), Folder("-")
    diary = Source("ana.diary", season.diary) if logged else None
    programme = compile_plan(plan, libraries, diary).unwrap()
    made = msgspec.json.encode(programme)
    times = race(
        {
            "compile": lambda: compile_plan(plan, libraries, diary),
            "read": lambda: msgspec.json.decode(made, type=Programme),
        },
        rounds,
    )
    days = exercise_days(programme)
    each, floor = (times[name].least / days * 1e6 for name in ("compile", "read"))
    total = f"{times['compile'].least * 1e3:.0f}"
    return f"{weeks} weeks", f"{days}", total, f"{each:.0f}", f"{floor:.1f}", f"{each / floor:.0f}"


def exercise_days(programme: Programme) -> int:
    """How many exercises the programme prescribes, over all its days."""
    return sum(
        item.exercise is not None
        for session in programme.sessions
        for block in session.blocks
        for item in block.items
    )


if __name__ == "__main__":
    main()
