"""Groups of items, and complexes: superset, circuit, EMOM, AMRAP, for time, Tabata."""

from __future__ import annotations

import pytest

from mesocycle.syntax.nodes import Complex, ExerciseRef, GroupHead, Word
from tests.unit.syntax.reading import piece, places, plan, refusal


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("superset", GroupHead("superset")),
        ("superset 3 rounds", GroupHead("superset", 3)),
        ('circuit 4 rounds "Push"', GroupHead("circuit", 4, title=Word("Push"))),
        ("circuit 1 round", GroupHead("circuit", 1)),
        ("interleave", GroupHead("interleave")),
        ("emom 10min", GroupHead("emom", seconds=600, each=60, word=Word("10min"))),
        ("emom 10min alternating",
         GroupHead("emom", seconds=600, each=60, alternating=True, word=Word("10min"))),
        ("every 90s for 12min", GroupHead("every", seconds=720, each=90, word=Word("12min"))),
        ("every 2min for 5 rounds", GroupHead("every", seconds=600, each=120, word=Word("2min"))),
        ("amrap 12min", GroupHead("amrap", seconds=720, word=Word("12min"))),
        ("for time", GroupHead("for_time")),
        ('for time "Fran"', GroupHead("for_time", title=Word("Fran"))),
        ("for time cap 20min", GroupHead("for_time", cap=1200)),
        ("for time 5 rounds cap 12min", GroupHead("for_time", 5, cap=720)),
        ("tabata", GroupHead("tabata", each=20, off=10)),
        ("tabata 6 rounds 30s/15s", GroupHead("tabata", 6, each=30, off=15)),
    ],
)  # fmt: skip
def test_the_head_of_a_group(text, head):
    assert piece("group_head", text) == head


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("super set", "E100"),
        ("supersets", "E101"),
        ("superset 3", "E100"),
        ("superset 0 rounds", "E132"),
        ("superset 101 rounds", "E132"),
        ("superset three rounds", "E100"),
        ("superset of 2", "E100"),
        ("superset Push", "E113"),
        ("circuit x4", "E100"),
        ("circuit 4 sets", "E101"),
        ("circuit 4 times", "E101"),
        ("circuit for 10min", "E100"),
        ("giant set", "E100"),
        ("emom", "E102"),
        ("emom 10", "E100"),
        ("emom 90s", "E133"),
        ("emom 10min each", "E100"),
        ("EMOM 10min", "E101"),
        ("e2mom 10", "E100"),
        ("every 90s", "E102"),
        ("every 90s for", "E102"),
        ("every 90s for 10min", "E133"),
        ("every minute for 10min", "E100"),
        ("amrap", "E102"),
        ("amrap 12", "E100"),
        ("amrap 3 rounds", "E100"),
        ("12min amrap", "E100"),
        ("for", "E102"),
        ("for time cap", "E102"),
        ("for time cap 20", "E100"),
        ("for 20min", "E100"),
        ("5 rounds for time", "E100"),
        ("tabata 20/10", "E100"),
        ("tabata 30s", "E100"),
    ],
)
def test_what_is_no_head_of_a_group_is_refused(text, code):
    assert refusal("group_head", text) == code


def ref(name):
    return ExerciseRef(Word(name))


def test_a_complex_is_several_exercises_in_one():
    text = "Clean + Front Squat + Jerk"
    names = tuple(ref(name) for name in ("Clean", "Front Squat", "Jerk"))
    assert piece("item", text) == Complex(names)
    assert piece("item", f"light: {text}") == Complex(names, Word("light"))


@pytest.mark.parametrize(
    ("text", "code"),
    [("Clean +", "E102"), ("+ Clean", "E100"), ("Clean + Jerk | Snatch", "E100"),
     ("Clean + 5x5", "E100"), ("Clean + + Jerk", "E100")],
)  # fmt: skip
def test_what_is_no_complex_is_refused(text, code):
    assert refusal("item", text) == code


def nodes(outcome):
    """The kinds of a session's children and of theirs."""
    (session,) = outcome.value.statements
    return [
        (type(child.head.node).__name__, [type(each.head.node).__name__ for each in child.children])
        for child in session.children
    ]


def test_items_stand_in_a_group_and_clauses_beside_them():
    outcome = plan(
        'session "A" on mon\n'
        "  superset 3 rounds; rest 60s\n"
        "    Squat; 8 reps\n"
        "    run 400m\n"
        "    rest 90s between rounds\n"
        "    week 2: 10 reps\n"
        "    pick 1 from hips\n"
        "  Plank; 3x30s\n"
    )
    assert outcome.diagnostics == ()
    assert nodes(outcome) == [
        ("GroupHead", ["Direct", "Stretch", "WeekOf", "Pick"]),
        ("Direct", []),
    ]
    assert len(outcome.value.statements[0].children[0].clauses) == 2


def test_every_is_a_group_in_a_session_and_a_rule_in_a_group():
    outcome = plan(
        'session "A" on mon\n  emom 10min\n    Squat; 5 reps\n    every 2 sessions reps +1'
    )
    assert outcome.diagnostics == ()
    (group,) = outcome.value.statements[0].children
    assert [type(clause.node).__name__ for clause in group.clauses] == ["On"]


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("superset\n    circuit\n      Squat", ["3:5 E108"]),
        ("superset; Squat", ["2:13 E114"]),
        ("super set\n    Squat", ["2:3 E100"]),
        ("Super set\n    Squat", ["2:3 E100"]),
        ("supreset\n    Squat", ["2:3 E101"]),
        ("Superset\n    Squat", ["2:3 E101"]),
        ("circuit\n    rest 60", ["3:11 E102"]),
        ("circuit\n    warmup 2x5 empty bar\n    Squat", ["3:5 E108"]),
        ("Squat\n    superset\n      Bridge", ["3:5 E108"]),
    ],
)
def test_mistakes_around_groups(text, mistakes):
    assert places(plan(f'session "A" on mon\n  {text}')) == mistakes
