"""`meso publish`: calendars put into a folder or a bucket, and what is said of it."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from mesocycle.feed.building.make import make
from mesocycle.feed.links.book import Book
from tests.unit.cli.conftest import PLAN
from tests.unit.feed.publishing.stores import failing_server

MARCH = "1772323200"  # 2026-03-01


@pytest.fixture(autouse=True)
def noon(folder, monkeypatch):
    """The time, so that links can be old."""
    for name in ("MESO_URL", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", MARCH)


@pytest.fixture(autouse=True)
def at_hand(request, monkeypatch):
    """Feeds are made here: to start a process for each would take longer than all the rest."""
    if "in_a_process" not in request.fixturenames:
        monkeypatch.setattr("mesocycle.feed.publishing.publishing.Builder", Here)


@pytest.fixture
def in_a_process():
    """Feeds are made as they always are."""


class Here:
    def make(self, order):
        return make(order.feed, order.options, order.settings, order.previous, order.now)

    def rest(self):
        pass


@pytest.fixture
def book(folder):
    return Book(str(folder / ".meso"))


@pytest.fixture
def create(book):
    """A link for publishing: its id, and where its file is below the place."""

    def made(feed="back-ana", whom="Ana's phone", **options):
        now = datetime.fromtimestamp(int(MARCH), UTC)
        link, token = book.create(feed, whom, options, now=now, publish=True)
        return link.id, f"{token}/plan.ics"

    return made


def days(number):
    return str(int(MARCH) + number * 24 * 60 * 60)


def files(folder, name="out"):
    found = (folder / name).rglob("*")
    return {p.relative_to(folder / name).as_posix(): p.read_bytes() for p in found if p.is_file()}


def test_a_calendar_for_each_link(run, folder, create, in_a_process):
    (one, first), (other, second) = create(), create(whom="Ben", detail="busy")
    done = run("publish", ".", "--to", "out")
    assert (done.exit_code, done.stderr) == (0, "")
    assert files(folder).keys() == {first, second}
    assert b"SUMMARY:Strength" in files(folder)[first]
    assert b"Strength" not in files(folder)[second]
    lines = [re.sub(r"[0-9.]+ kB", "SIZE", line) for line in done.stdout.splitlines()]
    assert lines == [
        f"back-ana for Ana's phone ({one})  SIZE  new",
        f"back-ana for Ben ({other})  SIZE  new",
    ]


def test_a_second_time_nothing_is_written_and_that_is_told(run, folder, create):
    _, file = create()
    run("publish", ".", "--to", "out")
    before = (folder / "out" / file).stat()
    done = run("publish", ".", "--to", "out")
    assert done.stdout.endswith("  unchanged\n")
    after = (folder / "out" / file).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_what_changed_keeps_its_revisions_and_is_counted(run, folder, create, monkeypatch):
    _, file = create()
    run("publish", ".", "--to", "out")
    (folder / "back.plan").write_text(PLAN.replace("at 07:00", "at 08:00"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", days(1))
    done = run("publish", ".", "--to", "out")
    assert "  changed: 4 changed\n" in done.stdout
    assert files(folder)[file].count(b"SEQUENCE:1\r\n") == 4


@pytest.mark.proves("C65")
def test_no_secret_is_told_unless_asked_for(run, folder, create):
    _, file = create()
    token = file.partition("/")[0]
    assert token not in run("publish", ".", "--to", "out").output
    assert token not in run("-v", "publish", ".", "--to", "out").output
    shown = run("publish", ".", "--to", "out", "--show-links")
    assert shown.stdout.endswith(f"unchanged  {folder}/out/{file}\n")
    shown = run("publish", ".", "--to", "out", "--show-links", "--url", "https://example.org/c/")
    assert shown.stdout.endswith(f"unchanged  https://example.org/c/{file}\n")


def test_a_dry_run_tells_what_would_be_done(run, folder, create):
    create()
    done = run("publish", ".", "--to", "out", "--dry-run")
    assert done.stdout.endswith("  new\n")
    assert done.stderr == "nothing was written\n"
    assert not (folder / "out").exists()


def test_words_of_pain_for_everybody_are_a_warning(run):
    said = ("publish", ".", "--to", "out", "--plain", "--format", "short")
    assert "W813" in run(*said, "--option", "ical.reasons=yes").stderr
    assert "W813" not in run(*said, "--option", "ical.reasons=no").stderr


def test_every_feed_under_its_name_for_everybody(run, folder):
    done = run("publish", ".", "--to", "out", "--plain", "--format", "short")
    assert done.exit_code == 0
    assert files(folder).keys() == {"back-ana.ics"}
    assert done.stderr == "warning[W838]: whoever guesses the name of a calendar can read it\n"
    assert run("-q", "publish", ".", "--to", "out", "--plain").output == ""


@pytest.mark.proves("C76")
def test_a_revoked_link_is_a_notice_for_a_month_and_then_nothing(
    run, folder, create, book, monkeypatch
):
    link, file = create()
    run("publish", ".", "--to", "out")
    book.revoke(link, datetime.fromtimestamp(int(MARCH), UTC))
    assert run("publish", ".", "--to", "out").stdout.endswith(
        "  changed: it says that the link has ended\n"
    )
    assert b"SUMMARY:This calendar link was revoked" in files(folder)[file]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", days(29))
    told = run("publish", ".", "--to", "out").stdout
    assert told.endswith("  unchanged: it says that the link has ended\n")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", days(30))
    assert run("publish", ".", "--to", "out").stdout.endswith("  removed\n")
    assert files(folder) == {}
    assert run("publish", ".", "--to", "out").output == ""


@pytest.mark.proves("C75")
def test_mistakes_of_one_plan_leave_its_calendar_and_the_others_are_published(run, folder, create):
    _, file = create()
    run("publish", ".", "--to", "out")
    before = files(folder)[file]
    (folder / "knee").mkdir()
    (folder / "knee" / "knee.plan").write_text(PLAN)
    (folder / "back.plan").write_text(PLAN.replace("Superman;", "Supermann;"))
    _, other = create("knee/knee", "Ben")
    done = run("publish", ".", "--to", "out")
    assert done.exit_code == 1
    assert "error[E203]" in done.stderr
    assert [line.rpartition("  ")[2] for line in done.stdout.splitlines()] == [
        "not published", "new",
    ]  # fmt: skip
    assert files(folder)[file] == before
    assert other in files(folder)


@pytest.mark.proves("C75")
def test_a_plan_that_is_gone_leaves_its_calendar(run, folder, create):
    _, file = create()
    run("publish", ".", "--to", "out")
    (folder / "back.plan").rename(folder / "knee.plan")
    done = run("publish", ".", "--to", "out", "--format", "short")
    assert done.exit_code == 1
    assert done.stderr.startswith("error[E836]: there is no feed back-ana")
    assert file in files(folder)


def test_what_we_did_not_make_is_left_alone(run, folder, create):
    _, file = create()
    (folder / "out" / file).parent.mkdir(parents=True)
    (folder / "out" / file).write_text("mine")
    done = run("publish", ".", "--to", "out", "--format", "short")
    assert done.exit_code == 4
    assert done.stderr.startswith("error[E833]: back-ana for Ana's phone (")
    assert files(folder) == {file: b"mine"}


@pytest.mark.parametrize("linked", [False, True])
def test_nothing_to_publish(run, folder, book, linked):
    if linked:
        book.create("back-ana", "Ana", {}, now=datetime(2026, 3, 1, tzinfo=UTC))
    done = run("publish", ".", "--to", "out", "--format", "short")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("error[E837]: there is nothing to publish of .: ")
    assert not (folder / "out").exists()


def test_links_that_cannot_be_read_publish_nothing(run, folder, create):
    create()
    (folder / ".meso" / "links.json").write_text("{")
    done = run("publish", ".", "--to", "out", "--format", "short")
    assert done.exit_code == 4
    assert "error[E821]" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("publish", "."),
        ("publish", "--to", "out"),
        ("publish", "nowhere", "--to", "out"),
        ("publish", ".", "--to", "ftp://host/a"),
        ("publish", ".", "--to", "s3://"),
        ("publish", ".", "--to", "out", "--endpoint", "http://127.0.0.1:9"),
        ("publish", ".", "--to", "s3://calendars", "--endpoint", "http://example.org"),
        ("publish", ".", "--to", "out", "--option", "markdown.x=y"),
        ("publish", ".", "--to", "out", "--as-of", "tomorrow"),
        ("publish", ".", "--to", "out", "--url", "nowhere"),
    ],
)
def test_what_makes_no_sense(refused, words):
    refused(*words)


def test_without_the_extra_it_says_what_to_install(run, create, monkeypatch):
    from mesocycle.feed.publishing import opening

    def absent(*_):
        raise opening.NoStore

    monkeypatch.setattr(opening, "open_place", absent)
    monkeypatch.setattr("mesocycle.cli.extras.find_spec", lambda _: None)
    create()
    done = run("publish", ".", "--to", "s3://calendars", "--format", "text")
    assert done.exit_code == 2
    assert 'pip install "mesocycle[publish]"' in done.stderr


def test_a_store_that_fails_is_one_line(run, create, monkeypatch):
    create()
    create()
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "coach")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    with failing_server() as store:
        store.says(403, "InvalidAccessKeyId")
        place = ("--to", "s3://calendars/team", "--endpoint", store.endpoint)
        done = run("publish", ".", *place, "--format", "short")
    assert (done.exit_code, done.stdout) == (4, "")
    assert done.stderr == (
        "error[E831]: s3://calendars/team does not know who is asking: "
        "403 Forbidden, InvalidAccessKeyId\n"
    )
