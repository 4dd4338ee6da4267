"""What in an address may be a secret, and how it is shown without giving it away.

Whoever has the address of a feed has the feed; reports get pasted into forums.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

#: A part of a path that nobody types: long, and of the letters that secrets are made of.
_SEGMENT = re.compile(r"(?:(?<=[^/]/)|(?<==))[A-Za-z0-9_~-]{16,}")
#: An address in a text, which may be folded after any character.
_ADDRESS = re.compile(r"(?:https?|webcal|webcals)://(?:[^\s\"<>]|\n[ \t](?=\S))+", re.IGNORECASE)
_FOLDED = re.compile(r"(?:(?<=[^/]/)|(?<==))(?:[A-Za-z0-9_~-]|\n[ \t]){16,}")
_SHOWN = 4


def mask(text: str) -> str:
    """`text` of the same length, in which secrets of addresses are covered with dots."""
    if "://" not in text:
        return text
    return _ADDRESS.sub(lambda found: _FOLDED.sub(_dots, found[0]), text)


def shown(url: str) -> str:
    """An address that may be printed: long parts of its path cut to a few characters."""
    return _SEGMENT.sub(lambda found: found[0][:_SHOWN] + "…", url)


def holds_secret(url: str) -> bool:
    """Whether an address looks like one that opens something by itself."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(parts.netloc and _SEGMENT.search(f"{parts.path}?{parts.query}"))


def _dots(found: re.Match[str]) -> str:
    text = found[0]
    return text[:_SHOWN] + re.sub(r"[A-Za-z0-9_~-]", "•", text[_SHOWN:])
