"""Programmes that are rare, and come all the same: bare, very long, right to left, at odd hours."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from msgspec.structs import replace

from mesocycle.output.sample_days import START, programme, session
from mesocycle.output.sample_lifts import unknown
from mesocycle.output.sample_parts import EVERY_KIND, LADDER, RUN, exercise, item
from mesocycle.programme import (
    ABORT,
    Athlete,
    Audit,
    Because,
    Block,
    DayNote,
    Decision,
    Exercise,
    ExerciseKind,
    Input,
    Item,
    Notice,
    NoticeSeverity,
    PlanInfo,
    Programme,
    Range,
    Segment,
    SegmentEnd,
    Set,
    SlotOfDay,
)

_KINDS: tuple[ExerciseKind, ...] = (
    "strength", "stability", "flexibility", "plyometric", "cardio", "technique",
)  # fmt: skip
_TIMES: tuple[SlotOfDay, ...] = ("morning", "midday", "afternoon", "evening", "before_bed")
_SAID: tuple[NoticeSeverity, ...] = ("stop", "warning", "question", "info")


def right_to_left() -> Programme:
    """Hebrew and Arabic with numbers in between, and marks that turn the direction."""
    name, cue = "גב חזק 3x8 · ظهر قوي", "\u2067לאט\u2069, 30 שניות \u200fثم استرح"
    turned = item(exercise("gesher", name, cues=(cue,)), sets=LADDER[0].sets, cues=(cue,))
    one = session(name, 0, Block(kind="straight", title=cue, items=(turned,)), reason=cue)
    two = session("\u202eback\u202c", 1, *RUN, categories=("ריצה",))
    return programme(
        one,
        two,
        plan=PlanInfo(name=name, id="gav", about=cue, authors=("د. ليلى",)),
        athlete=Athlete(name="נועה"),
        day_notes=(DayNote(date=START.isoformat(), text="חנוכה"),),
    )


def provisional() -> Programme:
    """All of it rests on what is still to come: no date is sure, and no load is known."""
    squat = exercise("squat", "Squat", equipment=("barbell",), trains=("quadriceps",))
    heavy = replace(LADDER[0].sets[0], load=unknown("75%"))
    block = Block(kind="straight", items=(item(squat, sets=(heavy,) * 3),))
    sessions = [session("Squats", day, block, provisional=True) for day in (0, 3, 7)]
    return programme(*sessions, as_of=START.isoformat())


def huge() -> Programme:
    """One session of two hundred lines, a name of two thousand letters, intervals eight deep."""
    lines = tuple(replace(LADDER[n % 3], slot_id=f"line-{n}", sets=_MANY) for n in range(200))
    inner = Segment(activity="run", end=SegmentEnd(kind="time", seconds=30))
    for _ in range(8):
        inner = Segment(activity="run", repeat=2, segments=(inner, inner))
    run = Block(kind="endurance", segments=(inner,))
    long = session("All of it " * 200, 0, Block(kind="straight", items=lines), run, minutes=1439)
    return programme(long, plan=PlanInfo(name="Endless" * 100, id="endless", about="So on. " * 999))


def bare() -> Programme:
    """Only what must be there: no time, no minutes, no set, no line, no name that says much."""
    nothing = Exercise(id="x", name="x", kind="strength")
    blocks = (
        Block(kind="straight"),
        Block(kind="straight", items=(Item(slot_id="x", exercise=nothing),)),
        Block(kind="straight", items=(Item(slot_id="z", exercise=nothing, sets=(Set(),)),)),
        Block(kind="endurance", segments=(Segment(activity="run", end=SegmentEnd(kind="lap")),)),
        Block(kind="note"),
    )
    alone, other = (
        replace(session(name, 0, start=None, minutes=None, categories=()), week=None)
        for name in ("-", "?")
    )
    whenever = replace(alone, id=str(uuid5(NAMESPACE_URL, "mesocycle sample bare")), date=None)
    return programme(alone, replace(other, blocks=blocks), todo=(whenever,))


def odd_hours() -> Programme:
    """A time of day in words, a session over midnight, and a week in which the clock changes."""
    block = Block(kind="straight", items=LADDER[:1])
    slots = [
        replace(session(f"By {slot}", 0, block, start=None), slot=slot, notes=("Take your time.",))
        for slot in _TIMES
    ]
    late = session("Late", 1, block, start="23:30:00+01:00", minutes=90)
    change = [  # Sunday 28 March 2027: 02:00 to 03:00 does not exist in Berlin
        session("Night run", 111, *RUN, start="01:45:00+01:00", minutes=30),
        session("Morning run", 111, *RUN, start="07:00:00+02:00"),
        session("A year on", 365, *RUN, start=None, minutes=None),
    ]
    kinds = tuple(replace(exercise(kind, kind.title()), kind=kind) for kind in _KINDS)
    mixed = (Block(kind="warmup", items=EVERY_KIND[0].items[:1]), Block(kind="cooldown"))
    work = Block(kind="straight", items=tuple(item(each, sets=(_TWELVE,)) for each in kinds))
    return programme(*slots, late, session("Mixed", 4, *mixed, work), *change)


def painful() -> Programme:
    """It hurts: notices of every severity, and decisions that repeat what the diary says."""
    block = Block(kind="straight", items=(replace(LADDER[0], decisions=("p1", "p2")),))
    one = session("Strength", 0, block, reason="Half the sets, as the plan's rule says.")
    two = session("Strength", 2, Block(kind="straight"), status="skipped", reason="A rest.")
    told = Because(file="ana.diary", line=12, text="Superman; 8, 6; pain 6 left knee after")
    held = Decision(
        id="p1", outcome="held", rule="pain", date=START.isoformat(), session=one.id,
        text="Superman stays: pain 6 in the left knee on 7 Dec.", exercise="superman",
        side="left", because=(told,), change="Two days without pain in the left knee.",
        write="2026-12-09 pain 0 left knee",
    )  # fmt: skip
    gone = replace(held, id="p2", outcome="regressed", session=two.id, text="Pain 6: easier.")
    notices = tuple(
        Notice(code=f"sample-{each}", severity=each, text=_TELL[each], session=one.id)
        for each in _SAID
    )
    asked = replace(notices[2], answer="2026-12-08 …")
    inputs = (Input(kind="diary", file="ana.diary", sha256="0" * 64),)
    return programme(
        one,
        two,
        decisions=(held, gone),
        notices=(*notices[:2], asked, notices[3]),
        athlete=Athlete(name="Ana"),
        audit=Audit(inputs=inputs),
    )


_TWELVE = Set(reps=Range(target=12), side="each", rpe=7.0, rpe_max=8.0)
_MANY = (_TWELVE,) * 10
_TELL = {
    "stop": ABORT,
    "warning": "Three sessions in a row were cut short.",
    "question": "How was it the morning after?",
    "info": "The plan is in its second week.",
}
