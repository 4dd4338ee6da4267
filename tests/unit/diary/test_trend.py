"""Where pain goes, and whether it rises, against what was written before."""

from __future__ import annotations

import pytest

from mesocycle.diary import trend
from mesocycle.diary.health import Health
from tests.unit.diary.test_evidence import day, diary


def days(*entries):
    """The days of a diary of these entries."""
    return Health(diary(*entries)).days


@pytest.mark.parametrize(
    ("entries", "outward", "inward"),
    [
        ((), None, None),
        (("2026-12-07 pain 2 lower back",), None, None),
        (("2026-12-07 pain 2 buttock", "2026-12-08 pain 3 lower back"), False, True),
        (("2026-12-07 pain 3 lower back", "2026-12-08 pain 1 buttock"), True, False),
        (("2026-12-07 pain 3 lower back", "2026-12-08 pain 1 lower back"), False, False),
        (("2026-12-07 pain 2 buttock", "2026-12-08 pain 0"), False, False),
        (("2026-12-07 pain 0", "2026-12-08 pain 2 lower back"), None, None),
        (("2026-12-07 pain 2 knee", "2026-12-08 pain 2 shoulders"), None, None),
    ],
)
def test_which_way_pain_moves(entries, outward, inward):
    known = days(*entries)
    assert trend.moves(known, day("2026-12-09"), outward=True).value is outward
    assert trend.moves(known, day("2026-12-09"), outward=False).value is inward


@pytest.mark.parametrize(
    ("entries", "answer"),
    [
        ((), None),
        (("2026-12-07 pain 2 knee",), None),
        (("2026-12-07 pain 2 knee", "2026-12-08 pain 3 knee"), True),
        (("2026-12-07 pain 2 knee", "2026-12-08 pain 2 knee"), False),
        (("2026-12-07 pain 0", "2026-12-08 pain 1 knee"), True),
        (("2026-12-07 pain 2 knee", "2026-12-08 pain 4 shoulders"), None),
        (("2026-12-07 pain 1 knee", "2026-12-07 pain 3 knee", "2026-12-08 pain 2 knee"), False),
    ],
)
def test_one_point_more_is_rising(entries, answer):
    assert trend.rising(days(*entries), day("2026-12-09"), "knee", None).value is answer


@pytest.mark.parametrize(
    ("entries", "answer"),
    [
        ((), None),
        (("2026-12-01 pain 3 lower back",), None),
        (("2026-12-14 pain 3 lower back",), False),
        (("2026-12-01 pain 3 lower back", "2026-12-15 pain 3 lower back"), True),
        (("2026-12-01 pain 3 lower back", "2026-12-15 pain 4 lower back"), True),
        (("2026-12-01 pain 3 lower back", "2026-12-15 pain 2 lower back"), False),
        (("2026-12-01 pain 3 lower back", "2026-12-15 pain 0"), False),
        (
            (
                "2026-12-01 pain 3 lower back",
                "2026-12-08 pain 0",
                "2026-12-15 pain 3 lower back",
            ),
            False,
        ),
    ],
)
def test_not_better_in_fourteen_days(entries, answer):
    found = trend.not_better(days(*entries), day("2026-12-15"), "lower back", None, 14)
    assert found.value is answer


@pytest.mark.parametrize(
    ("entries", "answer"),
    [
        ((), None),
        (("2026-12-07 pain 2 shoulders",), None),
        (("2026-12-07 pain 2 lower back",), False),
        (("2026-12-07 pain 1 calf",), True),
        (("2026-12-07 pain 1 calf", "2026-12-08 pain 0"), False),
        (("2026-12-07 pain 2",), None),
    ],
)
def test_further_from_the_spine_than_the_buttock(entries, answer):
    assert trend.beyond(days(*entries), day("2026-12-09"), "glutes", None).value is answer
