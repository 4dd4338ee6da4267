"""History: the working sets of a line so far, as planned, or as lifted once they are logged."""

from __future__ import annotations

from mesocycle.compiler.loads.maxes import Known
from mesocycle.compiler.loads.written import figure
from mesocycle.diary.model import ExerciseLog
from mesocycle.mass import Mass
from mesocycle.syntax.nodes.loads import PercentOf


class History:
    """What was on the bar, set by set. None: nobody knows."""

    __slots__ = ("_lifted", "_logged", "_logs")

    def __init__(self, logs: tuple[ExerciseLog, ...]) -> None:
        self._logs = logs
        self._logged = _loads(logs)
        self._lifted: list[Known | None] = []

    def add(self, planned: Mass | None) -> None:
        """The next set: what was logged for it counts before what was planned."""
        number = len(self._lifted)
        logged = self._logged[number] if number < len(self._logged) else None
        if logged is not None:
            self._lifted.append(Known(logged, "", tuple(log.because for log in self._logs)))
        else:
            self._lifted.append(Known(planned, "") if planned else None)

    def known(self, which: PercentOf) -> Known | None:
        """The top set (the heaviest so far), the first set, or the set before."""
        sets = self._lifted
        if not sets:
            return None
        if which == "top set":
            known = [one for one in sets if one is not None]
            found = max(known, key=lambda one: one.mass.kg) if len(known) == len(sets) else None
        else:
            found = sets[0] if which == "first set" else sets[-1]
        if found is None:
            return None
        return Known(found.mass, f"the {which} {figure(found.mass)}", found.because)


def _loads(logs: tuple[ExerciseLog, ...]) -> list[Mass | None]:
    """What was lifted in each set; of two sides the one that says it."""
    loads: list[Mass | None] = []
    for log in logs:
        marks = [mark.loads for mark in log.marks.values() if mark.loads]
        loads.extend(
            marks[0]
            if marks
            else (None,) * max((len(m.reps) for m in log.marks.values()), default=0)
        )
    return loads
