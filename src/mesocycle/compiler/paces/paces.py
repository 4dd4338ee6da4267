"""Paces: the targets and speeds of one athlete, day by day, and what has to be asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Leg, Plan, Stretch
from mesocycle.compiler.ledger import Ledger
from mesocycle.compiler.paces import model, speeds, targets
from mesocycle.compiler.paces.bests import History, nearest, race_seconds
from mesocycle.compiler.paces.zones import Lacks
from mesocycle.programme import Target
from mesocycle.syntax import nodes as n

#: Metres of a quarter of a mile.
_QUARTER_M = 402.336


class Paces:
    """What targets come to for the athlete of `view` who follows `plan`.

    Race paces are per kilometre; per mile where the plan thinks in miles (see `in_miles`). Paces
    with a distance of their own keep it.
    """

    def __init__(self, plan: Plan, view: View) -> None:
        self.miles = in_miles(plan)
        self._history = History(plan.fitness, view.fitness)
        self._as_of = view.as_of
        self._missing: dict[str, tuple[str, str]] = {}
        self._reasons: dict[str, targets.Reason] = {}
        # Legs come again and again, and what is known of an athlete changes seldom.
        self._reads: dict[tuple[int, n.Sure | n.Bound, str], targets.Read] = {}
        self._speeds: dict[tuple[int, n.Target | None, str], speeds.Speed | None] = {}

    def target(self, node: n.Target, activity: str, date: dt.date) -> tuple[Target, Target | None]:
        """The target on a day, and (of a ramp) the one at its end.

        What rests on something that nobody has said is as the coach wrote it, and is asked once.
        """
        if isinstance(node, n.Ramp):
            return self._read(node.start, activity, date), self._read(node.end, activity, date)
        return self._read(node, activity, date), None

    def _read(self, node: n.Sure | n.Bound, activity: str, date: dt.date) -> Target:
        known = self._history.on(date)
        key = (id(known), node, activity)
        read = self._reads.get(key)
        if read is None:
            read = self._reads[key] = targets.read(known, node, activity, miles=self.miles)
        if read.lacks is not None and date >= self._as_of:
            asked = _question(read.target, read.lacks)
            self._missing.setdefault(read.lacks.what, (asked, read.lacks.write))
        if read.reason is not None:
            self._reasons.setdefault(read.reason.text, read.reason)
        return read.target

    def speed(self, node: n.Target | None, activity: str, date: dt.date) -> speeds.Speed | None:
        """How fast a target is on a day, with its basis; None where nothing tells."""
        known = self._history.on(date)
        key = (id(known), node, activity)
        if key not in self._speeds:
            self._speeds[key] = speeds.speed(known, node, activity)
        return self._speeds[key]

    def race(self, metres: int, activity: str, date: dt.date) -> speeds.Speed | None:
        """How fast a race over `metres` would be run; None without a best, or beyond the model."""
        best = nearest(self._history.on(date), metres) if activity in speeds.RUNS else None
        seconds = race_seconds(best, metres) if best else 0.0
        if best is None or not model.within(seconds):
            return None
        return speeds.Speed(metres / seconds, metres / seconds, speeds.told(best))

    def reasons(self) -> tuple[targets.Reason, ...]:
        """Where the numbers come from that were read since this was asked last."""
        found = tuple(self._reasons.values())
        self._reasons.clear()
        return found

    def questions(self) -> Iterator[tuple[str, str]]:
        """What has to be known for the targets that were read: one question for each basis.

        With each an example of the line of a profile that answers it.
        """
        yield from self._missing.values()

    def ask(self, ledger: Ledger) -> None:
        """Enter the questions."""
        for text, answer in self.questions():
            ledger.notice("R55", "question", text, answer=answer)


def _question(target: Target, lacks: Lacks) -> str:
    what = target.text[0].upper() + target.text[1:]
    if what.startswith("Hr "):
        what = f"HR {what[3:]}"
    return f"{what} needs {lacks.what}. Write in the diary, for example: {lacks.write}"


def in_miles(plan: Plan) -> bool:
    """Whether the plan thinks in miles: at least as many of its legs are in them as in kilometres.

    A mile on the track among kilometres does not make the marathon pace one per mile.
    """
    if plan.stated_units and plan.units == "lb":
        return True
    legs = [leg for stretch in _stretches(plan) for leg in stretch.each()]
    miles = sum(map(_leg_in_miles, legs))
    return miles > 0 and miles >= sum(map(_leg_in_kilometres, legs))


def _stretches(plan: Plan) -> Iterator[Stretch]:
    """Every stretch of the plan, those of certain weeks and conditions included."""
    sessions = (each for session in plan.sessions for each in (session, *session.options))
    for item in (item for session in sessions for item in session.items):
        if isinstance(item.what, Stretch):
            yield item.what
            manners = [each.manner for each in item.weekly]
            manners += [each.manner for each in item.conditionals]
            yield from (manner.course for manner in manners if manner.course)


def _leg_in_miles(leg: Leg) -> bool:
    """Distances are kept in metres: whole quarters of a mile that are no round number of them."""
    target = leg.target
    if isinstance(target, n.Pace) and target.per_mm == n.PER_MILE:
        return True
    if isinstance(target, n.Speed) and target.word is not None and "mph" in target.word.text:
        return True
    metres = leg.metres.low if leg.metres else 0
    quarters = round(metres / _QUARTER_M)
    return metres % 50 != 0 and quarters > 0 and metres == round(quarters * _QUARTER_M)


def _leg_in_kilometres(leg: Leg) -> bool:
    """A kilometre or more of what is no quarter of a mile; metres are a track's for everybody."""
    target = leg.target
    if isinstance(target, n.Pace):
        return target.per_mm == n.PER_KM
    return leg.metres is not None and leg.metres.low >= 1000 and not _leg_in_miles(leg)
