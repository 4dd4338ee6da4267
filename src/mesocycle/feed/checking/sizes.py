"""How large a feed is, and what it gives away."""

from __future__ import annotations

from mesocycle.feed.checking.findings import Findings
from mesocycle.feed.checking.parts import Calendar
from mesocycle.feed.checking.secrets import holds_secret

_LARGE = 1_000_000
_MANY = 5_000
_INLINE = 1_000


def size(calendar: Calendar, found: Findings) -> None:
    """W880."""
    octets = len(calendar.document.data)
    events = sum(1 for _ in calendar.of("VEVENT"))
    if octets <= _LARGE and events <= _MANY:
        return
    found.warning(
        "W880",
        f"{octets / 1e6:.1f} MB, {events} events",
        calendar.document.top(),
        "Google takes at most 1 MB; Home Assistant reads it anew at every look",
        hint="leave out what is long past, or give a feed for each year",
    )


def secrets(calendar: Calendar, found: Findings) -> None:
    """W881."""
    for part in calendar.of("VCALENDAR"):
        for line in part.lines:
            if line.key in ("SOURCE", "URL") and holds_secret(line.value):
                found.warning(
                    "W881",
                    f"{line.key} holds an address that opens the feed",
                    calendar.document.value_span(line),
                    "whoever is passed the file can subscribe to the feed",
                    hint=f"leave {line.key} out, or see that nobody passes the file on",
                )


def inline(calendar: Calendar, found: Findings) -> None:
    """W882."""
    for _, line in calendar.holders():
        binary = line.parameters.get("VALUE", "").upper() == "BINARY"
        if line.key in ("ATTACH", "IMAGE") and binary and len(line.value) > _INLINE:
            found.warning(
                "W882",
                f"{line.key} with {len(line.value) * 3 // 4000} kB inside the feed",
                calendar.document.name_span(line),
                "Nextcloud drops it, and every program loads it again at each look",
                hint="put the file somewhere, and its address here",
            )
