"""A folder of thousands of athletes, some of them broken: what it costs to keep their feeds.

    make athletes ATHLETES=5000

Promised: the broken ones hurt nobody; what is edited is served soon, also while all others are
made again; a new program makes nothing anew; the memory does not grow with the rounds.
"""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from mesocycle.feed.building.keeper import Keeper
from mesocycle.feed.building.ledger import tools
from mesocycle.feed.links import form
from mesocycle.feed.model import Link
from mesocycle.feed.state import prepare
from tests.unit.feed.folders import DIARY, PLAN, Served

NOW = datetime(2026, 12, 8, 9, 30, tzinfo=UTC)
ROUNDS = 3


def main(athletes: int) -> None:
    """Make the folder, break some, edit, restart."""
    with TemporaryDirectory() as folder:
        served = crowd(Path(folder) / "plans", athletes)
        broken = [number for number in range(athletes) if number % 100 == 7]
        for number in broken:
            served.edit(f"a{number}.diary", "12, 12, 12", "12, elf, 12")
        keeper = served.keeper(child=True)
        own = tools()
        found = [each.what for each in look("first look", keeper, 0)]
        assert found.count("failed") == len(broken)
        assert found.count("built") == athletes - len(broken)
        time.sleep(2.5)  # so that the dates of files tell whether they changed
        assert look("nothing changed", keeper, 1) == []
        one_edit(served, keeper, 2)
        while_others_wait(served, keeper, broken)
        rounds(served, keeper, len(broken))
        again = served.keeper()
        found = look("a new program", again, 99)
        # Whoever works on mesocycle meanwhile has other tools now: then all is made again.
        assert len(found) == len(broken) or tools() != own


def crowd(path: Path, athletes: int) -> Served:
    """A folder with one plan, and a diary and a link for each athlete."""
    served = Served(path)
    served.write("back.plan", PLAN)
    state = path / ".meso"
    prepare(str(state))
    links = []
    for number in range(athletes):
        (path / f"a{number}.diary").write_text(DIARY.format(name=f"A{number}"))
        name = "".join("abcdefghij"[int(digit)] for digit in f"{number:06}")
        links.append(Link(name, f"back-a{number}", "a phone", f"{number:064x}", NOW))
    (state / "links.json").write_bytes(form.write_links(links))
    return served


def look(what: str, keeper: Keeper, minutes: int, enough=None) -> list:
    """One look, its time and the memory behind it."""
    begun = time.perf_counter()
    news = keeper.look(NOW + timedelta(minutes=minutes), enough)
    taken = time.perf_counter() - begun
    print(f"{what:32} {taken:8.2f} s  {len(news):6} news  {resident():5.0f} MB", flush=True)
    return news


def one_edit(served: Served, keeper: Keeper, minutes: int) -> None:
    """What one changed diary costs, among all the others."""
    served.edit("a3.diary", "12, 12, 12", "12, 12, 11")
    assert [each.feed for each in look("one diary edited", keeper, minutes)] == ["back-a3"]


def while_others_wait(served: Served, keeper: Keeper, broken: list[int]) -> None:
    """An edit while everything is to be made again: it does not wait for the others."""
    served.edit("back.plan", "at 07:00", "at 08:00")
    look("the plan edited, stopped early", keeper, 3, lambda: True)
    assert keeper.behind
    served.edit("a4.diary", "12, 12, 12", "12, 12, 11")
    news = look("then a diary", keeper, 4, lambda: True)
    assert [each.feed for each in news] == ["back-a4"]
    # Those that are broken for another reason than the plan are still.
    assert len([n for n in look("the others", keeper, 5) if n.what == "failed"]) >= len(broken) - 2


def rounds(served: Served, keeper: Keeper, broken: int) -> None:
    """The plan edited again and again: the memory is as it was."""
    before = 0.0
    for number in range(ROUNDS):
        old, new = f"at {8 + number:02}:00", f"at {9 + number:02}:00"
        served.edit("back.plan", old, new)
        found = [each.what for each in look(f"round {number + 1}", keeper, 10 + number)]
        assert found.count("failed") == broken
        before = before or resident()
    grown = resident() - before
    print(f"grown by {grown:.1f} MB in {ROUNDS - 1} rounds")
    assert grown < 0.05 * before + 5


def resident() -> float:
    """The memory of this process, in megabytes."""
    fields = Path("/proc/self/status").read_text().split("VmRSS:")[1].split()
    return int(fields[0]) / 1000


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)
