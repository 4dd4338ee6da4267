"""The calendar: a feed that people subscribe to, one event for each session.

`feed` puts it together; a session becomes an event in `events`, its text in `words`; `zones`
writes the time zone and `posix` reads its rule; `changes` carries over what was published
before; `proof` reads the feed back before anybody else does.
"""

from collections.abc import Iterable

from mesocycle.output import Context, Option, Output, Rendered, hookimpl
from mesocycle.programme import Programme

__all__ = ["Ical", "mesocycle_outputs"]


class Ical:
    """An iCalendar feed (RFC 5545, 7986)."""

    name = "ical"
    suffix = "ics"
    media_type = "text/calendar"
    summary = "a calendar to subscribe to, one event a session"
    options = (
        Option(
            name="alarm",
            type="duration",
            default=None,
            help="how long before a session with a time to remind, or off",
        ),
        Option(
            name="detail",
            type="choice",
            default="full",
            choices=("full", "title", "busy"),
            help="what others may see: exercises, names only, or that there is something",
        ),
        Option(
            name="reasons",
            type="flag",
            default=False,
            help="also why a session is as it is, with what the athlete wrote of pain",
        ),
    )

    def render(self, programme: Programme, context: Context) -> Rendered:
        """The feed; refused if it would be empty, which subscribers take as deletion."""
        from .feed import render  # icalendar is only imported when a calendar is wanted

        return render(programme, context)


@hookimpl
def mesocycle_outputs() -> Iterable[Output]:
    """Offer the calendar."""
    return [Ical()]
