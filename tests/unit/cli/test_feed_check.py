"""`meso feed check`: what calendar programs would choke on."""

from __future__ import annotations

import gzip
import json
from hashlib import sha256

import pytest

from tests.unit.feed.checking.faults import FAULTS, SECRET, SOUND
from tests.unit.feed.checking.server import Reply, serving

BROKEN = next(fault.data for fault in FAULTS if fault.name == "a bare comma")


@pytest.fixture
def check(run, folder):
    """`meso feed check` without the parsers of others, which take a second."""
    (folder / "good.ics").write_bytes(SOUND)
    (folder / "bad.ics").write_bytes(BROKEN)

    def go(*arguments, readers=False, **more):
        return run("feed", "check", *arguments, *([] if readers else ["--no-readers"]), **more)

    return go


def test_a_good_feed(check):
    done = check("good.ics")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "no mistakes in 1 feed\n", "")


def test_a_bad_one_is_told_with_its_place_and_who_suffers(check):
    done = check("bad.ics", "good.ics")
    assert done.exit_code == 1
    assert "error[E873]: a comma in SUMMARY, not escaped" in done.stdout
    assert "36 | SUMMARY:Squat 5x5, heavy" in done.stdout
    assert "^ vobject and programs built on it cut the text off here" in done.stdout
    assert done.stdout.endswith("1 error\n")


def test_one_line_each(check):
    done = check("bad.ics", "--format", "short")
    assert done.stdout.startswith("bad.ics:36:18: error[E873]: a comma in SUMMARY, not escaped")


def test_for_programs(check):
    (found,) = json.loads(check("bad.ics", "--format", "json").stdout)
    assert (found["code"], found["file"], found["line"]) == ("E873", "bad.ics", 36)
    assert json.loads(check("good.ics", "--format", "json").stdout) == []


def test_a_warning_alone_is_no_failure(check, folder):
    (folder / "old.ics").write_bytes(SOUND.replace(b"COLOR:teal", b"COLOR:#008080"))
    done = check("old.ics")
    assert (done.exit_code, "warning[W872]" in done.stdout) == (0, True)


def test_standard_input(check):
    assert check("-", stdin=BROKEN).exit_code == 1
    assert check("-", stdin=SOUND).exit_code == 0
    assert check("-", "-", stdin=SOUND).exit_code == 2


@pytest.mark.parametrize(("name", "code"), [("none.ics", "E700"), (".", "E701"), ("\0", "E700")])
def test_a_file_that_cannot_be_had(check, name, code):
    done = check(name, "--format", "short")
    assert (done.exit_code, f"error[{code}]" in done.stdout) == (4, True)


def test_a_file_that_is_too_large(check, folder):
    with (folder / "large.ics").open("wb") as large:
        large.truncate(20_000_001)
    done = check("large.ics")
    assert (done.exit_code, "error[E888]" in done.stdout) == (4, True)


def test_any_bytes_at_all(check, folder):
    (folder / "noise.ics").write_bytes(bytes(range(256)) * 20)
    done = check("noise.ics")
    assert (done.exit_code, "error[E840]" in done.stdout) == (1, True)
    assert "\x1b" not in done.stdout


def test_the_parsers_of_others_are_asked(check, folder):
    (folder / "odd.ics").write_bytes(SOUND.replace(b"STATUS:CONFIRMED", b"STATUS:DONE"))
    done = check("odd.ics", "--format", "short", readers=True)
    assert done.exit_code == 1
    assert "error[E864]" in done.stdout
    assert (
        "error[E883]: ical (Home Assistant) refuses it: Event status Input should be" in done.stdout
    )


def answering(body, **headers):
    """A server that does everything right, but for what is said."""
    tag = f'"{sha256(body).hexdigest()}"'
    told = {"Content-Type": "text/calendar; charset=utf-8", "ETag": tag, "Vary": "Accept-Encoding"}

    def answer(_, __, sent):
        if sent.get("If-None-Match") == tag:
            return Reply(304, told | headers)
        if "gzip" in sent.get("Accept-Encoding", ""):
            return Reply(200, told | {"Content-Encoding": "gzip"} | headers, gzip.compress(body))
        return Reply(200, told | headers, body)

    return answer


def test_a_feed_that_is_served(check):
    with serving(answering(SOUND)) as url:
        done = check(f"{url}/c/{SECRET}/plan.ics")
    assert (done.exit_code, done.stdout) == (0, "no mistakes in 1 feed\n")


def test_one_that_is_served_badly_and_nobody_reads_its_secret(check):
    with serving(answering(BROKEN, **{"Content-Type": "text/plain"})) as url:
        done = check(f"{url}/c/{SECRET}/plan.ics", "--format", "short")
    assert done.exit_code == 1
    assert f"{url}/c/{SECRET[:4]}…/plan.ics:36:18: error[E873]" in done.stdout
    told = f"error[E889]: {url}/c/{SECRET[:4]}…/plan.ics: Content-Type is 'text/plain'"
    assert told in done.stdout
    assert SECRET not in done.output


def test_a_page_instead_of_a_feed(check):
    page = b"<!doctype html><title>Sign in</title>"
    with serving(answering(page, **{"Content-Type": "text/html"})) as url:
        done = check(url, "--format", "short")
    assert {"E840", "E889"} == {code for code in ("E840", "E850", "E889") if code in done.stdout}


def test_an_address_that_does_not_answer(check):
    with serving(answering(SOUND)) as url:
        pass
    done = check(f"{url}/c/{SECRET}/plan.ics")
    assert (done.exit_code, "error[E888]" in done.stdout) == (4, True)
    assert SECRET not in done.output


@pytest.mark.parametrize("url", [f"https://coach.example/c/{SECRET}/p.ics", "webcal://127.0.0.1/a"])
def test_an_address_elsewhere_is_to_be_downloaded_first(check, url):
    done = check(url)
    assert done.exit_code == 2
    assert "download it first" in done.stderr
    assert SECRET not in done.output
