"""Sessions, and what they are made of: blocks, items and sets, or segments."""

from __future__ import annotations

from typing import Literal

from mesocycle.programme.base import Frozen

Status = Literal["planned", "assessment", "done", "missed", "moved", "skipped", "stopped"]
SlotOfDay = Literal["morning", "midday", "afternoon", "evening", "before_bed"]
BlockKind = Literal[
    "straight", "superset", "circuit", "interleave", "emom", "every", "amrap", "for_time",
    "tabata", "warmup", "cooldown", "endurance", "note",
]  # fmt: skip
Side = Literal["both", "each", "left", "right"]
ExerciseKind = Literal["strength", "stability", "flexibility", "plyometric", "cardio", "technique"]
EndKind = Literal["time", "distance", "lap", "condition"]
TargetKind = Literal["word", "pace", "speed", "zone", "hr", "power", "rpe", "cadence"]
Terrain = Literal["uphill", "downhill", "track", "trail"]


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
    fills it changes. `decisions` are the ids of what decided here. `done`: what was logged,
    set by set as far as it was said (None: nothing is logged); `sets` stay what was asked for.
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
    done: tuple[Set, ...] | None = None


class SegmentEnd(Frozen):
    """Where a segment ends: after `seconds`, after `metres`, at a lap press, or at `text`.

    `max_seconds` and `max_metres` are the upper ends of ranges (`5-6mi`).
    """

    kind: EndKind
    seconds: int | None = None
    metres: int | None = None
    text: str = ""
    max_seconds: int | None = None
    max_metres: int | None = None


class Target(Frozen):
    """How hard: `text` is always readable; `low` to `high` in `unit` where it is a number.

    One of the two is None where only one end is given (`below zone 3`). Units: s/km (a lower
    number is faster), km/h, zone, bpm, W, CR-10, rpm. `word`: one of the order of efforts.
    `written` is what the coach wrote, where the numbers come from the athlete (`5k pace`).
    """

    kind: TargetKind
    text: str
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    written: str | None = None


class Segment(Frozen):
    """A stretch of running, walking, …; with `repeat` and `segments`, a repeated group.

    A group with an `end` is done by turns until that is reached.

    `activity` "rest" is standing still. `target_end`: the target goes evenly from `target` to
    this one over the segment (a ramp). `estimated_s`, `estimated_m`: what the measure that is not
    written comes to (of a range, the lower end), where a pace tells. `progression`: how the line
    changes; the first segment of a line has it.
    """

    activity: str
    end: SegmentEnd | None = None
    target: Target | None = None
    repeat: int = 1
    segments: tuple[Segment, ...] = ()
    cues: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    target_end: Target | None = None
    terrain: Terrain | None = None
    estimated_s: int | None = None
    estimated_m: int | None = None
    progression: ItemProgression | None = None


class Total(Frozen):
    """What the segments of a session add up to, warm-up and cool-down included.

    `seconds` and `metres` with the upper ends of ranges, None where nothing tells; each is
    `estimated` in so far as it is not what the coach wrote, and `basis` says on what that rests.
    """

    seconds: int | None = None
    max_seconds: int | None = None
    metres: int | None = None
    max_metres: int | None = None
    estimated: tuple[Literal["seconds", "metres"], ...] = ()
    basis: str | None = None


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
    `original_date`: where it was before the calendar, or a missed session, moved it; its status is
    then `moved` until it is done. `race`: the grade of a race.
    `provisional`: rests on sessions that are not logged yet. `reason` says why there is
    less to do, or nothing, and never what hurts: calendars show it. Of a session that is done,
    `logged` is how long and how far it was; `partial`: it was broken off; `unplanned`: the
    athlete did it, the plan has no such session (its `id` is of its name and day).
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
    total: Total | None = None
    race: Literal["A", "B", "C"] | None = None
    logged: Total | None = None
    partial: bool = False
    unplanned: bool = False
