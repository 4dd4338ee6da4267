"""Advice: what a careful colleague would remark on a plan that compiles (W5xx).

Each check is one function; `CHECKS` is the list. None of them changes anything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.advice import balance, spacing
from mesocycle.compiler.advice import runs as run_advice
from mesocycle.compiler.advice.balance import exercises_of
from mesocycle.compiler.advice.spikes import planned_spikes
from mesocycle.compiler.checked import (
    Plan,
    Progression,
    Rungs,
    Session,
)
from mesocycle.compiler.days.slot import Slot
from mesocycle.compiler.names import session_statements
from mesocycle.diagnostics import Diagnostics, Label
from mesocycle.source import Span
from mesocycle.syntax.nodes import Declares, File, PlanHead, SessionHead

#: At most so long is a muscle stretched statically before a run (Konrad 2021).
PRE_RUN_STRETCH_S = 60

_COUNT = re.compile(r"\b([0-9]{1,3}) exercises\b", re.IGNORECASE)


class Subject:
    """A plan under review: its text, its meaning, its slots, and the notebook."""

    def __init__(self, file: File, plan: Plan, slots: list[Slot], notes: Diagnostics) -> None:
        self.file = file
        self.plan = plan
        self.slots = slots
        self.notes = notes
        self.heads = [s.head for s in session_statements(file.statements)]

    def span(self, session: Session) -> Span:
        """The session's name in the text."""
        head = self.heads[session.index]
        return head.at(head.node.name) if isinstance(head.node, SessionHead) else head.span


def declared_count(s: Subject) -> None:
    """The number of exercises that the plan announces is the number that it has."""
    own = {e.id for session in s.plan.sessions for e in exercises_of(session.items)}
    for count, span in _announced(s.file):
        if count != len(own):
            s.notes.warning(
                "W501", f"{count} exercises are announced, {len(own)} are listed", span,
                "the numbers differ",
                hint=f"write {len(own)}, or list the missing ones; nothing is made up",
            )  # fmt: skip


def _announced(file: File) -> Iterator[tuple[int, Span]]:
    """The numbers of exercises that the plan speaks of: in its header, and in its name."""
    for statement in file.statements:
        if isinstance(statement.head.node, PlanHead):
            name = statement.head.node.name
            title = _COUNT.search(name.text)
            if title:
                yield int(title[1]), statement.head.at(name)
            for piece in (child.head for child in statement.children):
                if isinstance(piece.node, Declares):
                    yield piece.node.count, piece.span


def long_stretch_before_run(s: Subject) -> None:
    """A static stretch of over a minute a muscle right before a run costs speed."""
    for session in s.plan.sessions:
        if not any(b.relation == "before" and b.activity == "run" for b in session.timing.beside):
            continue
        for item in session.items:
            scheme = item.manner.scheme
            for group in scheme.groups if scheme else ():
                seconds = (group.sets.high if group.sets else 1) * group.amount.high
                if group.unit == "seconds" and seconds > PRE_RUN_STRETCH_S:
                    s.notes.warning(
                        "W507", f"{seconds} seconds of stretching before a run", s.span(session),
                        f"more than {PRE_RUN_STRETCH_S} seconds a muscle",
                        hint="hold it for 60 seconds at most before a run, longer ones after it",
                    )  # fmt: skip


def jumps_allowed(s: Subject) -> None:
    """In rehab a jump that is named but not allowed will never be given (SR10)."""
    if s.plan.care != "rehab":
        return
    for session in s.plan.sessions:
        for item in session.items:
            if not isinstance(item.what, Rungs) or item.jumps:
                continue
            jumps = [e for e in item.what.exercises if (e.impact or 0) >= 3]
            if jumps:
                s.notes.warning(
                    "W511", f"{jumps[0].name} will not be given", s.span(session),
                    "jumps are not allowed here",
                    hint="if they are meant, say so on its line: allow jumps",
                )  # fmt: skip


def unreviewed(s: Subject) -> None:
    """Exercises of which nobody has said what they do to a sore back: told once, by name."""
    sessions = [session for session in s.plan.sessions if _unreviewed(session)]
    if not sessions:
        return
    found = {e.id: e.name for session in sessions for e in _unreviewed(session)}
    names = dict.fromkeys(found.values())
    first = ", ".join([*names][:3]) + (", …" if len(names) > 3 else "")
    many = f"{len(names)} unreviewed exercise{'' if len(names) == 1 else 's'}"
    left_out = "left out" if s.plan.care == "rehab" else "left out while something hurts"
    s.notes.warning(
        "W513", f"{many}: {first}", s.span(sessions[0]),
        f"{left_out} until somebody has reviewed them",
        hint=f"review each in the plan: {_first_line(found)}, with loads, impact and sides",
    )  # fmt: skip


def _unreviewed(session: Session) -> list[Exercise]:
    return [e for e in exercises_of(session.items) if e.unreviewed]


def _first_line(found: Mapping[str, str]) -> str:
    """How to begin with the first of them: names by id, which bears its library's prefix."""
    identity, name = next(iter(found.items()))
    prefix, dot, _ = identity.rpartition(".")
    return f'exercise "{prefix}{dot}{name}"'


def never(s: Subject) -> None:
    """Every session comes at least once, unless it waits for no day."""
    taken = s.plan.calendar.rests or s.plan.calendar.changes
    coming = {slot.session.index for slot in s.slots}
    coming |= {option.index for session in s.plan.sessions for option in session.options}
    for session in s.plan.sessions:
        if session.index not in coming and not (session.timing.any_time or session.timing.trigger):
            s.notes.warning(
                "W510", f"{session.name} never comes", s.span(session),
                "no day is left of it" if taken else "the plan has no such day",
                hint="compare its days with what the calendar takes out, and with the plan's dates"
                if taken
                else "compare its days with the plan's dates, and what it comes before or after",
            )  # fmt: skip


def two_ways(s: Subject) -> None:
    """Lines of one slot move as one, so they say the same of how."""
    first: dict[str, tuple[Progression, Session]] = {}
    for session in s.plan.sessions:
        for item in session.items:
            progress = item.manner.progress
            if progress is None or not progress.moves:
                continue
            known, other = first.setdefault(item.slot, (progress, session))
            if known != progress:
                s.notes.warning(
                    "W524", f"{item.slot.partition(':')[0]} progresses in two ways",
                    s.span(session), "lines with one label move as one",
                    labels=[Label(s.span(other), "the other line is in here")],
                    hint="give the two lines labels of their own, or the same progress",
                )  # fmt: skip


def idle_rules(s: Subject) -> None:
    """A rule that finds nothing to take away was meant for something else."""
    if s.plan.every_rule:
        from mesocycle.compiler.advice.idle import idle  # most plans have no rules

        idle(s)


CHECKS: Final[tuple[Callable[[Subject], None], ...]] = (
    declared_count,
    run_advice.warm_up,
    run_advice.before_the_run,
    run_advice.never_off,
    run_advice.for_nothing,
    spacing.strength_apart,
    balance.hip_flexors_and_glutes,
    balance.strength_beside_long_runs,
    long_stretch_before_run,
    jumps_allowed,
    unreviewed,
    never,
    two_ways,
    idle_rules,
    planned_spikes,
)


def advise(file: File, plan: Plan, slots: list[Slot]) -> Diagnostics:
    """Everything that the checks have to say."""
    subject = Subject(file, plan, slots, Diagnostics())
    for check in CHECKS:
        check(subject)
    return subject.notes
