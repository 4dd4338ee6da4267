"""The programme: what the compiler hands to every output.

An immutable tree, and the whole contract with output plugins. Version
`mesocycle.programme/1`; within a version, fields are only added. Quantities
carry their unit in the name and are SI (seconds, metres, kilograms). Dates are
ISO `YYYY-MM-DD`; a start is ISO local wall time with its UTC offset. The tree
holds no source spans, no parser objects and no clock. What hurt, and notes, are
in decisions only, which outputs leave out unless asked.

Its parts: `sessions` (blocks, items, sets, segments), `told` (decisions, notices, standing
cautions), `weeks` (numbers), `audit` (what it was made of). All of them are imported from here.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from mesocycle.programme.audit import LANGUAGE, Audit, Input
from mesocycle.programme.base import Frozen
from mesocycle.programme.sessions import (
    Block,
    BlockKind,
    EndKind,
    Exercise,
    ExerciseKind,
    Item,
    ItemProgression,
    Load,
    Range,
    Segment,
    SegmentEnd,
    Session,
    Set,
    Side,
    SlotOfDay,
    Status,
    Target,
    TargetKind,
    Terrain,
    Total,
)
from mesocycle.programme.told import (
    ABORT,
    DISCLAIMER,
    EMERGENCY,
    Because,
    DayNote,
    Decision,
    DecisionOutcome,
    Notice,
    NoticeSeverity,
)
from mesocycle.programme.weeks import LiftStatistics, TrainingLoad, WeekStatistics

__all__ = [
    "ABORT", "DISCLAIMER", "EMERGENCY", "LANGUAGE", "SCHEMA", "Athlete", "Audit", "Because",
    "Block", "BlockKind", "DayNote", "Decision", "DecisionOutcome", "EndKind", "Exercise",
    "ExerciseKind", "Frozen", "Input", "Item", "ItemProgression", "LiftStatistics", "Load",
    "Notice", "NoticeSeverity", "PlanInfo", "Programme", "Range", "Segment", "SegmentEnd",
    "Session", "Set", "Side", "SlotOfDay", "Status", "Target", "TargetKind", "Terrain", "Total",
    "TrainingLoad", "WeekStatistics",
]  # fmt: skip

SCHEMA = "mesocycle.programme/1"


class PlanInfo(Frozen):
    """The plan's own header. `id` is its identity: every session id derives from it."""

    name: str
    id: str
    about: str | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None


class Athlete(Frozen):
    """Whose diary this programme follows."""

    name: str


class Programme(Frozen):
    """The whole: sessions in date, start, plan order, and all that was decided.

    `disclaimer` goes at the top of every output, `abort` with every session. `regions` has the
    body parts of the statistics, each with the larger part that it belongs to ("": none).
    `audit`: what it was made of.
    """

    plan: PlanInfo
    timezone: str
    starts: str
    ends: str
    schema: str = SCHEMA
    athlete: Athlete | None = None
    units: Literal["kg", "lb"] = "kg"
    as_of: str | None = None
    disclaimer: str = DISCLAIMER
    abort: str = ABORT
    sessions: tuple[Session, ...] = ()
    todo: tuple[Session, ...] = ()
    decisions: tuple[Decision, ...] = ()
    notices: tuple[Notice, ...] = ()
    day_notes: tuple[DayNote, ...] = ()
    statistics: tuple[WeekStatistics, ...] = ()
    regions: dict[str, str] = msgspec.field(default_factory=dict)
    audit: Audit | None = None
