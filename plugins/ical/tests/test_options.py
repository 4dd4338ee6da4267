"""What may be set: how sessions count, look and link, and what that does to the bytes."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from mesocycle_ical import Ical
from mesocycle_ical.looks import HEXADECIMAL
from msgspec.structs import replace

from mesocycle.output.sample_parts import LADDER
from mesocycle.output.samples import hostile, ladder, programme, samples, session
from mesocycle.output.testing import rendered
from mesocycle.programme import Block
from plugins.ical.tests.reading import byte_faults, events, feed, properties, read_by_all

WORK = Block(kind="straight", items=LADDER)
ONE = programme(session("Strength", 0, WORK))
DAY = programme(session("Strength", 0, WORK, start=None))


def line(data, name):
    """The values of a property, unfolded."""
    text = data.replace(b"\r\n ", b"").decode()
    return re.findall(rf"^{name}[;:](.*?)\r$", text, re.MULTILINE)


def checked(whole, **options):
    data = feed(whole, **options)
    assert byte_faults(data) == []
    read_by_all(data)
    return data


@pytest.mark.parametrize(
    "options",
    [
        {"html": "yes"}, {"emoji": "yes"}, {"show-as": "busy"}, {"show-as": "free"},
        {"url": "https://example.org/plan"}, {"source": "https://example.org/c/x/plan.ics"},
        {"alarm": "1h", "html": "yes", "emoji": "yes", "tombstones": "30d", "past": "off"},
    ],
)  # fmt: skip
def test_every_reader_reads_it_with(options):
    for name in ("ladder", "running", "stopped", "non-ASCII", "as done"):
        checked(samples()[name], **options)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("show-as", "tentative"), ("time", "utc"), ("past", "-1d"), ("past", "2 weeks"),
        ("tombstones", "14"), ("html", "maybe"), ("emoji", "🏃"), ("method", "REQUEST"),
        ("detail", "none"),
    ],
)  # fmt: skip
def test_what_is_no_value_is_refused(option, value):
    (wrong,) = rendered(Ical(), ONE, options={option: value}).diagnostics
    assert wrong.code == "E623"


@pytest.mark.proves("C26")
class TestShowAs:
    @pytest.mark.parametrize(
        ("whole", "show", "is_busy"),
        [
            (ONE, "auto", True), (DAY, "auto", False), (ONE, "busy", True), (DAY, "busy", True),
            (ONE, "free", False), (DAY, "free", False),
        ],
    )  # fmt: skip
    def test_what_it_makes_of_ones_time(self, whole, show, is_busy):
        data = checked(whole, **{"show-as": show})
        assert line(data, "TRANSP") == ["OPAQUE" if is_busy else "TRANSPARENT"]

    @pytest.mark.parametrize("status", ["skipped", "stopped", "missed"])
    def test_what_does_not_take_place_takes_no_time(self, status):
        data = checked(programme(session("Run", 0, status=status)), **{"show-as": "busy"})
        assert line(data, "TRANSP") == ["TRANSPARENT"]

    def test_class_hides_nothing_and_is_not_used(self):
        assert line(checked(ladder(), detail="busy"), "CLASS") == []


@pytest.mark.proves("C30")
class TestFloating:
    def test_times_without_a_zone(self):
        (warning,) = rendered(Ical(), ONE, options={"time": "floating"}).diagnostics
        data = rendered(Ical(), ONE, options={"time": "floating"}).value[0].content
        assert line(data, "DTSTART") == ["20261207T070000"]
        assert line(data, "DTEND") == ["20261207T074000"]
        for other in (b"VTIMEZONE", b"TZID", b"X-WR-TIMEZONE"):
            assert other not in data
        assert byte_faults(data) == []
        assert read_by_all(data) == 1
        assert warning.code == "W631"
        assert "Outlook" in warning.message

    def test_in_utc_too(self):
        run = programme(session("Run", 0, start="18:00:00+00:00"), timezone="UTC")
        data = rendered(Ical(), run, options={"time": "floating"}).value[0].content
        assert line(data, "DTSTART") == ["20261207T180000"]

    def test_not_unless_asked_for(self):
        assert "TZID=Europe/Berlin:20261207T070000" in line(checked(ONE), "DTSTART")


@pytest.mark.proves("C37")
class TestEmoji:
    @pytest.mark.parametrize(
        ("kinds", "title"),
        [
            (("run",), "🏃 X"), (("walk", "run"), "🏃 X"), (("walk",), "🚶 X"), (("bike",), "🚴 X"),
            (("flexibility", "strength"), "💪 X"), (("flexibility",), "🧘 X"), (("juggling",), "X"),
            ((), "X"),
        ],
    )  # fmt: skip
    def test_one_for_the_kind(self, kinds, title):
        data = checked(programme(session("X", 0, categories=kinds)), emoji="yes")
        assert line(data, "SUMMARY") == [title]

    @pytest.mark.parametrize("name", ["🏃 Easy", "☀️ Early", "👩‍👩‍👧‍👦 Together"])
    def test_none_where_there_is_one(self, name):
        data = checked(programme(session(name, 0, categories=("run",))), emoji="yes")
        assert line(data, "SUMMARY") == [name]

    def test_a_race_has_its_own(self):
        race = replace(session("Half", 0, categories=("run",)), race="A")
        assert line(checked(programme(race), emoji="yes"), "SUMMARY") == ["🏁 Race: Half"]

    def test_none_unless_asked_for_and_none_that_tells_a_kind_to_others(self):
        assert line(checked(ONE), "SUMMARY") == ["Strength"]
        assert line(checked(ONE, emoji="yes", detail="busy"), "SUMMARY") == ["Training"]


def unescaped(text):
    """What a reader makes of a text of a property that icalendar does not know."""
    return re.sub(r"\\([\\;,])", r"\1", text)


class Live(HTMLParser):
    """What there is in a page, and its words."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.words = [], ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, attrs))
        self.words += "\n" if tag in ("p", "br") else ""

    def handle_data(self, data):
        self.words += data.replace("\u00a0", " ")


@pytest.mark.proves("C34")
class TestHtml:
    @pytest.mark.parametrize("name", ["ladder", "running", "stopped", "gym"])
    def test_the_same_words_in_both_forms(self, name):
        data = checked(samples()[name], html="yes")
        for event in events(data):
            if "DESCRIPTION" not in event:
                continue
            text = str(event["DESCRIPTION"])
            page = unquote(event["DESCRIPTION"].params["ALTREP"]).removeprefix("data:text/html,")
            assert unescaped(event["X-ALT-DESC"]) == page
            assert event["X-ALT-DESC"].params["FMTTYPE"] == "text/html"
            read = Live(page)
            assert read.words.strip() == re.sub(r"\n+", "\n", text)
            assert {tag for tag, _ in read.tags} <= {"html", "body", "p", "br", "b"}

    @pytest.mark.parametrize(
        "text",
        [
            "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</p></body>", "a & b",
            '"><a href="javascript:x">', "'", "&lt;b&gt;", "%3Cb%3E", "<!--", "]]>", "💪;:,\\",
        ],
    )  # fmt: skip
    def test_nothing_that_is_written_is_live(self, text):
        data = checked(hostile(text), html="yes")
        assert properties(data) == properties(feed(hostile("harmless"), html="yes"))
        for event in events(data):
            if "X-ALT-DESC" in event:
                read = Live(unescaped(event["X-ALT-DESC"]))
                assert {tag for tag, _ in read.tags} <= {"html", "body", "p", "br", "b"}
                assert [attrs for _, attrs in read.tags if attrs] == []
                assert text in read.words or event["STATUS"] == "CANCELLED"

    def test_only_if_asked_for_and_not_where_there_is_no_text(self):
        for data in (checked(ONE), checked(ONE, html="yes", detail="busy")):
            assert b"html" not in data


class TestAddresses:
    @pytest.mark.proves("C19")
    @pytest.mark.parametrize(
        ("given", "of_a_session"),
        [
            ("https://example.org/plan", "https://example.org/plan#{}"),
            ("https://example.org/plan?x=1", "https://example.org/plan?x=1#{}"),
            ("https://example.org/plan#day-", "https://example.org/plan#day-{}"),
        ],
    )
    def test_sessions_link_to_their_place(self, given, of_a_session):
        data = checked(ONE, url=given)
        assert line(data, "URL") == [given, of_a_session.format(ONE.sessions[0].id)]

    @pytest.mark.proves("C18")
    def test_the_feeds_own_address(self):
        data = checked(ONE, source="https://example.org/c/s-e_cret/plan.ics")
        assert line(data, "SOURCE") == ["VALUE=URI:https://example.org/c/s-e_cret/plan.ics"]

    @pytest.mark.proves("C18", "C19")
    def test_none_unless_asked_for(self):
        data = checked(ladder())
        assert (line(data, "SOURCE"), line(data, "URL")) == ([], [])

    @pytest.mark.parametrize("option", ["url", "source"])
    @pytest.mark.parametrize(
        "address",
        [
            "example.org", "javascript:alert(1)", "file:///etc/passwd", "https://x\r\nATTACH:y",
            "https://x y", 'https://x"', "https://", "mailto:a@example.org",
        ],
    )  # fmt: skip
    def test_what_is_no_address_is_refused(self, option, address):
        (refusal,) = rendered(Ical(), ONE, options={option: address}).diagnostics
        assert refusal.code == "E613"
        assert f"ical.{option}" in refusal.message


@pytest.mark.proves("C14")
class TestMethod:
    def test_only_if_asked_for(self):
        assert line(checked(ONE, method="yes"), "METHOD") == ["PUBLISH"]
        assert line(checked(ONE), "METHOD") == []

    @pytest.mark.parametrize("options", [{}, {"method": "yes"}])
    def test_nobody_is_asked_to_accept(self, options):
        data = checked(ladder(), **options)
        assert line(data, "ORGANIZER") == line(data, "ATTENDEE") == []


@pytest.mark.proves("C17")
class TestColours:
    def test_of_the_calendar_by_name_and_for_apple(self):
        head = checked(ladder()).partition(b"BEGIN:VTIMEZONE")[0]
        assert line(head, "COLOR") == ["royalblue"]
        assert line(head, "X-APPLE-CALENDAR-COLOR") == ["#4169E1"]

    @pytest.mark.parametrize(
        ("only", "name"), [("run", "seagreen"), ("race", "crimson"), ("run,race", "royalblue")]
    )
    def test_of_a_calendar_of_one_kind(self, only, name):
        race = replace(session("Half", 0, categories=("run",)), race="A")
        head = checked(programme(race), only=only).partition(b"BEGIN:VEVENT")[0]
        assert line(head, "COLOR") == [name]
        assert line(head, "X-APPLE-CALENDAR-COLOR") == [HEXADECIMAL[name]]

    def test_every_name_is_one_of_css_with_its_hexadecimal(self):
        for name in ("ladder", "running", "stopped", "gym", "every kind"):
            for shown in line(checked(samples()[name]), "COLOR"):
                assert re.fullmatch("[a-z]+", shown)
                assert re.fullmatch("#[0-9A-F]{6}", HEXADECIMAL[shown])
