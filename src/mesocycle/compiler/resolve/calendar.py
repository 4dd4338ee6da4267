"""The lines of a calendar: their dates and sessions looked up, what they change worked out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import cast

import msgspec

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.model import fold
from mesocycle.compiler.checked import Moved, Plan, RestDays, Session, Skipped, Swapped
from mesocycle.compiler.resolve.size import check_calendar
from mesocycle.diagnostics import Label
from mesocycle.syntax import nodes as n

Change = Skipped | Moved | Swapped

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Days(msgspec.Struct, frozen=True):
    """A line about days: from `first` to `last`, of a session (a key) if it names one."""

    piece: n.Piece[n.Node]
    first: dt.date
    last: dt.date
    session: str | None = None
    time: dt.time | None = None


class Said(msgspec.Struct, frozen=True):
    """What the calendars of a plan say, before its own days are looked at.

    The days of a move are from where and where to, those of a swap the two. `weekly` are swaps
    of weekdays, which need the plan's weeks.
    """

    rests: list[tuple[n.Piece[n.Node], RestDays]]
    changes: list[Days]
    weekly: list[n.Piece[n.Node]]
    notes: list[Days]

    def __bool__(self) -> bool:
        return any((self.rests, self.changes, self.weekly, self.notes))


def read(r: Lookup, sessions: Sequence[Session]) -> Said:
    """Every line of every calendar but races, the mistakes of single lines told."""
    said = Said([], [], [], [])
    known = {fold(session.name): session for session in sessions}
    for number, piece in enumerate(_lines(r.file), 1):
        if not check_calendar(r, piece, number):
            break
        line = _LINES.get(type(piece.node))
        if line is not None:
            line(r, piece, said, known)
    _check_rests(r, said)
    return said


def _lines(file: n.File) -> Iterator[n.Piece[n.Node]]:
    for statement in file.statements:
        if isinstance(statement.head.node, n.CalendarHead):
            yield from statement.clauses
            yield from (child.head for child in statement.children)


Known = dict[str, Session]


def _rest(r: Lookup, piece: n.Piece[n.Node], said: Said, _: Known) -> None:
    node = cast(n.RestOn, piece.node)
    dates = frozenset(date for word in node.dates if (date := r.date(piece, word)))
    said.rests.append((piece, RestDays(frozenset(node.days), dates, r.because(piece))))


def _check_rests(r: Lookup, said: Said) -> None:
    """Somebody has to train some time, and says once when not."""
    seen: dict[int | dt.date, n.Piece[n.Node]] = {}
    for piece, rest in said.rests:
        days: list[int | dt.date] = [*rest.weekdays, *rest.dates]
        again = [day for day in days if day in seen]
        if again:
            r.notes.error(
                "E312", "a rest day said twice", piece.span, "which one holds?",
                labels=[Label(seen[again[0]].span, "the first one is here")],
                hint="keep one of the two lines",
            )  # fmt: skip
        seen |= dict.fromkeys(days, piece)
        if seen.keys() >= set(range(7)) and len(rest.weekdays) < 7:
            r.notes.error(
                "E490", "every day is a rest day", piece.span, "nothing could be planned",
                hint="leave a weekday free; for a break write: skip 2026-12-24 to 2027-01-01",
            )  # fmt: skip


def _span(
    r: Lookup, piece: n.Piece[n.Node], first: n.Word, last: n.Word | None
) -> tuple[dt.date, dt.date] | None:
    """The days from one to the other; None where there are none."""
    begins = r.date(piece, first)
    ends = r.date(piece, last) if last else begins
    if begins is None or ends is None:
        return None
    if ends < begins:
        return None  # which reading the line has told
    return begins, ends


def _session(
    r: Lookup, piece: n.Piece[n.Node], word: n.Word | None, known: Known
) -> tuple[bool, str | None]:
    """Whether the session may be named here, and its key (None: no session is named)."""
    if word is None:
        return True, None
    session = known.get(fold(word.text))
    if session is None:
        r.unknown("E313", "session", piece, word, [s.name for s in known.values()])
        return False, None
    if session.race is not None:
        r.notes.error(
            "E488", f"{session.name} is a race", piece.at(word), "it stays where it is announced",
            hint="change the date in its own line, or leave that line out",
        )  # fmt: skip
        return False, None
    return True, session.key


def _skip(r: Lookup, piece: n.Piece[n.Node], said: Said, known: Known) -> None:
    node = cast(n.SkipDays, piece.node)
    span = _span(r, piece, node.first, node.last)
    fits, key = _session(r, piece, node.session, known)
    if span and fits:
        said.changes.append(Days(piece, *span, key))


def _move(r: Lookup, piece: n.Piece[n.Node], said: Said, known: Known) -> None:
    node = cast(n.MoveDay, piece.node)
    date, to = r.date(piece, node.date), r.date(piece, node.to)
    time = r.time(piece, node.time) if node.time else None
    fits, key = _session(r, piece, node.session, known)
    if date is None or to is None or not fits or (date == to and time is None):
        return  # that nothing moves, reading the line has told
    said.changes.append(Days(piece, date, to, key, time))


def _swap(r: Lookup, piece: n.Piece[n.Node], said: Said, _: Known) -> None:
    node = cast(n.SwapDays, piece.node)
    if node.dates is not None:
        first, second = (r.date(piece, word) for word in node.dates)
        if first and second and first != second:
            said.changes.append(Days(piece, first, second))
    elif node.days is not None and node.days[0] != node.days[1]:
        said.weekly.append(piece)


def _note(r: Lookup, piece: n.Piece[n.Node], said: Said, _: Known) -> None:
    node = cast(n.DayNote, piece.node)
    span = _span(r, piece, node.first, node.last)
    if span:
        said.notes.append(Days(piece, *span))


_LINES: dict[type[n.Node], Callable[[Lookup, n.Piece[n.Node], Said, Known], None]] = {
    n.RestOn: _rest,
    n.SkipDays: _skip,
    n.MoveDay: _move,
    n.SwapDays: _swap,
    n.DayNote: _note,
}


def in_plan(r: Lookup, plan: Plan, said: Said) -> Said:
    """The lines whose days the plan has, swaps of weekdays as swaps of dates."""
    changes = said.changes.copy()
    for piece in said.weekly:
        changes += _weekly(r, plan, piece)
        if not check_calendar(r, piece, len(changes)):
            break
    for piece, rest in said.rests:
        for date in sorted(rest.dates):
            _inside(r, plan, Days(piece, date, date))
    changes = [days for days in changes if _inside(r, plan, days)]
    notes = [days for days in said.notes if _inside(r, plan, days)]
    _check_notes(r, plan, [*notes, *(days for days in changes if _is_noted(days))])
    return Said(said.rests, changes, [], notes)


def _is_noted(days: Days) -> bool:
    """Whether the reason of a skip is a note on its days."""
    node = days.piece.node
    return isinstance(node, n.SkipDays) and days.session is None and node.reason is not None


def _check_notes(r: Lookup, plan: Plan, notes: list[Days]) -> None:
    """No more days have a note than an athlete reads."""
    noted = 0
    for days in notes:
        noted += (min(days.last, plan.ends) - max(days.first, plan.starts)).days + 1
        if not check_calendar(r, days.piece, 1, noted):
            return


def _inside(r: Lookup, plan: Plan, days: Days) -> bool:
    """Whether the plan has these days: of a span at least one, else both."""
    first, last = days.first, days.last
    if isinstance(days.piece.node, n.MoveDay | n.SwapDays):
        outside = [date for date in (first, last) if not plan.starts <= date <= plan.ends]
    else:
        outside = [first] if last < plan.starts or first > plan.ends else []
    if not outside:
        return True
    before = outside[0] < plan.starts
    message = f"{outside[0]} is {'before' if before else 'after'} the plan"
    label = f"the plan starts on {plan.starts}" if before else f"the plan ends on {plan.ends}"
    if _is_elsewhere(r, plan) and not any(plan.starts <= d <= plan.ends for d in (first, last)):
        r.notes.warning(
            "W551", message, days.piece.span, label,
            hint="this first day is not written in the plan: here the line changes nothing",
        )  # fmt: skip
        return False
    r.notes.error(
        "E480", message, days.piece.span, label, hint="look at the year; or leave the line out"
    )
    return False


def _is_elsewhere(r: Lookup, plan: Plan) -> bool:
    """Whether the plan begins on another day than it names, or names none: it moves with a race."""
    heads = (s for s in r.file.statements if isinstance(s.head.node, n.PlanHead))
    nodes = (child.head.node for head in heads for child in head.children)
    named = [x.date.text for x in nodes if isinstance(x, n.HeaderDate) and x.key == "starts"]
    return not named or named[0] != plan.starts.isoformat()


def _weekly(r: Lookup, plan: Plan, piece: n.Piece[n.Node]) -> Iterator[Days]:
    """`swap tue with thu in week 3`: the days of each week that it names."""
    node = cast(n.SwapDays, piece.node)
    pair = node.days or (0, 0)
    last = plan.week(plan.ends)
    for count in node.weeks:
        if not 1 <= count.low <= count.high <= last:
            r.notes.error(
                "E480", f"there is no week {max(count.low, count.high)}", piece.at(node.word),
                f"the plan has weeks 1 to {last}",
                hint="count the weeks from the plan's first; lower first: weeks 3-4",
            )  # fmt: skip
            return
        for week in range(count.low, count.high + 1):
            begin = plan.first_day(week)
            dates = [begin + dt.timedelta(days=(day - begin.weekday()) % 7) for day in pair]
            missing = [d for d in dates if not plan.starts <= d <= plan.ends]
            if missing:
                r.notes.error(
                    "E480", f"week {week} has no {_DAYS[missing[0].weekday()]}",
                    piece.at(node.word), f"the plan is from {plan.starts} to {plan.ends}",
                    hint="swap two days of the plan: swap 2026-12-08 with 2026-12-10",
                )  # fmt: skip
                return
            yield Days(piece, dates[0], dates[1])
