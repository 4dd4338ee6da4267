"""How much: `3x8-12 each side`, `left 90s, right 120s`, `10 reps to 20`, rest and tempo."""

from __future__ import annotations

import pytest

from mesocycle.syntax.nodes import Count, Manner, Rest, Scheme, SetGroup, Tempo, Word
from tests.unit.syntax.reading import piece, refusal


def group(low, high, unit="reps", sets=None, side="both"):
    """A set group without the word to blame."""
    return (Count(low, high), unit, sets and Count(*sets), side)


def groups(scheme):
    assert isinstance(scheme, Scheme)
    return [(each.amount, each.unit, each.sets, each.side) for each in scheme.groups]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3x8", [group(8, 8, sets=(3, 3))]),
        ("3x8-12", [group(8, 12, sets=(3, 3))]),
        ("2-3x8-12", [group(8, 12, sets=(2, 3))]),
        ("3x8-12 each side", [group(8, 12, sets=(3, 3), side="each")]),
        ("3x8-12 each", [group(8, 12, sets=(3, 3), side="each")]),
        ("3x8-12 L/R", [group(8, 12, sets=(3, 3), side="each")]),
        ("3x8-12 R/L", [group(8, 12, sets=(3, 3), side="each")]),
        ("3x30s", [group(30, 30, "seconds", (3, 3))]),
        ("3x30-60s", [group(30, 60, "seconds", (3, 3))]),
        ("2x1-2min", [group(60, 120, "seconds", (2, 2))]),
        ("2x20m", [group(20, 20, "metres", (2, 2))]),
        ("45s", [group(45, 45, "seconds")]),
        ("10 reps", [group(10, 10)]),
        ("15 each", [group(15, 15, side="each")]),
        ("left 90s, right 120s", [group(90, 90, "seconds", side="left"),
                                  group(120, 120, "seconds", side="right")]),
        ("right 3x10, left 3x8", [group(10, 10, sets=(3, 3), side="right"),
                                  group(8, 8, sets=(3, 3), side="left")]),
        ("15 each (22 right)", [group(15, 15, side="left"), group(22, 22, side="right")]),
        ("3x15 each (22 left)", [group(22, 22, sets=(3, 3), side="left"),
                                 group(15, 15, sets=(3, 3), side="right")]),
    ],
)  # fmt: skip
def test_a_scheme_says_sets_amount_and_side(text, expected):
    assert groups(piece("clause", text)) == expected


def test_a_scheme_may_climb_to_a_ceiling():
    scheme = piece("clause", "10 reps to 20")
    assert (groups(scheme), scheme.to) == ([group(10, 10)], 20)
    assert piece("clause", "3x10 reps to 20").groups[0].sets == Count(3, 3)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("8", "E109"),
        ("8-12", "E109"),
        ("3x", "E102"),
        ("3x8 of", "E100"),
        ("3*8", "E116"),
        ("3×8", "E116"),
        ("3x8–12", "E116"),
        ("3x12-8", "E131"),
        ("0x8", "E132"),
        ("3-2x8", "E132"),
        ("3x8 R/R", "E110"),
        ("3x8 L/L", "E110"),
        ("3x8 eech side", "E101"),
        ("3x8.5", "E100"),
        ("-3x8", "E100"),
        ("three x 8", "E100"),
        ("10 reps to", "E102"),
        ("10 reps to 8", "E131"),
        ("15 each (22 write)", "E101"),
        ("٣x٨", "E100"),
    ],
)
def test_what_is_no_scheme_is_refused(text, code):
    assert refusal("clause", text) == code


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("rest 60s", Rest(Count(60, 60))),
        ("rest 60-90s", Rest(Count(60, 90))),
        ("rest 2min", Rest(Count(120, 120))),
        ("tempo 3-1-1-0", Tempo((3, 1, 1, 0), "3-1-1-0")),
        ("tempo 31X1", Tempo((3, 1, 0, 1), "31X1")),
        ("slow", Manner("slow")),
        ("gentle", Manner("gentle")),
    ],
)
def test_rest_tempo_and_manner(text, node):
    assert piece("clause", text) == node


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("rest", "E102"),
        ("rest 60", "E102"),
        ("rest 60m", "E100"),
        ("rest a minute", "E100"),
        ("rest 90-60s", "E131"),
        ("tempo", "E102"),
        ("tempo 3-1-1", "E100"),
        ("tempo 3-1-1-0-0", "E100"),
        ("tempo slow", "E100"),
        ("slow slow", "E100"),
        ("slowly", "E101"),
    ],
)
def test_what_is_no_rest_or_tempo_is_refused(text, code):
    assert refusal("clause", text) == code


def test_a_group_knows_where_it_stands():
    parsed = piece("clause", "3x8-12 each side")
    assert parsed.groups[0] == SetGroup(Count(8, 12), "reps", Count(3, 3), "each", Word("8-12"))
