"""Rules: which of a progression's rules an event sets off."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from typing import Final

from mesocycle.compiler.checked import Progression, Rule, Trigger
from mesocycle.compiler.checked.progression import Event
from mesocycle.compiler.progress.judge import Result
from mesocycle.compiler.progress.ran import Ran
from mesocycle.compiler.progress.track import Track

#: The chain's own place among what the calendar has set off; rules have theirs from 0.
_CHAIN: Final = -1

_OPS: Final[dict[str, Callable[[int, int], bool]]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
    "=": operator.eq, "!=": operator.ne,
}  # fmt: skip


def after_session(track: Track, progress: Progression, result: Result | Ran) -> list[Rule]:
    """The rules that a counted session sets off, in order; their counts go on."""
    due: dict[Event, bool] = {}
    found = []
    for rule in progress.by_session:
        trigger = rule.trigger
        event = trigger.event
        if event not in due:
            due[event] = _enough(track, event, trigger, result)
        if due[event]:
            found.append(rule)
    return _fire(track, found) if found else found


def _enough(track: Track, event: Event, trigger: Trigger, result: Result | Ran) -> bool:
    """Whether it has come about so often; what breaks a row starts its count again."""
    came = _came(trigger, result)
    times = trigger.count if trigger.kind == "misses" else trigger.times
    if times <= 1:
        return came
    if came:
        track.counts[event] = track.counts.get(event, 0) + 1
    elif trigger.in_row and (trigger.kind not in ("miss", "misses") or result.hit):
        track.counts[event] = 0
    return came and track.counts[event] >= times


def _came(trigger: Trigger, result: Result | Ran) -> bool:
    kind = trigger.kind
    if kind == "off":
        return False  # days go by without a session
    if kind == "hit":
        return result.hit
    if kind in ("miss", "misses"):
        return result.missed
    if kind == "form":
        return result.lost
    if kind == "pain":
        return result.pain > trigger.count
    if kind == "tested":
        return result.tested
    if result.verdict.value is None:  # in rehab, with something unsaid: nothing is counted
        return False
    if kind == "top":
        return result.topped and not result.complaint
    value = _total(result) if kind == "sum" else _of_set(result, trigger.number)
    if value is None:
        return False
    return value >= trigger.count and (trigger.most is None or value <= trigger.most)


def _of_set(result: Result | Ran, number: int | None) -> int | None:
    done = result.done
    if number is None:
        return done[-1] if done else None
    return done[number - 1] if number <= len(done) else None


def _total(result: Result | Ran) -> int | None:
    done = result.done
    known = [x for x in done if x is not None]
    return sum(known) if len(known) == len(done) else None


def on_calendar(
    track: Track, progress: Progression, week: int, phase_week: int
) -> list[tuple[Rule, bool]]:
    """The rules that the calendar sets off before a session of this week.

    Beside each, whether a set fell short in the time that it looks back on. Weeks count once
    they are over, and only those in which the slot was trained. The turn of the phase goes by
    the plan week in which it began; what is moved behind that is of the turn before.
    """
    due: dict[int, tuple[Rule, bool]] = {}
    cycle = week - phase_week + 1
    ended = track.cycle is not None and track.cycle < cycle and track.done_in_cycle
    for index, rule in progress.by_calendar:
        trigger = rule.trigger
        kind, last = trigger.kind, track.fired.get(index, 0)
        if kind == "weeks" and week > track.week and track.weeks - last >= trigger.count:
            due[index] = (rule, track.short_week > last)
        elif kind == "sessions" and track.sessions - last >= trigger.count:
            due[index] = (rule, track.short_session > last)
        elif kind == "phase" and ended:
            due[index] = (rule, track.short_cycle)
        elif kind == "week" and phase_week == trigger.count and last != week:
            due[index] = (rule, False)
    if not due:
        return []
    rules = _fire(track, [rule for rule, _ in due.values()])
    for index, (rule, _) in due.items():
        stamps = {"weeks": track.weeks, "sessions": track.sessions, "week": week}
        track.fired[index] = stamps.get(rule.trigger.kind, 0)
    return [(rule, short) for rule, short in due.values() if rule in rules]


def weeks_over(track: Track, count: int, week: int) -> bool | None:
    """Whether all went well in the `count` training weeks before this one; None: not over yet."""
    last = track.fired.get(_CHAIN, 0)
    if week <= track.week or track.weeks - last < count:
        return None
    track.fired[_CHAIN] = track.weeks
    return track.short_week <= last


def turn(track: Track, week: int, phase_week: int) -> None:
    """Begin to count anew where a phase, or its next turn, begins."""
    cycle = week - phase_week + 1
    if track.cycle is None or track.cycle < cycle:
        track.cycle = cycle
        track.done_in_cycle = track.short_cycle = False


def _fire(track: Track, due: Iterable[Rule]) -> list[Rule]:
    """Of rules on one event, those whose guard holds win over those without one."""
    held = [rule for rule in due if holds(track, rule.trigger)]
    guarded = {rule.trigger.event for rule in held if rule.trigger.guarded}
    fired = []
    for rule in held:
        if rule.trigger.guarded or rule.trigger.event not in guarded:
            fired.append(rule)
            track.counts.pop(rule.trigger.event, None)
    return fired


def holds(track: Track, trigger: Trigger) -> bool:
    """Whether the track is where the guard wants it: at the stage, with the variable so."""
    if trigger.stage is not None and trigger.stage != track.stage:
        return False
    if trigger.variable is None:
        return True
    return _OPS[trigger.op](track.variables.get(trigger.variable, 0), trigger.value)
