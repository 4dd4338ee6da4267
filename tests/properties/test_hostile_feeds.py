"""Whatever stands in a text: the parts of the feed are those of its harmless twin.

A sample of what `make fuzz OF=feeds` does ten thousand times.
"""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

import msgspec
import pytest
from mesocycle_ical import Ical

from mesocycle.feed.checking.checks import check
from mesocycle.feed.links.notice import notice
from mesocycle.feed.model import Link
from mesocycle.output.testing import rendered
from tests.properties import test_injected as road
from tests.properties.hostile import (
    ENDS,
    HARMLESS,
    LINES,
    MARKS,
    WISHES,
    any_text,
    base,
    differences,
    fields,
    filled,
    made,
    one,
    text,
    twin,
)

pytestmark = pytest.mark.proves("C40", "C41", "C42")


@pytest.mark.parametrize("seed", range(len(WISHES)))
def test_hostile_texts_in_every_field_at_once(seed):
    different, used = one(Random(seed), seed)
    assert different == [], used


def test_each_end_with_each_line_in_one_field_or_another():
    crosses = iter([f"x{end}{line}" for end in ENDS for line in LINES])
    left = len(ENDS) * len(LINES)
    while left > 0:
        programme = filled(lambda _: next(crosses, HARMLESS))
        left -= sum(fields().values())
        assert list(differences(made(programme), twin(0))) == []


@pytest.mark.parametrize("number", range(0, len(MARKS), 20))
def test_each_mark_in_every_field(number):
    marks = "".join(MARKS[number : number + 20]).encode("utf-8", "ignore").decode()
    assert list(differences(made(filled(lambda _: f"x{marks}y")), twin(0))) == []


def test_every_struct_that_holds_texts_is_attacked():
    """A new struct that nobody thinks of is attacked too, or named here with a reason."""
    structs = {name.partition(".")[0] for name in fields()}
    known = {type(part).__name__ for part in parts(base())}
    without = {"Set", "Range", "Block", "Total", "Segment", "Load"}
    assert known - structs <= without


def parts(value):
    """Every struct in a tree."""
    if isinstance(value, msgspec.Struct):
        yield value
        for name in value.__struct_fields__:
            yield from parts(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from parts(each)


def test_the_real_road_from_plan_and_diary():
    """Most hostile texts are refused on the way; what is taken harms nothing."""
    random = Random(7)
    harmless = road.products(HARMLESS, "", road.REASONS)["ical"]
    taken = 0
    for _ in range(4):
        payload = text(random)
        feed = road.products(payload, "", road.REASONS)
        if feed is not None:
            taken += 1
            assert list(differences(feed["ical"], harmless)) == [], ascii(payload)
    assert taken


@pytest.mark.parametrize("option", ["url", "source", "only"])
def test_options_are_refused_or_harm_nothing(option):
    random = Random(11)
    for number in range(30):
        ends = ["", "https://a.example/", "run,", "https://a.example/plan.ics?x="][number % 4]
        value = ends + any_text(random)
        made_of = rendered(Ical(), base(), options={"past": None, option: value})
        if not made_of.value:
            assert {each.code for each in made_of.diagnostics} == {"E613"}
            continue
        plain = "https://a.example/p" if option != "only" else ""
        feed = made_of.value[0].content
        expected = made(base(), **{option: plain})
        found = [each for each in differences(feed, expected) if "W881" not in each]
        assert found == [], ascii(value)


def test_whose_a_link_is_does_not_reach_the_calendar():
    now = datetime(2026, 12, 1, tzinfo=UTC)
    random = Random(13)
    link = Link(id="a1", feed="back", whom="Ana", digest="0", created=now, revoked=now)
    plain = notice(link, now).content
    assert check("notice.ics", plain) == ()
    for _ in range(20):
        named = msgspec.structs.replace(link, whom=text(random), feed=text(random))
        assert notice(named, now).content == plain
