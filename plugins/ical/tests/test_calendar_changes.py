"""The calendar as a whole has a revision too: who asks only for that must not miss a deletion."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import icalendar
import pytest
from mesocycle_ical import Ical
from msgspec.structs import replace

from mesocycle.output import Context
from mesocycle.output.samples import ladder, programme, session
from mesocycle.programme import Athlete, DayNote, PlanInfo
from plugins.ical.tests.reading import byte_faults, events

MONDAY = datetime(2026, 12, 14, 9, 30, 15, tzinfo=UTC)
TUESDAY = MONDAY + timedelta(days=1)
SECOND = timedelta(seconds=1)
OPTIONS = {option.name: option.default for option in Ical.options}
TWO = programme(session("A", 0), session("B", 1))


def build(whole=TWO, *, previous=None, built=TUESDAY, **options):
    context = Context(options=OPTIONS | options, previous=previous, built=built)
    data = Ical().render(whole, context).content
    assert byte_faults(data) == []
    return data


def changed(data):
    return icalendar.Calendar.from_ical(data)["LAST-MODIFIED"].dt


FIRST = build(built=MONDAY)


@pytest.mark.proves("C8")
class TestTheCalendar:
    @pytest.mark.parametrize(
        "other",
        [
            programme(session("A", 0)),
            programme(session("A", 0), session("B", 1), session("C", 2)),
            programme(session("A", 0), session("C", 1)),
            programme(session("A", 0), session("B", 1, minutes=41)),
            programme(session("A", 0), replace(session("B", 1), status="skipped")),
            replace(TWO, plan=PlanInfo(name="Another name", id=TWO.plan.id)),
            replace(TWO, plan=PlanInfo(name=TWO.plan.name, id=TWO.plan.id, about="New.")),
            replace(TWO, athlete=Athlete(name="Ana")),
            replace(TWO, disclaimer="Other words."),
            replace(TWO, timezone="Africa/Casablanca"),
            replace(TWO, day_notes=(DayNote(date="2026-12-09", text="Travelling"),)),
        ],
    )
    def test_it_moves_when_anything_does(self, other):
        assert changed(build(other, previous=FIRST)) == TUESDAY

    @pytest.mark.parametrize("options", [{"url": "https://example.org"}, {"method": True}])
    def test_it_moves_with_the_header_though_no_event_does(self, options):
        second = build(previous=FIRST, **options)
        assert changed(second) == TUESDAY

    def test_it_stays_when_nothing_moves(self):
        assert build(previous=FIRST) == FIRST
        assert changed(FIRST) == MONDAY

    def test_it_moves_by_a_second_though_the_clock_does_not(self):
        second = build(programme(session("A", 0)), previous=FIRST, built=MONDAY)
        third = build(TWO, previous=second, built=MONDAY - timedelta(days=9))
        assert [changed(each) for each in (second, third)] == [MONDAY + SECOND, MONDAY + 2 * SECOND]

    def test_it_is_never_before_an_event(self):
        feed, whole = build(ladder(), built=MONDAY), ladder()
        for number in range(5):
            first, *rest = whole.sessions
            whole = replace(whole, sessions=(replace(first, name=f"Strength {number}"), *rest))
            feed = build(whole, previous=feed, built=MONDAY)
            assert changed(feed) >= max(each["LAST-MODIFIED"].dt for each in events(feed))
        assert changed(feed) == MONDAY + 5 * SECOND

    def test_of_a_feed_that_did_not_say_it_begins_again(self):
        before = FIRST.replace(b"LAST-MODIFIED:", b"X-OTHER:", 1)
        assert changed(build(previous=before)) == TUESDAY


@pytest.mark.proves("C5", "C6")
class TestEvents:
    def test_two_edits_within_a_second_are_two(self):
        feed = FIRST
        for number in range(1, 5):
            other = programme(session("A", 0), session("B", 1, minutes=number))
            feed = build(other, previous=feed, built=MONDAY)
            last = events(feed)[-1]
            at = MONDAY + number * SECOND
            assert last["SEQUENCE"] == number
            assert (last["DTSTAMP"].dt, last["LAST-MODIFIED"].dt) == (at, at)

    def test_a_number_stays_one_that_programs_can_hold(self):
        high = FIRST.replace(b"SEQUENCE:0", b"SEQUENCE:2147483646")
        other = programme(session("A", 0, minutes=1), session("B", 1))
        assert events(build(other, previous=high))[0]["SEQUENCE"] == 2**31 - 1
        over = FIRST.replace(b"SEQUENCE:0", b"SEQUENCE:2147483647")
        assert events(build(other, previous=over))[0]["SEQUENCE"] == 0

    def test_a_revision_at_the_end_of_time_is_none(self):
        before = FIRST.replace(b"LAST-MODIFIED:20261214", b"LAST-MODIFIED:99991231")
        after = build(programme(session("A", 0, minutes=1)), previous=before)
        assert events(after)[0]["LAST-MODIFIED"].dt == TUESDAY


@pytest.mark.proves("C11")
class TestDamage:
    def warned(self, previous):
        context = Context(options=OPTIONS, previous=previous, built=TUESDAY)
        return Ical().render(TWO, context).warnings

    def test_nothing_is_told_of_a_whole_one(self):
        assert self.warned(FIRST) == self.warned(None) == self.warned(b"") == ()

    def test_what_was_lost_is_told(self):
        torn = FIRST[: FIRST.rindex(b"END:VEVENT")]
        assert self.warned(torn) == (
            "of the calendar from last time 1 cannot be read; their revisions start again",
        )
        assert self.warned(b"<html>") == (
            "the calendar from last time cannot be read; revisions start again",
        )

    def test_what_is_left_keeps_its_revision_and_the_calendar_moves(self):
        torn = FIRST[: FIRST.rindex(b"END:VEVENT")]
        after = build(previous=torn)
        assert [each["LAST-MODIFIED"].dt for each in events(after)] == [MONDAY, TUESDAY]
        assert changed(after) == TUESDAY
