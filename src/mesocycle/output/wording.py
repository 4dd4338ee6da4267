"""The programme in words: times, days, and whole schemes, as a sheet or a calendar says them.

Outputs need not use these; those that do speak alike. English, the same on every machine.
`heading`, `ramp`, `work` and `after` are what there is to say of a block and its items.
"""

from __future__ import annotations

from datetime import date, datetime

from mesocycle.output.amounts import (
    count,
    distance,
    distances,
    duration,
    mass,
    number,
    short_time,
)
from mesocycle.output.blocks import after, heading, ramp, work
from mesocycle.output.lengths import in_all, length, summary
from mesocycle.output.sets import scheme
from mesocycle.output.stretches import Row, outline, segment, segment_cues, segments
from mesocycle.programme import Session

__all__ = [
    "PROVISIONAL", "Row", "after", "count", "day", "distance", "distances", "duration",
    "exercise_names", "gist", "heading", "in_all", "length", "mass", "number", "outline", "ramp",
    "scheme", "segment", "segment_cues", "segments", "short_time", "status", "summary",
    "takes_place", "time_of_day", "title", "to_do", "to_log", "why_not", "work",
]  # fmt: skip

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_STATUS = {
    "planned": "", "assessment": "Assessment", "done": "Done", "missed": "Missed",
    "moved": "Moved", "skipped": "Skipped", "stopped": "Stopped",
}  # fmt: skip

#: What it means that a session is provisional.
PROVISIONAL = "Provisional: the numbers assume that the sessions before it go as planned."

_LOG_SETS = (
    "To log: every set as done, left and right apart; pain 0-10; whether the form held; how hard "
    "it felt; pain next morning."
)
_LOG_LOADS = (
    "To log: reps and load of every set as done; how hard the last one was (RPE); pain 0-10; "
    "whether the form held."
)
_LOG_SCORE = "To log: your time, or rounds and reps; the loads; pain 0-10."
_LOG_DISTANCE = (
    "To log: time and distance as done; how hard it felt (RPE 0-10); pain 0-10, and where; pain "
    "next morning."
)
_LOG_RACE = "To log: your time; how hard it was (RPE 0-10); pain 0-10, and where."


#: Two stretches are told in one line if they fit into so many letters.
_LONG = 70


def day(iso: str, *, short: bool = False, year: bool = False) -> str:
    """`Monday 7 December`, short `Mon 7 Dec`, with the year `Monday 7 December 2026`."""
    when = date.fromisoformat(iso)
    weekday, month = _WEEKDAYS[when.weekday()], _MONTHS[when.month - 1]
    words = [weekday[:3], str(when.day), month[:3]] if short else [weekday, str(when.day), month]
    return " ".join([*words, str(when.year)] if year else words)


def time_of_day(session: Session) -> str:
    """`07:00`, or `before bed`, or nothing."""
    if session.start:
        return f"{datetime.fromisoformat(session.start):%H:%M}"
    return (session.slot or "").replace("_", " ")


def status(session: Session) -> str:
    """The session's status in a word; nothing for one that is simply planned.

    One that was broken off is done in part; one that no plan had is done unplanned.
    """
    words = [_STATUS[session.status]]
    words += ["unplanned"] if session.unplanned else []
    words += ["in part"] if session.partial else []
    return ", ".join(words)


def title(session: Session) -> str:
    """The session's name; of a race, that it is one."""
    race = session.race and not session.name.casefold().startswith("race")
    return f"Race: {session.name}" if race else session.name


def why_not(session: Session) -> str:
    """Why a session is left out, as a sentence: `Skipped: Christmas.`; nothing if nobody says."""
    reason = (session.reason or "").strip()
    if not reason or reason.endswith((".", "!", "?", "…")):
        return reason
    return f"{status(session) or 'Not done'}: {reason}."


def takes_place(session: Session) -> bool:
    """Whether there is anything to do: it was neither skipped nor stopped."""
    return session.status not in ("skipped", "stopped")


def to_do(session: Session) -> bool:
    """Whether it takes place and is not in the past."""
    return session.status in ("planned", "assessment", "moved")


def exercise_names(session: Session) -> list[str]:
    """The exercises of a session in order, each once."""
    items = (item for block in session.blocks for item in block.items)
    return list(dict.fromkeys(item.exercise.name for item in items if item.exercise))


def gist(session: Session, most: int = 3) -> str:
    """What a session is about, in a line: its exercises, or else its main stretch."""
    names = exercise_names(session)
    if names:
        more = f" and {len(names) - most} more" if len(names) > most else ""
        return ", ".join(names[:most]) + more
    main = [
        each for block in session.blocks if block.kind == "endurance" for each in block.segments
    ]
    told = segments(main, brief=True)
    if len(told) < 2 or (len(told) == 2 and sum(map(len, told)) <= _LONG):
        return ", then ".join(told)
    repeats = (words for words in told if " × " in words)
    return f"{next(repeats, told[0])}, and more"


def to_log(session: Session) -> str:
    """What the next session is decided from; nothing if there is nothing to do."""
    if exercise_names(session):
        items = [item for block in session.blocks for item in block.items]
        if all(block.kind in ("for_time", "amrap") for block in session.blocks if block.items):
            return _LOG_SCORE
        return _LOG_LOADS if any(s.load for item in items for s in item.sets) else _LOG_SETS
    if session.race:
        return _LOG_RACE
    return _LOG_DISTANCE if any(block.segments for block in session.blocks) else ""
