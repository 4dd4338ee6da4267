"""What always holds of plans with rules, questions and lights: the campaign's plans and diaries.

Many plans, where `test_care` and `test_rules` know one each: rules at the margin, in phases and in
sessions; answers, flags, clearances, conditions, sessions that were moved, broken off, unplanned.
"""

from __future__ import annotations

import datetime as dt
import re
from random import Random

from hypothesis import given, reject
from msgspec.structs import replace

import mesocycle
from mesocycle.diary.health import Health
from mesocycle.loading import Folder
from mesocycle.source import Source
from tests.campaigns.runners import DAYS, START
from tests.campaigns.states import Stated
from tests.properties.running import days, legs_of, relaxed, seeds

END = START + dt.timedelta(days=DAYS)


def case_of(seed):
    """A case whose sessions stay on their days."""
    case = Stated(Random(seed)).case()
    header = tuple("missed: hold" if line.startswith("missed") else line for line in case.header)
    return case._replace(header=header, body=re.sub("missed: .*", "missed: hold", case.body))


def compiled(case, as_of=END):
    """The programme; None of a plan that is refused."""
    outcome = mesocycle.compile_plan(
        Source("it.plan", case.plan), Folder("-"), Source("it.diary", case.diary), as_of=as_of
    )
    return outcome.value if outcome.ok else None


def both(one, other):
    """Two programmes; there is nothing to compare where one is refused."""
    first, second = compiled(one), compiled(other)
    if first is None or second is None:
        reject()
    return first, second


def items(session):
    return [item for block in session.blocks for item in block.items if item.sets]


def shown(programme, day):
    """What was prescribed before a day."""
    return {
        each.id: [(i.exercise.name, i.assessment, i.sets) for i in items(each)]
        + [replace(leg, progression=None) for leg, _ in legs_of(each)]
        for each in programme.sessions
        if dt.date.fromisoformat(each.date) < day and not each.unplanned
    }


def otherwise(before, after, day):
    """Sessions before a day that are not what they were; what is done later is shown there."""
    was, now = shown(before, day), shown(after, day)
    gone = was.keys() - {each.id for each in after.sessions}
    return gone | {key for key in was.keys() & now.keys() if was[key] != now[key]}


@relaxed
@given(seeds, days)
def test_what_is_written_later_changes_nothing_of_the_days_before_it(seed, day):
    case = case_of(seed)
    early = case._replace(entries=tuple(each for each in case.entries if each[0] < day))
    before, after = both(early, case)
    assert not otherwise(before, after, day)


def weight(session):
    """Sets, seconds and metres."""
    legs = [(leg, times) for leg, times in legs_of(session) if leg.end]
    return (
        sum(len(item.sets) for item in items(session)),
        sum(times * (leg.end.seconds or 0) for leg, times in legs),
        sum(times * (leg.end.metres or 0) for leg, times in legs),
    )


def heavier(before, after):
    """Sessions that come to more than they did."""
    was = {each.id: weight(each) for each in before.sessions}
    return [
        (each.date, each.name, weight(each), was[each.id])
        for each in after.sessions
        if each.id in was and any(n > w for n, w in zip(weight(each), was[each.id], strict=True))
    ]


@relaxed
@given(seeds)
def test_a_further_rule_makes_no_session_heavier(seed):
    case, maker = case_of(seed), Stated(Random(seed))
    rule = maker.rule()
    if "swap" in rule or "easier" in rule or "avoid" in rule:
        reject()
    more = case._replace(body=f"{case.body}\nrules\n  {rule}\n")
    assert heavier(*both(case, more)) == []


def trained(seed, day):
    """Sessions with anything in them behind a flag; None of a plan that is refused."""
    case = case_of(seed)
    early = tuple(each for each in case.entries if each[0] < day)
    made = compiled(case._replace(entries=(*early, (day, "flag foot drop"))), day)
    if made is None:
        return None
    left = [each for each in made.sessions if dt.date.fromisoformat(each.date) > day]
    return [each.name for each in left if any(weight(each)) and each.status != "done"]


@relaxed
@given(seeds, days)
def test_a_flag_leaves_nothing_until_it_is_cleared(seed, day):
    found = trained(seed, day)
    if found is None:
        reject()
    assert found == []


# --- what breaks a promise is found ---------------------------------------------------------------


def test_training_behind_a_flag_is_found(monkeypatch):
    monkeypatch.setattr(Health, "flags", lambda *_: [])
    assert any(trained(seed, START + dt.timedelta(days=7)) for seed in range(60))


def test_a_heavier_session_is_found():
    for seed in range(60):
        case = case_of(seed)
        less = case._replace(body=f"{case.body}\nrules\n  when week >= 1: volume 50%\n")
        before, after = compiled(less), compiled(case)
        if before and after and heavier(before, after):
            return
    raise AssertionError


def test_a_day_that_changes_afterwards_is_found(monkeypatch):
    monkeypatch.setattr(Health, "day", lambda self, _, of=Health.day: of(self, END))
    for seed in range(150):
        case, day = case_of(seed), START + dt.timedelta(days=14)
        early = case._replace(entries=tuple(each for each in case.entries if each[0] < day))
        before, after = compiled(early), compiled(case)
        if before and after and otherwise(before, after, day):
            return
    raise AssertionError
