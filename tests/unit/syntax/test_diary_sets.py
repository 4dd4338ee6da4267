"""Diaries: sets as they were done, with loads and exertions."""

from __future__ import annotations

import pytest

from mesocycle.mass import mass
from mesocycle.syntax.diary_nodes import DidEndurance, DoneSet, DoneWith
from mesocycle.syntax.nodes import Word
from tests.unit.syntax.reading import diary_refusal, entry

NONE = Word("")


def kg(figure):
    return mass(figure, "kg")


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2x8 60kg", [DoneSet(8, load=kg("60"))] * 2),
        ("8 60kg, 7 62.5 kg @9",
         [DoneSet(8, load=kg("60")), DoneSet(7, load=kg("62.5"), rpe=90)]),
        ("8 @8.5, 8", [DoneSet(8, rpe=85), DoneSet(8)]),
        ("8 reps 135lb", [DoneSet(8, load=mass("135", "lb"))]),
        ("8 +10kg", [DoneSet(8, load=kg("10"), beyond=True)]),
        ("30s +10kg", [DoneSet(None, 30, kg("10"), beyond=True)]),
        ("8 60kg rpe 8", [DoneSet(8, load=kg("60"), rpe=80)]),
        ("8 2 rir, 8 1.5 rir", [DoneSet(8, rpe=80), DoneSet(8, rpe=85)]),
        ("2x(2+1+1) 60kg", [DoneSet(4, load=kg("60"), chain=(2, 1, 1))] * 2),
        ("2+1 60kg, 1+1 @9",
         [DoneSet(3, load=kg("60"), chain=(2, 1)), DoneSet(2, rpe=90, chain=(1, 1))]),
        ("2x40m 32kg", [DoneSet(metres=40, load=kg("32"))] * 2),
        ("40m, 35m", [DoneSet(metres=40), DoneSet(metres=35)]),
        ("left 8 16kg, 7 @9", [DoneSet(8, load=kg("16")), DoneSet(7, rpe=90)]),
    ],
)  # fmt: skip
def test_sets_with_loads(text, expected):
    (done,) = entry("log", text)
    assert list(done.sets) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("60kg", DoneWith(kg("60"), word=NONE)),
        ("@8", DoneWith(None, 80, NONE)),
        ("60kg @8", DoneWith(kg("60"), 80, NONE)),
        ("+10kg", DoneWith(kg("10"), word=NONE, beyond=True)),
        ("3 rir", DoneWith(None, 70, NONE)),
    ],
)
def test_one_load_for_all_sets(text, expected):
    assert entry("log", text) == (expected,)


def test_holds_are_sets_too():
    (done,) = entry("log", "30s, 28s")
    assert done.sets == (DoneSet(seconds=30), DoneSet(seconds=28))


def test_minutes_of_a_session_are_its_length():
    assert entry("session_log", "31min") == (DidEndurance(1860),)
    (done,) = entry("log", "1min")
    assert done.sets == (DoneSet(seconds=60),)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("10, ten", "E100"),
        ("0x10", "E132"),
        ("1000000x10", "E132"),
        ("10, 5km", "E132"),
        ("8 60kg 70kg", "E421"),
        ("8 @8 2 rir", "E421"),
        ("60kg +10kg", "E421"),
        ("8 @0", "E422"),
        ("8 @11", "E422"),
        ("8 @8.3", "E422"),
        ("8 @8.25", "E422"),
        ("8 10 rir", "E422"),
        ("8 60", "E100"),
        ("8 60stone", "E100"),
        ("8 -10kg", "E100"),
        ("8 @", "E102"),
        ("kg", "E100"),
        ("+10", "E100"),
        ("5km, 20min, 6km", "E132"),
        ("2x5km, 20min", "E132"),
        ("40m 10kg, 8", "E132"),
        ("3x(2+1", "E102"),
        ("3x(2)", "E100"),
        ("2 + Squat", "E100"),
    ],
)
def test_sets_that_cannot_be(text, code):
    assert diary_refusal("log", text) == code
