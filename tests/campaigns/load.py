"""The server under load, some minutes long: what it promises when many want something of it.

    make load                          # all of it
    make load OF=rebuild
    make load OF=requests COUNT=1000000 SEED=7

half-open   1,000 clients that never finish asking, others that read slowly or send bodies for
            ever: each is cut within ten seconds, and 99 of 100 others wait for 100 ms at most
few-files   the same where the system allows the server hardly any open files
rebuild     the plan is edited, and broken, all the time: each answer is whole, and is one of the
            calendars that were ever good
memory      what the server holds after 100,000, 200,000 and 400,000 requests, and over 200 builds
requests    damaged requests: no answer above 499, no complaint of the server's, no end of it
ending      SIGTERM while everybody fetches: no answer is cut short

Each prints what it measured. No part of `make`, for it measures time.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path
from random import Random

from tests.campaigns import crowd, requests
from tests.campaigns.edits import memory, rebuild
from tests.campaigns.promises import Broken, claim
from tests.campaigns.server import Served, serving
from tests.campaigns.slow import few_files, slow_clients


def main() -> None:
    """Run what is wanted, and end with 1 if a promise was broken."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--of", choices=PARTS, help="this part alone")
    arguments.add_argument("--count", type=int, default=100_000, help="how many connections")
    arguments.add_argument("--builds", type=int, default=200, help="how many builds")
    arguments.add_argument("--seed", type=int, default=0)
    wanted = arguments.parse_args()
    broken = 0
    for name, part in PARTS.items():
        if wanted.of in (None, name):
            print(f"{name}:", flush=True)
            try:
                part(wanted)
            except (Broken, crowd.Torn) as error:
                broken += 1
                print(f"  BROKEN: {error}", flush=True)
    sys.exit(bool(broken))


def damaged(wanted: argparse.Namespace) -> None:
    """Damaged requests, of two processes, each at a server of its own."""
    kept = Path(tempfile.mkdtemp(prefix="requests-"))
    work = [(f"{wanted.seed}-{n}", wanted.count // 2, kept) for n in range(2)]
    begun = time.monotonic()
    with get_context("spawn").Pool(2) as pool:
        faults = sum(pool.starmap(_share, work))
    rate = wanted.count / (time.monotonic() - begun)
    print(f"  {wanted.count:,} connections, {rate:,.0f} a second, {faults} faults")
    claim(not faults, f"see {kept}")


def _share(seed: str, count: int, kept: Path) -> int:
    (kept / seed).mkdir()
    return requests.campaign(Random(seed), count, kept / seed)


def ending(_: argparse.Namespace) -> None:
    """SIGTERM while everybody fetches."""
    for turn in range(5):
        with serving() as served:
            codes: list[int] = []

            async def end(served: Served = served, codes: list[int] = codes) -> None:
                await asyncio.sleep(1)
                codes.append(await asyncio.to_thread(served.end))

            begun = time.monotonic()
            others = asyncio.run(crowd.beside(served, end, fetchers=16, pause=0.0))
            took = time.monotonic() - begun - 1
            whole = sum(len(each.taken) for each in others)
            print(f"  turn {turn + 1}: {whole} whole, none cut short, over after {took:.1f} s")
            claim(codes == [0], f"it ended with {codes}")
            claim(not served.complaints(), served.complaints())


PARTS: dict[str, Callable[[argparse.Namespace], None]] = {
    "half-open": slow_clients,
    "few-files": few_files,
    "rebuild": rebuild,
    "memory": memory,
    "requests": damaged,
    "ending": ending,
}

if __name__ == "__main__":
    main()
