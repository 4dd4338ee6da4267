"""What is settled before the first day: what holds for this athlete all along.

On which track somebody is does not change from day to day, so what a line says about it is no
dose for today: it is the line's own, and progresses.
"""

from __future__ import annotations

from msgspec.structs import replace

from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Item, Plan, Session, Weekly
from mesocycle.compiler.choice.conditions import Question, ask
from mesocycle.syntax.nodes import AthleteIs, Both, Condition, Either, Not, OnTrack

#: Every week that a plan can have.
_EVERY = frozenset(range(1, 601))


def for_athlete(plan: Plan, view: View) -> Plan:
    """The plan with every condition answered that has one answer for this athlete."""
    sessions = tuple(_session(plan, session, view) for session in plan.sessions)
    if all(new is old for new, old in zip(sessions, plan.sessions, strict=True)):
        return plan
    whole = tuple(
        replace(s, options=tuple(sessions[o.index] for o in s.options)) if s.options else s
        for s in sessions
    )
    return replace(plan, sessions=whole)


def lasting(condition: Condition) -> bool:
    """Whether the answer is the same on every day, once it is known."""
    if isinstance(condition, Both | Either):
        return all(lasting(part) for part in condition.parts)
    if isinstance(condition, Not):
        return lasting(condition.part)
    return isinstance(condition, OnTrack | AthleteIs)


def _session(plan: Plan, session: Session, view: View) -> Session:
    items = tuple(_item(plan, item, view) for item in session.items)
    if all(new is old for new, old in zip(items, session.items, strict=True)):
        return session
    return replace(session, items=items)


def _item(plan: Plan, item: Item, view: View) -> Item:
    settled = tuple(c for c in item.conditionals if lasting(c.condition))
    if not settled:
        return item
    question = Question(view, plan.starts)
    holds = [c for c in settled if ask(c.condition, question).value]
    holds.sort(key=lambda c: c.weeks is not None)  # a week of a track wins over the track
    return replace(
        item,
        conditionals=tuple(c for c in item.conditionals if c not in settled),
        weekly=(*item.weekly, *(Weekly(c.weeks or _EVERY, c.manner, c.because) for c in holds)),
    )
