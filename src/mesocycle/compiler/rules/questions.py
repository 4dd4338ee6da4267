"""Questions: what the plan asks the athlete, and what its rules wait for, each with its answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mesocycle.catalogue.query import leaves
from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Plan, StateRule
from mesocycle.compiler.choice.conditions import Question, ask
from mesocycle.syntax import nodes as n

if TYPE_CHECKING:
    from mesocycle.compiler.rules.rulebook import Rulebook

#: A question as the athlete reads it, and the diary's line that answers it, to be filled in.
Asked = tuple[str, str | None]

_UNTIL = "Until you have said so, a rule of the plan cannot know whether to stop you, and holds."


def questions(plan: Plan, view: View, rulebook: Rulebook) -> Iterator[Asked]:
    """What is open on the day of compiling: the plan's own questions first, each once."""
    day = view.as_of
    if day > plan.ends:
        return
    waits = list(dict.fromkeys(leaf for leaf in _waiting(plan, view, rulebook)))
    named = {leaf.name.text for leaf in waits if isinstance(leaf, n.Answered)}
    for each in plan.asks:
        answered = n.Answered(n.Word(each.name), "=", n.Word(each.scale[0]))
        if ask(answered, Question(view, day)).value is None:
            hold = f" {_UNTIL}" if each.name in named else ""
            yield f"{each.text}{hold}", f"{day} {each.name} …"
    for leaf in waits:
        asked = _asked(leaf, day)
        if asked is not None:
            yield f"{asked[0]} {_UNTIL}", asked[1]


def _waiting(plan: Plan, view: View, rulebook: Rulebook) -> Iterator[n.Condition]:
    """What is not known of conditions that would stop the athlete."""
    week = plan.as_written(plan.week(max(view.as_of, plan.starts)))
    rules = [rule for session in plan.sessions for rule in rulebook.of(session, week)]
    for rule in dict.fromkeys(rules):
        if rule.effect.stop:
            yield from _unknown(rule, Question(view, view.as_of))


def _unknown(rule: StateRule, question: Question) -> Iterator[n.Condition]:
    if ask(rule.condition, question).value is not None:
        return
    for leaf in _each(rule.condition):
        if ask(leaf, question).value is None:
            yield leaf


def _each(condition: n.Condition) -> Iterator[n.Condition]:
    """What a condition asks in the end, lights looked through."""
    for leaf in leaves(condition):
        if isinstance(leaf, n.Lit):
            yield from _each(leaf.condition)
            yield from _each(leaf.unless) if leaf.unless else ()
        else:
            yield leaf


def _asked(leaf: n.Condition, day: dt.date) -> Asked | None:
    """The question that a leaf comes to; None where another one asks it."""
    if isinstance(leaf, n.Symptom):
        name = leaf.name.text
        return f"Is there {name}? If there is: {day} flag {name}.", f"{day} no {name}"
    if isinstance(leaf, n.Pain | n.PainMoves):
        place = " ".join(word for word in (leaf.side, leaf.region and leaf.region.text) if word)
        morning = isinstance(leaf, n.Pain) and leaf.timing == "morning"
        where = f" in the {place}" if place else ""
        when = "on waking" if morning else "today"
        said = f"{day} morning pain … {place}" if morning else f"{day} pain … {place}"
        return f"How much does it hurt{where} {when}?", said.strip()
    if isinstance(leaf, n.PainBeyond):
        return "Where does it hurt, and how much?", f"{day} pain …"
    return None
