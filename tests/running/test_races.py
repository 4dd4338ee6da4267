"""Counted back from a race: weeks, taper, wall times and identities, wherever the race is."""

from __future__ import annotations

import datetime as dt
import math
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mesocycle.programme import Programme, Session
from tests.running.compiled import in_place, leaves, named, programme, text, without
from tests.running.feeds import build
from tests.running.sums import DAY, WEEK, dates, monday, offset

SUNDAY = dt.date(2027, 4, 18)
WEEKS = 16

#: Sundays: the plan's own, on the day of a change of the clocks and after one, over New Year.
RACES = [
    SUNDAY,
    dt.date(2027, 3, 28),
    dt.date(2027, 4, 4),
    dt.date(2027, 10, 31),
    dt.date(2027, 11, 7),
    dt.date(2027, 1, 3),
    dt.date(2028, 1, 2),
    dt.date(2028, 3, 5),
]


def plan(race: dt.date) -> str:
    """The half marathon with its race elsewhere, and the race before it as far before it."""
    days = race - SUNDAY

    def moved(found: re.Match[str]) -> str:
        return (dt.date.fromisoformat(found[0]) + days).isoformat()

    return re.sub(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", moved, text("half-marathon.plan"))


def day(session: Session) -> dt.date:
    assert session.date is not None
    return dt.date.fromisoformat(session.date)


def total(session: Session) -> int:
    """Seconds of the parts between warm-up and cool-down that go by the clock."""
    inner = (b for b in session.blocks if b.kind == "endurance")
    return sum(s.end.seconds * s.repeat for b in inner for s in b.segments if s.end)


@pytest.mark.parametrize("race", RACES, ids=str)
def test_sixteen_weeks_end_with_the_race(race):
    made = programme(plan(race))
    first = monday(race) - (WEEKS - 1) * WEEK
    assert made.starts == first.isoformat()
    assert made.ends == race.isoformat() == made.sessions[-1].date
    for session in made.sessions:
        assert session.week == (day(session) - first).days // 7 + 1
    phases = {session.week: session.phase for session in named(made, "Easy run")}
    shares = ["Base"] * 6 + ["Build"] * 5 + ["Sharpen"] * 5
    assert [phases[week] for week in range(1, WEEKS + 1)] == shares


@pytest.mark.parametrize("race", RACES, ids=str)
def test_the_taper_is_in_the_last_two_weeks(race):
    """40 minutes at 60 and 40 per cent; 18 km at 60; three repeats at 60 are two, at 40 one."""
    made = programme(plan(race))
    easy = {session.week: total(session) // 60 for session in named(made, "Easy run")}
    assert easy == dict.fromkeys(range(1, 15), 40) | {15: 24, 16: 16}
    first = monday(race) - (WEEKS - 1) * WEEK
    before = next(s for s in named(made, "Long run") if day(s) == race - WEEK)
    assert [one.end.metres for one, _ in leaves(before) if one.end.metres] == [
        math.floor(0.6 * 19_000 / 100) * 100
    ]
    fast = {
        session.week: sum(n for one, n in leaves(session) if one.end.metres == 2000)
        for session in named(made, "Intervals")
        if session.phase == "Sharpen"
    }
    assert fast == {12: 3, 13: 4, 14: 3, 15: 2, 16: 1}
    assert day(made.sessions[0]) >= first


@pytest.mark.parametrize("race", RACES, ids=str)
def test_wall_times_stay_through_changes_of_the_clocks(race):
    for session in named(programme(plan(race)), "Fartlek", "Intervals", "Long run", "Half"):
        hour = {"Long run": "09:00", "Half": "10:00"}.get(session.name, "18:00")
        assert session.start == f"{session.date}T{hour}:00{offset(day(session))}"


@pytest.mark.parametrize("race", RACES[1:], ids=str)
def test_moving_the_race_moves_every_date_and_keeps_every_identity(race):
    here, there = programme(plan(SUNDAY)), programme(plan(race))
    assert dates_by_id(there) == {
        key: each + (race - SUNDAY) for key, each in dates_by_id(here).items()
    }


def test_a_subscriber_sees_the_same_events_on_their_new_days(tmp_path):
    """Built twice into one folder: no event is gone, none is new, each is of a later revision."""
    diary, race = 'athlete "Hanna"\n', dt.date(2027, 4, 4)
    before, after = (build(tmp_path, plan(each), diary) for each in (SUNDAY, race))
    assert set(before) == set(after)
    for uid, event in before.items():
        was, now = (_day(each["DTSTART"]) for each in (event, after[uid]))
        assert now - was == race - SUNDAY
        assert int(after[uid]["SEQUENCE"]) == int(event["SEQUENCE"]) + 1


def _day(stamp: str) -> dt.date:
    return dt.date.fromisoformat(stamp[:8])


@given(st.dates(dt.date(2026, 6, 1), dt.date(2032, 12, 31)))
@settings(max_examples=12, deadline=None, derandomize=True)
def test_whatever_day_the_race_is_on(race):
    """The last week is the race's, the taper the last two, and identities are those of slots."""
    alone = re.sub(r'  race "Spring 10k".*?\n\n', "\n", plan(SUNDAY), flags=re.DOTALL)
    made = programme(in_place(alone, f'"Half" on {SUNDAY}', f'"Half" on {race}'))
    assert made.ends == race.isoformat()
    assert made.starts == (monday(race) - (WEEKS - 1) * WEEK).isoformat()
    full = {"Easy run": 40, "Tempo": 20}
    for session in named(made, *full):
        share = {15: 60, 16: 40}.get(session.week or 0, 100)
        if session.status == "planned":
            assert total(session) // 60 == full[session.name] * share // 100
    assert {s.id for s in made.sessions} <= {s.id for s in programme(alone).sessions}


def test_a_race_on_saturday_keeps_the_weeks_and_the_identities():
    """The weekdays stay; only the race is elsewhere, and the plan ends a day earlier."""
    here = programme(plan(SUNDAY))
    saturday = in_place(plan(SUNDAY), f'"Half" on {SUNDAY}', f'"Half" on {SUNDAY - DAY}')
    there = programme(saturday)
    before, after = dates_by_id(here), dates_by_id(there)
    assert [before[key] for key in set(before) - set(after)] == [SUNDAY]
    assert [key for key in after if before[key] != after[key]] == [race_of(here).id]
    assert race_of(there).date == (SUNDAY - DAY).isoformat()


@pytest.mark.parametrize("race", RACES, ids=str)
def test_nothing_else_is_on_the_day_of_a_race(race):
    made = programme(plan(race))
    for name in ("Half", "Spring 10k"):
        (own,) = named(made, name)
        rest = [s for s in made.sessions if s.date == own.date and s is not own]
        assert {s.status for s in rest} <= {"skipped"}


def test_a_run_on_the_day_before_new_year_is_that_of_the_same_slot():
    """From one year to the next the numbers of weeks go on."""
    made = programme(plan(dt.date(2027, 1, 3)))
    last = {s.date: s.week for s in named(made, "Easy run", "Easy run with strides")}
    assert (last["2026-12-30"], last["2027-01-02"]) == (16, 16)


@pytest.mark.parametrize("name", ["ten-k", "triathlon-week"])
def test_other_plans_count_back_too(name):
    plain = without(text(f"{name}.plan"), "skip", "note 2")
    made = programme(plain)
    race = race_of(made)
    weeks = int(re.search(r"lasts ([0-9]+) weeks", plain)[1])
    assert made.ends == race.date
    assert made.starts == (monday(day(race)) - (weeks - 1) * WEEK).isoformat()


def race_of(made: Programme) -> Session:
    return next(session for session in made.sessions if session.race == "A")


def dates_by_id(made: Programme) -> dict[str, dt.date]:
    found = {session.id: day(session) for session in made.sessions}
    assert len(found) == len(made.sessions)
    return found


def test_every_slot_has_its_date():
    """Weekdays of sixteen weeks, without Fridays: sums that know no plan."""
    made = programme(plan(SUNDAY))
    first = monday(SUNDAY) - (WEEKS - 1) * WEEK
    expected = {
        "Easy run": dates(first, WEEKS, 2),
        "Tempo": dates(first, WEEKS, 3),
        "Easy run with strides": dates(first, WEEKS, 5),
        "Strength": dates(first, WEEKS, 0, 3),
    }
    for name, days in expected.items():
        assert [session.date for session in named(made, name)] == [d.isoformat() for d in days]
