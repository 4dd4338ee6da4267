"""Every mistake of a file is told in one run, on its line, in words that help."""

from __future__ import annotations

from random import Random

import pytest

from tests.unit.syntax.reading import diary, mended, places, plan

#: Lines of a plan without mistakes, and each with one planted in it.
PLAN = """\
plan "A back that runs"
  starts 2026-12-07
  lasts 8 weeks
  timezone Europe/Berlin
  care rehab
  untried assess
  use runner-back

session "Strength" on mon, wed, fri at 07:00 for 40min
  all from flexibility where helps or untried; 1x30s each side
  pick 4 from strength where painfree and slow and form good; 3x8-12; slow; progress reps
  Superman; 3x8; rest 60s; tempo 3-1-1-0
  Single Leg Bridge L/R; 3x8-12
  when back pain > 0: cue "Smaller, slower."
  note "Stop a set as soon as the form goes."

session "Easy run" on tue, sat at 18:00
  warmup 5min brisk walk
  run 30min easy
  cooldown 5min walk
    cue "Loose shoulders."

pool hips = strength where trains glutes and not needs ball

exercise "Wall Sit"
  kind strength
  measure hold
  rep 4s
  loads axial low
  dose 3x30-60s

place home: mat, chair
""".splitlines()

PLANTED = {
    2: ["  starts 07.12.2026", "  strats 2026-12-07", "  starts"],
    3: ["  lasts 8 wekes", "  lasts 8", "  lasts eight weeks"],
    4: ["  timezon Europe/Berlin", "  timezone"],
    5: ["  care rehap", "  care"],
    6: ["  untried asess", "  untried maybe"],
    7: ["  us runner-back", "  use"],
    9: ['session "Strength" on mnday, wed', 'session "Strength" on mon at 7', 'sesion "Strength"'],
    10: ["  all from flexibility where helps or; 1x30s", "  all form flexibility; 1x30s"],
    11: ["  pick 4 from strength where panfree; 3x8-12", "  pick four from strength; 3x8-12"],
    12: ["  Superman; 3*8; rest 60s", "  Superman; 3x8; rset 60s", "  Superman; 3x8; rest 60"],
    13: ["  Single Leg Bridge R/R; 3x8-12", "  Single Leg Bridge L/R; 3x12-8"],
    14: ['  when back paln > 0: cue "Smaller."', '  whem back pain > 0: cue "Smaller."'],
    15: ["  note Stop a set", '  note "Stop a set'],
    17: ['session "Easy run" on teu at 18:00', 'session "Easy run" onn tue'],
    18: ["  warmup 5min brisk wlak", "  warmup brisk"],
    19: ["  run 30 easy", "  run 5m easy", "  run 30min esy"],
    20: ["  cooldown walk", "  cooldwn 5min walk"],
    21: ["    cue Loose", "    cute \"Loose shoulders.\""],
    23: ["pool hips = strength where trains", "pol hips = strength where trains glutes"],
    25: ["exercise", "exercsie \"Wall Sit\""],
    26: ["  knid strength"],
    27: ["  measure"],
    28: ["  rep 4", "  rep slow"],
    29: ["  loads axial lwo"],
    30: ["  dose 30-60", "  dose"],
    32: ["place home mat", "plcae home: mat"],
}  # fmt: skip


def told(outcome):
    return [each.span.line for each in outcome.diagnostics]


def test_the_sample_has_no_mistakes():
    assert plan("\n".join(PLAN)).diagnostics == ()


@pytest.mark.parametrize(
    ("line", "text"), [(line, text) for line, texts in PLANTED.items() for text in texts]
)
def test_each_mistake_alone_is_told_once_on_its_line(line, text):
    lines = [*PLAN]
    lines[line - 1] = text
    assert told(plan("\n".join(lines))) == [line]


@pytest.mark.parametrize("seed", range(50))
def test_of_twenty_mistakes_all_are_told_and_nothing_else(seed):
    chance = Random(seed)
    wrong = sorted(chance.sample(sorted(PLANTED), 20))
    lines = [*PLAN]
    for line in wrong:
        lines[line - 1] = chance.choice(PLANTED[line])
    found = told(plan("\n".join(lines)))
    assert len(set(found) & set(wrong)) >= 18
    assert len(found) - len(set(found) & set(wrong)) <= 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-12-08 paln 3 lower back", ["1:12 E101"]),
        ("2026-12-08 mornin pain 0", ["1:12 E101"]),
        ("2026-12-10 redflag numbness left leg", ["1:12 E101"]),
        ("2026-12-10 flag numbnes left leg", ["1:17 E101"]),
        ('2026-12-20 claered by "physio"', ["1:12 E101"]),
        ("2026-12-07 Superman; 10; paln 0", ["1:26 E101"]),
        ("2026-12-07 Superman; 10; pain left 0, rihgt 4", ["1:39 E101"]),
        ('2026-12-07 "Strength"\n  Superman; 10; pian 3', ["2:17 E101"]),
        ('2026-12-07 "Strength"\n  flet rpe 6', ["2:3 E101"]),
        ('2026-12-07 "Strength"\n  slwo', ["2:3 E101"]),
        ('2026-12-07 "Strength"\n  left 10, 9', ["2:3 E108"]),
        ('2026-12-07 "Strength"\n  Superman; 10\n    Beetle; 10', ["3:5 E101"]),
    ],
)
def test_a_misspelt_word_of_a_diary_is_never_passed_over(text, expected):
    assert places(diary(text)) == expected


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Superman; rset 60s", "Superman; rest 60s"),
        ("Superman; 3*8", "Superman; 3x8"),
        ("Superman; 3x8–12", "Superman; 3x8-12"),
        ("Superman; 3x12-8", "Superman; 3x8-12"),
        ("Superman R/R; 3x8", "Superman L/R; 3x8"),
        ("pick 4 form strength", "pick 4 from strength"),
        ("all from flexibility where panfree", "all from flexibility where painfree"),
        ("Pick 4 from strength", "pick 4 from strength"),
        ("note Stop a set", 'note "Stop a set"'),
        ("Superman; cue “Slowly.”", 'Superman; cue "Slowly."'),
        ("Superman; Slow", "Superman; slow"),
    ],
)
def test_what_is_certain_can_be_mended(wrong, right):
    head = 'session "A" on mon\n  '
    assert mended(plan(head + wrong)) == head + right


@pytest.mark.parametrize(
    "text",
    [
        "Beetle; 3x8",  # near to no keyword, and nothing is made of it
        "Pike Push Up; 3x8",
        "pike push up; 3x8",
        "Plank; 3x8",
        "plain squat; 3x8",
        "Rest Pose; 3x8",
        "Walking Lunge; 3x8",
        "Reach with rotation; 3x8",
    ],
)
def test_a_name_is_no_slip_for_a_keyword(text):
    assert plan(f'session "A" on mon\n  {text}').diagnostics == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Superman; rest 60", "expected `h`, `min`, `s` or `sec`"),
        ("Superman; tempo fast", "expected four counts as in `3-1-1-0`"),
        ("pick four from strength", "expected a number"),
        ("run easy", "expected a number, sets as in `3x`, `(` or `until`"),
    ],
)
def test_it_is_said_what_could_stand_there(text, said):
    (found,) = plan(f'session "A" on mon\n  {text}').diagnostics
    assert found.hints[0] == said


@pytest.mark.parametrize(
    "text", ["run in place", "all fours rock", "Reach (Shin)", "Row, bent over"]
)
def test_names_that_need_quotes_are_told_so(text):
    (found,) = plan(f'session "A" on mon\n  {text}').diagnostics
    assert found.hints[-1].endswith("stands in quotes")
    assert plan(f'session "A" on mon\n  "{text}"').diagnostics == ()
