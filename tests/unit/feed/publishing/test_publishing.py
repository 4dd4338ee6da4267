"""Copies of feeds are put in their places: what changed, and never worse than what is there."""

from __future__ import annotations

import pytest

from mesocycle.diagnostics import Diagnostic
from mesocycle.feed.building.make import Made
from mesocycle.feed.model import Feed
from mesocycle.feed.publishing.copies import Copy
from mesocycle.feed.publishing.places import Held, Refused
from mesocycle.feed.publishing.publishing import TRIES, Publisher
from tests.unit.feed.publishing.calendars import COPY, KEY, SOMEBODYS, Shelf, always, calendar

MISTAKE = Diagnostic(code="E203", message="unknown exercise")
NOTICE = Copy(KEY, "back-ana for Ana's phone (kimoru)", notice=calendar("revoked"))
GONE = Copy(KEY, "back-ana for Ana's phone (kimoru)")


def publish(shelf, build, *copies, dry=False):
    return list(Publisher(shelf, build, dry=dry).publish(copies or [COPY]))


def state(shelf, build, *copies, dry=False):
    return [each.state for each in publish(shelf, build, *copies, dry=dry)]


def test_a_feed_that_was_never_published_is_new():
    shelf = Shelf()
    (done,) = publish(shelf, always(calendar("a")))
    assert (done.state, done.size) == ("new", len(calendar("a")))
    assert shelf.holds == {KEY: calendar("a")}


def test_what_changed_is_told_in_numbers_of_events():
    shelf = Shelf(**{KEY: calendar("a", "b", "c", "d")})
    (done,) = publish(shelf, always(calendar("a", "b=Later", "c!", "e", "f")))
    assert done.state == "changed"
    change = done.difference
    assert (change.added, change.changed, change.cancelled, change.gone) == (2, 1, 1, 1)


def test_what_stops_training_is_published_though_the_feed_cannot_be_made():
    shelf = Shelf(**{KEY: calendar("a", "b")})

    def build(feed, options, previous):
        return Made(None, "A back", (MISTAKE,), (), held=calendar("a", "b!"))

    (done,) = publish(shelf, build)
    assert (done.state, done.diagnostics) == ("changed", (MISTAKE,))
    assert done.difference.cancelled == 1
    assert shelf.holds == {KEY: calendar("a", "b!")}


@pytest.mark.parametrize(
    ("before", "after", "warned"),
    [("ab", "cd", True), ("ab", "bc", False), ("a", "ab", False), ("", "a", False)],
)
def test_a_calendar_in_the_place_of_another_is_told(before, after, warned):
    """Two folders, or two names, to one place: each would show the other's training."""
    shelf = Shelf(**{KEY: calendar(*before)})
    (done,) = publish(shelf, always(calendar(*after)))
    assert [each.code for each in done.diagnostics] == ["W839"] * warned


@pytest.mark.proves("C72")
def test_equal_bytes_are_not_written_again():
    shelf = Shelf(**{KEY: calendar("a")})
    assert state(shelf, always(calendar("a"))) == ["unchanged"]
    assert shelf.wrote == []


def test_what_is_there_is_what_the_next_one_follows():
    """It holds the revisions."""
    shelf, seen = Shelf(**{KEY: calendar("a")}), []

    def build(feed, options, previous):
        seen.append(previous)
        return Made(calendar("a", "b"), "A back", (), ())

    publish(shelf, build)
    assert seen == [calendar("a")]


def test_a_feed_that_follows_the_same_is_made_once_for_all():
    shelf, made = Shelf(), []

    def build(feed, options, previous):
        made.append(feed.name)
        return Made(calendar("a"), "A back", (), ())

    others = [Copy(f"{letter * 43}/plan.ics", letter, COPY.feed) for letter in "abc"]
    assert state(shelf, build, *others) == ["new"] * 3
    assert made == ["back-ana"]


@pytest.mark.proves("C74")
def test_what_somebody_else_wrote_meanwhile_is_followed_and_not_overwritten():
    shelf, seen = Shelf(**{KEY: calendar("a")}), []
    shelf.meanwhile = [calendar("a", "theirs")]

    def build(feed, options, previous):
        seen.append(previous)
        return Made(calendar("a", "ours"), "A back", (), ())

    assert state(shelf, build) == ["changed"]
    assert seen == [calendar("a"), calendar("a", "theirs")]
    assert shelf.holds[KEY] == calendar("a", "ours")


@pytest.mark.proves("C74")
def test_who_always_comes_too_late_gives_up_and_says_so():
    shelf = Shelf(**{KEY: calendar("a")})
    shelf.meanwhile = [calendar("a", f"b{n}") for n in range(TRIES + 1)]
    (done,) = publish(shelf, always(calendar("ours")))
    assert (done.state, [d.code for d in done.diagnostics]) == ("kept", ["E834"])
    assert shelf.wrote == []


@pytest.mark.proves("C75")
def test_what_has_mistakes_stays_and_the_others_are_published():
    other = Copy("b" * 43 + "/plan.ics", "other", Feed("other", "other.plan"))
    shelf = Shelf(**{KEY: calendar("old")})

    def build(feed, options, previous):
        if feed.name == "other":
            return Made(calendar("new"), "Other", (), ())
        return Made(None, "A back", (MISTAKE,), ())

    done = publish(shelf, build, COPY, other)
    assert [(each.state, each.diagnostics) for each in done] == [("kept", (MISTAKE,)), ("new", ())]
    assert shelf.holds == {KEY: calendar("old"), other.key: calendar("new")}


@pytest.mark.parametrize("theirs", [SOMEBODYS, b"", b"<html>", b"BEGIN:VCALENDAR\r\n"])
@pytest.mark.parametrize("copy", [COPY, NOTICE, GONE], ids=["feed", "notice", "deletion"])
def test_what_we_did_not_make_is_left_alone(theirs, copy):
    shelf = Shelf(**{KEY: theirs})
    (done,) = publish(shelf, always(calendar("a")), copy)
    assert (done.state, [d.code for d in done.diagnostics]) == ("kept", ["E833"])
    assert shelf.holds == {KEY: theirs}


def test_nobody_overwrites_what_is_too_large_to_be_a_feed():
    class Heavy(Shelf):
        def read(self, key):
            return Held(None)

    (done,) = publish(Heavy(), always(calendar("a")))
    assert [d.code for d in done.diagnostics] == ["E833"]


def test_an_output_of_somebody_else_knows_its_own_calendars_again():
    theirs = calendar("a", maker="-//Stranger//EN")
    shelf = Shelf(**{KEY: theirs})
    assert state(shelf, always(calendar("a", "b", maker="-//Stranger//EN"))) == ["changed"]


def test_half_a_calendar_of_ours_is_mended():
    shelf = Shelf(**{KEY: calendar("a", "b")[:90]})
    assert state(shelf, always(calendar("a", "b"))) == ["changed"]
    assert shelf.holds[KEY] == calendar("a", "b")


@pytest.mark.proves("C76")
def test_a_revoked_link_shows_the_notice_and_later_nothing():
    shelf = Shelf(**{KEY: calendar("a")})
    assert state(shelf, always(None), NOTICE) == ["changed"]
    assert shelf.holds[KEY] == calendar("revoked")
    assert state(shelf, always(None), NOTICE) == ["unchanged"]
    assert state(shelf, always(None), GONE) == ["removed"]
    assert shelf.holds == {}
    assert state(shelf, always(None), GONE) == []


def test_a_revoked_link_that_was_never_published_stays_so():
    shelf = Shelf()
    assert state(shelf, always(None), NOTICE) == []
    assert shelf.holds == {}


def test_a_deletion_looks_again():
    """It was meant for what was read, and for nothing else."""
    shelf = Shelf(**{KEY: calendar("a")})
    shelf.meanwhile = [SOMEBODYS]
    (done,) = publish(shelf, always(None), GONE)
    assert [d.code for d in done.diagnostics] == ["E833"]
    assert shelf.holds == {KEY: SOMEBODYS}


@pytest.mark.parametrize(
    ("before", "copy", "told"),
    [
        (None, COPY, "new"),
        (calendar("a"), COPY, "changed"),
        (calendar("b"), COPY, "unchanged"),
        (calendar("a"), NOTICE, "changed"),
        (calendar("a"), GONE, "removed"),
    ],
)
def test_a_dry_run_tells_the_same_and_writes_nothing(before, copy, told):
    holds = {} if before is None else {KEY: before}
    shelf = Shelf(**holds)
    assert state(shelf, always(calendar("b")), copy, dry=True) == [told]
    assert shelf.holds == holds


def test_a_dry_run_keeps_nobody_out():
    class Locked(Shelf):
        def held(self, keys):
            raise AssertionError

    assert state(Locked(), always(calendar("a")), dry=True) == ["new"]


def test_a_place_that_is_gone_is_not_asked_a_thousand_times():
    class Down(Shelf):
        asked = 0

        def read(self, key):
            self.asked += 1
            raise Refused(Diagnostic(code="E830", message="down"), wide=True)

    shelf = Down()
    with pytest.raises(Refused):
        publish(shelf, always(calendar("a")), COPY, COPY, COPY)
    assert shelf.asked == 1
