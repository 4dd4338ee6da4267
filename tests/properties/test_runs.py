"""What always holds of runs and how they progress: random plans, random diaries.

Each promise is a check of what was compiled, and has a planted violation that it must find.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import mesocycle
from mesocycle.loading import Folder
from mesocycle.source import Source

relaxed = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])

START = dt.date(2027, 1, 4)
DAYS = [START + dt.timedelta(days=7 * week + day) for week in range(4) for day in (0, 2, 4)]


class Kind(NamedTuple):
    """A line of running, what belongs to it, and how far it may ever go (seconds or metres)."""

    line: str
    ceiling: int
    more: str = ""


STAGES = "".join(f"  stage {i}: run 4x({5 - i}min walk, {i}min)\n" for i in range(1, 5))

KINDS = (
    Kind("run 20min easy; progress time by 5min to 40min", 2_400),
    Kind("run 20-33min easy; progress time by 5min", 1_980),
    Kind("run 20min easy; progress time by 10% to 31min; on pain > 1 time 80%", 1_860),
    Kind("run 5km easy; progress distance by 700m every 2 sessions to 9km", 9_000),
    Kind("run 5km easy; progress distance by 10% every 1 week to 6km; on miss distance 90%", 6_000),
    Kind("run 20min tempo; progress time by 5min to 30min; on hit time +15min", 1_800),
    Kind(
        "run 4x(4min walk, 1min); progress with back",
        960,
        f"progression back\n{STAGES}  on hit 2 times: next stage\n  on pain > 0: previous stage\n"
        "  on 7 days off: previous stage\n  at most one stage a week\n",
    ),
    Kind(
        "run 4x(4min walk, 1min); progress with back",
        960,
        f"progression back\n{STAGES}  on hit: next stage\n  on 2 misses: previous stage\n"
        "  on 5 days off: previous stage\n  on 9 days off: first stage\n",
    ),
)


class Entry(NamedTuple):
    """How a run went: `full` or short of what was asked; pain and the next morning, if said."""

    full: bool = True
    pain: int | None = 0
    morning: int | None = 0


entries = st.builds(
    Entry,
    st.booleans() | st.just(True),
    st.sampled_from((0, 0, 0, None, 1, 2, 4)),
    st.sampled_from((0, 0, 0, None, 1)),
)
diaries = st.lists(entries | st.none(), min_size=1, max_size=8)


def diary(logged):
    """The diary of these entries, one a session (None: not logged)."""
    said = [f'athlete "Ana"\n\n{START - dt.timedelta(days=1)} brisk walk 30min; pain 0']
    said.append(f"{START - dt.timedelta(days=1)} morning pain 0")
    for day, entry in zip(DAYS, logged, strict=False):
        if entry is not None:
            length = "" if entry.full else "; 3min, 400m"
            pain = "" if entry.pain is None else f"; pain {entry.pain}"
            said += [f"{day} no red flags", f'{day} "Run"{length}{pain}']
            if entry.morning is not None:
                said.append(f"{day + dt.timedelta(days=1)} morning pain {entry.morning}")
    return "\n".join(said) + "\n"


def compiled(kind, care, logged):
    """The programme on the day after the last entry."""
    plan = (
        f'plan "Runs"\n  starts {START}\n  lasts 4 weeks\n  timezone Europe/Berlin\n  care {care}\n'
        f'  use runner-back\n\n{kind.more}\nsession "Run" on mon, wed, fri\n  {kind.line}\n'
    )
    outcome = mesocycle.compile_plan(
        Source("runs.plan", plan),
        Folder("-"),
        Source("ana.diary", diary(logged)),
        as_of=DAYS[len(logged) - 1] + dt.timedelta(days=1),
    )
    assert outcome.ok, [str(each) for each in outcome.diagnostics]
    return outcome.unwrap()


def run(segments):
    """How long all running of some segments is, in seconds and metres taken together."""
    total = 0
    for segment in segments:
        if segment.segments:
            total += segment.repeat * run(segment.segments)
        elif segment.activity == "run" and segment.end is not None:
            total += segment.repeat * (segment.end.seconds or segment.end.metres or 0)
    return total


def lengths(programme):
    """How long each session's running is."""
    return [run([s for b in session.blocks for s in b.segments]) for session in programme.sessions]


def too_long(programme, kind):
    """Sessions that pass the coach's ceiling."""
    return [length for length in lengths(programme) if length > kind.ceiling]


@relaxed
@given(st.sampled_from(KINDS), st.sampled_from(("training", "rehab")), diaries)
def test_no_run_is_ever_longer_than_its_ceiling(kind, care, logged):
    assert not too_long(compiled(kind, care, logged), kind)


def test_a_run_beyond_its_ceiling_is_found():
    kind = KINDS[0]
    programme = compiled(kind, "training", [Entry()])
    assert too_long(programme, kind._replace(ceiling=1_200))


def worse(entry, care):
    """The entry in every way in which it can be a little worse."""
    pain, morning = entry.pain, entry.morning
    found = [entry._replace(full=False)]
    if pain is not None:
        found.append(entry._replace(pain=pain + 1))
        found += [entry._replace(pain=None)] if care == "rehab" and pain == 0 else []
    if morning is not None:
        found.append(entry._replace(morning=morning + 1))
        found += [entry._replace(morning=None)] if care == "rehab" and morning == 0 else []
    return found


@relaxed
@given(st.sampled_from(KINDS), st.sampled_from(("training", "rehab")), diaries, entries, st.data())
def test_a_worse_entry_never_makes_the_next_run_longer(kind, care, before, last, data):
    other = data.draw(st.sampled_from(worse(last, care)))
    following = len(before) + 1
    good = lengths(compiled(kind, care, [*before, last]))
    bad = lengths(compiled(kind, care, [*before, other]))
    assert bad[following] <= good[following]


@relaxed
@given(
    st.sampled_from([kind for kind in KINDS if "every 1 week" not in kind.line]),  # by the calendar
    st.sampled_from(("training", "rehab")),
    diaries,
)
def test_what_nobody_logged_raises_nothing(kind, care, logged):
    """With the last entry left out, the next run is no longer than the one that was missed."""
    without = compiled(kind, care, [*logged, None])
    missed, following = lengths(without)[len(logged) : len(logged) + 2]
    assert following <= missed


def test_a_longer_run_after_a_worse_entry_is_found():
    kind = KINDS[0]
    good = lengths(compiled(kind, "training", [Entry()]))
    assert not good[1] <= lengths(compiled(kind, "training", [Entry(full=False)]))[1]


@pytest.mark.parametrize("care", ["training", "rehab"])
def test_something_progresses_at_all(care):
    """The promises above would hold of runs that never change."""
    for kind in KINDS:
        found = lengths(compiled(kind, care, [Entry()] * 6))
        assert max(found) > found[0], kind.line
