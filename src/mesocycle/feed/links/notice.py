"""What a revoked link shows for a while: a calendar with one event that says so.

An error would leave the old events in many programs, for ever in some of them; a calendar with
one other event takes their place everywhere.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from uuid import NAMESPACE_URL, uuid5

import msgspec

from mesocycle.feed.model import Body, Link
from mesocycle.output import wording
from mesocycle.programme import DISCLAIMER

#: How long the notice is shown; then the link is gone (RFC 9110 15.5.11).
SHOWN_FOR = timedelta(days=30)

_PRODID = "-//mesocycle//ical//EN"
_NAME = "Training (link ended)"
_DAY = timedelta(days=1)


def is_gone(link: Link, now: datetime) -> bool:
    """Whether the link has been revoked for so long that not even the notice is shown."""
    return link.revoked is not None and now - link.revoked >= SHOWN_FOR


def notice(link: Link, now: datetime) -> Body:
    """The calendar of a revoked link: the same bytes for as long as it is shown.

    It tells nothing of the plan and of whose it is: who leaks a link may have leaked it to many.

    Raises:
        ValueError: the link is not revoked.
    """
    if link.revoked is None:
        raise ValueError(f"{link.id} is not revoked")
    body = _body(link.id, link.revoked, link.replaced)
    # A Last-Modified in the future is none (RFC 9110 8.8.2.1), and clocks are put right.
    return body if body.modified <= now else msgspec.structs.replace(body, modified=now)


@lru_cache(maxsize=1024)
def _body(link_id: str, revoked: datetime, replaced: bool) -> Body:
    return Body(_calendar(link_id, revoked.astimezone(UTC), replaced), revoked)


def _calendar(link_id: str, revoked: datetime, replaced: bool) -> bytes:
    from icalendar import Calendar, Event
    from icalendar.prop import vText

    day = revoked.date()
    text = _text(day, replaced)
    identity = f"mesocycle/link/{link_id}"
    calendar = Calendar()
    calendar.add("PRODID", _PRODID)
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    for name, value in (
        ("NAME", _NAME), ("X-WR-CALNAME", _NAME), ("DESCRIPTION", text), ("X-WR-CALDESC", text),
    ):  # fmt: skip
        calendar.add(name, vText(value))
    calendar.add("LAST-MODIFIED", revoked)
    calendar.add("REFRESH-INTERVAL", _DAY, parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vText("P1D"))
    event = Event()
    event.add("SUMMARY", f"This calendar link was {'replaced' if replaced else 'revoked'}")
    event.add("DTSTART", day)
    # For as long as it is shown: on a single day it would be past before most programs look.
    event.add("DTEND", day + SHOWN_FOR)
    event.add("UID", str(uuid5(NAMESPACE_URL, f"{identity}/notice")))
    event.add("DESCRIPTION", text)
    event.add("STATUS", "CONFIRMED")
    event.add("TRANSP", "TRANSPARENT")
    event.add("DTSTAMP", revoked)
    event.add("LAST-MODIFIED", revoked)
    event.add("SEQUENCE", 0)
    calendar.add_component(event)
    data: bytes = calendar.to_ical()
    return data


def _text(day: date, replaced: bool) -> str:
    when = wording.day(day.isoformat(), year=True)
    what = (
        f"This link was replaced by a new one on {when}. Your training is still there, under the "
        "new link: ask whoever gave you this one, your coach most likely, if you have not got it."
        if replaced
        else f"This link was revoked on {when}. If you still train by the plan, ask whoever gave "
        "you the link, your coach most likely, for a new one."
    )
    rest = (
        "Then delete this calendar and subscribe to the new link. Until then do not train from "
        "memory of what stood here: it may have changed since."
    )
    return f"{what}\n\n{rest}\n\n{DISCLAIMER}"
