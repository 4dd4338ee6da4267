"""Advice on a week as a whole: what belongs beside what, in the same week."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from mesocycle.catalogue.body import within
from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.advice.spikes import Run, distance, meant, minutes, runs_of
from mesocycle.compiler.checked import Item, Picked, Rungs, Session, Together

if TYPE_CHECKING:
    from mesocycle.compiler.advice.plans import Subject

#: A run from which on strength belongs beside it, in metres and seconds. A choice of this
#: project: the articles say that strength is essential for long runs, not how long those are.
LONG_M: Final = 15_000
LONG_S: Final = 90 * 60

#: What strengthens; the rest of the kinds stretches, or moves.
_STRONG: Final = ("strength", "stability", "plyometric")


def exercises_of(items: Iterable[Item]) -> list[Exercise]:
    """Every exercise that the items may come to."""
    return [
        e for i in items if isinstance(i.what, Picked | Rungs | Together) for e in i.what.exercises
    ]


def hip_flexors_and_glutes(s: Subject) -> None:
    """Who stretches hip flexors in a week strengthens glutes in it as well (R46)."""
    for week, sessions in _weeks(s):
        stretched = [each for each in sessions if _trains(each, "hip flexors", strong=False)]
        if stretched and not any(_trains(each, "glutes", strong=True) for each in sessions):
            ever = any(_trains(each, "glutes", strong=True) for each in s.plan.sessions)
            s.notes.warning(
                "W506", "hip flexors are stretched, but no glutes are strengthened"
                + (f" in week {week}" if ever else ""),
                s.span(stretched[0]), "the two belong together",
                hint="add a glute exercise to the week, such as: Bridge",
            )  # fmt: skip
            return


def _trains(session: Session, part: str, *, strong: bool) -> bool:
    return any(
        (e.kind != "flexibility") is strong and any(within(each, part) for each in e.trains)
        for e in _all(session)
    )


def strength_beside_long_runs(s: Subject) -> None:
    """A week with a long run has strength in it (R35)."""
    long = {s.plan.week(slot.date): (slot.session, run) for slot, run in runs_of(s.slots)
            if _is_long(run) and slot.session.race is None and not meant(slot.session)}  # fmt: skip
    if not long:
        return
    for week, sessions in _weeks(s):
        if week not in long or any(e.kind in _STRONG for each in sessions for e in _all(each)):
            continue
        session, run = long[week]
        far = distance(run.metres) if run.metres else minutes(run.seconds or 0)
        s.notes.warning(
            "W512", f"{far} of running, and no strength in week {week}", s.span(session),
            "long runs want strength beside them",
            hint=(
                'add a session of strength: session "Strength" on tue, fri',
                'or say why it is meant so: because "…"',
            ),
        )  # fmt: skip
        return


def _is_long(run: Run) -> bool:
    return (run.metres or 0) >= LONG_M or (run.seconds or 0) >= LONG_S


def _weeks(s: Subject) -> Iterator[tuple[int, list[Session]]]:
    """The sessions of each week; those without a day may be done in any."""
    always = [k for k in s.plan.sessions if k.timing.any_time or k.timing.trigger]
    weeks: dict[int, list[Session]] = {}
    for slot in s.slots:
        weeks.setdefault(s.plan.week(slot.date), [*always]).append(slot.session)
    yield from sorted(weeks.items()) or [(1, always)]


def _all(session: Session) -> list[Exercise]:
    """Its exercises, and those of its options: any of them may be what is done."""
    options = [e for option in session.options for e in exercises_of(option.items)]
    return [*exercises_of(session.items), *options]
