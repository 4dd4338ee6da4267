"""Conditions: `not` binds tighter than `and`, `and` tighter than `or`."""

from __future__ import annotations

import pytest

from mesocycle.syntax.nodes import (
    AthleteIs,
    AtPlace,
    Both,
    BriskWalk,
    Compare,
    Either,
    EquipmentFree,
    Evidence,
    Has,
    Not,
    Pain,
    Symptom,
    Word,
)
from tests.unit.syntax.reading import piece, refusal

FREE, SLOW, HELPS = Evidence("painfree"), Evidence("slow"), Evidence("helps")


def where(text):
    return piece("item", f"all from strength where {text}").where


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("painfree", FREE),
        ("form good", Evidence("form good")),
        ("form bad", Evidence("form bad")),
        ("tried", Evidence("tried")),
        ("pain < 3", Pain("<", 3)),
        ("pain", Pain(">", 0)),
        ("leg pain", Pain(">", 0, Word("leg"))),
        ("lower back pain > 0", Pain(">", 0, Word("lower back"))),
        ("left knee pain >= 4", Pain(">=", 4, Word("knee"), "left")),
        ("back pain != 0", Pain("!=", 0, Word("back"))),
        ("numbness", Symptom(Word("numbness"))),
        ("foot drop", Symptom(Word("foot drop"))),
        ("level <= 3", Compare("level", "<=", 3)),
        ("impact = 0", Compare("impact", "=", 0)),
        ("age >= 60", Compare("age", ">=", 60)),
        ("trains hip flexors", Has("trains", Word("hip flexors"))),
        ("loads extension", Has("loads", Word("extension"))),
        ("position half-kneeling", Has("position", Word("half-kneeling"))),
        ('needs "exercise ball"', Has("needs", Word("exercise ball"))),
        ("tag hamstrings-first", Has("tag", Word("hamstrings-first"))),
        ("kind stability", Has("kind", Word("stability"))),
        ("equipment free", EquipmentFree()),
        ("outdoors", AtPlace(Word("outdoors"))),
        ("at home", AtPlace(Word("home"))),
        ("at the gym", AtPlace(Word("gym"))),
        ("brisk walk 30min painfree", BriskWalk(1800)),
        ("athlete female", AthleteIs("female")),
    ],
)
def test_facts(text, node):
    assert where(text) == node


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("painfree and slow and helps", Both((FREE, SLOW, HELPS))),
        ("painfree or slow or helps", Either((FREE, SLOW, HELPS))),
        ("painfree and slow or helps", Either((Both((FREE, SLOW)), HELPS))),
        ("painfree or slow and helps", Either((FREE, Both((SLOW, HELPS))))),
        ("(painfree or slow) and helps", Both((Either((FREE, SLOW)), HELPS))),
        ("not painfree and slow", Both((Not(FREE), SLOW))),
        ("not (painfree and slow)", Not(Both((FREE, SLOW)))),
        ("not not painfree", Not(Not(FREE))),
        ("trains glutes and not needs ball",
         Both((Has("trains", Word("glutes")), Not(Has("needs", Word("ball")))))),
    ],
)  # fmt: skip
def test_connectives(text, node):
    assert where(text) == node


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "E102"),
        ("panfree", "E101"),
        ("Painfree", "E101"),
        ("pain free", "E100"),
        ("painfree and", "E102"),
        ("and painfree", "E102"),
        ("painfree slow", "E100"),
        ("painfree, slow", "E100"),
        ("painfree && slow", "E100"),
        ("(painfree", "E102"),
        ("painfree)", "E100"),
        ("()", "E100"),
        ("not", "E102"),
        ("pain <", "E102"),
        ("pain > little", "E100"),
        ("pain => 3", "E100"),
        ("pain > -1", "E100"),
        ("pain > 1.5", "E100"),
        ("back", "E102"),
        ("form", "E102"),
        ("form fine", "E100"),
        ("level", "E102"),
        ("trains", "E102"),
        ("numbnes", "E101"),
        ("brisk walk painfree", "E100"),
        ("athlete tall", "E100"),
    ],
)
def test_what_is_no_condition_is_refused(text, code):
    assert refusal("item", f"all from strength where {text}".strip()) == code
