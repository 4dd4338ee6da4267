"""Which activity the name of a session speaks of."""

from __future__ import annotations

import pytest

from mesocycle.catalogue.outings import activity_of


@pytest.mark.parametrize(
    ("name", "activity"),
    [
        ("Run", "run"),
        ("Run: Z2", "run"),
        ("Parkrun", "run"),
        ("Easy jog", "run"),
        ("Morning Ride", "bike"),
        ("Lap Swimming", "swim"),
        ("hike up the hill", "hike"),
        ("Walk the dog", "walk"),
        ("Rowing", "row"),
        ("Skiing", "ski"),
        ("Yoga", None),
        ("Brunch", None),
        ("Run and swim", None),
        ("Bridge", None),
        ("", None),
    ],
)
def test_activity(name, activity):
    assert activity_of(name) == activity
