"""A long fuzz: plans and diaries, damaged at random, many thousand times.

    make fuzz                      # some thousand runs
    make fuzz RUNS=100000 SEED=7

Half of them are those of plans/, half are made of every form of running and of calendars.
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
from mesocycle.source import Source
from tests.campaigns.runners import Maker

PLANS = Path(__file__).resolve().parents[2] / "plans"

#: Nothing may take longer, in seconds.
PATIENCE = 5

#: No feed, sheet or file of a plan that people could do is larger, in bytes.
LARGEST = 50_000_000

NUMBERS = ("0", "1", "2", "7", "37", "100", "101", "1000", "999999999", "0.000001", "12345678901")
SIGNS = ("\t", ";", ":", ",", ".", "|", "#", "(", ")", '"', "-", "+", "x", "%", "@", "/", "=", " ")
DISTORTED = ("E610", "E611", "E612", "E613")


class Pair(NamedTuple):
    """A plan, a diary (or none), and the folder whose libraries the plan may use."""

    plan: str
    diary: str | None
    folder: str


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
    """A plan of runs as it comes, and a diary."""
    case = Maker(random).case()
    return Pair(case.plan, case.diary, "-")


class Damage:
    """Ways to spoil a text, with the words and lines of all texts to do it with."""

    def __init__(self, random: Random, texts: list[str]) -> None:
        self.random = random
        self.lines = sorted({line for text in texts for line in text.splitlines() if line})
        self.words = sorted({word for line in self.lines for word in re.findall(r"\S+", line)})
        self.clauses = sorted({
            clause.strip() for line in self.lines for clause in line.split(";")[1:]
        })  # fmt: skip

    def spoil(self, text: str) -> str:
        """The text with a few things wrong, or only different."""
        ways = (
            self._number, self._number, self._word, self._clause, self._clause, self._line,
            self._drop, self._double, self._swap, self._indent, self._sign, self._cut,
        )  # fmt: skip
        for _ in range(self.random.choice((1, 1, 1, 2, 3, 6))):
            text = self.random.choice(ways)(text)
        return text

    def _one(self, text: str) -> tuple[list[str], int]:
        lines = text.splitlines() or [""]
        return lines, self.random.randrange(len(lines))

    def _in_a_line(self, text: str, pattern: str, made: str) -> str:
        places = [match.span() for match in re.finditer(pattern, text)]
        if not places:
            return text
        start, end = self.random.choice(places)
        return text[:start] + made + text[end:]

    def _number(self, text: str) -> str:
        return self._in_a_line(text, r"\d+(\.\d+)?", self.random.choice(NUMBERS))

    def _word(self, text: str) -> str:
        return self._in_a_line(text, r"\S+", self.random.choice(self.words))

    def _clause(self, text: str) -> str:
        lines, at = self._one(text)
        lines[at] += "; " + self.random.choice(self.clauses)
        return "\n".join(lines) + "\n"

    def _line(self, text: str) -> str:
        lines, at = self._one(text)
        lines.insert(at, self.random.choice(self.lines))
        return "\n".join(lines) + "\n"

    def _drop(self, text: str) -> str:
        lines, at = self._one(text)
        del lines[at : at + self.random.choice((1, 1, 3))]
        return "\n".join(lines) + "\n"

    def _double(self, text: str) -> str:
        lines, at = self._one(text)
        lines[at:at] = lines[at : at + self.random.choice((1, 2, 8))]
        return "\n".join(lines) + "\n"

    def _swap(self, text: str) -> str:
        lines, at = self._one(text)
        other = self.random.randrange(len(lines))
        lines[at], lines[other] = lines[other], lines[at]
        return "\n".join(lines) + "\n"

    def _indent(self, text: str) -> str:
        lines, at = self._one(text)
        lines[at] = " " * self.random.choice((0, 1, 2, 4, 6)) + lines[at].lstrip()
        return "\n".join(lines) + "\n"

    def _sign(self, text: str) -> str:
        at = self.random.randrange(len(text) + 1)
        return text[:at] + self.random.choice(SIGNS) + text[at:]

    def _cut(self, text: str) -> str:
        at = self.random.randrange(len(text) + 1)
        return text[:at] + text[at + self.random.choice((1, 2, 20)) :]


REGISTRY = load().unwrap()


def fault(pair: Pair) -> str | None:
    """What goes wrong with a pair; None where nothing does but mistakes that are told."""
    try:
        signal.alarm(PATIENCE)
        diary = Source("it.diary", pair.diary) if pair.diary is not None else None
        outcome = mesocycle.compile_plan(Source("it.plan", pair.plan), Folder(pair.folder), diary)
        return _misplaced(outcome) or _unshown(outcome)
    except TooLong:
        return f"more than {PATIENCE} seconds\n{traceback.format_exc(limit=-6)}"
    except Exception:  # noqa: BLE001 -- whatever it is, it is what is looked for
        return traceback.format_exc(limit=-6)
    finally:
        signal.alarm(0)


def _misplaced(outcome: Outcome[Programme]) -> str | None:
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


def _give_up(_signal: int, _frame: FrameType | None) -> None:
    raise TooLong


def main() -> None:
    """Run it, and end with 1 if anything broke."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("runs", type=int, nargs="?", default=5_000)
    arguments.add_argument("--seed", type=int, default=0)
    wanted = arguments.parse_args()
    signal.signal(signal.SIGALRM, _give_up)
    sound = pairs()
    random = Random(wanted.seed)
    examples = [*sound, *(made(random) for _ in range(100))]
    damage = Damage(random, [text for each in examples for text in each[:2] if text])
    kept = Path(tempfile.mkdtemp(prefix="fuzz-"))
    seen: Counter[str] = Counter()
    for number in range(wanted.runs):
        pair = random.choice(sound) if random.randrange(2) else made(random)
        spoilt = random.randrange(3)
        plan = damage.spoil(pair.plan) if spoilt < 2 or pair.diary is None else pair.plan
        diary = damage.spoil(pair.diary) if spoilt > 0 and pair.diary is not None else pair.diary
        broken = fault(Pair(plan, diary, pair.folder))
        if broken:
            kind = "\n".join(broken.strip().splitlines()[-3:])
            seen[kind] += 1
            if seen[kind] == 1:
                stem = kept / f"{number}"
                stem.with_suffix(".plan").write_text(plan, "utf-8")
                stem.with_suffix(".diary").write_text(diary or "", "utf-8")
                stem.with_suffix(".txt").write_text(broken, "utf-8")
                print(f"{stem}.plan\n{broken}", flush=True)
    print(f"{wanted.runs} runs, {sum(seen.values())} faults of {len(seen)} kinds", flush=True)
    sys.exit(bool(seen))


if __name__ == "__main__":
    main()
