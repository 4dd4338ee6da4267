"""An edit moves the revision of its event, and nothing else moves any."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from mesocycle_ical import Ical
from mesocycle_ical.changes import read_previous

from mesocycle.output import Context
from mesocycle.output.samples import ladder, programme, session
from mesocycle.output.testing import rendered
from plugins.ical.tests.reading import byte_faults, events, feed, read_by_all, refeed

replace = msgspec.structs.replace
MONDAY, TUESDAY = (datetime(2026, 12, day, 9, 30, 15, 999, tzinfo=UTC) for day in (14, 15))
SECOND = timedelta(seconds=1)
OPTIONS = {option.name: option.default for option in Ical.options} | {"alarm": 1800}


def build(programme, *, previous=None, built=None, **options):
    context = Context(options=OPTIONS | options, previous=previous, built=built)
    return Ical().render(programme, context).content


def revisions(data):
    return {
        str(event["UID"]): (event["SEQUENCE"], event["DTSTAMP"].dt, event["LAST-MODIFIED"].dt)
        for event in events(data)
    }


def changed(before, after):
    """The identities whose revision differs."""
    old, new = revisions(before), revisions(after)
    return {uid for uid in old.keys() & new.keys() if old[uid] != new[uid]}


def edited(whole, index, **changes):
    sessions = list(whole.sessions)
    sessions[index] = replace(sessions[index], **changes)
    return replace(whole, sessions=tuple(sessions))


@pytest.mark.proves("C3")
def test_the_first_feed_is_revision_nought_at_the_time_of_the_build():
    stamp = MONDAY.replace(microsecond=0)
    assert set(revisions(build(ladder(), built=MONDAY)).values()) == {(0, stamp, stamp)}


def test_without_a_time_of_build_the_plans_start_stands_for_it():
    stamp = datetime(2026, 12, 7, tzinfo=UTC)
    assert set(revisions(build(ladder())).values()) == {(0, stamp, stamp)}


@pytest.mark.proves("C7", "C12")
def test_nothing_changed_gives_the_same_bytes_at_any_time():
    first = build(ladder(), built=MONDAY)
    assert build(ladder(), previous=first, built=TUESDAY) == first


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Power"}, {"date": "2026-12-13", "start": "2026-12-13T09:00:00+01:00"},
        {"start": None}, {"minutes": 41}, {"status": "skipped"}, {"status": "done"},
        {"reason": "Holiday."}, {"provisional": True}, {"categories": ("run",)}, {"blocks": ()},
        {"notes": ("Slowly.",)}, {"slot": "evening", "start": None},
    ],
)  # fmt: skip
@pytest.mark.proves("C4", "C5", "C6")
def test_an_edit_moves_its_event_only(change):
    first = build(ladder(), built=MONDAY)
    edit = edited(ladder(), 2, **change)
    second = build(edit, previous=first, built=TUESDAY)
    uid = edit.sessions[2].id
    stamp = TUESDAY.replace(microsecond=0)
    assert changed(first, second) == {uid}
    assert revisions(second)[uid] == (1, stamp, stamp)
    assert read_by_all(second) == len(edit.sessions)
    assert byte_faults(second) == []


def test_an_edited_cue_keeps_every_identity():
    first = feed(ladder())
    block = ladder().sessions[0].blocks[1]
    cued = replace(block, items=(replace(block.items[0], cues=("Breathe.",)), *block.items[1:]))
    second = refeed(edited(ladder(), 0, blocks=(cued,)), first)
    assert revisions(first).keys() == revisions(second).keys()
    assert len(changed(first, second)) == 1


@pytest.mark.proves("C5")
def test_every_edit_counts_on():
    feed_, whole = build(ladder(), built=MONDAY), ladder()
    for number in range(1, 4):
        whole = edited(whole, 0, name=f"Strength {number}")
        feed_ = build(whole, previous=feed_, built=TUESDAY)
        assert revisions(feed_)[whole.sessions[0].id][0] == number


def test_an_edit_taken_back_is_an_edit():
    first = build(ladder(), built=MONDAY)
    second = build(edited(ladder(), 0, name="X"), previous=first, built=TUESDAY)
    third = build(ladder(), previous=second, built=TUESDAY)
    assert revisions(third)[ladder().sessions[0].id][0] == 2


@pytest.mark.proves("C6")
def test_a_clock_that_goes_back_takes_no_revision_back():
    first = build(ladder(), built=TUESDAY)
    second = build(edited(ladder(), 0, name="X"), previous=first, built=MONDAY)
    later = TUESDAY.replace(microsecond=0) + SECOND
    assert revisions(second)[ladder().sessions[0].id] == (1, later, later)


@pytest.mark.proves("C7", "C10")
def test_a_session_that_is_gone_is_gone_and_a_new_one_is_new():
    first = build(programme(session("A", 0), session("B", 1)), built=MONDAY)
    second = build(programme(session("A", 0), session("C", 1)), previous=first, built=TUESDAY)
    assert [str(event["SUMMARY"]) for event in events(second)] == ["A", "C"]
    assert changed(first, second) == set()
    assert revisions(second)[session("C", 1).id][0] == 0


def test_another_option_is_an_edit_of_every_event():
    first = build(ladder(), built=MONDAY)
    second = build(ladder(), previous=first, built=TUESDAY, detail="title")
    assert changed(first, second) == revisions(first).keys()


@pytest.mark.proves("C4")
def test_the_header_moves_no_event():
    first = build(ladder(), built=MONDAY)
    renamed = replace(ladder(), plan=replace(ladder().plan, name="Another name"))
    second = build(renamed, previous=first, built=TUESDAY)
    assert first != second
    assert changed(first, second) == set()


@pytest.mark.parametrize("text", ["ä" * 200, "a;b\\,c\nd", " lead", "x" * 74, "👩‍👩‍👧‍👦" * 30])
@pytest.mark.proves("C7")
def test_folding_and_escapes_are_no_change(text):
    whole = edited(ladder(), 0, name=text, notes=(text,))
    first = build(whole, built=MONDAY)
    assert build(whole, previous=first, built=TUESDAY) == first


@pytest.mark.parametrize(
    "damage",
    [
        b"", b"<html>down for maintenance</html>", b"\xff\xfe\0", b"BEGIN:VCALENDAR",
        b"BEGIN:VEVENT\r\nEND:VEVENT\r\n", b"BEGIN:VEVENT\r\n" * 100,
        b"BEGIN:VEVENT\r\nUID:x\r\nSEQUENCE:9999999999\r\nLAST-MODIFIED:20261207T000000Z\r\nEND:VEVENT",
        b"BEGIN:VEVENT\r\nUID:x\r\nSEQUENCE:-1\r\nLAST-MODIFIED:20261207T000000Z\r\nEND:VEVENT",
        b"BEGIN:VEVENT\r\nUID:x\r\nSEQUENCE:1\r\nLAST-MODIFIED:20261207T000000\r\nEND:VEVENT",
        b"BEGIN:VEVENT\r\nUID:x\r\nSEQUENCE:1\r\nLAST-MODIFIED:yesterday\r\nEND:VEVENT",
    ],
)  # fmt: skip
@pytest.mark.proves("C11")
def test_a_damaged_feed_counts_as_none(damage):
    assert read_previous(damage).events == {}
    done = rendered(Ical(), ladder(), previous=damage)
    assert done.value
    assert [each.code for each in done.diagnostics] == (["W631"] if damage else [])


@pytest.mark.proves("C11")
def test_what_can_still_be_read_of_a_torn_feed_counts():
    whole = build(ladder(), built=MONDAY)
    torn = whole[: len(whole) // 2]
    second = build(ladder(), previous=torn, built=TUESDAY)
    kept = set(read_previous(torn).events)
    old, new = revisions(whole), revisions(second)
    assert kept
    assert {uid for uid in old if new[uid] == old[uid]} == kept
