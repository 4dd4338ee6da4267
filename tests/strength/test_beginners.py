"""Twelve weeks of Starting Strength and of the Basic Beginner Routine, against sums by hand."""

from __future__ import annotations

from fractions import Fraction

from tests.strength.compiled import Day, Lift, days, programme
from tests.strength.sums import dates, part, rounded, weight

#: Where the novice begins, how much a step is, and which load fails, how often.
NOVICE = {
    "Squat": (60, "2.5", 100, 4),
    "Overhead Press": (30, "2.5", 40, 99),
    "Bench Press": (45, "2.5", 999, 0),
    "Deadlift": (80, "5", 120, 1),
    "Power Clean": (50, "2.5", 60, 2),
}


class Novice:
    """A lift that goes up until it fails three times running."""

    def __init__(self, name: str):
        start, step, self.heavy, self.fails = NOVICE[name]
        self.name, self.load, self.step = name, Fraction(start), Fraction(step)
        self.known = False
        self.in_row = self.failed = 0
        self.sets, self.reps = {"Deadlift": (1, 5), "Power Clean": (5, 3)}.get(name, (3, 5))

    def prescribed(self) -> tuple[str, ...]:
        shown = f" {weight(rounded(self.load, Fraction(5, 2)), 'kg')}" if self.known else ""
        return (f"{self.reps}{shown}",) * self.sets

    def done(self) -> str:
        """What the diary says (the first time with the load), and what follows from it."""
        load = "" if self.known else f" {weight(self.load, 'kg')}"
        self.known = True
        if rounded(self.load, Fraction(5, 2)) >= self.heavy and self.failed < self.fails:
            self.failed += 1
            self.in_row += 1
            if self.in_row == 3:
                self.load, self.in_row = part(90, self.load), 0
            made = [self.reps] * (self.sets - 1) + [self.reps - 1]
            return ", ".join(f"{reps}{load}" for reps in made)
        self.load += self.step
        self.in_row = 0
        return f"{self.sets}x{self.reps}{load}"


def novice() -> tuple[list[Day], str]:
    """Twelve weeks of Starting Strength, and the diary that led to them."""
    lifts = {name: Novice(name) for name in NOVICE}
    lines = ['athlete "Ines"', '  follows "Starting Strength" from 2027-01-04']
    found = []
    for turn, date in enumerate(dates(36, 0, 2, 4)):
        press, pull = ("Overhead Press", "Bench Press")[turn % 2], "Deadlift"
        name = ("Press", "Bench")[turn % 2]
        if turn >= 9:  # the second phase begins with its first session again
            later = turn - 9
            press, pull = ("Overhead Press", "Bench Press")[later % 2], "Deadlift"
            pull = ("Deadlift", "Power Clean")[later % 2]
            name = ("Press and pull", "Bench and clean")[later % 2]
        lines.append(f'{date} "{name}"')
        made = []
        for lift in ("Squat", press, pull):
            made.append(Lift("", lift, lifts[lift].prescribed()))
            lines.append(f"  {lift}; {lifts[lift].done()}")
        found.append(Day(date, name, tuple(made)))
    return found, "\n".join(lines) + "\n"


def test_starting_strength_set_by_set():
    expected, diary = novice()
    assert days(programme("starting-strength.plan", diary)) == expected


def test_the_press_has_been_reset():
    expected, _ = novice()
    presses = [x.sets[0] for day in expected for x in day.lifts if x.name == "Overhead Press"]
    assert presses[:9] == [
        "5",
        *(f"5 {load} kg" for load in (32.5, 35, 37.5, 40, 40, 40, 35, 37.5)),
    ]


#: Start, step, and the repetitions of the open set, over and over; 4 is a miss.
BEGINNER = {
    "Barbell Row": (65, "2.5", (6, 7, 5, 4)),
    "Bench Press": (65, "2.5", (12, 11, 10, 8)),
    "Squat": (95, "5", (9, 8, 11, 4, 4)),
    "Overhead Press": (45, "2.5", (7, 13, 5, 4)),
    "Deadlift": (115, "5", (11, 15, 7)),
}
DAYS = (("Barbell Row", "Bench Press", "Squat"), ("Overhead Press", "Deadlift"))


def beginner() -> tuple[list[Day], str]:
    """Twelve weeks of the Basic Beginner Routine without its chin-ups, and the diary."""
    loads = {name: Fraction(start) for name, (start, _, _) in BEGINNER.items()}
    turns = dict.fromkeys(BEGINNER, 0)
    lines = ['athlete "Noor"', '  follows "Basic Beginner Routine" from 2027-01-04']
    found = []
    for turn, date in enumerate(dates(36, 0, 2, 4)):
        name = f"Workout {'AB'[turn % 2]}"
        lines.append(f'{date} "{name}"')
        made = []
        for lift in DAYS[turn % 2]:
            _, step, open_sets = BEGINNER[lift]
            shown = weight(rounded(loads[lift], Fraction(5, 2)), "lb")
            made.append(Lift("", lift, (f"5 {shown}", f"5 {shown}", f"5+ {shown}")))
            reps = open_sets[turns[lift] % len(open_sets)]
            turns[lift] += 1
            lines.append(f"  {lift}; 5, 5, {reps}")
            if reps < 5:
                loads[lift] = part(90, loads[lift])
            else:
                loads[lift] += Fraction(step) * (2 if reps > 10 else 1)
        found.append(Day(date, name, tuple(made)))
    return found, "\n".join(lines) + "\n"


def test_the_basic_beginner_routine_set_by_set():
    expected, diary = beginner()
    made = days(programme("basic-beginner-routine.plan", diary))
    barbell = [
        day._replace(lifts=tuple(lift for lift in day.lifts if lift.name != "Chin Up"))
        for day in made
    ]
    assert barbell == expected
