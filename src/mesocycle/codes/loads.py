"""Codes of loads: E360 to E379, and the advice W527 to W532."""

from __future__ import annotations

from mesocycle.codes import Row, codes

_HEADER = """plan "Small"
  starts 2026-12-07
  lasts 2 weeks
  timezone Europe/Berlin
  use barbell
"""

_SESSION = """
session "Strength" on mon
  Squat; 3x5 60kg
"""


def _header(*lines: str) -> str:
    return "\n".join((_HEADER.rstrip(), *(f"  {line}" for line in lines))) + "\n" + _SESSION


def _item(*lines: str, header: tuple[str, ...] = ()) -> str:
    head = "\n".join((_HEADER.rstrip(), *(f"  {line}" for line in header)))
    return f'{head}\n\nsession "Strength" on mon\n' + "\n".join(f"  {line}" for line in lines)


_STRETCH = 'exercise "Calf Hang"\n  kind flexibility\n  measure hold\n  sides none\n' + (
    "  impact 0\n  loads extension low\n\n"
)

_ROWS: tuple[Row, ...] = (
    ("E360", "weight on a stretch",
     "A stretch holds no weight. A load beyond bodyweight, with a plus, is taken as meant.",
     _item("Calf Hang; 2x30s 20kg") + "\n\n" + _STRETCH,
     _item("Calf Hang; 2x30s") + "\n\n" + _STRETCH),
    ("E361", "empty bar where there is no bar",
     "Only an exercise with a bar can be done with the empty one.",
     _item("Goblet Squat; 3x8 empty bar"), _item("Goblet Squat; 3x8 12kg")),
    ("E362", "set that hangs on an earlier one, and none before it",
     "`of top set`, `of first set` and their like are of the sets that stand before them on the "
     "same line.",
     _item("Squat; 3x5 80% of top set"), _item("Squat; 1x3 @8, 3x5 80% of top set")),
    ("E364", "load that cannot be meant",
     "Nobody lifts more than twice a max, or more than a tonne. Of the bodyweight people do lift "
     "more than twice.",
     _item("Squat; 3x5 250%", header=("max Squat 100kg",)),
     _item("Squat; 3x5 75%", header=("max Squat 100kg",))),
    ("E365", "training max above the max",
     "The training max is a part of the 1RM, so that every set can be done well: 85 to 90 per "
     "cent, as a rule.",
     _header("training max 110%"), _header("training max 90%")),
    ("E366", "unknown 1RM formula",
     "The formulas are epley (the usual one), brzycki, wendler, lombardi, oconner, lander, mayhew "
     "and wathan.",
     _header("1rm by brzicki"), _header("1rm by brzycki")),
    ("E367", "max that nobody has",
     "A max is what somebody has lifted: something, and no more than a tonne.",
     _header("max Squat 0kg"), _header("max Squat 100kg")),
    ("E368", "load of nothing",
     "A load of zero is no load. Without one, the set is done as the exercise is: with the body, "
     "or as the athlete chooses.",
     _item("Squat; 3x5 0kg"), _item("Squat; 3x5 empty bar")),
    ("E369", "warm-up that hangs on an earlier set",
     "A warm-up comes before all other sets of its line. Per cent in it are of the first working "
     "set.",
     _item("Squat; 3x5 60kg; warmup 1x5 50% of top set"),
     _item("Squat; 3x5 60kg; warmup 1x5 50%")),
    ("E370", "warm-up heavier than the work",
     "Per cent in a warm-up are of the first working set, so they stay at 100 or below.",
     _item("Squat; 3x5 60kg; warmup 1x5 110%"), _item("Squat; 3x5 60kg; warmup 1x5 90%")),
    ("E371", "weight beyond the body's, on a bar",
     "A plus is what hangs on the athlete: `Dip; 3x8 +10kg`. A lift with a bar has a load of its "
     "own. A week that is 10 kg heavier than the one before says so in full.",
     _item("Squat; 3x5 75%", "  week 2: +10kg", header=("max Squat 100kg",)),
     _item("Squat; 3x5 75%", "  week 2: 85kg", header=("max Squat 100kg",))),
    ("W527", "per cent of a max that nobody has given",
     "Neither the plan nor the diary says what the athlete can lift, so the load stays a per "
     "cent. The max of an athlete belongs in the diary; a plan for one athlete may say it itself.",
     _item("Squat; 3x5 75%"), _item("Squat; 3x5 75%", header=("max Squat 100kg",))),
    ("W528", "per cent of a bodyweight that nobody has given",
     "The bodyweight is in the diary: in the athlete's lines, or as a dated entry.",
     _item("Squat; 3x5 50% bw"), _item("Squat; 3x5 40kg")),
    ("W529", "weight of an exercise done with the body",
     "On a bar, on rings or between bars a weight comes on top of the body, and is written with "
     "a plus.",
     _item("Pull Up; 3x5 10kg"), _item("Pull Up; 3x5 +10kg")),
    ("W530", "max said twice", "A plan says each max once; of two the later one holds.",
     _header("max Squat 100kg", "max Squat 110kg"), _header("max Squat 110kg")),
    ("W531", "effort beyond the table",
     "The table that makes a load of repetitions and effort ends at about fifteen repetitions to "
     "failure. Beyond that the athlete finds the load by feel.",
     _item("Squat; 3x15 @6"), _item("Squat; 3x8 @6")),
    ("W532", "max of many repetitions",
     "Formulas for the 1RM agree up to about ten repetitions, and part from there on.",
     _header("max Squat 15rm 60kg"), _header("max Squat 5rm 90kg")),
)  # fmt: skip

CODES = codes(_ROWS)
