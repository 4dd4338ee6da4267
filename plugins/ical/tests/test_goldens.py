"""The feeds of the plans here, as programs and people would find them."""

from __future__ import annotations

import re
from pathlib import Path

import icalendar
import pytest

from mesocycle.programme import ABORT, DISCLAIMER
from plugins.ical.tests.reading import byte_faults, properties, read_by_all

GOLDEN = Path(__file__).parents[3] / "tests" / "golden"
FEEDS = {path.stem: path.read_bytes() for path in sorted(GOLDEN.glob("*.ics"))}

#: All that may stand in a feed, in the order in which it does.
HEADER = [
    "BEGIN:VCALENDAR", "VERSION", "PRODID", "CALSCALE", "METHOD", "DESCRIPTION", "X-WR-CALDESC",
    "NAME", "X-WR-CALNAME", "COLOR", "LAST-MODIFIED", "REFRESH-INTERVAL", "SOURCE", "URL",
    "X-APPLE-CALENDAR-COLOR", "X-PUBLISHED-TTL", "X-WR-TIMEZONE",
]  # fmt: skip
EVENT = [
    "BEGIN:VEVENT", "SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "UID", "SEQUENCE", "CATEGORIES",
    "COLOR", "DESCRIPTION", "LAST-MODIFIED", "STATUS", "TRANSP", "URL", "X-ALT-DESC",
]  # fmt: skip


def parts(data):
    """The names of properties of the header, and of each event without its alarm."""
    text = "\n".join(properties(data))
    text = re.sub(r"\nBEGIN:VALARM\n.*?\nEND:VALARM", "", text, flags=re.DOTALL)
    head, *events = text.split("\nBEGIN:VEVENT\n")
    bodies = [event.partition("\nEND:VEVENT")[0].split("\n") for event in events]
    return head.split("\nBEGIN:VTIMEZONE")[0].split("\n"), bodies


@pytest.mark.proves("C47", "C81")
@pytest.mark.parametrize("name", FEEDS)
def test_nobody_objects(name):
    data = FEEDS[name]
    assert byte_faults(data) == []
    assert read_by_all(data) == data.count(b"\r\nBEGIN:VEVENT\r\n")


@pytest.mark.proves("C23", "C31", "C35", "C20")
@pytest.mark.parametrize("name", FEEDS)
def test_nothing_is_in_it_but_this_and_in_this_order(name):
    head, events = parts(FEEDS[name])
    assert head == [each for each in HEADER if each in head]
    for event in events:
        assert event == [each for each in EVENT[1:] if each in event]


@pytest.mark.proves("C3")
@pytest.mark.parametrize("name", FEEDS)
def test_the_stamps_of_an_event_are_one_and_in_utc(name):
    for event in icalendar.Calendar.from_ical(FEEDS[name]).events:
        stamp = event["DTSTAMP"].to_ical()
        assert stamp == event["LAST-MODIFIED"].to_ical()
        assert re.fullmatch(rb"\d{8}T\d{6}Z", stamp)


@pytest.mark.proves("C33")
@pytest.mark.parametrize("name", FEEDS)
def test_every_description_can_be_read_alone(name):
    for event in icalendar.Calendar.from_ical(FEEDS[name]).events:
        if "note" in event.get("CATEGORIES", icalendar.vCategory([])).cats:
            continue
        first, *others = str(event["DESCRIPTION"]).split("\n")
        assert first.strip()
        assert DISCLAIMER in others
        if event["STATUS"] == "CONFIRMED":
            assert " · week " in first
            assert ABORT in others
        if event["STATUS"] == "CONFIRMED" and not str(event["SUMMARY"]).startswith("Done"):
            assert any(line.startswith("To log: ") for line in others)
        for line in (first, *others):
            assert line == line.rstrip()
            assert not re.search(r"<[a-z/]|\*\*|\]\(|\bNone\b", line), line
