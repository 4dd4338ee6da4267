"""What always holds of spans: shares fill a plan, a race carries all with it, phases end once."""

from __future__ import annotations

import datetime as dt
import string

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mesocycle.catalogue.libraries import catalogue_of
from mesocycle.compiler import resolve
from mesocycle.compiler.days.schedule import schedule
from mesocycle.compiler.passes import compile_programme
from mesocycle.diary.read import read
from mesocycle.loading import Folder
from mesocycle.source import Source
from mesocycle.syntax import parse, parse_diary

relaxed = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)

FIRST = dt.date(2026, 1, 1)
days = st.integers(0, 1500).map(lambda number: FIRST + dt.timedelta(days=number))
weekdays = st.sampled_from(("", "mon", "wed", "sun"))


def outcome(header, body, starts=None):
    lines = "".join(f"  {line}\n" for line in header if line)
    text = f'plan "P"\n  timezone Europe/Berlin\n  use runner-back\n{lines}\n{body}'
    file = parse(Source("p.plan", text)).unwrap()
    return resolve(file, catalogue_of(file, Folder("-")).unwrap(), starts=starts)


def phase(name, head, line="walk 30min"):
    return f'phase "{name}" {head}\n  session "{name}" on tue, sat at 18:00\n    {line}\n'


def race(date, more=""):
    return f'calendar\n  race "Race" on {date} at 09:30; 10km{more}\n'


def starting(weekday):
    return f"week starts {weekday}" if weekday else ""


# --- shares --------------------------------------------------------------------------------------


@relaxed
@given(
    st.integers(1, 40),
    st.lists(st.one_of(st.integers(1, 8), st.sampled_from(("%", "rest"))), min_size=1, max_size=6),
    st.lists(st.integers(1, 100), min_size=6, max_size=6),
)
def test_shares_fill_the_plan_or_are_refused(weeks, kinds, percents):
    """Accepted phases follow each other without a gap up to the last week, a week each at least."""
    heads = [
        {"%": f"for {percent}%", "rest": "for the rest"}.get(kind, f"for {kind} weeks")
        for kind, percent in zip(kinds, percents, strict=False)
    ]
    body = "".join(
        phase(name, head) for name, head in zip(string.ascii_uppercase, heads, strict=False)
    )
    found = outcome(("starts 2026-12-07", f"lasts {weeks} weeks"), body)
    if not found.ok:
        assert {d.code for d in found.diagnostics} <= {"E476", "E342", "E340"}
        return
    first = 1
    for each, kind, percent in zip(found.value.phases, kinds, percents, strict=False):
        assert each.first == first
        assert each.weeks >= 1
        assert each.weeks == kind if isinstance(kind, int) else True
        if kind == "%":
            assert abs(each.weeks - weeks * percent / 100) <= 1
        first = each.last + 1
    assert first == weeks + 1


# --- races ---------------------------------------------------------------------------------------


@relaxed
@given(days, days, st.integers(1, 30), weekdays)
def test_moving_a_race_moves_everything_and_renames_nothing(one, other, weeks, weekday):
    """Two days in one weekday's place of the week: the same keys, all moved alike."""
    other += dt.timedelta(days=(one.weekday() - other.weekday()) % 7)
    plans = [
        outcome(
            (f"lasts {weeks} weeks", starting(weekday)),
            phase("A", f"for {weeks} weeks") + race(date),
        ).unwrap()
        for date in (one, other)
    ]
    before, after = (schedule(each) for each in plans)
    assert [slot.key for slot in before] == [slot.key for slot in after]
    assert {b.date - a.date for a, b in zip(before, after, strict=True)} == {other - one}
    for each in plans:
        assert each.week(each.ends) == weeks
        assert each.week(each.starts) == 1
        assert all(
            slot.start is None or slot.start.time().hour in (9, 18) for slot in schedule(each)
        )


@relaxed
@given(days, st.integers(1, 30), st.integers(0, 209), weekdays)
def test_a_late_start_leaves_the_rest_as_it_is(date, weeks, later, weekday):
    header, body = (f"lasts {weeks} weeks", starting(weekday)), phase("A", f"for {weeks} weeks")
    usual = outcome(header, body + race(date)).unwrap()
    start = usual.starts + dt.timedelta(days=later % usual.days)
    late = outcome(header, body + race(date), starts=start).unwrap()
    wanted = [(slot.key, slot.start) for slot in schedule(usual) if slot.date >= start]
    assert [(slot.key, slot.start) for slot in schedule(late)] == wanted


@relaxed
@given(days, st.integers(1, 20), st.integers(1, 8), st.integers(1, 100))
def test_a_taper_ends_with_the_week_of_its_race(date, weeks, taper, percent):
    text = race(date, f"; taper {taper} weeks to {percent}%".replace("1 weeks", "1 week"))
    found = outcome((f"lasts {weeks} weeks",), phase("A", f"for {weeks} weeks") + text)
    if taper > weeks:
        assert [d.code for d in found.diagnostics] == ["E475"]
    else:
        wanted = [(week, percent * 100) for week in range(weeks - taper + 1, weeks + 1)]
        assert list(found.unwrap().volumes) == wanted


# --- phases until something ----------------------------------------------------------------------


@relaxed
@given(
    st.integers(1, 5),
    st.integers(1, 4),
    st.sets(st.integers(0, 60), max_size=20),
    st.integers(0, 80),
    st.sampled_from(("training", "rehab")),
    weekdays,
)
def test_phases_end_once_and_rename_nothing(most, times, walked, today, care, weekday):
    first = dt.date(2026, 12, 9)
    checked = outcome(
        (f"starts {first}", f"care {care}", starting(weekday)),
        phase("Walk", f'until "Walk" done {times} times, at most {most} weeks')
        + phase("Run", "for 3 weeks")
        + 'session "Back" on sun\n  Cat Cow; 2x8\n',
    ).unwrap()
    day = first + dt.timedelta(days=today)
    logged = sorted(first + dt.timedelta(days=each) for each in walked if each <= today)
    entries = "".join(f'{each} "Walk"; 30min\n' for each in logged)
    names = tuple(session.name for session in checked.sessions)
    file = parse_diary(Source("d.diary", f'athlete "Ana"\n{entries}')).unwrap()
    diary = read(file, checked.catalogue, plan=checked.name, sessions=names).unwrap()
    programme = compile_programme(checked, diary, day)
    ids = [session.id for session in programme.sessions]
    assert len(set(ids)) == len(ids)
    runs = [s for s in programme.sessions if s.name == "Run"]
    assert len(runs) in (5, 6)  # a plan that ends in the middle of a week may lack the last one
    met = next((n for n, each in enumerate(logged, 1) if n == times), None)
    early = [s for s in runs if s.status != "skipped" and s.week <= most]
    if met is None or logged[met - 1] > day:
        assert not early
    if care == "rehab" and met is None:
        assert all(s.status == "skipped" for s in runs if s.date < day.isoformat())
