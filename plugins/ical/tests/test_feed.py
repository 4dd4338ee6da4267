"""The header, the order, the names, and what others may see."""

from __future__ import annotations

import re
from importlib.metadata import version

import icalendar
import pytest
from msgspec.structs import replace

from mesocycle.output.samples import ladder, programme, session, stopped
from mesocycle.programme import DISCLAIMER
from plugins.ical.tests.reading import events, feed, refeed


@pytest.fixture
def calendar():
    return icalendar.Calendar.from_ical(feed(ladder()))


@pytest.mark.proves("C15", "C16", "C21", "C22")
def test_the_header(calendar):
    head = feed(ladder()).partition(b"BEGIN:VTIMEZONE")[0].decode().replace("\r\n ", "")
    assert head.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//mesocycle//ical//EN\r\n")
    for line in (
        "CALSCALE:GREGORIAN",
        "NAME:A back that runs – Ana",
        "X-WR-CALNAME:A back that runs – Ana",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
        "X-WR-TIMEZONE:Europe/Berlin",
        "COLOR:royalblue",
        "LAST-MODIFIED:20261207T000000Z",
    ):
        assert f"\r\n{line}\r\n" in head
    assert "METHOD" not in head
    assert DISCLAIMER in calendar["DESCRIPTION"]


@pytest.mark.proves("C13")
def test_no_version_is_in_it_so_that_an_upgrade_changes_nothing():
    assert version("icalendar").encode() not in feed(ladder())
    assert b"PRODID:-//mesocycle//ical//EN\r\n" in feed(ladder())


@pytest.mark.proves("C12", "C23")
def test_events_are_in_the_order_of_time_then_identity():
    late, early = session("Late", 0, start="20:00:00+01:00"), session("Early", 0)
    twins = [session("Twin", 1), session("Twin too", 1)]
    whole_day = session("Day", 0, start=None)
    data = feed(programme(late, *twins, early, whole_day))
    names = [str(event["SUMMARY"]) for event in events(data)]
    assert names[:3] == ["Day", "Early", "Late"]
    uids = [str(event["UID"]) for event in events(data)][3:]
    assert uids == sorted(each.id for each in twins)


def test_an_event_is_its_session_and_stays_it():
    first, *_ = programme_sessions = ladder().sessions
    uids = [str(event["UID"]) for event in events(feed(ladder()))]
    assert uids == [each.id for each in programme_sessions]
    assert first.id in uids


@pytest.mark.proves("C38")
class TestDetail:
    def test_full_shows_the_exercises(self):
        assert b"Superman" in feed(ladder())

    def test_title_shows_names_of_sessions_only(self):
        data = feed(ladder(), detail="title")
        assert b"Superman" not in data
        assert b"SUMMARY:Strength" in data
        assert b"CATEGORIES:strength" in data

    def test_busy_shows_that_there_is_something(self):
        data = feed(stopped(), detail="busy")
        for telling in (b"Strength", b"back", b"CATEGORIES", b"DESCRIPTION", b"pain", b"strength"):
            assert telling not in data
        assert data.count(b"SUMMARY:Training") == len(stopped().sessions)
        assert data.count(b"STATUS:CANCELLED") == 2


@pytest.mark.proves("C38")
def test_the_feed_says_nothing_of_pain_that_was_logged():
    data = feed(ladder()).replace(b"\r\n ", b"")
    for telling in (b"no pain on", b"ana.diary", b"rungs qualify", b"How was the back"):
        assert telling not in data


def test_what_has_no_date_is_not_in_it():
    assert b"Loosen up" not in feed(ladder())


@pytest.mark.proves("C16")
@pytest.mark.parametrize("name", ["a, b; c\\ d", "two\nlines", "x\r\nMETHOD:CANCEL", "ä" * 90])
def test_what_the_calendar_is_called_is_said_twice_alike(name):
    whole = ladder()
    data = feed(replace(whole, plan=replace(whole.plan, name=name, about=name)))
    lines = data.replace(b"\r\n ", b"").decode().split("\r\n")
    for standard, usual in (("NAME", "X-WR-CALNAME"), ("DESCRIPTION", "X-WR-CALDESC")):
        first, second = (
            next(line for line in lines if line.startswith(f"{each}:")).partition(":")[2]
            for each in (standard, usual)
        )
        assert first == second
    assert not [line for line in lines if line.startswith("METHOD")]


@pytest.mark.proves("C9", "C36")
def test_a_session_that_is_skipped_for_pain_stays_and_says_why():
    one = session("Run", 0, reason="Rest until it is quiet.")
    before = feed(programme(one), alarm="30min")
    after = refeed(programme(replace(one, status="skipped")), before, alarm="30min")
    (event,) = events(after)
    assert (event["STATUS"], event["TRANSP"]) == ("CANCELLED", "TRANSPARENT")
    assert event["SEQUENCE"] == 1
    assert str(event["DESCRIPTION"]).startswith("Rest until it is quiet.\n")
    assert b"VALARM" in before
    assert b"VALARM" not in after


@pytest.mark.proves("C36")
def test_what_programs_note_of_themselves_is_not_in_it():
    data = feed(ladder(), alarm="30min")
    assert b"BEGIN:VALARM" in data
    for state in (b"ACKNOWLEDGED", b"X-MOZ", b"RELATED-TO"):
        assert state not in data


@pytest.mark.proves("C23")
def test_names_of_properties_are_in_capitals():
    data = feed(ladder(), alarm="30min", html="yes", url="https://example.org")
    lines = data.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]
    assert [line for line in lines if not re.match("[A-Z-]+[;:]", line)] == []
