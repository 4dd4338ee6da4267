"""A broken feed does not leave the house: each kind of break is noticed."""

from __future__ import annotations

import pytest
from mesocycle_ical.proof import faults_of

from mesocycle.output.samples import non_ascii
from plugins.ical.tests.reading import byte_faults, events, feed

WHOLE = feed(non_ascii())


def test_what_is_whole_has_no_fault():
    assert faults_of(WHOLE, events(WHOLE)) == []


@pytest.mark.parametrize(
    "broken",
    [
        WHOLE[:-2],
        WHOLE[: len(WHOLE) // 2],
        b"",
        b"<html></html>\r\n",
        WHOLE.replace(b"\r\n", b"\n"),
        WHOLE.replace(b"\r\n ", b""),
        WHOLE.replace(b"SUMMARY:", b"SUMMARY:x"),
        WHOLE.replace(b"STATUS:CONFIRMED", b"STATUS:CANCELLED"),
        WHOLE.replace(b"SEQUENCE:0", b"SEQUENCE:1"),
        WHOLE.replace(b"T070000", b"T080000"),
        WHOLE.replace(b"SUMMARY:", b"SUMMARY:\x07"),
        WHOLE.replace(b"T070000", b"T0700xx"),
        WHOLE.replace(b"BEGIN:VTIMEZONE", b"BEGIN:X-OTHER").replace(
            b"END:VTIMEZONE", b"END:X-OTHER"
        ),
        WHOLE.replace("ü".encode(), b"\xc3\r\n \xbc"),
        WHOLE.replace(b"END:VCALENDAR", b"BEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT\r\nEND:VCALENDAR"),
    ],
)
@pytest.mark.proves("C46")
def test_what_is_broken_has(broken):
    assert broken != WHOLE
    assert faults_of(broken, events(WHOLE))


@pytest.mark.parametrize(
    "broken",
    [
        WHOLE[:-2],
        WHOLE.replace(b"\r\n", b"\n"),
        WHOLE.replace(b"\\,", b","),
        WHOLE.replace(b"\r\n ", b""),
        WHOLE.replace("ü".encode(), b"\xc3\r\n \xbc"),
        WHOLE.replace(b"SUMMARY:", b"SUMMARY\x00:"),
        WHOLE.replace(b"SUMMARY:", b"summary:"),
    ],
)
def test_the_byte_check_of_these_tests_works(broken):
    assert byte_faults(broken)
