"""No text that anybody writes adds a line, a property or a component to the feed."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mesocycle.output.samples import hostile
from mesocycle.output.text import one_line
from plugins.ical.tests.reading import byte_faults, events, feed, properties, read_by_all

ENDS = ["\r\n", "\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\\n", "\\r\\n", "\0"]
LINES = [
    "END:VEVENT", "BEGIN:VALARM", "END:VCALENDAR", "ATTACH:file:///etc/passwd", "SUMMARY:x",
    "METHOD:CANCEL", " folded", "STATUS:CANCELLED", "RRULE:FREQ=SECONDLY", "UID:1", ":",
]  # fmt: skip
PAYLOADS = [f"a{end}{line}" for end, line in itertools.product(ENDS, LINES)]
MARKS = [
    "a;b",
    "a,b",
    "a\\",
    "\\",
    "a\\;b",
    'a"b',
    "a:b",
    "^n",
    "^'",
    "%0D%0A",
    "C:\\New",
    "\x1b[31m",
    "=",
    "a\tb",
]
LONG = ["x" * 5000, "ä" * 300, "👩‍👩‍👧‍👦" * 40, " " * 200 + "x", "a " * 300, "\u0301" * 200]
HARMLESS = properties(feed(hostile("harmless")))


@pytest.mark.parametrize("text", PAYLOADS + MARKS + LONG)
@pytest.mark.proves("C40", "C41", "C42")
def test_the_same_lines_as_with_a_harmless_text(text):
    data = feed(hostile(text))
    assert properties(data) == HARMLESS
    assert byte_faults(data) == []
    assert str(events(data)[0]["SUMMARY"]) == one_line(text)


@pytest.mark.parametrize("text", [*PAYLOADS[::10], *MARKS, *LONG])
@pytest.mark.proves("C42")
def test_every_reader_sees_the_same_four_events(text):
    assert read_by_all(feed(hostile(text))) == 4


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300))
@pytest.mark.proves("C40", "C41", "C42")
def test_any_text_at_all(text):
    data = feed(hostile(f"x{text}"))
    assert properties(data) == HARMLESS
    assert byte_faults(data) == []
    assert str(events(data)[0]["SUMMARY"]) == one_line(f"x{text}")


@pytest.mark.parametrize("text", ["", " ", "\n", "\u202e"])
def test_a_text_with_nothing_in_it_is_no_failure(text):
    data = feed(hostile(text))
    assert byte_faults(data) == []
    assert read_by_all(data) == 4
