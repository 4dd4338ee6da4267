"""The feed of every plan in plans/, as four parsers of others and our own check find it."""

from __future__ import annotations

import pytest

import mesocycle
from mesocycle.feed.checking.checks import check
from mesocycle.loading import Folder, read, read_diary
from plugins.ical.tests.reading import byte_faults, feed, read_by_all
from tests.golden.test_golden import GOLDEN, PLANS, formats, runs

KEPT = sorted(path.name for path in GOLDEN.glob("*.ics"))
#: Plans of which no feed is kept: they are compiled here.
OTHERS = [run for run in runs() if "ical" not in formats(run[0])]
#: What a subscriber may ask for; each goes with some of the plans.
WISHES = (
    {}, {"html": True}, {"detail": "title", "emoji": True}, {"alarm": 1800, "reasons": True},
    {"detail": "busy", "alarm": 600}, {"past": None, "show-as": "free"},
)  # fmt: skip


def programme(plan, diary):
    path = str(PLANS / plan)
    known = None if diary is None else read_diary(str(PLANS / diary)).unwrap()
    return mesocycle.compile_plan(read(path).unwrap(), Folder(path), known).unwrap()


@pytest.mark.proves("C47", "C48")
@pytest.mark.parametrize("name", KEPT)
def test_our_check_finds_nothing_in_a_feed_that_is_kept(name):
    assert check(name, (GOLDEN / name).read_bytes()) == ()


@pytest.mark.proves("C47", "C48", "C81")
@pytest.mark.parametrize(("number", "run"), list(enumerate(OTHERS)))
def test_nor_do_we_or_others_in_any_other(number, run):
    data = feed(programme(*run), **WISHES[number % len(WISHES)])
    assert check("it.ics", data) == ()
    assert byte_faults(data) == []
    assert read_by_all(data) == data.count(b"\r\nBEGIN:VEVENT\r\n") > 0
