"""Lines are folded as icalendar folds them, only quicker; and read back as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar.parser import Contentline
from mesocycle_ical.lines import fold, unfolded, written

pytestmark = pytest.mark.proves("C40")

LETTERS = st.sampled_from([*"ab\\^,;:n ", "ä", "×", "漢", "💪", "\u0301", "\u200d"])
LINES = [
    "", "a", "a" * 74, "a" * 75, "a" * 76, "ä" * 37, "ä" * 38, "a" + "ä" * 37, "💪" * 40,
    "a" * 73 + "\\n", "a" * 72 + "\\\\n", "a" * 73 + "^n", "\\" * 200, "^" * 200, "a" * 73 + "\\ä",
    "a" * 5000, "漢" * 999, " " * 300, "👩‍👩‍👧‍👦" * 40,
]  # fmt: skip


def check(line):
    data = line.encode()
    folded = fold(data)
    assert folded == Contentline(line).to_ical()
    assert unfolded(folded) == [data]
    for part in folded.split(b"\r\n"):
        assert len(part) <= 75
        part.decode()


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_cut_where_icalendar_cuts_it(line):
    check(line)


@given(st.text(LETTERS, max_size=400))
def test_any_line_is_cut_where_icalendar_cuts_it(line):
    check(line)


def test_a_file_is_its_lines():
    lines = [b"BEGIN:VCALENDAR", b"X:" + "ä".encode() * 99, b"END:VCALENDAR"]
    data = written(lines)
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert unfolded(data) == [*lines, b""]
