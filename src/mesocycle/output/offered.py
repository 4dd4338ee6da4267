"""The progressions of installed plugins, loaded when a plan asks for one that it does not define.

Plugins are opened as for outputs, one by one. One that fails, or that offers something that is
no progression, is reported by name, distribution and version while the others go on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import islice

from mesocycle.diagnostics import Diagnostic, Diagnostics
from mesocycle.mass import Mass
from mesocycle.output.asking import MOST, Plugins, plugins_of
from mesocycle.output.entry_points import EntryPoint
from mesocycle.output.faults import a_or_an, fault, note_printing
from mesocycle.progressions import Move, Offered, Parameter, Progression, Result, State

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")

#: What each kind of move may change by.
_AMOUNTS: dict[str, tuple[type, ...]] = {
    "load": (Mass, int), "max": (Mass, int), "reps": (int,), "hold": (int,), "sets": (int,),
    "rest": (int,), "distance": (int,), "remember": (int,), "deload": (int, type(None)),
    "say": (type(None),), "harder": (type(None),), "easier": (type(None),),
}  # fmt: skip

_KINDS: dict[str, type | tuple[type, ...]] = {
    "load": Mass, "percent": int, "number": int, "name": str,
}  # fmt: skip


class Installed:
    """The progressions of the `installed` plugins; nothing is imported before it is asked for."""

    def __init__(self, installed: Callable[[], Iterable[EntryPoint] | Plugins]) -> None:
        self._installed = installed
        self._plugins = Plugins()
        self._found: dict[str, Offered] | None = None
        self._notes = Diagnostics()

    def all(self) -> Mapping[str, Offered]:
        """Every progression by name; the first keeps it, in an order that never changes."""
        if self._found is None:
            self._plugins = plugins_of(self._installed())
            self._found = self._plugins.all("mesocycle_progressions", self._read, self._notes)
        return self._found

    def faults(self) -> tuple[Diagnostic, ...]:
        """What went wrong with plugins so far."""
        return self._notes.sorted()

    def _read(self, offered: Progression, entry_point: EntryPoint) -> Offered | str:
        """`offered` with what it says about itself, or what keeps it from being a progression."""
        if isinstance(offered, type):
            return f"the class {offered.__name__}, where an object of it is wanted"
        wanted = ("name", "summary", "parameters", "step")
        missing = [name for name in wanted if not hasattr(offered, name)]
        if missing:
            return f"{a_or_an(offered)} has no {', no '.join(missing)}"
        return _wrong(offered) or Offered(
            offered.name,
            entry_point.title,
            offered.summary,
            tuple(offered.parameters),
            partial(self._step, offered, entry_point),
        )

    def _step(
        self, offered: Progression, entry_point: EntryPoint, state: State, result: Result
    ) -> tuple[Move, ...] | str:
        """One step of a plugin's progression; what fails is noted, and told in words."""
        stepped = self._plugins.call(
            entry_point, lambda: tuple(islice(offered.step(state, result), MOST))
        )
        note_printing(self._notes, entry_point, stepped)
        moves = stepped.value
        if moves is None:
            failed = f"failed in a step of the progression {offered.name}"
            self._notes.add(fault("E614", entry_point, failed, stepped))
            return f"{entry_point.title} failed"
        wrong = next((told for move in moves if (told := _wrong_move(move))), None)
        if wrong is None:
            return moves
        told = f"gave in a step of the progression {offered.name} {wrong}"
        self._notes.add(fault("E614", entry_point, told))
        return f"{entry_point.title} gave {wrong}"


def _wrong(offered: Progression) -> str | None:
    name: object = offered.name
    if not (isinstance(name, str) and _NAME.fullmatch(name)):
        return f"{a_or_an(offered)} has the name {name!r:.60}"
    summary: object = offered.summary
    if not (isinstance(summary, str) and summary.strip() and summary.isprintable()):
        return f"{name} has no summary of one line"
    if not callable(offered.step):
        return f"the step of {name} is not a method"
    if not isinstance(offered.parameters, Iterable):
        return f"the parameters of {name} are not a list"
    seen = set()
    for parameter in offered.parameters:
        if not isinstance(parameter, Parameter):
            return f"a parameter of {name} is not a Parameter: {parameter!r:.60}"
        if parameter.kind not in _KINDS or not _NAME.fullmatch(parameter.name):
            return f"{name} has a parameter {parameter.name!r:.60} of the kind {parameter.kind!r}"
        default = parameter.default
        if default is not None and not isinstance(default, _KINDS[parameter.kind]):
            return f"{parameter.name} of {name} cannot be {default!r:.60} by default"
        if parameter.name in seen:
            return f"{name} has the parameter {parameter.name} twice"
        seen.add(parameter.name)
    return None


def _wrong_move(move: object) -> str | None:
    """What keeps it from being a move, in words."""
    if not isinstance(move, Move):
        return f"{a_or_an(move)}, no Move"
    allowed = _AMOUNTS.get(move.kind)
    if allowed is None or move.how not in ("add", "times", "set"):
        return f"a move of the kind {move.kind!r:.40}, {move.how!r:.40}"
    share = move.how == "times" and isinstance(move.amount, int)
    fits = isinstance(move.amount, allowed) and not isinstance(move.amount, bool)
    if not fits or (move.kind in ("load", "max") and isinstance(move.amount, int) and not share):
        return f"a move of {move.kind} by {move.amount!r:.40}"
    return None
