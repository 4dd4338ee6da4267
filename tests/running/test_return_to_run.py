"""The walk-jog table from its rule, and what the diary makes of it."""

from __future__ import annotations

import datetime as dt
import math
from itertools import combinations

import pytest

from mesocycle.programme import Session
from tests.running.compiled import Clock, clock, in_place, named, programme, text
from tests.running.sums import DAY, WEEK, dates

#: The first week is walked; half an hour is on record before it ends.
WALKS = 'athlete "Rosa"\n  follows "Running again" from 2027-01-04\n  equipment mat\n\n'
RECORD = "2027-01-08 brisk walk 30min; pain 0\n2027-01-09 morning pain 0\n"
FIRST = dt.date(2027, 1, 11)

#: The table as it is printed: minutes of walking and of jogging, four times, for each stage.
PRINTED = {
    (1, 2): (4.5, 0.5), (3, 4): (4, 1), (5, 6): (3.5, 1.5), (7, 8): (3, 2), (9, 10): (2.5, 2.5),
    (11, 12): (2, 3), (13, 14): (1.5, 3.5), (15, 16): (1, 4), (17, 18): (0.5, 4.5), (19,): (0, 5),
}  # fmt: skip


def block(stage: int) -> tuple[float, float]:
    """Minutes of walking and of jogging in each of the four blocks of five minutes."""
    jog = 0.5 * math.ceil(stage / 2)
    return 5 - jog, jog


def as_clock(stage: int) -> Clock:
    walk, jog = block(stage)
    if walk == 0:
        return (("run", 4 * 300),)
    return (("walk", round(60 * walk)), ("run", round(60 * jog))) * 4


def done(day: dt.date, pain: int = 0) -> str:
    """A session as planned, and the morning after it."""
    return (
        f'{day} "Walk-jog"; 30min; pain {pain}; felt rpe 3\n'
        f"{day} no red flags\n"
        f"{day + DAY} morning pain 0\n"
    )  # fmt: skip


def sessions(diary: str) -> list[Session]:
    return named(programme(text("return-to-run.plan"), WALKS + RECORD + diary), "Walk-jog")


def stage(session: Session) -> int:
    """The level that a session has: 1 is half a minute of jogging in five."""
    jogged = sum(seconds for activity, seconds in clock(session) if activity == "run")
    assert sum(seconds for _, seconds in clock(session)) == 1200
    return jogged // 120


def test_the_rule_is_the_table():
    assert {n: block(n) for n in range(1, 20)} == {
        n: row for stages, row in PRINTED.items() for n in stages
    }


def test_nineteen_sessions_are_its_nineteen_stages():
    days = list(dates(FIRST, 10, 1, 4))[:19]
    found = sessions("".join(map(done, days)))
    assert [session.date for session in found[:19]] == [day.isoformat() for day in days]
    assert [clock(session) for session in found[:19]] == [as_clock(n) for n in range(1, 20)]


def test_what_is_not_logged_yet_is_expected_to_go_as_planned():
    found = sessions("")
    assert [clock(session) for session in found[:19]] == [as_clock(n) for n in range(1, 20)]
    assert all(session.provisional for session in found[1:])


def test_four_times_five_minutes_with_walks_around_it():
    for session in sessions(""):
        assert session.total.seconds == 300 + 1200 + 300
        assert clock(session, "warmup", "cooldown") == (("walk", 300), ("walk", 300))


def test_at_most_one_stage_a_week():
    """Three times a week, all of them good: two hits are there before the week is over."""
    plan = in_place(
        text("return-to-run.plan"), '"Walk-jog" on tue, fri', '"Walk-jog" on mon, wed, fri'
    )
    days = list(dates(FIRST, 11, 0, 2, 4))
    diary = WALKS + RECORD + "".join(map(done, days))
    runs = named(programme(plan, diary), "Walk-jog")[: len(days)]
    found = [(day, stage(run)) for day, run in zip(days, runs, strict=True)]
    assert all(
        after - before <= 1
        for (day, before), (later, after) in combinations(found, 2)
        if later - day < WEEK
    )
    assert found[-1][1] == 10


def test_pain_goes_back_a_stage():
    days = list(dates(FIRST, 4, 1, 4))
    found = sessions("".join(map(done, days[:5])) + done(days[5], pain=1))
    assert [stage(session) for session in found[:6]] == [1, 1, 2, 2, 3, 3]
    assert stage(found[6]) == 2


@pytest.mark.parametrize(("lost", "back"), [(0, 0), (1, 1), (2, 2), (3, 2), (4, 2)])
def test_days_off_go_back(lost, back):
    """From Friday: on Tuesday none, on the next Friday (7 days) a stage, from 11 days on two."""
    days = list(dates(FIRST, 6, 1, 4))
    kept = days[:6]  # three levels, twice each: the fourth would come
    again = days[6 + lost]
    found = sessions("".join(map(done, [*kept, again])))
    came = next(session for session in found if session.date == again.isoformat())
    assert stage(came) == 4 - back


def test_no_record_of_a_walk_and_nobody_runs():
    """After six weeks of walking the runs wait."""
    made = programme(text("return-to-run.plan"), WALKS, dt.date(2027, 2, 22))
    assert all(session.status in ("skipped", "stopped") for session in named(made, "Walk-jog"))
