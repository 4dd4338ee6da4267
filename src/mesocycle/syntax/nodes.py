"""What the parser makes of text: small frozen nodes, one a clause.

A node that can be to blame for a mistake holds `Word`s. A word's `start` and
`end` count from the start of the *piece* (the head or clause) it stands in, so
that equal pieces share one node however often they are written; a `Piece` adds
the place. Numbers are already numbers (seconds, metres, counts); names, dates and
times are still text: looking them up is the compiler's business.
"""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

import msgspec

from mesocycle.frozen import FrozenMeta
from mesocycle.source import Source, Span


class Node(msgspec.Struct, metaclass=FrozenMeta, frozen=True, gc=False):
    """What every node is: immutable and compared by value."""


class Word(Node):
    """Text as written (quotes and escapes undone) and where it stands in its piece."""

    text: str
    start: int = 0
    end: int = 0


class Later(Node):
    """A form that the language has but this version cannot compile yet: `what` names it."""

    what: str
    start: int = 0
    end: int = 0


# --- amounts -----------------------------------------------------------------------------


class Count(Node):
    """A number or a band of numbers: `3` is (3, 3), `8-12` is (8, 12)."""

    low: int
    high: int


class SetGroup(Node):
    """`3x8-12 each side`: `sets` (None: one, unsaid) of `amount` reps or seconds a side."""

    amount: Count
    unit: Literal["reps", "seconds", "metres"]
    sets: Count | None = None
    side: Literal["both", "each", "left", "right"] = "both"
    word: Word | None = None


class Scheme(Node):
    """How much. `to` is the ceiling of `10 reps to 20`. Unequal sides are two groups."""

    groups: tuple[SetGroup, ...]
    to: int | None = None
    word: Word | None = None


# --- conditions --------------------------------------------------------------------------


class Both(Node):
    """`a and b`."""

    parts: tuple[Condition, ...]


class Either(Node):
    """`a or b`."""

    parts: tuple[Condition, ...]


class Not(Node):
    """`not a`; not unknown is unknown."""

    part: Condition


class Evidence(Node):
    """What the diary says of this exercise."""

    what: Literal[
        "painfree", "slow", "form good", "form bad", "helps", "tried", "untried"
    ]  # fmt: skip


class Pain(Node):
    """`pain < 3`, `back pain > 0`, `left knee pain >= 4`; bare `leg pain` is `> 0`."""

    op: Literal["<", "<=", ">", ">=", "=", "!="]
    value: int
    region: Word | None = None
    side: Literal["left", "right"] | None = None


class Symptom(Node):
    """A symptom by name: `numbness`, `tingling`, `weakness` …"""

    name: Word


class Compare(Node):
    """A number of the exercise (`level`, `impact`) or of the athlete (`age`)."""

    field: Literal["level", "impact", "age"]
    op: Literal["<", "<=", ">", ">=", "=", "!="]
    value: int


class Has(Node):
    """A property of the exercise: `trains glutes`, `loads extension`, `needs ball` …"""

    field: Literal["trains", "loads", "position", "needs", "tag", "kind"]
    value: Word


class EquipmentFree(Node):
    """`equipment free`: needs nothing."""


class AtPlace(Node):
    """`outdoors`, `indoors`, `at home`, `at the gym`, `at NAME`."""

    place: Word


class BriskWalk(Node):
    """`brisk walk 30min painfree`: on record in the diary."""

    seconds: int


class AthleteIs(Node):
    """`athlete female`, `athlete male`."""

    sex: Literal["female", "male"]


Condition = (
    Both | Either | Not | Evidence | Pain | Symptom | Compare | Has | EquipmentFree | AtPlace
    | BriskWalk | AthleteIs | Later
)  # fmt: skip


# --- statements at the left margin -------------------------------------------------------


class PlanHead(Node):
    """`plan "Name"`."""

    name: Word


class Use(Node):
    """`use NAME`, `use "path/lib.plan" as short`; `path` says that it was quoted."""

    name: Word
    path: bool = False
    prefix: Word | None = None


class SessionHead(Node):
    """`session "Name" SCHEDULE`."""

    name: Word
    schedule: tuple[When, ...] = ()


class PoolHead(Node):
    """`pool NAME`, or the query `pool NAME = OTHER where CONDITION`."""

    name: Word
    base: Word | None = None
    where: Condition | None = None


class ExerciseHead(Node):
    """`exercise "Name"`."""

    name: Word


class PlaceHead(Node):
    """`place home: mat, chair`."""

    name: Word
    equipment: tuple[Word, ...]


# --- plan header -------------------------------------------------------------------------


class Header(Node):
    """A header line of text: `about`, `author`, `source`, `id`, `timezone`, `place`."""

    key: Literal["about", "author", "source", "id", "timezone", "place"]
    values: tuple[Word, ...]


class HeaderDate(Node):
    """`starts DATE`, `ends DATE`."""

    key: Literal["starts", "ends"]
    date: Word


class Lasts(Node):
    """`lasts 8 weeks`, `lasts 10 days`, in days."""

    days: int
    word: Word | None = None


class Setting(Node):
    """`care rehab`, `untried assess`, `units kg`."""

    key: Literal["care", "untried", "units"]
    value: Word


class Declares(Node):
    """`16 exercises`: how many the coach says there are."""

    count: int
    word: Word | None = None


# --- schedules ---------------------------------------------------------------------------


class OnDays(Node):
    """`on mon, wed, fri`: weekdays, Monday is 0."""

    days: tuple[int, ...]


class OnDates(Node):
    """`on 2026-12-24, 2026-12-31`."""

    dates: tuple[Word, ...]


class OnDay(Node):
    """`on day 3`: of the plan's week, from 1."""

    days: tuple[int, ...]
    word: Word | None = None


class At(Node):
    """`at 08:00, 20:00`: wall times."""

    times: tuple[Word, ...]


class Lasting(Node):
    """`for 40min`, in seconds."""

    seconds: int


class Every(Node):
    """`every day`, `every 2 days`."""

    days: int
    word: Word | None = None


class TimesAWeek(Node):
    """`3 times a week, 48h apart`."""

    times: int
    apart_s: int | None = None
    word: Word | None = None


class PartOfDay(Node):
    """`in the morning | midday | afternoon | evening`, `before bed`."""

    part: Literal["morning", "midday", "afternoon", "evening", "before_bed"]


class Beside(Node):
    """`before "Strength"`, `after "Easy run"`."""

    relation: Literal["before", "after"]
    session: Word


class BesideEvery(Node):
    """`before every run`, `after every walk`."""

    relation: Literal["before", "after"]
    activity: Word


class NotWithin(Node):
    """`not within 60min before a run`."""

    seconds: int
    relation: Literal["before", "after"]
    activity: Word


class AnyTime(Node):
    """`any time`: no slot, listed as a to-do."""


class Whenever(Node):
    """`whenever "30 minutes of sitting"`: a trigger that is no date."""

    trigger: Word


class OnOff(Node):
    """`3 on, 1 off`: days, counted from the plan's start."""

    on: int
    off: int
    word: Word | None = None


class InWeeks(Node):
    """`in weeks 1-3, 5`."""

    weeks: tuple[Count, ...]
    word: Word | None = None


When = (
    OnDays | OnDates | OnDay | At | Lasting | Every | TimesAWeek | PartOfDay | Beside
    | BesideEvery | NotWithin | AnyTime | Whenever | OnOff | InWeeks | Later
)  # fmt: skip


# --- items -------------------------------------------------------------------------------


class ExerciseRef(Node):
    """An exercise by name or alias; `mod` for `mod. NAME`, its modified form."""

    name: Word
    mod: bool = False
    equipment: Word | None = None


class Pick(Node):
    """`pick 4 hardest from strength where painfree rotate weekly else Bridge`."""

    count: int
    pool: Word
    order: Literal["easiest", "hardest", "any"] = "easiest"
    where: Condition | None = None
    rotate: Literal["weekly", "each session"] | None = None
    otherwise: ExerciseRef | None = None
    word: Word | None = None


class All(Node):
    """`all from flexibility where helps or untried`."""

    pool: Word
    where: Condition | None = None


class Direct(Node):
    """One exercise, or with several rungs a ladder `A | B | C`; `label` as in `heavy: Squat`."""

    rungs: tuple[ExerciseRef, ...]
    label: Word | None = None


class Stretch(Node):
    """A stretch of endurance: `run 30min easy`, `warmup 5min brisk walk`.

    One of `seconds` and `metres` is given. `activity` None: as the session's main activity.
    """

    role: Literal["warmup", "cooldown"] | None = None
    activity: Word | None = None
    seconds: int | None = None
    metres: int | None = None
    effort: Word | None = None
    word: Word | None = None


class Task(Node):
    """`task "Drink 2 l"`: a habit to tick."""

    text: Word


Selection = Pick | All | Direct | Stretch | Task | Later


# --- clauses -----------------------------------------------------------------------------


class Rest(Node):
    """`rest 60s`, `rest 60-90s`, in seconds."""

    seconds: Count


class Tempo(Node):
    """`tempo 3-1-1-0`: seconds down, pause, up, pause. `X` (as fast as possible) is 0."""

    seconds: tuple[int, int, int, int]
    written: str


class Manner(Node):
    """`slow`, `gentle`."""

    how: Literal["slow", "gentle"]


class Text(Node):
    """`cue`, `note`, `because`, `video`."""

    key: Literal["cue", "note", "because", "video"]
    text: Word


class Step(Node):
    """One step of `progress`: what moves, by how much, up to where."""

    what: Literal["reps", "hold", "sets", "harder"]
    by: int | None = None
    to: int | None = None


class Progress(Node):
    """`progress reps by 2 to 20 then harder`; no steps is `progress none`."""

    steps: tuple[Step, ...]
    word: Word | None = None


class Under(Node):
    """A clause under a condition: `if outdoors: …`, `when back pain > 0: cue "…"`."""

    condition: Condition
    clause: Clause
    word: Literal["if", "when"] = "when"


class StartAt(Node):
    """`start at NAME`: the rung to begin on."""

    rung: Word


class Goal(Node):
    """`goal "upper-back tension"`: takes the alternatives that serve it."""

    goal: Word


class Allow(Node):
    """`allow jumps`: the coach's opt-in to high impact."""

    what: Word


class Instead(Node):
    """An alternative and its one reason.

    `instead X to start`, `instead X for bad form`, `instead X for goal "…"`,
    `instead X outdoors`, `instead X without wall`.
    """

    exercise: ExerciseRef
    reason: Literal["start", "form", "goal", "place", "equipment"]
    detail: Word | None = None


class SessionId(Node):
    """`id strength`: the session's identity, when its name is to be free to change."""

    name: Word


Clause = (
    Scheme | Rest | Tempo | Manner | Text | Progress | Under | StartAt | Goal | Allow
    | Instead | SessionId | NotWithin | Later
)  # fmt: skip


# --- lines of an exercise ----------------------------------------------------------------


class Field(Node):
    """A line of an exercise with words for values.

    `aka`, `kind`, `trains`, `assists`, `position`, `sides`, `measure`, `equipment`, `place`,
    `easier`, `harder`, `avoid`, `tag`, `caution`, `variant` (`variant of NAME`).
    """

    key: str
    values: tuple[Word, ...]


class LoadsField(Node):
    """`loads extension high, anti-rotation`: direction and how much (moderate unsaid)."""

    loads: tuple[tuple[Word, Literal["low", "moderate", "high"]], ...]


class NumberField(Node):
    """`impact 2`, `level 3`, `rep 4s` (seconds a repetition)."""

    key: Literal["impact", "level", "rep"]
    value: int
    word: Word | None = None


class Dose(Node):
    """`dose 3x8-12 each side`: what to prescribe where the plan says nothing."""

    scheme: Scheme


class PoolEntry(Node):
    """A line of a pool: one exercise."""

    exercise: ExerciseRef


# --- pieces and statements ---------------------------------------------------------------

N = TypeVar("N", bound=Node, covariant=True)


class Piece(msgspec.Struct, Generic[N], frozen=True):
    """A node where it stands: `start` is the offset of its first character in `source`."""

    node: N
    source: Source
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The whole piece."""
        return Span(self.source, self.start, self.end)

    def at(self, word: Word | Later | None) -> Span:
        """The span of one of the node's words (the whole piece for None)."""
        if word is None:
            return self.span
        return Span(self.source, self.start + word.start, self.start + word.end)


class Statement(msgspec.Struct, frozen=True):
    """A line of the file with what belongs to it.

    `clauses` are those on the line and those nested under it, in order: the two layouts
    mean the same. `children` are nested lines that are statements of their own (the items
    of a session, the lines of a header, of an exercise, of a pool, of a diary entry).
    """

    head: Piece[Node]
    clauses: tuple[Piece[Node], ...] = ()
    children: tuple[Statement, ...] = ()


class File(msgspec.Struct, frozen=True):
    """A parsed file: its statements in order. Comments are kept for the formatter."""

    source: Source
    statements: tuple[Statement, ...]
    comments: tuple[Span, ...] = ()
