"""State: conditions on how the athlete is: pain, its trend and place, symptoms, answers, days off.

Every answer is of a day, as known then; of days to come it is today's, and goes on counting.
"""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Callable
from typing import Any, Final

from mesocycle.civil import spoken
from mesocycle.compiler.athlete import View
from mesocycle.diary import trend
from mesocycle.diary.recent import When
from mesocycle.diary.verdict import Verdict
from mesocycle.syntax import nodes as n

OPERATORS: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "!=": operator.ne,
}


def pain(condition: n.Pain, view: View, date: dt.date) -> Verdict:
    """Pain of the day, at a place or anywhere; during or after the last session; on waking."""
    region = condition.region.text if condition.region else None
    if condition.timing == "morning":
        return _on_waking(condition, view, date, region)
    if condition.timing is not None:
        return _of_the_last(condition, view, date, region)
    ache = view.health.day(date).at(region, condition.side)
    where = f"{region} pain" if region else "pain"
    if ache is None:
        asked = _screened_legs(condition, view, date)
        return asked or Verdict(None, f"nobody has said how the {where} is")
    holds = OPERATORS[condition.op](ache.value, condition.value)
    return Verdict(holds, f"{where} {ache.value}", (ache.because,))


def _screened_legs(condition: n.Pain, view: View, date: dt.date) -> Verdict | None:
    """That there is no `leg pain`, by a recent `no red flags`; None where something hurts since."""
    bare = (condition.op, condition.value) == (">", 0)
    legs = condition.region is not None and condition.region.text == "legs"
    if not (bare and legs) or view.health.day(date).general is not None:
        return None
    asked = view.health.screening().without("leg pain", view.known(date), view.plan.screening)
    return Verdict(False, asked.text, asked.because) if asked.value else None


def _on_waking(condition: n.Pain, view: View, date: dt.date, region: str | None) -> Verdict:
    """Of the last waking; one before the last session does not tell what that session did."""
    found = view.health.days.last_morning(view.known(date), region, condition.side)
    where = f"morning {region} pain" if region else "morning pain"
    if found is None:
        return Verdict(None, f"nobody has said how the {where} is")
    last = view.recent.last(date)
    if last is not None and found.date <= last.date < view.known(date):
        text = f"nobody has said how the morning after {spoken(last.date)} was"
        return Verdict(None, text, (found.because,))
    if (view.known(date) - found.date).days > _MORNINGS:
        return Verdict(None, f"nobody has said how the {where} is since {spoken(found.date)}")
    holds = OPERATORS[condition.op](found.value, condition.value)
    return Verdict(holds, f"{where} {found.value}", (found.because,))


#: How many days old the last waking may be.
_MORNINGS: Final = 7


def _of_the_last(condition: n.Pain, view: View, date: dt.date, region: str | None) -> Verdict:
    """During or after the last session: what is left unsaid can only be as bad, or worse."""
    when: When = "during" if condition.timing == "during" else "after"
    felt = view.recent.felt(when, date, region, condition.side)
    where = f"{region} pain {when}" if region else f"pain {when}"
    if felt is None:
        return Verdict(None, "no session is logged")
    if felt.value is None:
        return Verdict(None, f"nobody has said how the {where} was", (felt.because,))
    compare = OPERATORS[condition.op]
    worst = range(felt.value, felt.value + 1) if felt.complete else range(felt.value, 11)
    answers = {compare(value, condition.value) for value in worst}
    if len(answers) > 1:
        return Verdict(None, f"nobody has said how all of the {where} was", (felt.because,))
    return Verdict(answers.pop(), f"{where} {felt.value}", (felt.because,))


def moves(condition: n.PainMoves, view: View, date: dt.date) -> Verdict:
    """Whether pain goes outward, or toward the spine, rises, or does not get better."""
    region = condition.region.text if condition.region else None
    days, known = view.health.days, view.known(date)
    if condition.how == "rising":
        return trend.rising(days, known, region, condition.side)
    if condition.how == "not better":
        return trend.not_better(days, known, region, condition.side, condition.days or 0)
    return trend.moves(days, known, outward=condition.how == "peripheralising")


def beyond(condition: n.PainBeyond, view: View, date: dt.date) -> Verdict:
    """Whether it hurts further from the spine than a place."""
    days = view.health.days
    return trend.beyond(days, view.known(date), condition.region.text, condition.side)


def symptom(condition: n.Symptom, view: View, date: dt.date) -> Verdict:
    """A symptom stands until it is cleared; a recent `no red flags` says that there is none."""
    name = condition.name.text
    flags = [f for f in view.health.flags(date) if f.symptom == name]
    if flags:
        flag = flags[0]
        return Verdict(True, f"{flag.text} on {spoken(flag.date)}", (flag.because,))
    asked = view.health.screening().without(name, view.known(date), view.plan.screening)
    return Verdict(False if asked.value else None, asked.text, asked.because)


def answered(condition: n.Answered, view: View, date: dt.date, *, permits: bool) -> Verdict:
    """The answer to a check-in question; of two on one day the worse, or the stricter.

    Words go from the mildest to the worst. Of numbers nobody knows which end is worse: a yes that
    takes away needs one of them, a yes that permits something needs all of them.
    """
    name, asked = condition.name.text, condition.value.text
    ask = next((each for each in view.plan.asks if each.name == name), None)
    if ask is None or asked not in ask.scale:
        return Verdict(None, f"nobody asks how the {name} is")
    given = [a for a in view.recent.answers(name, date, ask.days) if a.value in ask.scale]
    if not given:
        return Verdict(None, f"nobody has said how the {name} is")
    compare, wanted = OPERATORS[condition.op], ask.scale.index(asked)
    if not asked.isdecimal():
        given = [max(given, key=lambda answer: ask.scale.index(answer.value))]
    answers = [compare(ask.scale.index(a.value), wanted) for a in given]
    holds = all(answers) if permits else any(answers)
    found = [a for a, answer in zip(given, answers, strict=True) if answer is holds][-1]
    return Verdict(holds, f"{name} {found.value}", (found.because,))


def days_off(condition: n.DaysOff, view: View, date: dt.date) -> Verdict:
    """Whether no session has been logged for so long."""
    found = view.recent.days_off(date)
    if found is None:
        return Verdict(None, "no session is logged")
    days, line = found
    text = f"{days} days since the last session" if days else "nothing was left out since"
    return Verdict(days >= condition.days, text, (line,))
