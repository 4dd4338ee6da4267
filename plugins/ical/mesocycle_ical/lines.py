"""Lines become bytes: folded at 75 octets, never within a character (RFC 5545 3.1).

icalendar folds letter by letter, which takes longer than all else. This gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable

_LONGEST = 74  # a line that goes on begins with a space, which counts


def written(lines: Iterable[bytes]) -> bytes:
    """Whole lines as they stand in a file."""
    return b"".join(fold(line) + b"\r\n" for line in lines)


def unfolded(data: bytes) -> list[bytes]:
    """The whole lines of a file."""
    return data.replace(b"\r\n ", b"").split(b"\r\n")


def fold(line: bytes) -> bytes:
    """A whole line, cut where it is too long: between characters, and not within `\\n`."""
    if len(line) <= _LONGEST:
        return line
    parts, start = [], 0
    while len(line) - start > _LONGEST:
        end = start + _LONGEST
        while line[end] & 0xC0 == 0x80:  # the rest of a character
            end -= 1
        if line[end - 1] in b"\\^" and end - start > 1:
            end -= 1
        parts.append(line[start:end])
        start = end
    parts.append(line[start:])
    return b"\r\n ".join(parts)
