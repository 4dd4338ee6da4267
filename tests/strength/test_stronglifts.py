"""Twelve weeks of StrongLifts, with lifts that stall, against sums by hand."""

from __future__ import annotations

from fractions import Fraction

from tests.strength.compiled import Day, Lift, days, programme
from tests.strength.sums import dates, part, rounded, weight

A = ("Squat", "Bench Press", "Barbell Row")
B = ("Squat", "Overhead Press", "Deadlift")
START = {"Squat": 20, "Bench Press": 20, "Barbell Row": 30, "Overhead Press": 20, "Deadlift": 40}

#: The loads (as shown, in kg) that are too heavy, and for how many tries: the press is stuck at
#: 30 kg for ever, the row at 40 kg until the second try, the squat at 30 kg until its fourth stall.
STUCK = {
    "Overhead Press": (Fraction(30), 99),
    "Barbell Row": (Fraction(40), 1),
    "Squat": (Fraction(30), 12),
}


class Slot:
    """Where a lift stands."""

    def __init__(self, name: str):
        self.name = name
        self.load = Fraction(START[name])
        self.sets = 1 if name == "Deadlift" else 5
        self.in_row = self.deloads = self.tries = 0

    @property
    def shown(self) -> Fraction:
        return rounded(self.load, Fraction(5, 2))

    def prescribed(self) -> tuple[str, ...]:
        return (f"5 {weight(self.shown, 'kg')}",) * self.sets

    def done(self) -> str:
        """What the diary says, and what follows from it."""
        heavy, times = STUCK.get(self.name, (Fraction(1000), 0))
        sets = self.sets
        if self.shown >= heavy and self.tries < times:
            self.tries += 1
            self._missed()
            return ", ".join(["5"] * (sets - 1) + ["4"])
        self.load += 5 if self.name == "Deadlift" else Fraction(5, 2)
        self.in_row = 0
        return f"{sets}x5"

    def _missed(self) -> None:
        self.in_row += 1
        if self.in_row < 3:
            return
        self.in_row = 0
        self.load = part(90, self.load)
        if self.deloads >= 3:
            self.deloads, self.sets = 0, 3
        else:
            self.deloads += 1


def by_hand() -> tuple[list[Day], str]:
    """The days as they should be, and the diary that led to them."""
    slots = {name: Slot(name) for name in START}
    lines = ['athlete "Sami"', '  follows "StrongLifts 5x5" from 2027-01-04']
    found = []
    for turn, date in enumerate(dates(36, 0, 2, 4)):
        name = f"Workout {'AB'[turn % 2]}"
        lifts = []
        lines.append(f'{date} "{name}"')
        for lift in (A, B)[turn % 2]:
            lifts.append(Lift("", lift, slots[lift].prescribed()))
            lines.append(f"  {lift}; {slots[lift].done()}")
        found.append(Day(date, name, tuple(lifts)))
    return found, "\n".join(lines) + "\n"


def test_twelve_weeks_set_by_set():
    expected, diary = by_hand()
    assert days(programme("stronglifts.plan", diary)) == expected


def test_the_press_comes_down_again_and_again():
    expected, _ = by_hand()
    presses = [x.sets[0] for day in expected for x in day.lifts if x.name == "Overhead Press"]
    assert presses[4:8] == ["5 30 kg", "5 30 kg", "5 30 kg", "5 27.5 kg"]


def test_after_three_deloads_the_fourth_stall_turns_to_three_fives():
    expected, _ = by_hand()
    squats = [lift.sets for day in expected for lift in day.lifts if lift.name == "Squat"]
    counts = [len(each) for each in squats]
    assert sorted(counts, reverse=True) == counts
    assert set(counts) == {5, 3}
