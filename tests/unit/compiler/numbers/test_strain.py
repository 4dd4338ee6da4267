"""Training load against what was published of it, and against plain sums."""

from __future__ import annotations

import pytest

from mesocycle.compiler.numbers.strain import (
    grouped,
    monotony,
    rolling,
    session_load,
    strain,
    uncoupled,
    weighted,
)

#: The printed week of Foster and others (2001), Table 5, Sunday to Saturday.
FOSTER = [[940], [50], [840, 280], [180], [390], [50], [390, 280]]

#: The vector of Williams and others (2017), athlete 1: a steady month, then a jump.
JUMP = [30] * 21 + [50] * 7


@pytest.mark.parametrize(
    ("per", "sd", "found"),
    [
        ("session", "population", 1.26),
        ("session", "sample", 1.19),
        ("day", "population", 1.21),
        ("day", "sample", 1.12),
    ],
)
def test_fosters_printed_monotony_is_of_sessions_and_the_population(per, sd, found):
    loads = grouped(FOSTER, per)
    assert sum(loads) == 3400
    assert round(monotony(loads, sd=sd), 2) == found


def test_fosters_printed_strain_is_the_weeks_load_by_the_printed_monotony():
    loads = grouped(FOSTER, "session")
    assert strain(sum(loads), round(monotony(loads, sd="population"), 2)) == 4284


def test_a_week_with_days_of_rest():
    days = [50, 0, 100, 50, 0, 150, 0]
    assert round(monotony(days, sd="population"), 3) == 0.935
    assert round(monotony(days), 3) == 0.866


@pytest.mark.parametrize("loads", [[], [100], [60] * 7, [0] * 7])
def test_without_any_spread_monotony_is_undefined(loads):
    assert monotony(loads) is None
    assert strain(sum(loads), monotony(loads)) is None


def test_a_session_is_how_hard_by_how_long():
    assert session_load(4, 45 * 60) == 180
    assert session_load(0, 600) == 0
    assert session_load(3, 90) == 4.5


def test_what_nobody_said_is_not_rest():
    assert session_load(None, 3600) is None
    assert session_load(5, None) is None


def test_the_three_ratios():
    assert round(rolling(JUMP), 4) == 1.4286
    assert round(uncoupled(JUMP), 4) == 1.6667
    assert round(weighted(JUMP), 4) == 1.2497


def test_only_the_last_four_weeks_count_for_means():
    assert rolling([500] * 40 + JUMP) == rolling(JUMP)


def test_the_weighted_mean_begins_with_the_first_load():
    assert weighted([40] * 28) == 1
    first = [100] + [0] * 27
    assert round(weighted(first), 4) == round((0.75**27) / ((27 / 29) ** 27), 4)


@pytest.mark.parametrize("ratio", [rolling, uncoupled, weighted])
@pytest.mark.parametrize("days", [[], JUMP[:27], [0] * 28])
def test_no_ratio_of_too_little(ratio, days):
    assert ratio(days) is None
