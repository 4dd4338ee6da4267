"""A second look before the feed leaves the house: is it what was meant, and well-formed?

A broken feed is worse than an old one: some programs then delete everything, some keep the
broken one for good.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from icalendar import Event

from .reader import Part, Value, byte_faults, read

_TEXTS = ("UID", "SUMMARY", "DESCRIPTION", "STATUS", "TRANSP")
_STAMPS = ("DTSTAMP", "LAST-MODIFIED")


def faults_of(data: bytes, events: list[Event]) -> list[str]:
    """What is wrong with the feed `data`, which should hold just these events."""
    faults = byte_faults(data)
    if faults:
        return faults
    try:
        return list(_meaning_faults(read(data), events))
    except ValueError as error:
        return [f"it cannot be read: {error}"]


def _meaning_faults(calendar: Part, events: list[Event]) -> Iterator[str]:
    found = [part for part in calendar.parts if part.name == "VEVENT"]
    zones = {p.values["TZID"].text for p in calendar.parts if p.name == "VTIMEZONE"}
    if len({part.values["UID"].text for part in found}) != len(events):
        yield "two sessions share an identity"
    for part, meant in zip(found, events, strict=False):
        yield from (f"{name} of {meant['UID']} differs" for name in _differences(part, meant))
        for each in (part.values["DTSTART"], part.values["DTEND"]):
            if each.zone and each.zone not in zones:
                yield f"no time zone {each.zone}"


def _differences(part: Part, meant: Event) -> Iterator[str]:
    """The properties that say something else than what was meant."""
    values = part.values
    for name in _TEXTS:
        said = values[name].plain if name in values else None
        if said != meant.get(name):
            yield name
    if int(values["SEQUENCE"].text) != meant["SEQUENCE"]:
        yield "SEQUENCE"
    for name in ("DTSTART", "DTEND", *_STAMPS):
        if not _same(values[name], getattr(meant[name], "dt", None)):
            yield name


def _same(value: Value, meant: object) -> bool:
    if not isinstance(meant, datetime) or meant.tzinfo is None:
        return value.moment() == meant and not value.zone
    said = value.moment()
    if isinstance(said, datetime) and said.tzinfo:
        return said == meant.astimezone(
            UTC
        )  # as icalendar writes zones that are UTC by another name
    key = getattr(meant.tzinfo, "key", None)
    return said == meant.replace(tzinfo=None) and value.zone == key
