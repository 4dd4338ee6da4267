"""What a plugin offered, looked at before anybody relies on it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from mesocycle.output.entry_points import EntryPoint
from mesocycle.output.faults import a_or_an
from mesocycle.output.model import Option, Output
from mesocycle.output.options import wrong_default
from mesocycle.programme import Frozen

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_SUFFIX = re.compile(r"[a-z0-9]+(\.[a-z0-9]+)*")
_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9][a-z0-9.+-]*(; ?[a-z]+=[A-Za-z0-9-]+)?")
_LONGEST = 40
#: No output has so many options; a generator without end has.
_MOST = 100


class Offer(Frozen):
    """An output that was accepted, with copies of what it says about itself."""

    output: Output
    entry_point: EntryPoint
    name: str
    suffix: str
    media_type: str
    summary: str
    options: tuple[Option, ...]
    programme: int = 1

    @property
    def title(self) -> str:
        """The plugin that it is from."""
        return self.entry_point.title


def read_offer(offered: Output, entry_point: EntryPoint) -> Offer | str:
    """`offered` as an `Offer`, or in words what keeps it from being an output.

    Raises:
        BaseException: whatever the object's own attributes raise.
    """
    if isinstance(offered, type):
        return f"the class {offered.__name__}, where an object of it is wanted"
    missing = [
        name
        for name in ("name", "suffix", "media_type", "summary", "options", "render")
        if not hasattr(offered, name)
    ]
    if missing:
        return f"{a_or_an(offered)} has no {', no '.join(missing)}"
    return _wrong(offered) or Offer(
        output=offered,
        entry_point=entry_point,
        name=offered.name,
        suffix=offered.suffix,
        media_type=offered.media_type,
        summary=offered.summary,
        options=tuple(islice(offered.options, _MOST)),
        programme=getattr(offered, "programme", 1),
    )


def wrong_kind(suffix: object, media_type: object) -> str | None:
    """What keeps these from being those of a file, in words."""
    if not _matches(suffix, _SUFFIX):
        return f"its suffix is {suffix!r:.60}"
    return None if _matches(media_type, _MEDIA_TYPE) else f"its media type is {media_type!r:.60}"


def _wrong(offered: Output) -> str | None:
    for what, pattern in (("name", _NAME), ("suffix", _SUFFIX), ("media_type", _MEDIA_TYPE)):
        value = getattr(offered, what)
        if not _matches(value, pattern):
            return f"{a_or_an(offered)} has the {what} {value!r:.60}"
    summary: object = offered.summary
    if not (isinstance(summary, str) and summary.strip() and summary.isprintable()):
        return f"{offered.name} has no summary of one line"
    if not callable(offered.render):
        return f"the render of {offered.name} is not a method"
    return _wrong_options(offered)


def _wrong_options(offered: Output) -> str | None:
    if not isinstance(offered.options, Iterable):
        return f"the options of {offered.name} are not a list"
    names = set()
    for option in islice(offered.options, _MOST):
        if not isinstance(option, Option):
            return f"an option of {offered.name} is not an Option: {option!r:.60}"
        if not _matches(option.name, _NAME):
            return f"{offered.name} has an option named {option.name!r:.60}"
        if option.name in names:
            return f"{offered.name} has the option {option.name} twice"
        if wrong := wrong_default(option):
            return f"the option {option.name} of {offered.name} {wrong}"
        names.add(option.name)
    return None


def _matches(value: object, pattern: re.Pattern[str]) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST and bool(pattern.fullmatch(value))
