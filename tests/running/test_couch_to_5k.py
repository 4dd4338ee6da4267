"""Nine weeks as the table prints them, second by second."""

from __future__ import annotations

from datetime import date

import pytest

from mesocycle.programme import Session
from tests.running.compiled import Clock, clock, notes, programme, text
from tests.running.sums import dates, minutes

FIRST = date(2027, 1, 4)

#: Minutes by turns, running first.
TABLE = {
    (1, 0): (1, 1.5) * 8,
    # 90 seconds and two minutes: five times are 17:30, and the sixth walk is cut at 20:00.
    (2, 0): (*(1.5, 2) * 5, 1.5, 1),
    (3, 0): (1.5, 1.5, 3, 3) * 2,
    (4, 0): (3, 1.5, 5, 2.5, 3, 1.5, 5),
    (5, 1): (5, 3, 5, 3, 5),
    (5, 2): (8, 5, 8),
    (5, 3): (20,),
    (6, 1): (5, 3, 8, 3, 5),
    (6, 2): (10, 3, 10),
    (6, 3): (25,),
    (7, 0): (25,),
    (8, 0): (28,),
    (9, 0): (30,),
}  # fmt: skip

#: How long each week's runs take without the walks before and after.
TOTALS = {
    1: ("20:00",), 2: ("20:00",), 3: ("18:00",), 4: ("21:30",), 5: ("21:00", "21:00", "20:00"),
    6: ("24:00", "23:00", "25:00"), 7: ("25:00",), 8: ("28:00",), 9: ("30:00",),
}  # fmt: skip


@pytest.fixture(scope="module")
def runs() -> list[Session]:
    return list(programme(text("couch-to-5k.plan")).sessions)


def by_turns(week: int, run: int) -> Clock:
    amounts = minutes(*(TABLE.get((week, 0)) or TABLE[week, run]))
    return tuple((("run", "walk")[turn % 2], amount) for turn, amount in enumerate(amounts))


def test_three_runs_a_week_for_nine_weeks(runs):
    expected = [day.isoformat() for day in dates(FIRST, 9, 0, 2, 4)]
    assert [run.date for run in runs] == expected
    assert [run.name for run in runs] == ["Run 1", "Run 2", "Run 3"] * 9


@pytest.mark.parametrize("week", range(1, 10))
def test_every_run_as_the_table_has_it(runs, week):
    for run in (1, 2, 3):
        assert clock(runs[week * 3 + run - 4]) == by_turns(week, run)


@pytest.mark.parametrize("week", TOTALS)
def test_what_a_run_comes_to(runs, week):
    three = runs[week * 3 - 3 : week * 3]
    sums = [sum(seconds for _, seconds in clock(run)) for run in three]
    shown = tuple(f"{total // 60}:{total % 60:02}" for total in sums)
    assert shown == (TOTALS[week] * 3)[:3]
    assert [run.total.seconds for run in three] == [total + 600 for total in sums]
    assert all(run.total.estimated == () or run.total.estimated == ("metres",) for run in three)


def test_five_minutes_of_brisk_walking_before_each(runs):
    for run in runs:
        assert clock(run, "warmup") == (("walk", 300),)
        assert run.blocks[0].segments[0].target.text == "brisk"
        assert clock(run, "cooldown") == (("walk", 300),)


def test_the_second_week_is_cut_and_says_so(runs):
    cut = [run.week for run in runs if any("cut at 20:00" in n for n in notes(run.blocks))]
    assert cut == [2, 2, 2]


def test_who_missed_a_week_goes_on_where_she_stopped():
    """`missed: shift`: the nine weeks take ten, and no run is left out."""
    made = programme(text("couch-to-5k.plan"), text("couch-to-5k.diary"))
    plain = programme(text("couch-to-5k.plan"), 'athlete "Mia"\n')
    assert [clock(run) for run in made.sessions] == [clock(run) for run in plain.sessions]
    expected = [*dates(FIRST, 1, 0, 2, 4), *dates(date(2027, 1, 18), 8, 0, 2, 4)]
    assert [run.date for run in made.sessions] == [day.isoformat() for day in expected]
    assert [run.id for run in made.sessions] == [run.id for run in plain.sessions]
