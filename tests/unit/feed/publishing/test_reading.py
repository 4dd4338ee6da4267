"""Whose a calendar is, and what became of its events."""

from __future__ import annotations

import pytest

from mesocycle.feed.publishing.reading import Difference, difference, is_ours
from tests.unit.feed.publishing.calendars import SOMEBODYS, calendar


def test_ours_is_known_by_its_maker():
    assert is_ours(calendar("a"))
    assert is_ours(calendar())


@pytest.mark.parametrize(
    "content",
    [
        None,
        b"",
        SOMEBODYS,
        b"<html>PRODID:-//mesocycle//ical//EN",
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\nDESCRIPTION:PRODID:-//mesocycle//ical//EN\r\nEND:VCALENDAR\r\n",
        SOMEBODYS.replace(b"END:", b"X-NOTE:\r\nPRODID:-//mesocycle//ical//EN\r\nEND:"),
        calendar("a").replace(b"\r\n", b"\n"),
    ],
)
def test_anything_else_is_not(content):
    assert not is_ours(content)


def test_a_revision_alone_is_no_change():
    assert difference(calendar("a"), calendar("a", revision=7)) == Difference()


def test_an_event_that_was_cancelled_and_is_on_again_is_changed():
    assert difference(calendar("a!"), calendar("a")) == Difference(changed=1)


def test_folded_lines_are_read_whole():
    folded = calendar("abcdef").replace(b"UID:abc", b"UID:abc\r\n ")
    assert difference(calendar("abcdef"), folded) == Difference()


def test_the_reminder_of_an_event_is_not_the_event():
    alarm = b"BEGIN:VALARM\r\nUID:x\r\nEND:VALARM\r\nEND:VEVENT"
    with_alarm = calendar("a", "b").replace(b"END:VEVENT", alarm)
    assert difference(calendar("a", "b"), with_alarm) == Difference(changed=2)
