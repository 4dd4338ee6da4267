"""The calendar: a feed that people subscribe to, one event for each session.

`options` are what may be set, `choosing` finds what is shown, `feed` puts it together below its
`header`. A session becomes an event in `events`, its text in `words` and `html`, its colour in
`looks`; `zones` writes the time zone and `posix` reads its rule. `changes` carries over what was
published before, and `gone` what is no longer planned; `lines` writes, and `reader` and `proof`
read the feed back before anybody else does.
"""

from collections.abc import Iterable

from mesocycle.output import Context, Output, Rendered, hookimpl
from mesocycle.programme import Programme

from .options import OPTIONS

__all__ = ["Ical", "mesocycle_outputs"]


class Ical:
    """An iCalendar feed (RFC 5545, 7986)."""

    name = "ical"
    suffix = "ics"
    media_type = "text/calendar"
    summary = "a calendar to subscribe to, one event a session"
    options = OPTIONS

    def render(self, programme: Programme, context: Context) -> Rendered:
        """The feed; refused if it would be empty, which subscribers take as deletion."""
        from .feed import render  # icalendar is only imported when a calendar is wanted

        return render(programme, context)


@hookimpl
def mesocycle_outputs() -> Iterable[Output]:
    """Offer the calendar."""
    return [Ical()]
