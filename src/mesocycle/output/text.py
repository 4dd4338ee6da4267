"""Text that is safe in any file: no control characters, no line ends in disguise.

Every output passes what people wrote through here first, and then escapes what is special
in its own format.
"""

from __future__ import annotations

import re

#: CR, CRLF, VT, FF, the separators of files to units, NEL, and Unicode's two line separators.
_LINE_END = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")

#: What is left of C0 and C1, DEL, marks that turn the reading direction (an old trick to make
#: text read as what it is not), byte order marks, tags, surrogates and non-characters.
_NEVER = re.compile(
    "[\0-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f\ud800-\udfff]"
)


def lines(text: str) -> list[str]:
    """The lines of `text`, each clean and without space around it; empty ones left out."""
    clean = _NEVER.sub("", _LINE_END.sub("\n", text))
    return [line for line in (" ".join(each.split()) for each in clean.split("\n")) if line]


def one_line(text: str) -> str:
    """`text` on one clean line."""
    return " ".join(lines(text))


def web_address(text: str | None) -> str | None:
    """`text` if it is an address that a browser may open, else None.

    Only `http` and `https`, and only characters that no format quotes or reads as markup.
    """
    if text and re.fullmatch(r"https?://[A-Za-z0-9][A-Za-z0-9._~:/?#@!$&+=%-]*", text):
        return text
    return None
