"""What a scenario can name: days of the plan, sessions, exercises, rungs, lines of a diary."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator

from mesocycle.catalogue.model import Exercise, fold
from mesocycle.civil import read_date
from mesocycle.compiler.checked import Item, Picked, Plan, Rungs
from mesocycle.compiler.checked import Session as Kind
from mesocycle.diagnostics import Outcome
from mesocycle.diary.model import Diary
from mesocycle.simulation.misread import Misread
from mesocycle.source import Source


class Known:
    """A plan from day `first` to day `last`; `reads` reads a diary that goes with it."""

    def __init__(
        self,
        plan: Plan,
        reads: Callable[[Source], Outcome[Diary]],
        first: dt.date,
        last: dt.date,
    ) -> None:
        self.plan = plan
        self.first = first
        self.last = last
        self._reads = reads

    def date(self, text: str) -> dt.date:
        """A day of the plan, not after the last one that is simulated."""
        found = read_date(text)
        if found is None:
            raise Misread(f"{text!r} is no day", "write a day as 2026-12-20")
        if found > self.last:
            raise Misread(
                f"{found} is after {self.last}, the last day that is simulated",
                "simulate more weeks, or take an earlier day",
            )
        return found

    def day(self, text: str) -> dt.date:
        """A day that is simulated."""
        found = self.date(text)
        if found < self.first:
            raise Misread(
                f"{found} is before {self.first}, the first day that is simulated",
                "what was before stands in the diary; --as-of begins on an earlier day",
            )
        return found

    def week(self, text: str) -> tuple[dt.date, dt.date]:
        """The first and the last day of a week of the plan."""
        number = int(text)
        first = self.plan.first_day(number)
        if not self.plan.week(self.first) <= number <= self.plan.week(self.last):
            weeks = self.plan.week(self.first), self.plan.week(self.last)
            raise Misread(
                f"week {number} is not simulated",
                f"the weeks simulated are {weeks[0]} to {weeks[1]}; --weeks says how many",
            )
        return first, first + dt.timedelta(days=6)

    def session(self, name: str) -> str:
        """The plan's session of that name."""
        names = {fold(kind.name): kind.name for kind in self._kinds()}
        found = names.get(fold(name))
        if found is None:
            raise Misread(f"the plan has no session {name!r}", near(name, names.values()))
        return found

    def exercise(self, name: str) -> str:
        """The id of the exercise of that name, which the plan does somewhere."""
        found = self.plan.catalogue.find(name)
        mine = {each.id: each.name for item in self._items() for each in _exercises(item)}
        if found is None:
            raise Misread(f"there is no exercise {name!r}", near(name, mine.values()))
        if found.id not in mine and not found.variant_of:
            raise Misread(
                f"the plan never does {found.name}", f"it does {', '.join(mine.values())}"
            )
        return found.id

    def rung(self, number: int, pool: str | None) -> frozenset[str]:
        """What stands on a rung of the plan's ladders, or in that place of a pool it picks from."""
        rows = list(self._ladders(pool))
        if not rows:
            what = f"picks nothing from {pool}" if pool else "has no ladder and picks from no pool"
            raise Misread(f"the plan {what}", "name the exercise: form lost on Superman")
        found = frozenset(row[number - 1].id for row in rows if 0 < number <= len(row))
        if not found:
            raise Misread(f"there is no rung {number}", f"the highest is {max(map(len, rows))}")
        return found

    def entries(self, text: str, date: dt.date) -> Diary:
        """What a line of a diary says, without its date: `flag numbness`, `swelling mild`."""
        found = self._reads(Source("scenario", f'athlete "A"\n{date} {text}\n'))
        wrong = next((d for d in found.diagnostics if d.severity == "error"), None)
        if found.value is None or wrong is not None:
            message = wrong.message if wrong else f"{text!r} is no line of a diary"
            raise Misread(message, wrong.hints[0] if wrong and wrong.hints else "")
        return found.value

    def _kinds(self) -> Iterator[Kind]:
        for kind in self.plan.sessions:
            yield from (kind, *kind.options)

    def _items(self) -> Iterator[Item]:
        for kind in self._kinds():
            yield from kind.items

    def _ladders(self, pool: str | None) -> Iterator[tuple[Exercise, ...]]:
        for item in self._items():
            what = item.what
            if isinstance(what, Picked):
                if fold(what.pool) == fold(pool) if pool else what.count is not None:
                    yield what.exercises
            elif isinstance(what, Rungs) and len(what.exercises) > 1 and pool is None:
                yield what.exercises


def near(name: str, known: Iterable[str]) -> str:
    """`did you mean Superman?`, or the first names that there are."""
    from mesocycle.catalogue.suggest import closest

    names = list(dict.fromkeys(known))
    found = closest(name, names)
    return f"did you mean {found}?" if found else f"there is {', '.join(names[:12])}"


def _exercises(item: Item) -> Iterator[Exercise]:
    yield from getattr(item.what, "exercises", ())
    manners = [item.manner, *(each.manner for each in item.weekly)]
    manners += [each.manner for each in item.conditionals]
    yield from (manner.swap for manner in manners if manner.swap)
