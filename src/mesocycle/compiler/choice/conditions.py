"""Conditions: an answer of yes, no or unknown, as of a date, with its reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import msgspec
from msgspec.structs import replace

from mesocycle.catalogue.model import Exercise
from mesocycle.catalogue.query import holds
from mesocycle.compiler.athlete import View
from mesocycle.compiler.choice import state
from mesocycle.compiler.choice.done import done, phase_began
from mesocycle.compiler.choice.state import OPERATORS
from mesocycle.diary.verdict import Verdict, every, negate, some
from mesocycle.syntax import nodes as n


class Question(msgspec.Struct, frozen=True):
    """Whom a condition is about, and when: the athlete, and the exercise if there is one.

    `since`: at the end of `date`, what was done from that day on; else what was done before
    `date`, from the first day of its phase. `permits`: a yes gives something, so that of two
    answers of one day the one counts that says no; else it takes away, and a yes counts.
    """

    view: View
    date: dt.date
    exercise: Exercise | None = None
    since: dt.date | None = None
    permits: bool = False


def ask(condition: n.Condition | None, question: Question) -> Verdict:
    """The answer. No condition is a yes."""
    if condition is None:
        return Verdict(True, "")
    return _ANSWERS[type(condition)](condition, question)


def _both(condition: n.Both, q: Question) -> Verdict:
    return every([ask(part, q) for part in condition.parts])


def _either(condition: n.Either, q: Question) -> Verdict:
    return some([ask(part, q) for part in condition.parts])


def _not(condition: n.Not, q: Question) -> Verdict:
    return negate(ask(condition.part, replace(q, permits=not q.permits)))


#: What the evidence is asked for a word.
_ASKED = {
    "painfree": "painfree", "slow": "slow", "form good": "form", "helps": "helps", "tried": "tried",
}  # fmt: skip


def _evidence(condition: n.Evidence, q: Question) -> Verdict:
    exercise, evidence = q.exercise, q.view.evidence
    if exercise is None:
        return Verdict(None, "there is no exercise to ask about")
    if condition.what == "untried":
        return negate(evidence.tried(exercise, q.date))
    if condition.what == "form bad":
        return negate(evidence.form(exercise, q.date))
    found: Verdict = getattr(evidence, _ASKED[condition.what])(exercise, q.date)
    return found


def _pain(condition: n.Pain, q: Question) -> Verdict:
    """Pain of the day; for an exercise, and without a place, the pain it gave."""
    if condition.region is None and condition.timing is None and q.exercise is not None:
        worst = q.view.evidence.worst_pain(q.exercise, q.date, condition.side)
        if worst is None:
            return Verdict(None, "nobody has said how much it hurt")
        holds = OPERATORS[condition.op](worst[0], condition.value)
        return Verdict(holds, f"pain {worst[0]}", (worst[1],))
    return state.pain(condition, q.view, q.date)


def _lit(condition: n.Lit, q: Question) -> Verdict:
    """A light's colour; where a stricter one is on, this one is not."""
    shown = f"{condition.light} is {condition.colour}"
    if condition.unless is not None:
        stricter = ask(condition.unless, replace(q, permits=False))
        if stricter.value:
            text = f"{condition.light} is worse than {condition.colour}: {stricter.text}"
            return Verdict(False, text, stricter.because)
    found = ask(condition.condition, replace(q, permits=condition.colour == "green"))
    text = f"{shown}: {found.text}" if found.text else shown
    if not found.value:
        text = found.text
    return Verdict(found.value, text, found.because, found.side, found.assumed)


def _answered(condition: n.Answered, q: Question) -> Verdict:
    return state.answered(condition, q.view, q.date, permits=q.permits)


def _of_the_athlete(
    answer: Callable[[Any, View, dt.date], Verdict],
) -> Callable[[Any, Question], Verdict]:
    return lambda condition, q: answer(condition, q.view, q.date)


def _compare(condition: n.Compare, q: Question) -> Verdict:
    if condition.field in ("level", "impact"):
        return _static(condition, q)
    plan = q.view.plan
    if condition.field == "age":
        number, unknown = q.view.age, "nobody has said the age"
    elif condition.field == "week":
        number, unknown = plan.as_written(plan.week(q.date)), ""
    else:
        ahead = [race.date for race in plan.calendar.races if race.date >= q.date]
        if not ahead:
            return Verdict(False, "no race is ahead")
        number, unknown = plan.week(min(ahead)) - plan.week(q.date), ""
    if number is None:
        return Verdict(None, unknown)
    compare = OPERATORS[condition.op]
    return Verdict(compare(number, condition.value), f"{condition.field} {number}")


def _static(condition: n.Has | n.Compare | n.EquipmentFree, q: Question) -> Verdict:
    """What the catalogue says of the exercise; what it does not say is unknown."""
    if q.exercise is None:
        return Verdict(None, "there is no exercise to ask about")
    value = holds(condition, q.exercise)
    no = {True: "", False: "not ", None: "nobody has said whether "}[value]
    return Verdict(value, no + _spoken(condition))


def _spoken(condition: n.Has | n.Compare | n.EquipmentFree) -> str:
    if isinstance(condition, n.EquipmentFree):
        return "without equipment"
    if isinstance(condition, n.Compare):
        return f"{condition.field} {condition.op} {condition.value}"
    return f"{condition.field} {condition.value.text}"


def _at_place(condition: n.AtPlace, q: Question) -> Verdict:
    wanted, place = condition.place.text, q.view.place
    if place is None:
        return Verdict(None, "nobody has said where")
    inside = {"home", "gym", "indoors"}
    found = place == wanted or (wanted == "indoors" and place in inside)
    return Verdict(found, place if found else f"not {wanted}")


def _brisk_walk(condition: n.BriskWalk, q: Question) -> Verdict:
    return q.view.health.brisk_walk(q.date, condition.seconds)


def _athlete_is(condition: n.AthleteIs, q: Question) -> Verdict:
    if q.view.sex is None:
        return Verdict(None, "nobody has said")
    return Verdict(q.view.sex == condition.sex, q.view.sex)


def _on_track(condition: n.OnTrack, q: Question) -> Verdict:
    """Who has named no track is on none."""
    track, asked = q.view.track, condition.track.text
    return Verdict(track == asked, f"on the track {track}" if track else "on no track")


def _done(condition: n.Done, q: Question) -> Verdict:
    if q.since is not None:
        return done(condition, q.view, q.since, q.date)
    began = phase_began(q.view.plan, q.date)
    return done(condition, q.view, began, q.date - dt.timedelta(days=1))


_ANSWERS: dict[type[n.Node], Callable[[Any, Question], Verdict]] = {
    n.Both: _both,
    n.Either: _either,
    n.Not: _not,
    n.Evidence: _evidence,
    n.Pain: _pain,
    n.PainMoves: _of_the_athlete(state.moves),
    n.PainBeyond: _of_the_athlete(state.beyond),
    n.Answered: _answered,
    n.Lit: _lit,
    n.DaysOff: _of_the_athlete(state.days_off),
    n.Symptom: _of_the_athlete(state.symptom),
    n.Compare: _compare,
    n.Has: _static,
    n.EquipmentFree: _static,
    n.AtPlace: _at_place,
    n.BriskWalk: _brisk_walk,
    n.AthleteIs: _athlete_is,
    n.OnTrack: _on_track,
    n.Done: _done,
}
