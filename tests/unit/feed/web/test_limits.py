"""A link may ask so often, and no other pays for it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mesocycle.feed.web.answer import Desk, WebSettings
from mesocycle.feed.web.limits import Limits
from tests.unit.feed.web.conftest import NOW, OTHER, TOKEN, Got, a_page, link_of

pytestmark = pytest.mark.proves("C66")


def test_sixty_at_once_and_then_one_a_minute():
    limits = Limits(60)
    assert [limits.wait("kimoru", 1000.0) for _ in range(60)] == [0] * 60
    assert limits.wait("kimoru", 1000.0) == 60
    assert limits.wait("kimoru", 1030.5) == 30
    assert limits.wait("kimoru", 1060.0) == 0
    assert limits.wait("kimoru", 1060.0) == 60


def test_who_waits_as_told_is_answered():
    limits = Limits(7)
    now = 0.0
    for _ in range(50):
        now += limits.wait("kimoru", now)
        if limits.wait("kimoru", now):
            now += limits.wait("kimoru", now)
            assert limits.wait("kimoru", now) == 0


def test_rest_fills_up_to_the_measure_and_no_further():
    limits = Limits(2)
    assert [limits.wait("kimoru", 1e6) for _ in range(3)] == [0, 0, 1800]
    assert [limits.wait("kimoru", 9e6) for _ in range(3)] == [0, 0, 1800]


def test_to_be_refused_costs_nothing():
    limits = Limits(1)
    assert limits.wait("kimoru", 0.0) == 0
    for second in range(3600):
        assert limits.wait("kimoru", float(second)) == 3600 - second
    assert limits.wait("kimoru", 3600.0) == 0


def test_every_link_is_counted_by_itself():
    limits = Limits(1)
    assert [limits.wait(name, 0.0) for name in ("a", "b", "c", "a")] == [0, 0, 0, 3600]


def test_no_limit_counts_nothing():
    limits = Limits(None)
    assert not any(limits.wait("kimoru", 0.0) for _ in range(1000))
    assert len(limits) == 0


def test_a_clock_that_goes_back_gives_nothing_and_locks_nobody_out():
    limits = Limits(1)
    assert limits.wait("kimoru", 1e6) == 0
    assert limits.wait("kimoru", 1e6 - 86_400) == 3600
    assert limits.wait("kimoru", 1e6 - 86_400 + 3600) == 0


def test_no_more_links_are_remembered_than_there_is_room_for():
    limits = Limits(1, most=100)
    for number in range(1000):
        limits.wait(f"link{number}", 0.0)
    assert len(limits) == 100
    assert limits.wait("link999", 0.0)
    assert not limits.wait("link0", 0.0)


def test_sixty_unless_it_is_said_otherwise():
    assert WebSettings().per_hour == 60


def test_too_often_is_told_until_when(board):
    board.links[OTHER] = link_of(OTHER, "tadevi")
    desk = Desk(board, WebSettings(per_hour=3), a_page)

    def ask(token, seconds=0, kind="/plan.ics", method="GET"):
        now = NOW + timedelta(seconds=seconds)
        return Got(desk.answer(method, f"/c/{token}{kind}".encode(), [], now))

    assert [ask(TOKEN, method=m).status for m in ("GET", "HEAD", "GET")] == [200] * 3
    refused = ask(TOKEN)
    assert (refused.status, refused.headers["retry-after"]) == (429, "1200")
    assert refused.headers["content-type"] == "text/plain; charset=utf-8"
    assert refused.headers["cache-control"] == "no-store"
    assert ask(TOKEN, kind="").status == 429
    assert ask(OTHER).status == 200
    assert ask(TOKEN, 1200).status == 200
    assert ask("C" * 43).status == 404


def test_what_is_refused_for_another_reason_is_not_counted(board):
    desk = Desk(board, WebSettings(per_hour=1), a_page)
    path = f"/c/{TOKEN}/plan.ics".encode()
    for _ in range(10):
        assert desk.answer("POST", path, [], NOW).reply.status == 405
    assert desk.answer("GET", path, [], NOW).reply.status == 200
