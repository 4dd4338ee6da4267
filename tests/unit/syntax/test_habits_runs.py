"""What runners write elsewhere: where only one thing can be meant, the fix makes it right."""

from __future__ import annotations

import pytest

from tests.unit.syntax.reading import mended, plan

LINES = [
    ("run 6 x 400m", "run 6x400m"),
    ("run 30'", "run 30min"),
    ("run 1h30", "run 90min"),
    ("run 2x20'", "run 2x20min"),
    ("run 30min at 5'30\"/km", "run 30min at 5:30/km"),
    ("run 30min @ 5:30/km", "run 30min at 5:30/km"),
    ("run 30min at 8:30 min/mile", "run 30min at 8:30/mi"),
    ("run 30min Z2", "run 30min zone 2"),
    ("run 30min z2-3", "run 30min zone 2-3"),
    ("run 30min HR 140-150", "run 30min hr 140-150"),
    ("run 30min 150bpm", "run 30min hr 150"),
    ("bike 40min at 90% of FTP", "bike 40min power 90%"),
    ("run 10min at HMP", "run 10min at hm pace"),
    ("run 10min @ 10K pace", "run 10min at 10k pace"),
    ("Tempo run 20min", "run 20min tempo"),
    ("jog 5km", "run 5km easy"),
    ("30 min easy run", "run 30min easy"),
    ("W/U 10min", "warmup 10min"),
    ("run 6x400m with 90s rest", "run 6x(400m, rest 90s)"),
    ("run 10min easy + 20min tempo", "run (10min easy, 20min tempo)"),
    ("run (1min, 2min walk) x 6", "run 6x(1min, 2min walk)"),
    ("run until hr below 120", "run until hr < 120"),
    ("run 10min zone 1 to zone 3", "run 10min from zone 1 to zone 3"),
    ("run 30min easy\n    week 2 100min", "run 30min easy\n    week 2: 100min"),
    ("run 30min easy\n    week 2: rest", "run 30min easy\n    week 2: skip"),
]
EXAMPLES = ["run 6x400", "strides", "fartlek", "run 30min hard", "run 10min at race pace",
            "run 30min at 5.30/km", "run 45:00", "10 miles easy"]  # fmt: skip
STATEMENTS = [
    ("calendar\n  rest sunday", "calendar\n  rest on sun"),
    ("calendar\n  skip 24.12.2026", "calendar\n  skip 2026-12-24"),
    ("calendar\n  skip Dec 24, 2026", "calendar\n  skip 2026-12-24"),
    ("calendar\n  swap tue and thu week 3", "calendar\n  swap tue with thu in week 3"),
    ("calendar\n  missed: postpone", "calendar\n  missed: shift"),
    ('calendar\n  race "A" 18/04/2027 10am', 'calendar\n  race "A" on 2027-04-18 at 10:00'),
    ('phase "A" for the remaining weeks', 'phase "A" for the rest'),
    ("progression p\n  step 1: run 20min", "progression p\n  stage 1: run 20min"),
    ('plan "A"\n  week starts monday', 'plan "A"\n  week starts mon'),
]


@pytest.mark.parametrize(("written", "meant"), LINES)
def test_a_line_of_a_session(written, meant):
    head = 'session "A" on mon\n  '
    right = mended(plan(head + written))
    assert right == head + meant
    assert plan(right).diagnostics == ()


@pytest.mark.parametrize(("written", "meant"), STATEMENTS)
def test_a_statement(written, meant):
    right = mended(plan(written))
    assert right == meant
    assert plan(right).diagnostics == ()


@pytest.mark.parametrize("written", EXAMPLES)
def test_what_nobody_has_said_is_an_example_and_no_fix(written):
    (found,) = plan(f'session "A" on mon\n  {written}').diagnostics
    assert found.hints[0].startswith("for example: ")
    assert found.fixes == ()


def test_a_date_that_may_be_either_way_round_is_asked_about():
    (found,) = plan("calendar\n  skip 04/05/2026").diagnostics
    assert found.fixes == ()


def test_a_broken_line_of_a_run_keeps_what_is_nested_under_it():
    text = 'session "A" on mon\n  easy run 30 min\n    week 2: 40min\n    cue "Tall."'
    outcome = plan(text)
    assert len(outcome.diagnostics) == 1
    (session,) = outcome.value.statements
    (run,) = session.children
    assert len(run.children) == 1
    assert len(run.clauses) == 1
