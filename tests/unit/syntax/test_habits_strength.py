"""What lifters and their coaches write elsewhere: the fix that is offered is right as it stands."""

from __future__ import annotations

import pytest

from tests.unit.syntax.reading import mended, plan

CLAUSES = [
    ("5x5x60kg", "5x5 60kg"),
    ("5x5 x 60kg", "5x5 60kg"),
    ("60kg 5x5", "5x5 60kg"),
    ("60 kg x 5", "1x5 60 kg"),
    ("3x8 at 60kg", "3x8 60kg"),
    ("3x8 @ 62.5kg", "3x8 62.5kg"),
    ("3x8 @75%", "3x8 75%"),
    ("3x8, 60kg", "3x8 60kg"),
    ("3x8 (60kg)", "3x8 60kg"),
    ("3x8 60kgs", "3x8 60kg"),
    ("3x8 60 Kg", "3x8 60kg"),
    ("3x8 135 lbs", "3x8 135lb"),
    ("5x5 75%1RM", "5x5 75% 1rm"),
    ("5x5 75% of my 1RM", "5x5 75% of 1rm"),
    ("5x5 75% of the training max", "5x5 75% of tm"),
    ("3x8 RIR 2", "3x8 2 rir"),
    ("3x8 RIR 1-2", "3x8 1-2 rir"),
    ("3x8 RPE8.5", "3x8 @8.5"),
    ("3x8 @ RPE 8", "3x8 @8"),
    ("3x8 BW + 10kg", "3x8 +10kg"),
    ("AMRAP", "max"),
    ("3 x AMRAP", "3xmax"),
    ("1x5 AMRAP", "1x5+"),
    ("3 sets to failure", "3xmax"),
    ("5x5 1x5+", "5x5, 1x5+"),
    ("21/15/9", "21-15-9"),
    ("rest 1:30", "rest 90s"),
    ("2min rest", "rest 2min"),
    ("rest 90 seconds", "rest 90s"),
    ("progress weight by 5kg", "progress load by 5kg"),
    ("progress reps then weight by 2kg", "progress reps then load by 2kg"),
    ("progress load +5kg", "progress load by 5kg"),
    ("add 2.5kg every session", "progress load by 2.5kg"),
    ("progress: reps", "progress reps"),
    ("on fail load -5kg", "on miss load -5kg"),
    ("on 3 failures load 90%", "on 3 misses load 90%"),
    ("after 3 misses load 90%", "on 3 misses load 90%"),
    ("on 3 misses decrease weight by 10%", "on 3 misses load -10%"),
    ("on success add 5kg", "on hit load +5kg"),
    ("on miss load - 5kg", "on miss load -5kg"),
    ("if scaled 3x5", "if scaled: 3x5"),
]
LINES = [
    ("Squat 60kg", "Squat; 60kg"),
    ("Thruster 21-15-9", "Thruster; 21-15-9"),
    ("do main Squat, 5kg", "do main(Squat, 5kg)"),
    ("Squat\n    week 4 deload", "Squat\n    week 4: deload"),
    ("Squat\n    deload week 4", "Squat\n    week 4: deload"),
    ("Squat\n    weeks 1 to 3: 5x5", "Squat\n    weeks 1-3: 5x5"),
    ("super set\n    Squat", "superset\n    Squat"),
    ("Super-set\n    Squat", "superset\n    Squat"),
    ("tri-set\n    Squat", "circuit\n    Squat"),
    ("EMOM 10\n    Squat", "emom 10min\n    Squat"),
    ("10min EMOM\n    Squat", "emom 10min\n    Squat"),
    ("AMRAP 12min\n    Squat", "amrap 12min\n    Squat"),
    ("5 RFT\n    Squat", "for time 5 rounds\n    Squat"),
    ("3 rounds for time\n    Squat", "for time 3 rounds\n    Squat"),
    ("for time, cap 20\n    Squat", "for time cap 20min\n    Squat"),
    ("4 rounds of:\n    Squat", "circuit 4 rounds\n    Squat"),
    ("tabata 20/10\n    Squat", "tabata 20s/10s\n    Squat"),
    ("e2mom 10\n    Squat", "every 2min for 10min\n    Squat"),
]
STATEMENTS = [
    ('block "A" for 4 weeks', 'phase "A" for 4 weeks'),
    ('phase "A", 4 wks', 'phase "A" for 4 weeks'),
    ('phase "A" for 4 weeks x 3', 'phase "A" for 4 weeks, repeat 3 times'),
    ('alternate "A" and "B" on monday', 'rotation "A", "B" on mon'),
    ("template main(lift; step)", "template main(lift, step)"),
    ("progression p step", "progression p(step)"),
    ("progression p\n  on hit load +5kg", "progression p\n  on hit: load +5kg"),
    ("progression p\n  stages 5x3+ 6x2+", "progression p\n  stages 5x3+, 6x2+"),
    ("progression p\n  on miss: n++", "progression p\n  on miss: n = n + 1"),
    ('plan "A"\n  TM Squat 90kg', 'plan "A"\n  training max Squat 90kg'),
    ('plan "A"\n  1RM Squat: 100kg', 'plan "A"\n  max Squat 100kg'),
    ('plan "A"\n  round to 2.5 kg', 'plan "A"\n  rounding 2.5 kg'),
]


@pytest.mark.parametrize(("text", "meant"), CLAUSES)
def test_a_clause(text, meant):
    before = 'session "A" on mon\n  Squat; '
    wrong = plan(before + text)
    assert len(wrong.diagnostics) == 1
    assert mended(wrong) == before + meant
    assert plan(before + meant).diagnostics == ()


@pytest.mark.parametrize(("text", "meant"), LINES)
def test_a_line_of_a_session(text, meant):
    before = 'session "A" on mon\n  '
    wrong = plan(before + text)
    assert mended(wrong) == before + meant
    assert len(wrong.diagnostics) == 1


@pytest.mark.parametrize(("text", "meant"), STATEMENTS)
def test_a_statement(text, meant):
    wrong = plan(text)
    assert mended(wrong) == meant
    assert len(wrong.diagnostics) == 1
    assert plan(meant).diagnostics == ()


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("5x5 @ 60", "60kg"),
        ("5x5@60", "60kg"),
        ("5x5 60", "60kg"),
        ("5x60kg", "1x5 60kg"),
        ("5/3/1", "1x5, 1x3, 1x1+"),
        ("increase load", "progress load by 2.5kg"),
        ("progress load", "progress load by 2.5kg"),
        ("double progression", "progress reps then load by 2.5kg"),
        ("deload week", "week 4: deload"),
        ("on 3 misses deload 10%", "deload 90%"),
        ("on 3 misses load 10%", "load -10%"),
    ],
)
def test_what_nobody_has_said_is_an_example_and_no_fix(text, hint):
    (found,) = plan(f'session "A" on mon\n  Squat; {text}').diagnostics
    assert hint in found.hints[0]
    assert found.fixes == ()


@pytest.mark.parametrize(
    "line",
    [
        "Squat; 5x5 60 kg",
        "Squat; 5x5 75 % of tm",
        "Squat; 5x5 75% of Front Squat",
        "Superset Row; 3x8",
        "Circuit Breaker; 3x8",
        "Emom Burpee; 3x8",
        '"Squat 60kg"; 3x8',
        "Figure 8 Carry; 3x30s",
        'Squat; cue "5x5 @ 60, then AMRAP"',
    ],
)
def test_what_only_looks_like_a_habit_is_left_alone(line):
    assert plan(f'session "A" on mon\n  {line}').diagnostics == ()
