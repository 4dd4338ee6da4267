"""A feed that cannot be made does not go on to say "train" below a red flag."""

from __future__ import annotations

import os
from datetime import date, timedelta

import icalendar
import pytest

from mesocycle.feed.building.held import held
from mesocycle.feed.building.sound import flaw_of
from mesocycle.feed.building.stops import flagged_since, stopped_since
from mesocycle.source import Source
from tests.unit.feed.building.looks import LATER, body, codes, told
from tests.unit.feed.folders import DIARY, NOW

HEAD = 'athlete "Ana"\n\n2026-12-01 no red flags\n'
MISTAKE = "2026-12-08 Paln 3\n"
FLAG = "2026-12-08 flag numbness left leg\n"


def diary(folder, *lines):
    folder.write("ana.diary", DIARY.format(name="Ana") + "".join(lines))


def states(content):
    """What each session is, by its first day: nothing but its title and status."""
    found = icalendar.Calendar.from_ical(content)
    return {
        (str(each["DTSTART"].dt)[:10], str(each["SUMMARY"])): str(each["STATUS"])
        for each in found.walk("VEVENT")
    }


@pytest.mark.proves("C59")
@pytest.mark.parametrize(
    "line",
    [
        FLAG,
        "2026-12-08 flag saddle numbness\n",
        "2026-12-08 pain 4 left calf\n",
        "2026-12-08 flagg numbness\n",
        "2026-12-08 flag numness left leg\n",
        "2026-12-08 red flag numbness\n",
        "2026-12-08 condition recent fracture\n",
    ],
)
def test_below_a_red_flag_a_mistake_stops_what_was_good_last(keeper, folder, line):
    keeper.look(NOW)
    before = body(keeper, folder)
    diary(folder, line, MISTAKE)
    news = keeper.look(LATER)
    assert told(news)["back-ana"] == "failed"
    assert "E806" in codes(news)
    after = body(keeper, folder)
    assert flaw_of(after.content) is None
    assert after.etag != before.etag
    kept = [title for (day, title), state in states(after.content).items() if state != "CANCELLED"]
    assert kept == ["Done: Strength"]
    assert b"Do not train" in after.content
    assert b"numb" not in after.content.split(b"General training")[0]
    assert keeper.health().stale == 1
    assert "E806" not in codes(keeper.look(LATER + timedelta(minutes=1)))


@pytest.mark.parametrize(
    "lines",
    [
        (MISTAKE,),
        ("2026-12-08 no red flags\n", MISTAKE),
        ("2026-12-08 pain 2 lower back\n", MISTAKE),
        ('2026-12-08 note "no flag numbness"\n', MISTAKE),
        (FLAG, '2026-12-08 cleared by "Dr Meyer"\n', MISTAKE),
        (FLAG, '2026-12-08 cleared by "Dr Meyer" for walking\n', MISTAKE),
    ],
)
def test_a_mistake_alone_leaves_it_as_it_was(keeper, folder, lines):
    keeper.look(NOW)
    before = body(keeper, folder).content
    diary(folder, *lines)
    assert "E806" not in codes(keeper.look(LATER))
    assert body(keeper, folder).content == before


def test_the_mistake_may_be_the_plans(keeper, folder):
    keeper.look(NOW)
    folder.edit("back.plan", "Superman; 3x8-12", "Supermann 3x")
    diary(folder, FLAG)
    keeper.look(LATER)
    assert b"Do not train" in body(keeper, folder).content


def test_a_file_that_nobody_can_read_may_still_hold_a_flag(keeper, folder):
    keeper.look(NOW)
    diary(folder, FLAG, '2026-12-08 note "\0"\n')
    news = keeper.look(LATER)
    assert "E806" in codes(news)
    assert b"Do not train" in body(keeper, folder).content


@pytest.mark.skipif(os.name != "posix", reason="pipes are Unix's")
@pytest.mark.parametrize("make", [getattr(os, "mkfifo", None), os.mkdir, lambda path: None])
def test_what_is_no_file_any_more_is_not_waited_for(keeper, folder, make):
    keeper.look(NOW)
    before = body(keeper, folder).content
    (folder.path / "ana.diary").unlink()
    make(folder.path / "ana.diary")
    keeper.look(LATER)
    assert body(keeper, folder).content == before


def test_a_busy_calendar_tells_no_more_than_before(keeper, folder):
    link = folder.link("back-ana", detail="busy")
    keeper.look(NOW)
    diary(folder, FLAG, MISTAKE)
    keeper.look(LATER)
    content = keeper.body(link).content
    assert {state for (day, _), state in states(content).items() if day > "2026-12-08"} == {
        "CANCELLED"
    }
    assert b"Stopped" not in content
    assert b"DESCRIPTION" not in content.split(b"BEGIN:VEVENT", 1)[1]


def test_once_it_is_mended_everything_is_as_it_is_and_newer(keeper, folder):
    keeper.look(NOW)
    diary(folder, FLAG, MISTAKE)
    keeper.look(LATER)
    stopped = body(keeper, folder)
    diary(folder, FLAG, '2026-12-08 cleared by "Dr Meyer"\n')
    assert told(keeper.look(LATER + timedelta(hours=1)))["back-ana"] == "mended"
    after = body(keeper, folder)
    assert "CANCELLED" not in states(after.content).values()
    assert after.modified > stopped.modified
    numbers = [
        {str(e["UID"]): int(e["SEQUENCE"]) for e in icalendar.Calendar.from_ical(c).walk("VEVENT")}
        for c in (stopped.content, after.content)
    ]
    assert all(numbers[1][uid] >= number for uid, number in numbers[0].items())


def test_the_process_that_builds_is_as_careful(folder):
    keeper = folder.keeper(child=True)
    keeper.look(NOW)
    diary(folder, FLAG, MISTAKE)
    assert "E806" in codes(keeper.look(LATER))
    assert b"Do not train" in body(keeper, folder).content
    keeper.close()


def test_a_plugin_that_hangs_is_no_reason_to_train(keeper, folder, monkeypatch):
    keeper.look(NOW)
    diary(folder, FLAG)
    hanging = folder.keeper(limit_s=0.001, child=True)
    hanging.look(LATER)
    assert b"Do not train" in body(hanging, folder).content
    hanging.close()


def test_to_hold_twice_is_to_hold_once(keeper, folder):
    keeper.look(NOW)
    once = held(body(keeper, folder).content, date(2026, 12, 8), LATER)
    assert held(once, date(2026, 12, 8), LATER + timedelta(days=1)) == once
    assert held(once, date(2030, 1, 1), LATER) == once


@pytest.mark.parametrize(
    ("text", "since"),
    [
        (FLAG, date(2026, 12, 8)),
        (FLAG.replace("flag", "FLAG"), date(2026, 12, 8)),
        (FLAG + '2026-12-09 cleared by "Dr Meyer"\n', None),
        (FLAG + '2026-12-07 cleared by "Dr Meyer"\n', date(2026, 12, 8)),
        (FLAG + '2026-12-09 cleared by "Dr Meyer" with fracture\n', date(2026, 12, 8)),
        ("2026-99-99 flag numbness\n", None),
        ("", None),
    ],
)
def test_what_stands(text, since):
    assert stopped_since(Source("a.diary", HEAD + text)) == since


def test_line_by_line_a_clearance_counts_from_its_day():
    assert flagged_since([FLAG]) == date(2026, 12, 8)
    assert flagged_since(["2026-12-09 cleared by x\n", FLAG]) is None
    assert flagged_since(["2026-12-07 cleared by x\n", FLAG]) == date(2026, 12, 8)
