"""Lighter: what the coach's rules of a day make of a stretch, leg by leg; never harder."""

from __future__ import annotations

from msgspec.structs import replace

from mesocycle.catalogue.words import EFFORTS
from mesocycle.compiler.checked import Effect, Leg, Legs, Manner, Repeats, Stretch
from mesocycle.compiler.checked.run import REST
from mesocycle.compiler.endurance import words
from mesocycle.compiler.endurance.easing import EASY
from mesocycle.compiler.rules.order import least_impact
from mesocycle.compiler.rules.today import Today
from mesocycle.compiler.safety.efforts import at_most_easy
from mesocycle.compiler.sessions.tracks import Day
from mesocycle.syntax import nodes as n

_WHOLE = 10_000


def by_rules(effect: Effect, manner: Manner) -> Manner:
    """The manner of a stretch with the swaps and `easy only` of the rules.

    Of two swaps of one activity the one with the least impact holds.
    """
    if not effect.activities and not effect.easy:
        return manner
    return replace(
        manner,
        activities=least_impact((*manner.activities, *effect.activities)),
        easy=(*effect.easy, *manner.easy),
    )


def stand_ins(today: Today, activity: str) -> frozenset[str]:
    """What the rules put in the place of an activity."""
    return frozenset(to for before, to, _ in today.effect.activities if before == activity)


def changes(today: Today, stretch: Stretch) -> bool:
    """Whether the rules make a stretch less hard than it is written."""
    effect = today.effect
    return _limits(effect) and _lighter(stretch.legs, effect) != stretch.legs


def lightened(day: Day, today: Today, stretch: Stretch) -> Stretch:
    """The stretch at the intensity that the rules leave; what changes is entered."""
    effect = today.effect
    if not _limits(effect):
        return stretch
    legs = _lighter(stretch.legs, effect)
    if legs == stretch.legs:
        return stretch
    text = f"{words.named(stretch)} is done with less effort: {today.why(_limits)}"
    day.page.decide("lowered", "rule", text, because=today.because(_limits))
    return replace(stretch, legs=legs)


def _limits(effect: Effect) -> bool:
    return effect.easier or effect.intensity is not None or effect.effort is not None


def _lighter(legs: Legs, effect: Effect) -> Legs:
    return tuple(
        replace(leg, legs=_lighter(leg.legs, effect))
        if isinstance(leg, Repeats)
        else _leg(leg, effect)
        for leg in legs
    )


def _leg(leg: Leg, effect: Effect) -> Leg:
    if leg.activity == REST:
        return leg
    target = leg.target
    if effect.intensity is not None:
        target = _share(target, effect.intensity)
    if effect.easier:
        target = _one_down(target)
    if effect.effort is not None and (target is not None or leg.activity != "walk"):
        target = _at_most(target, effect.effort)
    return leg if target == leg.target else replace(leg, target=target)


def _share(target: n.Target | None, share: int) -> n.Target | None:
    """A share of power and speed; what has no per cent, and is not easy, becomes easy."""
    if share >= _WHOLE or target is None or at_most_easy(target):
        return target
    if isinstance(target, n.Pace):
        low, high = (-(-seconds * _WHOLE // share) for seconds in (target.low, target.high))
        return replace(target, low=low, high=high)
    if isinstance(target, n.Speed | n.Power):
        low, high = (value * share // _WHOLE for value in (target.low, target.high))
        return replace(target, low=low, high=high)
    return EASY


def _one_down(target: n.Target | None) -> n.Target | None:
    """One effort, or zone, less; what is easy stays, and what has no step down becomes easy."""
    if target is None or at_most_easy(target):
        return target
    if isinstance(target, n.Effort):
        return n.Effort(n.Word(EFFORTS[EFFORTS.index(target.word.text) - 1]))
    if isinstance(target, n.Zone):
        return replace(target, low=max(1, target.low - 1), high=max(1, target.high - 1))
    return EASY


def _at_most(target: n.Target | None, effort: str) -> n.Target | None:
    """No harder than a word; of a target that is no word nobody knows, so it becomes easy."""
    place = EFFORTS.index(effort)
    if isinstance(target, n.Effort):
        harder = EFFORTS.index(target.word.text) > place
        return n.Effort(n.Word(effort)) if harder else target
    if place < EFFORTS.index("easy"):
        return n.Effort(n.Word(effort))
    return target if target is not None and at_most_easy(target) else EASY
