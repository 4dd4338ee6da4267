"""Idle rules: what a rule takes away is somewhere in the sessions in which it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from mesocycle.catalogue.model import Exercise, fold
from mesocycle.catalogue.query import truth
from mesocycle.catalogue.words import KINDS
from mesocycle.compiler.checked import (
    Frozen,
    Picked,
    Plan,
    Rungs,
    Session,
    StateRule,
    Stretch,
    Together,
)
from mesocycle.compiler.safety.scopes import activities_in, exercises_in, scope_of
from mesocycle.source import Span
from mesocycle.syntax import nodes as n

if TYPE_CHECKING:
    from mesocycle.compiler.advice.plans import Subject

#: A rule's line with what stands behind it, and the sessions in which it holds.
Placed = tuple[n.Piece[n.Node], tuple[n.Piece[n.Node], ...], Sequence[Session]]


class Found(Frozen):
    """What some sessions may come to: exercises with all that may stand in for them, legs."""

    exercises: tuple[Exercise, ...]
    activities: frozenset[str]
    impacts: frozenset[int]

    @property
    def names(self) -> frozenset[str]:
        """Every word by which a rule leaves something of it out."""
        own = {word for e in self.exercises for word in (e.id, e.kind, scope_of(e))}
        return frozenset(own | self.activities)


def idle(s: Subject) -> None:
    """A rule that finds nothing to take away was meant for something else."""
    known = {(r.because.file, r.because.line): r for r in s.plan.every_rule}
    missing: dict[tuple[str, int, int], tuple[Span, list[str]]] = {}
    for head, more, sessions in _rules(s):
        rule = known.get((head.span.source.name, head.span.source.position(head.start)[0]))
        if rule is None:
            continue
        found = _found(s.plan, sessions)
        lacks = [*_parts(s.plan, (head, *more), found), *_others(rule, found)]
        place = (head.span.source.name, head.start, head.end)
        before = missing.get(place, (head.span, lacks))[1]
        missing[place] = (head.span, [each for each in lacks if each in before])
    for span, lacks in missing.values():
        for what in lacks:
            s.notes.warning(
                "W575", "this rule finds nothing to take away", span, f"{what} where it holds",
                hint="compare the name with what stands in the sessions, or leave the rule out",
            )  # fmt: skip


def _rules(s: Subject) -> Iterator[Placed]:
    sessions = {id(h): each for h, each in zip(s.heads, _by_index(s.plan), strict=False)}
    yield from _within(s.plan, s.file.statements, s.plan.sessions, sessions)


def _by_index(plan: Plan) -> list[Session]:
    return sorted(plan.sessions, key=lambda session: session.index)


def _within(
    plan: Plan,
    statements: Iterable[n.Statement],
    around: Sequence[Session],
    sessions: dict[int, Session],
) -> Iterator[Placed]:
    for statement in statements:
        node, here = statement.head.node, around
        if isinstance(node, n.RulesHead):
            for child in statement.children:
                if isinstance(child.head.node, n.RuleWhen):
                    yield child.head, child.clauses, around
            continue
        if isinstance(node, n.PhaseHead):
            weeks = {w for p in plan.phases if fold(p.name) == fold(node.name.text)
                     for w in range(p.first, p.last + 1)}  # fmt: skip
            here = [x for x in plan.sessions if any(x.timing.there(week) for week in weeks)]
        elif isinstance(node, n.SessionHead):
            own = sessions.get(id(statement.head))
            here = (own, *own.options) if own else ()
            own_lines = (p for p in statement.clauses if isinstance(p.node, n.RuleWhen))
            yield from ((piece, (), here) for piece in own_lines)
        if isinstance(node, n.PhaseHead | n.WeeksHead | n.SessionHead):
            yield from _within(plan, statement.children, here, sessions)


def _found(plan: Plan, sessions: Iterable[Session]) -> Found:
    items = [(each, item) for each in _all(sessions) for item in each.items]
    own: dict[str, Exercise] = {}
    legs: set[str] = set()
    impacts: set[int] = set()
    for session, item in items:
        if isinstance(item.what, Picked | Rungs | Together):
            own |= {e.id: e for e in exercises_in(item, item.what)}
            own |= {a.exercise: plan.catalogue.exercises[a.exercise] for a in item.instead}
        elif isinstance(item.what, Stretch):
            legs |= activities_in(session, item)
            impacts.add(item.what.impact)
    linked = {name for e in own.values() for name in _linked(e)} - set(own)
    more = [plan.catalogue.exercises[name] for name in linked if name in plan.catalogue.exercises]
    more += [other for rule in plan.every_rule for _, other in rule.effect.exchanges]
    return Found((*own.values(), *more), frozenset(legs), frozenset(impacts))


def _all(sessions: Iterable[Session]) -> Iterator[Session]:
    for session in sessions:
        yield session
        yield from session.options


def _linked(exercise: Exercise) -> Iterator[str]:
    """What may stand in for it."""
    yield from exercise.easier
    yield from exercise.harder
    yield from (each.exercise for each in exercise.alternatives)


def _parts(plan: Plan, pieces: Iterable[n.Piece[n.Node]], found: Found) -> Iterator[str]:
    """What `skip` names, and nothing is."""
    for piece in pieces:
        node: Any = piece.node.action if isinstance(piece.node, n.RuleWhen) else piece.node
        if isinstance(node, n.SkipPart) and node.what is not None:
            words = _meant(plan, node.what.text)
            if not words & found.names:
                yield f"there is nothing of `{node.what.text}`"


def _meant(plan: Plan, text: str) -> frozenset[str]:
    """What the word of a `skip` may mean: an activity, a kind, an exercise, a pool."""
    exercise, pool = plan.catalogue.find(text), plan.catalogue.pool(text)
    name, kind = fold(text), KINDS.find(text)
    words = {name.removesuffix("s"), name.replace("jogs", "run"), kind or name}
    words |= {exercise.id} if exercise else set()
    return frozenset(words | set(pool.exercises if pool else ()))


def _others(rule: StateRule, found: Found) -> Iterator[str]:
    """What else the rule is about, and nothing is."""
    effect, ids = rule.effect, {exercise.id for exercise in found.exercises}
    for what, _ in effect.exchanges:
        if what not in ids:
            yield "what it swaps does not stand"
    for activity in (*(one for one, _, _ in effect.activities), *effect.easy):
        if activity not in found.activities:
            yield f"there is no {activity}"
    legs = [Exercise(id="", name="", kind="cardio", impact=each) for each in found.impacts]
    for condition in effect.avoid:
        if all(truth(condition, each) is False for each in (*found.exercises, *legs)):
            yield "there is nothing of what it avoids"
