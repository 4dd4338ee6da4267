"""Each fault that is put into a sound feed is found, on its line, and nothing else is."""

from __future__ import annotations

import pytest

from mesocycle.codes import CODES
from mesocycle.feed.checking.checks import check
from tests.unit.feed.checking.faults import DAMAGES, FAULTS, SOUND, SOUND_TEXT

pytestmark = pytest.mark.proves("C48")


def codes(data):
    return {each.code for each in check("it.ics", data)}


def lines(data):
    return data.decode("utf-8", "replace").split("\r\n")


def first_difference(data):
    """The first line, from 1, that the sound feed does not have there."""
    pairs = enumerate(zip(lines(data), lines(SOUND), strict=False), 1)
    return next(number for number, (found, sound) in pairs if found != sound)


def test_a_sound_feed_has_no_fault():
    assert check("it.ics", SOUND) == ()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_found_and_nothing_else(fault):
    assert codes(fault.data) == {fault.code, *fault.also}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_it_is_told_where_and_for_whom(fault):
    told = check("it.ics", fault.data)
    for each in told:
        assert each.label
        assert each.hints
        assert 0 <= each.span.start <= each.span.end <= len(each.span.source.text)
        assert (each.severity == "error") == each.code.startswith("E")


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.name)
def test_damaged_bytes_are_found_on_their_line(damage):
    told = check("it.ics", damage.spoil(SOUND))
    assert {each.code for each in told} == {damage.code, *damage.also}
    assert min(each.span.line for each in told if each.code == damage.code) == damage.line


#: Faults of a component as a whole are told where it begins, others where they stand.
ABOUT_THE_WHOLE = {"E841", "E852", "W857", "E865", "E876", "E851", "E875", "W881", "W878", "E860"}


@pytest.mark.parametrize(
    "fault", [each for each in FAULTS if each.code not in ABOUT_THE_WHOLE], ids=lambda f: f.name
)
def test_the_line_is_the_one_with_the_fault(fault):
    first = min(each.span.line for each in check("it.ics", fault.data) if each.code == fault.code)
    assert first - first_difference(fault.data) in (0, 1)


def test_there_is_a_fault_for_each_code_that_a_feed_can_have():
    seeded = {each.code for each in (*FAULTS, *DAMAGES)}
    of_feeds = {code for code, each in CODES.items() if each.kind == "feed"}
    assert of_feeds <= seeded


def test_faults_are_many():
    assert len(FAULTS) + len(DAMAGES) >= 100


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("SUMMARY:Mobility", "summary:Mobility".upper()),
        ("DTSTART;TZID=Europe/Berlin:20260105", 'DTSTART;TZID="Europe/Berlin":20260105'),
        ("STATUS:CONFIRMED", "STATUS:confirmed"),
        ("SUMMARY:Mobility", "SUMMARY;LANGUAGE=en:Mobility"),
        ("SUMMARY:Mobility", "SUMMARY:Mobility: 10 min \"slow\" ^n"),
        ("SUMMARY:Mobility", "SUMMARY:"),
        ("SUMMARY:Mobility", "SUMMARY:👩‍👩‍👧‍👦 ظهر\tx"),
        ("SUMMARY:Mobility", "SUMMARY:Mobi\n lity\n  and\n\tmore"),
        ("SUMMARY:Mobility", "SUMMARY:a\\\\\\, b\\N"),
        ("SUMMARY:Mobility", "X-COACH;X-A=1,\"2;3\":a,b;c\\d"),
        ("SUMMARY:Mobility", "ATTACH:https://coach.example/a,b;c"),
        ("SUMMARY:Mobility", "GEO:52.5;13.4"),
        ("UNTIL=20260901T160000Z", "COUNT=10"),
        ("BYDAY=WE;UNTIL=20260901T160000Z", "BYDAY=+1WE,-1SU;BYSETPOS=-1;BYMONTH=1,2;WKST=SU"),
        ("DURATION:PT45M", "DURATION:P1DT2H3M4S"),
        ("DURATION:PT45M", "DURATION:P2W"),
        ("TRIGGER:-PT30M", "TRIGGER;VALUE=DATE-TIME:20260105T050000Z"),
        ("DTSTART;VALUE=DATE:20260106\nDTEND;VALUE=DATE:20260107", "DTSTART;VALUE=DATE:20240229"),
        ("UID:0f6d7c1a-90b4-5c0e-8a6e-6f4d6f0c9b11\n",
         "UID:5b6ad1c3-6f9e-5a37-b5b0-3c1de5a6d0f4\nRECURRENCE-ID:20260715T160000Z\n"),
        ("EXDATE;TZID=Europe/Berlin:20260708T180000",
         "EXDATE;TZID=Europe/Berlin:20260708T180000,20260715T180000"),
        ("SEQUENCE:3\n", "SEQUENCE:2147483647\n"),
        ("SEQUENCE:3\n", "CREATED:20260102T120000Z\n"),
        ("TZNAME:CEST\n", "TZNAME:CEST\nCOMMENT:summer\n"),
        ("BYDAY=-1SU;BYMONTH=3", "BYMONTH=3;BYDAY=-1SU;COUNT=80"),
        ("DTSTART:19700329T020000\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
         "DTSTART:16010101T020000\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"),
        ("BYDAY=-1SU;BYMONTH=3", "BYMONTH=3;BYMONTHDAY=25,26,27,28,29,30,31;BYDAY=SU"),
    ],
)  # fmt: skip
def test_what_is_allowed_is_no_fault(old, new):
    assert old in SOUND_TEXT
    text = SOUND_TEXT.replace(old, new, 1)
    assert check("it.ics", text.replace("\n", "\r\n").encode()) == ()
