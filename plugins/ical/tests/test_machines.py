"""The same bytes on every machine, also where a feed of last time is carried over."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from plugins.ical.tests.reading import byte_faults, events

#: A feed, a session of which was edited and another deleted, built on a day and in a time zone.
STORY = """
import sys
from datetime import UTC, datetime
from mesocycle_ical import Ical
from msgspec.structs import replace
from mesocycle.output import Context
from mesocycle.output.samples import ladder

OPTIONS = {each.name: each.default for each in Ical.options}
OPTIONS |= {"html": True, "emoji": True, "tombstones": 1209600, "only": "strength,run,note"}


def build(programme, hour, previous=None):
    built = datetime(2026, 12, 7, hour, tzinfo=UTC)
    context = Context(options=OPTIONS, previous=previous, built=built)
    return Ical().render(programme, context).content


whole = ladder()
first, *others, _ = whole.sessions
second = build(replace(whole, sessions=(replace(first, name="Power"), *others)), 9, build(whole, 8))
assert build(replace(whole, sessions=(replace(first, name="Power"), *others)), 23, second) == second
sys.stdout.buffer.write(second)
"""
MACHINES = [
    ("0", "UTC", "C", "a"),
    ("1", "America/St_Johns", "tr_TR.UTF-8", "a folder with spaces"),
    ("4242", "Pacific/Kiritimati", "ja_JP.UTF-8", "ärger"),
]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """What each machine builds."""
    paths = os.pathsep.join(path for path in sys.path if path)
    feeds = []
    for seed, zone, locale, folder in MACHINES:
        here = tmp_path_factory.mktemp("machine") / folder
        here.mkdir()
        machine = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONPATH": paths}
        done = subprocess.run(
            [sys.executable, "-c", STORY],
            cwd=here,
            env=os.environ | machine,
            check=True,
            capture_output=True,
        )
        feeds.append(done.stdout)
    return feeds


@pytest.mark.proves("C12")
def test_one_feed_whatever_the_hash_seed_the_zone_the_locale_the_folder(built):
    assert len(set(built)) == 1


@pytest.mark.proves("C4", "C7", "C10")
def test_of_what_was_edited_and_what_was_deleted_only(built):
    assert byte_faults(built[0]) == []
    moved = [event for event in events(built[0]) if event["SEQUENCE"]]
    assert [str(event["SUMMARY"]) for event in moved] == ["💪 Power", "Cancelled: 🏃 Easy run"]
    assert {event["LAST-MODIFIED"].dt.hour for event in moved} == {9}
