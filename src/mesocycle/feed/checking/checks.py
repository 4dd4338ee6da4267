"""Everything that is looked at in a feed, in this order; one function a question."""

from __future__ import annotations

from collections.abc import Callable

from mesocycle.diagnostics import Diagnostic
from mesocycle.feed.checking import (
    events,
    octets,
    properties,
    recurrence,
    sizes,
    texts,
    typed,
    zones,
)
from mesocycle.feed.checking.document import Document
from mesocycle.feed.checking.findings import Findings
from mesocycle.feed.checking.parts import Calendar, read

#: Of the file as bytes and lines.
OF_FILES: tuple[Callable[[Document, Findings], None], ...] = (
    octets.byte_order_mark,
    octets.line_ends,
    octets.encoding,
    octets.control_characters,
    octets.long_lines,
    octets.count,
)

#: Of what the lines say.
OF_CALENDARS: tuple[Callable[[Calendar, Findings], None], ...] = (
    events.some,
    properties.required,
    properties.once,
    properties.value_types,
    properties.version,
    properties.words,
    properties.capitals,
    properties.colours,
    properties.methods,
    typed.values,
    texts.escapes,
    recurrence.rules,
    events.of_the_calendar,
    events.identities,
    events.revisions,
    events.ends,
    events.alarms,
    zones.present,
    zones.single,
    zones.floating,
    zones.forms,
    zones.agree,
    sizes.size,
    sizes.secrets,
    sizes.inline,
)


def check(name: str, data: bytes) -> tuple[Diagnostic, ...]:
    """What programs would choke on in the bytes of a feed; spans lie in the file called `name`."""
    return check_document(Document(name, data))


def check_document(document: Document) -> tuple[Diagnostic, ...]:
    """The same of a document."""
    found = Findings()
    if octets.no_calendar(document, found):
        return found.told()
    for look in OF_FILES:
        look(document, found)
    calendar = read(document, found)
    for ask in OF_CALENDARS:
        ask(calendar, found)
    return found.told()


def is_calendar(document: Document) -> bool:
    """Whether there is a calendar in it at all, so that parsers can be asked."""
    return not octets.no_calendar(document, Findings())
