"""What a VTIMEZONE says is compared with the zone itself: ours are right, in zone after zone."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import available_timezones

import msgspec
import pytest

from mesocycle.feed.checking.checks import check
from mesocycle.feed.checking.document import Document
from mesocycle.feed.checking.findings import Findings
from mesocycle.feed.checking.onsets import Unclear, clock_of
from mesocycle.feed.checking.parts import read
from mesocycle.output.samples import programme, session
from plugins.ical.tests.reading import feed
from tests.unit.feed.checking.faults import SOUND_TEXT, ZONE

#: Some of all, those that turn oddly, and those that are UTC by another name.
KEYS = sorted({
    *sorted(available_timezones())[::60], "Africa/Casablanca", "Africa/Cairo", "America/Nuuk",
    "America/Santiago", "Asia/Gaza", "Asia/Tehran", "Australia/Lord_Howe", "Europe/Dublin",
    "Pacific/Chatham", "Atlantic/Reykjavik", "Africa/Abidjan", "GMT", "UTC", "America/Troll",
} & available_timezones())  # fmt: skip
HOUR = timedelta(hours=1)


@pytest.mark.parametrize("key", KEYS)
def test_nothing_is_found_in_our_zones(key):
    whole_year = [session("Run", day) for day in range(0, 400, 60)]
    assert check("it.ics", feed(programme(*whole_year, timezone=key), past=None)) == ()


def clock(zone):
    """What a VTIMEZONE of the lines in `zone` says."""
    text = f"BEGIN:VCALENDAR\n{zone}END:VCALENDAR\n"
    calendar = read(Document("it.ics", text.encode()), Findings())
    return clock_of(next(iter(calendar.of("VTIMEZONE"))), 2030)


@pytest.mark.parametrize(
    ("wall", "hours"),
    [
        ("1969-07-01T00:00", 1), ("1970-03-29T02:00", 2), ("2026-03-29T01:59", 1),
        ("2026-03-29T02:00", 2), ("2026-10-25T02:59", 2), ("2026-10-25T03:00", 1),
        ("2030-07-01T00:00", 2),
    ],
)  # fmt: skip
def test_a_rule_turns_the_clock_on_its_day(wall, hours):
    assert clock(ZONE).offset(datetime.fromisoformat(wall)) == hours * HOUR


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3;WKST=MO",
        "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=25,26,27,28,29,30,31;BYDAY=SU",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=SU;BYMONTHDAY=-1,-2,-3,-4,-5,-6,-7",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=20301231T000000Z",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;COUNT=61",
    ],
)  # fmt: skip
def test_rules_may_say_the_same_in_other_ways(rule):
    other = ZONE.replace("FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", rule)
    assert clock(other).turns == clock(ZONE).turns


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY", "FREQ=DAILY;BYHOUR=2", "FREQ=YEARLY;BYSETPOS=1", "FREQ=YEARLY;BYMONTH=13",
        "FREQ=YEARLY;BYDAY=XX", "FREQ=YEARLY;INTERVAL=0", "FREQ=YEARLY;COUNT=x", "X", "",
        "FREQ=YEARLY;UNTIL=x", "FREQ=YEARLY;BYMONTHDAY=x",
    ],
)  # fmt: skip
def test_what_no_zone_is_written_with_is_not_followed(rule):
    with pytest.raises(Unclear):
        clock(ZONE.replace("FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", rule))


@pytest.mark.parametrize(
    ("event", "told"),
    [
        ("20260505T070000", "1 hour off on 2026-05-05"),
        ("20250101T070000", "1 hour off on 2026-07-01"),
        ("20260329T023000", "1 hour off on 2026-07-01"),  # a time that there is not: who knows
    ],
)
def test_it_is_told_on_which_day_a_zone_is_off(event, told):
    text = SOUND_TEXT.replace(ZONE[ZONE.index("BEGIN:DAY") : ZONE.index("BEGIN:STAN")], "")
    text = text.replace(
        "DTSTART;TZID=Europe/Berlin:20260105T070000", f"DTSTART;TZID=Europe/Berlin:{event}"
    )
    text = text.replace("DTEND;TZID=Europe/Berlin:20260105T080000\n", "")
    (found,) = check("it.ics", text.replace("\n", "\r\n").encode())
    assert (found.code, told in found.message) == ("E876", True), found.message


def test_summer_times_that_only_a_later_year_would_show():
    """A feed of one winter's day, and a rule that is wrong in summer."""
    event = SOUND_TEXT[SOUND_TEXT.index("RRULE:FREQ=WEEKLY") :]
    text = SOUND_TEXT.replace(event[: event.index("SUMMARY")], "").replace("20260701", "20260106")
    text = text.replace("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\n", "")
    (found,) = check("it.ics", text.replace("\n", "\r\n").encode())
    assert found.code == "E876"
    assert "1 hour off from 2026-03-29 on" in found.message


def test_a_zone_that_promises_nothing_of_later_years_need_not_be_right_there():
    one = msgspec.structs.replace(session("Run", 0))
    data = feed(programme(one, timezone="Africa/Casablanca"), past=None)
    assert b"RRULE" not in data
    assert check("it.ics", data) == ()
