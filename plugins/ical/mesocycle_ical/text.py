r"""Texts as values: escaped by the book (RFC 5545 3.3.11), and not read as anything else before.

icalendar takes `\N` within a text for a line end, as in a note on `C:\New`.
"""

from __future__ import annotations

from collections.abc import Iterable

from icalendar.prop import vCategory, vText

_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


class Text(vText):
    """A text, whose line ends are `\\n`."""

    def to_ical(self) -> bytes:
        """As it stands in a feed."""
        return str(self).translate(_ESCAPES).encode()


def categories(words: Iterable[str]) -> vCategory:
    """Several texts between commas."""
    value = vCategory([])
    value.cats = [Text(word) for word in words]
    return value
