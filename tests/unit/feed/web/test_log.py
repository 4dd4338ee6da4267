"""The access log tells what was asked, never with which secret, and nobody writes into it."""

from __future__ import annotations

import asyncio
import io
import re
from datetime import datetime, timedelta, timezone

import pytest

from mesocycle.feed.web import reply
from mesocycle.feed.web.answer import Answer, Desk, WebSettings
from mesocycle.feed.web.app import Site, place_of
from mesocycle.feed.web.log import Lines, access_log, line, program
from tests.unit.feed.web.conftest import CONTENT, NOW, TOKEN, Fake, a_page

pytestmark = pytest.mark.proves("C65")

LINE = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z ([A-Z]+|\?) "
    r"(feed|page|health|robots|other) ([a-z]+|-) [0-9]{3} [0-9]+ [0-9]+\.[0-9] "
    r'"[ -~]{0,60}"\n'
)


def test_a_line_a_request():
    answer = Answer(reply.plain(200, "12345"), "feed", "kimoru")
    said = line("GET", answer, [(b"user-agent", b"Thunderbird/153.0")], NOW, 0.00042)
    assert said == '2026-12-07T06:30:15Z GET feed kimoru 200 6 0.4 "Thunderbird/153.0"\n'


def test_times_are_utc():
    there = datetime(2026, 12, 7, 1, 30, tzinfo=timezone(timedelta(hours=-5)))
    assert line("GET", Answer(reply.NOT_FOUND), [], there, 0).startswith("2026-12-07T06:30:00Z ")


@pytest.mark.parametrize(
    ("agent", "shown"),
    [
        (b"", ""),
        (b"iOS/18.1 (22B83) dataaccessd/1.0", "iOS/18.1 (22B83) dataaccessd/1.0"),
        (b"x\r\n2026-12-07T06:30:15Z GET", "x??2026-12-07T06:30:15Z GET"),
        (b'" 200 0 "', "? 200 0 ?"),
        (b"\x1b[2J\x1b]0;owned\x07", "?[2J?]0;owned?"),
        (b"a\\nb\\", "a?nb?"),
        ("Ünï\u202ecode".encode(), "??n?????code"),
        (b"\x00\x7f\x80\xff", "????"),
        (b"Mozilla/5.0 " * 9, ("Mozilla/5.0 " * 9)[:60]),
        (b"/c/" + TOKEN.encode() + b"/plan.ics", "/c/*/plan.ics"),
        (b"k" * 5_000_000, "*"),
        (b"#42 $PATH `id` %s {0}", "#42 $PATH `id` %s {0}"),
    ],
)  # fmt: skip
def test_a_program_is_named_in_plain_letters(agent, shown):
    assert program(agent) == shown


@pytest.mark.parametrize("method", ["", "GET\n", "get", "G" * 99, "\x1b", "DÉL"])
def test_a_method_is_a_word_or_nothing(method):
    assert " ? other - 404 " in line(method, Answer(reply.NOT_FOUND), [], NOW, 0)


@pytest.mark.parametrize("path", [f"/c/{TOKEN}/plan.ics", f"/c/{TOKEN}", f"/c/{TOKEN}x", "/\n/x"])
def test_whatever_is_asked_it_is_one_line_without_the_secret(path):
    lines = []
    site = Site(Desk(Fake(), WebSettings(), a_page), lambda: NOW, access_log(lines.append))
    headers = [(b"user-agent", f"x {path}\r\nx".encode()), (b"referer", path.encode())]
    for method in ("GET", "HEAD", "POST", "\r\n"):
        site.serve(method, path.encode(), headers)
    assert len(lines) == 4
    assert all(LINE.fullmatch(each) for each in lines)
    assert TOKEN[:8] not in "".join(lines)


def test_bytes_are_those_that_were_sent():
    lines = []
    site = Site(Desk(Fake(), WebSettings(), a_page), lambda: NOW, access_log(lines.append))
    for method in ("GET", "HEAD"):
        site.serve(method, f"/c/{TOKEN}/plan.ics".encode(), [])
    assert [each.split()[4:6] for each in lines] == [["200", str(len(CONTENT))], ["200", "0"]]


class Broken(Fake):
    """A board with a bug, whose message has the secret in it."""

    def link(self, token):
        raise KeyError(token)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_bug_is_told_by_its_place_alone(method):
    lines, bugs = [], []
    desk = Desk(Broken(), WebSettings(), a_page)
    site = Site(desk, lambda: NOW, access_log(lines.append), bugs.append)
    answer = site.serve(method, f"/c/{TOKEN}/plan.ics".encode(), [])
    assert answer.reply.status == 500
    assert answer.reply.fields == reply.FAILED.fields
    assert len(answer.reply.body) == (0 if method == "HEAD" else len(reply.FAILED.body))
    assert re.fullmatch(r"KeyError in .*conftest\.py:\d+|KeyError in .*test_log\.py:\d+", bugs[0])
    assert TOKEN not in "".join(lines + bugs)
    assert " other - 500 " in lines[0]


def test_a_bug_without_a_place_has_a_name():
    assert place_of(ZeroDivisionError(TOKEN)) == "ZeroDivisionError"


class Counted(io.StringIO):
    """A file that counts how often it is written."""

    flushed = 0

    def flush(self):
        self.flushed += 1


def test_lines_are_written_a_moment_late_and_many_at_once():
    file = Counted()

    async def work():
        lines = Lines(file)
        for n in range(100):
            lines.write(f"{n}\n")
        assert file.flushed == 0
        await asyncio.sleep(0.3)
        assert file.flushed == 1

    asyncio.run(work())
    assert file.getvalue().count("\n") == 100


def test_without_a_loop_a_line_is_written_at_once():
    file = Counted()
    Lines(file).write("x\n")
    assert (file.getvalue(), file.flushed) == ("x\n", 1)


def test_a_full_disk_costs_lines_only():
    with open("/dev/full", "w", encoding="ascii") as full:
        lines = Lines(full)
        lines.write("x" * 100_000)
        lines.flush()
