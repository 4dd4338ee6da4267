"""What the sample programmes are put together from."""

from __future__ import annotations

import msgspec

from mesocycle.programme import (
    Because,
    Block,
    Decision,
    Exercise,
    ExerciseKind,
    Item,
    ItemProgression,
    Load,
    Range,
    Segment,
    SegmentEnd,
    Set,
    Target,
)


def exercise(
    id: str,  # noqa: A002 - the field's name
    name: str,
    *,
    kind: ExerciseKind = "strength",
    trains: tuple[str, ...] = ("lower back",),
    cues: tuple[str, ...] = (),
    equipment: tuple[str, ...] = (),
    video: str | None = None,
) -> Exercise:
    """An exercise."""
    return Exercise(
        id=id, name=name, kind=kind, trains=trains, cues=cues, equipment=equipment, video=video
    )


def item(what: Exercise, *, sets: tuple[Set, ...] = (), cues: tuple[str, ...] = ()) -> Item:
    """An exercise in a session; it grows by a rep at a time."""
    return Item(
        slot_id=f"slot {what.id}",
        exercise=what,
        sets=sets,
        cues=cues,
        progression=ItemProgression(
            text="one rep more when every set went well", next="3 × 9 reps"
        ),
        decisions=("d1",),
    )


def untested(known: Item) -> Item:
    """The same exercise as an assessment asks for it: one easy set."""
    easy = msgspec.structs.replace(known.sets[0], test=True, rest_s=None)
    return msgspec.structs.replace(known, sets=(easy,), assessment=True, progression=None)


def decision() -> Decision:
    """Why an exercise is there, with what the athlete wrote."""
    return Decision(
        id="d1",
        outcome="picked",
        rule="painfree",
        text="Superman is in: no pain on 7 Dec, nor next morning.",
        date="2026-12-09",
        exercise="superman",
        because=(Because(file="ana.diary", line=8, text="Superman; 10, 10, 9; pain 0"),),
    )


_REST = Range(target=60)
_SLOW = (2, 0, 2, 0)
_BOTH = Set(reps=Range(target=8, min=8, max=12), tempo=_SLOW, rest_s=_REST)
_EACH = msgspec.structs.replace(_BOTH, side="each")
_STRETCH = Set(hold_s=Range(target=30), side="each")

LADDER = (
    item(
        exercise(
            "superman",
            "Superman",
            trains=("lower back", "glutes", "hamstrings"),
            cues=("Lift arms and legs a hand's width.", "Look at the floor."),
            equipment=("mat",),
            video="https://example.org/superman",
        ),
        sets=(_BOTH,) * 3,
        cues=("Two seconds up, two down.",),
    ),
    item(
        exercise(
            "beetle",
            "Beetle",
            trains=("abdominals",),
            cues=("Keep the lower back on the floor.",),
            equipment=("mat",),
        ),
        sets=(_BOTH,) * 3,
    ),
    item(
        exercise(
            "single-leg-bridge",
            "Single Leg Bridge",
            trains=("glutes", "hamstrings"),
            cues=("Hips level, ribs down.",),
        ),
        sets=(_EACH,) * 3,
    ),
)

FLEXIBILITY = (
    item(
        exercise("cat-cow", "Cat Cow", kind="flexibility", cues=("Move with the breath.",)),
        sets=(Set(reps=Range(target=10)),),
    ),
    item(
        exercise("figure-four", "Figure Four Stretch", kind="flexibility", trains=("glutes",)),
        sets=(_STRETCH,),
    ),
    item(
        exercise("hamstring-stretch", "Hamstring Stretch", kind="flexibility"),
        sets=(_STRETCH, _STRETCH),
    ),
)


def _timed(activity: str, seconds: int, how: str, *cues: str) -> Segment:
    end = SegmentEnd(kind="time", seconds=seconds)
    return Segment(activity=activity, end=end, target=Target(kind="word", text=how), cues=cues)


RUN = (
    Block(kind="warmup", segments=(_timed("walk", 300, "brisk"),)),
    Block(kind="endurance", segments=(_timed("run", 1800, "easy", "Look ahead, arms loose."),)),
    Block(kind="cooldown", segments=(_timed("walk", 300, "easy"),)),
)

_INTERVALS = Segment(
    activity="run",
    repeat=6,
    segments=(_timed("run", 60, "5k pace"), _timed("jog", 120, "easy")),
)
_BY_DISTANCE = Segment(
    activity="run",
    end=SegmentEnd(kind="distance", metres=5200),
    target=Target(kind="pace", text="5:00–5:20/km", low=300, high=320, unit="s/km"),
)
_UNTIL_LAP = Segment(activity="walk", end=SegmentEnd(kind="lap"))
_UNTIL_CALM = Segment(activity="walk", end=SegmentEnd(kind="condition", text="until hr < 120"))

_SQUAT = exercise("squat", "Squat", equipment=("barbell",), trains=("quadriceps", "glutes"))
_BAR = Load(kg=82.5, exact_kg=81.75, shown="82.5 kg", written="75%")
_FIVE = Set(reps=Range(target=5), load=_BAR, rest_s=Range(target=120, min=120, max=180))
_WAYS = (
    (
        Set(reps=Range(target=5), warmup=True),
        _FIVE,
        _FIVE,
        msgspec.structs.replace(_FIVE, amrap=True),
    ),
    (Set(amrap=True), Set(reps=Range(target=1, min=1, max=3), test=True)),
    (Set(hold_s=Range(target=90), side="left"), Set(hold_s=Range(target=120), side="right")),
    (Set(distance_m=400, rpe=7.5), Set(reps=Range(target=8), rir=2, label="close")),
    (Set(hold_s=Range(target=30, min=30, max=60)), Set()),
)
_ITEMS = tuple(item(_SQUAT, sets=sets) for sets in _WAYS)

EVERY_KIND = (
    Block(kind="straight", items=_ITEMS),
    Block(kind="superset", rounds=3, rest_s=90, items=LADDER[:2]),
    Block(kind="circuit", rounds=4, title="Legs", items=LADDER),
    Block(kind="interleave", items=LADDER[:2]),
    Block(kind="emom", duration_s=600, items=LADDER[:1]),
    Block(kind="every", duration_s=720, interval_s=90, items=LADDER[:1]),
    Block(kind="amrap", duration_s=720, items=LADDER),
    Block(kind="for_time", cap_s=1200, items=LADDER),
    Block(kind="tabata", rounds=8, work_s=20, off_s=10, items=LADDER[:1]),
    Block(kind="endurance", segments=(_INTERVALS, _BY_DISTANCE, _UNTIL_LAP, _UNTIL_CALM)),
    Block(kind="note", title="Walk as much as you like."),
    Block(kind="straight", items=(Item(slot_id="water", task="Drink two glasses of water"),)),
)
