"""Hostile texts, every field that they can stand in, and a feed as each reader finds it.

Texts are made of what ends lines, opens components, looks like a parameter, steers a terminal,
turns the reading direction or breaks at a fold, in any order and at any length. A programme is
walked down to its last string by the types of its structs, so that a new field is attacked
without anybody thinking of it.
"""

from __future__ import annotations

import types
import typing
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from random import Random

import icalendar
import msgspec

from mesocycle.feed.checking.checks import check
from mesocycle.output.samples import as_done, every_kind, gym, hostile, running, stopped
from mesocycle.programme import Because, Decision, Notice, Programme
from plugins.ical.tests.reading import byte_faults, feed, properties

ENDS = [
    "\r\n", "\n", "\r", "\r\n ", "\n\t", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028",
    "\u2029", "\\n", "\\N", "\\r\\n", "=0D=0A", "%0D%0A", "&#10;", "^n", "\r\r\n", "\n\n",
]  # fmt: skip
LINES = [
    "END:VEVENT", "BEGIN:VEVENT", "BEGIN:VALARM", "END:VCALENDAR", "BEGIN:VCALENDAR", "UID:1",
    "ATTACH:file:///etc/passwd", "METHOD:CANCEL", "STATUS:CANCELLED", "RRULE:FREQ=SECONDLY",
    "DTSTART:19700101", "SEQUENCE:99", "X-A;VALUE=URI:x", "ORGANIZER:mailto:a@b", " folded", "\tx",
    "SUMMARY;ALTREP=\"x\":y", "TZID:Europe/Paris", "VERSION:3.0", ":", ";", "=",
]  # fmt: skip
MARKS = [
    ";", ",", ":", "\\", "\\\\", '"', "'", "\\;", "\\,", "\\:", '\\"', ";VALUE=DATE:",
    ";X=\"", "^'", "^^", "\0", "\x01", "\x07", "\x08", "\x1b[31m", "\x1b]0;t\x07", "\x7f",
    "\x80", "\x9b", "\ufeff", "\u200b", "\u200d", "\u202e", "\u2066", "\u2069", "\u061c",
    "\ufffe", "\uffff", "\ufdd0", "\ud800", "\udc80", "\udfff", "\U000e0041", "\ufffd",
    "\u00ad", "\u0301", "\u0488", "👩‍👩‍👧‍👦", "🏳️‍🌈", "🇩🇪", "𝔸", "ä", "€", "ظهر", "क़", "İ",
    "ß", "ﬃ", "\u3000", "\xa0", "\t", "  ", "<b>", "</body>", "<script>alert(1)</script>",
    "&lt;", "&", "]]>", "-->", "javascript:alert(1)", "{x}", "{{x}}", "%s", "$(id)", "`id`",
    "../../x", "https://a.example/?a=b,c;d#e", "mailto:a@b", "data:,x",
]  # fmt: skip
HARMLESS = "harmless"

#: What no person writes: the compiler makes or has checked it.
_MADE = {
    "date", "start", "starts", "ends", "as_of", "original_date", "timezone", "schema", "session",
    "id", "slot_id",
}  # fmt: skip


def text(random: Random) -> str:
    """One hostile text. It begins with a letter, so that something is left of it.

    It has no lone surrogates: no file can bring one into a programme.
    """
    return any_text(random).encode("utf-8", "ignore").decode()


def any_text(random: Random) -> str:
    """The same, and a command line can bring lone surrogates too."""
    kind = random.randrange(8)
    if kind == 0:
        return f"x{random.choice(ENDS)}{random.choice(LINES)}"
    if kind == 1:  # at the border of a fold, which is somewhere about there
        return "x" * random.randrange(40, 90) + random.choice(MARKS) * random.randrange(1, 9)
    if kind == 2:
        return f"x{random.choice(MARKS) * random.randrange(1, 400)}"
    if kind == 3:
        return "x" + "".join(chr(random.randrange(0x110000)) for _ in range(random.randrange(40)))
    parts = (random.choice(random.choice((ENDS, LINES, MARKS))) for _ in range(random.randrange(9)))
    return "x" + "".join(f"{part}{'y' * random.randrange(3)}" for part in parts)


@cache
def base() -> Programme:
    """A programme with every status and every field that takes a text, in few sessions."""
    programmes = (hostile(HARMLESS), every_kind(), as_done(), gym(), running(), stopped())
    sessions = [
        msgspec.structs.replace(session, id=f"{number}-{session.id}")
        for number, programme in enumerate(programmes)
        for session in programme.sessions
    ]
    first = next(each for each in sessions if each.status == "planned")
    lines = (Because(file="x", line=1, text="x"),)
    told = Decision(id="D1", outcome="held", rule="R1", text="x", session=first.id, because=lines)
    asked = Notice(code="x", severity="question", text="x")
    whole = msgspec.structs.replace(hostile(HARMLESS), decisions=(told,), notices=(asked,))
    of_each = {each.status: each for each in reversed(sessions)}
    chosen, seen = list(of_each.values()), 0
    for session in sessions:
        more = msgspec.structs.replace(whole, sessions=(*chosen, session))
        if len(fields(more)) > seen:
            chosen, seen = [*chosen, session], len(fields(more))
    return msgspec.structs.replace(whole, sessions=tuple(dict.fromkeys(chosen)))


def filled(word: Callable[[str], str], programme: Programme | None = None) -> Programme:
    """The programme with another text in every field that takes one; `word` is given its name."""
    found: Programme = _filled(programme or base(), Programme, "Programme", word)
    return found


def fields(programme: Programme | None = None) -> dict[str, int]:
    """The fields that are filled, as `Struct.field`, and how often."""
    seen: dict[str, int] = {}

    def note(name: str) -> str:
        seen[name] = seen.get(name, 0) + 1
        return HARMLESS

    filled(note, programme)
    return seen


def _filled(
    value: typing.Any, kind: typing.Any, name: str, word: Callable[[str], str]
) -> typing.Any:
    if isinstance(value, msgspec.Struct):
        owner, hints = type(value).__name__, _hints(type(value))
        changed = {
            field: _filled(getattr(value, field), hints[field], f"{owner}.{field}", word)
            for field in value.__struct_fields__
            if field not in _MADE
        }
        return msgspec.structs.replace(value, **changed)
    if _takes_text(kind):
        return word(name)
    if typing.get_origin(kind) is tuple and typing.get_args(kind) == (str, ...):
        return tuple(word(name) for _ in value or (1,))
    if isinstance(value, tuple):
        return tuple(_filled(each, None, name, word) for each in value)
    return value


_hints = cache(typing.get_type_hints)


def _takes_text(kind: typing.Any) -> bool:
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
        return str in typing.get_args(kind)
    return kind is str


#: Every component with the names of its properties, and of each event UID, title, description.
Reading = tuple[list[tuple[str, ...]], list[tuple[str, str, str]]]


def by_icalendar(data: bytes) -> Reading:
    """As icalendar finds it."""
    calendar = icalendar.Calendar.from_ical(data)
    found = []
    for part in calendar.walk():
        assert not part.errors
        found.append((str(part.name), *sorted(part.keys())))
    told = [
        (str(e["UID"]), str(e["SUMMARY"]), str(e.get("DESCRIPTION", ""))) for e in calendar.events
    ]
    return found, sorted(told)


def by_vobject(data: bytes) -> Reading:
    """As vobject finds it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import vobject

        calendar = vobject.readOne(data.decode())
        calendar.validate(raiseException=True)
    found: list[tuple[str, ...]] = []
    waiting = [calendar]
    while waiting:
        part = waiting.pop()
        found.append((part.name, *sorted(part.contents)))
        waiting += part.components()
    told = [
        tuple(e.contents[name][0].value if name in e.contents else "" for name in _TOLD)
        for e in calendar.contents["vevent"]
    ]
    return found, sorted(told)


_TOLD = ("uid", "summary", "description")


def by_ical(data: bytes) -> Reading:
    """As Home Assistant finds it."""
    from ical.calendar_stream import IcsCalendarStream

    calendar = IcsCalendarStream.calendar_from_ics(data.decode())
    parts = [calendar, *calendar.timezones, *calendar.events]
    parts += [alarm for event in calendar.events for alarm in event.alarm]
    found = [(type(part).__name__, *sorted(part.model_fields_set)) for part in parts]
    return found, sorted((e.uid, e.summary, e.description or "") for e in calendar.events)


READERS: tuple[Callable[[bytes], Reading], ...] = (by_icalendar, by_vobject, by_ical)


@cache
def expected(twin: bytes) -> tuple[list[str], tuple[list[tuple[str, ...]], ...]]:
    """What there is in a harmless feed, by its lines and for each reader."""
    return properties(twin), tuple(reader(twin)[0] for reader in READERS)


def differences(data: bytes, twin: bytes) -> Iterator[str]:
    """What tells a feed from its harmless twin, and what is wrong with it."""
    for fault in byte_faults(data):
        yield f"bytes: {fault}"
    for each in check("it.ics", data):
        yield f"{each.code}: {each.message}"
    lines, shapes = expected(twin)
    if properties(data) != lines:
        yield "other lines"
    readings = [reader(data) for reader in READERS]
    for reader, (found, _), shape in zip(READERS, readings, shapes, strict=True):
        if found != shape:
            yield f"{reader.__name__}: other parts"
    if any(told != readings[0][1] for _, told in readings):
        yield "readers read other words"


#: What a feed may be asked for; each has its own ways for texts.
WISHES: tuple[dict[str, typing.Any], ...] = (
    {}, {"html": True}, {"reasons": True, "alarm": 1800}, {"detail": "title", "emoji": True},
    {"detail": "busy", "alarm": 600}, {"html": True, "reasons": True, "url": "https://a.example/p"},
)  # fmt: skip


def made(programme: Programme, **wishes: typing.Any) -> bytes:
    """The feed of a programme, the past too."""
    return feed(programme, past=None, **wishes)


def one(random: Random, number: int) -> tuple[list[str], dict[str, list[str]]]:
    """Hostile texts in all fields at once: what is different, and the texts by field."""
    used: dict[str, list[str]] = {}

    def word(name: str) -> str:
        used.setdefault(name, []).append(text(random))
        return used[name][-1]

    wishes = WISHES[number % len(WISHES)]
    programme = filled(word)
    try:
        return list(differences(made(programme, **wishes), twin(number % len(WISHES)))), used
    except Exception as error:  # noqa: BLE001 -- whatever it is, it is what is looked for
        return [f"{type(error).__name__}: {error}"], used


@cache
def twin(wish: int) -> bytes:
    """The harmless feed for some of the `WISHES`."""
    return made(filled(lambda _: HARMLESS), **WISHES[wish])
