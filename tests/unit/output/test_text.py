"""Text is clean before any format sees it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mesocycle.output.text import lines, one_line, web_address


@pytest.mark.parametrize(
    "end", ["\n", "\r", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\x1c"]
)
def test_every_line_end_ends_a_line(end):
    assert lines(f" a{end}{end} b ") == ["a", "b"]
    assert one_line(f"a{end}b") == "a b"


@pytest.mark.parametrize(
    "never", ["\0", "\x1b", "\x7f", "\x9b", "\u202e", "\u2066", "\ufeff", "\ud800"]
)
def test_what_no_format_can_hold_is_left_out(never):
    assert one_line(f"a{never}b") == "ab"


@pytest.mark.parametrize("text", ["Rücken", "腰背", "क़सरत", "👩‍👩‍👧‍👦", "e\u0301", "a “b” c"])
def test_what_people_write_stays(text):
    assert one_line(text) == text


@given(st.text(st.characters(codec=None)))
def test_a_line_is_always_clean(text):
    clean = one_line(text)
    assert clean == one_line(clean)
    assert not {unicodedata.category(each) for each in clean} & {"Cc", "Cs", "Zl", "Zp"}
    assert clean.encode().decode() == clean


@pytest.mark.parametrize("address", ["https://example.org/a?b=1&c=%20#d", "http://example.org"])
def test_an_address_of_the_web(address):
    assert web_address(address) == address


@pytest.mark.parametrize(
    "text",
    [
        None, "", "javascript:alert(1)", "https://", "ftp://example.org", "https://a b", "HTTPS://a",
        "https://example.org/>\n<b", 'https://example.org/"', "https://example.org/(x)", " https://a",
        "data:text/html,x", "//example.org",
    ],
)  # fmt: skip
def test_what_is_none(text):
    assert web_address(text) is None
