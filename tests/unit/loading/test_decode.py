"""Bytes become text, or one diagnostic that says why not."""

from __future__ import annotations

import pytest

from mesocycle.loading.decode import MAX_BYTES, decode

PLAN = 'plan "Bäck"\n  starts 2026-12-07\n'


@pytest.mark.parametrize(
    "data",
    [
        PLAN.encode(),
        b"\xef\xbb\xbf" + PLAN.encode(),
        PLAN.replace("\n", "\r\n").encode(),
    ],
    ids=["plain", "with a mark", "with CRLF"],
)
def test_the_same_text_however_it_was_saved(data):
    found = decode("back.plan", data)
    assert found.ok
    assert found.unwrap().text == PLAN


def test_an_empty_file_is_an_empty_text():
    assert decode("back.plan", b"").unwrap().text == ""


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        (PLAN.encode("utf-16"), "E704", "UTF-16"),
        (PLAN.encode("utf-16-be"), "E704", "UTF-16"),
        (PLAN.encode("utf-16-le"), "E704", "UTF-16"),
        (PLAN.encode("utf-32"), "E704", "UTF-16"),
        (PLAN.encode("latin-1"), "E703", "not UTF-8"),
        (b"\xed\xa0\x80", "E703", "not UTF-8"),
        (b"plan \x00", "E705", "NUL"),
        (b"\x00" * 100, "E705", "NUL"),
        (b"#" * (MAX_BYTES + 1), "E702", "too large"),
    ],
)
def test_what_is_no_plan_is_one_diagnostic(data, code, says):
    found = decode("back.plan", data)
    assert found.value is None
    (only,) = found.diagnostics
    assert only.code == code
    assert says in only.message
    assert only.hints


def test_the_largest_file_is_read():
    assert decode("back.plan", b"#" * MAX_BYTES).ok


def test_the_byte_that_is_wrong_is_pointed_at():
    (only,) = decode("back.plan", b"one\r\ntwo \xff\r\n").diagnostics
    assert only.span is not None
    assert only.span.source.position(only.span.start) == (2, 5)
    assert "0xff" in only.label


def test_the_nul_is_pointed_at():
    (only,) = decode("back.plan", b"one\r\n\x00two").diagnostics
    assert only.span is not None
    assert only.span.source.position(only.span.start) == (2, 1)
