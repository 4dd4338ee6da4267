"""Prescribe: a scheme, and where its track stands, become sets."""

from __future__ import annotations

from msgspec.structs import replace

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.checked import Manner, Progression
from mesocycle.compiler.progress.track import Track
from mesocycle.programme import Range, Set, Side
from mesocycle.syntax.nodes import Count, Scheme, SetGroup, Step

#: `slow` as numbers, where nobody has given others: two seconds down, two up.
SLOW = (2, 0, 2, 0)


def scheme_of(manner: Manner, exercise: Exercise) -> Scheme | None:
    """The plan's scheme, or the exercise's own where the plan has none that fits it."""
    scheme = manner.scheme
    if scheme and exercise.measure == "hold" and any(g.unit == "reps" for g in scheme.groups):
        return exercise.dose
    return scheme or exercise.dose


def sets(scheme: Scheme, exercise: Exercise, manner: Manner, track: Track) -> tuple[Set, ...]:
    """The sets of a normal session, at the numbers where the track stands."""
    steps = manner.progress.steps if manner.progress else ()
    return tuple(
        _set(group, scheme, exercise, manner, track, steps)
        for group in scheme.groups
        for _ in range(_count(group, track))
    )


def test_set(scheme: Scheme, exercise: Exercise, manner: Manner) -> tuple[Set, ...]:
    """One easy set at the low end of each group: an assessment, not training."""
    return tuple(
        _tested(_set(group, scheme, exercise, manner, Track(), ())) for group in _one_a_side(scheme)
    )


def _tested(made: Set) -> Set:
    """The set with no band to work up through."""
    return replace(
        made,
        reps=Range(target=made.reps.target) if made.reps else None,
        hold_s=Range(target=made.hold_s.target) if made.hold_s else None,
        test=True,
    )


def _one_a_side(scheme: Scheme) -> list[SetGroup]:
    return list({group.side: group for group in reversed(scheme.groups)}.values())[::-1]


def _count(group: SetGroup, track: Track) -> int:
    return track.value("sets", group.sets.low) if group.sets else 1


def _set(  # one set is made of all of these
    group: SetGroup,
    scheme: Scheme,
    exercise: Exercise,
    manner: Manner,
    track: Track,
    steps: tuple[Step, ...],
) -> Set:
    what = "hold" if group.unit == "seconds" else "reps"
    amount = _range(group.amount, what, scheme, track, steps)
    tempo = manner.tempo.seconds if manner.tempo else SLOW if manner.slow else None
    return Set(
        reps=amount if group.unit == "reps" else None,
        hold_s=amount if group.unit == "seconds" else None,
        distance_m=group.amount.low if group.unit == "metres" else None,
        side=_side(group, exercise),
        tempo=tempo if group.unit == "reps" else None,
        rest_s=_rest(manner.rest),
    )


def _range(
    amount: Count, what: str, scheme: Scheme, track: Track, steps: tuple[Step, ...]
) -> Range:
    """The target within its band; the band is what the coach wrote."""
    low, high = amount.low, scheme.to or amount.high
    limits = [s.to for s in steps if s.what == what and s.to is not None]
    high = max([high, *limits])
    target = min(track.value(what, low), high)
    return Range(target=target, min=low, max=high) if high > low else Range(target=target)


def _side(group: SetGroup, exercise: Exercise) -> Side:
    if exercise.sides == "none":
        return "both"
    return group.side if group.side != "both" else "each"


def _rest(rest: Count | None) -> Range | None:
    if rest is None:
        return None
    if rest.low == rest.high:
        return Range(target=rest.low)
    return Range(target=rest.low, min=rest.low, max=rest.high)


def spoken_progress(progress: Progression) -> str:
    """The progression in a coach's words."""
    if not progress.steps:
        return "stays as it is"
    return ", then ".join(_spoken_step(step) for step in progress.steps)


def _spoken_step(step: Step) -> str:
    if step.what == "harder":
        return "a harder exercise"
    unit = "s" if step.what == "hold" else ""
    by = step.by or (5 if step.what == "hold" else 1)
    what = {"reps": "reps", "hold": "hold", "sets": "sets"}[step.what]
    limit = f", up to {step.to}{unit}" if step.to is not None else ""
    return f"{what} +{by}{unit} when every set goes well{limit}"
