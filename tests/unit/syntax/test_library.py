"""The lines of an exercise and of a pool."""

from __future__ import annotations

import pytest

from mesocycle.syntax.nodes import (
    Dose,
    ExerciseRef,
    Field,
    Instead,
    LoadsField,
    NotWithin,
    NumberField,
    PoolEntry,
    Text,
    Word,
)
from tests.unit.syntax.reading import piece, refusal


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("id superman", Field("id", (Word("superman"),))),
        ("aka back extension prone, prone arch",
         Field("aka", (Word("back extension prone"), Word("prone arch")))),
        ("kind strength", Field("kind", (Word("strength"),))),
        ("trains erector spinae, glutes",
         Field("trains", (Word("erector spinae"), Word("glutes")))),
        ("position half-kneeling", Field("position", (Word("half-kneeling"),))),
        ("sides each", Field("sides", (Word("each"),))),
        ("equipment none", Field("equipment", (Word("none"),))),
        ('easier Prone Cobra, "Single Leg Balance & Reach (Shin)"',
         Field("easier", (Word("Prone Cobra"), Word("Single Leg Balance & Reach (Shin)")))),
        ("variant of Quadruped Limb Raises", Field("variant", (Word("Quadruped Limb Raises"),))),
        ('caution "Stop when the leg tingles."',
         Field("caution", (Word("Stop when the leg tingles."),))),
        ('cue "Eyes to the floor."', Text("cue", Word("Eyes to the floor."))),
        ("impact 0", NumberField("impact", 0, Word("0"))),
        ("impact none", NumberField("impact", 0, Word("none"))),
        ("impact high", NumberField("impact", 3, Word("high"))),
        ("level 1", NumberField("level", 1, Word("1"))),
        ("rep 4s", NumberField("rep", 4, Word("4s"))),
        ("loads extension high, anti-rotation",
         LoadsField(((Word("extension"), "high"), (Word("anti-rotation"), "moderate")))),
        ("not within 60min before a run", NotWithin(3600, "before", Word("run"))),
        ("instead Wall Slide for goal posture",
         Instead(ExerciseRef(Word("Wall Slide")), "goal", Word("posture"))),
    ],
)  # fmt: skip
def test_lines_of_an_exercise(text, node):
    assert piece("exercise_line", text) == node


def test_a_dose_is_a_scheme():
    assert piece("exercise_line", "dose 3x8-12") == Dose(piece("clause", "3x8-12"))


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("Superman", PoolEntry(ExerciseRef(Word("Superman")))),
        ("mod. Low Side Plank Lifts", PoolEntry(ExerciseRef(Word("Low Side Plank Lifts"), True))),
        ("Single Leg Bridge L/R", PoolEntry(ExerciseRef(Word("Single Leg Bridge")))),
    ],
)
def test_lines_of_a_pool(text, node):
    assert piece("pool_entry", text) == node


@pytest.mark.parametrize(
    ("rule", "text", "code"),
    [
        ("exercise_line", "aka", "E102"),
        ("exercise_line", "aka prone arch,", "E102"),
        ("exercise_line", "aka prone (arch)", "E100"),
        ("exercise_line", "impact much", "E100"),
        ("exercise_line", "impact 1.5", "E100"),
        ("exercise_line", "rep 4", "E102"),
        ("exercise_line", "rep fast", "E100"),
        ("exercise_line", "loads extension hihg", "E101"),
        ("exercise_line", "loads", "E102"),
        ("exercise_line", "dose 8-12", "E109"),
        ("exercise_line", "dose", "E102"),
        ("exercise_line", "variant Superman", "E100"),
        ("exercise_line", "caution stop", "E113"),
        ("exercise_line", "not within 60 before a run", "E100"),
        ("pool_entry", "Superman, Beetle", "E100"),
        ("pool_entry", "Single Leg Bridge R/R", "E110"),
        ("pool_entry", "mod.", "E102"),
    ],
)
def test_what_a_library_cannot_say(rule, text, code):
    assert refusal(rule, text) == code
