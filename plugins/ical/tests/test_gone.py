"""What is deleted from the plan leaves the feed, at once or after a while as cancelled."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from mesocycle_ical import Ical
from msgspec.structs import replace

from mesocycle.output import Context
from mesocycle.output.samples import programme, session
from mesocycle.programme import DISCLAIMER, DayNote
from plugins.ical.tests.reading import byte_faults, events, read_by_all

pytestmark = pytest.mark.proves("C10")

MONDAY = datetime(2026, 12, 7, 9, tzinfo=UTC)
DAY = timedelta(days=1)
OPTIONS = {option.name: option.default for option in Ical.options}
KEPT, GONE = session("Run", 20), session("Strength", 10)
DAYS_14 = 14 * 86400


def build(*sessions, previous=None, built=MONDAY, tombstones=DAYS_14, whole=None, **options):
    known = OPTIONS | {"tombstones": tombstones} | options
    context = Context(options=known, previous=previous, built=built)
    done = Ical().render(whole or programme(*sessions), context)
    assert done.refusal is None
    assert byte_faults(done.content) == []
    read_by_all(done.content)
    return done.content


def found(data, session=GONE):
    return next((each for each in events(data) if each["UID"] == session.id), None)


def test_it_leaves_at_once_unless_asked_for():
    before = build(KEPT, GONE, tombstones=None)
    after = build(KEPT, previous=before, built=MONDAY + DAY, tombstones=None)
    assert [str(each["UID"]) for each in events(after)] == [KEPT.id]


def test_it_stays_for_so_long_as_cancelled():
    data = build(KEPT, GONE, alarm=1800)
    for day in range(1, 16):
        data = build(KEPT, previous=data, built=MONDAY + day * DAY, alarm=1800)
        event = found(data)
        if day >= 10:  # it would be over
            assert event is None
            continue
        assert (event["STATUS"], event["TRANSP"]) == ("CANCELLED", "TRANSPARENT")
        assert (event["SEQUENCE"], event["LAST-MODIFIED"].dt) == (1, MONDAY + DAY)
        assert event.start == found(build(KEPT, GONE)).start
        assert event.end == found(build(KEPT, GONE)).end
        assert not event.alarms.times
        assert str(event["SUMMARY"]) == "Cancelled: Strength"
        assert str(event["DESCRIPTION"]) == f"No longer in the plan.\n\n{DISCLAIMER}"


def test_after_that_it_leaves():
    far = session("Strength", 90)
    first = build(KEPT, far)
    data = build(KEPT, previous=first, built=MONDAY + DAY)
    assert found(build(KEPT, previous=data, built=MONDAY + 14 * DAY), far)
    assert found(build(KEPT, previous=data, built=MONDAY + 15 * DAY), far) is None


def test_one_that_comes_back_is_itself_again():
    before = build(KEPT, GONE)
    cancelled = build(KEPT, previous=before, built=MONDAY + DAY)
    again = build(KEPT, GONE, previous=cancelled, built=MONDAY + 2 * DAY)
    assert found(again)["STATUS"] == "CONFIRMED"
    assert found(again)["SEQUENCE"] == 2


def test_what_is_past_needs_none():
    data = build(KEPT, previous=build(KEPT, GONE), built=MONDAY + 11 * DAY)
    assert found(data) is None


def test_one_that_was_skipped_already_keeps_its_title():
    skipped = replace(GONE, status="skipped", reason="Travelling.")
    data = build(KEPT, previous=build(KEPT, skipped), built=MONDAY + DAY)
    assert str(found(data)["SUMMARY"]) == "Skipped: Strength"
    assert str(found(data)["DESCRIPTION"]).startswith("No longer in the plan.")


def test_a_whole_day_stays_a_whole_day():
    day = session("Stretch", 5, start=None)
    before = build(KEPT, day)
    after = found(build(KEPT, previous=before, built=MONDAY + DAY), day)
    assert (after.start, after.end) == (found(before, day).start, found(before, day).end)


def test_it_is_for_sessions_not_for_notes():
    noted = programme(KEPT, day_notes=(DayNote(date="2026-12-20", text="Travelling"),))
    data = build(KEPT, previous=build(whole=noted), built=MONDAY + DAY)
    assert len(events(data)) == 1


def test_who_may_see_only_that_there_is_something_learns_no_name():
    before = build(KEPT, GONE, detail="full")
    data = build(KEPT, previous=before, built=MONDAY + DAY, detail="busy")
    assert b"Strength" not in data
    assert str(found(data)["SUMMARY"]) == "Cancelled: Training"
    assert "DESCRIPTION" not in found(data)


def test_what_another_option_leaves_out_is_not_deleted():
    run = replace(KEPT, categories=("run",))
    data = build(run, GONE, previous=build(run, GONE), built=MONDAY + DAY, only="run")
    assert found(data) is None


def test_floating_times_stay_where_they_are():
    before = build(KEPT, GONE, time="floating")
    after = build(KEPT, previous=before, built=MONDAY + DAY, time="floating")
    assert found(after).start == found(before).start
    assert found(after).start.tzinfo is None


@pytest.mark.proves("C11")
@pytest.mark.parametrize(
    ("line", "instead"),
    [
        (b"SUMMARY:Strength", b"X-SUMMARY:Strength"),
        (b"SUMMARY:Strength", b"SUMMARY:Strength\r\nSUMMARY:Strength"),
        (b"DTSTART;TZID=Europe/Berlin:20261217T070000", b"DTSTART:never"),
        (b"DTSTART;TZID=Europe/Berlin:20261217T070000", b"DTSTART;VALUE=DATE:20261217"),
        (b"DTSTART;TZID=Europe/Berlin:20261217T070000", b"X-START:1"),
        (b"DTEND;TZID=Europe/Berlin:20261217T074000", b"DTEND:99999999T999999Z"),
        (b"DTEND;TZID=Europe/Berlin:20261217T074000", b"DTEND;VALUE=DATE:20261218"),
        (b"DTEND;TZID=Europe/Berlin:20261217T074000", b"DTEND;TZID=Europe/Berlin:20261216T070000"),
        (b"STATUS:CONFIRMED", b"X-STATUS:CONFIRMED"),
    ],
)
def test_one_that_cannot_be_read_leaves(line, instead):
    before = build(KEPT, GONE)
    head, start, tail = before.partition(b"SUMMARY:Strength")
    damaged = head + (start + tail).replace(line, instead, 1)
    assert damaged != before
    assert len(events(build(KEPT, previous=damaged, built=MONDAY + DAY))) == 1


@pytest.mark.proves("C11")
def test_hostile_bytes_in_the_feed_of_last_time_add_nothing():
    before = build(KEPT, GONE)
    damaged = before.replace(b"SUMMARY:Strength", b"SUMMARY:x\\n\x07\x00END:VEVENT;\xff,\\")
    data = build(KEPT, previous=damaged, built=MONDAY + DAY)
    assert data.count(b"BEGIN:VEVENT") == len(events(data))
