"""Ruled: what the coach's rules of a day make of a session, and of each of its lines."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from mesocycle.catalogue.model import Exercise
from mesocycle.catalogue.words import loading
from mesocycle.compiler.checked import Effect, Manner, Stretch
from mesocycle.compiler.loads.groups import loads_of
from mesocycle.compiler.loads.standing import Standing
from mesocycle.compiler.progress.effects import Hold
from mesocycle.compiler.rules.today import Today
from mesocycle.compiler.safety import hold as safety
from mesocycle.compiler.safety.bar import Bar
from mesocycle.compiler.sessions.blocks import Part
from mesocycle.compiler.sessions.body import Body
from mesocycle.compiler.sessions.tracks import Day
from mesocycle.programme import Status
from mesocycle.syntax.nodes import Deload

#: What decisions give as their rule where a rule of the plan made them.
RULE = "rule"

_STOPPED = "Nothing is trained today: a rule of the plan stops it."
_SKIPPED = "Left out today: a rule of the plan says so."

#: What halving the sets leaves of them, in hundredths of a per cent.
_HALF = 5_000


def ended(day: Day, today: Today) -> Body:
    """A session that the rules stop, or leave out: nothing but the reason."""
    effect = today.effect
    of = _stops if effect.stop else _skips
    name, why, because = day.session.name, today.why(of), today.because(of)
    what = "is stopped" if effect.stop else "is left out"
    text = f"{name} {what}: {why}"
    day.page.decide("stopped" if effect.stop else "skipped", RULE, text, because=because)
    reason = effect.text or (_STOPPED if effect.stop else _SKIPPED)
    if effect.stop and day.open:
        day.page.ledger.notice(RULE, "stop", f"{text}. {reason}")
    status: Status = "done" if day.log else "stopped" if effect.stop else "skipped"
    return Body(status=status, reason=reason, notes=effect.says)


def _stops(effect: Effect) -> bool:
    return effect.stop


def _skips(effect: Effect) -> bool:
    return effect.skip


def says(days: Iterable[Day]) -> tuple[str, ...]:
    """What the rules of a session, and of those beside it, say to the athlete."""
    found = (text for day in days if day.today for text in day.today.effect.says)
    return tuple(dict.fromkeys(found))


def toward_the_spine(day: Day) -> tuple[str, ...]:
    """What somebody is told whose pain draws back toward the spine (SR12)."""
    found = safety.note(day.view, day.date)
    if found is None:
        return ()
    text, why = found
    day.page.decide("held", why.rule, f"Nothing steps up: {why.text}", because=why.because)
    return (text,)


def without(day: Day, stretch: Stretch) -> bool:
    """Whether a rule leaves a stretch out today; it is entered."""
    if day.today is None:
        return False
    held = day.today.closes((leg.activity for leg in stretch.each()), stretch.impact)
    if held is None:
        return False
    name = f"The {stretch.role or stretch.activity}"
    day.page.decide("skipped", RULE, f"{name} is left out: {held.why}", because=held.lines)
    return True


def hold(day: Day) -> Hold | None:
    """Why nothing progresses today: a rule says so, or safety, or a stop waits for an answer."""
    today = day.today
    if today is not None and today.effect.hold:
        why = f"a rule of the plan holds it ({today.why(lambda e: e.hold)})"
        return Hold(why, today.because(lambda e: e.hold))
    if today is not None and today.open:
        first = today.open[0]
        why = f"a rule that would stop it has no answer: {first.verdict.text}"
        return Hold(why, first.lines, until_answered=True)
    held = safety.hold(day.view, day.date, day.plan.care)
    return Hold(held.text, held.because, held.rule, until_answered=True) if held else None


def held(day: Day) -> Bar | None:
    """The same, of what has been logged."""
    found = hold(day)
    return Bar(found.rule, found.text, found.because) if found else None


def lighter(
    day: Day, exercise: Exercise, manner: Manner, track: Standing
) -> tuple[Manner, tuple[str, ...]]:
    """The manner at the share of its loads that the rules leave; the ids of what was entered."""
    share = day.today.effect.intensity if day.today else None
    if day.today is None or share is None or not _has_load(exercise, manner):
        return manner, ()
    deload = manner.deload or track.deload
    percent = share // 100
    made = replace(manner, deload=Deload(percent))
    if deload is not None and deload.percent is not None:
        made = replace(manner, deload=Deload(min(percent, deload.percent)))
    elif deload is not None:  # half the sets, and lighter ones
        made = replace(made, volume=min(_HALF, manner.volume or _HALF))
    because = day.today.because(lambda e: e.intensity is not None)
    why = day.today.why(lambda e: e.intensity is not None)
    text = f"{exercise.name} is done at {percent} % of its load: {why}"
    return made, (day.page.decide("lowered", RULE, text, exercise=exercise.id, because=because),)


def _has_load(exercise: Exercise, manner: Manner) -> bool:
    """Whether there is anything to be lifted less of."""
    written = manner.scheme is not None and any(loads_of(manner.scheme, manner))
    staged = manner.progress is not None and bool(manner.progress.stages)
    return written or staged or loading(exercise.equipment) is not None


def lightens(day: Day) -> bool:
    """Whether a rule takes from the loads of the day."""
    return day.today is not None and day.today.effect.intensity is not None


def only_around(parts: Iterable[Part]) -> bool:
    """Whether nothing is left of a session but what was to begin and to end it."""
    return all(part.role in ("warmup", "cooldown") for part in parts)
