"""Diaries: profile lines, dated entries, what was done and how it felt."""

from __future__ import annotations

import pytest

from mesocycle.syntax.diary_nodes import (
    AthleteHead,
    AvoidLoads,
    Best,
    ClearedEntry,
    Corrects,
    DiaryNote,
    DidEndurance,
    DoneSet,
    ExerciseEntry,
    ExerciseLog,
    Felt,
    FeltAfter,
    FlagEntry,
    Follows,
    MannerLog,
    MorningEntry,
    PainEntry,
    PainLog,
    Profile,
    ProfileNumber,
    SessionEntry,
    Skipped,
    WalkEntry,
)
from mesocycle.syntax.nodes import Count, ExerciseRef, Word
from tests.unit.syntax.reading import diary_refusal, entry

DAY = Word("2026-12-07")


@pytest.mark.parametrize(
    ("rule", "text", "node"),
    [
        ("athlete_head", 'athlete "Ana"', AthleteHead(Word("Ana"))),
        ("profile", "timezone Europe/Berlin", Profile("timezone", (Word("Europe/Berlin"),))),
        ("profile", "equipment mat, wall", Profile("equipment", (Word("mat"), Word("wall")))),
        ("profile", "sex female", Profile("sex", (Word("female"),))),
        ("profile", "pain limit 0", ProfileNumber("pain limit", 0, Word("0"))),
        ("profile", "age 34", ProfileNumber("age", 34, Word("34"))),
        ("profile", 'follows "A back that runs" from 2026-12-07',
         Follows(Word("A back that runs"), DAY)),
        ("profile", 'avoid loads extension "physio"',
         AvoidLoads(Word("extension"), Word("physio"))),
        ("profile", "max Squat 100kg", Best("max", Word("Squat"), Word("100kg"))),
        ("profile", "best 5k 24:30", Best("best", Word("5k"), Word("24:30"))),
        ("session_entry", '2026-12-07 "Strength"', SessionEntry(DAY, Word("Strength"))),
        ("session_entry", '2026-12-07 08:00 "Hamstrings"',
         SessionEntry(DAY, Word("Hamstrings"), Word("08:00"))),
        ("exercise_entry", "2026-12-07 Superman",
         ExerciseEntry(DAY, ExerciseRef(Word("Superman")))),
        ("exercise_log", "mod. Plank", ExerciseLog(ExerciseRef(Word("Plank"), True))),
        ("entry", "2026-12-07 morning pain 2 lower back",
         MorningEntry(DAY, 2, Word("lower back"), None, Word("2"))),
        ("entry", "2026-12-07 pain 3 left knee",
         PainEntry(DAY, 3, Word("knee"), "left", Word("3"))),
        ("entry", "2026-12-07 flag numbness left leg",
         FlagEntry(DAY, Word("numbness"), Word("leg"), "left")),
        ("entry", "2026-12-07 flag foot drop", FlagEntry(DAY, Word("foot drop"))),
        ("entry", '2026-12-07 cleared by "Dr. No" for walking, strength',
         ClearedEntry(DAY, Word("Dr. No"), (Word("walking"), Word("strength")))),
        ("entry", "2026-12-07 brisk walk 30min", WalkEntry(DAY, 1800)),
    ],
)  # fmt: skip
def test_profile_lines_and_entries(rule, text, node):
    assert entry(rule, text) == (node,)


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("pain 0", [PainLog(0, word=Word("0"))]),
        ("pain after 2", [PainLog(2, when="after", word=Word("2"))]),
        ("pain left 0, right 4",
         [PainLog(0, "left", word=Word("0")), PainLog(4, "right", word=Word("4"))]),
        ("pain 3 lower back", [PainLog(3, region=Word("lower back"), word=Word("3"))]),
        ("pain 2 left knee", [PainLog(2, "left", region=Word("knee"), word=Word("2"))]),
        ("slow", [MannerLog("slow", True)]),
        ("not slow left", [MannerLog("slow", False, "left")]),
        ("form good", [MannerLog("form", True)]),
        ('form left good, right bad "arch"',
         [MannerLog("form", True, "left"), MannerLog("form", False, "right", Word("arch"))]),
        ('skipped "no time"', [Skipped(Word("no time"))]),
        ("skipped", [Skipped()]),
        ("felt better", [FeltAfter("better")]),
        ("felt rpe 6, 38min", [Felt(6, 2280)]),
        ("felt 38min", [Felt(None, 2280)]),
        ('note "Slept badly."', [DiaryNote(Word("Slept badly."))]),
        ("corrects line 14", [Corrects(Count(14, 14))]),
        ("31min, 5.2km", [DidEndurance(1860, 5200)]),
        ("5km", [DidEndurance(None, 5000)]),
    ],
)  # fmt: skip
def test_what_was_felt(text, nodes):
    assert list(entry("log", text)) == nodes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10, 10, 9", [(None, [10, 10, 9])]),
        ("3x10", [(None, [10, 10, 10])]),
        ("2x10, 8 reps", [(None, [10, 10, 8])]),
        ("left 10, 9", [("left", [10, 9])]),
        ("left 10, 9, right 10, 10", [("left", [10, 9]), ("right", [10, 10])]),
    ],
)
def test_sets_as_done(text, expected):
    done = entry("log", text)
    assert [(each.side, [one.reps for one in each.sets]) for each in done] == expected


def test_holds_are_sets_too():
    (done,) = entry("log", "30s, 28s")
    assert done.sets == (DoneSet(seconds=30), DoneSet(seconds=28))


def test_minutes_of_a_session_are_its_length():
    assert entry("session_log", "31min") == (DidEndurance(1860),)
    (done,) = entry("log", "1min")
    assert done.sets == (DoneSet(seconds=60),)


@pytest.mark.parametrize(
    ("rule", "text", "code"),
    [
        ("athlete_head", "athlete", "E102"),
        ("profile", "sex other", "E100"),
        ("profile", "age old", "E100"),
        ("profile", "pain limit", "E102"),
        ("profile", "avoid extension", "E100"),
        ("profile", "max Squat", "E102"),
        ("profile", 'follows "A" since 2026-12-07', "E100"),
        ("session_entry", '07.12.2026 "Strength"', "E100"),
        ("session_entry", '2026-12-07 8am "Strength"', "E100"),
        ("exercise_entry", "2026-12-07", "E102"),
        ("exercise_entry", "Superman", "E100"),
        ("entry", "2026-12-07 morning 3", "E100"),
        ("entry", "2026-12-07 pain", "E102"),
        ("entry", "2026-12-07 pain -1", "E100"),
        ("entry", "2026-12-07 pain 2.5", "E100"),
        ("entry", "2026-12-07 flag", "E102"),
        ("entry", "2026-12-07 flag numbnes left leg", "E101"),
        ("entry", "2026-12-07 cleared", "E102"),
        ("entry", '2026-12-07 cleared "physio"', "E100"),
        ("entry", "2026-12-07 brisk walk", "E102"),
        ("log", "10, ten", "E100"),
        ("log", "0x10", "E132"),
        ("log", "1000000x10", "E132"),
        ("log", "10, 5km", "E132"),
        ("log", "5km, 6km", "E132"),
        ("log", "pain much", "E100"),
        ("log", "pain left 0 right 4", "E100"),
        ("log", "form", "E102"),
        ("log", "form ok", "E100"),
        ("log", "felt", "E102"),
        ("log", "felt great", "E100"),
        ("log", "felt rpe", "E102"),
        ("log", "skipped no time", "E113"),
        ("log", "corrects 14", "E100"),
        ("session_log", "31min 5km", "E100"),
    ],
)
def test_what_a_diary_cannot_say(rule, text, code):
    assert diary_refusal(rule, text) == code
