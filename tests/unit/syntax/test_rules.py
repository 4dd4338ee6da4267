"""Rules: what sets them off, and what they do."""

from __future__ import annotations

import pytest

from mesocycle.mass import Mass, mass
from mesocycle.syntax.nodes import Action, Change, Event, On, Word
from tests.unit.syntax.reading import change_of, piece, refusal

KG = mass("2.5", "kg")


def event(text):
    """The event of a rule, without the word to blame."""
    on = piece("clause", f"{text} load 90%")
    assert isinstance(on, On)
    return Event(*(None if name == "word" else getattr(on.event, name)
                   for name in Event.__struct_fields__))  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on hit", Event("hit")),
        ("on miss", Event("miss")),
        ("on 3 misses", Event("misses", 3)),
        ("on 1 miss", Event("misses", 1)),
        ("on 3 misses in a row", Event("misses", 3, in_row=True)),
        ("on top", Event("top")),
        ("on top 2 times", Event("top", times=2)),
        ("on last set >= 12 reps", Event("reps", 12)),
        ("on last set >= 12 reps 2 times in a row", Event("reps", 12, in_row=True, times=2)),
        ("on reps of last set > 12", Event("reps", 13)),
        ("on reps of set 3 >= 5", Event("reps", 5, 3)),
        ("on sum of reps >= 50", Event("sum", 50)),
        ("on form bad", Event("form")),
        ("on pain > 2", Event("pain", 2)),
        ("on pain >= 2", Event("pain", 1)),
        ("on tested", Event("tested")),
        ("every 3 weeks", Event("weeks", 3)),
        ("every 2 sessions", Event("sessions", 2)),
        ("end of phase", Event("phase")),
    ],
)
def test_events(text, expected):
    assert event(text) == event(f"{text}:") == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("on", "E102"),
        ("on fail load 90%", "E101"),
        ("on success load +5kg", "E101"),
        ("on missed load 90%", "E101"),
        ("on hit and miss load 90%", "E100"),
        ("on 0 misses load 90%", "E132"),
        ("on three misses load 90%", "E100"),
        ("on 3 fails load 90%", "E101"),
        ("on 3 misses in row load 90%", "E100"),
        ("on 3 load 90%", "E100"),
        ("on last set 12 reps load 90%", "E100"),
        ("on last set >= 12 load 90%", "E100"),
        ("on last set <= 12 reps load 90%", "E100"),
        ("on reps >= 5 load 90%", "E100"),
        ("on reps of set >= 5 load 90%", "E100"),
        ("on reps of set 0 >= 5 load 90%", "E132"),
        ("on sum >= 50 load 90%", "E100"),
        ("on form good load 90%", "E100"),
        ("on pain load 90%", "E100"),
        ("on pain > 10 load 90%", "E132"),
        ("on pain >= 0 load 90%", "E132"),
        ("on top 0 times load 90%", "E132"),
        ("on top 2 load 90%", "E100"),
        ("every weeks load 90%", "E100"),
        ("every 3 load 90%", "E100"),
        ("end of week load 90%", "E100"),
        ("after 3 misses load 90%", "E101"),
    ],
)
def test_what_is_no_event_is_refused(text, code):
    assert refusal("clause", text) == code


def action(text):
    """The kind of the one action of a rule, and its change."""
    (only,) = piece("clause", f"on hit {text}").actions
    return (only.kind, change_of(only.change))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("load +2.5kg", ("load", ("add", KG, 1))),
        ("load -2.5kg", ("load", ("add", Mass(-KG.micro), 1))),
        ("load -10%", ("load", ("times", 9_000, 1))),
        ("load +2.5%", ("load", ("times", 10_250, 1))),
        ("load 90%", ("load", ("times", 9_000, 1))),
        ("load = 60kg", ("load", ("set", mass("60", "kg"), 1))),
        ("load = before", ("load", ("set", Word("before"), 1))),
        ("load +step", ("load", ("add", Word("step"), 1))),
        ("max -step", ("max", ("add", Word("step"), -1))),
        ("reps +1", ("reps", ("add", 1, 1))),
        ("reps = 5", ("reps", ("set", 5, 1))),
        ("sets -1", ("sets", ("add", -1, 1))),
        ("hold +5s", ("hold", ("add", 5, 1))),
        ("rest +30s", ("rest", ("add", 30, 1))),
        ("pace -5s", ("pace", ("add", -5, 1))),
        ("distance +400m", ("distance", ("add", 400, 1))),
        ("next stage", ("stage", None)),
        ("stage heavy", ("stage", None)),
        ("harder", ("harder", None)),
        ("easier", ("easier", None)),
        ("tries = 0", ("variable", ("set", 0, 1))),
        ("tries = tries + 1", ("variable", ("add", 1, 1))),
        ("tries = tries - 1", ("variable", ("add", -1, 1))),
        ("before = load", ("variable", ("set", Word("load"), 1))),
        ("deload", ("deload", None)),
        ("deload 60%", ("deload", ("times", 6_000, 1))),
        ('say "Well done."', ("say", None)),
    ],
)
def test_actions(text, expected):
    assert action(text) == expected


def test_actions_are_joined_by_commas():
    actions = piece("clause", "on 3 misses load 90%, first stage, tries = 0").actions
    assert [each.kind for each in actions] == ["load", "stage", "variable"]
    assert actions[1].name == Word("first")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "E102"),
        ("load", "E102"),
        ("load 5kg", "E100"),
        ("load +5", "E109"),
        ("load + 5kg", "E100"),
        ("load +5s", "E133"),
        ("load 5%", "E132"),
        ("load -80%", "E132"),
        ("load -100%", "E132"),
        ("load by 5kg", "E100"),
        ("load + step", "E100"),
        ("weight +5kg", "E101"),
        ("reps +5kg", "E133"),
        ("reps +10%", "E133"),
        ("sets +30s", "E133"),
        ("hold +5", "E109"),
        ("rest +5kg", "E133"),
        ("distance +5s", "E133"),
        ("next", "E102"),
        ("stage", "E102"),
        ("last stage", "E100"),
        ("tries", "E102"),
        ("tries +1", "E100"),
        ("tries++", "E100"),
        ("tries = other + 1", "E133"),
        ("tries = 1kg", "E100"),
        ("deload 60", "E100"),
        ("deload 100%", "E132"),
        ("deload 10%", "E132"),
        ("say", "E102"),
        ("say Well done", "E113"),
        ("load 90% and first stage", "E100"),
        ("load 90%,", "E102"),
    ],
)
def test_what_is_no_action_is_refused(text, code):
    assert refusal("clause", f"on hit {text}") == code


def test_a_change_knows_where_it_stands():
    on = piece("clause", "on hit load +2.5kg")
    assert on.actions == (Action("load", Change("add", KG, word=Word("")), word=Word("load")),)
