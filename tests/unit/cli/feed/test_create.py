"""`meso feed create`: what opens a link is told once, and never again."""

from __future__ import annotations

import hashlib
import re
import stat
import sys

import pytest

from mesocycle.cli import extras


def test_a_link_is_printed_with_what_to_do_with_it(create):
    link_id, token, done = create("--url", "https://cal.example.org/")
    assert done.stdout == (
        f"{link_id}: back-ana, for Ana's phone\n"
        "\n"
        f"  page     https://cal.example.org/c/{token}\n"
        f"  calendar https://cal.example.org/c/{token}/plan.ics\n"
        "\n"
        "Send the page: it has a button for each calendar program. It is shown this once, and\n"
        "is as good as a password: whoever has it can read the calendar. If it gets out:\n"
        f"  meso feed rotate . {link_id}\n"
    )
    assert done.stderr == ""


@pytest.mark.proves("C62", "C65")
def test_what_is_kept_opens_nothing(create, links, folder):
    link_id, token, _ = create("--detail", "busy", "--only", "strength,note", "--alarm", "30min")
    assert links() == [
        {
            "id": link_id,
            "feed": "back-ana",
            "whom": "Ana's phone",
            "digest": hashlib.sha256(token.encode()).hexdigest(),
            "created": "2026-12-08T00:00:00Z",
            "options": {"alarm": "30min", "detail": "busy", "only": "strength,note"},
            "diary": "ana.diary",
        }
    ]
    everything = b"".join(p.read_bytes() for p in folder.rglob("*") if p.is_file())
    assert token.encode() not in everything
    assert stat.S_IMODE((folder / ".meso" / "links.json").stat().st_mode) == 0o600


def test_quietly_the_link_is_all_there_is(run):
    done = run(
        "feed", "create", "-q", ".", "back-ana", "--for", "Ana", "--url", "https://a.example"
    )
    assert re.fullmatch(r"https://a\.example/c/[\w-]{43}/plan\.ics\n", done.stdout)
    assert done.stderr == ""


def test_the_address_may_come_from_the_environment(create, monkeypatch):
    monkeypatch.setenv("MESO_URL", "https://cal.example.org")
    assert "page     https://cal.example.org/c/" in create()[2].stdout


@pytest.mark.parametrize(
    "url", ["https://ana:hunter2@cal.example", "https://cal.example?key=hunter2", "x#hunter2"]
)
def test_a_password_in_an_address_is_not_said_again(run, monkeypatch, url):
    monkeypatch.setenv("MESO_URL", url)
    done = run("feed", "create", ".", "back-ana", "--for", "Ana")
    assert done.exit_code == 2
    assert "will not do" in done.stderr
    assert "hunter2" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("arguments", "note"),
    [
        ((), "works on this computer only; --url (or MESO_URL) says where `meso serve` is seen"),
        (("--publish",), "--url (or MESO_URL) says where `meso publish` is seen"),
        (("--url", "http://192.168.1.5:8080"), "works in its own network only"),
        (("--url", "http://cal.example.org"), "is not encrypted"),
    ],
)
def test_an_address_that_not_all_can_reach_says_so(create, arguments, note):
    done = create(*arguments)[2]
    assert done.stderr.startswith("note: this address ")
    assert note in done.stderr


@pytest.mark.proves("C76")
def test_a_link_that_is_to_be_published_keeps_its_secret(create, links):
    _, token, done = create("--publish", "--url", "https://bucket.example.org/x")
    assert f"  calendar https://bucket.example.org/x/{token}/plan.ics\n" in done.stdout
    assert f"  webcal   webcal://bucket.example.org/x/{token}/plan.ics\n" in done.stdout
    assert links()[0]["token"] == token


def test_a_qr_code(create):
    plain = create("--qr")[2].stdout.splitlines()
    drawn = [line for line in plain if set(line) <= set("█▀▄ ") and line]
    assert len({len(line) for line in drawn}) == 1
    assert len(drawn) == (len(drawn[0]) + 1) // 2
    colourful = create("--qr", "--color")[2].stdout
    assert "\x1b[97;40m█" in colourful


@pytest.mark.parametrize("whom", ["Ana\n\x1b[31m's phone", "  Ana [31m's   phone "])
def test_for_whom_is_one_clean_line(create, links, whom):
    create(whom=whom)
    assert links()[0]["whom"] == "Ana [31m's phone"


def test_two_for_the_same_are_allowed_and_told(create):
    first = create()[0]
    assert f"note: {first} is for Ana's phone too" in create()[2].stderr
    assert "too" not in create(whom="Ana's watch")[2].stderr


def test_what_tells_of_pain_says_so(create):
    assert "says what the athlete wrote of pain" in create("--option", "ical.reasons=yes")[2].stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("back-anna", "--for", "Ana"),
            "there is no feed 'back-anna' in .; did you mean back-ana?",
        ),
        (("zzz", "--for", "Ana"), "there is no feed 'zzz' in .; there are: back-ana"),
        (("../back-ana", "--for", "Ana"), "there is no feed"),
        (("back-ana",), "Missing option '--for'"),
        (("back-ana", "--for", ""), "say in 1 to 80 letters whose the link is"),
        (("back-ana", "--for", " \n\x1b "), "say in 1 to 80 letters"),
        (("back-ana", "--for", "x" * 81), "say in 1 to 80 letters"),
        (("back-ana", "--for", "A", "--url", "cal.example.org"), "does not begin with https://"),
        (("back-ana", "--for", "A", "--url", "https://a:b@c.example"), "it holds a user"),
        (("back-ana", "--for", "A", "--option", "json.x=1"), "ical.NAME=VALUE, not json"),
        (("back-ana", "--for", "A", "--option", "detail=busy"), "is not OUTPUT.NAME=VALUE"),
        (("back-ana", "--for", "A", "--detail", "busy", "--option", "ical.detail=full"), "twice"),
        (("back-ana", "--for", "A", "--option", "ical.source=https://x"), "is a secret"),
        (("back-ana", "--for", "A", "--detail", "busi"), "ical.detail is one of full, title, busy"),
        (("back-ana", "--for", "A", "--alarm", "soon"), "ical.alarm is a time such as 90s"),
        (("back-ana", "--for", "A", "--option", "ical.alram=1h"), "did you mean alarm?"),
    ],
)
def test_what_makes_no_sense_makes_no_link(refused, folder, arguments, told):
    assert told in refused("feed", "create", ".", *arguments)
    assert not (folder / ".meso").exists()


@pytest.mark.parametrize(
    ("plan", "arguments", "code", "told"),
    [
        ("Superman; 3x8-12", ("--only", "run"), 3, "error[E613]: "),
        ("Supermann; 3x8-12", (), 1, "error[E203]: unknown exercise"),
    ],
)
def test_there_is_no_link_to_what_cannot_be_made(run, folder, plan, arguments, code, told):
    text = (folder / "back.plan").read_text().replace("Superman; 3x8-12", plan)
    (folder / "back.plan").write_text(text)
    done = run("feed", "create", ".", "back-ana", "--for", "Ana", *arguments)
    assert (done.exit_code, done.stdout) == (code, "")
    assert "nothing to see under this link, so it was not made:\n" in done.stderr
    assert told in done.stderr
    assert not (folder / ".meso").exists()


def test_a_folder_without_a_plan(refused, folder):
    (folder / "empty").mkdir()
    assert "there is no plan" in refused("feed", "create", "empty", "x", "--for", "Ana")
    assert "does not exist" in refused("feed", "create", "nowhere", "x", "--for", "Ana")


def test_the_extra_is_named_before_a_link_is_made(refused, folder, monkeypatch):
    monkeypatch.setattr(extras, "find_spec", lambda module: None)
    said = refused("feed", "create", ".", "back-ana", "--for", "Ana", "--qr")
    assert "error[E810]: --qr needs segno, which is not installed" in said
    assert 'pip install "mesocycle[serve]"' in said
    assert not (folder / ".meso").exists()


def test_without_the_extra_links_are_made_all_the_same(create, monkeypatch):
    monkeypatch.setitem(sys.modules, "segno", None)
    monkeypatch.setitem(sys.modules, "jinja2", None)
    create()


def test_the_state_may_lie_elsewhere(create, folder, tmp_path):
    create("--state", str(tmp_path / "state"))
    assert (tmp_path / "state" / "links.json").exists()
    assert not (folder / ".meso").exists()
