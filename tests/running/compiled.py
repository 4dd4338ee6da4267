"""What the compiler makes of a plan of running, in the form of the sums beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

import mesocycle
from mesocycle.loading import Folder
from mesocycle.programme import Block, Programme, Segment, Session
from mesocycle.source import Source
from tests.meta.tree import ROOT

RUNNING = ROOT / "plans" / "running"

#: What is walked or run, and for how many seconds.
Clock = tuple[tuple[str, int], ...]


def text(name: str) -> str:
    """A file of plans/running."""
    return (RUNNING / name).read_text("utf-8")


@cache
def programme(plan: str, diary: str | None = None, as_of: date | None = None) -> Programme:
    """The programme of a plan's text for a diary's; nothing may be wrong with either."""
    entries = Source("test.diary", diary) if diary is not None else None
    source = Source("test.plan", plan)
    outcome = mesocycle.compile_plan(source, Folder(str(RUNNING)), entries, as_of=as_of)
    assert [str(each) for each in outcome.diagnostics] == []
    return outcome.unwrap()


def named(made: Programme, *names: str) -> list[Session]:
    """The sessions of these names, in order."""
    return [session for session in made.sessions if session.name in names]


def clock(session: Session, *kinds: str) -> Clock:
    """The stretches by the clock, repeats unrolled, of the blocks of these kinds."""
    return tuple(_unrolled(_blocks(session, kinds or ("endurance",))))


def _blocks(session: Session, kinds: Iterable[str]) -> Iterator[Segment]:
    for block in session.blocks:
        if block.kind in kinds:
            yield from block.segments


def _unrolled(segments: Iterable[Segment]) -> Iterator[tuple[str, int]]:
    for one in segments:
        for _ in range(one.repeat):
            if one.segments:
                yield from _unrolled(one.segments)
            else:
                assert one.end is not None
                assert one.end.seconds is not None
                yield one.activity, one.end.seconds


def leaves(session: Session) -> Iterator[tuple[Segment, int]]:
    """Each stretch without stretches in it, and how often it is done in all."""
    yield from _leaves((s for block in session.blocks for s in block.segments), 1)


def _leaves(segments: Iterable[Segment], times: int) -> Iterator[tuple[Segment, int]]:
    for one in segments:
        if one.segments:
            yield from _leaves(one.segments, times * one.repeat)
        else:
            yield one, times * one.repeat


def notes(blocks: Iterable[Block]) -> set[str]:
    """What is noted of stretches and of all within them."""
    found: set[str] = set()
    waiting = [segment for block in blocks for segment in block.segments]
    while waiting:
        one = waiting.pop()
        found |= set(one.notes)
        waiting += one.segments
    return found


def without(plan: str, *beginnings: str) -> str:
    """The text without the lines that begin so."""
    lines = (line for line in plan.splitlines() if not line.strip().startswith(beginnings))
    return "\n".join(lines) + "\n"


def in_place(plan: str, old: str, new: str) -> str:
    """The text with a piece exchanged that must be there."""
    assert re.search(re.escape(old), plan), old
    return plan.replace(old, new)
