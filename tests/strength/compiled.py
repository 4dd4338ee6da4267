"""What the compiler makes of a plan of plans/strength, in the form of the sums beside it."""

from __future__ import annotations

from typing import NamedTuple

import mesocycle
from mesocycle.loading import Folder
from mesocycle.programme import Programme, Set
from mesocycle.source import Source
from tests.meta.tree import ROOT

STRENGTH = ROOT / "plans" / "strength"


class Lift(NamedTuple):
    """A line of a session: its label, its exercise, and each set as `5 100 lb` or `5+ 100 lb`."""

    label: str
    name: str
    sets: tuple[str, ...]


class Day(NamedTuple):
    """A session: its date, its name and its lines."""

    date: str
    name: str
    lifts: tuple[Lift, ...]


def programme(plan: str, diary: str | None = None) -> Programme:
    """The programme of `gzclp.plan` for a diary; nothing may be wrong with either."""
    text = (STRENGTH / plan).read_text("utf-8")
    entries = Source("test.diary", diary) if diary is not None else None
    outcome = mesocycle.compile_plan(Source(plan, text), Folder(str(STRENGTH)), entries)
    assert [str(each) for each in outcome.diagnostics] == []
    return outcome.unwrap()


def days(made: Programme) -> list[Day]:
    """Every session with its lifts: working sets only, and only lines with an exercise."""
    return [
        Day(
            session.date or "",
            session.name,
            tuple(
                Lift(item.label or "", item.exercise.name, tuple(map(shown, working(item.sets))))
                for block in session.blocks
                for item in block.items
                if item.exercise
            ),
        )
        for session in made.sessions
    ]


def working(sets: tuple[Set, ...]) -> list[Set]:
    """The sets after the ramp."""
    return [one for one in sets if not one.warmup]


def shown(one: Set) -> str:
    """`5+ 100 lb`: as many as possible from five on, with a hundred pounds."""
    reps = str(one.reps.target) if one.reps else "max"
    load = f" {one.load.shown}" if one.load else ""
    return f"{reps}{'+' if one.amrap and one.reps else ''}{load}"
