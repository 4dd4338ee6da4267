"""Schedules: the parts after a session's name become one timing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any, cast

import msgspec

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.model import fold
from mesocycle.catalogue.words import ACTIVITIES
from mesocycle.compiler.calendar.solver import apart_in_days, spread
from mesocycle.compiler.checked import Apart, Beside, Days, Timing
from mesocycle.compiler.resolve.outline import Lines, Place, weeks_of
from mesocycle.syntax import nodes as n

Facts = dict[str, Any]
Keys = dict[str, str]


class When(msgspec.Struct, frozen=True):
    """When a session happens, what it keeps away from, and the weeks in which it stands."""

    timing: Timing
    apart: tuple[Apart, ...]
    place: Place


def resolve(
    r: Lookup, piece: n.Piece[n.Node], keys: Keys, place: Place, *, optional: bool = False
) -> When:
    """The timing of a session's or a rotation's head, which stands in `place`.

    `keys` are the sessions' keys by folded name. `optional`: it needs no days of its own.
    """
    head = cast(n.SessionHead | n.RotationHead, piece.node)
    facts: Facts = {}
    apart: list[Apart] = []
    _check_once(r, piece, head.schedule)
    for when in head.schedule:
        if isinstance(when, n.NotWithin):
            found = resolve_apart(r, piece, when)
            apart.extend([found] if found else [])
        elif isinstance(when, n.InWeeks):
            there = place if place.phase else Lines()  # the plan may be longer elsewhere
            place = place.within(weeks_of(r, piece, when.weeks, when.word, there))
        elif type(when) in _PARTS:
            _PARTS[type(when)](r, piece, when, facts, keys)
    if isinstance(head, n.SessionHead):
        _whole(r, piece, head, facts, optional=optional)
    else:
        _turns(r, piece, facts)
    return When(Timing(weeks=place.of_plan(), **facts), tuple(apart), place)


#: What can be said once of a schedule, and what it is called.
_ONCE: dict[type[n.Node], str] = {
    n.At: "the time",
    n.Lasting: "the length",
    n.PartOfDay: "the part of the day",
    n.InWeeks: "the weeks",
    n.Whenever: "the trigger",
}


def _check_once(r: Lookup, piece: n.Piece[n.Node], schedule: tuple[n.When, ...]) -> None:
    """Note what a schedule says more than once."""
    count = Counter[type[n.Node]](type(when) for when in schedule)
    for kind, name in _ONCE.items():
        if count[kind] > 1:
            r.notes.error(
                "E312", f"{name} said twice", piece.span, "which one holds?",
                hint="keep one of the two",
            )  # fmt: skip


def resolve_apart(r: Lookup, piece: n.Piece[n.Node], when: n.NotWithin) -> Apart | None:
    """`not within 60min before a run`."""
    activity = activity_of(r, piece, when.activity)
    if activity is None:
        return None
    return Apart(when.seconds, when.relation, activity, r.because(piece))


def activity_of(r: Lookup, piece: n.Piece[n.Node], word: n.Word) -> str | None:
    """An activity's name (`run`, `walk`, …); an unknown one is a mistake."""
    name = fold(word.text)
    name = {"runs": "run", "walks": "walk", "running": "run", "walking": "walk"}.get(name, name)
    if name in ACTIVITIES:
        return "run" if name == "jog" else name
    r.unknown("E206", "activity", piece, word, ACTIVITIES)
    return None


def _whole(
    r: Lookup, piece: n.Piece[n.Node], head: n.SessionHead, facts: Facts, *, optional: bool
) -> None:
    """A session needs days, or something to hang on; a time needs a day."""
    hangs = facts.get("beside") or facts.get("any_time") or facts.get("trigger")
    unread = any(isinstance(when, n.Unread) for when in head.schedule)
    timed = facts.get("days") or hangs or optional
    if not timed and not unread and "failed" not in facts:
        r.notes.error(
            "E308", f"nothing says when {head.name.text} happens", piece.at(head.name), "no days",
            hint="add days: on mon, wed, fri; every day; 3 times a week; or: any time",
        )  # fmt: skip
    if facts.get("days") and facts.get("trigger"):
        r.notes.error(
            "E309", "days and a trigger", piece.span, "`whenever` has no days",
            hint="keep the days, or keep `whenever`; make two sessions of it if both are meant",
        )  # fmt: skip
    if facts.get("any_time") and (facts.get("days") or facts.get("times")):
        r.notes.error(
            "E309", "any time, and a day or an hour", piece.span, "which one holds?",
            hint="keep `any time`, or keep the days and times",
        )  # fmt: skip
    facts.pop("failed", None)


def _turns(r: Lookup, piece: n.Piece[n.Node], facts: Facts) -> None:
    """A rotation needs days: its sessions take turns on them."""
    failed = facts.pop("failed", None)
    if "days" not in facts and failed is None:
        r.notes.error(
            "E346", "a rotation without days", piece.span, "on which days do they take turns?",
            hint='write: rotation "A", "B" on mon, wed, fri',
        )  # fmt: skip
    elif any(facts.pop(key, None) for key in ("beside", "any_time", "trigger")):
        r.notes.error(
            "E309", "two rules for the days of a rotation", piece.span, "which one holds?",
            hint="keep the days, and leave the rest out",
        )  # fmt: skip


def _days(r: Lookup, piece: n.Piece[n.Node], facts: Facts, days: Days) -> None:
    if facts.get("days"):
        r.notes.error(
            "E309", "two rules for the days of one session", piece.span, "which one holds?",
            hint="keep one of: on mon, …; on day 1, …; on DATE; every N days; N times a week",
        )  # fmt: skip
    facts["days"] = days


def _on_days(r: Lookup, piece: n.Piece[n.Node], when: n.When, facts: Facts, _: Keys) -> None:
    days = tuple(sorted(set(cast(n.OnDays, when).days)))
    _days(r, piece, facts, Days("weekdays", days))


def _on_dates(r: Lookup, piece: n.Piece[n.Node], when: n.When, facts: Facts, _: Keys) -> None:
    found = [r.date(piece, word) for word in cast(n.OnDates, when).dates]
    known = sorted({date.toordinal() for date in found if date})
    if len(known) < len(found):
        facts["failed"] = True
    if known:
        _days(r, piece, facts, Days("dates", tuple(known)))


def _on_day(r: Lookup, piece: n.Piece[n.Node], when: n.When, facts: Facts, _: Keys) -> None:
    node = cast(n.OnDay, when)
    if all(1 <= day <= 7 for day in node.days):
        _days(r, piece, facts, Days("plan days", tuple(sorted({day - 1 for day in node.days}))))
        return
    facts["failed"] = True
    r.notes.error(
        "E310", "a plan's week has days 1 to 7", piece.at(node.word), "no such day",
        hint="day 1 is the weekday on which the plan starts",
    )  # fmt: skip


def _every(r: Lookup, piece: n.Piece[n.Node], when: n.When, facts: Facts, _: Keys) -> None:
    _days(r, piece, facts, Days("every", (cast(n.Every, when).days,)))


def _times_a_week(r: Lookup, piece: n.Piece[n.Node], when: n.When, facts: Facts, _: Keys) -> None:
    node = cast(n.TimesAWeek, when)
    if spread(node.times, node.apart_s or 0) is not None:
        found = (node.times, apart_in_days(node.apart_s or 0))
        _days(r, piece, facts, Days("times a week", found))
        return
    facts["failed"] = True
    apart = f", {(node.apart_s or 0) // 3600}h apart," if node.apart_s else ""
    r.notes.error(
        "E311", f"{node.times} times a week{apart} do not fit into a week", piece.at(node.word),
        "a week has seven days",
        hint="fewer times, or closer together; several a day: every day at 08:00, 20:00",
    )  # fmt: skip


def _pattern(r: Lookup, piece: n.Piece[n.Node], when: n.When, facts: Facts, _: Keys) -> None:
    node = cast(n.OnOff, when)
    _days(r, piece, facts, Days("pattern", (node.on, node.off)))


def _at(r: Lookup, piece: n.Piece[n.Node], when: n.When, facts: Facts, _: Keys) -> None:
    times = [r.time(piece, word) for word in cast(n.At, when).times]
    facts["times"] = tuple(sorted({time for time in times if time}))


def _for(r: Lookup, piece: n.Piece[n.Node], when: n.When, facts: Facts, _: Keys) -> None:
    seconds = cast(n.Lasting, when).seconds
    if seconds < 1:
        r.notes.error(
            "E310", "a session of no length", piece.span, "0 minutes", hint="write: for 40min"
        )
    facts["minutes"] = max(1, round(seconds / 60))


def _part(_r: Lookup, _p: n.Piece[n.Node], when: n.When, facts: Facts, _: Keys) -> None:
    facts["part"] = cast(n.PartOfDay, when).part


def _beside(r: Lookup, piece: n.Piece[n.Node], when: n.When, facts: Facts, keys: Keys) -> None:
    node = cast(n.Beside, when)
    key = keys.get(fold(node.session.text))
    if key is None:
        own = piece.node.name.text if isinstance(piece.node, n.SessionHead) else ""
        names = [name for name in keys if name != fold(own)]
        r.unknown("E313", "session", piece, node.session, names)
        facts["failed"] = True
        return
    facts["beside"] = (*facts.get("beside", ()), Beside(node.relation, session=key))


def _every_run(r: Lookup, piece: n.Piece[n.Node], when: n.When, facts: Facts, _: Keys) -> None:
    node = cast(n.BesideEvery, when)
    activity = activity_of(r, piece, node.activity)
    facts["failed"] = True
    if activity:
        facts["beside"] = (*facts.get("beside", ()), Beside(node.relation, activity=activity))


def _any_time(_r: Lookup, _p: n.Piece[n.Node], _w: n.When, facts: Facts, _: Keys) -> None:
    facts["any_time"] = True


def _whenever(_r: Lookup, _p: n.Piece[n.Node], when: n.When, facts: Facts, _: Keys) -> None:
    facts["trigger"] = cast(n.Whenever, when).trigger.text


_PARTS: dict[type[n.Node], Callable[[Lookup, n.Piece[n.Node], n.When, Facts, Keys], None]] = {
    n.OnDays: _on_days,
    n.OnDates: _on_dates,
    n.OnDay: _on_day,
    n.Every: _every,
    n.TimesAWeek: _times_a_week,
    n.OnOff: _pattern,
    n.At: _at,
    n.Lasting: _for,
    n.PartOfDay: _part,
    n.Beside: _beside,
    n.BesideEvery: _every_run,
    n.AnyTime: _any_time,
    n.Whenever: _whenever,
}
