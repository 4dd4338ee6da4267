"""Phases, weeks, rotations, tracks, templates and versions; what holds in a week or on a rung."""

from __future__ import annotations

import pytest

from mesocycle.syntax.nodes import (
    AtPlace,
    AtRung,
    Count,
    Deload,
    Direct,
    Do,
    ExerciseRef,
    Lasting,
    Not,
    OnDays,
    OnTrack,
    PhaseHead,
    Progress,
    RawLine,
    RotationHead,
    Skip,
    Swap,
    TemplateHead,
    TrackHead,
    Under,
    Use,
    Version,
    WeekOf,
    WeeksHead,
    Word,
)
from tests.unit.syntax.reading import piece, places, plan, refusal


@pytest.mark.parametrize(
    ("rule", "text", "node"),
    [
        ("phase_head", 'phase "Base" for 4 weeks', PhaseHead(Word("Base"), 4, word=Word("4"))),
        ("phase_head", 'phase "Base" for 1 week, repeat 3 times',
         PhaseHead(Word("Base"), 1, 3, Word("1"))),
        ("weeks_head", "week 1", WeeksHead((Count(1, 1),), Word(""))),
        ("weeks_head", "weeks 1-3, 5", WeeksHead((Count(1, 3), Count(5, 5)), Word(""))),
        ("rotation_head", 'rotation "A", "B" on mon, wed for 60min',
         RotationHead((Word("A"), Word("B")), (OnDays((0, 2)), Lasting(3600)))),
        ("rotation_head", 'rotation "A", "B", "C"',
         RotationHead((Word("A"), Word("B"), Word("C")))),
        ("track_head", "track scaled", TrackHead(Word("scaled"))),
        ("template_head", "template main", TemplateHead(Word("main"))),
        ("template_head", "template main(lift, step)",
         TemplateHead(Word("main"), (Word("lift"), Word("step")))),
        ("version", "version 2", Version(2, Word("2"))),
        ("use", "use strength@2", Use(Word("strength"), version=2)),
        ("use", "use strength@12 as s", Use(Word("strength"), prefix=Word("s"), version=12)),
        ("item", "do main", Do(Word("main"))),
        ("item", "do main(Back Squat, 2.5kg)",
         Do(Word("main"), ((None, Word("Back Squat")), (None, Word("2.5kg"))))),
        ("item", "do main(lift: Back Squat , step: 5kg)",
         Do(Word("main"), ((Word("lift"), Word("Back Squat")), (Word("step"), Word("5kg"))))),
        ("item", 'do main("Reach (Shin)", 3x8-12 60%)',
         Do(Word("main"), ((None, Word('"Reach (Shin)"')), (None, Word("3x8-12 60%"))))),
    ],
)  # fmt: skip
def test_heads(rule, text, node):
    assert piece(rule, text) == node


@pytest.mark.parametrize(
    ("rule", "text", "code"),
    [
        ("phase_head", 'phase "Base"', "E102"),
        ("phase_head", "phase for 4 weeks", "E100"),
        ("phase_head", "phase Base for 4 weeks", "E113"),
        ("phase_head", 'phase "Base", 4 weeks', "E100"),
        ("phase_head", 'phase "Base" 4 weeks', "E100"),
        ("phase_head", 'phase "Base" for 0 weeks', "E132"),
        ("phase_head", 'phase "Base" for 4 days', "E100"),
        ("phase_head", 'phase "Base" for 4 weeks x3', "E100"),
        ("phase_head", 'phase "Base" for 4 weeks, 3 times', "E100"),
        ("phase_head", 'phase "Base" until painfree', "E102"),
        ("weeks_head", "week", "E102"),
        ("weeks_head", "week one", "E100"),
        ("weeks_head", "weeks 3-1", "E131"),
        ("weeks_head", "weeks 1 2", "E100"),
        ("rotation_head", "rotation", "E102"),
        ("rotation_head", 'rotation "A" and "B" on mon', "E100"),
        ("rotation_head", "rotation A, B on mon", "E113"),
        ("rotation_head", 'rotation "A", "B" on monday', "E101"),
        ("track_head", "track", "E102"),
        ("track_head", "track scaled, rx", "E100"),
        ("template_head", "template", "E102"),
        ("template_head", "template main(", "E102"),
        ("template_head", "template main()", "E100"),
        ("template_head", "template main lift", "E100"),
        ("template_head", "template main(lift; step)", "E100"),
        ("template_head", "template main(lift, lift)", "E133"),
        ("template_head", 'template "main"', "E100"),
        ("version", "version", "E102"),
        ("version", "version 0", "E132"),
        ("version", "version 1.2", "E100"),
        ("version", "version two", "E100"),
        ("use", "use strength@", "E100"),
        ("use", "use strength@two", "E100"),
        ("use", "use strength@1.2", "E100"),
        ("use", "use strength@0", "E132"),
        ("use", "use strength 2", "E100"),
        ("item", "do", "E102"),
        ("item", "do main Squat", "E100"),
        ("item", "do main(", "E102"),
        ("item", "do main()", "E100"),
        ("item", "do main(Squat", "E102"),
        ("item", "do main(Squat,)", "E100"),
        ("item", "do main(lift: )", "E100"),
    ],
)
def test_what_is_no_head_is_refused(rule, text, code):
    assert refusal(rule, text) == code


ONE = (Count(1, 1),)
ROW = Swap(ExerciseRef(Word("Ring Row")))


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("week 1: deload", Deload()),
        ("week 1: deload 60%", Deload(60, Word("60%"))),
        ("week 1: skip", Skip()),
        ("week 1: instead Ring Row", ROW),
        ("week 1: progress none", Progress(())),
        ("weeks 1: if scaled: instead Ring Row", Under(OnTrack(Word("scaled")), ROW, "if")),
    ],
)
def test_what_holds_in_a_week(text, clause):
    assert piece("week_of", text) == WeekOf(ONE, clause, Word(""))


def test_weeks_are_listed_and_ranges():
    assert piece("week_of", "weeks 1-3, 5: 5x5").weeks == (Count(1, 3), Count(5, 5))


def test_what_holds_on_a_rung():
    line = piece("at_rung", "at Arch Hang: progress none")
    assert line == AtRung(Word("Arch Hang"), Progress(()))


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("if scaled: instead Ring Row", Under(OnTrack(Word("scaled")), ROW, "if")),
        ("if not scaled: instead Ring Row", Under(Not(OnTrack(Word("scaled"))), ROW, "if")),
        ("if scaled: skip", Under(OnTrack(Word("scaled")), Skip(), "if")),
        ("if outdoors: instead Ring Row", Under(AtPlace(Word("outdoors")), ROW, "if")),
    ],
)
def test_what_holds_on_a_track(text, clause):
    assert piece("clause", text) == clause


@pytest.mark.parametrize(
    ("rule", "text", "code"),
    [
        ("week_of", "week 1:", "E102"),
        ("week_of", "week 1 deload", "E100"),
        ("week_of", "week: deload", "E100"),
        ("week_of", "week 1: deload week", "E100"),
        ("week_of", "week 1: deload 60", "E100"),
        ("week_of", "week 1: deload 100%", "E132"),
        ("week_of", "week 1: deload 10%", "E132"),
        ("week_of", "week 1: deload 62.5%", "E132"),
        ("week_of", "week 1: off", "E101"),
        ("week_of", "week 1: skip it", "E100"),
        ("week_of", "weeks 1 to 3: 5x5", "E100"),
        ("week_of", "week 1: 5", "E109"),
        ("at_rung", "at Arch Hang", "E102"),
        ("at_rung", "at: 3x8", "E100"),
        ("at_rung", "at Arch Hang: skip", "E100"),
        ("at_rung", "at Arch Hang: 3", "E109"),
        ("clause", "if scaled 3x5", "E101"),
        ("clause", "if scaled: deload", "E100"),
        ("clause", "if not: 3x5", "E100"),
        ("clause", "if pain: skip", "E133"),
        ("clause", "when scaled: 3x5", "E100"),
        ("clause", "skip", "E100"),
        ("clause", "deload", "E100"),
    ],
)
def test_what_holds_nowhere_is_refused(rule, text, code):
    assert refusal(rule, text) == code


def test_sessions_stand_in_weeks_and_weeks_in_phases():
    outcome = plan(
        'phase "A" for 4 weeks\n'
        "  week 1\n"
        '    session "X" on mon\n'
        "      Squat; 3x5\n"
        "        week 2: 3x3; rest 3min\n"
        "          tempo 3-1-1-0\n"
        '  session "Y" on tue\n'
        '  rotation "X", "Y" on wed\n'
    )
    assert outcome.diagnostics == ()
    (phase,) = outcome.value.statements
    week, session, rotation = phase.children
    assert [type(each.head.node).__name__ for each in phase.children] == [
        "WeeksHead", "SessionHead", "RotationHead",
    ]  # fmt: skip
    assert (session.children, rotation.children) == ((), ())
    (line,) = week.children[0].children[0].children
    assert isinstance(week.children[0].children[0].head.node, Direct)
    assert [type(each.node).__name__ for each in (line.head, *line.clauses)] == [
        "WeekOf", "Rest", "Tempo",
    ]  # fmt: skip


def raw(text):
    """A template's lines as they are kept: how deep, and the text."""
    outcome = plan(text)
    assert outcome.diagnostics == ()
    (template,) = outcome.value.statements
    lines = [child.head for child in template.children]
    assert all(
        isinstance(line.node, RawLine) and line.span.text == line.node.text.text for line in lines
    )
    return [(line.node.depth, line.node.text.text) for line in lines]


def test_a_template_keeps_its_lines_as_they_are():
    assert raw(
        "template main(lift)\n"
        "  lift; 3x5 # why\n"
        "    week 1: what ( is; this\n"
        "\n"
        "    # a comment\n"
        '      "open\n'
        "  superset\n"
    ) == [
        (1, "lift; 3x5 # why"),
        (2, "week 1: what ( is; this"),
        (3, '"open'),
        (1, "superset"),
    ]


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("template main(lift); lift", ["1:22 E114"]),
        ("template main(lift)\n  lift\n lift", ["3:1 E106"]),
        ("template main(lift)\n\tlift", ["2:1 E104"]),
        ("template main(lift)\n  lift\u202e", ["2:7 E105"]),
        ('week 1\n  Squat; 3x5', ["2:3 E101"]),
        ('week 1; session "A"', ["1:9 E114"]),
        ('phase "A" for 4 weeks\n  phase "B" for 1 week', ["2:3 E108"]),
        ("track scaled\n  Squat", ["2:3 E107"]),
        ('session "A" on mon\n  Squat; week 2: 3x5', ["2:10 E114"]),
        ('session "A" on mon\n  Squat\n    week 2: 3x5\n      week 3: 3x5', ["4:7 E108"]),
        ('session "A" on mon\n  Squat\n    at Squat: 3x5\n      Bridge', ["4:7 E101"]),
    ],
)  # fmt: skip
def test_mistakes_of_structure(text, mistakes):
    assert places(plan(text)) == mistakes
