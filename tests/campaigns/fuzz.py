"""A long fuzz: plans and diaries, damaged at random, many thousand times.

    make fuzz                      # some thousand runs
    make fuzz RUNS=100000 SEED=7
    make fuzz OF=commands          # those that write diaries, and that look ahead
    make fuzz OF=feeds             # hostile texts in calendars
    make fuzz OF=requests          # what is asked of meso serve

Half of them are those of plans/, half are made: of every form of running and of calendars, and of
rules, questions and lights, with what a diary says to them.
Whatever the damage: diagnostics whose spans lie in their text and that say what to do, or a
programme of a reasonable size that every bundled output takes; never an exception, never more
than a few seconds. What breaks that is written to a folder, one pair of files each, with the
exception. No part of `make`.
"""

from __future__ import annotations

import argparse
import re
import signal
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from types import FrameType
from typing import NamedTuple

import mesocycle
from mesocycle.diagnostics import Outcome
from mesocycle.loading import Folder
from mesocycle.output.registry import load
from mesocycle.output.rendering import render
from mesocycle.programme import Programme
from mesocycle.source import Bound, Source
from tests.campaigns.damage import Damage
from tests.campaigns.runners import Maker
from tests.campaigns.states import Stated

PLANS = Path(__file__).resolve().parents[2] / "plans"

#: Nothing may take longer, in seconds of work; of waiting, while others work, ten times that.
PATIENCE = 5

#: No feed, sheet or file of a plan that people could do is larger, in bytes.
LARGEST = 50_000_000

DISTORTED = ("E610", "E611", "E612", "E613")


#: The file that a diary may include.
PART = "part.diary"


class Pair(NamedTuple):
    """A plan, a diary (or none), the folder of the plan's libraries, and what is included."""

    plan: str
    diary: str | None
    folder: str
    part: str | None = None


class TooLong(Exception):
    """A run took longer than anybody waits."""


def pairs() -> list[Pair]:
    """Every plan with each diary beside it."""
    found = []
    for path in sorted(PLANS.glob("*/*.plan")):
        text = path.read_text("utf-8")
        if not re.search(r"^plan ", text, re.MULTILINE):
            continue
        own = path.with_suffix(".diary")
        diaries = [own] if own.exists() else sorted(path.parent.glob("*.diary"))[:1]
        diary = diaries[0].read_text("utf-8") if diaries else None
        found.append(Pair(text, diary, str(path.parent)))
    return found


def made(random: Random) -> Pair:
    """A plan of runs as it comes, half of them with rules, and a diary, some of it included."""
    if random.randrange(2):
        case = Maker(random).case()
        return Pair(case.plan, case.diary, "-")
    maker = Stated(random)
    case, head = maker.case(), f'athlete "Ana"\n{maker.profile()}\n'
    said = [f"{day} {text}\n" for day, text in sorted(case.entries)]
    if random.randrange(3):
        return Pair(case.plan, head + "".join(said), "-")
    at = random.randrange(len(said) + 1)
    diary = f'{head}include "{PART}"\n{"".join(said[at:])}'
    return Pair(case.plan, diary, "-", "".join(said[:at]))


REGISTRY = load().unwrap()


def fault(pair: Pair) -> str | None:
    """What goes wrong with a pair; None where nothing does but mistakes that are told."""
    try:
        with patience():
            outcome = mesocycle.compile_plan(
                Source("it.plan", pair.plan), Folder(pair.folder), _diary(pair)
            )
            return misplaced(outcome) or _unshown(outcome)
    except TooLong:
        return f"more than {PATIENCE} seconds\n{traceback.format_exc(limit=-6)}"
    except Exception:  # noqa: BLE001 -- whatever it is, it is what is looked for
        return traceback.format_exc(limit=-6)


def _diary(pair: Pair) -> Source | None:
    if pair.diary is None:
        return None
    diary = Bound("it.diary", pair.diary)
    part: Source | str = "there is none"
    if pair.part is not None:
        part = Bound(PART, pair.part, PART)
    for written in re.findall(r'include +"([^"\n]*)"', pair.diary):
        diary.included[written] = part
    return diary


def misplaced(outcome: Outcome[Programme]) -> str | None:
    """What is told in a way that helps nobody; None if nothing is."""
    for each in outcome.diagnostics:
        span = each.span
        if span and not 0 <= span.start <= span.end <= len(span.source.text):
            return f"{each.code} has a span outside its text: {span.start} to {span.end}"
        if each.severity == "error" and not (span and (each.hints or each.label or each.fixes)):
            return f"{each.code} has no place or no hint"
    if not outcome.ok and not outcome.diagnostics:
        return "no programme, and nothing said"
    return None


def _unshown(outcome: Outcome[Programme]) -> str | None:
    if not outcome.ok or outcome.value is None:
        return None
    ids = [session.id for session in outcome.value.sessions]
    if len(set(ids)) < len(ids):
        return "two sessions with one id"
    if not ids:
        return None  # all of it was missed and dropped: a feed of it is refused
    made = render(REGISTRY, outcome.value, sorted(REGISTRY.outputs))
    if made.value and sum(len(each.content) for each in made.value) > LARGEST:
        return "more than anybody reads"
    wrong = [each for each in made.diagnostics if each.code in DISTORTED]
    return "\n".join(f"{d.code} {d.message} {' '.join(d.hints)}" for d in wrong) or None


@contextmanager
def patience() -> Iterator[None]:
    """Have an end with `TooLong`."""
    signal.signal(signal.SIGPROF, _give_up)
    signal.signal(signal.SIGALRM, _give_up)
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    signal.alarm(10 * PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.alarm(0)


def _give_up(_signal: int, _frame: FrameType | None) -> None:
    raise TooLong


def main() -> None:
    """Run it, and end with 1 if anything broke."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("runs", type=int, nargs="?", default=5_000)
    arguments.add_argument("--seed", type=int, default=0)
    kinds = ("texts", "commands", "requests", "feeds")
    arguments.add_argument("--of", choices=kinds, default="texts")
    wanted = arguments.parse_args()
    kept = Path(tempfile.mkdtemp(prefix="fuzz-"))
    if wanted.of == "commands":
        from tests.campaigns.commands import campaign as commands

        sys.exit(bool(commands(Random(wanted.seed), wanted.runs, kept)))
    if wanted.of == "requests":
        from tests.campaigns.requests import campaign as requests

        sys.exit(bool(requests(Random(wanted.seed), wanted.runs, kept)))
    if wanted.of == "feeds":
        from tests.campaigns.feeds import campaign as feeds

        sys.exit(bool(feeds(Random(wanted.seed), wanted.runs, kept)))
    sys.exit(bool(campaign(Random(wanted.seed), wanted.runs, kept)))


def campaign(random: Random, runs: int, kept: Path) -> int:
    """Compile so many; how many of them were at fault. Each kind is kept once, in `kept`."""
    sound = pairs()
    examples = [*sound, *(made(random) for _ in range(100))]
    damage = Damage(random, [text for each in examples for text in each[:2] if text])
    seen: Counter[str] = Counter()
    for number in range(runs):
        pair = random.choice(sound) if random.randrange(2) else made(random)
        spoilt = random.randrange(4)
        plan = damage.spoil(pair.plan) if spoilt in (0, 1) or pair.diary is None else pair.plan
        diary = damage.spoil(pair.diary) if spoilt in (1, 2) and pair.diary else pair.diary
        part = damage.spoil(pair.part) if spoilt == 1 and pair.part else pair.part
        broken = fault(Pair(plan, diary, pair.folder, part))
        if broken:
            kind = "\n".join(broken.strip().splitlines()[-3:])
            seen[kind] += 1
            if seen[kind] == 1:
                stem = kept / f"{number}"
                stem.with_suffix(".plan").write_text(plan, "utf-8")
                stem.with_suffix(".diary").write_text(diary or "", "utf-8")
                stem.with_suffix(".part").write_text(part or "", "utf-8")
                stem.with_suffix(".txt").write_text(broken, "utf-8")
                print(f"{stem}.plan\n{broken}", flush=True)
    print(f"{runs} runs, {sum(seen.values())} faults of {len(seen)} kinds", flush=True)
    return sum(seen.values())


if __name__ == "__main__":
    main()
