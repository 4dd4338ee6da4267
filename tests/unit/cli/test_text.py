"""Text that is safe to print, and how wide it is."""

from __future__ import annotations

import pytest

from mesocycle.cli.text import cells, safe, width


@pytest.mark.parametrize(
    "text", ["", "Superman", "Bäck", "漢字", "e\u0301", "👩\u200d🚒", "a\u00a0b"]
)
def test_what_people_write_is_printed_as_it_is(text):
    assert safe(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", r"\x1b[31m"),
        ("\x07", r"\x07"),
        ("\r", r"\x0d"),
        ("a\nb", r"a\x0ab"),
        ("\x7f", r"\x7f"),
        ("\x9b2J", r"\x9b2J"),
        ("\u202eabc", r"\u202eabc"),
        ("\u2066", r"\u2066"),
        ("\u2028", r"\u2028"),
        ("\u200b", r"\u200b"),
        ("\udc80", r"\udc80"),
        ("\U000e0001", r"\U000e0001"),
    ],
)
def test_what_could_steer_a_terminal_is_made_visible(text, shown):
    assert safe(text) == shown


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("ä", 1), ("漢字", 4), ("e\u0301", 1), ("\x1b", 4), ("a\tb", 5), ("abcd\te", 9)],
)
def test_how_wide(text, columns):
    assert width(text) == columns


def test_a_cell_for_each_character():
    assert len(cells("a\t漢\x1b")) == 4
