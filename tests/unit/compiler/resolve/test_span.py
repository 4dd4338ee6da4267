"""The span of a plan: counted forward, or back from a race; who shares its weeks; its tapers."""

from __future__ import annotations

import datetime as dt

import pytest

from mesocycle.catalogue.libraries import catalogue_of
from mesocycle.compiler import resolve
from mesocycle.compiler.days.schedule import schedule
from mesocycle.loading import Folder
from mesocycle.source import Source
from mesocycle.syntax import parse

HALF = 'race "Half" on {date} at 10:00; 21.1km'
SESSION = 'session "Back" on tue at 18:00\n  Superman; 3x8\n'


def outcome(header, *calendar, body=SESSION, starts=None):
    """What is made of a plan with these header lines and these lines of a calendar."""
    lines = "".join(f"  {line}\n" for line in header.split("; ") if line)
    days = "calendar\n" + "".join(f"  {line}\n" for line in calendar) if calendar else ""
    text = f'plan "P"\n  timezone Europe/Berlin\n  use runner-back\n{lines}\n{body}\n{days}'
    file = parse(Source("p.plan", text)).unwrap()
    return resolve(file, catalogue_of(file, Folder("-")).unwrap(), starts=starts)


def plan(header, *calendar, body=SESSION, starts=None):
    return outcome(header, *calendar, body=body, starts=starts).unwrap()


def codes(header, *calendar, body=SESSION, starts=None):
    return [d.code for d in outcome(header, *calendar, body=body, starts=starts).diagnostics]


def day(text):
    return dt.date.fromisoformat(text)


def phases(*said):
    """Phases with a session each: `phases("for 2 weeks", "for 40%")`."""
    return "".join(
        f'phase "{name}" {length}\n  session "{name}" on tue\n    Superman; 3x8\n'
        for name, length in zip("ABCDEFG", said, strict=False)
    )


# --- counted back --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("race", "header", "starts", "ends"),
    [
        ("2027-04-18", "lasts 12 weeks", "2027-01-25", "2027-04-18"),  # a Sunday
        ("2027-04-14", "lasts 12 weeks", "2027-01-25", "2027-04-14"),  # a Wednesday
        ("2027-04-12", "lasts 12 weeks", "2027-01-25", "2027-04-12"),  # a Monday
        ("2027-01-03", "lasts 4 weeks", "2026-12-07", "2027-01-03"),  # over New Year
        ("2028-03-05", "lasts 2 weeks", "2028-02-21", "2028-03-05"),  # over 29 February
        ("2027-04-18", "lasts 12 weeks; week starts sun", "2027-01-31", "2027-04-18"),
        ("2027-04-17", "lasts 12 weeks; week starts sun", "2027-01-24", "2027-04-17"),
        ("2027-04-18", "lasts 10 days", "2027-04-09", "2027-04-18"),
        ("2027-04-18", "lasts 3 weeks; ends 2027-04-25", "2027-04-05", "2027-04-25"),
    ],
)
def test_back_from_a_race(race, header, starts, ends):
    checked = plan(header, HALF.format(date=race))
    assert (checked.starts, checked.ends) == (day(starts), day(ends))


def test_back_from_an_end_alone_by_days():
    checked = plan("ends 2027-04-18; lasts 2 weeks")
    assert (checked.starts, checked.origin) == (day("2027-04-05"), None)


def test_back_from_an_end_with_a_weekday():
    checked = plan("ends 2027-04-16; lasts 2 weeks; week starts mon")
    assert (checked.starts, checked.ends, checked.days) == (
        day("2027-04-05"),
        day("2027-04-16"),
        12,
    )


@pytest.mark.parametrize(
    ("starts", "week"),
    [("2027-01-25", 1), ("2027-01-31", 1), ("2027-02-01", 2), ("2027-04-18", 12)],
)
def test_who_joins_late_begins_in_the_week_that_it_is(starts, week):
    checked = plan("lasts 12 weeks", HALF.format(date="2027-04-18"), starts=day(starts))
    assert checked.starts == day(starts)
    assert checked.week(checked.starts) == week
    assert checked.week(checked.ends) == 12


def test_who_joins_late_has_the_sessions_of_the_others():
    keys = [
        {
            slot.key
            for slot in schedule(plan("lasts 12 weeks", HALF.format(date="2027-04-18"), **kw))
        }
        for kw in ({}, {"starts": day("2027-03-01")})
    ]
    assert keys[1] < keys[0]
    assert "back/12/1" in keys[1]


def test_moving_the_race_keeps_every_key():
    keys = [
        [slot.key for slot in schedule(plan("lasts 8 weeks", HALF.format(date=date)))]
        for date in ("2027-04-18", "2027-04-25", "2027-10-31")
    ]
    assert keys[0] == keys[1] == keys[2]
    assert keys[0][-1] == "race-half/1"


def test_the_hour_on_the_wall_stays_when_the_clocks_change():
    slots = schedule(plan("lasts 2 weeks", HALF.format(date="2027-04-04")))
    assert [slot.start.isoformat() for slot in slots] == [
        "2027-03-23T18:00:00+01:00", "2027-03-30T18:00:00+02:00", "2027-04-04T10:00:00+02:00",
    ]  # fmt: skip


# --- forward -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "ends", "weeks"),
    [
        ("starts 2026-12-09; lasts 2 weeks", "2026-12-22", 2),
        ("starts 2026-12-09; lasts 2 weeks; week starts mon", "2026-12-20", 2),
        ("starts 2026-12-09; lasts 2 weeks; week starts wed", "2026-12-22", 2),
        ("starts 2026-12-09; lasts 14 days; week starts mon", "2026-12-22", 3),
        ("starts 2026-12-09; ends 2026-12-20; lasts 2 weeks; week starts mon", "2026-12-20", 2),
    ],
)
def test_weeks_from_a_weekday(header, ends, weeks):
    checked = plan(header)
    assert checked.ends == day(ends)
    assert checked.week(checked.ends) == weeks


def test_a_plan_is_over_when_its_race_is_run():
    header, race = "starts 2027-04-05; lasts 2 weeks", HALF.format(date="2027-04-16")
    assert plan(header, race).ends == day("2027-04-16")
    assert plan(header, f"{race}; priority C").ends == day("2027-04-18")
    assert plan("starts 2027-04-05; ends 2027-04-18", race).ends == day("2027-04-18")


def test_a_start_is_the_same_as_being_counted_back_to_it():
    race = f"{HALF.format(date='2027-04-17')}; priority A; taper 2 weeks to 60%, 40%"
    headers = ("lasts 12 weeks", "starts 2027-01-25; lasts 12 weeks", "starts 2027-01-25")
    found = [plan(header, race) for header in headers]
    assert len({(p.starts, p.days, p.origin, p.volumes) for p in found}) == 1
    assert len({tuple(slot.key for slot in schedule(p)) for p in found}) == 1


# --- races ---------------------------------------------------------------------------------------


def grades(*races):
    checked = plan("starts 2027-01-04; ends 2027-05-23", *races)
    return {race.name: race.grade for race in checked.calendar.races}


def test_the_last_race_without_a_priority_is_what_the_plan_is_for():
    one, two = 'race "One" on 2027-02-07; 5km', 'race "Two" on 2027-03-07; 5km'
    assert grades(one, two) == {"One": "B", "Two": "A"}
    assert grades(one, f"{two}; priority C") == {"One": "A", "Two": "C"}
    assert grades(f"{one}; priority A", two) == {"One": "A", "Two": "B"}
    assert grades(f"{two}; priority B", f"{one}; priority B") == {"One": "B", "Two": "B"}


def test_a_race_is_a_session():
    checked = plan("lasts 2 weeks", HALF.format(date="2027-04-18"))
    race = checked.sessions[-1]
    assert (race.key, race.name, race.index) == ("race-half", "Half", 1)
    assert race.does("run")
    assert race.race == checked.calendar.races[0]


def test_several_mistakes_are_told_at_once():
    races = ('race "A" on 2027-04-18', 'race "B" on 2027-04-18; 5km', 'race "B" on 2027-03-01; 5km')
    assert sorted(codes("lasts 20 weeks", *races)) == ["E472", "E473", "E474"]


def test_a_race_without_a_day_says_nothing_of_the_length():
    assert codes("", HALF.format(date="2027-02-30")) == ["E304"]


# --- tapers --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("races", "volumes"),
    [
        ([("2027-04-18", "2 weeks to 60%, 40%")], {11: 6000, 12: 4000}),
        ([("2027-04-18", "3 weeks to 50%")], {10: 5000, 11: 5000, 12: 5000}),
        ([("2027-04-18", "2 weeks to 60%, 40%"), ("2027-04-11", "1 week to 50%")],
         {11: 5000, 12: 4000}),
        ([("2027-04-18", "1 week to 37.5%")], {12: 3750}),
    ],
)  # fmt: skip
def test_tapers(races, volumes):
    lines = [f'race "R{n}" on {date}; 10km; taper {how}' for n, (date, how) in enumerate(races)]
    assert dict(plan("lasts 12 weeks", *lines).volumes) == volumes


# --- shares --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("weeks", "said", "given"),
    [
        (10, ("for 40%", "for the rest"), [4, 6]),
        (12, ("for 40%", "for 30%", "for the rest"), [5, 4, 3]),  # 4.8, 3.6, 3.6
        (3, ("for 50%", "for 50%"), [2, 1]),
        (16, ("for 40%", "for 30%", "for the rest", "for 2 weeks"), [6, 5, 3, 2]),  # 6.4 4.8 2.8
        (10, ("for 33%", "for 33%", "for 33%"), [4, 3, 3]),
        (7, ("for 1 week", "for the rest", "for 1 week, repeat 2 times"), [1, 4, 1]),
        (20, ("for 100%",), [20]),
        (5, ("for the rest",), [5]),
    ],
)
def test_shares(weeks, said, given):
    checked = plan(f"starts 2026-12-07; lasts {weeks} weeks", body=phases(*said))
    assert [phase.weeks for phase in checked.phases] == given
    assert checked.phases[-1].last == weeks


@pytest.mark.parametrize(
    ("weeks", "said"),
    [
        (10, ("for 40%", "for 40%")),
        (10, ("for 60%", "for 60%")),
        (10, ("for 60%", "for 40%", "for the rest")),
        (10, ("for 10 weeks", "for the rest")),
        (10, ("for 12 weeks", "for the rest")),
        (10, ("for the rest", "for the rest")),
        (10, ("for 4%", "for the rest")),
        (10, ("for 4%", "for 96%")),
        (2, ("for 30%", "for 30%", "for the rest")),
    ],
)
def test_shares_that_do_not_fit(weeks, said):
    assert set(codes(f"starts 2026-12-07; lasts {weeks} weeks", body=phases(*said))) == {"E476"}


# --- what is missing -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "races", "found"),
    [
        ("", [], ["E303", "E307"]),
        ("starts 2026-12-07", [], ["E303"]),
        ("lasts 2 weeks", [], ["E307"]),
        ("ends 2027-04-18", [], ["E307"]),
        ("", ["2027-04-18"], ["E303"]),
        ("ends 2027-04-25", ["2027-04-18"], ["E307"]),
        ("starts 2027-04-19", ["2027-04-18"], ["E471"]),
        ("starts 2027-04-19; ends 2027-04-18", [], ["E306"]),
        ("starts 2010-04-19", ["2027-04-18"], ["E306"]),
    ],
)
def test_what_is_missing_or_cannot_be(header, races, found):
    assert codes(header, *(HALF.format(date=date) for date in races)) == found


def test_an_end_that_is_no_day_is_told_once():
    assert codes("ends 2027-02-30; lasts 2 weeks") == ["E304"]
