"""Sheiko's plan 29: every set of the printed table, in its own notation, and no longer than it."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from tests.strength.compiled import STRENGTH, Lift, days, programme
from tests.strength.sums import part, rounded, weight

#: The table as printed: per cent, then repetitions x sets, as the Russian school writes them.
TABLE = (Path(__file__).parent / "sheiko_29.txt").read_text("utf-8").splitlines()

#: The best lifts of the diary beside the plan, and the lift that the others are counted from.
BEST = {"Squat": 165, "Bench Press": 120, "Deadlift": 200}
BASE = {
    "Front Squat": "Squat",
    "Deadlift up to Knees": "Deadlift",
    "Block Pull": "Deadlift",
    "Deficit Deadlift": "Deadlift",
}


def by_hand() -> list[list[Lift]]:
    """The lifts of each day, with every set worked out."""
    found: list[list[Lift]] = []
    for row in TABLE:
        if row.startswith("DAY"):
            found.append([])
        elif not row.startswith("WEEK"):
            name, groups = row.split(": ")
            best = BEST.get(BASE.get(name, name))
            sets = [one for group in groups.split(", ") for one in written(group, best)]
            found[-1].append(Lift("", name, tuple(sets)))
    return found


def written(group: str, best: int | None) -> list[str]:
    """`60% 4x2` of 165 kg is twice `4 100 kg`."""
    *percent, amount = group.split()
    reps, sets = amount.split("x")
    if not percent or best is None:
        return [reps] * int(sets)
    exact = part(int(percent[0].strip("%")), best)
    return [f"{reps} {weight(rounded(exact, Fraction(5, 2)), 'kg')}"] * int(sets)


def test_every_set_of_the_table():
    diary = (STRENGTH / "sheiko-29.diary").read_text("utf-8")
    made = days(programme("sheiko-29.plan", diary))
    assert [list(day.lifts) for day in made] == by_hand()


def test_no_longer_than_the_table():
    """A line for each row: weeks, days, exercises. The header names plan, source and libraries."""
    lines = (STRENGTH / "sheiko-29.plan").read_text("utf-8").splitlines()
    head = next(number for number, line in enumerate(lines) if line.startswith("week"))
    assert len([line for line in lines[head:] if line.strip()]) <= len(TABLE)
