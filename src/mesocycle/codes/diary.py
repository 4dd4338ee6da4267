"""Codes of diaries: E400 to E445."""

from __future__ import annotations

from mesocycle.codes import Row, codes

_ATHLETE = 'athlete "Ana"\n  timezone Europe/Berlin\n'


def _entries(text: str) -> str:
    return f"{_ATHLETE}\n{text}\n"


def _profile(line: str) -> str:
    return f"{_ATHLETE}  {line}\n"


def _log(line: str) -> str:
    return _entries(f'2026-12-07 "Strength"\n  {line}')


_ROWS: tuple[Row, ...] = (
    ("E401", "no such day or time",
     "Dates are civil dates as year-month-day, times are hours and minutes of a day.",
     _entries("2026-02-30 morning pain 0"), _entries("2026-12-08 morning pain 0")),
    ("E402", "entry after the day of compiling",
     "With --as-of the diary is read as of that day, so nothing may have happened after it.",
     "", ""),
    ("E403", "pain off the scale", "Pain goes from 0, none, to 10, the worst imaginable.",
     _entries("2026-12-08 morning pain 11"), _entries("2026-12-08 morning pain 1")),
    ("E404", "two athletes in one diary",
     "A diary is one athlete's. Whose entries these are must never be a guess.",
     f'{_ATHLETE}\nathlete "Ben"\n', _ATHLETE),
    ("E405", "no athlete", "A diary begins by saying whose it is.",
     "2026-12-08 morning pain 0\n", _entries("2026-12-08 morning pain 0")),
    ("E406", "unknown session",
     "The plan has no session of this name, so nobody knows what was done. A session that is of no "
     "plan says so: `unplanned \"Yoga\"`.",
     _entries('2026-12-07 "Strenght"'), _entries('2026-12-07 "Strength"')),
    ("E408", "unknown time zone", "Zones have the names of the tz database, such as Europe/Berlin.",
     'athlete "Ana"\n  timezone Berlin\n', _ATHLETE),
    ("E409", "pain limit too wide",
     "A coach may widen what counts as pain-free to 2 of 10. A doctor or a physiotherapist may set "
     "up to 5, and is named with it. Nobody may set more.",
     _profile("pain limit 4"), _profile('pain limit 4 by "physiotherapist, 2026-11-01"')),
    ("E410", "unknown red flag",
     "Red flags are a closed list, so that a misspelt one is never passed over.",
     _entries('2026-12-08 flag "no improvment"'), _entries('2026-12-08 flag "no improvement"')),
    ("E411", "sets without a side",
     "What is done on each side is logged on each side: one side may be fine, the other not.",
     _log("Single Leg Bridge; 10, 10, 10"),
     _log("Single Leg Bridge; left 10, 10, 10; right 10, 10, 10")),
    ("E412", "side of an exercise without sides", "Both sides of the body work at once here.",
     _log("Superman; left 10; right 10"), _log("Superman; 10")),
    ("W414", "diary of another plan",
     "`follows` names a plan that is not the one being compiled, so its first day is not taken. "
     "Its entries count all the same: what hurt, hurt.",
     _profile('follows "Another plan" from 2026-12-07'),
     _profile('follows "A back that runs" from 2026-12-07')),
    ("E413", "one side is missing", "What was logged for one side must be logged for the other.",
     _log("Single Leg Bridge; left 10, 10, 10"),
     _log("Single Leg Bridge; left 10, 10, 10; right 10, 10, 10")),
    ("E417", "reps of a hold", "An exercise that is held is logged in seconds.",
     _log("Plank; 30, 30"), _log("Plank; 30s, 30s")),
    ("W418", "word of a red flag in a note",
     "Notes are for people: nothing reads them. A sign that stops training is an entry of its own.",
     _entries('2026-12-07 "Strength"; note "left leg went numb"'),
     _entries("2026-12-07 flag numbness left leg")),
    ("W419", "cleared by the athlete",
     "A red flag is cleared by somebody who has examined the athlete: a doctor, a physiotherapist.",
     _entries('2026-12-08 flag spasm\n2026-12-09 cleared by "me"'),
     _entries('2026-12-08 flag spasm\n2026-12-09 cleared by "physiotherapist"')),
    ("W420", "entry after the plan's end",
     "The last entry lies after the plan's last day. A year that is off by one makes every session "
     "before it a missed one.",
     _entries("2027-12-08 morning pain 0"), _entries("2026-12-08 morning pain 0")),
    ("E415", "said twice",
     "This can be said once. Of two words on how it went the worse counts; of two numbers of "
     "sets, or two places, nobody can tell which is meant.",
     _log("Superman; 10, 10; 9, 9"), _log("Superman; 10, 10, 9, 9")),
    ("E416", "exertion off the scale",
     "A session's exertion goes from 0, rest, to 10, all that there is (Foster 2001).",
     _entries('2026-12-07 "Strength"\n  felt rpe 11'),
     _entries('2026-12-07 "Strength"\n  felt rpe 6')),
    ("E414", "correction of nothing",
     "A correction names an earlier line on which something was logged as done. Pain is said "
     "anew by a later entry; a red flag is cleared by somebody, never corrected away.",
     _entries("2026-12-07 Superman; 10; corrects line 40"),
     _entries("2026-12-07 Superman; 9\n2026-12-07 Superman; 10; corrects line 4")),
    ("E418", "answer that nobody asked for",
     "A day's line is an exercise of the catalogue, or answers a question that the plan asks with "
     "`ask`. A word that stops training is never taken for one of them, however it is spelt.",
     _entries("2026-12-08 sweling mild"), _entries("2026-12-08 swelling mild")),
    ("E419", "session moved from nowhere",
     "`moved from` names the day on which the plan has the session: another day than that of the "
     "entry, and of no unplanned session.",
     _entries('2026-12-08 "Strength"; moved from 2026-12-08'),
     _entries('2026-12-08 "Strength"; moved from 2026-12-07')),
    ("E420", "a condition, and none",
     "`condition none` says that somebody was asked, and has none of the conditions that need a "
     "clearance. Beside one of them it cannot be so.",
     _profile("condition osteoporosis, none"), _profile("condition osteoporosis")),
    ("E421", "two loads for one set",
     "A set is done with one load, and is as hard as it is. Of two loads nobody can tell which was "
     "lifted.",
     _log("Superman; 8 5kg 10kg"), _log("Superman; 8 5kg, 8 10kg")),
    ("E422", "exertion of a set off the scale",
     "How hard a set was goes from 1 to 10 in halves (RPE), ten less the repetitions that were "
     "left (RIR). A session's exertion is another scale: `felt rpe 6`.",
     _log("Superman; 8 @11"), _log("Superman; 8 @9.5")),
    ("E423", "weight without a unit",
     "Kilograms and pounds are told apart by their unit alone. In a list one unit, behind the last "
     "weight, is enough.",
     _profile("plates 20, 10, 5"), _profile("plates 20, 10, 5kg")),
    ("E424", "max that cannot be",
     "Loads are computed from a max. One of nothing, or beyond what anybody has lifted, would make "
     "every load wrong.",
     _profile("max Squat 0kg"), _profile("max Squat 100kg")),
    ("E425", "bodyweight that cannot be",
     "Loads may be a share of bodyweight, so a digit too many must not pass.",
     _profile("bodyweight 700kg"), _profile("bodyweight 70kg")),
    ("E426", "weight that there is not",
     "Plates, bars, dumbbells and kettlebells weigh something, less than 150 kg each, and each "
     "weight is listed once. Several pairs of plates are counted: `2x25kg`.",
     _profile("plates 20, 20, 10kg"), _profile("plates 2x20, 10kg")),
    ("E427", "load where nothing is lifted",
     "A stretch, a walk or a run is not loaded, so a load or a max there was meant for another "
     "exercise.",
     _log("Cat Cow; 8 60kg"), _log("Cat Cow; 8")),
    ("E428", "load without sets",
     "A load that stands by itself counts for the sets of its line, and this line has none.",
     _log("Superman; 10kg"), _log("Superman; 8, 8, 7; 10kg")),
    ("E429", "load that cannot be",
     "More than 1,000 kg is a slip of the finger, or grams. What was lifted decides on the next "
     "load, so it must not pass.",
     _log("Superman; 8 6000kg"), _log("Superman; 8 6kg")),
    ("E430", "beyond bodyweight, with a bar",
     "`+10kg` is a load beyond bodyweight: a belt, a vest, a dumbbell between the feet. What is "
     "done with a bar is logged with the whole load, the bar included.",
     _log("Barbell Row; 8 +10kg"), _log("Barbell Row; 8 60kg")),
    ("E431", "unknown label",
     "A label tells two lines of one exercise apart, so it must be one that the plan has.",
     _log("heavy: Superman; 10"), _log("Superman; 10")),
    ("E432", "unknown track",
     "The athlete follows one of the plan's tracks; under a name that the plan does not have, no "
     "line of any track would be taken.",
     _profile("track scaled"), _profile("place home")),
    ("E433", "complex without the repetitions of each",
     "A complex is several exercises in a row, so a set of it is told by how often each was done, "
     "in their order: `3x(2+1+1)`.",
     _log("Superman + Cat Cow; 3, 3"), _log("Superman + Cat Cow; 2x(2+1)")),
    ("E441", "sharp pain of nothing",
     "Sharp pain stops an exercise whatever its number, so a number of 0 with it is a slip in one "
     "of the two.",
     _log("Superman; 10; pain 0 sharp"), _log("Superman; 10; pain 2 sharp")),
    ("E442", "exercise instead of itself",
     "`instead of` names the exercise of the plan in whose place another one was done.",
     _log("Superman instead of Superman; 10"), _log("Superman instead of Plank; 10")),
    ("E443", "said where nothing reads it",
     "What is said behind an entry must be of that entry. A pain behind a red flag, or behind the "
     "answer to a question, would be lost: it has a line of its own.",
     _entries("2026-12-08 flag spasm; pain 4"),
     _entries("2026-12-08 flag spasm\n2026-12-08 pain 4")),
    ("E444", "answer off the scale",
     "A question of the plan is answered with a word of its scale, or with a number in its range.",
     _entries("2026-12-08 swelling a bit"), _entries("2026-12-08 swelling mild")),
    ("E445", "skipped, and done",
     "A session that was skipped was not done. One that was broken off says `stopped early`, and "
     "an exercise that was left out is skipped on its own line.",
     _entries('2026-12-07 "Strength"; skipped "ill"\n  Superman; 10'),
     _entries('2026-12-07 "Strength"; skipped "ill"')),
    ("E446", "nobody has cleared it",
     "A red flag stands until somebody who has examined the athlete says that training may go on. "
     "A name that is still to be filled in clears nothing.",
     _entries('2026-12-08 flag spasm\n2026-12-09 cleared by "…"'),
     _entries('2026-12-08 flag spasm\n2026-12-09 cleared by "Dr Meyer"')),
)  # fmt: skip

CODES = codes(_ROWS, "diary")
