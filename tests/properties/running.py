"""Random runners: the campaign's plans and diaries (`make fuzz`), compiled, leg by leg."""

from __future__ import annotations

import datetime as dt
import re
from random import Random

from hypothesis import HealthCheck, reject, settings
from hypothesis import strategies as st

import mesocycle
from mesocycle.loading import Folder
from mesocycle.source import Source
from tests.campaigns.runners import DAYS, START, Maker

relaxed = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
END = START + dt.timedelta(days=DAYS)

seeds = st.integers(0, 10**9)
days = st.integers(0, DAYS).map(lambda number: START + dt.timedelta(days=number))


def compiled(case, as_of=END):
    """The programme; None of a plan that is refused."""
    outcome = mesocycle.compile_plan(
        Source("runs.plan", case.plan), Folder("-"), Source("ana.diary", case.diary), as_of=as_of
    )
    return outcome.value if outcome.ok else None


def made(case, as_of=END):
    found = compiled(case, as_of)
    if found is None:
        reject()
    return found


def case_of(seed, care=None, **changes):
    """The case of a seed, its entries up to the day before the plan ends."""
    return Maker(Random(seed), care).case()._replace(**changes)


def until(case, day):
    """The case as it was known in the morning of a day."""
    return case._replace(entries=tuple(each for each in case.entries if each[0] < day))


def legs(segments, times=1):
    """Every leg, and how often it is done."""
    for segment in segments:
        if segment.segments and segment.end is None:
            yield from legs(segment.segments, times * segment.repeat)
        elif segment.segments:
            yield from ((leg, 0) for leg, _ in legs(segment.segments))
        else:
            yield segment, times * segment.repeat


def legs_of(session):
    return list(legs([segment for block in session.blocks for segment in block.segments]))


def runs(session):
    return [leg for leg, _ in legs_of(session) if leg.activity == "run"]


def is_easy(target):
    """Whether a target as it is shown is known to be no harder than easy."""
    if target is None:
        return False
    if target.kind == "rpe":
        return target.high is not None and target.high <= 4
    return target.text == "easy" or bool(
        re.match(r"(below zone [1-3]|zone [12])(?!–[3-9])", target.text)
    )


def found_in_some(check, programmes):
    """Whether a check finds anything in any programme."""
    return any(check(each) for each in programmes)


def some():
    """Programmes of the first seeds."""
    return [each for seed in range(40) if (each := compiled(case_of(seed)))]
