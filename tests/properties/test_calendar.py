"""What always holds of exceptions and of missed sessions, whatever a coach and a diary say."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import mesocycle
from mesocycle.loading import Folder
from mesocycle.programme import Programme, Session
from mesocycle.source import Source

relaxed = settings(
    max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)

START = dt.date(2026, 12, 14)
DAYS = 21

HEAD = f"""plan "Life"
  starts {START}
  lasts {DAYS} days
  timezone Europe/Berlin
  care training
  use runner-back
"""

BODY = """
session "Strength" on mon, wed, fri at 07:00 for 30min
  Superman; 3x8

session "Walk" every 2 days at 18:00 for 40min
  walk 40min brisk

session "Stretch" after "Strength" for 10min
  Cat Cow; 1x8

rotation "A", "B" 2 times a week, 48h apart

session "A"
  Beetle; 2x8 each side

session "B"
  Plank; 3x20s
"""

NAMES = ("Strength", "Walk", "Stretch", "A", "B")
STREAMS = (("Strength",), ("Walk",), ("A", "B"))
POLICIES = ("hold", "drop", "shift", "merge")

day = st.integers(0, DAYS - 1).map(lambda number: START + dt.timedelta(days=number))
name = st.sampled_from(NAMES)


def _span(days):
    return f"{min(days)} to {max(days)}"


line = st.one_of(
    st.builds('skip {} "away"'.format, st.tuples(day, day).map(_span)),
    st.builds('skip "{}" on {}'.format, name, day),
    st.builds("move {} to {}".format, day, day),
    st.builds('move "{}" on {} to {} at 09:30'.format, name, day, day),
    st.builds("swap {} with {}".format, day, day),
    st.builds("rest on {}".format, day),
    st.builds('note {} "exam"'.format, day),
)
lines = st.lists(line, max_size=4, unique=True)


class Done(NamedTuple):
    """A session as it was logged."""

    date: dt.date
    name: str


logs = st.sets(st.builds(Done, day, name), max_size=12).map(sorted)


def compiled(calendar=(), policy="hold", done=(), as_of=None) -> Programme | None:
    """The programme; None of a calendar that the compiler refuses."""
    text = HEAD + f"  missed: {policy}\n" + BODY
    text += "calendar\n" + "".join(f"  {each}\n" for each in calendar) if calendar else ""
    diary = 'athlete "Ana"\n' + "".join(f'{d.date} "{d.name}"; 30min\n' for d in done)
    sources = Source("life.plan", text), Folder("-"), Source("ana.diary", diary)
    outcome = mesocycle.compile_plan(*sources, as_of=as_of or START)
    if not calendar:
        return outcome.unwrap()
    return outcome.value if outcome.ok else None


def made(*args, **named) -> Programme:
    found = compiled(*args, **named)
    if found is None:
        reject()
    return found


PLAIN = {session.id: session for session in made().sessions}


# --- exceptions ---------------------------------------------------------------------------------


def keeps_identities(programme: Programme) -> None:
    """The same sessions, each once; what is elsewhere says where it was."""
    found = {session.id: session for session in programme.sessions}
    assert found.keys() == PLAIN.keys()
    assert len(found) == len(programme.sessions)
    for key, session in found.items():
        was = PLAIN[key]
        assert session.name == was.name
        assert session.original_date == (None if session.date == was.date else was.date)
        assert (session.status == "moved") == (session.original_date is not None)


@relaxed
@given(lines)
def test_exceptions_change_no_identity(calendar):
    # A date of rest sends the rotation, which has no days of its own, to others.
    keeps_identities(made([each for each in calendar if not each.startswith("rest")]))


def test_a_session_that_comes_twice_is_found():
    programme = made()
    wrong = replace(programme, sessions=(*programme.sessions, programme.sessions[0]))
    with pytest.raises(AssertionError):
        keeps_identities(wrong)


@relaxed
@given(lines, st.randoms(use_true_random=False))
def test_the_order_of_the_lines_does_not_matter(calendar, chance):
    once = made(calendar)
    chance.shuffle(calendar)
    again = made(calendar)
    assert once.sessions == again.sessions
    assert set(once.day_notes) == set(again.day_notes)


@relaxed
@given(lines)
def test_days_are_in_order_and_in_the_plan(calendar):
    programme = made(calendar)
    dates = [session.date or "" for session in programme.sessions]
    assert dates == sorted(dates)
    assert programme.starts <= dates[0] <= dates[-1] <= programme.ends


# --- missed sessions ----------------------------------------------------------------------------


def open_ones(programme: Programme, names) -> list[Session]:
    """What is still to be done of a stream."""
    return [s for s in programme.sessions if s.name in names and s.status in ("planned", "moved")]


def history(programme: Programme, until: dt.date) -> list[tuple[str, str | None]]:
    """What was done, and on which day."""
    return [
        (s.id, s.date) for s in programme.sessions if s.status == "done" and s.date < str(until)
    ]


@relaxed
@given(lines, logs, st.sampled_from(POLICIES), st.integers(1, DAYS), st.integers(0, 9))
def test_a_later_line_of_the_diary_does_not_change_what_was(calendar, done, policy, first, more):
    now = START + dt.timedelta(days=first)
    later = now + dt.timedelta(days=more)
    before = made(calendar, policy, [d for d in done if d.date < now], now)
    after = made(calendar, policy, [d for d in done if d.date <= later], later)
    assert history(after, now) == history(before, now)


@relaxed
@given(lines, logs, st.sampled_from(POLICIES), st.integers(1, DAYS))
def test_nobody_gets_another_identity_by_missing_a_session(calendar, done, policy, first):
    now = START + dt.timedelta(days=first)
    found = made(calendar, policy, [d for d in done if d.date <= now], now)
    keys = [session.id for session in found.sessions]
    assert len(keys) == len(set(keys))
    if not any(each.startswith("rest") for each in calendar):
        assert set(keys) <= PLAIN.keys()
        assert all(PLAIN[session.id].name == session.name for session in found.sessions)


@relaxed
@given(logs, st.integers(1, DAYS))
def test_what_is_shifted_keeps_its_order_and_is_all_there(done, first):
    now = START + dt.timedelta(days=first)
    found = made((), "shift", [d for d in done if d.date <= now], now)
    assert {s.id for s in found.sessions} == PLAIN.keys()
    for names in STREAMS:
        left = [(s.original_date or s.date, s.date) for s in open_ones(found, names)]
        assert left == sorted(left)
        assert [new for _, new in left] == sorted({new for _, new in left})
        assert all(was <= new >= str(now) for was, new in left)
        assert not [s for s in found.sessions if s.name in names and s.status == "missed"]


@relaxed
@given(logs, st.sampled_from(("drop", "merge")), st.integers(1, DAYS))
def test_what_is_left_out_changes_no_day(done, policy, first):
    now = START + dt.timedelta(days=first)
    taken = [d for d in done if d.date <= now]
    held = {s.id: s for s in made((), "hold", taken, now).sessions}
    found = {s.id: s for s in made((), policy, taken, now).sessions}
    lost = [s for key, s in held.items() if key not in found]
    assert all(s.status == "missed" for s in lost)
    assert all(s.date == held[key].date for key, s in found.items())
    assert [s for s in found.values() if s.status == "missed" and s.name != "Stretch"] == []
