"""A plan that is edited all the time while its calendar is fetched; and memory over time."""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import re
import time
from threading import Event, Thread

from tests.campaigns import crowd
from tests.campaigns.many import many
from tests.campaigns.promises import GROWTH_MB, Broken, claim
from tests.campaigns.server import Served, serving, tag


def rebuild(wanted: argparse.Namespace) -> None:
    """Edit the plan, and break it, while everybody fetches."""
    good: set[str] = set()
    over = Event()

    with serving() as served:
        watching = Thread(target=_collect, args=(served, good, over))
        watching.start()

        async def edits() -> None:
            for number in range(40):
                await asyncio.to_thread(edit, served, number)
                await asyncio.sleep(0.05 if number % 5 == 4 else 0.6)

        try:
            others = asyncio.run(crowd.beside(served, edits, fetchers=8, pause=0.005))
            time.sleep(1.5)
            latest = tag(served)
        finally:
            over.set()
            watching.join()
        tags = set().union(*(each.tags for each in others)) | {latest}
        fetched = sum(len(each.taken) for each in others)
        slowest = crowd.last_percent(others)
        print(f"  40 edits, {len(tags)} calendars in {fetched} answers, all of them whole;")
        print(f"  99 % within {slowest:.1f} ms while it builds")
        claim(tags <= good, f"{len(tags - good)} were never good")
        claim(len(tags) > 10, "hardly an edit was served")
        claim("bug" not in served.complaints(), served.complaints())


NONSENSE = "\nnonsense that is no plan\n"


def edit(served: Served, number: int) -> None:
    """Another description; each seventh time a mistake."""
    text = served.plan.read_text("utf-8")
    text = re.sub('about "[^"]*"', f'about "Edit {number}"', text.replace(NONSENSE, ""), count=1)
    served.plan.write_text(text + NONSENSE * (number % 7 == 6), "utf-8")


def _collect(served: Served, good: set[str], over: Event) -> None:
    """The digest of everything that ever stood in the state folder as a calendar."""
    while True:
        for path in served.folder.glob(".meso/feeds/*.ics"):
            try:
                good.add(hashlib.sha256(path.read_bytes()).hexdigest()[:32])
            except FileNotFoundError:
                continue
        if over.wait(0.005):
            return


def memory(wanted: argparse.Namespace) -> None:
    """What the server holds after many requests, and after many builds."""
    with serving() as served:
        held = {}
        for total in (10_000, 100_000, 200_000, 400_000):
            many(served, total - max(held, default=0))
            held[total], _ = served.memory()
        shown = ", ".join(f"{mb:.1f} after {total:,}" for total, mb in held.items())
        print(f"  MB: {shown} requests")
        claim(held[400_000] - held[100_000] < GROWTH_MB, "it grows with requests")
        over_builds = []
        before = tag(served)
        for number in range(wanted.builds + 1):
            edit(served, 7 * number)
            before = _changed(served, before)
            if number % max(1, wanted.builds // 4) == 0:
                over_builds.append((number, *served.memory()))
        shown = ", ".join(f"{a:.0f} + {b:.0f} after {n}" for n, a, b in over_builds)
        print(f"  MB, server + children: {shown} builds")
        (_, first, child), (_, last, children) = over_builds[1], over_builds[-1]
        claim(last - first < GROWTH_MB, "the server grows with builds")
        claim(children - child < 2 * GROWTH_MB, "its builder grows with builds")


def _changed(served: Served, before: str) -> str:
    for _ in range(600):
        now = tag(served)
        if now != before:
            return now
        time.sleep(0.02)
    raise Broken("an edit was not served within 12 s")
