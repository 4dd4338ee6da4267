"""`meso feed`: links are made, listed, ended; what opens them is told once, and never again."""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
import subprocess
import sys

import pytest

from mesocycle.cli import extras
from mesocycle.saving import writing

TOKEN = re.compile("[A-Za-z0-9_-]{43}")
DAY = "1796688000"  # 2026-12-08


@pytest.fixture(autouse=True)
def now(folder, monkeypatch):
    """A clock that stands, and no address from outside."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    monkeypatch.delenv("MESO_URL", raising=False)
    return lambda day: monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(DAY) + day * 86_400))


@pytest.fixture
def create(run):
    """`create("--detail", "busy")`: the link's id, its secret, and what was printed."""

    def call(*arguments, feed="back-ana", whom="Ana's phone"):
        done = run("feed", "create", ".", feed, "--for", whom, *arguments)
        assert done.exit_code == 0, done.stderr
        (token,) = set(TOKEN.findall(done.stdout))
        return done.stdout.partition(":")[0], token, done

    return call


@pytest.fixture
def links(folder):
    """What is in the file."""
    return lambda: json.loads((folder / ".meso" / "links.json").read_text())["links"]


# --- create --------------------------------------------------------------------------------------


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


# --- list ----------------------------------------------------------------------------------------


def test_feeds_and_links_in_a_table(run, create, folder, now):
    (folder / "walks.plan").write_text('plan "Walks"\n  starts 2026-12-07\n  lasts 1 week\n')
    first = create("--detail", "busy")[0]
    second = create("--only", "strength", "--publish", whom="Łukasz 漢字")[0]
    now(3)
    run("feed", "revoke", ".", first)
    listed = run("feed", "list", ".")
    assert listed.exit_code == 0
    assert listed.stdout == (
        "back-ana  back.plan, ana.diary\n"
        f"  {first}  Ana's phone  busy           revoked 2026-12-11, says so until 2027-01-10\n"
        f"  {second}  Łukasz 漢字  only strength  since 2026-12-08, published\n"
        "walks  walks.plan\n"
        "  no link\n"
    )


@pytest.mark.proves("C65")
def test_no_list_has_a_secret_or_what_it_leaves(run, create, links):
    tokens = [create()[1], create("--publish")[1]]
    digests = [link["digest"] for link in links()]
    for call in ((), ("--format", "json"), ("--all", "-v"), ("--debug", "--color")):
        done = run("feed", "list", ".", *call)
        assert not any(each in done.output for each in tokens + digests)
        assert TOKEN.search(done.output) is None


def test_as_json(run, create, now):
    link_id = create("--detail", "busy")[0]
    now(1)
    run("feed", "revoke", ".", link_id)
    now(40)
    listed = json.loads(run("feed", "list", ".", "--format", "json").stdout)
    assert listed == {
        "feeds": [{"name": "back-ana", "plan": "back.plan", "diary": "ana.diary"}],
        "links": [
            {
                "id": link_id,
                "feed": "back-ana",
                "for": "Ana's phone",
                "options": {"detail": "busy"},
                "created": "2026-12-08T00:00:00Z",
                "revoked": "2026-12-09T00:00:00Z",
                "replaced": False,
                "state": "gone",
                "published": False,
            }
        ],
    }


def test_what_ended_long_ago_is_left_out_and_counted(run, create, now):
    link_id = create()[0]
    run("feed", "revoke", ".", link_id)
    now(30)
    listed = run("feed", "list", ".")
    assert link_id not in listed.stdout
    assert listed.stderr == "a link that ended long ago: --all\n"
    assert f"{link_id}  Ana's phone  all  revoked 2026-12-08, gone" in (
        run("feed", "list", ".", "--all").stdout
    )


def test_a_link_to_what_is_no_more_is_told(run, create, folder):
    create()
    (folder / "ana.diary").unlink()
    assert run("feed", "list", ".").stdout.startswith(
        "back  back.plan\n  no link\nback-ana  no plan gives it any more\n"
    )


def test_a_folder_with_nothing(run, folder):
    (folder / "empty").mkdir()
    assert run("feed", "list", "empty").stdout == "no plan, and no link\n"
    assert not (folder / "empty" / ".meso").exists()


# --- revoke and rotate ---------------------------------------------------------------------------


@pytest.mark.proves("C61", "C63")
def test_one_is_revoked_and_the_others_stay(run, create, links):
    first, second = create()[0], create(whom="her physio")[0]
    done = run("feed", "revoke", ".", first)
    assert (done.exit_code, done.stdout) == (0, "")
    told = f"{first} (back-ana, for Ana's phone) was revoked on 2026-12-08; its calendar says so"
    assert done.stderr == f"{told} until 2027-01-07\n"
    assert [(link["id"], link.get("revoked")) for link in links()] == [
        (first, "2026-12-08T00:00:00Z"), (second, None),
    ]  # fmt: skip


def test_to_revoke_twice_is_fine(run, create, links, now):
    link_id = create()[0]
    run("feed", "revoke", ".", link_id)
    before = links()
    now(5)
    done = run("feed", "revoke", ".", link_id)
    assert done.exit_code == 0
    assert "was revoked on 2026-12-08" in done.stderr
    assert links() == before


def test_what_was_published_goes_with_the_next_publish(run, create):
    link_id = create("--publish")[0]
    assert "replaced by the next `meso publish`" in run("feed", "revoke", ".", link_id).stderr


def test_a_new_link_in_the_place_of_another(run, create, links):
    old, token, _ = create("--detail", "title")
    done = run("feed", "rotate", ".", old, "--url", "https://cal.example.org")
    assert done.exit_code == 0
    (other,) = set(TOKEN.findall(done.stdout))
    assert other != token
    assert done.stderr == f"{old} is revoked: it says that there is a new link\n"
    ended, new = links()
    assert (ended["id"], ended["replaced"]) == (old, True)
    assert done.stdout.startswith(f"{new['id']}: back-ana, for Ana's phone\n")
    assert new["options"] == {"detail": "title"}


@pytest.mark.parametrize("verb", ["revoke", "rotate"])
def test_an_unknown_id(run, refused, create, verb, folder):
    assert "no link 'kimoru'; there are none" in refused("feed", verb, ".", "kimoru")
    assert not (folder / ".meso").exists()
    link_id = create()[0]
    wrong = link_id[:-1] + "x"
    assert f"no link {wrong!r}; did you mean {link_id}?" in refused("feed", verb, ".", wrong)
    assert "`meso feed list` shows them" in refused("feed", verb, ".", "x")


def test_nothing_takes_the_place_of_what_ended(run, refused, create):
    link_id = create()[0]
    run("feed", "revoke", ".", link_id)
    said = refused("feed", "rotate", ".", link_id)
    assert f"{link_id} is revoked already; for a new link: meso feed create . back-ana" in said


# --- when something is wrong ---------------------------------------------------------------------

CALLS = [
    ("create", ".", "back-ana", "--for", "Ana"),
    ("list", "."),
    ("revoke", ".", "kimoru"),
    ("rotate", ".", "kimoru"),
]


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call[0])
@pytest.mark.parametrize(
    ("data", "code"),
    [(b"{", "E821"), (b"\xff" * 9, "E821"), (b'{"format": 9}', "E822")],
)
def test_links_that_cannot_be_read_are_told_and_left_alone(run, folder, call, data, code):
    (folder / ".meso").mkdir()
    (folder / ".meso" / "links.json").write_bytes(data)
    done = run("feed", *call)
    assert (done.exit_code, done.stdout) == (4, "")
    assert f"error[{code}]: .meso/links.json " in done.stderr
    assert (folder / ".meso" / "links.json").read_bytes() == data


@pytest.mark.parametrize("call", CALLS[:2], ids=lambda call: call[0])
def test_what_belongs_to_somebody_else(run, folder, create, call, monkeypatch):
    create()
    opened = os.open

    def denied(path, *more, **others):
        if str(path).endswith("links.json"):
            raise PermissionError(13, "Permission denied")
        return opened(path, *more, **others)

    monkeypatch.setattr(os, "open", denied)
    done = run("feed", *call)
    assert done.exit_code == 4
    assert "error[E820]: cannot read .meso/links.json: permission denied" in done.stderr


def test_a_disk_that_is_full(run, create, links, monkeypatch):
    create()
    before = links()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", full)
    done = run("feed", "create", ".", "back-ana", "--for", "Ben")
    monkeypatch.undo()
    assert (done.exit_code, done.stdout) == (4, "")
    assert "error[E720]: cannot write to .meso/links.json: no space left on device" in done.stderr
    assert links() == before


def test_somebody_who_does_not_let_go(run, folder, monkeypatch):
    monkeypatch.setattr(writing, "PATIENCE_S", 0.0)
    (folder / ".meso").mkdir()
    with writing.locked(str(folder / ".meso")):
        done = run("feed", "create", ".", "back-ana", "--for", "Ana")
    assert done.exit_code == 4
    assert "error[E721]" in done.stderr


def test_help_needs_none_of_the_rooms():
    code = (
        "import sys\nfrom mesocycle.cli import meso\n"
        "try: meso.main(['feed', 'create', '--help'], prog_name='meso')\n"
        "except SystemExit: pass\n"
        "print([m for m in sys.modules if m.startswith(('mesocycle.feed.', 'segno', 'jinja2'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
