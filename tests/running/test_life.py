"""A week with a skip, a move and a swap, after a week that was lost, under each `missed` policy.

Runs on Tuesdays, Thursdays and Saturdays, A and B in turn on Mondays and Fridays. The first week
is in the diary, of the second nothing is. In the third Tuesday is skipped, Thursday's run moves
to Sunday, and Friday and Saturday change places.
"""

from __future__ import annotations

import datetime as dt

import pytest

from mesocycle.programme import Programme, Session
from tests.running.compiled import programme
from tests.running.feeds import build

TODAY = dt.date(2026, 12, 14)
LOST = ("2026-12-07", "2026-12-08", "2026-12-10", "2026-12-11", "2026-12-12")

PLAN = """\
plan "Life"
  starts 2026-11-30
  lasts 4 weeks
  timezone Europe/Berlin
  missed: {policy}
  use runner-back
{calendar}
session "Run" on tue, thu, sat at 18:00
  warmup 5min brisk walk
  run 30min easy
  cooldown 5min walk

rotation "A", "B" on mon, fri at 07:00 for 20min

session "A"
  Superman; 3x8

session "B"
  Beetle; 3x8
"""

WEEK = """
calendar
  skip "Run" on 2026-12-15 "exam"
  move "Run" on 2026-12-17 to 2026-12-20
  swap fri with sat in week 3
  note 2026-12-15 "exam, nine o'clock"
"""

DIARY = """\
athlete "Ida"
  follows "Life"

2026-11-30 "A"
  Superman; 3x8
2026-12-01 "Run"; 40min, 6km
2026-12-03 "Run"; 40min, 6km
2026-12-04 "B"
  Beetle; left 8, 8, 8; right 8, 8, 8
2026-12-05 "Run"; 41min, 6km
"""

POLICIES = ("hold", "drop", "shift", "merge")

#: What the third and the fourth week come to by the calendar alone.
THIRD = {
    "2026-12-14": ("2026-12-14", "A"),
    "2026-12-15": ("2026-12-15", "Run"),
    "2026-12-17": ("2026-12-20", "Run"),
    "2026-12-18": ("2026-12-19", "B"),
    "2026-12-19": ("2026-12-18", "Run"),
}

#: Where `shift` brings what was on a date: each stream goes on from its next free date.
SHIFTED = {
    "A, B": (
        ("2026-12-07", "2026-12-11", "2026-12-14", "2026-12-18", "2026-12-21", "2026-12-25"),
        ("2026-12-14", "2026-12-19", "2026-12-21", "2026-12-25", "2026-12-28", "2027-01-01"),
    ),
    "Run": (
        ("2026-12-08", "2026-12-10", "2026-12-12", "2026-12-19", "2026-12-17", "2026-12-22",
         "2026-12-24", "2026-12-26"),
        ("2026-12-18", "2026-12-20", "2026-12-22", "2026-12-24", "2026-12-26", "2026-12-29",
         "2026-12-31", "2027-01-02"),
    ),
}  # fmt: skip


def made(policy: str, calendar: str = WEEK) -> Programme:
    return programme(PLAN.format(policy=policy, calendar=calendar), DIARY, TODAY)


def plain() -> dict[str, Session]:
    """Every session by its id, as if nothing had happened."""
    return {session.id: session for session in made("hold", "").sessions}


def ids() -> dict[str, str]:
    """Original date to id."""
    return {session.date or "": session.id for session in plain().values()}


def by_id(policy: str) -> dict[str, Session]:
    sessions = made(policy).sessions
    found = {session.id: session for session in sessions}
    assert len(found) == len(sessions)
    return found


def test_the_plan_has_twenty_sessions():
    assert len(ids()) == 20


@pytest.mark.parametrize("policy", POLICIES)
def test_what_was_done_stays_as_it_was(policy):
    found, before = by_id(policy), plain()
    done = [key for key, session in before.items() if session.status == "done"]
    assert len(done) == 5
    for key in done:
        assert found[key] == before[key]


@pytest.mark.parametrize("policy", POLICIES)
def test_no_session_gets_another_identity(policy):
    found, before = by_id(policy), plain()
    assert set(found) <= set(before)
    left_out = {before[key].date for key in set(before) - set(found)}
    assert left_out == (set(LOST) if policy in ("drop", "merge") else set())
    assert all(found[key].name == before[key].name for key in found)


@pytest.mark.parametrize("policy", ["hold", "drop", "merge"])
def test_the_third_week_as_the_calendar_has_it(policy):
    found = by_id(policy)
    for was, (date, name) in THIRD.items():
        session = found[ids()[was]]
        assert (session.date, session.name) == (date, name)
        assert session.original_date == (None if date == was else was)
        expected = "planned" if date == was else "moved"
        assert session.status == ("skipped" if was == "2026-12-15" else expected)
    assert found[ids()["2026-12-15"]].reason == "exam"


@pytest.mark.parametrize("policy", POLICIES)
def test_the_note_is_on_its_day(policy):
    notes = [(note.date, note.text) for note in made(policy).day_notes]
    assert ("2026-12-15", "exam, nine o'clock") in notes


def test_hold_leaves_the_lost_week_where_it_was():
    found = by_id("hold")
    assert [found[ids()[day]].status for day in LOST] == ["missed"] * 5
    assert [found[ids()[day]].date for day in LOST] == list(LOST)


def test_drop_says_what_it_left_out():
    programme_ = made("drop")
    told = [each.text for each in programme_.decisions if each.date in LOST]
    assert len(told) == len(LOST)


@pytest.mark.parametrize("stream", SHIFTED)
def test_shift_goes_on_from_the_next_date_of_the_stream(stream):
    found = by_id("shift")
    before, after = SHIFTED[stream]
    assert [found[ids()[was]].date for was in before] == list(after)


def test_shift_keeps_what_was_skipped_and_makes_the_plan_longer():
    found = by_id("shift")
    skipped = found[ids()["2026-12-15"]]
    assert (skipped.date, skipped.status) == ("2026-12-15", "skipped")
    assert made("shift").ends >= "2027-01-02"


def test_merge_takes_the_lines_of_one_missed_session_and_no_run():
    found = by_id("merge")
    monday = found[ids()["2026-12-14"]]
    names = [i.exercise.name for b in monday.blocks for i in b.items if i.exercise]
    assert names == ["Superman", "Beetle"]
    friday = found[ids()["2026-12-18"]]
    assert [i.exercise.name for b in friday.blocks for i in b.items if i.exercise] == ["Beetle"]
    for session in found.values():
        if session.name == "Run" and session.status != "skipped":
            assert [len(block.segments) for block in session.blocks] == [1, 1, 1]


# --- what a calendar program sees ----------------------------------------------------------------


@pytest.mark.parametrize("policy", POLICIES)
def test_the_feed_shows_what_changed_and_leaves_the_rest_alone(policy, tmp_path):
    before, after = (
        build(tmp_path, PLAN.format(policy=policy, calendar=each), DIARY, "--as-of", str(TODAY))
        for each in ("", WEEK)
    )
    sessions = by_id(policy)
    planned = {event["UID"] for event in after.values() if "SEQUENCE" in event}
    assert set(before) <= set(after)
    for uid, event in before.items():
        same = event["DTSTART"] == after[uid]["DTSTART"]
        done = event["DTSTART"] < "20261207"
        assert not done or event == after[uid]
        assert same or after[uid]["SEQUENCE"] > event["SEQUENCE"]
    cancelled = [e["SUMMARY"] for e in after.values() if e.get("STATUS") == "CANCELLED"]
    assert cancelled == ["Skipped: Run"]
    assert len(planned) >= len(sessions)
