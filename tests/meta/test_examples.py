"""The examples of `meso explain`: the broken one shows the code, the mended one is free of it."""

from __future__ import annotations

import re

import pytest

import mesocycle
from mesocycle.codes import CODES
from mesocycle.feed.checking.checks import check
from mesocycle.loading import Folder
from mesocycle.source import Source
from tests.meta.tree import files

#: What diaries in examples follow.
STANDARD = """\
plan "A back that runs"
  starts 2026-12-07
  lasts 2 weeks
  timezone Europe/Berlin
  use runner-back

ask swelling none, mild, severe

exercise "Barbell Row"
  equipment barbell

session "Strength" on mon, wed, fri at 07:00 for 40min
  pick 4 from strength where painfree and slow and form good; 3x8-12; slow; progress reps

session "Easy run" on tue, sat at 18:00
  run 30min easy
"""

#: What lines of a feed in examples stand in, by their names instead of its own.
HEADER = ("VERSION:2.0", "PRODID:-//Example//EN")
EVENT = (
    "UID:1", "DTSTAMP:20260101T000000Z", "LAST-MODIFIED:20260101T000000Z", "SEQUENCE:0",
    "DTSTART:20260105T060000Z", "SUMMARY:Squat",
)  # fmt: skip
OF_CALENDARS = {"VERSION", "PRODID", "METHOD", "CALSCALE", "SOURCE", "REFRESH-INTERVAL", "COLOR"}

SHOWN = [code for code, each in CODES.items() if each.kind != "none"]
UNSHOWN = [code for code, each in CODES.items() if each.kind == "none"]


def reported(kind, text):
    """The codes that compiling an example, or checking it as a feed, reports."""
    if kind == "feed":
        return {each.code for each in check("example.ics", feed(text))}
    plan = Source("example.plan", text if kind == "plan" else STANDARD)
    diary = Source("example.diary", text) if kind == "diary" else None
    outcome = mesocycle.compile_plan(plan, Folder("-"), diary)
    return {each.code for each in outcome.diagnostics}


def feed(text):
    """An example as a feed: a whole file, an event, or lines of either."""
    lines = text.splitlines()
    names = {re.split("[:;]", line)[0] for line in lines}
    header, event = (
        [line for line in known if line.partition(":")[0] not in names] for known in (HEADER, EVENT)
    )
    if names <= OF_CALENDARS:
        header += lines
    elif lines[0] == "BEGIN:VEVENT":
        event = lines[1:-1]
    else:
        event += lines
    around = ["BEGIN:VCALENDAR", *header, "BEGIN:VEVENT", *event, "END:VEVENT", "END:VCALENDAR"]
    whole = lines if lines[0].startswith(("BEGIN:VCALENDAR", "<")) else around
    return "".join(f"{line}\r\n" for line in whole).encode()


@pytest.mark.parametrize("code", SHOWN)
def test_the_broken_example_shows_it(code):
    assert code in reported(CODES[code].kind, CODES[code].broken)


@pytest.mark.parametrize("code", SHOWN)
def test_the_mended_example_does_not(code):
    assert code not in reported(CODES[code].kind, CODES[code].mended)


def test_what_no_text_can_show_is_tested_elsewhere():
    paths = (path for kind in (".py", ".md") for path in files("tests", suffix=kind))
    elsewhere = "\n".join(p.read_text(encoding="utf-8") for p in paths if "meta" not in p.parts)
    assert [code for code in UNSHOWN if not re.search(rf"\b{code}\b", elsewhere)] == []
