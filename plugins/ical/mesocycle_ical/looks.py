"""How a session looks in a calendar: a colour and a picture for its kind."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from mesocycle.output import wording
from mesocycle.output.text import one_line
from mesocycle.programme import Session


class Look(NamedTuple):
    """A colour by its name in CSS, because the standard allows no others, and a picture."""

    colour: str
    emoji: str = ""


_LOOKS = {
    "run": Look("seagreen", "🏃"), "jog": Look("seagreen", "🏃"), "bike": Look("darkcyan", "🚴"),
    "swim": Look("steelblue", "🏊"), "row": Look("steelblue", "🚣"), "ski": Look("steelblue", "🎿"),
    "hike": Look("seagreen", "🥾"), "strength": Look("royalblue", "💪"),
    "plyometric": Look("royalblue", "💪"), "rehab": Look("chocolate", "🩹"),
    "cardio": Look("seagreen", "🏃"),
    # What goes with something else names a session only if there is nothing else.
    "walk": Look("seagreen", "🚶"), "stability": Look("royalblue", "💪"),
    "technique": Look("royalblue", "💪"), "flexibility": Look("mediumpurple", "🧘"),
}  # fmt: skip
_COMPANIONS = ("walk", "stability", "technique", "flexibility")
_RACE = Look("crimson", "🏁")
_ASSESSMENT, _OFF = "goldenrod", "lightgray"

NOTE, GONE, CALENDAR = "darkgray", _OFF, "royalblue"

#: What Apple's calendars want instead of names.
HEXADECIMAL = {
    "chocolate": "#D2691E", "crimson": "#DC143C", "darkcyan": "#008B8B", "darkgray": "#A9A9A9",
    "goldenrod": "#DAA520", "lightgray": "#D3D3D3", "mediumpurple": "#9370DB",
    "royalblue": "#4169E1", "seagreen": "#2E8B57", "steelblue": "#4682B4",
}  # fmt: skip


def kinds(session: Session) -> list[str]:
    """What a session is: `race` first, then its categories in order."""
    found = [each for each in map(one_line, session.categories) if each]
    return list(dict.fromkeys(["race", *found] if session.race else found))


def look(of: Iterable[str]) -> Look | None:
    """The look of what is of these kinds: of the first that it is about; None if unknown."""
    known = [each for each in of if each in _LOOKS or each == "race"]
    if "race" in known:
        return _RACE
    main = [each for each in known if each not in _COMPANIONS] or known
    return _LOOKS[main[0]] if main else None


def colour(session: Session) -> str | None:
    """The colour of a session, which is its state's if that matters more than its kind."""
    if not wording.takes_place(session):
        return _OFF
    if session.status == "assessment":
        return _ASSESSMENT
    found = look(kinds(session))
    return found.colour if found else None


def calendar_colour(only: Iterable[str]) -> str:
    """The colour of a calendar that shows only some kinds: theirs, if they share one."""
    found = {each.colour for each in (look([kind]) for kind in only) if each}
    return found.pop() if len(found) == 1 else CALENDAR


def with_picture(title: str, session: Session) -> str:
    """The title behind the picture of its kind, unless it begins with one already."""
    found = look(kinds(session))
    pictured = any(unicodedata.category(letter) == "So" for letter in title[:1])
    return f"{found.emoji} {title}" if found and not pictured else title
