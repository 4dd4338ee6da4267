"""The reader forgives nothing that another might stumble over."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from mesocycle_ical.reader import Value, byte_faults, read

from mesocycle.output.samples import ladder, running, samples
from plugins.ical.tests.reading import feed

pytestmark = pytest.mark.proves("C46")

WHOLE = feed(ladder(), alarm="30min", html="yes")


@pytest.mark.parametrize("name", ["ladder", "running", "hostile", "non-ASCII", "stopped"])
def test_it_reads_what_is_made(name):
    data = feed(samples()[name], alarm="30min", html="yes", url="https://example.org")
    calendar = read(data)
    assert byte_faults(data) == []
    assert calendar.name == "VCALENDAR"
    assert {part.name for part in calendar.parts} == {"VTIMEZONE", "VEVENT"}


def test_it_finds_what_was_meant():
    first, *_ = (part for part in read(feed(running())).parts if part.name == "VEVENT")
    assert first.values["DTSTART"].zone == "Europe/Berlin"
    assert first.values["DESCRIPTION"].plain.count("\n") > 5


@pytest.mark.parametrize(
    ("found", "instead"),
    [
        (b"BEGIN:VCALENDAR", b"BEGIN:VCARD"), (b"VERSION:2.0\r\n", b""), (b"PRODID", b"X-PRODID"),
        (b"END:VEVENT", b"END:VTODO"), (b"END:VEVENT\r\n", b""), (b"BEGIN:VEVENT\r\n", b""),
        (b"END:VALARM\r\n", b""), (b"UID:", b"X-UID:"), (b"DTSTAMP:", b"X-DTSTAMP:"),
        (b"SEQUENCE:0\r\n", b"SEQUENCE:0\r\nSEQUENCE:1\r\n"), (b"DTEND;", b"X-DTEND;"),
        (b"SUMMARY:", b"SUMMARY:a\\b"), (b"SUMMARY:", b"SUMMARY:a,"), (b"SUMMARY:", b"SUMMARY:a;"),
        (b"SUMMARY:", b"SUMMARY:\\"), (b"SUMMARY:", b"Summary:"), (b"SUMMARY:", b"SUMMARY "),
        (b"SUMMARY:", b"SUMMARY;X=\"a:"), (b"TRIGGER", b"X-TRIGGER"), (b"TZOFFSETTO", b"X-TO"),
        (b"END:VCALENDAR\r\n", b"END:VCALENDAR\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
        (b"BEGIN:VCALENDAR\r\n", b"X-A:1\r\nBEGIN:VCALENDAR\r\n"),
        (b"END:VCALENDAR\r\n", b"END:VCALENDAR\r\nX-A:1\r\n"), (b"END:VCALENDAR\r\n", b""),
        (b"\r\nNAME:", b"\r\n\r\nNAME:"),
    ],
)  # fmt: skip
def test_it_does_not_forgive(found, instead):
    broken = WHOLE.replace(found, instead, 1)
    assert broken != WHOLE
    with pytest.raises(ValueError, match=r"\S"):
        read(broken)


@pytest.mark.parametrize(
    ("text", "parameters", "moment"),
    [
        ("20261207", ";VALUE=DATE", date(2026, 12, 7)),
        ("20261207T070000", "", datetime.fromisoformat("2026-12-07T07:00")),
        ("20261207T070000", ";TZID=Asia/Tokyo", datetime.fromisoformat("2026-12-07T07:00")),
        ("20261207T070000Z", "", datetime(2026, 12, 7, 7, tzinfo=UTC)),
    ],
)
def test_moments(text, parameters, moment):
    assert Value(text, parameters).moment() == moment


@pytest.mark.parametrize(
    ("text", "parameters"),
    [
        ("20261207", ""), ("2026-12-07", ";VALUE=DATE"), ("20261307", ";VALUE=DATE"),
        ("20261207T0700", ""), ("20261207T070000+0100", ""), ("20261207T250000", ""),
        ("2026-12-07T07:00:00", ""), ("20261207T070000Z", ";TZID=Asia/Tokyo"), ("", ""),
    ],
)  # fmt: skip
def test_no_moments(text, parameters):
    with pytest.raises(ValueError, match=r"\S"):
        Value(text, parameters).moment()
