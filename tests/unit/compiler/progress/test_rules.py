"""Which rules an event sets off."""

from __future__ import annotations

import datetime as dt

import pytest

from mesocycle.compiler.checked import Move, Progression, Rule, Trigger
from mesocycle.compiler.progress.judge import ASSUMED, Result
from mesocycle.compiler.progress.rules import after_session, on_calendar, turn, weeks_over
from mesocycle.compiler.progress.track import Pending, Track
from mesocycle.diary.model import ExerciseLog, Mark
from mesocycle.diary.verdict import Verdict
from mesocycle.programme import Because, Range, Set

LINE = Because(file="a.diary", line=1, text="")
DAY = dt.date(2027, 1, 4)


def session(*reps, asked=(5, 5, 5), value=None, pain=0, lost=False):
    """A logged session; its verdict as the numbers say, unless said."""
    sets = tuple(Set(reps=Range(target=target)) for target in asked)
    log = ExerciseLog("squat", DAY, {"both": Mark(reps=reps)}, LINE)
    hit = len(reps) >= len(asked) and all(r >= a for r, a in zip(reps, asked, strict=False))
    verdict = Verdict(hit if value is None else value, "")
    return Result(Pending(DAY, None, sets, (log,), False), verdict, not hit, pain, lost)


def planned(*asked):
    sets = tuple(Set(reps=Range(target=a) if a else None, amrap=True) for a in asked)
    return Result(Pending(DAY, None, sets, (), False), ASSUMED)


def rule(kind, name="x", **trigger):
    return Rule(Trigger(kind, **trigger), (Move("say", text=name),))


def fired(track, rules, result):
    return [each.moves[0].text for each in after_session(track, Progression(rules=rules), result)]


@pytest.mark.parametrize(
    ("trigger", "result", "fires"),
    [
        ({"kind": "hit"}, session(5, 5, 5), True),
        ({"kind": "hit"}, session(5, 5, 4), False),
        ({"kind": "miss"}, session(5, 5, 4), True),
        ({"kind": "miss"}, session(5, 5, 5), False),
        ({"kind": "miss"}, session(5, 5), True),
        ({"kind": "top"}, session(5, 5, 5), True),
        ({"kind": "top"}, session(6, 6, 4), False),
        ({"kind": "reps", "count": 8}, session(5, 5, 8), True),
        ({"kind": "reps", "count": 8}, session(8, 8, 7), False),
        ({"kind": "reps", "count": 8, "number": 1}, session(8, 5, 5), True),
        ({"kind": "reps", "count": 8, "number": 4}, session(8, 8, 8), False),
        ({"kind": "reps", "count": 2, "most": 3}, session(5, 5, 3), True),
        ({"kind": "reps", "count": 2, "most": 3}, session(5, 5, 4), False),
        ({"kind": "reps", "count": 0, "most": 1}, session(5, 5), True),
        ({"kind": "sum", "count": 15}, session(5, 5, 5), True),
        ({"kind": "sum", "count": 16}, session(5, 5, 5), False),
        ({"kind": "pain", "count": 2}, session(5, 5, 5, pain=3), True),
        ({"kind": "pain", "count": 2}, session(5, 5, 5, pain=2), False),
        ({"kind": "form"}, session(5, 5, 5, lost=True), True),
        ({"kind": "form"}, session(5, 5, 5), False),
        ({"kind": "tested"}, session(5, 5, 5), False),
        ({"kind": "reps", "count": 5}, planned(5), True),
        ({"kind": "reps", "count": 0, "most": 1}, planned(None), False),
        ({"kind": "sum", "count": 1}, planned(5, None), False),
        ({"kind": "miss"}, planned(5), False),
        ({"kind": "hit"}, planned(5), True),
    ],
)
def test_events(trigger, result, fires):
    assert bool(fired(Track(), (rule(**trigger),), result)) is fires


def test_something_unsaid_counts_for_nothing():
    unsaid = session(9, 9, 9, value=None)
    unsaid = Result(unsaid.pending, Verdict(None, "nobody has said how the form was"))
    rules = (rule("hit"), rule("miss"), rule("top"), rule("reps", count=5), rule("sum", count=5))
    assert fired(Track(), rules, unsaid) == []


def test_misses_in_a_row():
    track, rules = Track(), (rule("misses", count=2, in_row=True),)
    short, good = session(4, 4, 4), session(5, 5, 5)
    assert [fired(track, rules, s) for s in (short, good, short, short, short, short)] == [
        [], [], [], ["x"], [], ["x"],
    ]  # fmt: skip


def test_misses_in_all():
    track, rules = Track(), (rule("misses", count=2),)
    short, good = session(4, 4, 4), session(5, 5, 5)
    assert [fired(track, rules, s) for s in (short, good, short)] == [[], [], ["x"]]


def test_pain_between_two_misses_breaks_no_row():
    track, rules = Track(), (rule("misses", count=2, in_row=True),)
    hurt = Result(session(5, 5, 5).pending, Verdict(False, "pain 2"), pain=2, complaint="pain 2")
    assert [fired(track, rules, s) for s in (session(4), hurt, session(4))] == [[], [], ["x"]]


def test_several_times_in_a_row():
    track, rules = Track(), (rule("reps", count=7, times=2, in_row=True),)
    found = [fired(track, rules, session(5, 5, last)) for last in (7, 6, 7, 7, 7)]
    assert found == [[], [], [], ["x"], []]


def test_a_guard_that_holds_wins_over_none():
    track = Track()
    rules = (rule("miss", "plain"), rule("miss", "last", stage=1), rule("hit", "hit"))
    assert fired(track, rules, session(4)) == ["plain"]
    track.stage = 1
    assert fired(track, rules, session(4)) == ["last"]


@pytest.mark.parametrize(
    ("op", "value", "holds"),
    [("<", 3, True), ("<", 2, False), ("<=", 2, True), (">", 2, False), (">=", 2, True),
     ("=", 2, True), ("=", 1, False), ("!=", 2, False)],
)  # fmt: skip
def test_a_guard_on_a_variable(op, value, holds):
    track = Track()
    track.variables["tries"] = 2
    rules = (rule("hit", variable="tries", op=op, value=value),)
    assert bool(fired(track, rules, session(5, 5, 5))) is holds


def test_rules_on_one_event_share_its_count():
    track = Track()
    rules = (
        rule("misses", "plain", count=2, in_row=True),
        rule("misses", "late", count=2, in_row=True, variable="deloads", op=">=", value=1),
    )
    assert [fired(track, rules, session(4)) for _ in range(2)] == [[], ["plain"]]
    track.variables["deloads"] = 1
    assert [fired(track, rules, session(4)) for _ in range(2)] == [[], ["late"]]


def trained(track, *weeks, short=()):
    for week in weeks:
        track.sessions += 1
        track.weeks += 1
        track.week = week
        track.done_in_cycle = True
        if week in short:
            track.short_week, track.short_session, track.short_cycle = (
                track.weeks,
                track.sessions,
                True,
            )


def due(track, rules, week, phase_week=None):
    found = on_calendar(track, Progression(rules=rules), week, phase_week or week)
    turn(track, week, phase_week or week)
    return [short for _, short in found]


def test_weeks_count_once_they_are_over():
    track, rules = Track(), (rule("weeks", count=2),)
    trained(track, 1, 2)
    assert due(track, rules, 2) == []
    assert due(track, rules, 3) == [False]
    assert due(track, rules, 3) == []
    trained(track, 4, 6)
    assert due(track, rules, 7) == [False]


def test_weeks_in_which_a_set_fell_short():
    track, rules = Track(), (rule("weeks", count=2),)
    trained(track, 1, 2, short=(1,))
    assert due(track, rules, 3) == [True]
    trained(track, 3, 4)
    assert due(track, rules, 5) == [False]


def test_the_end_of_a_phase_in_which_something_was_done():
    track, rules = Track(), (rule("phase"),)
    assert due(track, rules, 1, 1) == []
    trained(track, 1)
    assert due(track, rules, 2, 2) == []
    assert due(track, rules, 3, 1) == [False]
    assert due(track, rules, 5, 1) == []


def test_a_week_of_the_phase_comes_once():
    track, rules = Track(), (rule("week", count=2),)
    found = [due(track, rules, week, phase) for week, phase in ((1, 1), (2, 2), (2, 2), (4, 2))]
    assert found == [[], [False], [], [False]]


def test_a_chain_waits_for_its_weeks():
    track = Track()
    trained(track, 1, 2)
    assert weeks_over(track, 2, 2) is None
    assert weeks_over(track, 2, 3) is True
    assert weeks_over(track, 2, 3) is None
    trained(track, 3, 4, short=(4,))
    assert weeks_over(track, 2, 5) is False
