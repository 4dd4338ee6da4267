"""Diaries: profile lines, dated entries, what was done and how it felt."""

from __future__ import annotations

import pytest

from mesocycle.mass import mass
from mesocycle.syntax.diary_nodes import (
    AthleteHead,
    AvoidLoads,
    BodyweightLine,
    ClearedEntry,
    Corrects,
    DiaryNote,
    DidEndurance,
    ExerciseEntry,
    ExerciseLog,
    Felt,
    FeltAfter,
    FlagEntry,
    Follows,
    GearLine,
    MannerLog,
    MaxEntry,
    MorningEntry,
    OnTrackLine,
    PainEntry,
    PainLog,
    Profile,
    ProfileNumber,
    Score,
    SessionEntry,
    Skipped,
    WalkEntry,
)
from mesocycle.syntax.nodes import Count, ExerciseRef, MaxOf, RoundTo, Word
from tests.unit.syntax.reading import diary_refusal, entry

DAY = Word("2026-12-07")
SQUAT = Word("Squat")
NONE = Word("")


def kg(figure):
    return mass(figure, "kg")


def rack(key, *figures, unit="kg"):
    """The node of a list of weights, of which there are enough."""
    return GearLine(key, tuple((mass(figure, unit), None) for figure in figures), word=NONE)


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
        ("profile", "max Squat 100kg", MaxOf(SQUAT, kg("100"), word=Word("100kg"))),
        ("profile", "max Squat 5rm 90 kg", MaxOf(SQUAT, kg("90"), 5, word=Word("90 kg"))),
        ("profile", "training max Squat 200.5lb",
         MaxOf(SQUAT, mass("200.5", "lb"), training=True, word=Word("200.5lb"))),
        ("profile", "max Lying Figure 4 Stretch 1kg",
         MaxOf(Word("Lying Figure 4 Stretch"), kg("1"), word=Word("1kg"))),
        ("profile", "bodyweight 70kg", BodyweightLine(kg("70"), word=Word("70kg"))),
        ("profile", "plates 20, 2.5kg", rack("plates", "20", "2.5")),
        ("profile", "plates 45, 25lb, 1.25lb", rack("plates", "45", "25", "1.25", unit="lb")),
        ("profile", "plates 2x25, 20kg",
         GearLine("plates", ((kg("25"), 2), (kg("20"), None)), word=NONE)),
        ("profile", "dumbbells 2-6kg by 2kg", rack("dumbbells", "2", "4", "6")),
        ("profile", "dumbbells 1, 2.5-10kg by 2.5kg, 20kg",
         rack("dumbbells", "1", "2.5", "5", "7.5", "10", "20")),
        ("profile", "kettlebells 8, 12kg", rack("kettlebells", "8", "12")),
        ("profile", "bar 20kg", GearLine("bar", ((kg("20"), None),), word=Word("20kg"))),
        ("profile", "bar Trap Bar Deadlift 25kg",
         GearLine("bar", ((kg("25"), None),), Word("Trap Bar Deadlift"), Word("25kg"))),
        ("profile", "rounding 2.5kg", RoundTo(kg("2.5"), word=Word("2.5kg"))),
        ("profile", "track scaled", OnTrackLine(Word("scaled"))),
        ("session_entry", '2026-12-07 "Strength"', SessionEntry(DAY, Word("Strength"))),
        ("session_entry", '2026-12-07 08:00 "Hamstrings"',
         SessionEntry(DAY, Word("Hamstrings"), Word("08:00"))),
        ("exercise_entry", "2026-12-07 Superman",
         ExerciseEntry(DAY, ExerciseRef(Word("Superman")))),
        ("exercise_log", "mod. Plank", ExerciseLog(ExerciseRef(Word("Plank"), True))),
        ("exercise_log", "heavy: Bench Press",
         ExerciseLog(ExerciseRef(Word("Bench Press")), Word("heavy"))),
        ("exercise_log", "light day: Clean + Front Squat + Jerk",
         ExerciseLog(ExerciseRef(Word("Clean")), Word("light day"),
                     (ExerciseRef(Word("Front Squat")), ExerciseRef(Word("Jerk"))))),
        ("exercise_log", "Row with dumbbells",
         ExerciseLog(ExerciseRef(Word("Row"), equipment=Word("dumbbells")))),
        ("entry", "2026-12-07 max Squat 110kg",
         MaxEntry(DAY, MaxOf(SQUAT, kg("110"), word=Word("110kg")))),
        ("entry", "2026-12-07 training max Squat 95kg",
         MaxEntry(DAY, MaxOf(SQUAT, kg("95"), training=True, word=Word("95kg")))),
        ("entry", "2026-12-07 bodyweight 71kg",
         BodyweightLine(kg("71"), DAY, Word("71kg"))),
        ("session_log", "score 12:30", Score(Word("12:30"))),
        ("session_log", "score 15 rounds 4 reps", Score(Word("15 rounds 4 reps"))),
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
    ("rule", "text", "code"),
    [
        ("athlete_head", "athlete", "E102"),
        ("profile", "sex other", "E100"),
        ("profile", "age old", "E100"),
        ("profile", "pain limit", "E102"),
        ("profile", "avoid extension", "E100"),
        ("profile", "max Squat", "E102"),
        ("profile", "max Squat 100", "E100"),
        ("profile", "max 100kg", "E100"),
        ("profile", "max Squat 0rm 90kg", "E132"),
        ("profile", "max Squat 50rm 90kg", "E132"),
        ("profile", "training max Squat 5rm 90kg", "E100"),
        ("profile", "training Squat 90kg", "E100"),
        ("profile", "bodyweight 70", "E100"),
        ("profile", "bodyweight heavy", "E100"),
        ("profile", "plates", "E102"),
        ("profile", "plates 20, 10", "E423"),
        ("profile", "plates 20kg, 10", "E423"),
        ("profile", "plates 0x20kg", "E132"),
        ("profile", "dumbbells 2-30kg", "E102"),
        ("profile", "dumbbells 2-30kg by 0kg", "E132"),
        ("profile", "dumbbells 30-2kg by 2kg", "E132"),
        ("profile", "dumbbells 0.001-30kg by 0.001kg", "E132"),
        ("profile", "bar", "E102"),
        ("profile", "bar twenty", "E102"),
        ("profile", "rounding 2.5", "E100"),
        ("profile", "rounding kg", "E100"),
        ("profile", "track", "E102"),
        ("profile", "track scaled, heavy", "E100"),
        ("entry", "2026-12-07 max 110kg", "E100"),
        ("entry", "2026-12-07 bodyweight", "E102"),
        ("exercise_log", "heavy:", "E102"),
        ("exercise_log", "heavy, light: Bench Press", "E100"),
        ("session_log", "score", "E102"),
        ("session_log", "score great", "E100"),
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
