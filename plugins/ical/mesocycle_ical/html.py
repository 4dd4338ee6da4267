"""The same words in HTML, for programs that show it: nothing in it is live."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from urllib.parse import quote


def as_html(text: str) -> str:
    """Plain text as a page: paragraphs, lines, indents; the first line stands out."""
    first, *others = text.split("\n\n")
    gist, *rest = first.split("\n")
    opening = "<br>".join([f"<b>{escape(gist)}</b>", *_lines(rest)])
    paragraphs = [opening, *("<br>".join(_lines(each.split("\n"))) for each in others)]
    body = "".join(f"<p>{each}</p>" for each in paragraphs)
    return f"<html><body>{body}</body></html>"


def as_address(html: str) -> str:
    """HTML as an address that holds it, for ALTREP: nothing is left in it that ends a parameter."""
    return f"data:text/html,{quote(html, safe='')}"


def _lines(lines: list[str]) -> Iterator[str]:
    for line in lines:
        words = line.lstrip(" ")
        yield "&nbsp;" * (len(line) - len(words)) + escape(words)
