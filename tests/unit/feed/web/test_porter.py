"""Who is shown out, by a clock that stands until it is moved."""

from __future__ import annotations

import resource

import pytest

from mesocycle.feed.web.porter import EVERY_S, Patience, Porter, room

pytestmark = pytest.mark.proves("C68")


class Loop:
    """A loop whose time passes when it is told to."""

    def __init__(self):
        self.now = 0.0
        self.calls = []

    def time(self):
        return self.now

    def call_later(self, delay, call, *arguments):
        self.calls.append((self.now + delay, call, arguments))

    def away(self, seconds):
        """Time passes, and what was due is done at the end of it."""
        self.now += seconds
        due, self.calls = self.calls, []
        for _, call, arguments in due:
            call(*arguments)

    def wait(self, seconds):
        end = self.now + seconds
        while due := [each for each in self.calls if each[0] <= end]:
            self.now, call, arguments = first = min(due, key=lambda each: each[0])
            self.calls.remove(first)
            call(*arguments)
        self.now = end


class Visitor:
    """A connection, and the transport of it."""

    def __init__(self, porter, loop, since=None):
        self.porter, self.loop = porter, loop
        self.transport = self
        self.since = self.stuck = loop.now if since is None else since
        self.left = self.size = 0
        self.gone = None
        self.forgotten = False
        porter.enter(self, loop)

    def get_extra_info(self, name):
        return self

    def fileno(self):
        return -1

    def setsockopt(self, *options):
        self.forgotten = True

    def get_write_buffer_size(self):
        return self.size

    def abort(self):
        self.gone = self.loop.now
        self.porter.leave(self)


@pytest.fixture
def loop():
    return Loop()


@pytest.fixture
def porter():
    return Porter(Patience(head=9, stall=9, answer=60, most=20))


def test_half_a_request_goes_within_ten_seconds(porter, loop):
    visitor = Visitor(porter, loop)
    loop.wait(9)
    assert visitor.gone is None
    loop.wait(1)
    assert visitor.gone <= 10
    assert not visitor.forgotten


def test_the_usual_patience_keeps_the_promise():
    usual = Patience()
    assert max(usual.head, usual.stall) + EVERY_S <= 10


def test_who_asks_again_stays(porter, loop):
    visitor = Visitor(porter, loop)
    for _ in range(10):
        loop.wait(8)
        visitor.since = loop.now
    assert visitor.gone is None
    loop.wait(10)
    assert visitor.gone is not None


def test_nobody_is_late_because_we_were_away(porter, loop):
    visitor = Visitor(porter, loop)
    loop.away(20)
    assert visitor.gone is None
    loop.wait(1)
    assert visitor.gone is not None


def test_who_takes_nothing_of_an_answer_goes(porter, loop):
    visitor = Visitor(porter, loop)
    visitor.size = 100_000
    loop.wait(10.5)
    assert visitor.gone is not None
    assert visitor.forgotten


def test_who_takes_it_slowly_stays(porter, loop):
    visitor = Visitor(porter, loop)
    visitor.size = 100_000
    for _ in range(10):
        loop.wait(5)
        visitor.size -= 10_000
    assert visitor.gone is None
    visitor.size = 0
    loop.wait(8)
    assert visitor.gone is None


def test_who_takes_it_by_the_byte_goes_in_the_end(porter, loop):
    visitor = Visitor(porter, loop)
    visitor.size = 100_000
    while visitor.gone is None and loop.now < 100:
        loop.wait(1)
        visitor.size -= 1
    assert 60 <= visitor.gone <= 62


def test_without_room_the_longest_at_it_goes(porter, loop):
    old = [Visitor(porter, loop, since=-n / 10) for n in range(20)]
    new = Visitor(porter, loop)
    assert len(porter) <= 20
    gone = [each for each in old if each.gone is not None]
    assert gone
    assert new.gone is None
    assert max(each.since for each in gone) < min(each.since for each in old if each.gone is None)


def test_a_thousand_do_not_keep_the_next_one_out(porter, loop):
    for _ in range(1000):
        Visitor(porter, loop)
        loop.wait(0.001)
    newest = Visitor(porter, loop)
    assert len(porter) <= 20
    assert newest.gone is None


def test_nobody_is_looked_for_when_nobody_is_there(porter, loop):
    Visitor(porter, loop)
    loop.wait(20)
    assert len(porter) == 0
    assert loop.calls == []
    again = Visitor(porter, loop)
    loop.wait(10)
    assert again.gone is not None


@pytest.mark.parametrize(
    ("soft", "hard", "expected", "raised"),
    [
        (1024, 1_048_576, 4096, 6400),
        (1024, 8192, 4096, 6400),
        (1024, 2048, 1024, 2048),
        (1024, 1024, 512, None),
        (100, 100, 50, None),
        (1024, resource.RLIM_INFINITY, 4096, 6400),
        (resource.RLIM_INFINITY, resource.RLIM_INFINITY, 4096, None),
        (20_000, 20_000, 4096, None),
    ],
)
def test_as_many_files_as_the_system_lets_us_have(monkeypatch, soft, hard, expected, raised):
    limits = []
    monkeypatch.setattr(resource, "getrlimit", lambda which: (soft, hard))
    monkeypatch.setattr(resource, "setrlimit", lambda which, given: limits.append(given))
    assert room() == expected
    assert limits == ([] if raised in (None, soft) else [(raised, hard)])
