"""Compiling: what one exercise on one day costs, beside reading the finished programme from JSON.

Reading builds the very same tree and decides nothing, so it is the floor. The plan and its diary
grow from eight weeks to two years: what an exercise-day costs should stay the same; of runs,
every segment counts as one. `all` is from text to programme; `compile` begins with the checked
plan and diary.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

import msgspec
from seasons import Season, ladder, lifted, runs
from timing import race, table

from mesocycle import Programme, Source, compile_plan
from mesocycle.compiler.passes import compile_programme
from mesocycle.compiling import check_plan
from mesocycle.loading import Folder
from mesocycle.programme import Segment

ROUNDS = 5
WEEKS = (8, 26, 52, 104)
HEADS = (
    "plan", "exercise-days", "all, least ms", "all, µs each", "compile, µs each",
    "read, µs each", "times the floor",
)  # fmt: skip
RUN_HEADS = ("plan", "segments", *HEADS[2:])


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    for title, logged in (("nobody in particular", False), ("an athlete and her diary", True)):
        rows = [row(ladder(weeks), weeks, logged, rounds) for weeks in WEEKS]
        table(f"The ladder plan for {title}, {rounds} rounds", HEADS, rows)
    for title, logged in (("a profile alone", False), ("an athlete and his diary", True)):
        rows = [row(lifted(weeks), weeks, logged, rounds) for weeks in WEEKS]
        table(f"GZCLP (loads and progressions) for {title}, {rounds} rounds", HEADS, rows)
    for title, logged in (("a runner alone", False), ("a runner and her diary", True)):
        rows = [row(runs(weeks), weeks, logged, rounds, run_segments) for weeks in WEEKS]
        table(f"Three runs a week for {title}, {rounds} rounds", RUN_HEADS, rows)


def row(
    season: Season,
    weeks: int,
    logged: bool,
    rounds: int,
    count: Callable[[Programme], int] | None = None,
) -> tuple[str, ...]:
    """One season: compiled from its texts (which the memos of the parser know), and read."""
    plan, libraries = Source("season.plan", season.plan), Folder("-")
    text = season.diary if logged else season.diary.partition("\n\n")[0] + "\n"
    diary = Source("season.diary", text)
    ready = check_plan(plan, libraries, diary).unwrap()
    programme = compile_programme(ready.plan, ready.diary, ready.as_of)
    made = msgspec.json.encode(programme)
    times = race(
        {
            "all": lambda: compile_plan(plan, libraries, diary),
            "compile": lambda: compile_programme(ready.plan, ready.diary, ready.as_of),
            "read": lambda: msgspec.json.decode(made, type=Programme),
        },
        rounds,
    )
    days = (count or exercise_days)(programme)
    every, each, floor = (times[name].least / days * 1e6 for name in ("all", "compile", "read"))
    return (
        f"{weeks} weeks", f"{days}", f"{times['all'].least * 1e3:.0f}", f"{every:.0f}",
        f"{each:.0f}", f"{floor:.1f}", f"{each / floor:.0f}",
    )  # fmt: skip


def exercise_days(programme: Programme) -> int:
    """How many exercises the programme prescribes, over all its days."""
    return sum(
        item.exercise is not None
        for session in programme.sessions
        for block in session.blocks
        for item in block.items
    )


def run_segments(programme: Programme) -> int:
    """How many segments the programme prescribes; those of a repeat count once each."""
    return sum(_leaves(block.segments) for s in programme.sessions for block in s.blocks)


def _leaves(segments: Iterable[Segment]) -> int:
    return sum(_leaves(each.segments) if each.segments else 1 for each in segments)


if __name__ == "__main__":
    main()
