"""One feed, from files to bytes, with all that it was made of."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from mesocycle.feed.building.make import Settings, make
from mesocycle.feed.building.roster import roster
from tests.unit.feed.folders import DIARY, NOW, PLAN, Served

LIBRARY = """\
exercise "Doorway Reach"
  kind flexibility
  sides each
  measure hold
  impact 0
  loads extension low
"""


@pytest.fixture
def folder(tmp_path):
    made = Served(tmp_path / "plans")
    made.write("back.plan", PLAN)
    return made


def made(folder, name="back", settings=None, now=NOW, previous=None, **options):
    feeds = {feed.name: feed for feed in roster(str(folder.path)).value}
    return make(feeds[name], options, settings or Settings(), previous, now)


def inputs(folder, name="back"):
    return {path.removeprefix(f"{folder.path}/") for path in made(folder, name).inputs}


def test_a_feed_has_a_title_a_zone_and_bytes(folder):
    folder.write("ana.diary", DIARY.format(name="Ana"))
    ana = made(folder, "back-ana")
    assert ana.content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert ana.title == "A back – Ana"
    assert ana.zone == "Europe/Berlin"
    assert ana.diagnostics == ()


def test_equal_files_make_equal_bytes_whatever_they_are_called(folder, tmp_path):
    other = Served(tmp_path / "elsewhere" / "and" / "deeper")
    other.write("back.plan", PLAN)
    assert made(folder).content == made(other).content


def test_a_busy_calendar_does_not_even_tell_the_plans_name(folder):
    assert "back" not in made(folder, detail="busy").title


def test_it_is_known_what_a_feed_was_made_of(folder):
    folder.edit("back.plan", "  use runner-back\n", '  use runner-back\n  use "own/mine.plan"\n')
    folder.write("own/mine.plan", LIBRARY)
    folder.write("ana.diary", DIARY.format(name="Ana") + 'include "years/2025.diary"\n')
    folder.write("years/2025.diary", 'include "june.diary"\n')
    folder.write("years/june.diary", "2025-06-07 morning pain 0\n")
    diary = {"ana.diary", "years/2025.diary", "years/june.diary"}
    assert inputs(folder, "back-ana") == {"back.plan", "own/mine.plan", "mesocycle.toml"} | diary


def test_what_is_not_there_is_among_it_since_it_may_come(folder):
    folder.edit("back.plan", "  use runner-back\n", '  use runner-back\n  use "mine.plan"\n')
    folder.write("ana.diary", DIARY.format(name="Ana") + 'include "2025.diary"\n')
    assert inputs(folder, "back-ana") == {
        "back.plan",
        "ana.diary",
        "mine.plan",
        "2025.diary",
        "mesocycle.toml",
    }


def test_a_mistake_makes_nothing_and_is_told_with_its_place(folder):
    folder.edit("back.plan", "Superman", "Supermann")
    back = made(folder)
    assert back.content is None
    assert [(each.code, each.span.text) for each in back.diagnostics] == [("E203", "Supermann")]


@pytest.mark.parametrize(
    ("option", "value", "code"), [("detail", "all", "E623"), ("colour", "red", "E622")]
)
def test_an_option_that_does_not_fit_makes_nothing(folder, option, value, code):
    back = made(folder, **{option: value})
    assert back.content is None
    assert [each.code for each in back.diagnostics] == [code]


def test_options_of_a_link_go_over_those_of_the_folder(folder):
    alarmed = Settings(options={"alarm": "30min"})
    assert b"BEGIN:VALARM" in made(folder, settings=alarmed).content
    assert b"BEGIN:VALARM" not in made(folder, settings=alarmed, alarm="off").content


@pytest.mark.proves("C7")
def test_events_that_say_the_same_keep_their_revision(folder):
    folder.edit("back.plan", "any time", "on fri at 18:00")
    first = made(folder).content
    later = datetime(2026, 12, 9, tzinfo=UTC)
    assert made(folder, previous=first, now=later).content == first
    folder.edit("back.plan", "for 40min", "for 45min")
    edited = made(folder, previous=first, now=later).content
    assert b"LAST-MODIFIED:20261209T000000Z" in edited
    assert b"LAST-MODIFIED:20261208T093000Z" in edited


def test_today_is_the_day_where_the_plan_is(folder):
    """In Auckland it is Wednesday already, and Tuesday's session was missed."""
    folder.edit("back.plan", "Europe/Berlin", "Pacific/Auckland\n  missed: drop")
    folder.edit("back.plan", "on mon, wed", "on mon, tue, wed")
    folder.write("ana.diary", DIARY.format(name="Ana"))
    late = datetime(2026, 12, 8, 12, tzinfo=UTC)
    today, tuesday, wednesday = (
        made(folder, "back-ana", Settings(day), late)
        for day in ("today", date(2026, 12, 8), date(2026, 12, 9))
    )
    assert today.zone == "Pacific/Auckland"
    assert today.content == wednesday.content != tuesday.content


def test_today_is_the_athletes_where_the_plan_does_not_say(folder):
    folder.edit("back.plan", "  timezone Europe/Berlin\n", "")
    folder.write("ana.diary", DIARY.format(name="Ana"))
    folder.edit("ana.diary", "  follows", "  timezone Pacific/Auckland\n  follows")
    late = datetime(2026, 12, 8, 12, tzinfo=UTC)
    ana = made(folder, "back-ana", settings=Settings("today"), now=late)
    asked = made(folder, "back-ana", settings=Settings(date(2026, 12, 9)), now=late)
    assert ana.content == asked.content


def test_without_a_plan_there_is_nothing_and_it_is_said_why(folder):
    (feed,) = roster(str(folder.path)).value
    (folder.path / "back.plan").unlink()
    back = make(feed, {}, Settings(), None, NOW)
    assert back.content is None
    assert [each.code for each in back.diagnostics] == ["E700"]
    assert back.inputs == (feed.plan,)


def triggers(feed):
    return {line for line in feed.content.splitlines() if line.startswith(b"TRIGGER")}


def test_options_of_the_plan_hold_until_a_link_says_otherwise(folder):
    folder.edit("back.plan", "  use runner-back\n", "  output ical: alarm 2h\n  use runner-back\n")
    assert triggers(made(folder)) == {b"TRIGGER:-PT2H"}
    assert triggers(made(folder, settings=Settings(options={"alarm": "3h"}))) == {b"TRIGGER:-PT3H"}
    assert triggers(made(folder, alarm="1h")) == {b"TRIGGER:-PT1H"}
    folder.write("mesocycle.toml", '[output.ical]\nalarm = "4h"\n')
    assert triggers(made(folder)) == {b"TRIGGER:-PT2H"}


def test_a_mistake_in_what_is_set_keeps_the_feed_as_it_was(folder):
    folder.write("mesocycle.toml", '[output.ical]\nalrm = "4h"\n')
    feed = made(folder)
    assert feed.content is None
    assert [each.code for each in feed.diagnostics] == ["E622"]


@pytest.mark.parametrize("line", ["reasons on", "source https://x.y/z.ics"])
def test_no_plan_can_make_a_feed_tell_of_pain_or_of_its_address(folder, line):
    before = made(folder).content
    folder.edit("back.plan", "  use runner-back\n", f"  output ical: {line}\n  use runner-back\n")
    assert made(folder).content == before


def test_what_is_set_about_an_output_that_is_not_on_the_server_does_not_matter(folder):
    before = made(folder).content
    folder.edit("back.plan", "  use runner-back\n", "  output agenda: size 4\n  use runner-back\n")
    folder.write("mesocycle.toml", "[output.board]\nsize = 4\n")
    assert made(folder).content == before
