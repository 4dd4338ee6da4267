"""Working: the loads of one line on one day."""

from __future__ import annotations

import datetime as dt

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Manner
from mesocycle.compiler.ledger import Page
from mesocycle.compiler.loads.board import Board
from mesocycle.compiler.loads.burden import Burden
from mesocycle.compiler.loads.explain import Account, question
from mesocycle.compiler.loads.history import History
from mesocycle.compiler.loads.kinds import relative
from mesocycle.compiler.loads.loader import Loader
from mesocycle.compiler.loads.maxes import Known
from mesocycle.compiler.loads.remembered import Given, Sheet, State
from mesocycle.compiler.loads.sought import Asker
from mesocycle.compiler.loads.standing import Standing
from mesocycle.diary.model import ExerciseLog
from mesocycle.mass import Mass
from mesocycle.programme import Set
from mesocycle.syntax.nodes import LoadNode, Percent, Scheme


class Weights:
    """The loads of a line on a day, made set by set in their order.

    `logs` is what the diary says of this line on this day: a set that hangs on an earlier one
    (`80% of top set`) follows what was lifted, once it is logged. `lead`: whose max they go by,
    in a complex.
    """

    __slots__ = (
        "_account", "_asks", "_board", "_burdens", "_date", "_exercise", "_first", "_given",
        "_history", "_lead", "_loader", "_logs", "_manner", "_sex", "_sheet", "_state", "_track",
        "deload",
    )  # fmt: skip

    def __init__(
        self,
        board: Board,
        view: View,
        exercise: Exercise,
        manner: Manner,
        track: Standing,
        date: dt.date,
        logs: tuple[ExerciseLog, ...] = (),
        lead: Exercise | None = None,
    ) -> None:
        board.maxes.until(date)
        self._board = board
        self._exercise = exercise
        self._manner = manner
        self._track = track
        self._date = date
        self._sex = view.sex
        self._asks = date >= view.as_of
        self._logs = logs
        self._lead = lead
        self._given: Given | None = None
        self._sheet: Sheet | None = None
        self._state: State
        self.deload = manner.deload or track.deload

    # --- remembered ----------------------------------------------------------------------------

    def sheet(self, scheme: Scheme) -> Sheet:
        """What is remembered of the line with these sets."""
        self._sheet = sheet = self._board.memory.sheet(self._manner, scheme, self._exercise)
        return sheet

    def remembered(self, sheet: Sheet, *, follows: bool) -> tuple[Set, ...] | None:
        """The sets, if they were made before and nothing has changed since.

        `follows`: some set hangs on an earlier one, and so on what is logged.
        """
        track = self._track
        self._state = state = (
            track.shift, track.lifted, self.deload, tuple(track.values.items())
        )  # fmt: skip
        if follows and self._logs:
            return None
        self._given = given = sheet.get(state, self._board.maxes.version)
        return given.sets if given is not None else None

    def begin(self, *, follows: bool = True) -> None:
        """Before the first set."""
        self._history = History(self._logs) if follows else None
        self._account = Account()
        lead = self._lead
        asker = Asker(
            self._board, lead or self._exercise, self._date, self._sex, self._history,
            stands_in=lead is not None and lead is not self._exercise, in_complex=lead is not None,
        )  # fmt: skip
        self._loader = Loader(
            self._exercise, asker, self._manner, self._track, self.deload, self._account
        )
        self._burdens: dict[tuple[int, int | None, Mass | None], Burden] = {}
        self._first: Burden | None = None

    def keep(self, sets: tuple[Set, ...]) -> tuple[Set, ...]:
        """After the last set: what was made is remembered, unless it is of this day only."""
        account = self._account
        self._given = Given(
            sets,
            account.text(),
            account.because(),
            question(self._lead or self._exercise, account.missing) if account.missing else "",
        )
        if self._sheet is not None and not account.logged:
            self._sheet.keep(self._state, self._board.maxes.version, self._given)
        return sets

    # --- set by set ----------------------------------------------------------------------------

    def working(
        self, nodes: tuple[LoadNode, ...], reps: int | None, count: int, *, follows: bool
    ) -> list[Burden]:
        """The next `count` working sets, of `reps` repetitions each (None: open).

        Their loads are `nodes`, which may hang on the sets before (`follows`).
        """
        made: list[Burden] = []
        history = self._history
        for _ in range(count):
            made.append(
                made[-1] if made and not follows else self._found(nodes, reps, follows=follows)
            )
            if history is not None:
                history.add(made[-1].mass)
        return made

    def _found(self, nodes: tuple[LoadNode, ...], reps: int | None, *, follows: bool) -> Burden:
        before = self._before(nodes) if follows else None
        key = (id(nodes), reps, before.mass if before else None)
        burden = self._burdens.get(key)
        if burden is None:
            burden = self._burdens[key] = self._loader.working(nodes, reps)
            self._account.logged |= follows and bool(self._logs)
        if self._first is None:
            self._first = burden
        return burden

    def _before(self, nodes: tuple[LoadNode, ...]) -> Known | None:
        """The set that the loads hang on."""
        node = next((n for n in nodes if relative(n)), None)
        if node is None or self._history is None:
            return None
        return self._history.lifted(node.of if isinstance(node, Percent) else "set before")

    def ramp(self, nodes: tuple[LoadNode, ...]) -> Burden:
        """A warm-up set; a bare per cent is of the first working set, as it is planned."""
        return self._loader.ramp(nodes, self._first.mass if self._first else None)

    # --- afterwards ----------------------------------------------------------------------------

    def decide(self, page: Page) -> tuple[str, ...]:
        """Enter why the loads are as they are; the ids of what was entered."""
        given = self._given
        if given is None:
            return ()
        if given.missing and self._asks:
            answer = given.missing.rpartition(": ")[2]
            page.ledger.notice("R55", "question", given.missing, answer=answer)
        if not given.text:
            return ()
        text, who = f"{self._exercise.name}: {given.text}", self._exercise.id
        return (page.decide("rounded", "load", text, exercise=who, because=given.because),)
