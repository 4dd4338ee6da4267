"""Ten minutes, four times four with three between, five minutes: forty."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from tests.running.compiled import clock, leaves, programme, text
from tests.running.sums import DAY

MAX = 194


def test_forty_minutes():
    for session in programme(text("norwegian-4x4.plan")).sessions:
        assert clock(session) == (*(("run", 240), ("run", 180)) * 3, ("run", 240))
        assert clock(session, "warmup", "cooldown") == (("run", 600), ("run", 300))
        assert session.total.seconds == 40 * 60 == 600 + 4 * 240 + 3 * 180 + 300
        assert session.minutes == 40


def test_the_heart_as_measured():
    made = programme(text("norwegian-4x4.plan"), text("norwegian-4x4.diary"))
    hard = [one.target for one, _ in leaves(made.sessions[-1]) if one.end.seconds == 240]
    assert hard
    for target in hard:
        assert (round(target.low), round(target.high)) == (round(0.85 * MAX), round(0.95 * MAX))


def test_three_times_a_week_never_on_days_that_follow_nor_on_sunday():
    made = programme(text("norwegian-4x4.plan"))
    days = [dt.date.fromisoformat(session.date) for session in made.sessions]
    assert len(days) == 24
    assert all(after - before >= 2 * DAY for before, after in pairwise(days))
    assert {day.weekday() for day in days} == {0, 2, 4}
