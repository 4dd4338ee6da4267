"""What `meso serve` is told, and what it refuses."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from mesocycle.cli.serve import a_limit
from mesocycle.diagnostics import Diagnostic
from mesocycle.feed.building.news import News
from tests.unit.cli.serving import make_link


@pytest.mark.proves("C66")
@pytest.mark.parametrize(
    ("text", "limit"),
    [("60/h", 60), ("60", 60), ("1/h", 1), ("1000000/h", 1_000_000), ("off", None)],
)
def test_a_limit(text, limit):
    assert a_limit(text) == limit


@pytest.mark.parametrize(
    "arguments",
    [
        ["--limit", "0/h"], ["--limit", "60/min"], ["--limit", "-1"], ["--limit", "1000001/h"],
        ["--limit", "1e3"], ["--limit", "Off"], ["--limit", ""], ["--limit", "٦٠/h"],
        ["--port", "65536"], ["--port", "-1"], ["--port", "http"], ["--url", "plans.example.org"],
        ["--url", "https://x.org/?a"], ["--url", "ftp://x.org"], ["--as-of", "tomorrow"],
        ["--as-of", "2026-13-01"], ["--option", "alarm"], ["--option", "json.x=y"], ["elsewhere"],
        ["--state", "back.plan"],
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(refused, arguments):
    assert "Error: " in refused("serve", *(["."] if arguments != ["elsewhere"] else []), *arguments)


def test_no_folder_is_named(refused):
    assert "DIR" in refused("serve")
    assert "is a file" in refused("serve", "back.plan")


def test_a_time_that_is_none_is_told_at_once(refused, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert "SOURCE_DATE_EPOCH" in refused("serve", ".")


def test_the_extra_is_named(refused, monkeypatch):
    from mesocycle.cli import extras

    monkeypatch.setattr(extras, "find_spec", lambda name: None if name == "uvicorn" else name)
    told = refused("serve", ".")
    assert "error[E810]: `meso serve` needs uvicorn, which is not installed" in told
    assert 'pip install "mesocycle[serve]"' in told


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--host", "nowhere.invalid"], "error[E811]: cannot listen at nowhere.invalid:8080: "),
        (["--host", "203.0.113.7"], "error[E811]: cannot listen at 203.0.113.7:8080: "),
        (["--access-log", "no/such/file"], "error[E720]: cannot write to no/such/file: no such "),
        (["--access-log", "."], "error[E720]: cannot write to .: is a directory"),
    ],
)
def test_what_the_system_refuses_is_told(run, arguments, told):
    done = run("serve", ".", *arguments)
    assert (done.exit_code, done.stdout) == (4, "")
    assert done.stderr.startswith(told)


def test_damaged_links_are_told_before_anybody_asks(run, folder):
    (folder / ".meso").mkdir()
    (folder / ".meso" / "links.json").write_text("{")
    done = run("serve", ".")
    assert (done.exit_code, done.stderr[:12]) == (4, "error[E821]:")


@pytest.mark.proves("C69")
def test_a_door_to_others_is_a_warning(run, monkeypatch):
    heard = []
    monkeypatch.setattr("mesocycle.feed.web.server.serve", lambda *all_: heard.append(all_))
    done = run("serve", ".", "--host", "0.0.0.0", "--port", "0", "--limit", "off")
    assert done.exit_code == 0
    assert done.stderr.startswith("warning[W812]: http://0.0.0.0:")
    _, settings, sockets, _, log = heard[0]
    assert (settings.per_hour, log) == (None, None)
    for each in sockets:
        each.close()


@pytest.mark.parametrize(
    ("given", "warned"), [("reasons=yes", True), ("reasons=no", False), ("emoji=yes", False)]
)
def test_words_of_pain_for_everybody_are_a_warning(run, monkeypatch, given, warned):
    monkeypatch.setattr(
        "mesocycle.feed.web.server.serve", lambda *all_: [s.close() for s in all_[2]]
    )
    done = run("serve", ".", "--port", "0", "--option", f"ical.{given}")
    assert done.exit_code == 0
    assert ("W813" in done.stderr) == warned


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_at_home_nothing_is_warned_of(run, monkeypatch, host):
    monkeypatch.setattr(
        "mesocycle.feed.web.server.serve", lambda *all_: [s.close() for s in all_[2]]
    )
    done = run("serve", ".", "--host", host, "--port", "0")
    if host == "::1" and done.exit_code == 4:
        pytest.skip("no IPv6 here")
    assert (done.exit_code, done.stderr) == (0, "")


@pytest.fixture
def stand_in(monkeypatch):
    """`stand_in(do)`: instead of a server, `do(around)`."""

    def stand_in(do):
        def serve(keeper, settings, sockets, around, log):
            do(around)
            for each in sockets:
                each.close()

        monkeypatch.setattr("mesocycle.feed.web.server.serve", serve)

    return stand_in


def test_what_is_said_when_it_answers(run, folder, stand_in):
    stand_in(lambda around: around.ready())
    done = run("serve", ".", "--port", "0", "--url", "https://cal.example.org/")
    assert re.fullmatch(r"serving \. at http://127\.0\.0\.1:[0-9]+\n", done.stdout)
    assert done.stderr == (
        "subscribers reach it at https://cal.example.org\n"
        "nobody has a link yet: meso feed create . FEED --for WHOM\n"
    )
    make_link(folder, "back-ana")
    assert run("serve", ".", "--port", "0").stderr == ""
    quiet = run("serve", ".", "--port", "0", "--url", "https://cal.example.org/", "-q")
    assert (quiet.stdout.count("\n"), quiet.stderr) == (1, "")


def test_the_address_may_be_in_the_environment(run, stand_in, monkeypatch):
    stand_in(lambda around: around.ready())
    monkeypatch.setenv("MESO_URL", "https://cal.example.org")
    assert "reach it at https://cal.example.org\n" in run("serve", ".", "--port", "0").stderr


@pytest.mark.proves("C59")
def test_what_a_look_found_is_told(run, stand_in):
    wrong = (Diagnostic(code="E801", message="back-ana was not made within 60 s"),)
    news = [
        News("back-ana", "failed", wrong),
        News("back-ben", "failed", wrong),
        News("back-cem", "failed", wrong, again=True),
        News("back-dee", "mended"),
        News("back-dee", "mended", options={"detail": "busy"}),
        News("", "mended"),
        News("back-\x1b[2J", "built"),
        News("back-eva", "unchanged"),
    ]
    stand_in(lambda around: around.tell(news))
    told = run("serve", ".", "--port", "0").stderr
    assert told.count("error[E801]: back-ana was not made within 60 s\n") == 1
    assert told.endswith("1 error\nmended: back-dee\nmended: the folder\n")
    assert "built: back-\\x1b[2J\n" in run("serve", ".", "--port", "0", "-v").stderr


def test_changes_happen_now_unless_it_is_said_when(run, stand_in, monkeypatch):
    seen = []
    stand_in(lambda around: seen.append(around.time_of_changes()))
    run("serve", ".", "--port", "0")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796580000")
    run("serve", ".", "--port", "0")
    assert seen[1] == datetime.fromtimestamp(1796580000, UTC)
    assert seen[0] != seen[1]
