"""Statistics: what a session is made of, and a week in numbers."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from mesocycle.catalogue.body import lineage
from mesocycle.catalogue.model import Catalogue
from mesocycle.catalogue.words import ACTIVITIES
from mesocycle.compiler.checked import Plan
from mesocycle.compiler.duration import estimate, segment_s, sides
from mesocycle.compiler.lifts import lifts, reps_of, rounded, tonnage_kg, working
from mesocycle.programme import Block, Item, Segment, Session, WeekStatistics

__all__ = ["categories", "estimate", "regions", "weeks"]

#: Sessions that were not, or will not be, done.
_NOT_DONE = ("missed", "skipped", "stopped")


def categories(blocks: Iterable[Block]) -> tuple[str, ...]:
    """The kinds of exercise and the activities in it, in the order they come."""
    found: list[str] = []
    for block in blocks:
        found += [item.exercise.kind for item in block.items if item.exercise]
        found += [segment.activity for segment in block.segments]
    return tuple(dict.fromkeys(found))


def weeks(plan: Plan, sessions: Sequence[Session]) -> tuple[WeekStatistics, ...]:
    """One row a week of the plan; what was missed, skipped or stopped does not count."""
    by_week: dict[int, list[Session]] = defaultdict(list)
    for session in sessions:
        if session.week is not None and session.status not in _NOT_DONE:
            by_week[session.week].append(session)
    last = plan.week(plan.ends)
    return tuple(_week(plan, number, by_week[number]) for number in range(1, last + 1))


def regions(statistics: Iterable[WeekStatistics]) -> dict[str, str]:
    """Every body part of the statistics, with the larger part that it belongs to ("": none)."""
    found = {part for week in statistics for part in (*week.sets, *week.sets_indirect)}
    return {part: (*lineage(part), "")[1] for part in sorted(found)}


def _week(plan: Plan, number: int, sessions: list[Session]) -> WeekStatistics:
    items = list(_items(sessions))
    sets = [one for item in items for one in working(item.sets)]
    direct, indirect = _muscles(items, plan.catalogue)
    metres, seconds, runs = _activities(sessions)
    return WeekStatistics(
        week=number,
        starts=(plan.starts + dt.timedelta(weeks=number - 1)).isoformat(),
        sessions=len(sessions),
        minutes=sum(session.minutes or 0 for session in sessions),
        sets=_some(direct),
        sets_indirect=_some(indirect),
        reps=sum(map(reps_of, sets)),
        lifts=lifts(items),
        tonnage_kg=rounded(sum(map(tonnage_kg, sets))),
        distance_m=_some(metres),
        activity_s=_some(seconds),
        longest_run_s=max(runs, default=None),
    )


def _items(sessions: Iterable[Session]) -> Iterator[Item]:
    for session in sessions:
        for block in session.blocks:
            yield from block.items


def _muscles(items: Iterable[Item], catalogue: Catalogue) -> tuple[Counter[str], Counter[str]]:
    """Sets by body part, direct and indirect: each at every level, once for each set.

    What a set trains directly, in any of its muscles, is no indirect set as well.
    """
    direct: Counter[str] = Counter()
    indirect: Counter[str] = Counter()
    for item in items:
        count = sum(map(sides, working(item.sets)))
        if not count or item.exercise is None:
            continue
        known = catalogue.exercises.get(item.exercise.id)
        trained = _levels(item.exercise.trains)
        helped = _levels(known.assists if known else ())
        direct.update(dict.fromkeys(trained, count))
        indirect.update(dict.fromkeys(helped - trained, count))
    return direct, indirect


def _levels(parts: Iterable[str]) -> set[str]:
    return {level for part in parts for level in lineage(part)}


def _activities(sessions: Iterable[Session]) -> tuple[Counter[str], Counter[str], list[int]]:
    """Metres and seconds by activity, and the seconds of each session's running."""
    metres: Counter[str] = Counter()
    seconds: Counter[str] = Counter()
    runs: list[int] = []
    for session in sessions:
        own: Counter[str] = Counter()
        for segment in (s for block in session.blocks for s in block.segments):
            own[segment.activity] += segment_s(segment)
            metres[segment.activity] += _segment_m(segment)
        for item in _items([session]):
            if item.exercise and item.exercise.id in ACTIVITIES:
                metres[item.exercise.id] += sum(one.distance_m or 0 for one in item.sets)
                own[item.exercise.id] += sum(s.hold_s.target for s in item.sets if s.hold_s)
        seconds.update(own)
        runs += [own["run"]] if own["run"] else []
    return metres, seconds, runs


def _segment_m(segment: Segment) -> int:
    once = (segment.end.metres or 0) if segment.end else 0
    return segment.repeat * (once + sum(map(_segment_m, segment.segments)))


def _some(found: Counter[str]) -> dict[str, int]:
    return {part: amount for part, amount in sorted(found.items()) if amount}
