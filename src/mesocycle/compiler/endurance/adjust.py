"""Adjust: what becomes of a stretch on a day: other activities, less of it, nothing too hard.

In this order: the coach's swaps, the smallest of the volumes that hold, the coach's `easy only`,
and last what is always on: a run in pain is easy, ungated it is a walk, and what a red flag keeps
away is left out. Each change is entered with the lines that caused it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from mesocycle.catalogue.words import ACTIVITIES
from mesocycle.compiler.checked import Effect, Item, Leg, Legs, Manner, Repeats, Stretch
from mesocycle.compiler.checked.run import REST, each_leg
from mesocycle.compiler.choice.conditions import Question, ask
from mesocycle.compiler.endurance import words
from mesocycle.compiler.endurance.easing import eased
from mesocycle.compiler.endurance.lighter import by_rules, lightened, stand_ins
from mesocycle.compiler.endurance.volume import WHOLE, scaled, shorter
from mesocycle.compiler.rules.order import least
from mesocycle.compiler.safety import pace as safety
from mesocycle.compiler.safety.bar import Bar
from mesocycle.compiler.safety.rules import RUNNING
from mesocycle.compiler.safety.scopes import activity_scope
from mesocycle.compiler.sessions import volumes
from mesocycle.compiler.sessions.manners import manner_under
from mesocycle.compiler.sessions.tracks import Day
from mesocycle.programme import Because
from mesocycle.syntax import nodes as n

#: Targets that mean something in one activity only.
_OWN = (n.Pace, n.NamedPace, n.Speed, n.Power, n.Cadence)


def manner_of(day: Day, item: Item) -> Manner:
    """All that holds for a line of endurance today, what its session says of runs included."""
    manner = day.tracks.manners.of(item, day.phase_week)
    question = Question(day.view, day.date)
    if item.conditionals:
        manner = manner_under(manner, item.conditionals, question)
    session = day.session
    if session.conditionals:
        whole = manner_under(session.manner, session.conditionals, question)
    else:
        whole = session.manner
    if whole.volume is not None or whole.activities or whole.easy:
        manner = replace(
            manner,
            volume=least(manner.volume, whole.volume),
            activities=(*whole.activities, *manner.activities),
            easy=(*whole.easy, *manner.easy),
        )
    return by_rules(day.today.effect, manner) if day.today else manner


def adjust(day: Day, item: Item, stretch: Stretch, manner: Manner) -> Stretch | None:
    """The stretch as it may be done today; None where nothing of it is left."""
    stretch = _rest(stretch, manner.rest)
    for activity, other, percent in manner.activities:
        stretch = _swap(day, item, stretch, (activity, other, percent))
    volume = least(manner.volume, day.volume)
    if volume is not None and item.group is None:  # of a group there are fewer rounds
        stretch = _scale(day, item, stretch, volume)
    if day.today is not None:
        stretch = lightened(day, day.today, stretch)
    if manner.easy:
        stretch = _ease(day, item, stretch, manner.easy)
    others = stand_ins(day.today, "run") if day.today else frozenset[str]()
    if stretch.impact >= RUNNING or any(leg.activity in others for leg in stretch.each()):
        stretch = _hold(day, stretch, others)
    return _open(day, stretch) if day.closed else stretch


def _rest(stretch: Stretch, rest: n.Count | None) -> Stretch:
    """The rest between repeats that this week, or this day, says."""
    legs = stretch.legs
    if rest is None or len(legs) != 1 or not isinstance(legs[0], Repeats):
        return stretch
    if legs[0].rest == rest or legs[0].total is not None:
        return stretch
    return replace(stretch, legs=(replace(legs[0], rest=rest),))


def _swap(day: Day, item: Item, stretch: Stretch, how: tuple[str, str, int | None]) -> Stretch:
    """Another activity for the same time (`how`: which, for which, and what share of it)."""
    activity, other, percent = how
    share = WHOLE if percent is None or stretch.role else percent
    legs = tuple(_swapped(leg, activity, other, share) for leg in stretch.legs)
    if legs == stretch.legs:
        return stretch
    because = _lines(day, item, lambda each: how in each.activities)
    text = f"{words.named(stretch)} becomes {words.a(other)} {words.as_said(because)}"
    day.page.decide("swapped", "R34" if because else "plan", text, because=because)
    main = other if stretch.activity == activity else stretch.activity
    return Stretch(main, max(leg.impact for leg in each_leg(legs)), legs, stretch.role)


def _swapped(leg: Leg | Repeats, activity: str, other: str, share: int) -> Leg | Repeats:
    if isinstance(leg, Repeats):
        legs = tuple(_swapped(inner, activity, other, share) for inner in leg.legs)
        return leg if legs == leg.legs else replace(leg, legs=legs)
    if leg.activity != activity:
        return leg
    until, seconds = leg.until, leg.seconds
    if seconds is not None and share != WHOLE:
        seconds = n.Count(shorter(seconds.low, share), shorter(seconds.high, share))
    if leg.metres is not None:  # nobody has said how long this takes the athlete
        until = n.Until("text", text=f"it has taken as long as {words.far(leg.metres)} would")
    target = None if isinstance(_sure(leg.target), _OWN) else leg.target
    return Leg(other, ACTIVITIES.get(other, 0), seconds, None, until, target)


def _sure(target: n.Target | None) -> n.Target | None:
    if isinstance(target, n.Bound):
        return target.target
    return target.start if isinstance(target, n.Ramp) else target


def _scale(day: Day, item: Item, stretch: Stretch, volume: int) -> Stretch:
    """Less of it (or more), at the same effort."""
    made = scaled(stretch, volume)
    if made is stretch:
        return stretch
    because = volumes.because(day, item, volume)
    text = (
        f"{words.named(stretch)} is done at {words.percent(volume)}: "
        f"{words.extent(stretch.legs)} becomes {words.extent(made.legs)}"
    )
    outcome: Any = "lowered" if volume < WHOLE else "raised"
    day.page.decide(outcome, "R34" if because else "plan", text, because=because)
    return made


def _ease(day: Day, item: Item, stretch: Stretch, activities: tuple[str, ...]) -> Stretch:
    """`runs easy only`."""
    made = eased(stretch, lambda leg: leg.activity in activities, "easy")
    if made is not stretch:
        because = _lines(day, item, lambda each: bool(each.easy))
        text = f"{words.named(stretch)} becomes easy {words.as_said(because)}"
        day.page.decide("swapped", "R23", text, because=because)
    return made


def _hold(day: Day, stretch: Stretch, others: frozenset[str]) -> Stretch:
    """What is always on: runs in pain are easy, ungated they are walks.

    `others` are what a rule puts in the place of runs: no harder than the run would have been.
    """
    held = safety.limit(day.view, day.date, day.plan.care, day.closed)
    if held is None or held.bar is None:
        return stretch
    if others:
        stretch = _no_harder(day, stretch, held.bar, others)
    made = eased(
        stretch,
        lambda leg: safety.limits(leg, held),
        "walk" if held.effort is None else "easy",
    )
    if made is not stretch:
        text = f"{words.named(stretch)} becomes {held.effort or 'a walk'}: {held.bar.text}"
        day.page.decide("swapped", held.bar.rule, text, because=held.bar.because)
    return made


def _no_harder(day: Day, stretch: Stretch, bar: Bar, others: frozenset[str]) -> Stretch:
    made = eased(stretch, lambda leg: leg.activity in others, "easy")
    if made is not stretch:
        text = f"{words.named(stretch)} becomes easy, as the run would: {bar.text}"
        day.page.decide("swapped", bar.rule, text, because=bar.because)
    return made


def _open(day: Day, stretch: Stretch) -> Stretch | None:
    """What of it no red flag keeps away."""
    legs = _cleared(stretch.legs, day.closed)
    if legs == stretch.legs:
        return stretch
    flags = day.view.health.flags(day.date)
    rule, lines = "SR4" if flags else "SR18", tuple(flag.because for flag in flags)
    gone = {leg.activity for leg in stretch.each()} - {leg.activity for leg in each_leg(legs)}
    text = f"{words.named(stretch)} is left out: {' and '.join(sorted(gone))} is not cleared"
    if all(leg.activity == REST for leg in each_leg(legs)):
        day.page.decide("stopped", rule, text, because=lines)
        return None
    day.page.decide("stopped", rule, f"{text}; the rest stays")
    return replace(stretch, legs=legs)


def _cleared(legs: Legs, closed: frozenset[str]) -> Legs:
    found: list[Leg | Repeats] = []
    for leg in legs:
        if isinstance(leg, Repeats):
            inner = _cleared(leg.legs, closed)
            found += [replace(leg, legs=inner)] if inner else []
        elif leg.activity == REST or activity_scope(leg.activity) not in closed:
            found.append(leg)
    return tuple(found)


def _lines(day: Day, item: Item, says: Callable[[Manner | Effect], bool]) -> tuple[Because, ...]:
    """The conditions that hold today and say so, each with what in the diary makes it hold."""
    question = Question(day.view, day.date)
    ruled = day.today.because(says) if day.today else ()
    return ruled + tuple(
        line
        for each in (*day.session.conditionals, *item.conditionals)
        if says(each.manner) and (verdict := ask(each.condition, question)).value
        for line in (each.because, *verdict.because)
    )
