"""Escaping: a comma or semicolon in a text is data only behind a backslash (RFC 5545 3.3.11)."""

from __future__ import annotations

import re

from mesocycle.feed.checking.findings import Findings
from mesocycle.feed.checking.parts import Calendar

_TEXTS = {
    "SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "NAME", "TZNAME", "X-ALT-DESC",
    "X-WR-CALNAME", "X-WR-CALDESC", "STYLED-DESCRIPTION",
}  # fmt: skip
#: Texts between commas.
_LISTS = {"CATEGORIES", "RESOURCES"}
_MARKS = re.compile(r"\\[\\;,nN]|\\.?|[,;]", re.DOTALL)
_ESCAPED = {r"\\", r"\;", r"\,", r"\n", r"\N"}


def escapes(calendar: Calendar, found: Findings) -> None:
    """E873, E874."""
    for _, line in calendar.holders():
        if line.key not in _TEXTS and line.key not in _LISTS:
            continue
        if line.parameters.get("VALUE", "TEXT").upper() != "TEXT":
            continue
        value = line.value
        if "," not in value and ";" not in value and "\\" not in value:
            continue
        for mark in _MARKS.finditer(value):
            text, span = mark[0], (mark.start(), mark.end())
            if text in _ESCAPED or (text == "," and line.key in _LISTS):
                continue
            bare = text in (",", ";")
            if found.full("E873" if bare else "E874"):
                found.more("E873" if bare else "E874", 1)
            elif bare:
                found.error(
                    "E873",
                    f"a {'comma' if text == ',' else 'semicolon'} in {line.key}, not escaped",
                    calendar.document.value_span(line, *span),
                    "vobject and programs built on it cut the text off here",
                    hint=f"write \\{text}",
                )
            else:
                found.error(
                    "E874",
                    f"{text!r} in {line.key} stands for nothing",
                    calendar.document.value_span(line, *span),
                    "readers show the backslash, or swallow it",
                    hint=r"a backslash is written \\, a line break \n; nothing but , and ; is "
                    "escaped besides",
                )
