"""Why: to every decision what would change it, with the very line to write.

`TABLE` is the one place that knows which rule is answered how: a row a rule. `exercises`,
`progress` and `days` make the sentences, `lines` the lines of a diary.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Plan
from mesocycle.compiler.draft import Draft
from mesocycle.compiler.why import days, exercises, progress
from mesocycle.compiler.why.case import Case, Change, Known
from mesocycle.diary.model import Diary
from mesocycle.programme import Decision, Item, Session

#: What would change a decision, by the rule that made it.
TABLE: Final[dict[str, Callable[[Case], Change | None]]] = {
    "R2": exercises.picked,
    "R3": exercises.condition,
    "R6": progress.progress,
    "R9": exercises.hurt,
    "R10": exercises.listed,
    "R11": exercises.lost,
    "R12": exercises.place,
    "R23": exercises.eased,
    "R28": exercises.walked,
    "R34": days.of_the_plan,
    "SR2": exercises.unknown,
    "SR3": exercises.unknown,
    "SR4": days.stopped,
    "SR5": exercises.hurt,
    "SR6": progress.safety,
    "SR10": exercises.impact,
    "SR12": progress.centralising,
    "SR13": progress.progress,
    "SR14": exercises.unreviewed,
    "SR15": exercises.direction,
    "SR18": days.out_of_scope,
    "SR19": days.spacing,
    "calendar": days.written,
    "days off": progress.returned,
    "equipment": exercises.gear,
    "load": days.load,
    "missed": days.missed,
    "pace": days.run_pace,
    "place": exercises.place,
    "rotate": exercises.turn,
    "rule": days.of_a_rule,
    "test": days.tested,
    "zone": days.zone,
}

#: Rules that a line about a day that is past still changes.
_LATE: Final = frozenset({"missed"})


def explained(draft: Draft, diary: Diary | None) -> tuple[Decision, ...]:
    """The decisions, each with what would change it where it is not past."""
    sessions = (*draft.sessions, *draft.todo)
    return tuple(_explained(draft.plan, draft.view, diary, draft.ledger.decisions, sessions))


def _explained(
    plan: Plan,
    view: View,
    diary: Diary | None,
    decisions: Sequence[Decision],
    sessions: Sequence[Session],
) -> Iterator[Decision]:
    known = Known(plan, view, diary)
    by_id = {session.id: session for session in sessions}
    items = {id_: item for session in sessions for id_, item in _items(session)}
    told: dict[tuple[object, ...], Change | None] = {}
    for decision in decisions:
        session = by_id.get(decision.session or "")
        if not (_open(decision, session, view) or decision.rule in _LATE):
            yield decision
            continue
        exercise = plan.catalogue.exercises.get(decision.exercise or "")
        case = Case(known, decision, session, exercise, items.get(decision.id))
        key = (
            decision.rule, decision.outcome, decision.text, decision.because,
            case.item.sets if case.item and decision.outcome in ("held", "lowered") else None,
            session and decision.rule in ("R6", "missed", "SR6") and session.date,
        )  # fmt: skip
        if key not in told:
            told[key] = TABLE.get(decision.rule, days.of_the_plan)(case)
        change = told[key]
        yield replace(decision, change=change.text, write=change.write) if change else decision


def _open(decision: Decision, session: Session | None, view: View) -> bool:
    """Whether it is about what is still to come: nothing changes what is past."""
    if session is None:
        return decision.date is None or decision.date >= view.as_of.isoformat()
    if session.status in ("done", "missed"):
        return False
    return session.date is None or session.date >= view.as_of.isoformat()


def _items(session: Session) -> Iterator[tuple[str, Item]]:
    for block in session.blocks:
        for item in block.items:
            yield from ((id_, item) for id_ in item.decisions)
