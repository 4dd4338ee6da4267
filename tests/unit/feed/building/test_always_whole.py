"""Whatever happens to a folder, in whatever order: what is served is whole, and once was good."""

from __future__ import annotations

import os
import shutil
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mesocycle.feed.building.make import Made
from mesocycle.feed.building.sound import flaw_of
from tests.unit.feed.building.calendars import BROKEN
from tests.unit.feed.folders import DIARY, NOW, PLAN, Here, served

PLANS = st.sampled_from(
    [
        PLAN,
        PLAN.replace("at 07:00", "at 08:00"),
        PLAN.replace("mon, wed", "tue"),
        PLAN.replace("Superman", "Supermann"),
        PLAN.replace("  timezone Europe/Berlin\n", ""),
        PLAN.replace("2026-12-07", "2027-02-30"),
        PLAN[: len(PLAN) // 2],
        'exercise "Plank"\n',
        "",
        "\0",
    ]
)
DIARIES = st.sampled_from(
    [
        DIARY.format(name="Ana"),
        DIARY.format(name="Ana").replace("12, 12, 12", "12, 11, 9"),
        DIARY.format(name="Ana").replace("12, 12, 12", "12, elf, 9"),
        DIARY.format(name="Anna"),
        DIARY.format(name="Ana").replace("A back", "A knee"),
        DIARY.format(name="Ben"),
        "",
        "\udcff",
    ]
)
FILES = st.sampled_from(["back.plan", "ana.diary", "ben.diary"])
STEPS = st.one_of(
    st.tuples(st.just("write"), st.just("back.plan"), PLANS),
    st.tuples(st.just("write"), st.sampled_from(["ana.diary", "ben.diary"]), DIARIES),
    st.tuples(st.just("delete"), FILES, st.just("")),
    st.tuples(st.just("rename"), FILES, FILES),
    st.tuples(st.just("trouble"), st.just(""), st.sampled_from([None, *BROKEN])),
    st.tuples(st.just("restart"), st.just(""), st.just("")),
    st.tuples(st.just("lose"), st.sampled_from(["made.json", "feeds"]), st.just("")),
)


class Troubled(Here):
    """Makes feeds, or what no subscriber must get; remembers all that was good."""

    def __init__(self, good):
        super().__init__()
        self.good = good
        self.trouble = "none"

    def make(self, order):
        if self.trouble is None:
            return Made(None, order.feed.name, (), ())
        if self.trouble in BROKEN:
            return Made(BROKEN[self.trouble], order.feed.name, (), ())
        made = super().make(order)
        if made.content is not None:
            self.good.setdefault(order.feed.name, set()).add(made.content)
        return made


def act(folder, what, name, more):
    """One step: a file of the folder is another, or the program is."""
    at = folder.path / name
    if what == "write":
        folder.path.mkdir(exist_ok=True)
        at.write_bytes(more.encode("utf-8", "surrogateescape"))
    elif what == "delete":
        at.unlink(missing_ok=True)
    elif what == "rename" and at.exists():
        os.replace(at, folder.path / more)
    elif what == "lose":
        state = folder.path / ".meso" / name
        shutil.rmtree(state, ignore_errors=True)
        if state.is_file():
            state.unlink()


@pytest.mark.proves("C43", "C59", "C75")
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, min_size=3, max_size=10))
def test_what_is_served_is_whole_and_once_was_good(tmp_path_factory, steps):
    folder = served(tmp_path_factory.mktemp("folder") / "plans", ["Ana", "Ben"])
    links = folder.book.links()
    good = {}
    keeper = folder.keeper()
    keeper._builder = builder = Troubled(good)
    keeper.look(NOW)
    assert all(keeper.body(link) is not None for link in links)
    for number, (what, name, more) in enumerate(steps, 1):
        before = [keeper.body(link) for link in links]
        act(folder, what, name, more)
        if what == "trouble":
            builder.trouble = more
        if what == "restart":
            keeper = folder.keeper()
            keeper._builder = builder
        keeper.look(NOW + timedelta(minutes=15 * number))
        for link, last in zip(links, before, strict=True):
            body = keeper.body(link)
            assert flaw_of(body.content) is None
            assert body.content in good[link.feed]
            assert body.modified >= last.modified
            assert (body.content == last.content) == (body.modified == last.modified)
