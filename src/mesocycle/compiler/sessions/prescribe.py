"""Prescribe: a scheme, and where its track stands, become sets."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.checked import Manner
from mesocycle.compiler.loads.standing import BEGINNING, Standing
from mesocycle.compiler.loads.working import Weights
from mesocycle.compiler.sessions.recipes import Recipe, label_of, recipe, rest_of, side_of
from mesocycle.programme import Range, Set
from mesocycle.syntax.nodes import Count, Scheme, SetGroup


def scheme_of(manner: Manner, exercise: Exercise, track: Standing = BEGINNING) -> Scheme | None:
    """The sets and reps of the stage; else the plan's; else the exercise's own dose.

    The exercise's own also where the plan counts repetitions of what is held.
    """
    stages = manner.progress.stages if manner.progress else ()
    scheme = stages[min(track.stage, len(stages) - 1)].scheme if stages else manner.scheme
    if scheme and exercise.measure == "hold" and any(g.unit == "reps" for g in scheme.groups):
        return exercise.dose
    return scheme or exercise.dose


def sets(
    scheme: Scheme, exercise: Exercise, manner: Manner, track: Standing, weights: Weights
) -> tuple[Set, ...]:
    """The sets of a normal session, at the numbers where the track stands; the ramp first."""
    sheet = weights.sheet(scheme)
    how = sheet.recipe
    if how is None:
        how = sheet.recipe = recipe(scheme, exercise, manner)
    made = weights.remembered(sheet, follows=how.follows)
    if made is None:
        weights.begin(follows=how.follows)
        work = _work(scheme, how, manner, track, weights)
        made = weights.keep((*_ramp(manner.warmup, exercise, weights), *work))
    return made


def easy_sets(
    scheme: Scheme, exercise: Exercise, manner: Manner, weights: Weights
) -> tuple[Set, ...]:
    """One easy set at the low end of each group: an assessment, not training."""
    easy = replace(scheme, groups=tuple(_easy(group) for group in _one_a_side(scheme)), to=None)
    plain = replace(manner, progress=None, after=None)
    how = recipe(easy, exercise, plain)
    weights.begin(follows=how.follows)
    made = _work(easy, how, plain, BEGINNING, weights)
    return weights.keep(tuple(replace(one, test=True) for one in made))


def _easy(group: SetGroup) -> SetGroup:
    """One set, with no band to work up through and no end to find."""
    low = Count(group.amount.low, group.amount.low)
    return replace(group, amount=low, sets=None, plus=False, most=False, drop=False)


def _one_a_side(scheme: Scheme) -> list[SetGroup]:
    return list({group.side: group for group in reversed(scheme.groups)}.values())[::-1]


def _work(
    scheme: Scheme, how: Recipe, manner: Manner, track: Standing, weights: Weights
) -> list[Set]:
    """The working sets, with their rests."""
    deload = weights.deload
    counts = [_count(group, track) for group in scheme.groups]
    if deload is not None and deload.percent is None:
        counts = _half(scheme, counts)
    made: list[Set] = []
    for portion, count in zip(how.portions, counts, strict=True):
        sets = portion.sets(count, track, weights, easier=deload is not None)
        if portion.group.drop:  # no rest before a drop
            made[-1:] = [replace(one, rest_s=None) for one in made[-1:]]
            sets[:-1] = [replace(one, rest_s=None) for one in sets[:-1]]
        made += sets
    if manner.after is not None and made:
        made[-1] = replace(made[-1], rest_s=Range(target=manner.after))
    return made


def _count(group: SetGroup, track: Standing) -> int:
    return track.value("sets", group.sets.low) if group.sets else 1


def _half(scheme: Scheme, counts: list[int]) -> list[int]:
    """The first half of the sets of each side, rounded up: what a deload leaves."""
    left = {
        side: -(-sum(n for g, n in zip(scheme.groups, counts, strict=True) if g.side == side) // 2)
        for side in {group.side for group in scheme.groups}
    }
    halved = []
    for group, count in zip(scheme.groups, counts, strict=True):
        halved.append(min(count, left[group.side]))
        left[group.side] -= halved[-1]
    return halved


def _ramp(groups: tuple[SetGroup, ...], exercise: Exercise, weights: Weights) -> Iterator[Set]:
    """The warm-up sets, as light as they are to be beside the first working set."""
    for group in groups:
        burden = weights.ramp(group.loads)
        amount = Range(target=group.amount.low)
        one = Set(
            reps=amount if group.unit == "reps" else None,
            hold_s=amount if group.unit == "seconds" else None,
            distance_m=group.amount.low if group.unit == "metres" else None,
            side=side_of(group, exercise),
            load=burden.load,
            rest_s=rest_of(group.rest, BEGINNING),
            warmup=True,
            label=label_of(group),
        )
        for _ in range(group.sets.low if group.sets else 1):
            yield one
