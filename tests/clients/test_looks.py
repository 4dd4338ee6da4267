"""What a subscriber asked for shows: reminders, kinds, colours, text with and without HTML."""

from __future__ import annotations

import pytest

from tests.clients.built import BuiltFeed
from tests.clients.plans import Plan
from tests.clients.waiting import until

pytestmark = pytest.mark.proves("C17", "C32", "C34", "C36")

SKIP = r'skip "Strength" on 2027-03-25 "away, with: a friend; \o/"'


@pytest.fixture(scope="module")
def events(program, tmp_path_factory):
    """What the program shows of a feed with everything on, by day and title."""
    feed = BuiltFeed(tmp_path_factory.mktemp("coach"))
    feed.publish(Plan(calendar=(SKIP,)), "ical.alarm=30min", "ical.html=true")
    program.subscribe(feed.url)
    assert until(lambda: len(program.shown()) == 9)
    yield {(each.start[:10], each.title): each for each in program.shown()}
    feed.close()


def test_a_reminder_is_ahead_of_what_has_a_time_and_is_to_be_done(program, events):
    if not program.shows_alarms:
        pytest.skip("it lists no reminders")
    reminded = {key for key, each in events.items() if each.alarms == (-1800,)}
    assert reminded == {
        ("2027-03-22", "Strength"),
        ("2027-03-28", "Night walk"),
        ("2027-03-29", "Strength"),
        ("2027-04-01", "Strength"),
        ("2027-04-04", "Night walk"),
    }
    assert all(each.alarms == () for key, each in events.items() if key not in reminded)


def test_each_kind_can_be_told_from_the_others(events):
    assert events["2027-03-22", "Strength"].categories == ("strength",)
    assert events["2027-03-24", "half-term begins"].categories == ("note",)
    assert "run" in events["2027-03-27", "Easy run"].categories


def test_each_kind_has_its_colour(program, events):
    if not program.shows_colours:
        pytest.skip("events have the colour of their calendar")
    assert events["2027-03-22", "Strength"].colour == "royalblue"
    assert events["2027-03-27", "Easy run"].colour == "seagreen"
    assert events["2027-03-25", "Skipped: Strength"].colour == "lightgray"


def test_signs_of_the_format_in_a_text_are_shown_as_they_are(events):
    text = events["2027-03-25", "Skipped: Strength"].text
    assert text.startswith("Skipped: away, with: a friend; \\o/.\n")


def test_the_text_is_plain_where_there_is_html_as_well(events):
    text = events["2027-03-27", "Easy run"].text
    assert text.startswith("Run 30 min, easy · week 1 · 40 min\n\nWarm-up: walk 5 min, brisk\n")
    assert not any(each in text for each in ("<", "&nbsp", "\\n"))


def test_html_is_shown_where_it_is_understood(program, events):
    if not program.shows_html:
        pytest.skip("it shows plain text")
    html = program.html(events["2027-03-27", "Easy run"].uid)
    assert "<b>Run 30 min, easy · week 1 · 40 min</b>" in html
