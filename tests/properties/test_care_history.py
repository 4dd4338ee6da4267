"""What was, stays: no line of a diary changes a day before it, or what a morning showed."""

from __future__ import annotations

from hypothesis import given
from msgspec.structs import replace

from tests.properties.diaries import (
    Entry,
    compiled,
    day_of,
    days,
    diary_of,
    in_order,
    items,
    legs,
    relaxed,
    seeds,
    until,
)  # fmt: skip

#: Entries of which nobody knows whether they were before that day's session or behind it.
LATER = ("pain", "flag", "clear", "walk", "condition", "unplanned")


def shown(programme, before=None, on=None):
    """What was prescribed on a date, or before it, and not what comes of it."""
    return {
        s.id: [(i.exercise.name, i.assessment, i.sets) for i in items(s)]
        + [replace(leg, progression=None) for leg in legs(s)]
        for s in programme.sessions
        if (before and day_of(s) < before) or (on and day_of(s) == on)
    }


def added(seed, day):
    """An entry of another athlete on that day, put into this one's diary."""
    other = [each for each in diary_of(seed + 1) if each.day == day]
    return other or [Entry(day, "pain", 5, "lower back")]


@relaxed
@given(seeds, days)
def test_a_line_changes_nothing_of_the_days_before_it(seed, day):
    diary = diary_of(seed)
    after = in_order([*(e for e in diary if e.day != day), *added(seed, day)])
    assert shown(compiled(after), before=day) == shown(compiled(diary), before=day)


def otherwise(diary, day):
    """Whether a later programme shows of a day what its morning did not."""
    if any(each.day == day and each.kind in LATER for each in diary):
        return False
    morning = shown(compiled(until(diary, day), day), on=day)
    later = shown(compiled(diary), on=day)  # with what was done beside the plan
    return any(later[key] != value for key, value in morning.items())


@relaxed
@given(seeds, days)
def test_what_a_morning_showed_is_what_is_shown_later(seed, day):
    assert not otherwise(diary_of(seed), day)
