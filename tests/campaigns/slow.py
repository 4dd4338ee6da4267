"""A thousand clients that are slow, and those beside them that are not."""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import time
from contextlib import suppress

from tests.campaigns import crowd
from tests.campaigns.promises import CUT_S, PATIENCE_MS, claim
from tests.campaigns.server import Served, serving


def slow_clients(_: argparse.Namespace) -> None:
    """A thousand that begin and never end, beside those that fetch."""
    with serving() as served:
        _beside_half_open(served, 1000)
        for name, options in SLOW_TESTS.items():
            _beside_tool(served, name, options)
        claim(not served.complaints(), served.complaints())


def few_files(_: argparse.Namespace) -> None:
    """With 256 open files: whoever is in is soon pushed out, so some have to ask again."""
    with serving(files=256) as served:
        _beside_half_open(served, 1000, lost_at_most=0.25)
        claim(not served.complaints(), served.complaints())


def _beside_half_open(served: Served, count: int, lost_at_most: float = 0) -> None:
    kept: list[float] = []

    async def all_of_them() -> None:
        kept.extend(await crowd.half_open(served, count, 20))

    others = asyncio.run(crowd.beside(served, all_of_them))
    slowest = crowd.last_percent(others)
    fetched = sum(len(each.taken) for each in others)
    lost = sum(each.unanswered for each in others)
    print(f"  {count} half-open ({len(kept)} in all): kept for {max(kept):.1f} s at most;")
    print(f"  {fetched} fetches beside them, 99 % within {slowest:.1f} ms, {lost} unanswered")
    print(f"  (the machine has {os.cpu_count()} cores for {os.getloadavg()[0]:.0f} processes)")
    claim(max(kept) <= CUT_S + 0.5, f"one was kept for {max(kept):.1f} s")
    claim(slowest < PATIENCE_MS, f"others waited {slowest:.0f} ms")
    claim(lost <= fetched * lost_at_most, f"{lost} were not answered")


#: What slowhttptest does: unfinished heads; unfinished bodies, whose request is answered before
#: they begin; answers read by the byte.
SLOW_TESTS = {
    "slow heads": ["-H", "-i", "1"],
    "slow bodies": ["-B", "-i", "1", "-s", "4000"],
    "slow readers": ["-X", "-w", "1", "-y", "4", "-n", "1", "-z", "8", "-k", "5"],
}


def _beside_tool(served: Served, name: str, options: list[str]) -> None:
    if shutil.which("slowhttptest") is None:
        print(f"  {name}: slowhttptest is not here")
        return
    url = f"http://127.0.0.1:{served.port}{served.path}"
    command = ["slowhttptest", *options, "-c", "1000", "-r", "500", "-l", "25", "-u", url]
    held: list[int] = []

    async def run_it() -> None:
        null = asyncio.subprocess.DEVNULL
        process = await asyncio.create_subprocess_exec(*command, stdout=null, stderr=null)
        begun = time.monotonic()
        while process.returncode is None and time.monotonic() - begun < 60:
            held.append(served.connections())
            with suppress(TimeoutError):
                await asyncio.wait_for(process.wait(), 0.5)
        # Two seconds to connect, ten to be cut; one who is cut does not come back.
        claim(all(each < 100 for each in held[28:]), f"{max(held[28:], default=0)} were kept")

    others = asyncio.run(crowd.beside(served, run_it))
    slowest = crowd.last_percent(others)
    fetched = sum(len(each.taken) for each in others)
    print(f"  {name}: {max(held)} connections at once, {held[28:29] or [0]} after 14 s;")
    print(f"  {fetched} fetches beside them, 99 % within {slowest:.1f} ms")
    claim(slowest < PATIENCE_MS, f"others waited {slowest:.0f} ms")
