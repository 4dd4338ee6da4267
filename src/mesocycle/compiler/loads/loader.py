"""Loader: what one set of a line weighs, from what the plan writes to what is on the bar."""

from __future__ import annotations

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.checked import Manner
from mesocycle.compiler.loads.burden import AS_BEFORE, NOTHING, Burden, with_effort
from mesocycle.compiler.loads.explain import Account
from mesocycle.compiler.loads.gear import Fit
from mesocycle.compiler.loads.kinds import relative
from mesocycle.compiler.loads.shift import WHOLE
from mesocycle.compiler.loads.sought import Asker, Sought, seek
from mesocycle.compiler.loads.standing import Standing
from mesocycle.compiler.loads.written import shown
from mesocycle.mass import Mass
from mesocycle.programme import Load
from mesocycle.syntax.nodes import Deload, Exertion, LoadNode, Percent, Weight


class Loader:
    """One line on one day: `asker` is whose loads are sought, `account` why they are so heavy."""

    __slots__ = (
        "_account", "_asker", "_base", "_beyond", "_board", "_deload", "_exercise", "_rounding",
        "_track",
    )  # fmt: skip

    def __init__(
        self,
        exercise: Exercise,
        asker: Asker,
        manner: Manner,
        track: Standing,
        deload: Deload | None,
        account: Account,
    ) -> None:
        self._board = asker.board
        self._exercise = exercise
        self._asker = asker
        self._rounding = manner.rounding
        # Where nothing ever moves, what was lifted last is no base of anything.
        grows = manner.progress is not None and manner.progress.moves
        self._base = track.lifted if grows else None
        self._track = track
        self._deload = deload
        self._account = account
        self._beyond = False

    def ramp(self, nodes: tuple[LoadNode, ...], first: Mass | None) -> Burden:
        """A warm-up set before a first working set of `first`."""
        node = next((n for n in nodes if not isinstance(n, Exertion)), None)
        if node is None:
            return NOTHING
        beyond = isinstance(node, Weight) and node.beyond
        if isinstance(node, Percent) and node.of in ("max", "first set"):
            mass, beyond = first.times(node.low) if first else None, self._beyond
        else:
            sought = seek(self._asker, node, None)
            mass = sought.mass if sought else None
        if mass is None:
            return Burden(self._unknown(node))
        if self._board.unit:
            mass = mass.to(self._board.unit)
        fit = self._fit(mass, loose=isinstance(node, Percent), beyond=beyond)
        return Burden(self._load(node, mass, fit.mass, beyond=beyond), fit.mass)

    def _unknown(self, node: LoadNode) -> Load:
        """What is not known stays as it is written."""
        text = self._board.memory.text(node)
        return Load(kg=None, exact_kg=None, shown=text, written=text)

    def _fit(self, exact: Mass, *, loose: bool, beyond: bool) -> Fit:
        rounding = self._rounding
        rack = self._board.rack
        return rack.fit(self._exercise, exact, rounding, loose=loose, beyond=beyond)

    def working(self, nodes: tuple[LoadNode, ...], reps: int | None) -> Burden:
        """A working set of `reps` repetitions (None: open)."""
        effort: Exertion | None = None
        node: LoadNode | None = None
        for each in nodes:
            if effort is None and isinstance(each, Exertion):
                effort = each
            elif node is None:
                node = each
        asker, source = self._asker, node or effort
        low = self._sought(source, reps)
        load, mass = None, None
        if low is not None:
            high = seek(asker, source, reps, high=True) if source and _ranged(source) else None
            load, mass = self._made(source, low, high)
        elif node is not None:
            self._account.missing.append(node)
            load = self._unknown(node)
        return with_effort(effort, load, mass)

    def _sought(self, node: LoadNode | None, reps: int | None) -> Sought | None:
        """What the plan asks for; where it asks for no load, or only how hard: as lifted last."""
        shift, lifted = self._track.shift, self._base
        if node is not None and relative(node):
            return seek(self._asker, node, reps)
        if shift.plus is not None and not shift.scale:
            return Sought(shift.plus)
        found = seek(self._asker, node, reps) if node is not None else None
        if found is None and (node is None or isinstance(node, Exertion)):
            if lifted is not None:
                return Sought(lifted)
            if shift.plus is not None and self._is_beyond(node):
                return Sought(Mass(0, shift.plus.unit))  # the body alone, and what was added
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
            return self._board.rack.holds(self._exercise) is None
        return self._beyond and relative(node)

    def _put_on(self, sought: Sought, *, beyond: bool) -> tuple[Mass, Fit]:
        """The exact load, and what there is to load for it."""
        exact, shift, deload = sought.mass, self._track.shift, None
        moved = not sought.steady and not shift.still
        if moved:
            exact = shift.on(exact)
        if self._deload is not None and not sought.steady:
            deload = self._deload.percent
        if deload is not None:
            exact = exact.times(deload, 100)
        loose = sought.loose or deload is not None or (moved and shift.scale not in (0, WHOLE))
        if self._board.unit and exact.unit != self._board.unit:
            exact, loose = exact.to(self._board.unit), True
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
        asker = self._asker
        one = None if beyond else self._board.maxes.one(asker.exercise.id, asker.date)
        return Load(
            kg=loaded.kg,
            exact_kg=exact.kg,
            shown=shown(loaded, top, beyond=beyond),
            written=self._board.memory.text(node) if node is not None else AS_BEFORE,
            max_kg=top.kg if top is not None and top != loaded else None,
            percent=round(100 * exact.kg / one.mass.kg, 1) if one and one.mass.kg else None,
        )


def _ranged(node: LoadNode) -> bool:
    return isinstance(node, Percent | Exertion) and node.low != node.high
