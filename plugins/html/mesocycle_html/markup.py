"""Elements and text of HTML: what is not markup already is escaped, always.

    el("p", "Rest < 90 s", class_="how")     <p class=how>Rest &lt; 90 s</p>

A part of a page is an `Html`; every other string is what somebody wrote.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import Final

from mesocycle.output.text import lines, one_line

#: What may stand in an element: markup, text, or several of them.
Inside = str | Iterable["Inside"] | None

#: Elements without an end.
_VOID: Final = frozenset(("br", "input", "link", "meta"))
#: Values that need no quotes.
_PLAIN: Final = re.compile(r"[A-Za-z0-9._#-]+")
#: What is left of an identity so that it can stand in an address and in a selector.
_NOT_IN_IDS: Final = re.compile(r"[^A-Za-z0-9_-]+")


class Html(str):
    """Markup, in which all text is escaped."""

    __slots__ = ()

    def join(self, parts: Iterable[str], /) -> Html:
        """Markup between markup is markup."""
        return Html(super().join(parts))


def text(written: str) -> Html:
    """What somebody wrote, on one line; a space at an end stays, as it parts words."""
    if written.isspace():
        return Html(" ")
    before, after = " " * written[:1].isspace(), " " * written[-1:].isspace()
    return Html(f"{before}{escape(one_line(written), quote=False)}{after}")


def paragraph(written: str, class_: str | None = None) -> Html:
    """What somebody wrote as a paragraph: a line stays a line. Nothing, of nothing."""
    rows = [Html(escape(line, quote=False)) for line in lines(written)]
    return el("p", Html("<br>").join(rows), class_=class_) if rows else Html()


def el(name: str, /, *inside: Inside, **attributes: str | float | bool | None) -> Html:
    """An element. `class_` is `class`, `aria_label` is `aria-label`; what is None or False is not.

    An attribute that is True stands without a value.
    """
    head = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Html(f"<{name}{head}>")
    return Html(f"<{name}{head}>{joined(inside)}</{name}>")


def joined(inside: Inside) -> Html:
    """All of it in a row."""
    if inside is None:
        return Html()
    if isinstance(inside, Html):
        return inside
    if isinstance(inside, str):
        return text(inside)
    return Html().join(map(joined, inside))


def dots(facts: Iterable[Inside]) -> Html:
    """Facts in a line, with dots between those that there are."""
    return Html(" · ").join(filter(None, map(joined, facts)))


def identity(*parts: str) -> str:
    """Parts as the id of an element."""
    return "-".join(_NOT_IN_IDS.sub("-", part) for part in parts)


def capital(words: str) -> str:
    """With a capital at the start."""
    return words[:1].upper() + words[1:]


def _attribute(key: str, value: str | float | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    if value is True:
        return f" {name}"
    said = one_line(str(value))
    return f" {name}={said}" if _PLAIN.fullmatch(said) else f' {name}="{escape(said)}"'
