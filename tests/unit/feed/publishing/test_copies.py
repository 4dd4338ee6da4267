"""Which copies ought to lie at a place."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

import pytest

from mesocycle.feed.links.notice import notice
from mesocycle.feed.model import Feed, Link
from mesocycle.feed.publishing.copies import for_everybody, for_links
from tests.unit.feed.publishing.calendars import FEED

NOW = datetime(2026, 12, 7, 8, tzinfo=UTC)
TOKEN = "t" * 43


def link(**other):
    values = {
        "id": "kimoru",
        "feed": "back-ana",
        "whom": "Ana's phone",
        "digest": hashlib.sha256(TOKEN.encode()).hexdigest(),
        "created": NOW - timedelta(days=60),
        "token": TOKEN,
    }
    return Link(**values | other)


def copies(*links, feeds=(FEED,)):
    missing = []
    return list(for_links(links, feeds, NOW, missing)), [d.message for d in missing]


def test_each_feed_for_everybody_goes_by_its_name():
    clinic = Feed("clinic/back", "clinic/back.plan")
    assert [c.key for c in for_everybody([FEED, clinic])] == ["back-ana.ics", "clinic/back.ics"]


@pytest.mark.proves("C76")
def test_a_link_goes_by_its_secret_and_nobody_is_told_that():
    ((copy,), missing) = copies(link(options={"detail": "busy"}))
    assert copy.key == f"{TOKEN}/plan.ics"
    assert (copy.feed, dict(copy.options), missing) == (FEED, {"detail": "busy"}, [])
    assert copy.label == "back-ana for Ana's phone (kimoru)"


def test_a_link_that_is_only_served_is_not_published():
    assert copies(link(token=None)) == ([], [])


@pytest.mark.proves("C76")
def test_a_revoked_link_is_a_notice_for_thirty_days_and_then_nothing():
    revoked = link(revoked=NOW - timedelta(days=29))
    ((copy,), _) = copies(revoked)
    assert (copy.feed, copy.notice) == (None, notice(revoked, NOW).content)
    ((copy,), _) = copies(link(revoked=NOW - timedelta(days=30)))
    assert (copy.feed, copy.notice) == (None, None)


def test_a_link_whose_feed_is_gone_is_told_and_its_calendar_left():
    found, missing = copies(link(feed="knee-ana"))
    assert found == []
    assert missing == ["there is no feed knee-ana, which Ana's phone (kimoru) may read"]


def test_a_link_of_one_athlete_is_not_a_copy_of_another():
    """`back-ana` is somebody else's now: two were called Ana, and one of them was renamed."""
    other = Feed("back-ana-m", "back.plan", "plans/first.diary")
    found, missing = copies(link(diary="first.diary"), feeds=(FEED, other))
    assert found == []
    assert missing == ["back-ana was the feed of first.diary, and is now that of ana.diary"]
    assert len(copies(link(diary="ana.diary"), feeds=(FEED, other))[0]) == 1


def test_a_revoked_link_needs_no_feed():
    (found, missing) = copies(link(revoked=NOW), feeds=())
    assert (len(found), missing) == (1, [])


def test_the_links_of_one_feed_come_one_after_the_other():
    knee = Feed("knee-ana", "knee.plan")
    links = [
        link(id=i, feed=f) for i, f in (("a", "knee-ana"), ("b", "back-ana"), ("c", "knee-ana"))
    ]
    found, _ = copies(*links, feeds=(FEED, knee))
    assert [copy.feed for copy in found] == [FEED, knee, knee]
