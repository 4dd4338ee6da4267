"""When a session is, how long, in which state, and with which reminder."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest

from mesocycle.output.sample_parts import LADDER, RUN, untested
from mesocycle.output.samples import programme, session
from mesocycle.programme import ABORT, DISCLAIMER, Block, Notice
from plugins.ical.tests.reading import byte_faults, events, feed, read_by_all

WORK = Block(kind="straight", items=LADDER)


def lines(*sessions, zone="Europe/Berlin", **options):
    data = feed(programme(*sessions, timezone=zone), **options)
    assert read_by_all(data) == len(sessions)
    assert byte_faults(data) == []
    return data.replace(b"\r\n ", b"").partition(b"BEGIN:VEVENT")[2].decode().split("\r\n")


@pytest.mark.proves("C24", "C25")
class TestTimes:
    def test_wall_time_in_the_zone_of_the_plan(self):
        found = lines(session("Strength", 0, minutes=40))
        assert "DTSTART;TZID=Europe/Berlin:20261207T070000" in found
        assert "DTEND;TZID=Europe/Berlin:20261207T074000" in found
        assert "TRANSP:OPAQUE" in found

    def test_no_time_is_a_whole_day_that_keeps_nobody_busy(self):
        found = lines(session("Strength", 0, start=None))
        assert "DTSTART;VALUE=DATE:20261207" in found
        assert "DTEND;VALUE=DATE:20261208" in found
        assert "TRANSP:TRANSPARENT" in found

    def test_a_part_of_the_day_is_in_the_title(self):
        evening = msgspec.structs.replace(session("Stretch", 0, start=None), slot="before_bed")
        assert "SUMMARY:Stretch (before bed)" in lines(evening)

    def test_another_zone(self):
        found = lines(session("Run", 0, start="18:00:00+09:00"), zone="Asia/Tokyo")
        assert "DTSTART;TZID=Asia/Tokyo:20261207T180000" in found

    def test_utc_needs_no_zone(self):
        data = feed(programme(session("Run", 0, start="18:00:00+00:00"), timezone="UTC"))
        assert b"DTSTART:20261207T180000Z" in data
        assert b"VTIMEZONE" not in data
        assert read_by_all(data) == 1

    def test_the_moment_counts_if_the_offset_is_not_the_zones(self):
        assert "DTSTART;TZID=Europe/Berlin:20261207T070000" in lines(
            session("Run", 0, start="06:00:00+00:00")
        )

    def test_how_long_is_measured_by_the_moment_not_by_the_clock(self):
        # 28 March 2027, 2:00 becomes 3:00.
        day = (date(2027, 3, 28) - date(2026, 12, 7)).days
        found = lines(session("Night run", day, start="01:30:00+01:00", minutes=60))
        assert "DTEND;TZID=Europe/Berlin:20270328T033000" in found

    def test_an_end_at_a_wall_time_that_comes_twice_is_told_in_utc(self):
        # 31 October 2027, 3:00 becomes 2:00: it ends at the second 2:15.
        day = (date(2027, 10, 31) - date(2026, 12, 7)).days
        found = lines(session("Night run", day, start="01:45:00+02:00", minutes=90))
        assert "DTSTART:20271030T234500Z" in found
        assert "DTEND:20271031T011500Z" in found

    @pytest.mark.parametrize("start", ["01:30:00+02:00", "02:15:00+02:00"])
    def test_nor_is_the_first_of_two_left_to_programs_which_take_the_second(self, start):
        day = (date(2027, 10, 31) - date(2026, 12, 7)).days
        found = lines(session("Night run", day, start=start, minutes=30))
        begins = datetime.fromisoformat(f"2027-10-31T{start}").astimezone(UTC)
        assert f"DTSTART:{begins:%Y%m%dT%H%M%SZ}" in found
        assert f"DTEND:{begins + timedelta(minutes=30):%Y%m%dT%H%M%SZ}" in found

    def test_without_a_length_half_an_hour(self):
        assert "DTEND;TZID=Europe/Berlin:20261207T073000" in lines(session("Run", 0, minutes=None))


@pytest.mark.proves("C9", "C26")
class TestStatus:
    @pytest.mark.parametrize(
        ("status", "title", "state", "busy"),
        [
            ("planned", "Strength", "CONFIRMED", "OPAQUE"),
            ("moved", "Strength", "CONFIRMED", "OPAQUE"),
            ("assessment", "Assessment: Strength", "CONFIRMED", "OPAQUE"),
            ("done", "Done: Strength", "CONFIRMED", "OPAQUE"),
            ("missed", "Missed: Strength", "CONFIRMED", "TRANSPARENT"),
            ("skipped", "Skipped: Strength", "CANCELLED", "TRANSPARENT"),
            ("stopped", "Stopped: Strength", "CANCELLED", "TRANSPARENT"),
        ],
    )
    def test_how_it_shows(self, status, title, state, busy):
        found = lines(session("Strength", 0, WORK, status=status))
        assert f"SUMMARY:{title}" in found
        assert f"STATUS:{state}" in found
        assert f"TRANSP:{busy}" in found

    @pytest.mark.parametrize("status", ["skipped", "stopped"])
    def test_the_reason_comes_first_and_no_exercise_after_it(self, status):
        off = session("Strength", 0, WORK, status=status, reason="Rest until Friday.")
        (event,) = events(feed(programme(off), alarm="1h"))
        assert event["DESCRIPTION"] == f"Rest until Friday.\n\n{DISCLAIMER}"
        assert not event.walk("VALARM")

    def test_a_stop_says_what_to_do_and_not_what_hurt(self):
        off = session("Strength", 0, status="stopped")
        stop = Notice(code="SR4", severity="stop", text="You reported numbness.")
        (event,) = events(feed(programme(off, notices=(stop,))))
        assert event["DESCRIPTION"] == (
            f"Do not train. Ask your coach, or read the sheet, before you go on.\n\n{DISCLAIMER}"
        )

    def test_a_moved_one_says_where_it_was(self):
        moved = msgspec.structs.replace(
            session("Strength", 1, status="moved"), original_date="2026-12-07"
        )
        (event,) = events(feed(programme(moved)))
        assert "Moved: it was on Monday 7 December." in event["DESCRIPTION"]


@pytest.mark.proves("C33")
class TestDescription:
    def test_it_reads_well_alone(self):
        (event,) = events(feed(programme(session("Strength", 0, WORK, provisional=True))))
        assert str(event["DESCRIPTION"]).split("\n\n") == [
            "Superman, Beetle, Single Leg Bridge · week 1 · about 40 min\n"
            "Provisional: the numbers assume that the sessions before it go as planned.",
            "1. Superman: 3 × 8 reps (8–12), tempo 2-0-2-0, rest 60 s\n"
            "   - Two seconds up, two down.\n"
            "   - Lift arms and legs a hand's width.\n"
            "   - Look at the floor.\n"
            "   - https://example.org/superman\n"
            "2. Beetle: 3 × 8 reps (8–12), tempo 2-0-2-0, rest 60 s\n"
            "   - Keep the lower back on the floor.\n"
            "3. Single Leg Bridge: 3 × 8 reps (8–12) each side, tempo 2-0-2-0, rest 60 s\n"
            "   - Hips level, ribs down.",
            "To log: every set as done, left and right apart; pain 0-10; whether the form held; "
            "how hard it felt; pain next morning.",
            ABORT,
            DISCLAIMER,
        ]

    def test_a_run(self):
        (event,) = events(feed(programme(session("Easy run", 0, *RUN))))
        assert str(event["DESCRIPTION"]).split("\n\n")[:5] == [
            "Run 30 min, easy · week 1 · about 40 min",
            "Warm-up: walk 5 min, brisk",
            "Run 30 min, easy\n   - Look ahead, arms loose.",
            "Cool-down: walk 5 min, easy",
            "To log: time and distance as done; how hard it felt (RPE 0-10); pain 0-10, and "
            "where; pain next morning.",
        ]


@pytest.mark.proves("C36")
class TestAlarm:
    def test_off_unless_asked_for(self):
        assert "BEGIN:VALARM" not in lines(session("Run", 0))

    def test_before_a_session_with_a_time(self):
        found = lines(session("Run", 0), alarm="30min")
        assert found.count("BEGIN:VALARM") == 1
        for line in ("ACTION:DISPLAY", "DESCRIPTION:Run", "TRIGGER:-PT30M"):
            assert line in found

    def test_it_has_an_identity_that_stays(self):
        first, second = (
            events(feed(programme(session("Run", 0)), alarm=alarm))[0].walk("VALARM")[0]["UID"]
            for alarm in ("30min", "1h")
        )
        assert first == second

    @pytest.mark.parametrize("status", ["done", "missed", "skipped", "stopped"])
    def test_not_for_what_is_past_or_off(self, status):
        assert "BEGIN:VALARM" not in lines(session("Run", 0, status=status), alarm="30min")

    def test_not_for_a_whole_day(self):
        assert "BEGIN:VALARM" not in lines(session("Run", 0, start=None), alarm="30min")


@pytest.mark.proves("C17", "C32")
class TestKind:
    def test_categories_are_separate_even_with_commas(self):
        (event,) = events(feed(programme(session("Run", 0, categories=("run", "easy, long")))))
        assert [str(each) for each in event["CATEGORIES"].cats] == ["run", "easy, long"]

    @pytest.mark.parametrize(
        ("category", "status", "colour"),
        [
            ("strength", "planned", "royalblue"), ("run", "planned", "seagreen"),
            ("strength", "assessment", "goldenrod"), ("run", "stopped", "lightgray"),
        ],
    )  # fmt: skip
    def test_a_colour_by_kind_and_state(self, category, status, colour):
        found = lines(session("X", 0, categories=(category,), status=status))
        assert f"COLOR:{colour}" in found

    def test_no_colour_for_a_kind_that_has_none(self):
        found = lines(session("X", 0, categories=("juggling",)))
        assert not [line for line in found if line.startswith("COLOR")]


@pytest.mark.proves("C2")
def test_two_sessions_of_one_identity_are_refused():
    from mesocycle_ical import Ical

    from mesocycle.output.testing import rendered

    twice = session("Run", 0)
    (refusal,) = rendered(Ical(), programme(twice, twice)).diagnostics
    assert refusal.code == "E613"
    assert "two sessions share an identity" in refusal.message


def test_the_length_of_every_session_is_its_minutes():
    sessions = [session("Run", day, minutes=day + 1) for day in range(5)]
    lengths = [event.duration for event in events(feed(programme(*sessions)))]
    assert lengths == [timedelta(minutes=day + 1) for day in range(5)]


def test_how_far_to_test_is_said_at_the_top_and_only_there():
    note = "Test in this order, and stop when 2 have gone well."
    first, *others = map(untested, LADDER)
    noted = msgspec.structs.replace(first, notes=(note,))
    block = Block(kind="straight", items=(noted, *others))
    (text,) = (
        line.replace("\\,", ",")
        for line in lines(session("Strength", 0, block, status="assessment"))
        if line.startswith("DESCRIPTION:")
    )
    top = text.partition("\\n\\n")[0]
    assert f"\\nAssessment: one easy set each. {note} Note how many" in top
    assert text.count("Test in this order") == 1
