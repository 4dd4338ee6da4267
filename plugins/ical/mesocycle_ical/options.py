"""What may be set about the feed, and what a build wants of it."""

from __future__ import annotations

from datetime import timedelta

import msgspec

from mesocycle.output import Context, Option
from mesocycle.output.text import one_line

OPTIONS = (
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
    Option(
        name="only",
        type="text",
        default="",
        help="which sessions, by kind or name, as in run,race; note means notes of days",
    ),
    Option(
        name="past",
        type="duration",
        default=60 * 86400,
        may_be_off=True,
        help="how long what is past stays, up to the start of a week; off: all of it",
    ),
    Option(
        name="tombstones",
        type="duration",
        default=None,
        help="how long a session that was deleted from the plan stays, cancelled, or off",
    ),
    Option(
        name="show-as",
        type="choice",
        default="auto",
        choices=("auto", "busy", "free"),
        help="what sessions make of one's time; auto: busy if they have a time",
    ),
    Option(
        name="time",
        type="choice",
        default="zoned",
        choices=("zoned", "floating"),
        help="times of the plan's zone, or of the clock wherever one is",
    ),
    Option(name="emoji", type="flag", default=False, help="a picture of the kind before titles"),
    Option(
        name="html",
        type="flag",
        default=False,
        help="descriptions also in HTML, for Outlook and Thunderbird",
    ),
    Option(
        name="url",
        type="text",
        default="",
        help="an address that sessions link to, each with its id behind #",
    ),
    Option(
        name="source",
        type="text",
        default="",
        help="the feed's own address, to be said in it; it holds the secret",
    ),
    Option(
        name="method",
        type="flag",
        default=False,
        help="METHOD:PUBLISH, for a file that is to be imported",
    ),
)


class Wishes(msgspec.Struct, frozen=True):
    """The options of one build, as values. What `only` names is in lower case."""

    detail: str
    alarm: timedelta | None
    reasons: bool
    only: tuple[str, ...]
    past: timedelta | None
    tombstones: timedelta | None
    show_as: str
    floating: bool
    emoji: bool
    html: bool
    url: str
    source: str
    method: bool

    @property
    def busy(self) -> bool:
        """Whether others may see only that there is something."""
        return self.detail == "busy"


def read_wishes(context: Context) -> Wishes:
    """What the build wants."""
    only = (one_line(each).casefold() for each in context.text("only").split(","))
    return Wishes(
        detail=context.text("detail"),
        alarm=_length(context, "alarm"),
        reasons=context.flag("reasons"),
        only=tuple(dict.fromkeys(each for each in only if each)),
        past=_length(context, "past"),
        tombstones=_length(context, "tombstones"),
        show_as=context.text("show-as"),
        floating=context.text("time") == "floating",
        emoji=context.flag("emoji"),
        html=context.flag("html"),
        url=context.text("url").strip(),
        source=context.text("source").strip(),
        method=context.flag("method"),
    )


def _length(context: Context, name: str) -> timedelta | None:
    seconds = context.number(name)
    return None if seconds is None else timedelta(seconds=seconds)
