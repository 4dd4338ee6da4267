"""Prescribe: a scheme, and where its track stands, become sets."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.checked import Manner
from mesocycle.compiler.loads.burden import Burden
from mesocycle.compiler.loads.groups import Loads, loads_of
from mesocycle.compiler.loads.standing import BEGINNING, Standing
from mesocycle.compiler.loads.working import Weights
from mesocycle.programme import Range, Set, Side
from mesocycle.syntax.nodes import Count, Scheme, SetGroup

#: `slow` as numbers, where nobody has given others: two seconds down, two up.
SLOW = (2, 0, 2, 0)


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
    made = weights.remembered(scheme)
    if made is None:
        weights.begin()
        work = _work(scheme, exercise, manner, track, weights)
        made = weights.keep(scheme, (*_ramp(manner.warmup, exercise, weights), *work))
    return made


def easy_sets(
    scheme: Scheme, exercise: Exercise, manner: Manner, weights: Weights
) -> tuple[Set, ...]:
    """One easy set at the low end of each group: an assessment, not training."""
    easy = replace(scheme, groups=tuple(_easy(group) for group in _one_a_side(scheme)), to=None)
    plain = replace(manner, progress=None, after=None)
    weights.begin()
    made = _work(easy, exercise, plain, BEGINNING, weights)
    return weights.keep(None, tuple(replace(one, test=True) for one in made))


def _easy(group: SetGroup) -> SetGroup:
    """One set, with no band to work up through and no end to find."""
    low = Count(group.amount.low, group.amount.low)
    return replace(group, amount=low, sets=None, plus=False, most=False, drop=False)


def _one_a_side(scheme: Scheme) -> list[SetGroup]:
    return list({group.side: group for group in reversed(scheme.groups)}.values())[::-1]


def _work(
    scheme: Scheme, exercise: Exercise, manner: Manner, track: Standing, weights: Weights
) -> list[Set]:
    """The working sets, with their rests."""
    deload = weights.deload
    counts = [_count(group, track) for group in scheme.groups]
    if deload is not None and deload.percent is None:
        counts = _half(scheme, counts)
    maker = _Maker(scheme, exercise, manner, track, weights, easier=deload is not None)
    made: list[Set] = []
    for group, count, loads in zip(scheme.groups, counts, loads_of(scheme, manner), strict=True):
        for one in maker.group(group, count, loads):
            if one.drop and made:
                made[-1] = replace(made[-1], rest_s=None)
            made.append(one)
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


class _Maker:
    """What the sets of one line have in common."""

    def __init__(
        self,
        scheme: Scheme,
        exercise: Exercise,
        manner: Manner,
        track: Standing,
        weights: Weights,
        *,
        easier: bool,
    ) -> None:
        self._scheme = scheme
        self._exercise = exercise
        self._track = track
        self._weights = weights
        self._easier = easier
        self._steps = manner.progress.steps if manner.progress else ()
        self._tempo = manner.tempo.seconds if manner.tempo else SLOW if manner.slow else None
        self._rest = _rest(manner.rest, track)

    def group(self, group: SetGroup, count: int, loads: Loads) -> Iterator[Set]:
        """The sets of a group; those that are equal are one."""
        amount = None if group.most else self._range(group)
        reps = amount.target if amount and group.unit == "reps" else None
        made: Set | None = None
        last: Burden | None = None
        for _ in range(count):
            burden = self._weights.working(loads, reps)
            if made is None or burden is not last:
                made, last = self._set(group, amount, burden), burden
            yield made

    def _set(self, group: SetGroup, amount: Range | None, burden: Burden) -> Set:
        open_end = group.most or (group.plus and not self._easier)
        return Set(
            reps=amount if group.unit == "reps" else None,
            amrap=open_end,
            hold_s=amount if group.unit == "seconds" else None,
            distance_m=amount.target if amount and group.unit == "metres" else None,
            side=side_of(group, self._exercise),
            load=burden.load,
            rpe=burden.rpe,
            rpe_max=burden.rpe_max,
            rir=burden.rir,
            tempo=self._tempo if group.unit == "reps" else None,
            rest_s=_rest(group.rest, self._track) if group.rest else self._rest,
            test=group.test,
            drop=group.drop,
            label=label_of(group),
        )

    def _range(self, group: SetGroup) -> Range:
        """The target within its band; the band is what the coach wrote."""
        what = _MEASURES[group.unit]
        low, high = group.amount.low, self._scheme.to or group.amount.high
        limits = [s.to for s in self._steps if s.what == what and s.to is not None]
        high = max([high, *limits])
        target = min(self._track.value(what, low), high)
        if high <= low or group.unit == "metres":
            return Range(target=target)
        return Range(target=target, min=min(low, target), max=high)


#: What a track calls the amounts of a scheme.
_MEASURES = {"reps": "reps", "seconds": "hold", "metres": "distance"}


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
            rest_s=_rest(group.rest, BEGINNING) if group.rest else None,
            warmup=True,
            label=label_of(group),
        )
        for _ in range(group.sets.low if group.sets else 1):
            yield one


def side_of(group: SetGroup, exercise: Exercise) -> Side:
    """The side of a group's sets, for an exercise that may have none."""
    if exercise.sides == "none":
        return "both"
    return group.side if group.side != "both" else "each"


def label_of(group: SetGroup) -> str | None:
    """What the sets are called: in the coach's words, and what happens within each."""
    words = [group.label.text] if group.label else []
    if group.parts:
        words.append(", ".join(f"{part.seconds}s {part.text.text}" for part in group.parts))
    if group.chain:
        words.append("+".join(str(reps) for reps in group.chain))
    return ": ".join(words) or None


def _rest(rest: Count | None, track: Standing) -> Range | None:
    if rest is None:
        return None
    low = track.value("rest", rest.low)
    if low >= rest.high:
        return Range(target=low)
    return Range(target=low, min=min(low, rest.low), max=rest.high)
