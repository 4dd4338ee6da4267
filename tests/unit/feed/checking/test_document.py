"""Whatever the bytes are: lines with places in the file, diagnostics, and never a failure."""

from __future__ import annotations

from random import Random

import pytest

from mesocycle.feed.checking import sizes
from mesocycle.feed.checking.checks import check
from mesocycle.feed.checking.document import Document
from mesocycle.feed.checking.findings import MOST
from mesocycle.feed.checking.secrets import holds_secret, mask, shown
from tests.unit.feed.checking.faults import FAULTS, SECRET, SOUND

PIECES = [
    b"\r", b"\n", b"\r\n", b"\r\n ", b"\x00", b"\xff", b"\xc3", b"\xe2\x80\xa8", b"\xef\xbb\xbf",
    b":", b";", b",", b'"', b"\\", b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n", b"BEGIN:VCALENDAR\r\n",
    b"END:VCALENDAR\r\n", b"=", b"T", b"Z", b"99999999999", b"-",
    b"RRULE:FREQ=YEARLY;BYMONTH=0\r\n", b"TZID:", b"UNTIL=99991231", b"00000000", b" ", b"\t",
    b"DTSTART:00010101T000000\r\n", b"DTEND:99991231T235960Z\r\n", b"TZOFFSETTO:+9959\r\n",
    b"RDATE:1\r\n", b"P9999W",
]  # fmt: skip


def spoilt(random):
    data = bytearray(random.choice(FAULTS).data if random.randrange(2) else SOUND)
    for _ in range(random.randrange(1, 12)):
        at = random.randrange(len(data) + 1)
        kind = random.randrange(4)
        if kind == 0:
            data[at:at] = random.choice(PIECES)
        elif kind == 1:
            del data[at : at + random.randrange(1, 40)]
        elif kind == 2:
            data[at : at + 1] = bytes([random.randrange(256)])
        else:
            start = random.randrange(len(data) + 1)
            data[at:at] = data[start : start + random.randrange(200)]
    return bytes(data)


def misplaced(data):
    for each in check("it.ics", data):
        text = each.span.source.text
        if not 0 <= each.span.start <= each.span.end <= len(text):
            yield each


@pytest.mark.parametrize("seed", range(8))
def test_a_damaged_feed_is_told_of_within_the_file(seed):
    random = Random(seed)
    for _ in range(20):
        data = spoilt(random)
        assert list(misplaced(data)) == [], data


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"\r",
        b"\r\n",
        b" ",
        b"\xff",
        b"BEGIN:VCALENDAR",
        b"begin:vcalendar\n",
        b"\xef\xbb\xbf",
        b"BEGIN:VCALENDAR\r\n" * 50,
        b"BEGIN:VCALENDAR\n;:\n:\n;\nA:\nA;B\nA;B=:\n",
    ],
)
def test_what_is_hardly_anything(data):
    assert check("it.ics", data)
    assert list(misplaced(data)) == []


def test_what_is_wrong_a_thousand_times_is_told_a_few_times_and_counted():
    data = SOUND.replace(b"SUMMARY:Mobility\r\n", b"X-a:1\r\n" * 1000)
    told = check("it.ics", data)
    assert [each.code for each in told] == ["W863"] * MOST
    assert told[-1].hints[-1] == f"and so in {1000 - MOST} more places"


def test_a_place_in_a_folded_line_is_the_one_in_the_file():
    data = SOUND.replace(
        b"SUMMARY:Mobility\r\n", b"SUMMARY:Mobi\r\n lity\\, \r\n \tslow, and long\r\n"
    )
    (told,) = check("it.ics", data)
    assert told.code == "E873"
    assert told.span.text == ","
    assert told.span.source.line(told.span.line) == " \tslow, and long"


def test_a_line_that_is_folded_reads_as_one():
    lines = Document("it.ics", b'A:1\r\n 2\r\n\t3\r\nB;C="x:y":z\r\n').lines
    assert [(line.key, line.value, line.number) for line in lines] == [
        ("A", "123", 1),
        ("B", "z", 4),
    ]
    assert lines[1].parameters == {"C": "x:y"}


def test_a_character_cut_by_a_fold_reads_as_one():
    lines = Document("it.ics", b"A:\xc3\r\n \xbc\r\n").lines
    assert lines[0].value == "ü"


def test_a_secret_is_covered_wherever_it_is_folded():
    for at in range(len(SECRET)):
        folded = f"SOURCE:https://coach.example/c/{SECRET[:at]}\n {SECRET[at:]}/plan.ics"
        covered = mask(folded)
        assert len(covered) == len(folded)
        assert SECRET[6:] not in covered.replace("\n ", "")
        assert covered.endswith("/plan.ics")


def test_a_secret_is_not_in_any_report():
    data = SOUND.replace(b"COLOR:teal\r\n", f"SOURCE:http://a.example/c/{SECRET}\r\n".encode())
    for each in check("it.ics", data):
        assert SECRET not in f"{each.message}{each.label}{each.hints}{each.span.source.text}"


@pytest.mark.parametrize(
    "url", [f"https://a.example/c/{SECRET}/plan.ics", f"http://a.example/?t={SECRET}"]
)
def test_an_address_is_shown_without_its_secret(url):
    assert holds_secret(url)
    assert SECRET not in shown(url)
    assert SECRET[:4] in shown(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/back.ics",
        "https://averylongnameofahost.example/x",
        "back.ics",
        "",
        "http://[x",
    ],
)
def test_an_address_without_one_is_no_secret(url):
    assert not holds_secret(url)
    assert shown(url) == url


def test_a_feed_that_google_does_not_take_is_told():
    long = b"DESCRIPTION:\r\n " + b"\r\n ".join([b"x" * 70] * 15_000) + b"\r\n"
    data = SOUND.replace(b"SUMMARY:Mobility\r\n", long)
    assert [each.code for each in check("it.ics", data)] == ["W880"]


def test_very_many_events_are_told(monkeypatch):
    monkeypatch.setattr(sizes, "_MANY", 2)
    assert [each.code for each in check("it.ics", SOUND)] == ["W880"]
