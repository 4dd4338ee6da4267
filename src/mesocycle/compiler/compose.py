"""Compose: one slot becomes one session, line by line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import groupby

import msgspec
from msgspec.structs import replace

from mesocycle.catalogue import model as catalogue
from mesocycle.compiler import endurance, prescribe, wording
from mesocycle.compiler.advance import Advance, advance
from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Habit, Item, Manner, Picked, Plan, Rungs, Session, Stretch
from mesocycle.compiler.conditions import Question, ask
from mesocycle.compiler.ledger import Page
from mesocycle.compiler.qualify import Choice
from mesocycle.compiler.safety import stretch_scope
from mesocycle.compiler.select import Selection, Selector
from mesocycle.compiler.track import Pending, Track
from mesocycle.diary.model import SessionLog
from mesocycle.programme import Block, Segment, Set
from mesocycle.programme import Item as Line

#: The track of a ladder as a whole, which knows the rung.
_LADDER = "ladder"


class Tracks:
    """Where every line stands, and how often each session has come round."""

    def __init__(self) -> None:
        self._tracks: dict[tuple[str, str, str], Track] = {}
        self.turns: dict[str, int] = {}
        self.open: set[tuple[str, str]] = set()

    def of(self, session: str, item: str, exercise: str) -> Track:
        """The track of an exercise in a line of a session."""
        return self._tracks.setdefault((session, item, exercise), Track())


class Part(msgspec.Struct, frozen=True):
    """A line or a segment of the session, and what it says of the whole."""

    made: Line | Segment
    role: str | None = "exercises"
    assessment: bool = False
    provisional: bool = False


class Made(msgspec.Struct, frozen=True):
    """The blocks of a session; whether it is an assessment; whether it is provisional."""

    blocks: tuple[Block, ...]
    assessment: bool
    provisional: bool


class Composer(msgspec.Struct, frozen=True):
    """What composing a session on one day needs: the plan, the athlete, the tracks.

    `log` is the diary's entry of this session, if it was done. `open`: the day is not over,
    so the sessions after it take it as done. `closed` are the kinds of training that a red
    flag keeps away.
    """

    plan: Plan
    view: View
    tracks: Tracks
    session: Session
    date: dt.date
    week: int
    page: Page
    log: SessionLog | None
    open: bool
    closed: frozenset[str]

    def blocks(self) -> Made:
        """The session's lines, those of a kind that follow each other in one block."""
        parts = [part for item in self.session.items for part in self._item(item)]
        return Made(
            tuple(_block(role, list(group)) for role, group in groupby(parts, key=_role)),
            any(part.assessment for part in parts),
            any(part.provisional for part in parts),
        )

    def _item(self, item: Item) -> Iterator[Part]:
        what = item.what
        if isinstance(what, Stretch):
            if stretch_scope(what, self.closed) not in self.closed:
                yield Part(self._segment(item, what), what.role)
        elif isinstance(what, Habit):
            yield Part(self._task(item, what))
        else:
            yield from self._exercises(item, what)

    def _segment(self, item: Item, what: Stretch) -> Segment:
        care = self.plan.care
        made = endurance.segment(what, self.view, self.date, care, self.page, self.closed)
        manner = self._manner(item)
        return replace(made, cues=manner.cues, notes=manner.notes)

    def _task(self, item: Item, what: Habit) -> Line:
        manner = self._manner(item)
        return Line(
            slot_id=self._slot_id(item),
            task=what.text,
            cues=manner.cues,
            notes=manner.notes,
            because=manner.because,
        )

    def _manner(self, item: Item) -> Manner:
        """What is said of a line that is no exercise, as the athlete is today."""
        question = Question(self.view, self.date)
        return prescribe.manner_under(item.manner, item.conditionals, question)

    def _slot_id(self, item: Item) -> str:
        return f"{self.session.key}/{item.key}"

    def _exercises(self, item: Item, what: Picked | Rungs) -> Iterator[Part]:
        selection = self._select(item, what)
        place = (self.session.key, item.key)
        waits = place in self.tracks.open and isinstance(what, Picked) and what.where is not None
        for choice in selection.choices:
            made, provisional = self._line(item, choice)
            yield Part(
                made, assessment=selection.assessment, provisional=provisional or waits
            )  # fmt: skip
        if self.open:
            self.tracks.open.add(place)
            self._assume(selection)

    def _select(self, item: Item, what: Picked | Rungs) -> Selection:
        selector = Selector(self.plan, self.view, self.date, self.page, self.closed)
        if isinstance(what, Picked):
            turn = self.tracks.turns.get(self.session.key, 0)
            selection = selector.pick(item, what, turn, self.week)
            self._tell(selection, what)
            return selection
        selection = selector.direct(item, self._rung(item, what))
        if self.open and not self.closed and not selection.choices:
            # Whoever was promised it by name is told why it is not there.
            last = self.page.ledger.decisions[-1]
            self.page.ledger.notice(last.rule, "warning", f"{self.session.name}: {last.text}.")
        return selection

    def _rung(self, item: Item, what: Rungs) -> catalogue.Exercise:
        """The rung to stand on today; of a ladder only once what was done since is counted."""
        ladder = self.tracks.of(self.session.key, item.key, _LADDER)
        here = what.exercises[what.start if ladder.rung is None else ladder.rung]
        if len(what.exercises) > 1:
            track = self.tracks.of(self.session.key, item.key, here.id)
            self._advance(item, Choice(here), track)
        return what.exercises[what.start if ladder.rung is None else ladder.rung]

    def _tell(self, selection: Selection, what: Picked) -> None:
        """Fewer than asked for: said once, from the first session that is still to come."""
        if not self.open or self.closed or not selection.short:
            return
        count = len(selection.choices)
        text = (
            f"{self.session.name}: {count or 'none'} of the {what.count} exercises asked for from "
            f"{what.pool} can be given; nothing is filled in for the rest."
        )
        self.page.ledger.notice("SR14", "warning", text)

    def _assume(self, selection: Selection) -> None:
        """What is tested in a session to come is taken to go well, as far as it is needed."""
        tests = [c.exercise.id for c in selection.choices if c.assess]
        for identity in tests[: selection.needed]:
            self.view.evidence.assume(identity)

    def _line(self, item: Item, choice: Choice) -> tuple[Line, bool]:
        """One exercise with its sets; and whether it rests on sessions not logged yet."""
        exercise = choice.exercise
        question = Question(self.view, self.date, exercise)
        manner = prescribe.manner_under(item.manner, item.conditionals, question)
        if self.session.manner.slow:
            manner = replace(manner, slow=True)
        track = self.tracks.of(self.session.key, item.key, exercise.id)
        if manner.scheme is not item.manner.scheme:
            # A dose for today only: as it is written, and the progression waits.
            manner, track = replace(manner, progress=None), Track()
            decided = (*choice.decisions, self._for_today(item, exercise))
        else:
            decided = choice.decisions if choice.assess else self._advance(item, choice, track)
        scheme = prescribe.scheme_of(manner, exercise)
        sets: tuple[Set, ...] = ()
        if scheme:
            sets = (
                prescribe.test_set(scheme, exercise, manner)
                if choice.assess
                else prescribe.sets(scheme, exercise, manner, track)
            )
        provisional = choice.assumed or track.projected
        if sets and not choice.assess:
            self._remember(track, Pending(self.date, exercise, sets, (), manner.slow), manner)
        line = Line(
            slot_id=self._slot_id(item),
            exercise=wording.shown(exercise, manner),
            label=item.what.label if isinstance(item.what, Rungs) else None,
            sets=sets,
            cues=manner.cues,
            notes=wording.notes(manner, choice),
            because=manner.because,
            assessment=choice.assess,
            progression=wording.progression(manner, choice),
            decisions=decided,
        )
        return line, provisional

    def _for_today(self, item: Item, exercise: catalogue.Exercise) -> str:
        question = Question(self.view, self.date, exercise)
        lines = tuple(
            line
            for c in item.conditionals
            if c.manner.scheme and (verdict := ask(c.condition, question)).value
            for line in (c.because, *verdict.because)
        )
        text = f"{exercise.name}: the dose that the plan has for such a day"
        return self.page.decide("lowered", "plan", text, exercise=exercise.id, because=lines)

    def _advance(self, item: Item, choice: Choice, track: Track) -> tuple[str, ...]:
        """Count what was done since; a ladder's own track keeps the rung."""
        about = Advance(item, choice.exercise, self.view, self.plan.care, self.date, self.page)
        made = advance(track, about)
        if track.rung is not None:
            self.tracks.of(self.session.key, item.key, _LADDER).rung = track.rung
        return (*choice.decisions, *made)

    def _remember(self, track: Track, pending: Pending, manner: Manner) -> None:
        """Leave the session to be counted by the next one of its line."""
        logs = tuple(
            log
            for log in (self.log.exercises if self.log else ())
            if log.exercise == pending.exercise.id and not log.skipped
        )
        if logs or self.open:
            track.pending = replace(pending, logs=logs)
        if logs:
            track.last_log = self.date
        if self.open and manner.progress and manner.progress.steps:
            track.projected = True


def _role(part: Part) -> str | None:
    return part.role


def _block(role: str | None, parts: list[Part]) -> Block:
    segments = [part.made for part in parts if isinstance(part.made, Segment)]
    if segments:
        return endurance.block(role, segments)
    return Block(
        kind="straight", items=tuple(part.made for part in parts if isinstance(part.made, Line))
    )
