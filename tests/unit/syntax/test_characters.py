"""The quick look at a whole text and the close look at a line agree on what is odd."""

from __future__ import annotations

import sys

import pytest

from mesocycle.syntax.characters import may_be_odd, without_odd


def test_no_odd_character_passes_the_quick_look():
    passed = [chr(code) for code in range(sys.maxunicode + 1) if not may_be_odd(chr(code))]
    assert [each for each in passed if without_odd(each) != (each, None)] == []


@pytest.mark.parametrize("text", ["", "run 5km\n  easy\n", "Übung 日本 🏃 – “so”", "naïve\n\n"])
def test_what_people_write_needs_no_close_look(text):
    assert not may_be_odd(text)


@pytest.mark.parametrize("odd", ["\t", "\r", "\0", "\x85", "\xa0", "\u200b", "\u202e", "\u2028"])
def test_one_odd_character_anywhere_is_seen(odd):
    assert may_be_odd(f"run 5km\n  easy{odd}\n")
