"""Six weeks of nSuns, nine sets and eight, against the published tables worked out by hand."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from tests.strength.compiled import Day, Lift, days, programme
from tests.strength.sums import MONDAY, part, rounded, weight

MAXES = {"Bench Press": 200, "Squat": 300, "Overhead Press": 130, "Deadlift": 350}

#: The tables: repetitions and per cent of each set; a plus is as many as possible.
VOLUME = "8 65, 6 75, 4 85, 4 85, 4 85, 5 80, 6 75, 7 70, 8+ 65"
MAIN = "5 75, 3 85, 1+ 95, 3 90, 3 85, 3 80, 5 75, 5 70, 5+ 65"
PULL = "5 75, 3 85, 1+ 95, 3 90, 3 85, 3 80, 3 75, 3 70, 3+ 65"
BENCH = "5 75, 3 85, 1+ 95, 3 90, 5 85, 3 80, 5 75, 3 70, 5+ 65"
UPPER = "6 50, 5 60, 3 70, 5 70, 7 70, 4 70, 6 70, 8 70"
LOWER = "5 50, 5 60, 3 70, 5 70, 7 70, 4 70, 6 70, 8 70"
ANGLED = "6 40, 5 50, 3 60, 5 60, 7 60, 4 60, 6 60, 8 60"
FRONT = "5 35, 5 45, 3 55, 5 55, 7 55, 4 55, 6 55, 8 55"

BP, OHP = "Bench Press", "Overhead Press"

#: Each day: its name; label, lift, the lift whose training max counts, and table, twice.
WEEK = (
    ("Bench and press", ("volume", BP, BP, VOLUME), ("second", OHP, OHP, UPPER)),
    ("Squat", ("", "Squat", "Squat", MAIN), ("second", "Sumo Deadlift", "Deadlift", LOWER)),
    ("Press and incline", ("", OHP, OHP, MAIN), ("second", "Incline Bench Press", BP, ANGLED)),
    ("Deadlift", ("", "Deadlift", "Deadlift", PULL), ("second", "Front Squat", "Squat", FRONT)),
    ("Bench", ("", BP, BP, BENCH), ("second", "Close-Grip Bench Press", BP, ANGLED)),
)  # fmt: skip

#: The repetitions of the open single, week by week, for each lift.
SINGLES = {
    "Bench Press": (1, 2, 3, 4, 5, 6),
    "Squat": (6, 9, 1, 1, 4, 2),
    "Overhead Press": (1, 1, 2, 1, 6, 3),
    "Deadlift": (5, 4, 3, 2, 1, 1),
}


def earned(reps: int) -> int:
    """Pounds for the repetitions of the single."""
    return 0 if reps < 2 else 5 if reps < 4 else 10 if reps < 6 else 15


def by_hand() -> tuple[list[Day], str]:
    """The days as they should be, and the diary that led to them."""
    training = {lift: part(90, most) for lift, most in MAXES.items()}
    lines = ['athlete "Remy"', '  follows "nSuns 5/3/1 LP" from 2027-01-04']
    lines += [f"  max {lift} {most}lb" for lift, most in MAXES.items()]
    found = []
    for week in range(6):
        for weekday, (name, *both) in enumerate(WEEK):
            date = (MONDAY + dt.timedelta(weeks=week, days=weekday)).isoformat()
            lines.append(f'{date} "{name}"')
            lifts = []
            for label, lift, base, table in both:
                rows = [row.split() for row in table.split(", ")]
                lifts.append(Lift(label, lift, tuple(load(row, training[base]) for row in rows)))
                made = [int(reps.strip("+")) for reps, _ in rows]
                if not label:
                    made[2] = SINGLES[lift][week]
                start = f"{label}: " if label else ""
                lines.append(f"  {start}{lift}; {', '.join(map(str, made))}")
            found.append(Day(date, name, tuple(lifts)))
            main = both[0]
            if not main[0]:
                training[main[1]] += earned(SINGLES[main[1]][week])
    return found, "\n".join(lines) + "\n"


def load(row: list[str], training: Fraction) -> str:
    """`5 75` of 200 lb is `5 150 lb`."""
    return f"{row[0]} {weight(rounded(part(int(row[1]), training), 5), 'lb')}"


def test_six_weeks_set_by_set():
    expected, diary = by_hand()
    assert days(programme("nsuns.plan", diary)) == expected


def test_nine_sets_and_eight():
    expected, _ = by_hand()
    assert {tuple(len(lift.sets) for lift in day.lifts) for day in expected} == {(9, 8)}
