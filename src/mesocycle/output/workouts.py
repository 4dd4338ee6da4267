"""One session of a programme, for formats of which a file holds one workout.

The next one, unless the options `on` and `session` (put `CHOICE` among your options) name
another. What was stopped, or left out, is never given.

    session = choose(programme, context, wanted=lambda each: ..., what="a run or a ride")
    if isinstance(session, Rendered):
        return session
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from mesocycle.output.model import Context, Option, Rendered
from mesocycle.output.text import one_line
from mesocycle.programme import Programme, Session

#: The options by which people pick another session.
CHOICE = (
    Option(
        name="on",
        type="text",
        default="",
        help="the session of this day, as in 2026-12-07; the next one if nothing is said",
    ),
    Option(
        name="session",
        type="text",
        default="",
        help="a session of this name, the next one unless a day is said too",
    ),
)

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def choose(
    programme: Programme, context: Context, wanted: Callable[[Session], bool], what: str
) -> Session | Rendered:
    """The session to make a workout of, or why there is none.

    `wanted` tells which sessions the format can hold at all, and `what` what that is: "a run".
    Where no day is said it is the first that is still to be done on or after the day that the
    programme was compiled for. A stop on the way to it ends the search: nothing is handed out
    for after a red flag.
    """
    day, name = context.text("on").strip(), one_line(context.text("session"))
    if day and not _DAY.fullmatch(day):
        return Rendered.refused(f"{day!r:.60} is no day", "write it as in 2026-12-07")
    sessions = [*programme.sessions, *programme.todo]
    if name:
        sessions = [each for each in sessions if _key(each.name) == _key(name)]
        if not sessions:
            return Rendered.refused(f"there is no session {name!r:.60}", _names(programme))
    return _on(sessions, day, wanted, what) if day else _next(programme, sessions, wanted, what)


def _on(
    sessions: Iterable[Session], day: str, wanted: Callable[[Session], bool], what: str
) -> Session | Rendered:
    from mesocycle.output.wording import takes_place  # only when a workout is made

    there = [each for each in sessions if each.date == day]
    if not there:
        return Rendered.refused(f"there is no such session on {day}")
    for session in there:
        if session.status == "stopped":
            return _stopped(session)
    for session in there:
        if takes_place(session) and wanted(session):
            return session
    left_out = [each for each in there if not takes_place(each)]
    if left_out and len(left_out) == len(there):
        return Rendered.refused(_why(left_out[0]))
    return Rendered.refused(f"there is not {what} on {day}")


def _next(
    programme: Programme, sessions: Iterable[Session], wanted: Callable[[Session], bool], what: str
) -> Session | Rendered:
    from mesocycle.output.wording import to_do  # as above

    today = programme.as_of or programme.starts
    left = [each for each in sessions if each.date is None or each.date >= today]
    stop = next((each for each in programme.sessions if _stops(each, today)), None)
    for session in left:
        if stop and (session.date is None or session.date >= (stop.date or "")):
            return _stopped(stop)
        if to_do(session) and wanted(session):
            return session
    if stop:
        return _stopped(stop)
    return Rendered.refused(f"from {today} on there is not {what}")


def _stops(session: Session, today: str) -> bool:
    return session.status == "stopped" and (session.date or today) >= today


def _stopped(session: Session) -> Rendered:
    hint = "no workout is made of a session that is stopped; delete the file of an earlier build"
    return Rendered.refused(_why(session), hint)


def _why(session: Session) -> str:
    reason = one_line(session.reason or "")
    return f"{one_line(session.name):.60} on {session.date} is {session.status}" + (
        f": {reason}" if reason else ""
    )


def _key(name: str) -> str:
    return one_line(name).casefold()


def _names(programme: Programme) -> str:
    names = dict.fromkeys(one_line(each.name) for each in programme.sessions)
    return f"there are {', '.join(list(names)[:10])}" if names else "there are none at all"
