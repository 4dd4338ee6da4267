"""Parsers of others: what each says of the feed. Each is a second opinion, and none sees all.

`asking` runs each in a process of its own, because a rule that repeats every second for ever
keeps some of them busy for ever.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable

import msgspec


class Reader(msgspec.Struct, frozen=True):
    """A parser: its distribution, who else reads so, and how many events it sees.

    `extra`: it comes with `mesocycle[readers]`; of others nobody is told that they are missing.
    `count` raises whatever the parser objects with, ImportError if it is not installed.
    """

    name: str
    known_as: str
    count: Callable[[bytes], int]
    expands: bool = False
    extra: bool = True


def _icalendar(data: bytes) -> int:
    from icalendar import Calendar

    calendar = Calendar.from_ical(data)
    for part in calendar.walk():
        for error in part.errors:
            raise ValueError(f"{part.name}: {error[1]}")
        required: tuple[str, ...] = part.required
        if lacking := [name for name in required if name not in part]:
            raise ValueError(f"{part.name} lacks {lacking[0]}")
        single: tuple[str, ...] = part.singletons
        if twice := [name for name in single if isinstance(part.get(name), list)]:
            raise ValueError(f"{part.name} has {twice[0]} twice")
    if missing := calendar.get_missing_tzids():
        raise ValueError(f"no VTIMEZONE for {min(missing)}")
    for event in calendar.events:
        _ = event.end  # works the duration out, and raises on nonsense
    return len(calendar.events)


def _ical(data: bytes) -> int:
    from ical.calendar_stream import IcsCalendarStream
    from ical.exceptions import CalendarParseError

    try:
        return len(IcsCalendarStream.calendar_from_ics(data.decode()).events)
    except CalendarParseError as error:
        raise ValueError(error.detailed_error or str(error)) from None


def _vobject(data: bytes) -> int:
    import vobject  # type: ignore[import-untyped] # it has none

    calendar = vobject.readOne(data.decode())
    calendar.validate(raiseException=True)
    return len(calendar.contents.get("vevent", []))


def _recurring(data: bytes) -> int:
    import recurring_ical_events  # type: ignore[import-untyped] # nor this
    from icalendar import Calendar

    occurrences = recurring_ical_events.of(Calendar.from_ical(data)).between(1990, 2090)
    return len(list(occurrences))


#: Who is asked, in this order.
READERS = (
    Reader("icalendar", "icalendar", _icalendar),
    Reader("ical", "ical (Home Assistant)", _ical),
    Reader("vobject", "vobject", _vobject),
    Reader("recurring-ical-events", "recurring-ical-events", _recurring, expands=True, extra=False),
)


class Opinion(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one reader says: how many events it sees, why it refuses, or that it is not here.

    `late`: it gave no answer in time.
    """

    reader: str
    events: int | None = None
    refused: str | None = None
    missing: bool = False
    late: bool = False


def opinion(reader: Reader, data: bytes) -> Opinion:
    """What `reader` says, in this process."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return Opinion(reader.name, events=reader.count(data))
        except ImportError:
            return Opinion(reader.name, missing=True)
        except Exception as error:  # noqa: BLE001 -- its objection is what is asked for
            return Opinion(reader.name, refused=_reason(error))


def _reason(error: Exception) -> str:
    """The first lines of what it says, on one line."""
    text = " ".join(str(error).split()) or type(error).__name__
    # Without what pydantic adds for programmers.
    text = re.sub(r"\b[0-9]+ validation errors? for ", "", text.partition(" [type=")[0])
    text = text.replace("Value error, ", "")
    # vobject counts every CR LF as two lines.
    text = re.sub(r"^At line [0-9]+: ", "", text)
    return text if len(text) <= 200 else text[:199] + "…"
