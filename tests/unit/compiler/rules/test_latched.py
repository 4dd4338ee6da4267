"""Stops that wait for a clearance, rules of a day, and what a plan without rules costs."""

from __future__ import annotations

import datetime as dt

import pytest

import mesocycle
from mesocycle.compiler.rules import today as rules
from mesocycle.compiler.rules.latched import ways
from mesocycle.loading import Folder
from mesocycle.source import Source
from mesocycle.syntax.nodes import Both, DaysOff, Either, Not

PLAN = """\
plan "P"
  starts 2026-12-07
  lasts 3 weeks
  timezone Europe/Berlin
  use runner-back
  care training
{rules}
session "Strength" on mon, wed, fri at 07:00
  Plank; 4x20s
"""

STOP = "\nrules\n  when knee pain > 4: stop until cleared\n"


def sessions(plan_rules, *entries, as_of):
    plan = PLAN.format(rules=plan_rules)
    diary = Source("d.diary", "\n".join(('athlete "Ana"', *entries, "")))
    day = dt.date.fromisoformat(as_of)
    found = mesocycle.compile_plan(Source("p.plan", plan), Folder("-"), diary, as_of=day)
    return {s.date: s.status for s in found.unwrap().sessions}


def leaf(days):
    return DaysOff(days)


def test_each_way_to_hold_is_its_own():
    one, two, three = leaf(1), leaf(2), leaf(3)

    assert ways(Either((one, Either((two, three))))) == [one, two, three]
    assert ways(Both((one, Either((two, three))))) == [Both((one, two)), Both((one, three))]
    assert ways(Not(Either((one, two)))) == [Not(Either((one, two)))]


def test_too_many_ways_are_looked_at_as_a_whole():
    many = Both(tuple(Either((leaf(i), leaf(i + 1))) for i in range(1, 12)))

    assert ways(many) == [many]


@pytest.mark.parametrize("as_of", ["2026-12-09", "2026-12-12", "2026-12-20"])
def test_no_day_that_passes_and_no_good_word_ends_it(as_of):
    entries = ["2026-12-08 pain 5 knee"]
    entries += ["2026-12-10 pain 0 knee"] if as_of >= "2026-12-10" else []

    found = sessions(STOP, *entries, as_of=as_of)

    assert found["2026-12-07"] != "stopped"
    assert {status for date, status in found.items() if date > "2026-12-08"} == {"stopped"}


def test_a_clearance_before_the_stop_ends_nothing():
    entries = ('2026-12-07 cleared by "Dr Meyer"', "2026-12-08 pain 5 knee")

    assert sessions(STOP, *entries, as_of="2026-12-08")["2026-12-09"] == "stopped"


def test_cleared_it_is_over_and_stays_over_though_nobody_says_that_the_pain_is_gone():
    entries = ("2026-12-08 pain 5 knee", '2026-12-10 cleared by "Dr Meyer"')

    found = sessions(STOP, *entries, as_of="2026-12-20")

    assert found["2026-12-09"] == "stopped"
    assert "stopped" not in {found[date] for date in found if date > "2026-12-10"}


def test_a_worse_entry_never_leaves_more():
    by_pain = []
    for pain in range(11):
        entry = f"2026-12-08 pain {pain} knee"
        text = f"{STOP}  when knee pain > 2: volume 50%\n  when knee pain > 3: skip\n"
        by_pain.append(sessions(text, entry, as_of="2026-12-08")["2026-12-09"])

    assert by_pain == ["planned"] * 4 + ["skipped"] + ["stopped"] * 6


def test_a_plan_without_rules_asks_none(monkeypatch):
    def never(*_args):
        raise AssertionError

    monkeypatch.setattr(rules, "ask", never)

    assert sessions("", "2026-12-08 pain 1 knee", as_of="2026-12-08")
