"""Whatever a plan or a plugin does while a feed is made, it costs that feed and nothing else."""

from __future__ import annotations

import os
import threading
import time

import pytest

from mesocycle.feed.building.builder import Builder, Stopped
from mesocycle.feed.building.make import Settings
from mesocycle.feed.building.wire import Order
from mesocycle.feed.model import Feed
from tests.unit.feed.building.conftest import TROUBLED
from tests.unit.feed.folders import DIARY, NOW, PLAN, served


@pytest.fixture(scope="module")
def order(tmp_path_factory):
    folder = served(tmp_path_factory.mktemp("builder") / "plans", [])

    def of(name):
        diary = folder.write(f"{name.lower()}.diary", DIARY.format(name=name))
        feed = Feed(f"back-{name.lower()}", str(folder.path / "back.plan"), str(diary))
        return Order(feed, {}, Settings(), None, NOW)

    return of


@pytest.fixture(scope="module")
def shared(troubled_site):
    """A builder that nothing here ends."""
    builder = Builder()
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(TROUBLED))
        patch.syspath_prepend(str(troubled_site))
        builder._ready()
    yield builder
    builder.close()
    builder.rest()


@pytest.fixture
def builder(troubled):
    """A builder for this test alone."""
    made = Builder(limit_s=2.0)
    yield made
    made.close()
    made.rest()


def told(made):
    (diagnostic,) = made.diagnostics
    return diagnostic


def living(session):
    """The living processes of a session."""
    found = []
    for each in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{each}/stat") as file:
                fields = file.read().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] not in "ZX":
            found.append(int(each))
    return found


def test_what_hangs_is_given_up_with_all_that_it_started(builder, order):
    seen = []
    threading.Timer(1.8, lambda: seen.extend(living(builder._process.pid))).start()
    made = builder.make(order("Hangs"))
    assert made.content is None
    assert told(made).code == "E801"
    assert "not made within 2 s" in told(made).message
    assert "troubled_ical.py:" in told(made).hints[0]
    assert len(seen) == 2
    assert eventually(lambda: not living(min(seen)))


def eventually(holds):
    """Whether it comes true while one can wait for it."""
    for _ in range(200):
        if holds():
            return True
        time.sleep(0.02)
    return False


@pytest.mark.parametrize(
    ("name", "ending"), [("Exits", "ended with 7"), ("Segfaults", "was ended by SIGSEGV")]
)
def test_what_crashes_is_told_and_the_next_feed_is_made(builder, order, name, ending):
    made = builder.make(order(name))
    assert made.content is None
    assert told(made).code == "E802"
    assert told(made).message.endswith(ending)
    assert builder.make(order("Ana")).content is not None


@pytest.mark.parametrize("name", ["Empties", "Halves", "Page", "Twice"])
def test_what_is_no_calendar_is_not_taken_for_one(shared, order, name):
    made = shared.make(order(name))
    assert made.content is None
    assert told(made).code == "E803"
    assert "ical (mesocycle-ical 9.9)" in told(made).message


def test_what_eats_the_memory_gets_an_error(shared, order):
    made = shared.make(order("Eats"))
    assert told(made).code == "E610"
    assert "MemoryError" in told(made).message


@pytest.mark.parametrize("name", ["Shouts", "Reads"])
def test_a_plugin_has_no_hand_on_the_line(shared, order, name):
    assert shared.make(order(name)).content is not None
    assert shared.make(order("Ana")).content is not None


def test_a_process_makes_so_many_feeds_and_no_more(order):
    """And what it makes of one order is the same in each."""
    builder = Builder(most=2)
    pids, made = [], set()
    for _ in range(4):
        made.add(builder.make(order("Ana")).content)
        pids.append(builder._process.pid)
    builder.rest()
    assert pids[0] == pids[1] != pids[2] == pids[3]
    assert len(made - {None}) == len(made) == 1


def test_to_close_ends_what_is_being_made(troubled, order):
    builder = Builder()
    threading.Timer(0.5, builder.close).start()
    with pytest.raises(Stopped):
        builder.make(order("Hangs"))
    with pytest.raises(Stopped):
        builder.make(order("Ana"))


def test_without_a_master_the_process_ends(order):
    builder = Builder()
    assert builder.make(order("Ana")).content is not None
    process = builder._process
    process.stdin.close()
    assert process.wait(10) == 0
    process.stdout.close()
    builder._said.close()


def test_mistakes_come_with_their_places(shared, order, tmp_path):
    plan = tmp_path / "back.plan"
    plan.write_text(PLAN.replace("Superman", "Supermann"))
    made = shared.make(Order(Feed("back", str(plan)), {}, Settings(), None, NOW))
    (mistake,) = made.diagnostics
    assert mistake.span.text == "Supermann"
    assert mistake.span.line == 8
    assert mistake.span.source.text == plan.read_text()
