"""`meso publish` into a bucket."""

from __future__ import annotations

from datetime import UTC, datetime

from mesocycle.feed.links.book import Book
from tests.unit.cli.conftest import DIARY, folder, run

__all__ = ["folder", "run"]


def test_what_lies_in_the_bucket_is_what_the_next_calendar_follows(run, folder, keys, s3):
    """Whoever made it, on whichever machine."""
    words = ("publish", ".", "--to", "s3://calendars/team", "--endpoint", s3.endpoint)
    now = datetime(2026, 12, 1, tzinfo=UTC)
    _, token = Book(".meso").create("back-ana", "Ana's phone", {}, now=now, publish=True)
    assert run(*words, "--dry-run").stdout.endswith("  new\n")
    assert run(*words).stdout.endswith("  new\n")
    assert run(*words).stdout.endswith("  unchanged\n")
    (folder / "ana.diary").write_text(DIARY.replace("12, 12, 12", "9, 9, 9"))
    assert "  changed: " in run(*words).stdout
    status, headers, body = s3.ask("GET", f"/calendars/team/{token}/plan.ics")
    assert (status, b"SEQUENCE:1\r\n" in body) == (200, True)
    assert headers["content-type"] == "text/calendar; charset=utf-8"
