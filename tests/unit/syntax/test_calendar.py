"""The calendar, races, phases that end by themselves, and stages of runs."""

from __future__ import annotations

import pytest

from mesocycle.syntax.nodes import (
    AtMost,
    Compare,
    Count,
    Course,
    DayNote,
    Done,
    Missed,
    MoveDay,
    PhaseHead,
    Priority,
    RaceHead,
    RaceLength,
    RestOn,
    SkipDays,
    SwapDays,
    Taper,
    Volume,
    WeekStarts,
    Word,
)
from tests.unit.syntax.reading import piece, places, plan, refusal
from tests.unit.syntax.whole import placeless

EVE, YEAR = Word("2026-12-24"), Word("2027-01-01")
LONG = Word("Long run")


def said(node):
    """The node without the word that says where it is."""
    fields = {name: getattr(node, name) for name in node.__struct_fields__ if name != "word"}
    return type(node)(**fields)


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("rest on sun", RestOn(days=(6,))),
        ("rest on sun, wed", RestOn(days=(2, 6))),
        ("rest on 2026-12-24", RestOn(dates=(EVE,))),
        ("skip 2026-12-24", SkipDays(EVE)),
        ('skip 2026-12-24 to 2027-01-01 "Christmas"',
         SkipDays(EVE, YEAR, reason=Word("Christmas"))),
        ('skip "Long run" on 2026-12-24 "wedding"',
         SkipDays(EVE, None, LONG, Word("wedding"))),
        ("move 2026-12-24 to 2027-01-01", MoveDay(EVE, YEAR)),
        ('move "Long run" on 2026-12-24 to 2026-12-24 at 09:00',
         MoveDay(EVE, EVE, LONG, Word("09:00"))),
        ("swap tue with thu in weeks 3-4", SwapDays((1, 3), None, (Count(3, 4),))),
        ("swap 2026-12-24 with 2027-01-01", SwapDays(None, (EVE, YEAR))),
        ('note 2026-12-24 "travelling"', DayNote(EVE, Word("travelling"))),
        ('note 2026-12-24 to 2027-01-01 "x"', DayNote(EVE, Word("x"), YEAR)),
        ("missed: shift", Missed("shift")),
        ("missed merge", Missed("merge")),
    ],
)  # fmt: skip
def test_lines_of_a_calendar(text, node):
    found = piece("calendar_line", text)
    assert (said(found) if hasattr(found, "word") else found) == node


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("rest on", "E102"),
        ("rest on someday", "E100"),
        ("rest on mon, tue, wed, thu, fri, sat, sun", "E133"),
        ("skip", "E102"),
        ("skip 2027-01-01 to 2026-12-24", "E131"),
        ("skip 2026-12-24 Christmas", "E113"),
        ('skip "Long run"', "E102"),
        ("move 2026-12-24", "E102"),
        ("move 2026-12-24 to 2026-12-24", "E133"),
        ('move "Long run" to 2026-12-24', "E100"),
        ("swap tue with thu", "E102"),
        ("swap tue with tue in week 3", "E133"),
        ("swap tue with 2026-12-24", "E100"),
        ("note 2026-12-24", "E102"),
        ("missed: maybe", "E100"),
    ],
)
def test_what_is_no_line_of_a_calendar_is_refused(text, code):
    assert refusal("calendar_line", text) == code


def test_a_race_has_a_name_a_day_and_perhaps_an_hour():
    assert piece("race_head", 'race "Half" on 2026-12-24') == RaceHead(Word("Half"), EVE)
    at_ten = piece("race_head", 'race "Half" on 2026-12-24 at 10:00')
    assert at_ten.time == Word("10:00")


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("21.1km", RaceLength(21_100)),
        ("10mi", RaceLength(16_093)),
        ("priority A", Priority("A")),
        ("taper 2 weeks to 60%, 40%", Taper(2, (6_000, 4_000))),
        ("taper 1 week to 50%", Taper(1, (5_000,))),
        ("taper 3 weeks to 60%", Taper(3, (6_000,))),
    ],
)
def test_what_is_said_of_a_race(text, node):
    assert said(piece("race_clause", text)) == node


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("10m", "E132"),
        ("priority D", "E100"),
        ("taper 0 weeks to 60%", "E132"),
        ("taper 2 weeks to 80%, 60%, 40%", "E133"),
        ("taper 2 weeks to 120%", "E132"),
        ("taper to", "E100"),
    ],
)
def test_what_is_said_of_no_race(text, code):
    assert refusal("race_clause", text) == code


def test_a_race_holds_its_legs_and_clauses():
    text = (
        "calendar\n  rest on sun\n"
        '  race "Olympic" on 2027-06-06 at 08:00; priority A\n'
        '    swim 1500m\n    bike 40km\n    run 10km at 10k pace; cue "Last."\n    note "Flat."'
    )
    (calendar,) = plan(text).value.statements
    rest, race = calendar.children
    assert isinstance(rest.head.node, RestOn)
    assert [leg.head.node.activity.text for leg in race.children] == ["swim", "bike", "run"]
    assert [type(clause.node).__name__ for clause in race.clauses] == ["Priority", "Text"]


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ('phase "A" for 40%', PhaseHead(Word("A"), share=4_000)),
        ('phase "A" for the rest', PhaseHead(Word("A"), rest=True)),
        ('phase "A" until "Run" done 2 times painfree, at most 6 weeks',
         PhaseHead(Word("A"), 6, until=Done(Word("Run"), 2, True))),
    ],
)  # fmt: skip
def test_phases_by_share_and_until(text, node):
    assert said(piece("phase_head", text)) == node


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('phase "A" for 0%', "E132"),
        ('phase "A" for 120%', "E132"),
        ('phase "A" until painfree', "E102"),
        ('phase "A" until painfree, at most', "E102"),
        ('phase "A" until "Run" done 0 times, at most 6 weeks', "E132"),
        ('phase "A" for the', "E102"),
    ],
)
def test_phases_without_an_end(text, code):
    assert refusal("phase_head", text) == code


def test_a_phase_says_its_volume_and_what_is_missed():
    text = 'phase "A" for 2 weeks; volume 60%, 40%\n  missed: drop\n  session "B" on mon\n    X'
    (phase,) = plan(text).value.statements
    volume, missed = (placeless(clause.node) for clause in phase.clauses)
    assert isinstance(volume, Volume)
    assert volume.percents == (6_000, 4_000)
    assert missed.policy == "drop"
    assert len(phase.children) == 1


def test_the_weeks_of_a_plan_may_begin_on_a_day():
    assert said(piece("header", "week starts mon")) == WeekStarts(0)
    assert refusal("header", "week starts someday") == "E100"


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("week >= 3", Compare("week", ">=", 3)),
        ("weeks to race <= 2", Compare("weeks to race", "<=", 2)),
        ('"Walk-run" done 6 times', Done(Word("Walk-run"), 6)),
    ],
)
def test_conditions_on_weeks_and_sessions(text, node):
    assert piece("clause", f"when {text}: slow").condition == node


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("at most one stage a week", 7),
        ("at most 1 stage a week", 7),
        ("at most 1 stage every 2 days", 2),
        ("at most one stage every 2 weeks", 14),
    ],
)
def test_the_least_time_between_stages(text, days):
    assert said(piece("progression_line", text)) == AtMost(days)


def test_stages_of_runs():
    stage = piece("progression_line", "stage 2: run 4x(4min walk, 1min)")
    assert stage.name == Word("2")
    assert isinstance(stage.course, Course)
    assert stage.scheme is None


@pytest.mark.parametrize(
    ("text", "kind", "count", "back"),
    [
        ("on 7 days off: previous stage", "off", 7, 1),
        ("on 10 days off: back 2 stages", "off", 10, 2),
        ("on pain > 0: previous stage", "pain", 0, 1),
    ],
)
def test_stages_back(text, kind, count, back):
    rule = piece("progression_line", text)
    (action,) = rule.actions
    assert (rule.event.kind, rule.event.count) == (kind, count)
    assert (action.kind, action.name, action.back) == ("stage", None, back)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("at most two stages a week", "E100"),
        ("at most 2 stage a week", "E133"),
        ("on 0 days off: previous stage", "E132"),
        ("on 7 days: previous stage", "E100"),
        ("on miss: back stages", "E100"),
        ("stage: run 10min", "E100"),
    ],
)
def test_what_is_no_line_of_stages_is_refused(text, code):
    assert refusal("progression_line", text) == code


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ('calendar\n  session "A" on mon', ["2:3 E108"]),
        ('race "Half" on 2026-12-24', ["1:1 E108"]),
        ("missed: shift", ["1:1 E108"]),
        ('calendar\n  race "Half" on 2026-12-24\n    rest on sun', ["3:5 E108"]),
        ("calendar\n  rest on sun\n    skip 2026-12-24", ["3:5 E107"]),
    ],
)
def test_what_stands_in_the_wrong_place(text, mistakes):
    assert places(plan(text)) == mistakes
