"""What the parsers of others say becomes diagnostics; one that hangs or is missing is told."""

from __future__ import annotations

import re

import pytest

from mesocycle.feed.checking import asking
from mesocycle.feed.checking.asking import ask, opinions_on, second_opinions
from mesocycle.feed.checking.checks import check
from mesocycle.feed.checking.document import Document
from mesocycle.feed.checking.readers import READERS, Opinion, Reader, opinion
from tests.unit.feed.checking.faults import DAMAGES, FAULTS, SECRET, SOUND, Fault

BY_NAME = {reader.name: reader for reader in READERS}


def told(*opinions, data=SOUND):
    return [(each.code, each.message) for each in opinions_on(Document("it.ics", data), opinions)]


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_each_reads_a_sound_feed(reader):
    said = opinion(reader, SOUND)
    assert said.refused is None
    assert said.events == 3 or reader.expands


WHO = {"icalendar": "icalendar", "Home Assistant": "ical", "vobject": "vobject"}
CLAIM = re.compile(r"([^,;]*(?:, [^,;]*)?) refuses? the whole feed(?!, or)")


def claims():
    """Each fault, and the readers of which is said that they refuse the feed for it."""
    for fault in (*FAULTS, *DAMAGES):
        data = fault.data if isinstance(fault, Fault) else fault.spoil(SOUND)
        label = next(each.label for each in check("it.ics", data) if each.code == fault.code)
        said = CLAIM.search(label)
        names = [name for name in WHO if said and name in said[1] and "refused" not in label]
        if names:
            yield pytest.param(data, names, id=fault.name)


CLAIMS = list(claims())


@pytest.mark.parametrize(("data", "names"), CLAIMS)
def test_who_is_said_to_refuse_a_feed_does(data, names):
    for name in names:
        assert opinion(BY_NAME[WHO[name]], data).refused is not None, name


def test_much_is_said():
    assert len(CLAIMS) > 30


def test_what_a_reader_objects_to_is_told_with_its_name():
    assert told(Opinion("ical", refused="no good")) == [
        ("E883", "ical (Home Assistant) refuses it: no good")
    ]


def test_what_expands_is_not_told_beside_what_it_reads_with():
    both = (Opinion("icalendar", refused="x"), Opinion("recurring-ical-events", refused="x"))
    assert [code for code, _ in told(*both)] == ["E883"]


def test_events_that_a_reader_does_not_see_are_told():
    assert told(Opinion("vobject", events=2)) == [("E884", "vobject sees 2 events of 3")]
    assert told(Opinion("vobject", events=3)) == []


def test_of_a_series_every_time_counts_where_a_reader_expands_it():
    assert told(Opinion("recurring-ical-events", events=12)) == []


def test_who_was_not_there_is_told():
    found = opinions_on(
        Document("it.ics", SOUND), [Opinion("icalendar", events=3), Opinion("ical", missing=True)]
    )
    assert [(each.code, each.severity) for each in found] == [("W886", "note")]
    assert "icalendar" in found[0].hints[0]


def test_who_does_not_come_with_the_extra_is_not_missed():
    assert told(Opinion("recurring-ical-events", missing=True)) == []


def test_lines_that_a_reader_counts_wrongly_are_not_told():
    def objects(_):
        raise ValueError("At line 19: VEVENT component wasn't closed")

    assert opinion(Reader("x", "x", objects), SOUND).refused == "VEVENT component wasn't closed"


def test_a_reader_that_is_not_installed_is_missing():
    def absent(_):
        raise ModuleNotFoundError("no module")

    assert opinion(Reader("x", "x", absent), SOUND) == Opinion("x", missing=True)


def test_a_secret_is_not_in_what_is_told():
    found = told(Opinion("ical", refused=f"bad https://coach.example/c/{SECRET}/p.ics"))
    assert SECRET not in str(found)


def test_all_are_asked_at_once_each_by_itself():
    said = ask(SOUND)
    assert [each.reader for each in said] == [reader.name for reader in READERS]
    assert [each.refused for each in said] == [None] * 4


def test_a_reader_that_does_not_end_is_left(monkeypatch):
    monkeypatch.setattr(asking, "READERS", READERS[-1:])
    endless = SOUND.replace(b"FREQ=WEEKLY;BYDAY=WE;UNTIL=20260901T160000Z", b"FREQ=SECONDLY")
    said = ask(endless, patience=0.5)
    assert said[0].late
    assert [code for code, _ in told(*said, data=endless)] == ["W885"]


def test_a_feed_that_is_too_large_for_them_is_not_given_to_them(monkeypatch):
    monkeypatch.setattr(asking, "LARGEST", 10)
    monkeypatch.setattr(asking, "ask", None)
    assert [each.code for each in second_opinions(Document("it.ics", SOUND))] == ["W885"]
