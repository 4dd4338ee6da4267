"""Components: what stands between a BEGIN and its END."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from mesocycle.feed.checking.document import Document, Line
from mesocycle.feed.checking.findings import Findings

#: What calendars nest is a reminder in an event in a calendar.
_DEEPEST = 16
#: Where a component may stand; those not named may stand anywhere.
_INSIDE = {
    "VEVENT": ("VCALENDAR",),
    "VTODO": ("VCALENDAR",),
    "VJOURNAL": ("VCALENDAR",),
    "VFREEBUSY": ("VCALENDAR",),
    "VTIMEZONE": ("VCALENDAR",),
    "VALARM": ("VEVENT", "VTODO"),
    "STANDARD": ("VTIMEZONE",),
    "DAYLIGHT": ("VTIMEZONE",),
}


class Part(msgspec.Struct, gc=False):
    """A component. `closed` is whether its END is there."""

    kind: str
    begin: Line
    lines: list[Line]
    parts: list[Part]
    closed: bool = False

    def first(self, key: str) -> Line | None:
        """The first of its properties that is called so; none of a component inside counts."""
        return next((line for line in self.lines if line.key == key), None)

    def all(self, key: str) -> Iterator[Line]:
        """All of them that are called so."""
        return (line for line in self.lines if line.key == key)

    def value(self, key: str) -> str:
        """The value of the first, empty if there is none."""
        line = self.first(key)
        return "" if line is None else line.value


class Calendar(msgspec.Struct):
    """A document read as components. `parts` are those outside of any other, in order."""

    document: Document
    parts: list[Part]

    def walk(self) -> Iterator[Part]:
        """Every component, outer ones first, in the order of the file."""
        waiting = list(reversed(self.parts))
        while waiting:
            part = waiting.pop()
            yield part
            waiting += reversed(part.parts)

    def of(self, *kinds: str) -> Iterator[Part]:
        """Every component of some kinds."""
        return (part for part in self.walk() if part.kind in kinds)

    def holders(self) -> Iterator[tuple[Part, Line]]:
        """Every property, with its component."""
        for part in self.walk():
            for line in part.lines:
                yield part, line


def read(document: Document, found: Findings) -> Calendar:
    """The components of a document; what does not nest is reported: E842, E850, W850, E851."""
    reader = _Reader(document, found)
    for line in document.lines:
        reader.take(line)
    reader.close()
    return Calendar(document, reader.parts)


class _Reader:
    def __init__(self, document: Document, found: Findings) -> None:
        self._document = document
        self._found = found
        self._open: list[Part] = []
        self._last: Line | None = None
        self.parts: list[Part] = []

    def take(self, line: Line) -> None:
        if not line.key:
            self._no_property(line)
        elif line.key == "BEGIN":
            self._begin(line)
        elif line.key == "END":
            self._end(line)
        elif self._open:
            self._open[-1].lines.append(line)
        else:
            self._found.error(
                "E851",
                f"{line.key} stands in no component",
                self._document.name_span(line),
                "icalendar refuses the whole feed, and vobject finds no event in it",
                hint="every property stands between BEGIN:VCALENDAR and END:VCALENDAR",
            )
        self._last = line if line.key else self._last

    def _no_property(self, line: Line) -> None:
        if not line.text.strip():
            self._found.warning(
                "W850",
                "an empty line",
                self._document.span(line),
                "the format has none; most readers pass over it",
                hint="take it out",
            )
            return
        after = self._last.key if self._last is not None else ""
        hint = "a property is NAME:value, and a line that goes on begins with a space"
        if after in ("SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "NAME"):
            hint = f"if it belongs to {after} above: a line break in a text is written \\n, and a "
            hint += "line that goes on begins with a space"
        self._found.error(
            "E850",
            "a line that is no property",
            self._document.span(line),
            "Home Assistant and vobject refuse the whole feed",
            hint=hint,
        )

    def _begin(self, line: Line) -> None:
        kind = line.value.strip().upper()
        outer = self._open[-1].kind if self._open else ""
        if kind in _INSIDE and outer not in _INSIDE[kind]:
            where = f"in {outer}" if outer else "outside of a calendar"
            self._found.error(
                "E851",
                f"{kind} {where}",
                self._document.span(line),
                "programs pass over it",
                hint=f"{kind} stands in {' or '.join(_INSIDE[kind])}",
            )
        part = Part(kind, line, [], [])
        (self._open[-1].parts if self._open else self.parts).append(part)
        if len(self._open) < _DEEPEST:
            self._open.append(part)

    def _end(self, line: Line) -> None:
        kind = line.value.strip().upper()
        if self._open and self._open[-1].kind == kind:
            self._open.pop().closed = True
            return
        opened = f"{self._open[-1].kind} is open" if self._open else "nothing is open"
        self._found.error(
            "E851",
            f"END:{kind} where {opened}",
            self._document.span(line),
            "icalendar, Home Assistant and vobject refuse the whole feed",
            hint="each END closes the BEGIN last opened",
        )
        if any(part.kind == kind for part in self._open):
            while self._open.pop().kind != kind:
                pass

    def close(self) -> None:
        if not self._open:
            return
        last = self._document.lines[-1]
        kinds = ", ".join(part.kind for part in reversed(self._open))
        self._found.error(
            "E842",
            f"the calendar breaks off: {kinds} has no END",
            self._document.span(last),
            "icalendar and vobject refuse the whole feed, Home Assistant may show an empty one",
            hint="was the download cut short, or the file read while it was written?",
        )
