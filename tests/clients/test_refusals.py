"""What our server answers when it cannot give a feed, and what each program makes of it."""

from __future__ import annotations

import time

import pytest

from tests.clients.plans import FIRST, Plan
from tests.clients.served import ServedFeed
from tests.clients.waiting import WATCHED, look, sees, until


@pytest.fixture
def coach(tmp_path):
    """A maker of folders under `meso serve`, each ended with the test."""
    made: list[ServedFeed] = []

    def serve(**settings: str) -> ServedFeed:
        folder = tmp_path / f"coach{len(made)}"
        folder.mkdir()
        made.append(ServedFeed(folder, **settings))
        return made[-1]

    yield serve
    for each in made:
        each.close()


@pytest.fixture
def newcomer(program, tmp_path_factory):
    """The same program, as nobody has used it yet."""
    found = type(program)(tmp_path_factory.mktemp("newcomer"))
    yield found
    found.close()


@pytest.mark.proves("C60")
def test_a_feed_that_never_was_good_shows_nothing_and_then_all(newcomer, coach):
    feed = coach()
    feed.save(Plan())
    assert feed.url  # a link, made while the plan was good; nothing was built yet
    feed.save_broken(Plan())
    feed.up()
    assert feed.status() == 503
    newcomer.subscribe(feed.url)
    assert newcomer.shown() == []
    feed.publish(Plan())
    if newcomer.goes_dark:
        newcomer.restart()
    sees(newcomer, feed, FIRST)


@pytest.mark.proves("C66")
def test_who_asks_too_often_keeps_what_it_has(newcomer, coach):
    feed = coach(limit="40/h")
    feed.publish(Plan())
    newcomer.subscribe(feed.url)
    assert until(lambda: len(newcomer.shown()) == len(FIRST))
    before = newcomer.shown()
    assert until(lambda: feed.status() == 429, 60)  # the suite's own requests count as well
    look(newcomer, feed)
    assert feed.asked[-1].status == 429
    time.sleep(WATCHED)
    assert newcomer.shown() == ([] if newcomer.goes_dark else before)


@pytest.mark.proves("C63")
def test_a_link_in_place_of_another_shows_the_same(newcomer, program, coach):
    feed = coach()
    feed.publish(Plan())
    old = feed.url
    feed.rotate()
    assert feed.url != old
    newcomer.subscribe(feed.url)
    sees(newcomer, feed, FIRST)
