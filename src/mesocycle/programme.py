"""The programme: what the compiler hands to every output.

An immutable tree, and the whole contract with output plugins. Version
`mesocycle.programme/1`; within a version, fields are only added. Quantities
carry their unit in the name and are SI (seconds, metres, kilograms). Dates are
ISO `YYYY-MM-DD`; a start is ISO local wall time with its UTC offset. The tree
holds no source spans, no parser objects and no clock. What hurt, and notes, are
in decisions only, which outputs leave out unless asked.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from mesocycle.frozen import FrozenMeta

SCHEMA = "mesocycle.programme/1"

#: Goes with every output, at the top.
DISCLAIMER = (
    "General training information made from your coach's plan. It is not medical advice or a "
    "diagnosis, and no clinician has checked it for you. Stop and get help if pain spreads into "
    "a leg, or you notice numbness, tingling, weakness, or trouble with bladder or bowel."
)

#: Goes with every session, in every output.
ABORT = (
    "Stop the session on sharp pain, pain that spreads into a leg, numbness or tingling, "
    "weakness, dizziness, chest pain, or feeling faint."
)

#: Goes with every red flag of the emergency level.
EMERGENCY = (
    "Stop. Do not do this session. Numbness around the genitals or back passage, new trouble "
    "passing urine or controlling bowels, weakness or numbness in both legs, or pain after a "
    "serious accident can be an emergency: call your local emergency number now "
    "(999 UK, 112 EU, 911 US)."
)

Status = Literal["planned", "assessment", "done", "missed", "moved", "skipped", "stopped"]
SlotOfDay = Literal["morning", "midday", "afternoon", "evening", "before_bed"]
BlockKind = Literal[
    "straight", "superset", "circuit", "interleave", "emom", "every", "amrap", "for_time",
    "tabata", "warmup", "cooldown", "endurance", "note",
]  # fmt: skip
Side = Literal["both", "each", "left", "right"]
ExerciseKind = Literal["strength", "stability", "flexibility", "plyometric", "cardio", "technique"]
EndKind = Literal["time", "distance", "lap", "condition"]
TargetKind = Literal["word", "pace", "zone", "hr", "power", "rpe", "cadence"]
DecisionOutcome = Literal[
    "picked", "skipped", "held", "raised", "lowered", "regressed", "swapped", "stopped",
    "rounded", "moved", "assessed",
]  # fmt: skip
NoticeSeverity = Literal["stop", "warning", "question", "info"]


class Frozen(
    msgspec.Struct, metaclass=FrozenMeta, frozen=True, kw_only=True, omit_defaults=False, gc=False
):
    """What every part of the tree is: immutable, compared by value, keywords only."""


class Range(Frozen):
    """A target within a band; `min` and `max` are None where the coach gave one number."""

    target: int
    min: int | None = None
    max: int | None = None


class Load(Frozen):
    """A load: `kg` to put on the bar, `exact_kg` before rounding, and both as people wrote them.

    `kg` is None while it rests on a max that nobody has given; `shown` is then as written.
    `max_kg` is the upper end of a range. `percent` is of the 1RM, where that is known.
    """

    kg: float | None
    exact_kg: float | None
    shown: str
    written: str
    max_kg: float | None = None
    percent: float | None = None


class Set(Frozen):
    """One set. `side` "each" means these numbers on the left, then again on the right.

    `amrap`: as many as possible, from the target on (from any number, where there is none).
    `rpe` (10 less what is left) and `rir` (what is left) are for the whole set; `rpe_max` is
    the upper end of a range. `drop`: without rest after the set before. `label`: what the coach
    calls the set, or what happens within it (6 s contract, 24 s stretch).
    """

    reps: Range | None = None
    amrap: bool = False
    hold_s: Range | None = None
    distance_m: int | None = None
    side: Side = "both"
    load: Load | None = None
    rpe: float | None = None
    rpe_max: float | None = None
    rir: int | None = None
    tempo: tuple[int, int, int, int] | None = None
    rest_s: Range | None = None
    warmup: bool = False
    test: bool = False
    drop: bool = False
    label: str | None = None


class Exercise(Frozen):
    """An exercise as an output needs it."""

    id: str
    name: str
    kind: ExerciseKind
    trains: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    video: str | None = None


class ItemProgression(Frozen):
    """How the item changes: the rule in words, and what comes next if all goes well."""

    text: str
    next: str | None = None


class Item(Frozen):
    """One exercise with its sets, or (exercise None) a `task` in words.

    `slot_id` is stable: the same line of the plan keeps it while the exercise that
    fills it changes. `decisions` are the ids of what decided here.
    """

    slot_id: str
    exercise: Exercise | None = None
    task: str | None = None
    label: str | None = None
    sets: tuple[Set, ...] = ()
    cues: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    assessment: bool = False
    progression: ItemProgression | None = None
    decisions: tuple[str, ...] = ()


class SegmentEnd(Frozen):
    """Where a segment ends: after `seconds`, after `metres`, or at `text`."""

    kind: EndKind
    seconds: int | None = None
    metres: int | None = None
    text: str = ""


class Target(Frozen):
    """How hard: `text` is always readable; `low` to `high` in `unit` where it is a number."""

    kind: TargetKind
    text: str
    low: float | None = None
    high: float | None = None
    unit: str | None = None


class Segment(Frozen):
    """A stretch of running, walking, …; with `repeat` and `segments`, a repeated group."""

    activity: str
    end: SegmentEnd | None = None
    target: Target | None = None
    repeat: int = 1
    segments: tuple[Segment, ...] = ()
    cues: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Block(Frozen):
    """A part of a session: items done in the manner of `kind`, or segments (endurance).

    Each item of a block with `rounds` has one set for each of them (of each side); where the
    rounds are open (AMRAP), the sets of one. `interval_s` is how often a new set begins (EMOM,
    every), `work_s` and `off_s` the two halves of it (Tabata); `alternating`: one item an
    interval, in turn. `rest_s` is between rounds, `rest_after_s` at the end of the block.
    """

    kind: BlockKind
    rounds: int | None = None
    duration_s: int | None = None
    cap_s: int | None = None
    interval_s: int | None = None
    work_s: int | None = None
    off_s: int | None = None
    alternating: bool = False
    rest_s: int | None = None
    rest_after_s: int | None = None
    title: str | None = None
    items: tuple[Item, ...] = ()
    segments: tuple[Segment, ...] = ()


class Session(Frozen):
    """One session.

    `id` is a uuid5 of the plan's identity and the session's slot, never of its date,
    title or load, so it survives a move. `date` is None in `Programme.todo` only.
    `provisional`: rests on sessions that are not logged yet. `reason` says why there is
    less to do, or nothing, and never what hurts: calendars show it.
    """

    id: str
    name: str
    week: int | None
    date: str | None
    phase: str | None = None
    original_date: str | None = None
    start: str | None = None
    minutes: int | None = None
    slot: SlotOfDay | None = None
    trigger: str | None = None
    status: Status = "planned"
    provisional: bool = False
    reason: str | None = None
    blocks: tuple[Block, ...] = ()
    notes: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()


class Because(Frozen):
    """A line that decided: of the diary, or of the plan."""

    file: str
    line: int
    text: str


class Decision(Frozen):
    """Why something is as it is, in a sentence a lay person reads."""

    id: str
    outcome: DecisionOutcome
    rule: str
    text: str
    date: str | None = None
    session: str | None = None
    exercise: str | None = None
    side: Side | None = None
    because: tuple[Because, ...] = ()


class Notice(Frozen):
    """Something the reader must know: a stop, a warning, an open question."""

    code: str
    severity: NoticeSeverity
    text: str
    session: str | None = None


class LiftStatistics(Frozen):
    """An exercise with a load, over a week: working sets only.

    `intensity` is the mean per cent of the 1RM over all repetitions for which the 1RM is known;
    `top_kg` the heaviest load.
    """

    exercise: str
    name: str
    sets: int
    reps: int
    tonnage_kg: float
    top_kg: float
    intensity: float | None = None


class WeekStatistics(Frozen):
    """A week in numbers; sides count once each, warm-up sets not at all.

    Regions in alphabetical order. `sets` train a muscle directly, `sets_indirect` help others
    to; a muscle's sets count for the region and the group that it belongs to, once for each
    set (`Programme.regions` says which). `tonnage_kg` is load by reps: a load counts as it is
    written (dumbbells as one hand's, beyond bodyweight without the body), open reps at their
    target.
    """

    week: int
    starts: str
    sessions: int
    minutes: int
    sets: dict[str, int]
    reps: int
    sets_indirect: dict[str, int] = {}
    lifts: tuple[LiftStatistics, ...] = ()
    tonnage_kg: float = 0.0
    distance_m: dict[str, int] = {}
    activity_s: dict[str, int] = {}
    longest_run_s: int | None = None
    load: int | None = None


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
    statistics: tuple[WeekStatistics, ...] = ()
    regions: dict[str, str] = {}
