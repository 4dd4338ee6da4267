"""The bytes: is it a calendar at all, and do its lines keep the form (RFC 5545 3.1)?"""

from __future__ import annotations

import re

from mesocycle.feed.checking.document import Document
from mesocycle.feed.checking.findings import Findings
from mesocycle.source import Span

_LONGEST = 75
_BEGIN = re.compile(r"^BEGIN:VCALENDAR", re.IGNORECASE | re.MULTILINE)
#: C0 without TAB and line ends, DEL, and what Unicode takes for a line end.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029]")
_KINDS = (
    (b"<", "a page (HTML or XML)"),
    (b"{", "JSON"),
    (b"[", "JSON"),
    (b"\x1f\x8b", "packed with gzip"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def no_calendar(document: Document, found: Findings) -> bool:
    """Report what is no calendar: a page that says it is down, nothing at all. E840."""
    if _BEGIN.search(document.text):
        return False
    what = _what(document.data)
    found.error(
        "E840",
        f"no calendar, but {what}",
        document.top(),
        "GNOME Calendar empties itself and stays empty, Thunderbird clears or stops",
        hint=(
            "a feed that cannot be made is better answered with the last good one, or with 503",
            "a calendar begins with BEGIN:VCALENDAR",
        ),
    )
    return True


def _what(data: bytes) -> str:
    if not data.strip():
        return "nothing"
    head = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    return next((what for mark, what in _KINDS if head.startswith(mark)), "something else")


def byte_order_mark(document: Document, found: Findings) -> None:
    """E848."""
    if document.marked:
        found.error(
            "E848",
            "a byte order mark before the first line",
            document.top(),
            "Home Assistant and vobject refuse the whole feed",
            hint="save it as UTF-8 without a mark (BOM)",
        )


def line_ends(document: Document, found: Findings) -> None:
    """E844, W844."""
    data = document.data
    feeds = data.count(b"\n") - data.count(b"\r\n")
    returns = data.count(b"\r") - data.count(b"\r\n")
    if returns:
        found.error(
            "E844",
            f"{returns} line{'s end' if returns > 1 else ' ends'} in CR alone",
            _first_bare(document),
            "Home Assistant refuses the whole feed; others take it for a line end, or for none",
            hint="every line of a calendar ends in CR and LF",
        )
    elif feeds:
        found.warning(
            "W844",
            f"{feeds} line{'s end' if feeds > 1 else ' ends'} in LF alone",
            _first_bare(document),
            "the format wants CR and LF; most readers forgive it",
            hint="every line of a calendar ends in CR and LF",
        )
    elif data and not data.endswith(b"\r\n"):
        found.warning(
            "W844",
            "the last line has no end",
            document.line_span(len(document.physical)),
            "the format wants CR and LF there too; most readers forgive it",
            hint="every line of a calendar ends in CR and LF, the last one too",
        )


def _first_bare(document: Document) -> Span:
    found = re.search(rb"(?<!\r)\n|\r(?!\n)", document.data)
    before = document.data[: found.start() if found else 0]
    if b"\n" in document.data:
        return document.line_span(before.count(b"\n") + 1)
    return document.line_span(before.count(b"\r") + 1)


def long_lines(document: Document, found: Findings) -> None:
    """W845."""
    for number, line in enumerate(document.physical, 1):
        if len(line) > _LONGEST:
            found.warning(
                "W845",
                f"a line of {len(line)} octets",
                document.line_span(number),
                "the format asks for 75 at most",
                hint="fold it: CR, LF and a space, between two characters",
            )


def encoding(document: Document, found: Findings) -> None:
    """E846, E847."""
    if document.decodable:
        return
    physical = document.physical
    for number, line in enumerate(physical, 1):
        if line.isascii() or _decodes(line):
            continue
        cut = any(_cut(physical, index) for index in (number - 1, number) if index)
        if cut:
            message, hint = "folded within a character", "fold between two characters, not bytes"
        else:
            message, hint = "no UTF-8", "write the feed in UTF-8, and say so in Content-Type"
        found.error(
            "E846" if cut else "E847",
            message,
            document.line_span(number),
            "Home Assistant and vobject refuse the whole feed, others show rubbish",
            hint=hint,
        )


def _decodes(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _cut(physical: list[bytes], index: int) -> bool:
    """Whether row `index` (from 0) goes on, after a fold, with a character of the row before."""
    if index >= len(physical) or physical[index][:1] not in (b" ", b"\t"):
        return False
    before, after = physical[index - 1], physical[index][1:]
    # A character has four octets at most.
    return not _decodes(before[-3:].lstrip(_TAILS)) and _decodes(
        before[-3:].lstrip(_TAILS) + _head(after)
    )


#: Octets that stand within a character of UTF-8, never at its start.
_TAILS = bytes(range(0x80, 0xC0))


def _head(data: bytes) -> bytes:
    return data[: len(data) - len(data.lstrip(_TAILS))][:3]


def control_characters(document: Document, found: Findings) -> None:
    """E849."""
    for match in _CONTROL.finditer(document.text):
        name = f"U+{ord(match[0]):04X}"
        found.error(
            "E849",
            f"a control character ({name})",
            Span(document.source, match.start(), match.end()),
            "some programs take it for a line end"
            if match[0] in "\x85\u2028\u2029"
            else "Home Assistant refuses the whole feed",
            hint="leave it out; a line break in a text is written \\n",
        )


def count(document: Document, found: Findings) -> None:
    """E843."""
    begins = [line for line in document.lines if line.key == "BEGIN"]
    calendars = [each for each in begins if each.value.strip().upper() == "VCALENDAR"]
    for line in calendars[1:]:
        found.error(
            "E843",
            "another calendar in the same file",
            document.span(line),
            "icalendar and Home Assistant refuse the whole feed, vobject reads the first only",
            hint="a feed is one VCALENDAR: put all events into it",
        )
