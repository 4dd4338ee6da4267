"""Working: the loads of one line on one day."""

from __future__ import annotations

import datetime as dt

from mesocycle.catalogue.model import Exercise
from mesocycle.catalogue.words import loading
from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Manner
from mesocycle.compiler.ledger import Page
from mesocycle.compiler.loads.board import Board
from mesocycle.compiler.loads.burden import AS_BEFORE, NOTHING, Burden, with_effort
from mesocycle.compiler.loads.explain import Account, question
from mesocycle.compiler.loads.gear import Fit
from mesocycle.compiler.loads.history import History
from mesocycle.compiler.loads.kinds import relative
from mesocycle.compiler.loads.remembered import Given, Key
from mesocycle.compiler.loads.shift import WHOLE
from mesocycle.compiler.loads.sought import Asker, Sought, seek
from mesocycle.compiler.loads.standing import Standing
from mesocycle.compiler.loads.written import shown, written
from mesocycle.diary.model import ExerciseLog
from mesocycle.mass import Mass
from mesocycle.programme import Load, Set
from mesocycle.syntax.nodes import Exertion, LoadNode, Percent, Scheme, Weight


class Weights:
    """The loads of a line on a day, made set by set in their order.

    `logs` is what the diary says of this line on this day: a set that hangs on an earlier one
    (`80% of top set`) follows what was lifted, once it is logged. `lead`: whose max they go by,
    in a complex.
    """

    __slots__ = (
        "_account", "_beyond", "_board", "_burdens", "_date", "_exercise", "_first", "_given",
        "_history", "_lead", "_logs", "_manner", "_sex", "_track", "deload",
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
        self._logs = logs
        self._lead = lead
        self._given: Given | None = None
        self.deload = manner.deload or track.deload

    # --- remembered ----------------------------------------------------------------------------

    def remembered(self, scheme: Scheme) -> tuple[Set, ...] | None:
        """The sets, if they were made before and nothing has changed since."""
        if self._logs and self.follows(scheme):
            return None
        self._given = self._board.memory.get(self._key(scheme), self._board.maxes.version)
        return self._given.sets if self._given is not None else None

    def follows(self, scheme: Scheme) -> bool:
        """Whether some set hangs on another one of the line."""
        nodes = [*self._manner.loads, *(node for g in scheme.groups for node in g.loads)]
        return any(relative(node) for node in nodes)

    def begin(self) -> None:
        """Before the first set."""
        self._history = History(self._logs)
        self._account = Account()
        self._burdens: dict[tuple[int, int | None], Burden] = {}
        self._first: Burden | None = None
        self._beyond = False

    def keep(self, scheme: Scheme | None, sets: tuple[Set, ...]) -> tuple[Set, ...]:
        """After the last set: what was made is remembered, unless it is of this day only.

        `scheme` None: it is, whatever it hangs on.
        """
        account = self._account
        self._given = Given(
            sets,
            account.text(),
            account.because(),
            question(self._lead or self._exercise, account.missing),
        )
        if scheme is not None and not account.logged:
            version = self._board.maxes.version
            self._board.memory.keep(
                self._key(scheme), version, self._manner, scheme, self._given
            )  # fmt: skip
        return sets

    def _key(self, scheme: Scheme) -> Key:
        track = self._track
        return (
            id(self._manner), id(scheme), self._exercise.id, track.shift, track.lifted,
            self.deload, tuple(track.values.items()),
        )  # fmt: skip

    # --- set by set ----------------------------------------------------------------------------

    def working(self, nodes: tuple[LoadNode, ...], reps: int | None) -> Burden:
        """The next working set, of `reps` repetitions (None: open), with the loads `nodes`."""
        key = (id(nodes), reps)
        burden = self._burdens.get(key)
        if burden is None:
            burden = self._burden(nodes, reps)
            if any(relative(node) for node in nodes):
                self._account.logged |= bool(self._logs)
            else:
                self._burdens[key] = burden
        if self._first is None:
            self._first = burden
        self._history.add(burden.mass)
        return burden

    def ramp(self, nodes: tuple[LoadNode, ...]) -> Burden:
        """A warm-up set; a bare per cent is of the first working set, as it is planned."""
        node = next((n for n in nodes if not isinstance(n, Exertion)), None)
        if node is None:
            return NOTHING
        first = self._first.mass if self._first else None
        if isinstance(node, Percent) and node.of in ("max", "first set"):
            mass = first.times(node.low) if first else None
        else:
            sought = seek(self._ask(None), node)
            mass = sought.mass if sought else None
        if mass is None:
            text = written(node)
            return Burden(Load(kg=None, exact_kg=None, shown=text, written=text))
        loose = isinstance(node, Percent)
        fit = self._fit(mass, loose=loose, beyond=False)
        return Burden(self._load(node, mass, fit.mass, beyond=False), fit.mass)

    def _ask(self, reps: int | None) -> Asker:
        lead = self._lead
        if lead is None:
            ours = self._exercise
            return Asker(self._board, ours, self._date, self._sex, self._history, reps)
        # No table says how heavy a complex is at an effort.
        other = lead is not self._exercise
        return Asker(self._board, lead, self._date, self._sex, self._history, None, other)

    def _fit(self, exact: Mass, *, loose: bool, beyond: bool) -> Fit:
        rounding = self._manner.rounding
        rack = self._board.rack
        return rack.fit(self._exercise, exact, rounding, loose=loose, beyond=beyond)

    def _burden(self, nodes: tuple[LoadNode, ...], reps: int | None) -> Burden:
        effort = next((n for n in nodes if isinstance(n, Exertion)), None)
        node = next((n for n in nodes if n is not effort), None)
        asker, source = self._ask(reps), node or effort
        low = self._sought(asker, source)
        load, mass = None, None
        if low is not None:
            high = seek(asker, source, high=True) if source and _ranged(source) else None
            load, mass = self._made(source, low, high)
        elif node is not None:
            self._account.missing.append(node)
            text = written(node)
            load = Load(kg=None, exact_kg=None, shown=text, written=text)
        return with_effort(effort, load, mass)

    def _sought(self, asker: Asker, node: LoadNode | None) -> Sought | None:
        """What the plan asks for; where it asks for no load, or only how hard: as lifted last."""
        shift, lifted = self._track.shift, self._track.lifted
        if node is not None and relative(node):
            return seek(asker, node)
        if shift.plus is not None and not shift.scale:
            return Sought(shift.plus, str(shift.plus), steady=False)
        found = seek(asker, node) if node is not None else None
        if found is None and lifted is not None and (node is None or isinstance(node, Exertion)):
            return Sought(lifted, str(lifted))
        return found

    def _made(self, node: LoadNode | None, low: Sought, high: Sought | None) -> tuple[Load, Mass]:
        beyond = self._is_beyond(node)
        exact, fit = self._put_on(low, beyond=beyond)
        if high is None:
            return self._load(node, exact, fit.mass, beyond=beyond), fit.mass
        top = self._put_on(high, beyond=beyond)[1]
        return self._load(node, exact, fit.mass, top.mass, beyond=beyond), fit.mass

    def _is_beyond(self, node: LoadNode | None) -> bool:
        """Beyond bodyweight: as written, or because nothing holds the weight but the body."""
        if isinstance(node, Weight):
            self._beyond = node.beyond
            return node.beyond
        if node is None or isinstance(node, Exertion):
            return loading(self._exercise.equipment) is None
        return self._beyond and relative(node)

    def _put_on(self, sought: Sought, *, beyond: bool) -> tuple[Mass, Fit]:
        """The exact load, and what there is to load for it."""
        exact, shift, deload = sought.mass, self._track.shift, None
        moved = not sought.steady and not shift.still
        if moved:
            exact = shift.on(exact)
        if self.deload is not None and not sought.steady:
            deload = self.deload.percent
        if deload is not None:
            exact = exact.times(deload, 100)
        if self._board.unit:
            exact = exact.to(self._board.unit)
        loose = sought.loose or deload is not None or (moved and shift.scale not in (0, WHOLE))
        fit = self._fit(exact, loose=loose, beyond=beyond)
        self._account.add(sought, exact, fit, moved=moved, deload=deload)
        return exact, fit

    def _load(
        self,
        node: LoadNode | None,
        exact: Mass,
        loaded: Mass,
        top: Mass | None = None,
        *,
        beyond: bool,
    ) -> Load:
        one = (
            None if beyond else self._board.maxes.one((self._lead or self._exercise).id, self._date)
        )
        return Load(
            kg=loaded.kg,
            exact_kg=exact.kg,
            shown=shown(loaded, top, beyond=beyond),
            written=written(node) if node is not None else AS_BEFORE,
            max_kg=top.kg if top is not None and top != loaded else None,
            percent=round(100 * exact.kg / one.mass.kg, 1) if one and one.mass.micro else None,
        )

    # --- afterwards ----------------------------------------------------------------------------

    def decide(self, page: Page) -> tuple[str, ...]:
        """Enter why the loads are as they are; the ids of what was entered."""
        given = self._given
        if given is None:
            return ()
        if given.missing:
            page.ledger.notice("R55", "question", given.missing)
        if not given.text:
            return ()
        text, who = f"{self._exercise.name}: {given.text}", self._exercise.id
        return (page.decide("rounded", "load", text, exercise=who, because=given.because),)


def _ranged(node: LoadNode) -> bool:
    return isinstance(node, Percent | Exertion) and node.low != node.high
