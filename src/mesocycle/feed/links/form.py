"""The form of links.json: read with suspicion, written the same each time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated

import msgspec

from mesocycle.diagnostics import Diagnostic
from mesocycle.feed.links.names import digest_of
from mesocycle.feed.model import Link

#: Counts up when an older mesocycle could not read the file any more.
FORMAT = 1
#: Room for thirty thousand links.
MAX_BYTES = 8_000_000

_Id = Annotated[str, msgspec.Meta(pattern=r"^[a-z]{2,40}\Z")]
_Digest = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]
_Line = Annotated[str, msgspec.Meta(min_length=1, max_length=1000)]
_Moment = Annotated[datetime, msgspec.Meta(tz=True)]


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A link as it is written, which is as it is in memory."""

    id: _Id
    feed: _Line
    whom: _Line
    digest: _Digest
    created: _Moment
    options: dict[str, str] = {}
    revoked: _Moment | None = None
    replaced: bool = False
    token: str | None = None
    diary: _Line | None = None


class _Version(msgspec.Struct):
    format: int


class _File(msgspec.Struct, forbid_unknown_fields=True):
    format: int
    links: list[_Row]


class Damaged(Exception):
    """The bytes are not those of a links.json that can be read; the message says why."""


class Newer(Exception):
    """The bytes were written by a mesocycle that knows more about links than this one."""


def read_links(data: bytes) -> tuple[Link, ...]:
    """The links in the bytes of a file.

    Raises:
        Damaged: they are none.
        Newer: they have a format, or a field, that is not known here.
    """
    if len(data) > MAX_BYTES:
        raise Damaged(f"it is larger than {MAX_BYTES // 1_000_000} MB")
    try:
        version = msgspec.json.decode(data, type=_Version).format
        if version > FORMAT:
            raise Newer(f"it has the format {version}; this mesocycle knows {FORMAT}")
        rows = msgspec.json.decode(data, type=_File).links
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        if "unknown field" in str(error):
            raise Newer(_shortened(error)) from None
        raise Damaged(_shortened(error)) from None
    links = tuple(Link(**msgspec.structs.asdict(row)) for row in rows)
    for what, values in (("id", [r.id for r in links]), ("digest", [r.digest for r in links])):
        if len(set(values)) < len(values):
            raise Damaged(f"two links have the same {what}")
    for link in links:
        if link.token is not None and digest_of(link.token) != link.digest:
            raise Damaged(f"the token of {link.id} does not fit its digest")
    return links


def write_links(links: Iterable[Link]) -> bytes:
    """The bytes of a file with these links."""
    rows = msgspec.json.encode({"format": FORMAT, "links": list(links)})
    return msgspec.json.format(rows, indent=1) + b"\n"


def told(error: Damaged | Newer, shown: str) -> Diagnostic:
    """What is said of a file that cannot be used."""
    if isinstance(error, Newer):
        message = f"{shown} was written by a newer mesocycle: {error}"
        hint = "install that one; nothing was changed"
        return Diagnostic(code="E822", message=message, hints=(hint,))
    hint = "bring it back from a backup; or move it away, and give everybody a new link"
    return Diagnostic(
        code="E821", message=f"{shown} is damaged: {error}", hints=(hint, "nothing was changed")
    )


def _shortened(error: Exception) -> str:
    """Why, on one line, and never a value: one of them may be a secret."""
    text = str(error).splitlines()[0]
    return text[:1].lower() + text[1:120]
