"""Pages of a sheet: typst draws `sheet.typ` with the sheet's data.

Only the fonts that come with typst are used, no clock, no network and no file: the same sheet
gives the same bytes on each machine.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import resources
from typing import Literal

import msgspec

from mesocycle.output.text import one_line

#: Letters that are surely in the fonts: those of Europe, and the signs of outputs' wording.
_PLAIN = re.compile("[ -~\xa0-\u017f\u0391-\u03c9\u0410-\u044f‐-―‘-„•…−×≤≥→ \n]*")
#: What stands for a letter that no font has, and one that surely none has.
_NO_LETTER, _IN_NO_FONT = "\ufffd", "\U0010fffd"
#: As many missing letters as are told one by one.
_MOST = 12
#: In a drawing, which shape of which font stands there.
_SHAPE = re.compile(rb'<use [^>]*href="(#[^"]+)"')
_PROBE = b"""
#set page(width: auto, height: auto, margin: 0pt)
#set text(font: ("Libertinus Serif", "DejaVu Sans Mono"))
#for letter in json(bytes(sys.inputs.sheet)) { page(letter) }
"""


class NoTypst(Exception):
    """The library that draws pages is not installed."""


class Unprintable(Exception):
    """Typst refused; the message is its own, in a line."""


def printed(sheet: Mapping[str, object]) -> tuple[bytes, tuple[str, ...]]:
    """A PDF of the sheet, and what there is to say of it.

    Raises:
        NoTypst: the library is not installed.
        Unprintable: it failed.
    """
    data = msgspec.json.encode(_clean(sheet)).decode()
    missing = _missing(data)
    for letter in missing:
        data = data.replace(letter, _NO_LETTER)
    template = resources.files(__package__ or "").joinpath("sheet.typ").read_bytes()
    return b"".join(_drawn(template, data, "pdf")), _told(missing)


def _clean(value: object) -> object:
    """The same, every text in it on one clean line."""
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, Mapping):
        return {key: _clean(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(each) for each in value]
    return value


def _missing(data: str) -> list[str]:
    """The letters of `data` that no font has: drawn alone, they look like one that surely is not.

    Each is drawn on a page of its own.
    """
    letters = sorted(set(_PLAIN.sub("", data)) - {_NO_LETTER})
    if not letters:
        return []
    probe = msgspec.json.encode([_IN_NO_FONT, *letters]).decode()
    unknown, *known = (_SHAPE.findall(page) for page in _drawn(_PROBE, probe, "svg"))
    return [letter for letter, shape in zip(letters, known, strict=True) if shape == unknown]


def _told(missing: list[str]) -> tuple[str, ...]:
    if not missing:
        return ()
    shown = " ".join(missing[:_MOST]) + (" …" if len(missing) > _MOST else "")
    return (f"letters that are in none of its fonts are printed as {_NO_LETTER}: {shown}",)


def _drawn(template: bytes, data: str, form: Literal["pdf", "svg"]) -> list[bytes]:
    """What typst makes of the template with the data: a PDF, or pages."""
    try:
        import typst
    except ImportError:
        raise NoTypst from None
    try:
        drawn: bytes | list[bytes] = typst.compile(
            template, format=form, ignore_system_fonts=True, sys_inputs={"sheet": data}
        )
    except typst.TypstError as error:
        raise Unprintable(" ".join(str(error).split())[:200]) from None
    return drawn if isinstance(drawn, list) else [drawn]
