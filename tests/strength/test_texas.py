"""Twelve weeks of the Texas Method: Friday's five drives Monday and Wednesday, by hand."""

from __future__ import annotations

from fractions import Fraction

from tests.strength.compiled import Day, Lift, days, programme
from tests.strength.sums import dates, part, rounded, weight

FIVE = {"Squat": 140, "Bench Press": 100, "Overhead Press": Fraction("62.5")}
STEP = Fraction(5, 2)

#: Fridays (from 0) on which the five is not reached.
MISSES = {"Squat": {3, 4, 9}, "Bench Press": {4}, "Overhead Press": {1, 7, 11}}


def sets(count: int, percent: int, training: Fraction) -> tuple[str, ...]:
    return (f"5 {weight(rounded(part(percent, training), STEP), 'kg')}",) * count


def by_hand() -> tuple[list[Day], str]:
    """The lifts by training max, day by day, and the diary that led to them."""
    training = {lift: Fraction(five) for lift, five in FIVE.items()}
    pull, clean = Fraction(165), Fraction(75)
    lines = ['athlete "Tove"', '  follows "Texas Method" from 2027-01-04']
    lines += [f"  training max {lift} {float(five):g}kg" for lift, five in FIVE.items()]
    found = []
    for turn, date in enumerate(dates(36, 0, 2, 4)):
        week, day = divmod(turn, 3)
        heavy, light = ("Bench Press", "Overhead Press")[:: 1 if week % 2 == 0 else -1]
        name = ("Volume", "Recovery", "Intensity")[day]
        lines.append(f'{date} "{name}"')
        if day == 0:
            main = [("Squat", 5, 90), (heavy, 5, 90)]
        elif day == 1:
            main = [("Squat", 2, 72), (light, 3, 81)]
        else:
            main = [("Squat", 1, 100), (heavy, 1, 100)]
        lifts = [Lift("", lift, sets(count, p, training[lift])) for lift, count, p in main]
        for lift, count, _ in main:
            missed = day == 2 and week in MISSES[lift]
            lines.append(f"  {lift}; {', '.join(['5'] * (count - 1) + ['4' if missed else '5'])}")
            if day == 2 and not missed:
                training[lift] += STEP
        if day == 0:
            lifts.append(Lift("", "Deadlift", (f"5 {weight(pull, 'kg')}" if week else "5",)))
            lines.append(f"  Deadlift; 1x5{'' if week else ' 165kg'}")
            pull += STEP
        elif day == 1:
            lifts += [Lift("", "Chin Up", ("max",) * 3), Lift("", "Back Extension", ("10",) * 5)]
            lines += ["  Chin Up; 10, 8, 7", "  Back Extension; 5x10"]
        else:
            cleans = f"3 {weight(clean, 'kg')}" if week else "3"
            lifts.append(Lift("", "Power Clean", (cleans,) * 5))
            lines.append(f"  Power Clean; 5x3{'' if week else ' 75kg'}")
            clean += STEP
        found.append(Day(date, name, tuple(lifts)))
    return found, "\n".join(lines) + "\n"


def test_twelve_weeks_set_by_set():
    expected, diary = by_hand()
    assert days(programme("texas-method.plan", diary)) == expected
