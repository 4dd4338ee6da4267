"""Safety: what keeps an exercise or a whole session away. Always on.

Each rule has its name (SR…, R…), which every decision carries. Rules take away, never add.
"""

from __future__ import annotations

import datetime as dt

from mesocycle.catalogue.body import REGIONS
from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Care
from mesocycle.compiler.safety.bar import Bar
from mesocycle.diary.pain import MOST_PAIN, flare_from

#: From this impact on, an exercise is as hard on the back as running.
RUNNING, JUMPING = 2, 3


def bar(
    exercise: Exercise, view: View, date: dt.date, care: Care, *, jumps: bool, picked: bool
) -> Bar | None:
    """The first rule that keeps `exercise` away on `date`, or None.

    `jumps`: the coach allowed them. `picked`: nobody named the exercise, a scan found it.
    """
    return (
        _direction(exercise, view)
        or _condition(exercise, view, date)
        or _unreviewed(exercise, view, date, care, picked=picked)
        or _impact(exercise, view, date, care, jumps=jumps)
        or _gear(exercise, view)
        or (_test_first(exercise, view, date) if picked or care == "rehab" else None)
    )


def too_much(view: View, date: dt.date) -> Bar | None:
    """On a day with pain above 5 of 10, or sharp pain, nothing is done (the verdict is red).

    What hurt in one exercise drops that exercise; the day is another matter.
    """
    day = view.health.day(date)
    if day.sharp is not None:
        text = "Nothing is trained with sharp pain: rest, and ask a doctor or physiotherapist"
        return Bar("SR5", text, (day.sharp.because,))
    worst = day.said
    if worst is None or worst.value <= MOST_PAIN:
        return None
    text = f"Nothing is trained with pain {worst.value}: rest, and ask a doctor or physiotherapist"
    return Bar("SR5", text, (worst.because,))


def _direction(exercise: Exercise, view: View) -> Bar | None:
    if not view.avoids:
        return None
    loads = {direction for direction, level in exercise.loads if level != "low"}
    for avoid in view.avoids:
        if avoid.direction in loads or avoid.direction in exercise.avoid:
            text = f"it loads the back in {avoid.direction}, which is to be avoided"
            return Bar("SR15", text, (avoid.because,))
    return None


def _condition(exercise: Exercise, view: View, date: dt.date) -> Bar | None:
    """Conditions on the exercise's list: the athlete's own, or a place that hurts."""
    if not exercise.avoid:
        return None
    day, conditions = view.health.day(date), view.conditions_on(date)
    limit = view.evidence.limit
    for word in exercise.avoid:
        if word in conditions:
            return Bar("SR15", f"not with {word}")
        region = REGIONS.find(word)
        here = (a for a in day.places if a.value > limit or a.sharp)
        ache = next((a for a in here if a.region == region), None)
        if region and ache:
            return Bar("SR15", f"not while the {word} hurts", (ache.because,))
    return None


def _unreviewed(
    exercise: Exercise, view: View, date: dt.date, care: Care, *, picked: bool
) -> Bar | None:
    if exercise.reviewed or not (picked or exercise.unreviewed):
        return None
    if exercise.unreviewed and care == "rehab":
        return Bar("SR14", "it is unreviewed: nobody has said how it loads the body")
    worst = view.health.day(date).worst
    if worst is None and care == "training":
        return None
    if worst is None or worst.value > 0:
        text = "nobody has reviewed how it loads the body, and the back is not known to be well"
        return Bar("SR14", text, (worst.because,) if worst else ())
    return None


def _impact(
    exercise: Exercise, view: View, date: dt.date, care: Care, *, jumps: bool
) -> Bar | None:
    impact = impact_of(exercise)
    if impact < RUNNING:
        return None
    worst = view.health.day(date).worst
    if worst and worst.value > 0:
        return Bar("SR10", f"no impact while there is pain ({worst.value})", (worst.because,))
    if care == "training":
        return None
    gate = view.health.brisk_walk(date)
    if not gate.value:
        return Bar("SR10", f"no impact before a brisk walk without pain: {gate.text}", gate.because)
    if impact >= JUMPING and worst is None:
        return Bar("SR10", "no jumps while nobody has said that nothing hurts")
    if impact >= JUMPING and not jumps:
        return Bar("SR10", "the coach has not allowed jumps")
    return None


def impact_of(exercise: Exercise) -> int:
    """How hard it is on the body, 0 to 3; a jump of which nobody has said is a jump."""
    unsaid = JUMPING if exercise.kind == "plyometric" else 0
    return unsaid if exercise.impact is None else exercise.impact


def _gear(exercise: Exercise, view: View) -> Bar | None:
    lacks = view.lacks(exercise.equipment)
    if lacks:
        return Bar("equipment", f"there is no {' and no '.join(lacks)}")
    if exercise.place in ("outdoors", "pool", "gym") and view.place not in (None, exercise.place):
        where = {"outdoors": "outdoors", "pool": "in a pool", "gym": "in a gym"}[exercise.place]
        return Bar("place", f"it is done {where}")
    return None


def _test_first(exercise: Exercise, view: View, date: dt.date) -> Bar | None:
    """Something hurts, and no clinician has said which direction to avoid."""
    high = [d for d, level in exercise.loads if level == "high" and d in ("flexion", "extension")]
    if not high or any(avoid.direction in ("flexion", "extension") for avoid in view.avoids):
        return None
    worst = view.health.day(date).worst
    if worst is None or worst.value == 0:
        return None
    if view.evidence.painfree(exercise, date).value is not None:
        return None
    sore = worst.value >= flare_from(view.limit)
    first = "test first, on a day with less pain" if sore else "test first"
    text = f"{first}: it loads the back in {high[0]}, and something hurts now ({worst.value})"
    return Bar("SR15", text, (worst.because,))
