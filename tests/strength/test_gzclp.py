"""Twelve weeks of GZCLP, with hits, misses and repeats, against sums that know no compiler."""

from __future__ import annotations

from fractions import Fraction

from tests.strength.compiled import STRENGTH, Day, Lift, days, programme
from tests.strength.sums import dates, part, rounded, weight

FIVES = {"Squat": 225, "Bench Press": 155, "Deadlift": 275, "Overhead Press": 100}
STEPS = {"Squat": 10, "Bench Press": 5, "Deadlift": 10, "Overhead Press": 5}
ROTATION = {
    "A1": ("Squat", "Bench Press", "Lat Pulldown"),
    "B1": ("Overhead Press", "Deadlift", "Dumbbell Row"),
    "A2": ("Bench Press", "Squat", "Lat Pulldown"),
    "B2": ("Deadlift", "Overhead Press", "Dumbbell Row"),
}

#: Sets, reps, and how the sets of each stage are written.
HEAVY = ((5, 3, True), (6, 2, True), (10, 1, True))
MEDIUM = ((3, 10, False), (3, 8, False), (3, 6, False))

#: What becomes of the nine or so sessions of each lift: every third or so is not reached.
FATES = {
    ("T1", "Squat"): "hhmhmhmhh",
    ("T1", "Overhead Press"): "mmmhmmmhh",
    ("T1", "Bench Press"): "hhhhhhhhh",
    ("T1", "Deadlift"): "hmhhmhhhm",
    ("T2", "Bench Press"): "hhmhmhmhh",
    ("T2", "Deadlift"): "mmmmmmhhh",
    ("T2", "Squat"): "hhhhmhhhh",
    ("T2", "Overhead Press"): "mhmhmhmhm",
}
#: The repetitions of the third set of what comes last in a day, over and over.
LIGHT = (15, 25, 24, 30, 18, 26)


class Slot:
    """Where a lift stands: its load, its stage, and the load at which the first stage ended."""

    def __init__(self, load: Fraction, step: int, stages: tuple[tuple[int, int, bool], ...]):
        self.load, self.step, self.stages = load, step, stages
        self.stage = 0
        self.kept: Fraction | None = None

    def prescribed(self) -> tuple[str, ...]:
        sets, reps, open_end = self.stages[self.stage]
        shown = weight(rounded(self.load, 5), "lb")
        last = f"{reps}{'+' if open_end else ''} {shown}"
        return (*(f"{reps} {shown}",) * (sets - 1), last)

    def done(self, fate: str) -> str:
        """What the diary says, and what follows from it."""
        sets, reps, open_end = self.stages[self.stage]
        made = [reps] * sets
        if fate == "h":
            made[-1] += 2 if open_end else 0
            self.load += self.step
        else:
            made[-1] -= 1
            self._missed()
        return ", ".join(map(str, made))

    def _missed(self) -> None:
        if self.stage == 0:
            self.kept = self.load
        if self.stage < 2:
            self.stage += 1
            return
        self.stage = 0
        if self.stages is HEAVY:
            self.load = part(90, self.load)
        else:
            assert self.kept is not None
            self.load = self.kept + 15


def by_hand() -> tuple[list[Day], str]:
    """The days as they should be, and the diary that led to them."""
    slots = {
        (tier, lift): Slot(part(share, five), STEPS[lift], stages)
        for tier, share, stages in (("T1", 85, HEAVY), ("T2", 65, MEDIUM))
        for lift, five in FIVES.items()
    }
    light = {"Lat Pulldown": Fraction(70), "Dumbbell Row": Fraction(30)}
    turns = dict.fromkeys([*slots, *light], 0)
    found: list[Day] = []
    lines = ['athlete "Cara"', '  follows "GZCLP" from 2027-01-04']
    lines += [f"  max {lift} 5rm {five}lb" for lift, five in FIVES.items()]
    for turn, date in enumerate(dates(36, 0, 2, 4)):
        name = list(ROTATION)[turn % 4]
        first, second, third = ROTATION[name]
        lines.append(f'{date} "{name}"')
        lifts = []
        for key in (("T1", first), ("T2", second)):
            fate = FATES[key][turns[key]]
            turns[key] += 1
            lifts.append(Lift(*key, slots[key].prescribed()))
            lines.append(f"  {key[0]}: {key[1]}; {slots[key].done(fate)}")
        shown = weight(light[third], "lb")
        lifts.append(Lift("T3", third, (f"15 {shown}", f"15 {shown}", f"15+ {shown}")))
        reps = LIGHT[turns[third] % len(LIGHT)]
        turns[third] += 1
        light[third] += 5 if reps >= 25 else 0
        made = f"15, 15, {reps}"
        sides = third == "Dumbbell Row"  # an exercise of one arm at a time
        lines.append(f"  T3: {third}; {f'left {made}; right {made}' if sides else made}")
        found.append(Day(date, name, tuple(lifts)))
    return found, "\n".join(lines) + "\n"


def test_twelve_weeks_set_by_set():
    expected, diary = by_hand()
    assert days(programme("gzclp.plan", diary)) == expected


def test_every_stage_and_both_resets_are_in_it():
    expected, _ = by_hand()
    seen = {(lift.label, len(lift.sets)) for day in expected for lift in day.lifts}
    assert {("T1", 5), ("T1", 6), ("T1", 10)} <= seen
    squats = [lift.sets for day in expected for lift in day.lifts if lift[:2] == ("T1", "Squat")]
    assert [len(sets) for sets in squats] == [5, 5, 5, 6, 6, 10, 10, 5, 5]
    presses = [x.sets[0] for d in expected for x in d.lifts if x[:2] == ("T2", "Overhead Press")]
    assert [first.split()[0] for first in presses] == [
        "10",
        "8",
        "8",
        "6",
        "6",
        "10",
        "10",
        "8",
        "8",
    ]


def test_it_fits_forty_lines():
    assert len((STRENGTH / "gzclp.plan").read_text("utf-8").splitlines()) <= 40
