"""What the page looks like and what runs in it: read from the package, and vouched for."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Final

from .markup import Html

#: In this order: each knows those before it.
_SCRIPTS: Final = ("base", "keep", "today", "look", "body", "print")
_TIMER: Final = ("steps", "clock", "timer")


@cache
def _read(name: str) -> str:
    return (files(__package__) / "static" / name).read_text(encoding="utf-8").strip()


def style(theme: str) -> str:
    """The style: in light, in dark, or (`auto`) in what the device has; on paper always light."""
    light, dark = (f":root{{{_read(f'{each}.css')}}}" for each in ("light", "dark"))
    screen = {
        "light": light,
        "dark": f"{light}\n@media screen{{{dark}}}",
        "auto": f"{light}\n@media screen and (prefers-color-scheme: dark){{{dark}}}",
    }[theme]
    return "\n".join((screen, _read("page.css"), _read("print.css")))


def script(*, timer: bool) -> str:
    """The program of the page, in a scope of its own."""
    parts = [_read(f"{name}.js") for name in (*_SCRIPTS, *(_TIMER if timer else ()))]
    return "\n".join(('(() => {\n"use strict";', *parts, "})();"))


def icon() -> str:
    """The picture of the tab, as an address."""
    return f"data:image/svg+xml;base64,{b64encode(_read('icon.svg').encode()).decode()}"


def policy(css: str, js: str) -> str:
    """A Content-Security-Policy: nothing from anywhere but this style and this script."""
    return (
        f"default-src 'none'; style-src '{_hash(css)}'; script-src '{_hash(js)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def raw(tag: str, content: str) -> Html:
    """A style or a script, exactly as it was hashed.

    Raises:
        ValueError: its end is in its content.
    """
    if f"</{tag}" in content.lower() or "<!--" in content:
        raise ValueError(f"a {tag} that ends itself")
    return Html(f"<{tag}>{content}</{tag}>")


def _hash(content: str) -> str:
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"
