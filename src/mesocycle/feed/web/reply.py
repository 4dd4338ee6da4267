"""An answer over HTTP as a value: status, header fields, bytes; and the answers that never vary."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import msgspec

#: Header fields as ASGI has them: names in lower case.
Fields = tuple[tuple[bytes, bytes], ...]

#: What nothing on a page of ours may do, unless the page says otherwise.
CSP = b"default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

#: On every answer: an address is a secret, so nobody is told it and nobody indexes it.
SECURITY: Fields = (
    (b"referrer-policy", b"no-referrer"),
    (b"x-robots-tag", b"noindex"),
    (b"x-content-type-options", b"nosniff"),
)


class Reply(msgspec.Struct, frozen=True, dict=True):
    """What is sent. To a HEAD `body` is empty, and the fields are those of the GET."""

    status: int
    fields: Fields
    body: bytes = b""

    @cached_property
    def rows(self) -> bytes:
        """The fields as they are sent, without the status line and the empty line."""
        return b"".join([b"%s: %s\r\n" % field for field in self.fields])

    @cached_property
    def headless(self) -> Reply:
        """The answer to HEAD in the place of this one (RFC 9110 9.3.2)."""
        return Reply(self.status, self.fields)


def reply(
    status: int,
    body: bytes,
    kind: bytes,
    fields: Iterable[tuple[bytes, bytes]] = (),
    *,
    csp: bytes = CSP,
) -> Reply:
    """An answer with a body of the media type `kind`, its length, and what all answers have."""
    return Reply(
        status,
        (
            (b"content-type", kind),
            (b"content-length", b"%d" % len(body)),
            *fields,
            *secured(csp),
        ),
        body,
    )


def secured(csp: bytes = CSP) -> Fields:
    """The fields of every answer."""
    return (*SECURITY, (b"content-security-policy", csp))


def plain(status: int, text: str, fields: Iterable[tuple[bytes, bytes]] = ()) -> Reply:
    """A line of text for whoever looks; never a page, and never kept."""
    kept = ((b"cache-control", b"no-store"), *fields)
    return reply(status, text.encode() + b"\n", b"text/plain; charset=utf-8", kept)


#: The same for whatever is not there: a secret that nobody has is no other than a wrong path.
NOT_FOUND = plain(404, "There is nothing here.")

GONE = plain(410, "This calendar link was revoked. Ask your coach for a new one.")

NOT_ALLOWED = plain(405, "A calendar can be read, and nothing else.", [(b"allow", b"GET, HEAD")])

#: A plan that never compiled: nothing to keep up, and nothing that could empty a calendar.
NOT_READY = plain(
    503, "This calendar is not ready yet. Nothing is lost; try again.", [(b"retry-after", b"300")]
)

FAILED = plain(500, "Something went wrong here. Nothing is lost; try again.")

ROBOTS = reply(
    200,
    b"User-agent: *\nDisallow:\n",
    b"text/plain; charset=utf-8",
    [(b"cache-control", b"public, max-age=86400")],
)


def too_often(seconds: int) -> Reply:
    """Asked too often; from then on, `seconds` from now, the next is answered (RFC 6585 4)."""
    said = f"Asked too often. Try again in {seconds} seconds."
    return plain(429, said, [(b"retry-after", b"%d" % seconds)])
