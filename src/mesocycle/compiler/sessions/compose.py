"""Compose: one slot becomes one session, line by line."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler import endurance
from mesocycle.compiler.checked import (
    Group,
    Habit,
    Item,
    Picked,
    Rungs,
    Stretch,
    Together,
)
from mesocycle.compiler.choice.conditions import Question
from mesocycle.compiler.choice.gate import Gate
from mesocycle.compiler.choice.select import Selection, Selector
from mesocycle.compiler.progress import runs
from mesocycle.compiler.safety.rest import rest_of
from mesocycle.compiler.safety.scopes import TASKS
from mesocycle.compiler.sessions import ruled, volumes
from mesocycle.compiler.sessions.blocks import Part, blocks
from mesocycle.compiler.sessions.lines import count, count_movers, line
from mesocycle.compiler.sessions.manners import manner_under
from mesocycle.compiler.sessions.tracks import LADDER, Day
from mesocycle.programme import Block
from mesocycle.programme import Item as Line


class Made(msgspec.Struct, frozen=True):
    """The blocks of a session; whether it is an assessment; whether it is provisional.

    `basis`: on what the estimates of its stretches rest.
    """

    blocks: tuple[Block, ...]
    assessment: bool
    provisional: bool
    basis: tuple[str, ...] = ()


def compose(day: Day) -> Made:
    """The session's lines, those that belong together in one block."""
    count_movers(day)
    parts = [part for item in day.session.items for part in _item(day, item)]
    if day.today and day.today.leaves_out and ruled.only_around(parts):
        parts = []
    return Made(
        blocks(parts),
        any(part.assessment for part in parts),
        any(part.provisional for part in parts),
        tuple(line for part in parts if part.group is None for line in part.basis),
    )


def _item(day: Day, item: Item) -> Sequence[Part]:
    what = item.what
    if isinstance(what, Rungs | Picked):
        return _exercises(day, item, what)
    if isinstance(what, Together):
        return _together(day, item, what)
    if isinstance(what, Stretch):
        return _stretch(day, item, what)
    if day.tracks.manners.of(item, day.phase_week).skip:
        return ()
    if TASKS in day.closed:
        flags = day.view.health.flags(day.date, TASKS)
        lines = tuple(flag.because for flag in flags)
        text = f"{what.text} is left out: it is not cleared"
        day.page.decide("stopped", "SR4" if flags else "SR18", text, because=lines)
        return ()
    return (Part(_task(day, item, what), group=_group(day, item)),)


def _stretch(day: Day, item: Item, what: Stretch) -> Sequence[Part]:
    """The segments of a stretch; what is said of it stands with the first."""
    manner = endurance.manner_of(day, item)
    if manner.skip or ruled.without(day, what):
        return ()
    today = runs.today(day, item, manner)
    stretch = endurance.adjust(day, item, today.stretch, manner)
    if stretch is None:
        return ()
    made = day.tracks.segments.of(stretch, day.date, race=day.session.race is not None)
    for reason in day.tracks.segments.paces.reasons():
        day.page.decide("rounded", reason.rule, reason.text, because=reason.because)
    first, *others = made.segments
    if manner.cues or manner.notes or today.progression:
        notes = (*manner.notes, *first.notes)
        first = replace(first, cues=manner.cues, notes=notes, progression=today.progression)
    return [
        Part(each, what.role, _group(day, item), False, today.provisional, made.basis)
        for each in (first, *others)
    ]


def _group(day: Day, item: Item) -> Group | None:
    """The line's group, with the share of its rounds that is done today."""
    return volumes.group_of(item.group, volumes.of_session(day)) if item.group else None


def _task(day: Day, item: Item, what: Habit) -> Line:
    manner = manner_under(item.manner, item.conditionals, Question(day.view, day.date))
    return Line(
        slot_id=day.slot_id(item),
        task=what.text,
        cues=manner.cues,
        notes=manner.notes,
        because=manner.because,
    )


def _exercises(day: Day, item: Item, what: Picked | Rungs) -> list[Part]:
    selection = _select(day, item, what)
    place = (day.session.key, item.key)
    group = _group(day, item)
    waits = isinstance(what, Picked) and what.where is not None and place in day.tracks.open
    parts = []
    for choice in selection.choices:
        made = line(day, item, choice)
        if made is not None:
            provisional = made[1] or waits
            part = Part(made[0], "exercises", group, selection.assessment, provisional)
            parts.append(part)
    if day.open:
        day.tracks.open.add(place)
        _assume(day, selection)
    return parts


def _together(day: Day, item: Item, what: Together) -> list[Part]:
    """A complex: its exercises as a superset without rest."""
    return [
        each
        for part in day.tracks.parts_of(item, what)
        if isinstance(part.what, Rungs)
        for each in _exercises(day, part, part.what)
    ]


def _select(day: Day, item: Item, what: Picked | Rungs) -> Selection:
    if isinstance(what, Rungs):
        exercise = _swapped(day, item) or _rung(day, item, what)
        calm = day.tracks.calm.selects(day.view, day.date, item, exercise) if day.calm else None
        if calm is not None:
            return calm
    rest = rest_of(day.session)
    gate = Gate(day.plan, day.view, day.date, day.page, day.closed, day.today, rest)
    selector = Selector(gate)
    if isinstance(what, Picked):
        turn = day.tracks.turns.get(day.session.key, 0)
        selection = selector.pick(item, what, turn, day.week)
        _tell(day, selection, what)
        return selection
    selection = selector.direct(item, exercise)
    if day.open and not day.closed and not selection.choices:
        # Whoever was promised it by name is told why it is not there.
        last = day.page.ledger.decisions[-1]
        # What hurt is told by the decision, which outputs leave out unless asked.
        why = f"{exercise.name} is left out, for what the diary says" if last.because else last.text
        day.page.ledger.notice(last.rule, "warning", f"{day.session.name}: {why}.")
    return selection


def _swapped(day: Day, item: Item) -> Exercise | None:
    """What a week, or a condition on the athlete, puts in the exercise's place."""
    manner = day.tracks.manners.of(item, day.phase_week)
    if item.conditionals:
        manner = manner_under(manner, item.conditionals, Question(day.view, day.date))
    return manner.swap


def _rung(day: Day, item: Item, what: Rungs) -> Exercise:
    """The rung to stand on today; of a ladder only once what was done since is counted."""
    if len(what.exercises) == 1:
        return what.exercises[0]
    slot = day.slot(item)
    ladder = day.tracks.of(slot, LADDER)
    here = what.exercises[what.start if ladder.rung is None else ladder.rung]
    manner = day.tracks.manners.of(item, day.phase_week, here.id, slow=day.session.manner.slow)
    count(day, item, here, manner, day.tracks.of(slot, here.id))
    return what.exercises[what.start if ladder.rung is None else ladder.rung]


def _tell(day: Day, selection: Selection, what: Picked) -> None:
    """Fewer than asked for: said once, from the first session that is still to come."""
    if not day.open or day.closed or not selection.short:
        return
    count = len(selection.choices)
    text = (
        f"{day.session.name}: {count or 'none'} of the {what.count} exercises asked for from "
        f"{what.pool} can be given; nothing is filled in for the rest."
    )
    day.page.ledger.notice("SR14", "warning", text)


def _assume(day: Day, selection: Selection) -> None:
    """What is tested in a session to come is taken to go well, as far as it is needed."""
    tests = [c.exercise.id for c in selection.choices if c.assess]
    for identity in tests[: selection.needed] if tests else ():
        day.view.evidence.assume(identity)
