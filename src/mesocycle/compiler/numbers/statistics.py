"""Statistics: what a session is made of, and a week in numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from mesocycle.catalogue.body import lineage
from mesocycle.catalogue.model import Catalogue
from mesocycle.catalogue.words import ACTIVITIES
from mesocycle.compiler.checked import Plan
from mesocycle.compiler.checked.run import REST
from mesocycle.compiler.endurance.totals import stints
from mesocycle.compiler.numbers.duration import estimate
from mesocycle.compiler.numbers.lifts import Tally, done, rounded, tally
from mesocycle.compiler.numbers.outing import Outing
from mesocycle.programme import Block, Exercise, Item, Session, WeekStatistics

__all__ = ["categories", "estimate", "regions", "weeks"]

#: Minutes of a session are rounded up by less than this, in seconds.
_ROUNDED_S = 300

#: Sessions that were not, or will not be, done.
_NOT_DONE = ("missed", "skipped", "stopped")


def categories(blocks: Iterable[Block]) -> tuple[str, ...]:
    """The kinds of exercise and the activities in it, in the order they come."""
    found: list[str] = []
    for block in blocks:
        found += [item.exercise.kind for item in block.items if item.exercise]
        found += [each.activity for each in stints(block.segments) if each.activity != REST]
    return tuple(dict.fromkeys(found))


def weeks(plan: Plan, sessions: Sequence[Session]) -> tuple[WeekStatistics, ...]:
    """One row a week of the plan; what was missed, skipped or stopped does not count."""
    by_week: dict[int, list[Session]] = defaultdict(list)
    for session in sessions:
        if session.week is not None and session.status not in _NOT_DONE:
            by_week[session.week].append(session)
    first, last = plan.week(plan.starts), plan.week(plan.ends)
    body = _Body(plan.catalogue)
    return tuple(_week(plan, body, number, by_week[number]) for number in range(first, last + 1))


def regions(statistics: Iterable[WeekStatistics]) -> dict[str, str]:
    """Every body part of the statistics, with the larger part that it belongs to ("": none)."""
    found = {part for week in statistics for part in (*week.sets, *week.sets_indirect)}
    return {part: (*lineage(part), "")[1] for part in sorted(found)}


class _Body:
    """Which parts of the body an exercise trains and helps to train, at every level."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._known: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        self._weeks: dict[tuple[tuple[str, int], ...], tuple[dict[str, int], dict[str, int]]] = {}

    def of(self, exercise: Exercise) -> tuple[frozenset[str], frozenset[str]]:
        """What is trained, and what only helps: nothing is both."""
        found = self._known.get(exercise.id)
        if found is None:
            known = self._catalogue.exercises.get(exercise.id)
            trained = _levels(exercise.trains)
            helped = _levels(known.assists) - trained if known else frozenset[str]()
            found = self._known[exercise.id] = (trained, helped)
        return found

    def sets(self, done: Iterable[Tally]) -> tuple[dict[str, int], dict[str, int]]:
        """Sets by body part, direct and indirect: a set once at each level.

        Weeks with the same sets of the same exercises share them.
        """
        key = tuple((each.exercise.id, each.sets) for each in done)
        found = self._weeks.get(key)
        if found is None:
            direct: dict[str, int] = {}
            indirect: dict[str, int] = {}
            for each in done:
                for parts, into in zip(self.of(each.exercise), (direct, indirect), strict=True):
                    for part in parts:
                        into[part] = into.get(part, 0) + each.sets
            found = self._weeks[key] = (_some(direct), _some(indirect))
        return found


def _levels(parts: Iterable[str]) -> frozenset[str]:
    return frozenset(level for part in parts for level in lineage(part))


def _week(plan: Plan, body: _Body, number: int, sessions: list[Session]) -> WeekStatistics:
    done = tally(_items(sessions))
    direct, indirect = body.sets(done)
    outings = [Outing(session) for session in sessions]
    done_of = _Endurance(sessions, outings)
    return WeekStatistics(
        week=number,
        starts=max(plan.starts, plan.first_day(number)).isoformat(),
        sessions=len(sessions),
        minutes=(sum(map(_seconds, sessions, outings)) + 30) // 60,
        sets=dict(direct),
        sets_indirect=dict(indirect),
        reps=sum(each.reps for each in done),
        lifts=tuple(each.lift() for each in done if each.loaded),
        tonnage_kg=rounded(sum(each.tonnage_kg for each in done)),
        distance_m=_some(done_of.metres),
        activity_s=_some(done_of.seconds),
        longest_run_s=max(done_of.runs_s, default=None),
        longest_run_m=max(done_of.runs_m, default=None),
        intensity_s=_some(done_of.efforts),
    )


def _seconds(session: Session, outing: Outing) -> int:
    """How long it takes: what its stretches come to, where that is what the session is.

    A session's own minutes may be rounded up to five. Of one whose time nobody knows, the
    stretches count of which it is known. Of one that is logged, what was logged.
    """
    mixed = any(block.items for block in session.blocks)
    if session.logged and session.logged.seconds is not None:
        logged = session.logged.seconds
        return logged if mixed else max(logged, outing.lasted)
    if session.minutes is None:
        return outing.lasted
    said = 60 * session.minutes
    total = session.total.seconds if session.total else None
    if total is None or mixed:
        return said
    return total if abs(said - total) < _ROUNDED_S else said


def _items(sessions: Iterable[Session]) -> Iterator[Item]:
    for session in sessions:
        for block in session.blocks:
            yield from block.items


class _Endurance:
    """What the sessions of a week come to: metres and seconds by activity, seconds by effort.

    `runs_s` and `runs_m` are of each session's running.
    """

    def __init__(self, sessions: Sequence[Session], outings: Sequence[Outing]) -> None:
        self.metres = Counter[str]()
        self.seconds = Counter[str]()
        self.efforts = Counter[str]()
        self.runs_s: list[int] = []
        self.runs_m: list[int] = []
        for session, outing in zip(sessions, outings, strict=True):
            self._add(session, outing)

    def _add(self, session: Session, outing: Outing) -> None:
        metres, seconds = outing.metres, outing.seconds
        self.efforts.update(outing.efforts)
        for block in session.blocks:
            for item in block.items:
                if item.exercise is not None and item.exercise.id in ACTIVITIES:
                    name = item.exercise.id
                    metres[name] += sum(one.distance_m or 0 for one in done(item))
                    seconds[name] += sum(s.hold_s.target for s in done(item) if s.hold_s)
        self.runs_s += [seconds["run"]] if seconds["run"] else []
        self.runs_m += [metres["run"]] if metres["run"] else []
        self.metres.update(metres)
        self.seconds.update(seconds)


def _some(found: Mapping[str, int]) -> dict[str, int]:
    return {part: amount for part, amount in sorted(found.items()) if amount}
