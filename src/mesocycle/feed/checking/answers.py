"""How a feed is sent: what programs need of HTTP to see a change, and to load no more than that."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from mesocycle.diagnostics import Diagnostic
from mesocycle.feed.checking.fetching import LARGEST, Answer
from mesocycle.feed.checking.findings import Findings

#: Sends one more request for the same address: a method, and headers.
Ask = Callable[[str, dict[str, str]], Answer]

_ALIKE = ("content-type", "etag", "last-modified", "cache-control", "content-length")


def look(answer: Answer, ask: Ask) -> tuple[Diagnostic, ...]:
    """What is wrong with the way in which a feed is answered; `ask` sends up to three requests.

    Raises:
        Failed: a later request was not answered at all.
    """
    found = Findings()
    _status(answer, found)
    if answer.status == 200:
        _content_type(answer, found)
        _again(answer, ask, found)
        _head(answer, ask, found)
        _packed(answer, ask, found)
    return found.told()


def _status(answer: Answer, found: Findings) -> None:
    if answer.status == 200:
        return
    what = {
        401: "Google and most others cannot sign in",
        404: "is the address whole? programs keep what they have, and say nothing",
        410: "Thunderbird switches the calendar off",
        429: "too many requests: was this address asked too often?",
    }.get(answer.status, "programs keep what they have, or stop asking")
    found.error(
        "E889",
        f"the answer is {answer.status}, not 200",
        None,
        hint=(what, "a feed is answered with 200, and with 304 if nothing changed"),
    )


def _content_type(answer: Answer, found: Findings) -> None:
    written = answer.headers.get("content-type", "")
    kind, _, rest = written.partition(";")
    charset = rest.partition("charset=")[2].strip().strip('"').lower()
    if kind.strip().lower() != "text/calendar":
        found.error(
            "E889",
            f"Content-Type is {written or 'missing'!r:.60}",
            None,
            hint=(
                "Nextcloud reads the feed by it; browsers show text or a page",
                "Content-Type: text/calendar; charset=utf-8",
            ),
        )
    elif charset not in ("utf-8", "utf8"):
        found.warning(
            "W889",
            f"Content-Type says charset {charset!r:.20}"
            if charset
            else "Content-Type says no charset",
            None,
            hint="some programs then take letters beyond ASCII for others: charset=utf-8",
        )


def _again(answer: Answer, ask: Ask, found: Findings) -> None:
    """The same once more: nothing should come."""
    tag, date = answer.headers.get("etag"), answer.headers.get("last-modified")
    if not tag and not date:
        found.warning(
            "W887",
            "neither ETag nor Last-Modified",
            None,
            hint="Thunderbird and GNOME Calendar then load all of it at every look",
        )
    headers = {"If-None-Match": tag} if tag else {"If-Modified-Since": date} if date else {}
    second = ask("GET", headers)
    if second.status == 200 and second.body != answer.body:
        found.warning(
            "W888",
            "two requests, one after the other, got different bytes",
            None,
            hint="a time of now in DTSTAMP, or new UIDs: programs take all events for changed",
        )
    elif headers and second.status != 304:
        name = next(iter(headers))
        found.warning(
            "W887",
            f"{name} is answered with {second.status}, not 304",
            None,
            hint="programs load all of it at every look, though nothing changed",
        )
    elif second.status == 304 and second.body:
        found.warning("W887", "a 304 with a body", None, hint="304 has headers only")


def _head(answer: Answer, ask: Ask, found: Findings) -> None:
    head = ask("HEAD", {})
    other = [
        key
        for key in _ALIKE
        if key in head.headers and head.headers[key] != answer.headers.get(key, head.headers[key])
    ]
    missing = [key for key in _ALIKE[:3] if key in answer.headers and key not in head.headers]
    if head.status != answer.status:
        message = f"HEAD is answered with {head.status}, GET with {answer.status}"
    elif other or missing:
        message = f"HEAD and GET differ in {', '.join([*other, *missing])}"
    else:
        return
    found.warning("W889", message, None, hint="HEAD has the status and the headers of GET")


def _packed(answer: Answer, ask: Ask, found: Findings) -> None:
    packed = ask("GET", {"Accept-Encoding": "gzip"})
    if packed.headers.get("content-encoding", "").lower() != "gzip":
        return
    if _unpacked(packed.body) != answer.body:
        found.error("E889", "under gzip it is something else", None, hint=(
            "programs that ask for gzip, which is most of them, get a broken calendar",
        ))  # fmt: skip
    if "accept-encoding" not in packed.headers.get("vary", "").lower():
        found.warning(
            "W889",
            "gzip without Vary: Accept-Encoding",
            None,
            hint="a cache between may give the packed bytes to those who cannot open them",
        )


def _unpacked(data: bytes) -> bytes | None:
    try:
        return zlib.decompressobj(wbits=31).decompress(data, LARGEST)
    except zlib.error:
        return None
