"""Every time zone there is, and the hours in which clocks turn, as other parsers read them."""

from __future__ import annotations

import io
import warnings
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import icalendar
import pytest
from dateutil.tz import tzical
from mesocycle_ical.zones import observed_turns, timezone_component

from mesocycle.output.samples import START, programme, session
from plugins.ical.tests.reading import byte_faults, feed, read_by_all

FIRST, LAST = datetime(2026, 9, 1, tzinfo=UTC), datetime(2027, 12, 1, tzinfo=UTC)
AROUND = [timedelta(seconds=each) for each in (-7201, -1, 0, 7200)]


@pytest.mark.proves("C28")
def test_every_zone_is_right_around_every_turn_of_its_clock():
    wrong = []
    for key in sorted(available_timezones()):
        zone = ZoneInfo(key)
        component = timezone_component(key, zone, FIRST, LAST)
        text = component.to_ical().decode().replace("\r\n", "\n")
        written = tzical(io.StringIO(text)).get()
        turns = observed_turns(zone, FIRST, LAST)
        moments = [FIRST, LAST, *(turn.at + around for turn in turns for around in AROUND)]
        wrong += [f"{key} {at}" for at in moments if not agrees(at, zone, written)]
    assert wrong == []


def agrees(moment, zone, written):
    """Whether a wall time means the same; one that comes twice or never is for `fold` to tell."""
    wall = moment.astimezone(zone)
    if wall.replace(fold=0).utcoffset() != wall.replace(fold=1).utcoffset():
        return True
    return wall.replace(tzinfo=written).utcoffset() == wall.utcoffset()


#: Wall times in and around the hours that turn: zone, date, offset, time, minutes.
HOURS = [
    ("Europe/Berlin", "2027-03-28", "01:59:00+01:00", 60),  # 02:00 becomes 03:00
    ("Europe/Berlin", "2027-03-28", "03:00:00+02:00", 60),
    ("Europe/Berlin", "2027-03-28", "02:30:00+01:00", 60),  # a time that there is not
    ("Europe/Berlin", "2027-10-31", "02:30:00+02:00", 20),  # 03:00 becomes 02:00: the first 02:30
    ("Europe/Berlin", "2027-10-31", "02:30:00+01:00", 20),  # … and the second
    ("Europe/Berlin", "2027-10-31", "01:30:00+02:00", 150),
    ("America/New_York", "2027-03-14", "01:30:00-05:00", 60),
    ("America/New_York", "2027-11-07", "01:15:00-05:00", 60),
    ("Australia/Lord_Howe", "2027-04-04", "01:40:00+10:30", 45),  # half an hour twice
    ("America/Santiago", "2027-04-03", "23:30:00-04:00", 45),
    ("Africa/Casablanca", "2027-02-07", "02:30:00+01:00", 45),
    ("America/New_York", "2027-11-07", "00:45:00-04:00", 90),  # until the second 01:15
    ("Africa/Cairo", "2027-04-29", "23:45:00+02:00", 45),  # turns at midnight
    ("America/Nuuk", "2027-03-27", "21:45:00-02:00", 45),
    ("Asia/Gaza", "2027-03-27", "01:45:00+02:00", 45),
    ("Asia/Kathmandu", "2028-02-29", "06:00:00+05:45", 60),
    ("Europe/London", "2028-02-29", "23:30:00+00:00", 60),
    ("Pacific/Chatham", "2027-12-31", "23:30:00+13:45", 60),
    ("Pacific/Kiritimati", "2028-01-01", "00:00:00+14:00", 60),
    ("America/St_Johns", "2027-12-31", "23:59:00-03:30", 2),
    ("Etc/GMT+12", "2027-01-01", "00:00:00-12:00", 1),
    ("UTC", "2027-01-01", "00:00:00+00:00", 1),
    ("Atlantic/Reykjavik", "2027-07-01", "18:00:00+00:00", 60),  # UTC by other names
    ("Africa/Abidjan", "2027-01-01", "07:00:00+00:00", 45),
    ("GMT", "2027-01-01", "07:00:00+00:00", 45),
]


def by_ical(data):
    """Begin and end as Home Assistant's parser has them."""
    from ical.calendar_stream import IcsCalendarStream

    (event,) = IcsCalendarStream.calendar_from_ics(data.decode()).events
    return event.dtstart, event.end


def by_vobject(data):
    """Begin and end as vobject has them, which believes the VTIMEZONE."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import vobject

        event = vobject.readOne(data.decode()).vevent
    return event.dtstart.value, event.dtend.value


def by_icalendar(data):
    (event,) = icalendar.Calendar.from_ical(data).events
    return event.start, event.end


@pytest.mark.proves("C24", "C29")
@pytest.mark.parametrize(("zone", "day", "start", "minutes"), HOURS)
def test_a_session_is_at_its_moment_whatever_the_clock_does(zone, day, start, minutes):
    days = (date.fromisoformat(day) - START).days
    one = session("Night run", days, start=start, minutes=minutes)
    data = feed(programme(one, timezone=zone))
    begins = datetime.fromisoformat(f"{day}T{start}").astimezone(UTC)
    meant = (begins, begins + timedelta(minutes=minutes))
    for reader in (by_ical, by_vobject, by_icalendar):
        assert tuple(each.astimezone(UTC) for each in reader(data)) == meant, reader
    assert byte_faults(data) == []


@pytest.mark.proves("C25", "C29")
@pytest.mark.parametrize("day", ["2028-02-28", "2028-02-29", "2027-12-31", "2027-03-28"])
def test_a_whole_day_ends_with_the_day(day):
    days = (date.fromisoformat(day) - START).days
    data = feed(programme(session("Stretch", days, start=None)))
    following = date.fromisoformat(day) + timedelta(days=1)
    assert f"DTSTART;VALUE=DATE:{day.replace('-', '')}\r\n".encode() in data
    assert f"DTEND;VALUE=DATE:{following:%Y%m%d}\r\n".encode() in data
    for reader in (by_ical, by_icalendar):
        assert tuple(reader(data)) == (date.fromisoformat(day), following)


@pytest.mark.proves("C27")
@pytest.mark.parametrize("zone", ["Europe/Berlin", "Africa/Casablanca", "Asia/Kolkata"])
def test_one_zone_ahead_of_the_events_and_every_tzid_means_it(zone):
    data = feed(programme(session("A", 0), session("B", 150), timezone=zone))
    assert data.count(b"BEGIN:VTIMEZONE") == 1
    assert data.index(b"END:VTIMEZONE") < data.index(b"BEGIN:VEVENT")
    lines = data.replace(b"\r\n ", b"").decode().split("\r\n")
    used = {line.partition("TZID=")[2].partition(":")[0] for line in lines if ";TZID=" in line}
    assert used == {line.removeprefix("TZID:") for line in lines if line.startswith("TZID:")}
    assert used == {zone}
    assert read_by_all(data) == 2
