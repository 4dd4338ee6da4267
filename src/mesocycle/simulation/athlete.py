"""The athlete of a simulation: what is written into the diary on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from mesocycle.catalogue.body import lineage
from mesocycle.compiler.checked import Plan
from mesocycle.compiler.checked import Session as Kind
from mesocycle.diary.health import Health
from mesocycle.diary.logs import sides_of
from mesocycle.diary.model import (
    Answer,
    BodyPain,
    Diary,
    ExerciseLog,
    Mark,
    Screened,
    SessionLog,
    Side,
)
from mesocycle.programme import Because, Block, Item, Session, Set
from mesocycle.simulation.events import Hurts, InExercise, Scenario, Writes
from mesocycle.simulation.mild import mildest

#: What the lines of a simulation call their file.
FILE = "simulated"

#: What a set of as many as possible is worth, where nobody has asked for a number.
_OPEN_REPS = 10


class Pen:
    """Writes lines one after the other, below all that the diary has already."""

    def __init__(self, line: int) -> None:
        self._line = line

    def line(self, text: str) -> Because:
        """One more line."""
        self._line += 1
        return Because(file=FILE, line=self._line, text=text)


def morning(plan: Plan, diary: Diary, scenario: Scenario, date: dt.date, pen: Pen) -> Diary:
    """The diary with what is known on the morning of a day, before its sessions.

    How the morning was, what hurts, that there is no red flag, the answers to the plan's
    questions (the mildest), and what else the scenario has for this day.
    """
    aches = [e for e in scenario.events if isinstance(e, Hurts) and date in e.when]
    pains = [_pain(ache, date, pen, morning=True) for ache in aches]
    pains += [_pain(ache, date, pen, morning=False) for ache in aches]
    if not aches and not any(p.morning and p.date == date for p in diary.pains):
        line = pen.line(f"{date} morning pain 0")
        pains.append(BodyPain(date=date, value=0, because=line, morning=True))
    diary = replace(diary, pains=(*diary.pains, *pains), last=date)
    for event in scenario.events:
        if isinstance(event, Writes) and _is_due(event, date):
            diary = _with(diary, event, date, pen)
    if not Health(diary, date).flags(date):
        line = pen.line(f"{date} no red flags")
        diary = replace(diary, screens=(*diary.screens, Screened(date=date, because=line)))
    return _answered(plan, diary, date, pen)


def _is_due(event: Writes, date: dt.date) -> bool:
    return date == event.when.first if event.once else date in event.when


def _pain(ache: Hurts, date: dt.date, pen: Pen, *, morning: bool) -> BodyPain:
    place = " ".join(filter(None, (ache.side, ache.region)))
    text = f"{date} {'morning ' if morning else ''}pain {ache.value} {place}".rstrip()
    return BodyPain(
        date=date, value=ache.value, because=pen.line(text), region=ache.region, side=ache.side,
        morning=morning,
    )  # fmt: skip


def _with(diary: Diary, event: Writes, date: dt.date, pen: Pen) -> Diary:
    """The diary with the entries of a line, on this day."""
    because = pen.line(f"{date} {event.text}")
    more = {
        name: (*getattr(diary, name), *(replace(e, date=date, because=because) for e in entries))
        for name in diary.__struct_fields__
        if isinstance(entries := getattr(event.entries, name), tuple) and entries
    }
    return replace(diary, **more)


def _answered(plan: Plan, diary: Diary, date: dt.date, pen: Pen) -> Diary:
    """The mildest answer to each question that has none on that day."""
    said = {answer.name for answer in diary.answers if answer.date == date}
    found = [
        Answer(
            date=date, name=ask.name, value=value, because=pen.line(f"{date} {ask.name} {value}")
        )
        for ask in plan.asks
        if ask.name not in said and (value := mildest(plan, ask))
    ]
    return replace(diary, answers=(*diary.answers, *found)) if found else diary


class Athlete:
    """Who does what the plan asks for, but for what the scenario has happen."""

    def __init__(self, plan: Plan, scenario: Scenario, pen: Pen) -> None:
        self._plan = plan
        self._pen = pen
        self._trouble = [e for e in scenario.events if isinstance(e, InExercise)]
        self._aches = [e for e in scenario.events if isinstance(e, Hurts)]
        self._kinds = {kind.name: kind for kind in plan.sessions}

    def log(self, session: Session, date: dt.date) -> SessionLog:
        """The entry of a session that was done as it was prescribed."""
        kind = self._kinds.get(session.name)
        name, blocks = _chosen(kind, session)
        because = self._pen.line(f'{date} "{name}"')
        exercises = tuple(self._exercises(blocks, name, date))
        total = session.total
        aches = [ache.value for ache in self._aches if date in ache.when]
        return SessionLog(
            date=date,
            session=name,
            because=because,
            exercises=exercises,
            seconds=total.seconds if total else None,
            metres=total.metres if total and "metres" not in total.estimated else None,
            endurance=any(block.segments for block in blocks),
            pain=max(aches, default=0) if any(block.segments for block in blocks) else None,
        )

    def _exercises(
        self, blocks: Sequence[Block], session: str, date: dt.date
    ) -> Iterator[ExerciseLog]:
        for block in blocks:
            of_complex = block.title == "Complex"
            line = self._pen.line(f"{date} {session}: Complex") if of_complex else None
            for item in block.items:
                if item.exercise is not None:
                    yield self._exercise(item, session, date, line)

    def _exercise(
        self, item: Item, session: str, date: dt.date, line: Because | None
    ) -> ExerciseLog:
        assert item.exercise is not None
        known = self._plan.catalogue.exercises.get(item.exercise.id)
        sides: tuple[Side, ...] = sides_of(known) if known else ("both",)
        trouble = [e for e in self._trouble if date in e.when and item.exercise.id in e.exercises]
        pain = max((e.pain for e in trouble if e.pain is not None), default=0)
        pain = max(pain, self._ache(item, date))
        form = not any(e.form_lost for e in trouble)
        short = any(e.short for e in trouble)
        marks = {side: _mark(item.sets, side, pain, form=form, short=short) for side in sides}
        if line is None:
            done = ", ".join(map(str, next(iter(marks.values())).reps))
            how = "form good" if form else "form lost"
            line = self._pen.line(f"{item.exercise.name}; {done}; pain {pain}; {how}")
        return ExerciseLog(
            exercise=item.exercise.id,
            date=date,
            marks=marks,
            because=line,
            session=session,
            label=item.label,
            felt="better" if item.exercise.kind == "flexibility" and not pain else None,
        )

    def _ache(self, item: Item, date: dt.date) -> int:
        """How much an exercise hurts on a day on which a place does that it works on."""
        aches = [ache for ache in self._aches if date in ache.when]
        assert item.exercise is not None
        known = self._plan.catalogue.exercises.get(item.exercise.id)
        parts = (*known.trains, *known.assists) if known else item.exercise.trains
        groups = {lineage(part)[-1] for part in parts if part}
        spine = known is not None and any(level != "low" for _, level in known.loads)
        groups |= {"back"} if spine else set()
        near = (a for a in aches if a.region is None or lineage(a.region)[-1] in groups)
        return max((ache.value for ache in near), default=0)


def _chosen(kind: Kind | None, session: Session) -> tuple[str, tuple[Block, ...]]:
    """Of a session with a choice the first option, under whose name it is logged."""
    if kind is None or not kind.options:
        return session.name, session.blocks
    first, *others = (option.name for option in kind.options)
    return first, tuple(block for block in session.blocks if block.title not in others)


def _mark(sets: Iterable[Set], side: Side, pain: int, *, form: bool, short: bool) -> Mark:
    """The sets of one side, each with as much as was asked for; `short`: one less in the last."""
    own = [s for s in sets if not s.warmup and (side == "both" or s.side in ("both", "each", side))]
    reps = [_reps(one) for one in own if one.reps is not None or one.amrap]
    holds = [one.hold_s.target for one in own if one.hold_s is not None]
    metres = [one.distance_m for one in own if one.distance_m is not None]
    if short:
        reps[-1:] = [max(each - 1, 0) for each in reps[-1:]]
        holds[-1:] = [max(each - 1, 0) for each in holds[-1:]]
    return Mark(
        reps=tuple(reps), hold_s=tuple(holds), metres=tuple(metres), pain=pain, slow=True, form=form
    )  # fmt: skip


def _reps(one: Set) -> int:
    return one.reps.target if one.reps is not None else _OPEN_REPS if one.hold_s is None else 0
