"""How a dose changes: `progress`, rules, and progressions with a name."""

from __future__ import annotations

import pytest

from mesocycle.mass import mass
from mesocycle.syntax.nodes import (
    Action,
    Argument,
    EveryFew,
    Guard,
    ProgressionHead,
    Stage,
    Variable,
    Word,
)
from tests.unit.syntax.reading import change_of, piece, plan, refusal
from tests.unit.syntax.whole import placeless

KG, LB = mass("2.5", "kg"), mass("5", "lb")


def steps(text):
    """What moves, by how much, up to where."""
    return [
        (step.what, step.by or change_of(step.change), step.to or step.limit)
        for step in piece("clause", text).steps
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("progress reps then load by 2.5kg",
         [("reps", None, None), ("load", ("add", KG, 1), None)]),
        ("progress load by 5lb", [("load", ("add", LB, 1), None)]),
        ("progress load by 2.5kg to 100kg", [("load", ("add", KG, 1), mass("100", "kg"))]),
        ("progress load by 2.5%", [("load", ("times", 10_250, 1), None)]),
        ("progress max by 5lb", [("max", ("add", LB, 1), None)]),
        ("progress sets to 5 then reps by 2 to 20 then harder",
         [("sets", None, 5), ("reps", 2, 20), ("harder", None, None)]),
        ("progress hold by 5s to 1min", [("hold", 5, 60)]),
        ("progress distance by 400m to 5km", [("distance", 400, 5000)]),
        ("progress none", []),
    ],
)  # fmt: skip
def test_steps(text, expected):
    assert steps(text) == expected


def test_steps_may_be_taken_every_few_sessions_or_weeks():
    assert piece("clause", "progress reps every 2 sessions").every == EveryFew(2, "sessions")
    assert piece("clause", "progress max by 5lb every 3 weeks").every == EveryFew(3, "weeks")
    assert piece("clause", "progress reps every 1 session").every == EveryFew(1, "sessions")


def test_a_sum_of_reps():
    progress = piece("clause", "progress sum 30 then load by 5lb")
    assert (progress.sum, progress.steps[0].what) == (30, "load")


def test_bands_of_a_set():
    text = '0-1 reps load -5kg, 2-3 reps load +2.5kg, say "Well.", 4+ reps next stage'
    last = piece("clause", f"progress by last set: {text}").by_set
    assert last.number is None
    assert [(band.low, band.high, [each.kind for each in band.actions]) for band in last.bands] == [
        (0, 1, ["load"]), (2, 3, ["load", "say"]), (4, None, ["stage"]),
    ]  # fmt: skip
    assert piece("clause", "progress by set 3: 5+ reps max +5lb").by_set.number == 3


def test_a_progression_with_a_name():
    named = piece("clause", "progress with gzclp-t1(step: 5kg, 3, 2.5%, heavy, 30s)").named
    assert named.name == Word("gzclp-t1")
    assert named.arguments == (
        Argument(Word("5kg"), mass("5", "kg"), Word("step")),
        Argument(Word("3"), 3),
        Argument(Word("2.5%"), 250),
        Argument(Word("heavy")),
        Argument(Word("30s"), 30),
    )
    assert piece("clause", "progress with linear").named.arguments == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("progress", "E102"),
        ("progress load", "E102"),
        ("progress load by", "E102"),
        ("progress load by 5", "E109"),
        ("progress load 5kg", "E100"),
        ("progress load by 0kg", "E132"),
        ("progress load by -5kg", "E100"),
        ("progress load by 5s", "E100"),
        ("progress load by 2.5kg to 100", "E109"),
        ("progress weight by 5kg", "E101"),
        ("progress 5kg", "E100"),
        ("progress max", "E102"),
        ("progress reps by 2kg", "E100"),
        ("progress hold by 5", "E102"),
        ("progress distance by 5", "E102"),
        ("progress reps then", "E102"),
        ("progress reps, load by 5kg", "E100"),
        ("progress reps every", "E102"),
        ("progress reps every 2", "E102"),
        ("progress reps every 0 weeks", "E132"),
        ("progress reps every 2 months", "E100"),
        ("progress sum", "E102"),
        ("progress sum 30", "E102"),
        ("progress sum 0 then load by 5kg", "E132"),
        ("progress by last set", "E102"),
        ("progress by last set:", "E102"),
        ("progress by last set: load +5kg", "E100"),
        ("progress by last set: 2 load +5kg", "E100"),
        ("progress by last set: 3-2 reps load +5kg", "E131"),
        ("progress by last set: 2-3 reps load +5kg, 3-4 reps load +7kg", "E133"),
        ("progress by last set: 4+ reps load +5kg, 5+ reps load +7kg", "E133"),
        ("progress by set: 2 reps load +5kg", "E100"),
        ("progress by set 0: 2 reps load +5kg", "E132"),
        ("progress by first set: 2 reps load +5kg", "E100"),
        ("progress with", "E102"),
        ("progress with gzclp-t1(", "E102"),
        ("progress with gzclp-t1()", "E100"),
        ("progress with gzclp-t1(2.5)", "E109"),
        ("progress with gzclp-t1 5kg", "E100"),
        ("increase load", "E100"),
        ("linear progression", "E100"),
        ("double progression", "E100"),
    ],
)
def test_what_is_no_progress_is_refused(text, code):
    assert refusal("clause", text) == code


def test_the_head_of_a_progression():
    head = ProgressionHead(Word("gzclp-t1"), (Word("step"), Word("low")))
    assert piece("progression_head", "progression gzclp-t1(step, low)") == head
    assert piece("progression_head", "progression linear") == ProgressionHead(Word("linear"))


def line(text):
    """The nodes of a line of a progression."""
    outcome = plan(f"progression p(step)\n  {text}")
    assert outcome.diagnostics == ()
    return [placeless(child.head.node) for child in outcome.value.statements[0].children]


def test_stages():
    assert [stage.scheme.groups[0].sets.low for stage in line("stages 5x3+, 6x2+, 10x1+")] == [
        5, 6, 10,
    ]  # fmt: skip
    (heavy,) = line("stage heavy: 4x3, 1x3+ 85%")
    assert isinstance(heavy, Stage)
    assert (heavy.name, len(heavy.scheme.groups)) == (Word("heavy"), 2)


def test_variables():
    assert line("tries = 0") == line("tries=0") == [Variable(Word("tries"), 0)]


@pytest.mark.parametrize(
    ("text", "guard"),
    [
        ("on miss: next stage", None),
        ("on miss at last stage: first stage", Guard("last")),
        ("on miss at first stage: next stage", Guard("first")),
        ("on miss at stage heavy: first stage", Guard(Word("heavy"))),
        ("on hit if tries >= 2: tries = 0", Guard(variable=Word("tries"), op=">=", value=2)),
        ("every 3 weeks if tries = 0: max +step", Guard(variable=Word("tries"))),
    ],
)
def test_rules_may_have_a_guard(text, guard):
    (on,) = line(text)
    assert on.guard == guard


def test_a_rule_for_each_of_some_weeks():
    rules = line("weeks 4, 8-9: deload")
    assert [rule.event.count for rule in rules] == [4, 8, 9]
    assert all(rule.actions == (Action("deload"),) for rule in rules)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("stages", "E102"),
        ("stages 5x3+ 6x2+", "E100"),
        ("stages: 5x3+, 6x2+", "E100"),
        ("stages 5", "E109"),
        ("stage 5x3+", "E101"),
        ("stage heavy 5x3+", "E100"),
        ("stage heavy:", "E102"),
        ("tries", "E102"),
        ("tries = many", "E100"),
        ("tries = 1kg", "E100"),
        ("tries == 0", "E100"),
        ("on hit load +step", "E101"),
        ("on hit:", "E102"),
        ("on miss at third stage: next stage", "E100"),
        ("on miss at stage: next stage", "E100"),
        ("on miss at last: next stage", "E100"),
        ("on hit if tries: tries = 0", "E100"),
        ("on hit if tries >= many: tries = 0", "E100"),
        ("if tries >= 2: tries = 0", "E100"),
        ("on fail: next stage", "E100"),
        ("week 4 deload", "E100"),
        ("week: deload", "E100"),
        ("deload in week 4", "E100"),
    ],
)
def test_what_is_no_line_of_a_progression_is_refused(text, code):
    assert refusal("progression_line", text) == code
