"""Six phases to two miles, each at least twice without pain."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from tests.running.compiled import in_place, leaves, named, programme, text
from tests.running.sums import DAY, dates

#: Phase: effort out of ten, minutes of walking and of running in turn, miles in all.
TABLE = (
    (3, 2, 3, 1.0), (3, 2, 3, 1.5), (4, 2, 4, 1.5), (4, 2, 4, 2.0), (5, 1, 4, 2.0),
    (5, 0, None, 2.0),
)  # fmt: skip

MILE = 1609.344
FIRST = dt.date(2027, 1, 4)
HEAD = (
    'athlete "Reed"\n  follows "Two miles" from 2027-01-04\n\n2027-01-03 brisk walk 30min; pain 0\n'
)


def done(day: dt.date, pain: int = 0) -> str:
    return f'{day} "Walk-run"; 40min; pain {pain}; felt rpe 3\n{day + DAY} morning pain 0\n'


def test_the_table():
    """As printed; in rehab an effort of five waits until somebody has said that nothing hurts."""
    made = programme(in_place(text("walk-run-soldiers.plan"), "care rehab", "care training"))
    for number, (rpe, walk, run, miles) in enumerate(TABLE, 1):
        session = next(s for s in made.sessions if s.phase == f"Phase {number}")
        main = [b for b in session.blocks if b.kind == "endurance"]
        assert sum(s.end.metres for b in main for s in b.segments) == round(miles * MILE)
        legs = [
            (one.activity, one.end.seconds, one.target and one.target.low)
            for one, _ in leaves(session)
        ][1:-1]
        ran = ("run", run and run * 60, rpe)
        assert legs == ([("walk", walk * 60, None), ran] if walk else [ran])


def test_a_day_of_rest_between_and_a_warm_up_of_ten_to_fifteen_minutes():
    made = programme(text("walk-run-soldiers.plan"), HEAD)
    days = [dt.date.fromisoformat(session.date) for session in made.sessions]
    assert all(after - before >= 2 * DAY for before, after in pairwise(days))
    for session in made.sessions:
        (warm,) = session.blocks[0].segments
        assert (warm.end.seconds, warm.end.max_seconds) == (600, 900)


def test_twice_without_pain_and_the_next_phase_comes():
    """Two good ones in the first week; in the second one that hurt and one good: again."""
    mon, wed, _, mon2, wed2, _ = dates(FIRST, 2, 0, 2, 4)
    made = programme(
        text("walk-run-soldiers.plan"),
        HEAD + done(mon) + done(wed) + done(mon2, pain=2) + done(wed2),
        FIRST + 14 * DAY,
    )
    phases = [session.phase for session in named(made, "Walk-run")]
    assert phases[:9] == ["Phase 1"] * 3 + ["Phase 2"] * 6
