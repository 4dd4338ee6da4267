"""What always holds of runs whatever comes later, and wherever: the same ids, sums and bytes.

Random plans with calendars, races, phases until something and missed sessions. Each promise is
a check with a planted violation that it must find.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
import sys
from pathlib import Path
from random import Random

from hypothesis import given, reject
from hypothesis import strategies as st
from msgspec.structs import replace

from mesocycle.diary.health import Health
from tests.campaigns.runners import START, Maker
from tests.properties.running import (
    END,
    case_of,
    compiled,
    found_in_some,
    legs_of,
    made,
    relaxed,
    seeds,
    some,
    until,
)  # fmt: skip

# --- nothing changes behind one's back ------------------------------------------------------------


def unnumbered(block):
    """The block without the numbers of decisions, which count all that was decided."""
    return replace(block, items=tuple(replace(item, decisions=()) for item in block.items))


def before(programme, day):
    """What was prescribed for the days before, by id."""
    return {
        s.id: (s.date, tuple(map(unnumbered, s.blocks)), s.minutes)
        for s in programme.sessions
        if s.date and s.date < day.isoformat()
    }


@relaxed
@given(seeds, seeds)
def test_a_line_of_a_diary_changes_no_day_before_it(seed, other):
    case, maker = case_of(seed), Maker(Random(other))
    if '" until ' in case.body and "care rehab" in case.header:
        reject()  # what waits for the end of a phase comes later by as many weeks
    maker.names = sorted(set(re.findall(r'^ *session "(.*?)"', case.body, re.MULTILINE)))
    day, text = maker.entry()
    after = made(case._replace(entries=(*case.entries, (day, text))))
    assert before(after, day) == before(made(case), day)


def test_a_change_of_what_was_is_found(monkeypatch):
    """An athlete whose state on a day were that of the diary's last."""
    state = Health.day
    cases = [until(case_of(seed, "rehab"), END) for seed in range(40)]
    day = START + dt.timedelta(days=7)
    usual = [before(each, day) for case in cases if (each := compiled(case))]
    monkeypatch.setattr(Health, "day", lambda self, _: state(self, END))
    planted = [before(each, day) for case in cases if (each := compiled(case))]
    assert usual != planted


@relaxed
@given(seeds, st.sampled_from(("hold", "drop", "shift", "merge")))
def test_ids_are_those_of_the_plan_whatever_the_calendar_says(seed, policy):
    case = case_of(seed)
    if '" until ' in case.body:
        reject()  # a phase that ends early may leave weeks that the plan has not
    calendar = tuple(line for line in case.calendar if not line.startswith("rest"))
    header = tuple(f"missed: {policy}" if x.startswith("missed") else x for x in case.header)
    plain = tuple(line for line in calendar if line.startswith("race"))
    found = [s.id for s in made(case._replace(calendar=calendar, header=header)).sessions]
    usual = {s.id: s.name for s in made(case._replace(calendar=plain, entries=()), START).sessions}
    assert len(found) == len(set(found))
    assert set(found) <= usual.keys()


# --- sums -----------------------------------------------------------------------------------------


def short_sums(programme):
    """Sessions whose total is less than what their legs say."""
    found = []
    for session in programme.sessions:
        total = session.total
        if total is None:
            continue
        seconds = sum(n * (leg.end.seconds or 0) for leg, n in legs_of(session) if leg.end)
        metres = sum(n * (leg.end.metres or 0) for leg, n in legs_of(session) if leg.end)
        if (total.seconds or seconds) < seconds or (total.metres or metres) < metres:
            found.append(session)
    return found


@relaxed
@given(seeds)
def test_totals_are_never_less_than_their_legs(seed):
    assert short_sums(made(case_of(seed))) == []


def test_a_total_that_is_too_small_is_found():
    def halved(session):
        total = session.total
        return replace(session, total=total and replace(total, seconds=1, metres=1))

    programmes = [replace(each, sessions=tuple(map(halved, each.sessions))) for each in some()]
    assert found_in_some(short_sums, programmes)


# --- the same bytes -------------------------------------------------------------------------------

SCRIPT = """
import datetime as dt, hashlib, sys
from random import Random
import mesocycle
from mesocycle.loading import Folder
from mesocycle.output.registry import load
from mesocycle.output.rendering import render
from mesocycle.source import Source
from tests.campaigns.runners import DAYS, START, Maker
registry = load().unwrap()
for seed in map(int, sys.argv[1:]):
    case = Maker(Random(seed)).case()
    sources = Source("p", case.plan), Folder("-"), Source("d", case.diary)
    found = mesocycle.compile_plan(*sources, as_of=START + dt.timedelta(days=DAYS))
    made = render(registry, found.value, sorted(registry.outputs)).value if found.ok else ()
    said = repr([(d.code, d.message, d.hints) for d in found.diagnostics]).encode()
    print(seed, hashlib.sha256(said + b"".join(each.content for each in made or ())).hexdigest())
"""


def hashes(**environment):
    """What a process in that environment makes of some cases."""
    root = Path(__file__).resolve().parents[2]
    arguments = [sys.executable, "-c", SCRIPT, *map(str, range(40, 60))]
    ran = subprocess.run(
        arguments, env={**os.environ, **environment}, cwd=root, capture_output=True, check=True
    )
    return ran.stdout


def test_bytes_do_not_depend_on_hash_seed_zone_or_locale():
    once = hashes(PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C")
    assert len(set(once.split())) > 30
    assert once == hashes(PYTHONHASHSEED="4711", TZ="Asia/Kathmandu", LC_ALL="tr_TR.UTF-8")
