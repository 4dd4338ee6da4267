"""The page of a link: how to subscribe, what to expect, and to keep it to oneself.

It says which calendar it is and nothing of what is in it. It needs nothing from anywhere: style,
script and QR code are in it, and the CSP that goes with it allows just these.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from importlib import resources
from typing import NamedTuple

import segno
from jinja2 import DictLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from mesocycle.feed.links.addresses import Addresses, reach
from mesocycle.feed.model import Link
from mesocycle.output.text import one_line
from mesocycle.programme import DISCLAIMER

#: How often programs look again, as their makers say or as was seen of them.
POLLS = (
    ("Google Calendar", "every 8 to 24 hours; nothing hurries it"),
    ("iPhone, iPad, Mac", "as set there: from every 5 minutes to once a week"),
    ("Outlook.com, Microsoft 365", "every 3 hours or so, at times only once a day"),
    ("Thunderbird", "every 30 minutes, unless set otherwise"),
    ("Nextcloud", "once a week, unless set otherwise"),
    ("GNOME, Evolution", "as set there"),
)


class Page(NamedTuple):
    """A page as text, and the Content-Security-Policy to send with it."""

    html: str
    csp: str


class Caution(NamedTuple):
    """What somebody has to know before they try."""

    head: str
    text: str


_CAUTIONS = {
    "here": Caution(
        "This address works on this computer only.",
        "Phones, Google and Outlook cannot reach it: for them it needs a public address with "
        "https.",
    ),
    "near": Caution(
        "This address works in its own network only.",
        "Google and Outlook cannot reach it, nor can a phone that is elsewhere: for them it needs "
        "a public address with https.",
    ),
    "plain": Caution(
        "This address is not encrypted.",
        "Whoever is on the way can read the link and the calendar, and Google, Outlook and some "
        "phones do not take it: for them it needs https.",
    ),
}


def page(link: Link, title: str, addresses: Addresses) -> Page:
    """The page of a link; of one that is revoked, what to do now, and not what it was."""
    if link.revoked is not None:
        return _drawn("ended.html", replaced=link.replaced)
    reached = reach(addresses.https)
    return _drawn(
        "page.html",
        title=one_line(title) or "Training",
        at=addresses,
        public=reached == "public",
        caution=_CAUTIONS.get(reached),
        qr=None if reached == "here" or addresses.page is None else _qr(addresses.page),
        polls=POLLS,
    )


def _drawn(name: str, **what: object) -> Page:
    html = _templates().get_template(name).render(
        what, style=Markup(_file("page.css")), script=Markup(_file("page.js")),  # noqa: S704 - ours
        disclaimer=one_line(DISCLAIMER),
    )  # fmt: skip
    return Page(html, _csp())


def _qr(address: str) -> Markup:
    code = segno.make_qr(address, error="m")
    drawn = code.svg_inline(
        border=4, dark="#000", light="#fff", omitsize=True, svgclass=None, lineclass=None
    )
    return Markup(drawn)  # noqa: S704 - made of squares


@cache
def _templates() -> ImmutableSandboxedEnvironment:
    names = ("base.html", "page.html", "ended.html")
    return ImmutableSandboxedEnvironment(
        autoescape=True,
        loader=DictLoader({name: _file(name) for name in names}),
        trim_blocks=True,
        undefined=StrictUndefined,
    )


@cache
def _file(name: str) -> str:
    folder = resources.files("mesocycle.feed.web") / "template"
    return (folder / name).read_text(encoding="utf-8").strip()


@cache
def _csp() -> str:
    """Nothing from anywhere, in no frame; the style and the script that are in the page."""
    return (
        f"default-src 'none'; style-src {_hash('page.css')}; script-src {_hash('page.js')}; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def _hash(name: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(_file(name).encode()).digest()).decode()}'"
