"""What hurt is in decisions only: calendar, sheet and JSON hold it only if they are asked to."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from mesocycle_ical import Ical
from mesocycle_json import Json
from mesocycle_markdown import Markdown
from msgspec.structs import replace

from mesocycle import compile_plan
from mesocycle.loading import Folder, read
from mesocycle.output.testing import content
from mesocycle.source import Source
from tests.unit.compiler.why.test_lines import CASES

#: How much something hurts; `pain 0-10` is a scale, and no limit of a coach is meant.
HURTS = re.compile(r"pain (?:left |right )?(?:[1-9]|10)\b(?! (?:of|or))")

#: What the sheet says in its own words: that a session is stopped, and for what.
REASONED = (Ical(), Markdown(), Json())


def unfolded(data):
    return data.decode().replace("\r\n ", "").replace("\\,", ",").replace("\\;", ";")


@pytest.mark.parametrize(("plan", "diary", "day"), CASES, ids=lambda c: getattr(c, "stem", c))
def test_no_output_says_how_much_it_hurt(plan, diary, day):
    programme = compile_plan(
        read(str(plan)).value, Folder(str(plan)), Source("a.diary", diary.read_text()),
        known_on=dt.date.fromisoformat(day),
    ).value  # fmt: skip
    quiet = replace(programme, notices=tuple(n for n in programme.notices if n.severity != "stop"))
    written = HURTS.findall(plan.read_text())
    for output in REASONED:
        told = HURTS.findall(unfolded(content(output, quiet)))
        assert set(told) <= set(written), (output.name, told)


def test_asked_for_they_say_it():
    plan, diary, _ = next(c for c in CASES if c[1].stem == "ana")
    programme = compile_plan(
        read(str(plan)).value, Folder(str(plan)), Source("a.diary", diary.read_text())
    ).value
    for output, option in zip(REASONED, ("reasons", "reasons", "decisions"), strict=True):
        assert HURTS.search(unfolded(content(output, programme, **{option: True})))
