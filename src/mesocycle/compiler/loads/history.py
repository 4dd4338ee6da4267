"""History: the working sets of a line so far, as planned, or as lifted once they are logged."""

from __future__ import annotations

from mesocycle.compiler.loads.maxes import Known
from mesocycle.compiler.loads.written import figure
from mesocycle.diary.model import ExerciseLog
from mesocycle.mass import Mass
from mesocycle.syntax.nodes.loads import PercentOf


class History:
    """What was on the bar: in the first set, in the set before, and at most. None: nobody knows."""

    __slots__ = ("_first", "_gap", "_last", "_logged", "_logs", "_number", "_top")

    def __init__(self, logs: tuple[ExerciseLog, ...]) -> None:
        self._logs = logs
        self._logged = _loads(logs) if logs else ()
        self._number = 0
        self._gap = False
        self._first: Known | None = None
        self._last: Known | None = None
        self._top: Known | None = None

    def add(self, planned: Mass | None) -> None:
        """The next set: what was logged for it counts before what was planned."""
        number = self._number
        self._number += 1
        logged = self._logged[number] if number < len(self._logged) else None
        lifted: Known | None
        if logged is not None:
            lifted = Known(logged, "", tuple(log.because for log in self._logs))
        else:
            lifted = Known(planned, "") if planned is not None else None
        if number == 0:
            self._first = lifted
        self._last = lifted
        if lifted is None:
            self._gap = True
        elif self._top is None or lifted.mass.kg > self._top.mass.kg:
            self._top = lifted

    def lifted(self, which: PercentOf) -> Known | None:
        """The top set (the heaviest so far), the first set, or the set before."""
        if which == "top set":
            return None if self._gap else self._top
        return self._first if which == "first set" else self._last

    def known(self, which: PercentOf) -> Known | None:
        """That set, in words."""
        found = self.lifted(which)
        if found is None:
            return None
        return Known(found.mass, f"the {which} {figure(found.mass)}", found.because)


def _loads(logs: tuple[ExerciseLog, ...]) -> tuple[Mass | None, ...]:
    """What was lifted in each set; of two sides the one that says it."""
    loads: list[Mass | None] = []
    for log in logs:
        said = [mark.loads for mark in log.marks.values() if mark.loads]
        sets = max((len(mark.reps) for mark in log.marks.values()), default=0)
        loads.extend(said[0] if said else (None,) * sets)
    return tuple(loads)
