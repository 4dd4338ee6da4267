"""Which sessions a feed has: some kinds of them, and not what is long past."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from mesocycle_ical import Ical
from msgspec.structs import replace

from mesocycle.output.sample_parts import LADDER
from mesocycle.output.samples import START, programme, session
from mesocycle.output.testing import rendered
from mesocycle.programme import Block, DayNote, WeekStatistics
from plugins.ical.tests.reading import byte_faults, events, feed, read_by_all

WORK = Block(kind="straight", items=LADDER)
WHOLE = programme(
    session("Strength", 0, WORK),
    session("Easy run", 1, categories=("walk", "run")),
    replace(session("Town Half", 13, categories=("run",)), race="A"),
    session("Bike", 2, categories=("bike",), start=None),
    day_notes=(DayNote(date="2026-12-09", text="Travelling"),),
)


def titles(whole, **options):
    data = feed(whole, **options)
    assert byte_faults(data) == []
    assert read_by_all(data) == len(events(data))
    return [str(event["SUMMARY"]) for event in events(data)]


def refused(whole, **options):
    (refusal,) = rendered(Ical(), whole, options=options).diagnostics
    assert refusal.code == "E613"
    return refusal.message.removeprefix("ical was not made: "), refusal.hints


@pytest.mark.proves("C39")
class TestOnly:
    @pytest.mark.parametrize(
        ("only", "shown"),
        [
            ("", ["Strength", "Easy run", "Bike", "Travelling", "Race: Town Half"]),
            ("strength", ["Strength"]),
            ("run", ["Easy run", "Race: Town Half"]),
            ("walk", ["Easy run"]),
            ("race", ["Race: Town Half"]),
            ("bike, Strength ,", ["Strength", "Bike"]),
            ("EASY  RUN", ["Easy run"]),
            ("bike,note", ["Bike", "Travelling"]),
            ("swim,bike", ["Bike"]),
        ],
    )
    def test_kinds_and_names(self, only, shown):
        assert sorted(titles(WHOLE, only=only)) == sorted(shown)

    @pytest.mark.parametrize("only", ["ruun", "run,ruun", "Monday", "run;walk", "*"])
    def test_one_that_there_is_not_is_refused_with_those_that_there_are(self, only):
        message, hints = refused(WHOLE, only=only)
        assert "which is no kind of session here" in message
        assert hints == (
            "kinds: strength, walk, run, race, bike, note; "
            "names: Strength, Easy run, Town Half, Bike",
        )

    @pytest.mark.parametrize("only", ["swim", "note", "swim,ski"])
    def test_a_feed_of_none_is_refused(self, only):
        message, hints = refused(WHOLE, only=only)
        assert message.startswith("nothing is left to show: no session here is")
        assert hints[0].startswith("kinds: strength,")

    @pytest.mark.parametrize("now", [("walk",), ()], ids=["walks", "off"])
    def test_where_no_run_may_be_run_it_is_said_how_to_name_them(self, now):
        whole = programme(session("Strength", 0, WORK), session("Easy run", 1, categories=now))
        message, (hint,) = refused(whole, only="run")
        assert message == "nothing is left to show: no session here is run"
        assert hint.endswith("Easy run; a run that is off, or a walk for now, goes by its name")
        assert not refused(whole, only="swim")[1][0].endswith("goes by its name")

    def test_where_there_is_nothing_of_the_kind_it_is_not_said(self):
        bikes = programme(session("Bike", 2, categories=("bike",)))
        assert refused(bikes, only="run")[1] == ("kinds: bike; names: Bike",)

    def test_a_run_that_is_off_or_a_walk_for_now_stays_among_the_runs(self):
        off = session("Easy run", 8, status="stopped", categories=())
        walk = session("Easy run", 15, categories=("walk",))
        other = session("Hills", 16, status="stopped", categories=())
        whole = replace(WHOLE, sessions=(*WHOLE.sessions, off, walk, other))
        shown = titles(whole, only="run")
        assert shown.count("Easy run") == 2
        assert "Stopped: Easy run" in shown
        assert "Stopped: Hills" not in shown

    def test_the_calendar_says_which_and_wears_their_colour(self):
        data = feed(WHOLE, only="run")
        assert b"X-WR-CALNAME:A back that runs (run)\r\n" in data
        assert b"X-APPLE-CALENDAR-COLOR:#2E8B57\r\n" in data

    def test_who_may_see_only_that_there_is_something_is_not_told_which(self):
        data = feed(WHOLE, only="run", detail="busy")
        assert b"X-WR-CALNAME:Training\r\n" in data
        assert b"(run)" not in data
        assert len(events(data)) == 2


def year(weeks=16, **changes):
    """A session a week, and a note in each."""
    sessions = [session("Run", 7 * week + 3) for week in range(weeks)]
    notes = tuple(DayNote(date=each.date, text=f"Week {each.week}") for each in sessions)
    return programme(*sessions, day_notes=notes, **changes)


def first(whole, **options):
    return min(event.start.isoformat()[:10] for event in events(feed(whole, **options)))


def on(day):
    return (START + timedelta(days=day)).isoformat()


@pytest.mark.proves("C44")
class TestPast:
    def test_sixty_days_unless_asked_for_otherwise(self):
        assert first(year(as_of=on(59))) == on(3)
        assert first(year(as_of=on(66))) == on(3)
        assert first(year(as_of=on(67))) == on(10)
        assert first(year(as_of=on(67)), past="off") == on(3)
        assert first(year(as_of=on(67)), past="14d") == on(52)
        assert first(year(as_of=on(67)), past="0d") == on(66)

    def test_the_bytes_change_on_the_first_day_of_a_week_and_on_no_other(self):
        feeds = [feed(year(as_of=on(day))) for day in range(70, 84)]
        moved = [day for day in range(1, 14) if feeds[day] != feeds[day - 1]]
        assert [(70 + day - 60) % 7 for day in moved] == [0, 0]

    def test_a_week_starts_where_the_plan_says(self):
        rows = tuple(
            WeekStatistics(week=n, starts=on(7 * n - 9), sessions=1, minutes=40, sets={}, reps=0)
            for n in range(1, 18)
        )
        days = [first(year(as_of=on(day), statistics=rows)) for day in range(70, 84)]
        moved = [70 + index for index in range(1, 14) if days[index] != days[index - 1]]
        assert {(day - 60) % 7 for day in moved} == {5}

    def test_notes_go_with_their_week(self):
        shown = titles(year(as_of=on(100)))
        assert [name for name in shown if name.startswith("Week")] == [
            f"Week {week}" for week in range(6, 17)
        ]

    def test_a_note_keeps_its_identity_when_others_leave(self):
        two = (DayNote(date=on(3), text="a"), DayNote(date=on(80), text="b"))
        uids = [
            {str(e["UID"]) for e in events(feed(replace(year(), day_notes=two, as_of=day)))
             if str(e["SUMMARY"]) == "b"}
            for day in (on(3), on(75))
        ]  # fmt: skip
        assert uids[0] == uids[1]

    @pytest.mark.parametrize("day", [400, 4000, 10_000])
    @pytest.mark.proves("C43")
    def test_of_a_plan_that_is_over_the_last_week_stays(self, day):
        assert titles(year(as_of=on(day))) == ["Week 16", "Run"]

    def test_nothing_leaves_while_nobody_knows_the_day(self):
        assert first(year(as_of=None)) == on(3)

    @pytest.mark.parametrize("past", ["9999d", "99999d"])
    def test_any_length_will_do(self, past):
        assert first(year(as_of=on(67)), past=past) == on(3)

    def test_a_session_that_leaves_moves_nothing_but_the_calendar(self):
        before = feed(year(as_of=on(66)))
        after = rendered(Ical(), year(as_of=on(67)), previous=before).value[0].content
        assert len(events(before)) == len(events(after)) + 2
        assert {event.to_ical() for event in events(after)} < {
            event.to_ical() for event in events(before)
        }

    def test_what_was_done_leaves_with_its_week_too(self):
        done = [session("Run", day, WORK, status="done") for day in (0, 70)]
        assert titles(programme(*done, as_of=on(75))) == ["Done: Run"]


def test_the_days_of_these_tests_are_right():
    assert date.fromisoformat(on(0)) == START
