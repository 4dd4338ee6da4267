"""A folder is watched: changes are seen, one after the other, and nothing else is."""

from __future__ import annotations

import asyncio
import os
import shutil
import threading
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from watchfiles import Change, awatch

from mesocycle.feed.building import watching
from mesocycle.feed.building.make import Settings
from mesocycle.feed.building.watching import _matters
from tests.unit.feed.folders import DIARY, NOW

BOTH = {"back-ana": "built", "back-ben": "built"}


class Watched:
    """What a keeper told while it watched."""

    def __init__(self) -> None:
        self.news = asyncio.Queue()
        self.now = NOW
        self.stop = asyncio.Event()

    async def until(self, wanted):
        """Wait until the looks found just that: feeds and what became of each."""
        found = {}
        while found != wanted:
            news = await asyncio.wait_for(self.news.get(), 20)
            found |= {each.feed: each.what for each in news if each.feed}


@asynccontextmanager
async def watched(keeper, every_s=30.0):
    found = Watched()
    tell = found.news.put_nowait
    task = asyncio.create_task(keeper.watch(found.stop, tell, lambda: found.now, every_s))
    try:
        yield found
    finally:
        found.stop.set()
        await asyncio.wait_for(task, 20)


@pytest.mark.proves("C70")
def test_edits_new_files_names_and_links_are_seen(folder):
    async def live():
        async with watched(folder.keeper()) as seen:
            await seen.until(BOTH)
            folder.edit("ana.diary", "12, 12, 12", "12, 12, 11")
            await seen.until({"back-ana": "built"})
            folder.write("clinic/back.plan", (folder.path / "back.plan").read_text())
            folder.link("clinic/back")
            await seen.until({"clinic/back": "built"})
            (folder.path / "clinic").rename(folder.path / "praxis")
            await seen.until({"clinic/back": "failed"})
            (folder.path / "praxis").rename(folder.path / "clinic")
            await seen.until({"clinic/back": "mended"})
            (folder.path / "ben.diary").unlink()
            await seen.until({"back-ben": "failed"})
            folder.write("ben.diary", DIARY.format(name="Ben"))
            await seen.until({"back-ben": "mended"})

    asyncio.run(live())


def test_a_folder_is_watched_by_whatever_name_it_has(folder, tmp_path, monkeypatch):
    """Through a link, from where one stands, and below a hidden folder."""
    hidden = tmp_path / ".local" / "build"
    hidden.mkdir(parents=True)
    folder.path = folder.path.rename(hidden / "plans")
    (tmp_path / "link").symlink_to(hidden)
    monkeypatch.chdir(tmp_path)
    folder.path = Path("link") / "plans"

    async def live():
        async with watched(folder.keeper()) as seen:
            await seen.until(BOTH)
            folder.edit("ana.diary", "12, 12, 12", "12, 12, 11")
            await seen.until({"back-ana": "built"})

    asyncio.run(live())


def test_a_day_that_turns_is_seen_without_a_change(folder):
    async def live():
        keeper = folder.keeper(Settings("today"))
        async with watched(keeper, every_s=0.05) as seen:
            seen.now = datetime(2026, 12, 8, 22, 59, tzinfo=UTC)
            await seen.until(BOTH)
            seen.now = datetime(2026, 12, 8, 23, 0, tzinfo=UTC)
            await seen.until({"back-ana": "unchanged", "back-ben": "unchanged"})

    asyncio.run(live())


def test_where_nothing_tells_of_changes_they_are_looked_for(folder, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device (os error 28): inotify watches")

    monkeypatch.setattr(watching, "awatch", full)

    async def live():
        async with watched(folder.keeper(), every_s=0.05) as seen:
            await seen.until(BOTH)
            folder.edit("ana.diary", "12, 12, 12", "12, 12, 11")
            await seen.until({"back-ana": "built"})

    asyncio.run(live())


def test_a_folder_that_is_put_in_anothers_place_is_watched(folder, tmp_path, monkeypatch):
    """By a watcher of its own: what looks now and then would see the edit as well."""
    watchers = []

    def counted(*roots, **more):
        watchers.append(roots)
        return awatch(*roots, **more)

    monkeypatch.setattr(watching, "awatch", counted)

    async def live():
        async with watched(folder.keeper(), every_s=0.1) as seen:
            await seen.until(BOTH)
            assert len(watchers) == 1
            shutil.copytree(folder.path, tmp_path / "new")
            folder.path.rename(tmp_path / "old")
            os.rename(tmp_path / "new", folder.path)
            while len(watchers) == 1:
                await asyncio.sleep(0.01)
            folder.edit("ana.diary", "12, 12, 12", "12, 12, 11")
            await seen.until({"back-ana": "built"})

    asyncio.run(asyncio.wait_for(live(), 20))


def test_to_stop_ends_what_hangs(folder, troubled):
    folder.write("hangs.diary", DIARY.format(name="Hangs"))
    folder.link("back-hangs")

    async def live():
        keeper = folder.keeper(child=True)
        async with watched(keeper) as seen:
            await asyncio.sleep(1.5)
        while not seen.news.empty():
            assert "back-hangs" not in {each.feed for each in seen.news.get_nowait()}
        return keeper

    assert asyncio.run(live())._builder._process is None


def test_a_mistake_of_ours_costs_a_look_and_no_more(folder, monkeypatch):
    async def live():
        keeper = folder.keeper()

        def once():
            monkeypatch.undo()
            raise ZeroDivisionError("oh")

        monkeypatch.setattr(keeper._roster, "look", once)
        async with watched(keeper, every_s=0.05) as seen:
            news = await asyncio.wait_for(seen.news.get(), 20)
            assert [each.code for each in news[0].diagnostics] == ["E802"]
            assert "ZeroDivisionError: oh" in news[0].diagnostics[0].message
            await seen.until(BOTH)

    asyncio.run(live())


@pytest.mark.parametrize(
    ("path", "matters"),
    [
        ("/plans/back.plan", True),
        ("/plans/clinic/ana.diary", True),
        ("/plans/.meso/links.json", True),
        ("/elsewhere/state/links.json", True),
        ("/plans/.meso/feeds/back-ana.ics", False),
        ("/plans/.meso/.meso-12-0.tmp", False),
        ("/plans/.meso/made.json", False),
        ("/plans/.back.plan.swp", False),
        ("/plans/.git/x.plan", False),
        ("/plans/build/back.plan", False),
        ("/plans/notes.txt", False),
        ("/plans/back.plan~", False),
    ],
)
def test_only_what_matters_is_looked_at(path, matters):
    roots = ("/plans", "/plans/.meso", "/elsewhere/state")
    assert _matters(Change.modified, path, roots) is matters


def test_a_look_that_does_not_end_is_told(folder, monkeypatch):
    monkeypatch.setattr(watching, "STUCK_S", 0.05)
    opened, keeper = threading.Event(), folder.keeper()
    look = keeper.look

    def stuck(*given):
        opened.wait(20)
        return look(*given)

    monkeypatch.setattr(keeper, "look", stuck)

    async def live():
        async with watched(keeper) as seen:
            (news,) = await asyncio.wait_for(seen.news.get(), 20)
            assert [each.code for each in news.diagnostics] == ["E808"]
            opened.set()
            await seen.until(BOTH)

    asyncio.run(live())
