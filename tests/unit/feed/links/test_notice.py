"""A link that ended leaves one event that says so, in every program, for thirty days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import icalendar
import msgspec
import pytest
import vobject
from ical.calendar_stream import IcsCalendarStream

from mesocycle.feed.links.notice import SHOWN_FOR, is_gone, notice
from mesocycle.feed.model import Link
from mesocycle.programme import DISCLAIMER
from tests.unit.feed.links.conftest import NOW

LINK = Link("kimoru", "back-ana", "Ana's phone", "0" * 64, NOW, {"detail": "busy"}, revoked=NOW)
REPLACED = msgspec.structs.replace(LINK, replaced=True)
BOTH = pytest.mark.parametrize("link", [LINK, REPLACED], ids=["revoked", "replaced"])


def event_of(link):
    (event,) = icalendar.Calendar.from_ical(notice(link, NOW).content).events
    return event


@BOTH
@pytest.mark.proves("C61")
def test_one_event_says_that_the_link_ended_and_whom_to_ask(link):
    event = event_of(link)
    word = "replaced" if link.replaced else "revoked"
    assert event["SUMMARY"] == f"This calendar link was {word}"
    assert f"{word} by a new one on Monday" in event["DESCRIPTION"] or link is LINK
    assert "on Monday 23 November 2026" in event["DESCRIPTION"]
    assert "ask whoever gave you" in event["DESCRIPTION"]
    assert event["DESCRIPTION"].endswith(DISCLAIMER)


@BOTH
@pytest.mark.proves("C61", "C3")
def test_it_is_a_whole_day_thing_for_as_long_as_it_is_shown(link):
    event = event_of(link)
    assert (event.start, event.end) == (date(2026, 11, 23), date(2026, 12, 23))
    assert event["TRANSP"] == "TRANSPARENT"
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == NOW
    assert event["SEQUENCE"] == 0


@BOTH
@pytest.mark.proves("C61")
def test_it_tells_nothing_of_the_plan_and_of_whose_it_is(link):
    text = notice(link, NOW).content.decode().replace("\r\n ", "")
    assert all(each not in text for each in ("back", "Ana", "busy", "kimoru", "0" * 10))


@BOTH
@pytest.mark.proves("C61")
def test_its_bytes_stay(link):
    first = notice(link, NOW)
    later = notice(link, NOW + timedelta(days=29))
    elsewhere = msgspec.structs.replace(
        link, revoked=NOW.astimezone(timezone(timedelta(hours=-11))), options={}, whom="x"
    )
    assert first.content == later.content == notice(elsewhere, NOW).content
    assert first.etag == later.etag
    assert first.modified == NOW


def test_two_links_have_two_events():
    other = msgspec.structs.replace(LINK, id="banovu")
    assert event_of(LINK)["UID"] != event_of(other)["UID"]
    assert event_of(LINK)["UID"] == event_of(REPLACED)["UID"]


def test_it_was_not_changed_in_the_future():
    before = NOW - timedelta(hours=1)
    assert notice(LINK, before).modified == before


def test_a_link_that_is_not_revoked_has_none():
    with pytest.raises(ValueError, match="not revoked"):
        notice(msgspec.structs.replace(LINK, revoked=None), NOW)


@BOTH
@pytest.mark.proves("C40", "C47")
def test_every_reader_takes_it(link):
    data = notice(link, NOW).content
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert b"\n" not in data.replace(b"\r\n", b"")
    calendar = icalendar.Calendar.from_ical(data)
    assert [part.errors for part in calendar.walk()] == [[], []]
    assert calendar.calendar_name == "Training (link ended)"
    (theirs,) = IcsCalendarStream.calendar_from_ics(data.decode()).events
    assert (theirs.start, theirs.end) == (date(2026, 11, 23), date(2026, 12, 23))
    assert vobject.readOne(data.decode()).validate()


@pytest.mark.proves("C61")
def test_after_thirty_days_it_is_gone():
    assert timedelta(days=30) == SHOWN_FOR
    assert not is_gone(LINK, NOW + SHOWN_FOR - timedelta(seconds=1))
    assert is_gone(LINK, NOW + SHOWN_FOR)
    assert not is_gone(
        msgspec.structs.replace(LINK, revoked=None), datetime(9999, 1, 1, tzinfo=UTC)
    )
