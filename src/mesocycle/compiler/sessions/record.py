"""Record: what was really done, beside what was asked for.

A session of the plan keeps its items with the sets that were asked; what the diary says was done
stands beside them. What was done in the place of an exercise stands in its place, what was done
besides at the end. A session that no plan had is a session of its own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, TypeVar

from msgspec.structs import replace

from mesocycle.catalogue.model import Exercise as Known
from mesocycle.catalogue.model import fold
from mesocycle.catalogue.outings import activity_of
from mesocycle.compiler.checked import Plan
from mesocycle.compiler.ledger import Ledger, Page
from mesocycle.compiler.numbers.statistics import categories
from mesocycle.diary.model import ExerciseLog, Mark, SessionLog
from mesocycle.mass import Mass
from mesocycle.programme import Block, Exercise, Item, Load, Range, Session, Set, Side, Total

if TYPE_CHECKING:
    from mesocycle.compiler.draft import Draft
    from mesocycle.compiler.sessions.replay import Replay

#: What an imported session says of itself.
_IMPORTED: Final = "Imported: it is history, and counts as nothing else."

Identify = Callable[[str], str]
T = TypeVar("T")


def as_done(draft: Draft, replay: Replay, sessions: Iterable[Session]) -> list[Session]:
    """The sessions, those with an entry as they were done; and those that no plan had."""
    plan, entries = draft.plan, replay.entries
    made = [
        _recorded(plan, session, entries[session.id], draft.ledger)
        if session.id in entries and session.status == "done"
        else session
        for session in sessions
    ]
    free = [log for log in draft.logs.left() if log.session in replay.slotless]
    beside = list(_besides(plan, (*draft.logs.beside, *free), replay.id_of))
    return sorted([*made, *beside], key=_date) if beside else made


def _date(session: Session) -> str:
    return session.date or ""


def _besides(plan: Plan, logs: Iterable[SessionLog], identify: Identify) -> Iterator[Session]:
    """What was done in the plan's time on no day of its: unplanned, imported, or at any time."""
    seen: dict[tuple[str, dt.date], int] = {}
    for log in logs:
        if not plan.starts <= log.date <= plan.ends:
            continue
        number = seen[log.session, log.date] = seen.get((log.session, log.date), 0) + 1
        key = f"unplanned/{log.session}/{log.date}/{number}"
        week = plan.week(log.date)
        phase = plan.phase(plan.as_written(week))
        items = tuple(_extra(plan, each, key) for each in log.exercises if not each.skipped)
        made = (Block(kind="straight", items=items),) if items else ()
        yield Session(
            id=identify(key),
            name=log.session,
            week=week,
            phase=phase.name if phase else None,
            date=log.date.isoformat(),
            minutes=-(-log.seconds // 60) if log.seconds else None,
            status="done",
            blocks=made,
            notes=(_IMPORTED,) if log.unverified else (),
            categories=categories(made) or _activity(log),
            logged=_length(log),
            partial=log.partial,
            unplanned=log.unplanned or log.unverified,
        )


def _recorded(plan: Plan, session: Session, log: SessionLog, ledger: Ledger) -> Session:
    left = [each for each in log.exercises if not each.unverified]
    page = ledger.page(session.id, log.date)
    blocks = tuple(_block(plan, block, left, log, page) for block in session.blocks)
    extra = tuple(_extra(plan, each, session.name) for each in left if not each.skipped)
    if extra:
        blocks = (*blocks, Block(kind="straight", items=extra))
    return replace(session, blocks=blocks, logged=_length(log), partial=log.partial)


def _activity(log: SessionLog) -> tuple[str, ...]:
    """What somebody did who went somewhere, as far as the name tells."""
    found = activity_of(log.session) if log.endurance else None
    return (found,) if found else ()


def _length(log: SessionLog) -> Total | None:
    """How long and how far it was; None if nobody has said."""
    if log.seconds is None and log.metres is None:
        return None
    return Total(seconds=log.seconds, metres=log.metres)


def _block(plan: Plan, block: Block, left: list[ExerciseLog], log: SessionLog, page: Page) -> Block:
    if not block.items:
        return block
    items = (made for item in block.items for made in _item(plan, item, left, log, page))
    return replace(block, items=tuple(items))


def _item(
    plan: Plan, item: Item, left: list[ExerciseLog], log: SessionLog, page: Page
) -> Iterator[Item]:
    """The item with its entry, which is `left` no more; behind it what was done in its place."""
    own = _take(item, left) if item.exercise else None
    if own is None:
        # What is not there was not done, if it was broken off; and of tests only some are needed.
        lost = item.exercise and log.exercises and (log.partial or item.assessment)
        yield replace(item, done=()) if lost else item
    elif own.instead_of:
        yield replace(item, done=())
        yield _changed(plan, item, own, page)
    else:
        yield replace(item, done=() if own.skipped else _sets(own, item.sets))


def _take(item: Item, left: list[ExerciseLog]) -> ExerciseLog | None:
    """The entry of an item: its own, by its label if that is said, or what took its place."""
    exercise = item.exercise.id if item.exercise else ""
    label = fold(item.label) if item.label else None
    for each in left:
        meant = each.instead_of or each.exercise
        if meant == exercise and (each.label is None or fold(each.label) == label):
            left.remove(each)
            return each
    return None


def _changed(plan: Plan, item: Item, log: ExerciseLog, page: Page) -> Item:
    """What was done in an item's place; the plan's line waits where it is."""
    made = _extra(plan, log, item.slot_id)
    assert item.exercise is not None
    assert made.exercise is not None
    name = item.exercise.name
    text = f"{made.exercise.name} was done in place of {name}, which stays where it is"
    told = page.decide("swapped", "diary", text, exercise=log.exercise, because=(log.because,))
    return replace(made, notes=(f"In place of {name}.",), decisions=(told,))


def _extra(plan: Plan, log: ExerciseLog, place: str) -> Item:
    """An exercise that nobody had asked for."""
    known = plan.catalogue.exercises[log.exercise]
    return Item(slot_id=f"{place}/{known.id}", exercise=_shown(known), done=_sets(log, ()) or ())


def _shown(known: Known) -> Exercise:
    return Exercise(
        id=known.id, name=known.name, kind=known.kind, trains=known.trains,
        equipment=known.equipment, cues=(*known.cues, *known.cautions), video=known.video,
    )  # fmt: skip


def _sets(log: ExerciseLog, asked: Sequence[Set]) -> tuple[Set, ...] | None:
    """The sets of an entry; None where it does not say them. Alike on both sides, they are one.

    A load that is not said is the one that was asked for.
    """
    own = [one for one in asked if not one.warmup]
    marks = log.marks
    if not any(_amounts(mark) for mark in marks.values()):
        return None
    first, *others = marks.values()
    if others and all(_work(mark) == _work(first) for mark in others):
        return tuple(_side(first, "each", own))
    return tuple(one for side, mark in marks.items() for one in _side(mark, side, own))


def _work(mark: Mark) -> tuple[object, ...]:
    return (mark.reps, mark.hold_s, mark.metres, mark.loads, mark.rpes)


def _amounts(mark: Mark) -> int:
    return max(len(mark.reps), len(mark.hold_s), len(mark.metres))


def _side(mark: Mark, side: Side, asked: Sequence[Set]) -> Iterator[Set]:
    mine = [one for one in asked if one.side in ("both", "each", side) or side in ("both", "each")]
    done: tuple[object, ...] = ()
    for number in range(_amounts(mark)):
        wanted = mine[number] if number < len(mine) else None
        reps, hold_s = _nth(mark.reps, number), _nth(mark.hold_s, number)
        metres, mass = _nth(mark.metres, number), _nth(mark.loads, number)
        rpe = _nth(mark.rpes, number)
        load = wanted.load if wanted and mass is None else None
        said = (reps, hold_s, metres, mass, rpe, load)
        if said != done:  # equal sets are one and the same
            done = said
            made = Set(
                reps=None if reps is None else Range(target=reps),
                hold_s=None if hold_s is None else Range(target=hold_s),
                distance_m=metres,
                side=side,
                load=load if mass is None else _load(mass),
                rpe=None if rpe is None else rpe / 10,
            )
        yield made


def _nth(row: Sequence[T], number: int) -> T | None:
    return row[number] if number < len(row) else None


def _load(mass: Mass) -> Load:
    return Load(kg=mass.kg, exact_kg=mass.kg, shown=str(mass), written=str(mass))
