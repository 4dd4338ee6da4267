"""The addresses of a link: for calendar programs, for Google and Outlook, and for a browser."""

from __future__ import annotations

import ipaddress
import re
from typing import Literal
from urllib.parse import quote, urlsplit

import msgspec

_GOOGLE = "https://calendar.google.com/calendar/r?cid="
_OUTLOOK = "https://outlook.live.com/calendar/0/addfromweb?url="
_OFFICE = "https://outlook.office.com/calendar/0/addfromweb?url="
_HOST = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9])?)*\.?")
_PATH = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*")
_LOCAL = (".local", ".lan", ".internal", ".home", ".home.arpa", ".test", ".invalid")

Reach = Literal["here", "near", "plain", "public"]


class Addresses(msgspec.Struct, frozen=True):
    """All addresses of one link; each of them is the secret.

    `https` is the calendar itself (`http:` if that is how it is served), `webcal` the same for
    programs on this device; `google`, `outlook` and `office` add it there; `page` is for people,
    and None where there is none.
    """

    https: str
    webcal: str
    google: str
    outlook: str
    office: str
    page: str | None = None


class BadAddress(ValueError):
    """What was named is no address to serve under; the message says why."""


def base_address(text: str) -> str:
    """`text` as an address that paths are added to: no slash at its end, all of it ASCII.

    Raises:
        BadAddress: it is none.
    """
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        port = 0
    if port == 0:
        raise BadAddress("it is no address")
    if parts.scheme not in ("http", "https"):
        raise BadAddress("it does not begin with https://")
    if "@" in parts.netloc:
        raise BadAddress("it holds a user")
    if "?" in text or "#" in text:
        raise BadAddress("it goes on behind its path")
    path = quote(parts.path.rstrip("/"), safe="/%:@!$&'()*+,;=~")
    if not _PATH.fullmatch(path) or not text.isprintable() or " " in text or "\\" in text:
        raise BadAddress("it holds characters that no address has")
    return f"{parts.scheme}://{_host(parts.hostname or '')}{f':{port}' if port else ''}{path}"


def addresses(base: str, token: str, title: str) -> Addresses:
    """The addresses of the link that `token` opens, served under `base` (see `base_address`)."""
    page = f"{base}/c/{token}"
    return of_file(f"{page}/plan.ics", title, page=page)


def of_file(url: str, title: str, *, page: str | None = None) -> Addresses:
    """The addresses of a calendar at `url` (http or https) that is called `title`."""
    webcal = "webcal:" + url.partition(":")[2]
    added = f"{quote(url, safe='')}&name={_quoted(title)}"
    return Addresses(
        https=url,
        webcal=webcal,
        google=_GOOGLE + quote(webcal, safe=""),
        outlook=_OUTLOOK + added,
        office=_OFFICE + added,
        page=page,
    )


def reach(url: str) -> Reach:
    """From where `url` can be had, as far as it tells itself.

    `here`: on this machine; `near`: in its own network; `plain`: from everywhere, but not
    encrypted; `public`: from everywhere. What a name leads to is not asked.
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").rstrip(".")
    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        here, near = f".{host}".endswith(".localhost"), _is_near(host)
    else:
        here, near = number.is_loopback or number.is_unspecified, not number.is_global
    if here or near:
        return "here" if here else "near"
    return "public" if parts.scheme == "https" else "plain"


def _is_near(host: str) -> bool:
    return "." not in host or host.endswith(_LOCAL)


def _host(host: str) -> str:
    if ":" in host:
        try:
            number = ipaddress.IPv6Address(host)
        except ValueError:
            number = None
        if number is None or number.scope_id:
            raise BadAddress("its host is no name and no number")
        return f"[{number}]"
    try:
        name = host.encode("idna").decode() if not host.isascii() else host
    except UnicodeError:
        name = ""
    if len(name) > 253 or not _HOST.fullmatch(name):
        raise BadAddress("it names no host" if not host else "its host is no name and no number")
    return name


def _quoted(text: str) -> str:
    return quote(text.encode("utf-8", "replace"), safe="")
