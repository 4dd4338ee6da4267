"""What a diary says of days and sessions: screening, answers, conditions, what changed."""

from __future__ import annotations

import pytest

from mesocycle.syntax.diary_nodes import (
    AnswersEntry,
    ClearedEntry,
    ConditionEntry,
    Done,
    DoneSet,
    ExerciseEntry,
    ExerciseLog,
    Include,
    MorningEntry,
    MovedFrom,
    NoteEntry,
    PainEntry,
    PainLog,
    Profile,
    ProfileNumber,
    ScreenedEntry,
    SessionEntry,
    StoppedEarly,
    Unverified,
)
from mesocycle.syntax.nodes import ExerciseRef, Word
from tests.unit.syntax.reading import diary, diary_refusal, entry

DAY = Word("2026-12-07")
PRESS, SQUAT = ExerciseRef(Word("Leg Press")), ExerciseRef(Word("Squat"))


@pytest.mark.parametrize(
    ("rule", "text", "node"),
    [
        ("entry", "2026-12-07 no red flags", ScreenedEntry(DAY)),
        ("entry", "2026-12-07 no flags", ScreenedEntry(DAY)),
        ("entry", "2026-12-07 no numbness", ScreenedEntry(DAY, Word("numbness"))),
        ("entry", "2026-12-07 no chest pain", ScreenedEntry(DAY, Word("chest pain"))),
        ("entry", '2026-12-07 no "pins and needles"',
         ScreenedEntry(DAY, Word("pins and needles"))),
        ("entry", "2026-12-07 condition osteoporosis, cancer history",
         ConditionEntry(DAY, (Word("osteoporosis"), Word("cancer history")))),
        ("entry", '2026-12-07 note "Slept badly."', NoteEntry(DAY, Word("Slept badly."))),
        ("entry", '2026-12-07 cleared by "Dr Meyer" with osteoporosis',
         ClearedEntry(DAY, Word("Dr Meyer"), (), Word("osteoporosis"))),
        ("entry", "2026-12-07 cleared by physio with age for walking, strength",
         ClearedEntry(DAY, Word("physio"), (Word("walking"), Word("strength")), Word("age"))),
        ("entry", "2026-12-07 pain 2 sharp left knee",
         PainEntry(DAY, 2, Word("knee"), "left", Word("2"), True)),
        ("entry", "2026-12-07 morning pain 1 sharp",
         MorningEntry(DAY, 1, None, None, Word("1"), True)),
        ("exercise_entry", "2026-12-07 swelling mild",
         ExerciseEntry(DAY, ExerciseRef(Word("swelling mild")))),
        ("exercise_entry", "2026-12-07 sleep 4, swelling mild",
         AnswersEntry(DAY, (Word("sleep 4"), Word("swelling mild")))),
        ("session_entry", '2026-12-07 unplanned "Yoga"',
         SessionEntry(DAY, Word("Yoga"), unplanned=True)),
        ("session_entry", '2026-12-07 08:00 unplanned "Yoga"',
         SessionEntry(DAY, Word("Yoga"), Word("08:00"), True)),
        ("exercise_log", "Leg Press instead of Squat",
         ExerciseLog(PRESS, instead_of=SQUAT)),
        ("exercise_log", "heavy: Leg Press instead of Squat",
         ExerciseLog(PRESS, Word("heavy"), instead_of=SQUAT)),
        ("session_log", "stopped early", StoppedEarly()),
        ("session_log", 'stopped early "phone"', StoppedEarly(Word("phone"))),
        ("session_log", "moved from 2026-12-07", MovedFrom(DAY)),
        ("session_log", 'unverified "strong.csv"', Unverified(Word("strong.csv"))),
        ("log", "unverified", Unverified()),
        ("log", "pain 2 sharp", PainLog(2, word=Word("2"), sharp=True)),
        ("log", "pain after 2 sharp left knee",
         PainLog(2, "left", "after", Word("knee"), Word("2"), True)),
        ("include", 'include "2026.diary"', Include(Word("2026.diary"))),
        ("profile", "condition none", Profile("condition", (Word("none"),))),
        ("profile", 'pain limit 4 by "physio, 2026-11-01"',
         ProfileNumber("pain limit", 4, Word("4"), Word("physio, 2026-11-01"))),
    ],
)  # fmt: skip
def test_what_a_line_means(rule, text, node):
    assert entry(rule, text) == (node,)


def test_only_one_side_was_sharp():
    nodes = entry("log", "pain left 0, right 3 sharp")
    assert [(node.side, node.value, node.sharp) for node in nodes] == [
        ("left", 0, False), ("right", 3, True),
    ]  # fmt: skip


def test_a_file_is_included_at_the_margin():
    (_, include) = diary('athlete "Ana"\n\ninclude "2025.diary"\n').unwrap().statements
    assert isinstance(include.head.node, Include)
    outcome = diary('athlete "Ana"\n  include "2025.diary"\n')
    assert [each.code for each in outcome.diagnostics] == ["E108"]


def test_what_was_done_in_the_place_of_another_has_its_sets():
    text = '2026-12-07 "Strength"\n  Leg Press instead of Squat; 10\n'
    ((line,),) = (each.children for each in diary(text).unwrap().statements)
    assert isinstance(line.head.node, ExerciseLog)
    assert [type(piece.node) for piece in line.clauses] == [Done]
    assert line.clauses[0].node.sets == (DoneSet(10),)


@pytest.mark.parametrize(
    ("rule", "text", "code"),
    [
        ("entry", "2026-12-07 no", "E102"),
        ("entry", "2026-12-07 no red", "E102"),
        ("entry", "2026-12-07 no red flgs", "E101"),
        ("entry", "2026-12-07 no flg", "E101"),
        ("entry", "2026-12-07 no numbnes", "E101"),
        ("entry", "2026-12-07 no problems", "E113"),
        ("entry", "2026-12-07 cleared by physio with", "E102"),
        ("entry", "2026-12-07 cleared by physio wth osteoporosis", "E101"),
        ("entry", "2026-12-07 cleared by physio for walking with osteoporosis", "E100"),
        ("entry", "2026-12-07 condition", "E102"),
        ("entry", "2026-12-07 note slept badly", "E113"),
        ("entry", "2026-12-07 pain 0 sharp", "E441"),
        ("entry", "2026-12-07 morning pain 0 sharp", "E441"),
        ("log", "pain 0 sharp", "E441"),
        ("log", "pain sharp", "E100"),
        ("exercise_entry", "2026-12-07 sleep 4, 5", "E100"),
        ("exercise_entry", "2026-12-07 sleep 4,", "E102"),
        ("session_entry", "2026-12-07 unplanned", "E102"),
        ("session_entry", "2026-12-07 unplanned Yoga", "E113"),
        ("exercise_log", "Leg Press instead of", "E102"),
        ("exercise_log", "Leg Press instead Squat", "E100"),
        ("exercise_log", "Clean + Jerk instead of Squat", "E100"),
        ("session_log", "stopped late", "E100"),
        ("session_log", "moved from", "E102"),
        ("session_log", "moved from here", "E100"),
        ("session_log", "unverified strong.csv", "E113"),
        ("include", "include", "E102"),
        ("include", "include 2025.diary", "E113"),
        ("profile", "pain limit 4 by", "E102"),
        ("profile", "pain limit 4 from physio", "E100"),
    ],
)
def test_what_is_refused(rule, text, code):
    assert diary_refusal(rule, text) == code
