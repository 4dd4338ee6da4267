"""What a gym's sample programme is put together from: loads, ramps, groups, complexes."""

from __future__ import annotations

from msgspec.structs import replace

from mesocycle.output.sample_parts import exercise
from mesocycle.programme import (
    Block,
    Exercise,
    Item,
    ItemProgression,
    Load,
    Range,
    Set,
)

_POUND_KG = 0.45359237

_SQUAT = exercise(
    "squat",
    "Squat",
    trains=("quads", "glutes"),
    equipment=("barbell", "rack"),
    cues=("Knees over the toes.", "Chest up out of the hole."),
)
_BENCH = exercise(
    "bench-press", "Bench Press", trains=("chest", "triceps"), equipment=("barbell", "bench")
)
_ROW = exercise("barbell-row", "Barbell Row", trains=("lats", "biceps"), equipment=("barbell",))
_PULL_UP = exercise("pull-up", "Pull Up", trains=("lats", "biceps"), equipment=("pull-up bar",))
_DIP = exercise("dip", "Dip", trains=("chest", "triceps"), equipment=("parallel bars",))
_THRUSTER = exercise("thruster", "Thruster", trains=("quads", "shoulders"), equipment=("barbell",))
_PLANK = exercise("plank", "Plank", kind="stability", trains=("core",))
_RUN = exercise("run", "Run", kind="cardio", trains=("legs",))
_STRETCH = exercise("hip-flexor-stretch", "Hip Flexor Stretch", kind="flexibility")
_CLEAN = exercise("clean", "Clean", kind="plyometric", trains=("glutes", "traps"))
_JERK = exercise("jerk", "Jerk", kind="plyometric", trains=("shoulders", "triceps"))


def kg(shown: float, written: str = "", exact: float | None = None, **more: float) -> Load:
    """So many kilograms; `percent` and `max_kg` as in a load."""
    text = f"{shown:g} kg"
    exact = shown if exact is None else exact
    return Load(kg=shown, exact_kg=exact, shown=text, written=written or text, **more)


def lb(shown: float, written: str, exact: float, percent: float) -> Load:
    """So many pounds, of a per cent."""
    return Load(
        kg=round(shown * _POUND_KG, 5), exact_kg=round(exact * _POUND_KG, 5),
        shown=f"{shown:g} lb", written=written, percent=percent,
    )  # fmt: skip


def reps(target: int, low: int | None = None, high: int | None = None) -> Range:
    """So many, or a band to work up through."""
    return Range(target=target, min=low, max=high)


def item(what: Exercise, *sets: Set, label: str | None = None, grows: str = "") -> Item:
    """An exercise with its sets."""
    progression = ItemProgression(text=grows) if grows else None
    return Item(
        slot_id=f"slot {what.id}", exercise=what, sets=sets, label=label, progression=progression
    )


def unknown(per_cent: str) -> Load:
    """A per cent of a max that nobody has given."""
    return Load(kg=None, exact_kg=None, shown=per_cent, written=per_cent)


_LONG, _SHORT = Range(target=180), Range(target=90)
_FIVE = Set(reps=reps(5), load=kg(100, "80%", 99.6, percent=72.0), rest_s=_LONG)
_ROW_SET = Set(reps=reps(9, 8, 12), load=kg(60))
_TEN = Set(reps=reps(10), load=kg(40), rest_s=_SHORT)

#: A ramp, sets across, a heavy one at the end; what hangs on them; tempo; a test.
MAIN = (
    item(
        _SQUAT,
        *(Set(reps=reps(5), warmup=True, load=kg(20, "empty bar")),) * 2,
        Set(reps=reps(3), warmup=True, load=kg(60, "60%")),
        *(_FIVE,) * 4,
        replace(_FIVE, amrap=True, rest_s=Range(target=300), rpe=8.5),
        label="heavy",
        grows="5 kg more when every set went well; after three misses 90% of it",
    ),
    item(
        _SQUAT,
        *(Set(reps=reps(5), load=kg(70, "70% of top set"), tempo=(3, 1, 0, 0), rir=3),) * 3,
        label="light",
        grows="stays at 70% of the heavy set",
    ),
    item(_BENCH, _TEN, *(Set(amrap=True, drop=True, load=kg(kilos)) for kilos in (32.5, 25))),
    item(_BENCH, Set(reps=reps(1, 1, 3), test=True, load=kg(90))),
)

#: 5/3/1 in pounds, and what is said where no max is known.
WAVE = (
    item(
        _BENCH,
        Set(reps=reps(5), load=lb(185, "65%", 185.25, 58.5)),
        Set(reps=reps(5), load=lb(215, "75%", 213.75, 67.5)),
        Set(reps=reps(5), amrap=True, load=lb(240, "85%", 242.25, 76.5)),
    ),
    item(_SQUAT, *(Set(reps=reps(3), load=unknown("70–75%"), rpe=7, rpe_max=8),) * 3),
)

_TENSE = "6s contract, 24s stretch"
_MORE = Load(kg=10, exact_kg=10, shown="+10 kg", written="+10kg")

#: Other things that a set may be.
ODD = (
    item(_PULL_UP, *(Set(amrap=True),) * 3),
    item(_DIP, *(Set(reps=reps(8), load=_MORE),) * 3),
    item(_PLANK, *(Set(hold_s=reps(30), amrap=True),) * 3),
    item(_STRETCH, *(Set(hold_s=reps(30), label=_TENSE, side="each"),) * 3),
    item(_BENCH, *(Set(reps=reps(3), load=kg(80), label=grip) for grip in ("close", "medium"))),
    item(_ROW, *(Set(reps=reps(3), load=replace(kg(70, max_kg=75), shown="70–75 kg")),) * 3),
)

_FRAN = tuple(
    item(what, *(Set(reps=reps(number), load=load) for number in (21, 15, 9)))
    for what, load in ((_THRUSTER, kg(43, "43/30kg")), (_PULL_UP, None))
)

GROUPS = (
    Block(
        kind="superset", rounds=3, rest_s=120, title="Complex",
        items=(
            item(_CLEAN, *(Set(reps=reps(2), load=kg(60, "70%")),) * 3),
            item(_JERK, *(Set(reps=reps(1), load=kg(60, "70%")),) * 3),
        ),
    ),
    Block(
        kind="superset", rounds=3, rest_s=90, rest_after_s=120,
        items=(item(_ROW, *(_ROW_SET,) * 3), item(_DIP, *(Set(reps=reps(10)),) * 3)),
    ),
    Block(
        kind="superset", rounds=3, rest_s=90,
        items=(item(_PULL_UP, *(Set(reps=reps(6)),) * 3), item(_PLANK, Set(hold_s=reps(60)))),
    ),
    Block(
        kind="interleave", rounds=3,
        items=(item(_BENCH, *WAVE[0].sets), item(_ROW, *(_TEN,) * 3)),
    ),
    Block(
        kind="emom", duration_s=600, interval_s=60, rounds=5, alternating=True,
        items=(item(_PULL_UP, *(Set(reps=reps(5)),) * 5), item(_DIP, *(Set(reps=reps(8)),) * 5)),
    ),
    Block(
        kind="every", duration_s=720, interval_s=90, rounds=8,
        items=(item(_SQUAT, *(Set(reps=reps(2), load=kg(120)),) * 8),),
    ),
    Block(
        kind="amrap", duration_s=720, title="Cindy, short",
        items=(item(_PULL_UP, Set(reps=reps(5))), item(_RUN, Set(distance_m=400))),
    ),
    Block(kind="for_time", cap_s=600, title="Fran", rounds=3, items=_FRAN),
    Block(
        kind="for_time", rounds=5, cap_s=1200,
        items=(item(_RUN, *(Set(distance_m=400),) * 5), item(_DIP, *(Set(reps=reps(15)),) * 5)),
    ),
    Block(
        kind="tabata", rounds=8, interval_s=30, work_s=20, off_s=10,
        items=(item(_PLANK, *(Set(hold_s=reps(20)),) * 8),),
    ),
)  # fmt: skip
