"""What a diary says of how hard the weeks were."""

from __future__ import annotations

import datetime as dt

from mesocycle.compiler.numbers.weekly_load import BASIS, with_load
from mesocycle.diary.model import SessionLog
from mesocycle.programme import Because, WeekStatistics

MONDAY = dt.date(2026, 12, 7)


def log(day, rpe, minutes):
    seconds = None if minutes is None else minutes * 60
    line = Because(file="a.diary", line=1, text="")
    on = MONDAY + dt.timedelta(days=day)
    return SessionLog(date=on, session="Run", because=line, rpe=rpe, seconds=seconds)


def week(number):
    starts = MONDAY + dt.timedelta(weeks=number - 1)
    return WeekStatistics(
        week=number, starts=starts.isoformat(), sessions=3, minutes=90, sets={}, reps=0
    )


def loads(*logs, until=6, weeks=1, starts=0):
    first, last = (MONDAY + dt.timedelta(days=day) for day in (starts, until))
    found = with_load([week(n) for n in range(1, weeks + 1)], logs, first, last, MONDAY)
    return found[-1]


FOUR = (log(0, 5, 10), log(2, 5, 20), log(3, 5, 10), log(5, 5, 30))


def test_a_whole_week():
    found = loads(*FOUR)
    assert found.load == 350
    load = found.training_load
    assert (load.load, load.monotony, load.strain) == (350, 0.87, round(350 * 0.87))
    assert load.basis == BASIS
    assert "sample standard deviation" in BASIS
    assert (load.acwr, load.acwr_ewma) == (None, None)


def test_two_sessions_of_a_day_are_one_day():
    split = (log(0, 5, 4), log(0, 5, 6), *FOUR[1:])
    assert loads(*split).training_load == loads(*FOUR).training_load


def test_a_session_without_rpe_is_not_nothing():
    found = loads(*FOUR, log(6, None, 60))
    assert found.load == 350
    load = found.training_load
    assert (load.unknown_sessions, load.monotony, load.strain) == (1, None, None)
    assert "lack" in load.basis


def test_who_never_says_how_hard_it_was_is_not_asked():
    assert loads(log(0, None, 30), log(2, None, 30)).training_load is None


def test_a_week_of_which_nothing_is_known_has_no_load():
    found = loads(log(0, 5, None))
    assert found.load is None
    assert found.training_load.unknown_sessions == 1


def test_without_a_log_there_is_nothing_to_say():
    assert loads().training_load is None
    assert loads(*FOUR, weeks=2, until=13).training_load is None


def test_days_that_are_still_to_come_are_no_rest():
    found = loads(*FOUR, until=5).training_load
    assert (found.load, found.monotony) == (350, None)
    assert "so far" in found.basis
    assert loads(*FOUR, until=2).load == 150


def test_days_before_the_plan_are_no_rest():
    found = loads(*FOUR[1:], starts=2).training_load
    assert found.monotony is None
    assert "begins" in found.basis


def test_days_of_the_plan_before_the_first_log_are():
    assert loads(*FOUR[1:]).training_load.monotony == 0.71
    assert loads(*FOUR, starts=3).training_load == loads(*FOUR).training_load


def test_the_same_every_day_is_undefined_and_said():
    found = loads(*(log(day, 4, 30) for day in range(7))).training_load
    assert (found.monotony, found.strain) == (None, None)
    assert "undefined" in found.basis


def month(*others):
    steady = [log(day, 1, 30) for day in range(21)]
    return loads(*steady, *(log(day, 1, 50) for day in range(21, 28)), *others, weeks=4, until=27)


def test_ratios_after_four_weeks():
    found = month().training_load
    assert (found.acwr, found.acwr_ewma) == (1.43, 1.25)
    assert found.monotony is None


def test_no_ratio_where_one_day_of_the_month_is_unknown():
    found = month(log(3, None, 30)).training_load
    assert (found.acwr, found.acwr_ewma) == (None, None)
    assert found.load == 350
