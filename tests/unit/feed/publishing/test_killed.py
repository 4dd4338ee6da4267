"""A little of `make faults`: publishing is killed, refused by the disk, twice at once."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from tests.campaigns import faults, scenes, strace


@pytest.fixture(scope="module")
def stage(tmp_path_factory):
    """A folder of calendars: one to be changed, one new, one revoked, one to be deleted."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_COLOR", "1")
        patch.setenv("SOURCE_DATE_EPOCH", "0")
        patch.setattr("mesocycle.feed.publishing.publishing.Builder", scenes.Here)
        patch.setattr("sys.argv", [])
        yield scenes.Stage(scenes.PUBLISH, tmp_path_factory.mktemp("faults"))


@pytest.mark.proves("C71", "C75")
def test_killed_at_any_moment(stage):
    count = Counter()
    assert list(faults.killed_at_random(stage, 4, Random(7), count)) == []
    assert count["killed"] + count["done before it was killed"] == 4


@pytest.mark.proves("C71", "C75")
@pytest.mark.skipif(not strace.is_there(), reason="needs strace")
def test_killed_at_the_call_that_matters(stage):
    """That is the rename; all the others, and every refusal, are for `make faults`."""
    seen = Counter()

    def second(what, number):
        seen[what] += 1
        return what == "rename:signal=KILL" and seen[what] == 2

    count = Counter()
    assert list(faults.at_each_call(stage, count, second)) == []
    assert count == {"signal=KILL in rename": 1}


@pytest.mark.proves("C71")
def test_no_room_for_a_file(stage):
    assert list(faults.full(stage, Counter())) == []


@pytest.mark.proves("C71")
def test_two_at_once(stage):
    count = Counter()
    assert list(faults.pairs(stage, 4, Random(7), count)) == []
    assert count["the first of two"] + count["the second of two"] == 4


def test_a_torn_file_would_be_seen(stage):
    with stage.played() as folder:
        file = next(path for path in stage.before if path in stage.after)
        (folder / file).write_bytes(stage.after[file][:-10])
        assert stage.torn(folder) == f"{file} is torn"
