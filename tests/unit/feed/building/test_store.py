"""The last good bytes: whole calendars or nothing, with their date, over restarts."""

from __future__ import annotations

import errno
import os
import stat
from datetime import UTC, datetime, timedelta

import pytest

from mesocycle.feed.building.header import title_of
from mesocycle.feed.building.sound import flaw_of
from mesocycle.feed.building.store import Damage, Key, Store, next_body, told
from mesocycle.feed.model import Body
from mesocycle.saving import writing
from tests.unit.feed.building.calendars import BROKEN, WHOLE, calendar
from tests.unit.feed.folders import NOW

ANA = Key("back-ana")


@pytest.fixture
def state(tmp_path):
    return tmp_path / ".meso"


@pytest.fixture
def store(state):
    return Store(str(state))


@pytest.mark.proves("C43", "C75")
@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_what_is_no_whole_calendar_never_gets_in(store, state, content):
    store.keep(ANA, Body(WHOLE, NOW))
    with pytest.raises(ValueError, match=r"."):
        store.keep(ANA, Body(content, NOW))
    with pytest.raises(ValueError, match=r"."):
        next_body(content, None, NOW)
    assert store.body(ANA).content == WHOLE


@pytest.mark.skipif(os.name != "posix", reason="modes are Unix's")
def test_nobody_else_may_look_whatever_the_umask_and_the_state_folder(tmp_path):
    state = tmp_path / "shared"
    before = os.umask(0)
    try:
        state.mkdir(0o777)
        Store(str(state)).keep(Key("clinic/back-ana"), Body(WHOLE, NOW))
    finally:
        os.umask(before)
    assert stat.S_IMODE((state / "feeds").stat().st_mode) == 0o700
    assert stat.S_IMODE((state / "feeds/clinic/back-ana.ics").stat().st_mode) == 0o600
    assert stat.S_IMODE((state / ".gitignore").stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [WHOLE, calendar("Łäufe, 漢字 🏃", events=40)])
def test_whole_calendars_do(store, content):
    assert flaw_of(content) is None
    assert store.keep(ANA, Body(content, NOW))
    assert Store(store._state).body(ANA) == Body(content, NOW)


@pytest.mark.proves("C72")
def test_equal_bytes_are_left_alone(store, state):
    assert store.keep(ANA, Body(WHOLE, NOW))
    before = (state / "feeds" / "back-ana.ics").stat()
    assert not store.keep(ANA, Body(WHOLE, NOW + timedelta(days=1)))
    after = (state / "feeds" / "back-ana.ics").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_what_the_disk_damaged_is_told_and_never_served(store, state, content):
    store.keep(ANA, Body(WHOLE, NOW))
    (state / "feeds" / "back-ana.ics").write_bytes(content)
    with pytest.raises(Damage) as damage:
        store.body(ANA)
    assert damage.value.diagnostic.code == "W802"


def test_there_may_be_none(store):
    assert store.body(ANA) is None
    assert not store.has(ANA)


def test_each_set_of_options_has_its_own(store, state):
    busy, titles = (Key.of("back-ana", {"detail": each}) for each in ("busy", "title"))
    for number, key in enumerate((ANA, busy, titles)):
        store.keep(key, Body(calendar(f"{number}"), NOW))
    assert [title_of(store.body(key).content) for key in (ANA, busy, titles)] == ["0", "1", "2"]
    assert len(list((state / "feeds").iterdir())) == 3
    assert Key.of("a", {"x": "1", "y": "2"}) == Key.of("a", {"y": "2", "x": "1"})


def test_a_feed_of_a_folder_below_lies_in_a_folder_below(store, state):
    store.keep(Key("clinic/back-ana"), Body(WHOLE, NOW))
    assert (state / "feeds" / "clinic" / "back-ana.ics").read_bytes() == WHOLE


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "a/../../b", "", ".", "a//b", ".hidden", "a\0b"]
)
def test_a_name_leads_nowhere_else(store, state, name):
    assert store.body(Key(name)) is None
    assert not store.has(Key(name))
    with pytest.raises(ValueError, match="no name of a feed"):
        store.keep(Key(name), Body(WHOLE, NOW))
    assert not state.exists()


def test_the_state_is_for_its_owner_alone_and_not_for_git(store, state):
    store.keep(ANA, Body(WHOLE, NOW))
    assert stat.S_IMODE((state / "feeds" / "back-ana.ics").stat().st_mode) == 0o600
    assert (state / ".gitignore").read_text() == "*\n"


@pytest.mark.proves("C71")
def test_a_full_disk_leaves_what_was_there(store, state, monkeypatch):
    store.keep(ANA, Body(WHOLE, NOW))

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", full)
    notes = []
    with told(str(state), notes):
        store.keep(ANA, Body(calendar("B"), NOW))
    assert [each.code for each in notes] == ["E804"]
    assert "no space left on device" in notes[0].message
    monkeypatch.undo()
    assert store.body(ANA) == Body(WHOLE, NOW)
    assert os.listdir(state / "feeds") == ["back-ana.ics"]


def test_a_body_is_since_it_became_so():
    first = next_body(WHOLE, None, NOW)
    assert first.modified == NOW
    assert next_body(WHOLE, first, NOW + timedelta(days=1)) is first
    later = next_body(calendar("B"), first, NOW + timedelta(hours=1))
    assert later.modified == NOW + timedelta(hours=1)


@pytest.mark.proves("C53")
def test_two_changes_within_a_second_and_a_clock_that_went_back_still_move_the_date():
    first = next_body(WHOLE, None, NOW)
    second = next_body(calendar("B"), first, NOW)
    third = next_body(calendar("C"), second, NOW - timedelta(days=3))
    assert [each.modified - NOW for each in (second, third)] == [
        timedelta(seconds=1),
        timedelta(seconds=2),
    ]


@pytest.mark.proves("C53")
def test_never_before_the_calendars_own_date(store):
    own = calendar(changed="20270101T000000Z")
    assert next_body(own, None, NOW).modified == datetime(2027, 1, 1, tzinfo=UTC)
    store.keep(ANA, Body(own, NOW))
    assert store.body(ANA).modified == datetime(2027, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (b"NAME:A run\r\n", "A run"),
        (b"X-WR-CALNAME:A run\r\nNAME:Another\r\n", "Another"),
        (b"X-WR-CALNAME:A run\r\n", "A run"),
        (rb"NAME;LANGUAGE=en:Hips\, knees\; and\n toes\\" + b"\r\n", "Hips, knees; and  toes\\"),
        (b"NAME:A long\r\n er name\r\n", "A longer name"),
        (b"PRODID:x\r\n", None),
        (b"NAME: \r\n", None),
    ],
)
def test_a_calendar_says_what_it_is_called(head, title):
    assert title_of(b"BEGIN:VCALENDAR\r\n" + head + WHOLE.partition(b"A run\r\n")[2]) == title


def test_the_name_of_an_event_is_not_that_of_the_calendar():
    events = WHOLE.replace(b"NAME:A run\r\n", b"").replace(b"UID:0", b"NAME:x\r\nUID:0")
    assert title_of(events) is None


@pytest.mark.skipif(os.name != "posix", reason="pipes are Unix's")
def test_a_pipe_in_the_place_of_bytes_is_not_waited_for(store, state):
    store.keep(ANA, Body(WHOLE, NOW))
    kept = state / "feeds/back-ana.ics"
    kept.unlink()
    os.mkfifo(kept)
    with pytest.raises(Damage):
        store.body(ANA)
    assert store.keep(ANA, Body(WHOLE, NOW))
    assert store.body(ANA).content == WHOLE
    (state / "feeds/back-ben.ics").mkdir()
    with pytest.raises(Damage):
        store.body(Key("back-ben"))
