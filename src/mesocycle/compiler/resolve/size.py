"""Size: plans of which nobody could write a line, counted before anything is made of them.

Each limit is many times what the longest real programme needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from mesocycle.catalogue.lookup import Lookup
from mesocycle.compiler.checked import Group, Item, Manner, Session, Stretch
from mesocycle.syntax import nodes as n

#: Lines of one session.
MOST_IN_SESSION: Final = 300

#: Sessions, each counted as often as it is written.
MOST_SESSIONS: Final = 1_000

#: Lines of all sessions, each counted once more for every change by week that it inherits.
MOST_LINES: Final = 10_000

#: Sets that one line may have in one session.
MOST_SETS: Final = 500

#: What all sessions of a plan may unfold into: lines, and their sets.
MOST_UNFOLDED: Final = 50_000
MOST_SETS_UNFOLDED: Final = 500_000

#: Rules, stages and variables of one progression.
MOST_RULES: Final = 200

#: Lines of all calendars, a swap of weekdays counted once a week; days that have a note.
MOST_CHANGES: Final = 1_000
MOST_NOTED: Final = 20_000

#: Seconds of a day: no group takes longer.
DAY_S: Final = 24 * 3600

_SMALLER = "make a plan of its own of each part"


def too_large(r: Lookup) -> bool:
    """Whether the plan's lines are more than any plan has; noted if so."""
    lines = sessions = 0
    for statement in r.file.statements:
        if isinstance(statement.head.node, n.SessionHead | n.PhaseHead | n.WeeksHead):
            for session in _sessions(statement):
                own, longest = _weight(session, 0), _leaves(session)
                if longest > MOST_IN_SESSION:
                    _tell(r, session.head, f"a session of {longest} lines", MOST_IN_SESSION)
                    return True
                lines += own
                sessions += 1
            if sessions > MOST_SESSIONS:
                most = f"{MOST_SESSIONS:,}"
                r.notes.error(
                    "E358", f"more than {most} sessions", statement.head.span,
                    f"{most} at most, each as often as it is written", hint=_SMALLER,
                )  # fmt: skip
                return True
            if lines > MOST_LINES:
                _tell(r, statement.head, f"more than {MOST_LINES:,} lines", MOST_LINES)
                return True
    return False


def _tell(r: Lookup, head: n.Piece[n.Node], what: str, most: int) -> None:
    r.notes.error(
        "E358", what, head.span, f"{most:,} at most, changes by week included", hint=_SMALLER
    )


def _sessions(statement: n.Statement) -> Iterator[n.Statement]:
    """The sessions of a statement: itself, or those of a phase or week."""
    if isinstance(statement.head.node, n.SessionHead):
        yield statement
    elif isinstance(statement.head.node, n.PhaseHead | n.WeeksHead):
        for child in statement.children:
            yield from _sessions(child)


def _nested(statement: n.Statement) -> bool:
    return isinstance(statement.head.node, n.WeekOf | n.AtRung)


def _leaves(statement: n.Statement) -> int:
    """The lines of a session, those of its groups included."""
    return sum(
        _leaves(child) if isinstance(child.head.node, n.GroupHead) else 1
        for child in statement.children
        if not _nested(child)
    )


def _weight(statement: n.Statement, above: int) -> int:
    """The lines below a statement, each with the `above` changes by week that it inherits."""
    own = sum(map(_nested, statement.children))
    return own + sum(
        1 + above + own + _weight(child, above + own)
        for child in statement.children
        if not _nested(child)
    )


def check_sets(r: Lookup, head: n.Piece[n.Node], item: Item) -> None:
    """Note a line with more sets than a session has room for."""
    sets = sets_of(item)
    if sets > MOST_SETS:
        r.notes.error(
            "E358", f"{sets:,} sets on one line", head.span, f"{MOST_SETS} at most",
            hint="is a digit too many? 5x5 is five sets",
        )  # fmt: skip


def check_rules(r: Lookup, head: n.Piece[n.Node], parts: int) -> bool:
    """Whether a progression of so many rules, stages and variables is one; noted if not."""
    if parts <= MOST_RULES:
        return True
    r.notes.error(
        "E359", f"a progression of {parts:,} lines", head.span,
        f"{MOST_RULES} rules, stages and variables at most",
        hint="make several progressions of it, one for each kind of line",
    )  # fmt: skip
    return False


def check_calendar(r: Lookup, piece: n.Piece[n.Node], lines: int, noted: int = 0) -> bool:
    """Whether a calendar of so many lines, and of so many notes of days, is one; noted if not."""
    if lines <= MOST_CHANGES and noted <= MOST_NOTED:
        return True
    many = lines > MOST_CHANGES
    what = f"{MOST_CHANGES:,} lines" if many else f"{MOST_NOTED:,} days with a note"
    r.notes.error(
        "E358", f"a calendar of more than {what}", piece.span, "too many from here on",
        hint="one line can speak of many days: skip 2026-12-24 to 2027-01-01"
        if many else "say it once, in a line of the header: about \"…\"",
    )  # fmt: skip
    return False


def unfolded(sessions: Iterable[Session]) -> str | None:
    """What a plan with these sessions, one a slot, has too many of; None where nothing."""
    sizes: dict[int, tuple[int, int]] = {}
    lines = sets = 0
    for session in sessions:
        size = sizes.get(session.index)
        if size is None:
            size = sizes[session.index] = _size(session)
        lines, sets = lines + size[0], sets + size[1]
        if lines > MOST_UNFOLDED:
            return f"{MOST_UNFOLDED:,} lines of sessions"
        if sets > MOST_SETS_UNFOLDED:
            return f"{MOST_SETS_UNFOLDED:,} sets"
    return None


def _size(session: Session) -> tuple[int, int]:
    """The lines of a session and their sets; of a choice, those of its largest.

    A line counts once more for every ten rules, all of which may fire each time.
    """
    options = [_size(each) for each in session.options]
    lines, sets = max(options, default=(0, 0))
    lines += sum(_legs(item) + _rules(item.manner) // 10 for item in session.items)
    return lines, sets + sum(sets_of(item) for item in session.items)


def sets_of(item: Item) -> int:
    """The most sets that a line can come to in one session."""
    manners = [item.manner]
    manners += [each.manner for each in item.weekly] + [each.manner for each in item.rungs]
    schemes = [each.scheme for each in manners]
    for progress in (each.progress for each in manners):
        schemes += [stage.scheme for stage in progress.stages] if progress else []
    most = max((_sets(scheme) for scheme in schemes if scheme), default=1)
    steps = [step for each in manners if each.progress for step in each.progress.steps]
    most = max([most, *(step.to for step in steps if step.what == "sets" and step.to)])
    warmups = max((sum(g.sets.high for g in each.warmup if g.sets) for each in manners), default=0)
    return warmups + max(most, _rounds(item.group) if most == 1 else 0)


def _legs(item: Item) -> int:
    """How many lines a line comes to: a stretch has its legs, everything else is one."""
    if not isinstance(item.what, Stretch):
        return 1
    courses = [each.manner.course for each in item.weekly]
    courses += [each.manner.course for each in item.conditionals]
    return max(sum(1 for _ in one.each()) for one in (item.what, *courses) if one)


def _rules(manner: Manner) -> int:
    return len(manner.progress.rules) if manner.progress else 0


def _sets(scheme: n.Scheme) -> int:
    return sum(group.sets.high if group.sets else 1 for group in scheme.groups)


def _rounds(group: Group | None) -> int:
    """How often a group comes round, as far as its own line says."""
    if group is None:
        return 1
    if group.rounds or not (group.seconds and group.each):
        return group.rounds or 1
    return group.seconds // (group.each + (group.off or 0))
