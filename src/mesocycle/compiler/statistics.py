"""Statistics: how long a session takes, what it is made of, and a week in numbers."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from mesocycle.catalogue.model import Catalogue
from mesocycle.compiler.checked import Plan
from mesocycle.programme import Block, Item, Segment, Session, Set, WeekStatistics

#: Seconds a repetition, and seconds between sets, where nobody has said.
REP_S, REST_S = 4, 45

#: Sessions that were not, or will not be, done.
_NOT_DONE = ("missed", "skipped", "stopped")


def categories(blocks: Iterable[Block]) -> tuple[str, ...]:
    """The kinds of exercise and the activities in it, in the order they come."""
    found: list[str] = []
    for block in blocks:
        found += [item.exercise.kind for item in block.items if item.exercise]
        found += [segment.activity for segment in block.segments]
    return tuple(dict.fromkeys(found))


def estimate(blocks: Sequence[Block], catalogue: Catalogue) -> int | None:
    """Minutes, rounded up to 5: sets at the catalogue's seconds a rep, rests, and segments."""
    seconds = 0
    for block in blocks:
        seconds += sum(_segment_s(segment) for segment in block.segments)
        seconds += sum(_item_s(item, catalogue) for item in block.items)
    return -(-seconds // 300) * 5 if seconds else None


def _segment_s(segment: Segment) -> int:
    return (segment.end.seconds or 0) if segment.end else 0


def _item_s(item: Item, catalogue: Catalogue) -> int:
    known = catalogue.exercises.get(item.exercise.id) if item.exercise else None
    rep_s = (known.rep_s if known else None) or REP_S
    return sum(_set_s(s, rep_s) + (s.rest_s.target if s.rest_s else REST_S) for s in item.sets)


def _set_s(s: Set, rep_s: int) -> int:
    once = s.hold_s.target if s.hold_s else (s.reps.target if s.reps else 0) * rep_s
    return once * _sides(s)


def _sides(s: Set) -> int:
    return 2 if s.side == "each" else 1


def weeks(plan: Plan, sessions: Sequence[Session]) -> tuple[WeekStatistics, ...]:
    """One row a week of the plan; what was missed, skipped or stopped does not count."""
    by_week: dict[int, list[Session]] = defaultdict(list)
    for session in sessions:
        if session.week is not None and session.status not in _NOT_DONE:
            by_week[session.week].append(session)
    last = plan.week(plan.ends)
    return tuple(_week(plan, number, by_week[number]) for number in range(1, last + 1))


def _week(plan: Plan, number: int, sessions: list[Session]) -> WeekStatistics:
    sets: Counter[str] = Counter()
    metres: Counter[str] = Counter()
    seconds: Counter[str] = Counter()
    runs: list[int] = []
    reps = 0
    for item in _items(sessions):
        count = sum(_sides(s) for s in item.sets)
        reps += sum(s.reps.target * _sides(s) for s in item.sets if s.reps)
        sets.update(dict.fromkeys(item.exercise.trains if item.exercise else (), count))
    for session in sessions:
        own: Counter[str] = Counter()
        for segment in (s for block in session.blocks for s in block.segments):
            own[segment.activity] += _segment_s(segment)
            metres[segment.activity] += (segment.end.metres or 0) if segment.end else 0
        seconds.update(own)
        runs += [own["run"]] if own["run"] else []
    return WeekStatistics(
        week=number,
        starts=(plan.starts + dt.timedelta(weeks=number - 1)).isoformat(),
        sessions=len(sessions),
        minutes=sum(session.minutes or 0 for session in sessions),
        sets=dict(sorted(sets.items())),
        reps=reps,
        distance_m={k: v for k, v in sorted(metres.items()) if v},
        activity_s={k: v for k, v in sorted(seconds.items()) if v},
        longest_run_s=max(runs, default=None),
    )


def _items(sessions: Iterable[Session]) -> Iterator[Item]:
    for session in sessions:
        for block in session.blocks:
            yield from block.items
