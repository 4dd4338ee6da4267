"""What a feed that cannot be made is not to say any more: that somebody trains who must not.

The last good bytes stay, whatever happens; that is right for a typing mistake, and wrong for
one below a red flag. Unknown is not painfree.
"""

from __future__ import annotations

import os
from datetime import date, datetime

import msgspec

from mesocycle.diagnostics import Diagnostic
from mesocycle.feed.building.held import held
from mesocycle.feed.building.make import Made
from mesocycle.feed.building.stops import flagged_since, stopped_since, texts
from mesocycle.feed.building.wire import Order
from mesocycle.loading.diaries import read_diary
from mesocycle.loading.files import shown_name

#: More than any diary may have, in bytes.
_MOST = 8_000_000


def cautious(made: Made, order: Order, *, loosely: bool = False) -> Made:
    """What was made; without a calendar, the last good one as it may still be shown (`held`).

    `loosely`: the diary is not parsed, since that may be what failed.
    """
    return _of(made, order.feed.diary, order.previous, order.now, loosely=loosely)


def without_feed(
    why: Diagnostic, name: str, diary: str | None, last: bytes | None, now: datetime
) -> Made:
    """The same where there is no feed any more, and `why`; the diary is that of last time."""
    return _of(Made(None, name, (why,), ()), diary, last, now, loosely=True)


def _of(made: Made, diary: str | None, last: bytes | None, now: datetime, *, loosely: bool) -> Made:
    if made.content is not None or last is None or diary is None:
        return made
    since = _since(diary, loosely=loosely)
    if since is None:
        return made
    notes = (*made.diagnostics, _told(made.title, diary))
    return msgspec.structs.replace(made, held=held(last, since, now), diagnostics=notes)


def _since(path: str, *, loosely: bool) -> date | None:
    if not os.path.isfile(path):  # a pipe would be waited for, a folder has no lines
        return None
    source = read_diary(path).value
    if source is None:
        return flagged_since([_raw(path)])
    if loosely:
        return flagged_since([each.text for each in texts(source)])
    return stopped_since(source)


def _raw(path: str) -> str:
    """A file that is no proper text, as far as it is one."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with open(handle, "rb") as file:
            return file.read(_MOST).replace(b"\0", b"").decode("utf-8", "replace")
    except (OSError, ValueError):
        return ""


def _told(name: str, diary: str) -> Diagnostic:
    message = f"{name} cannot be made, and training is stopped in {shown_name(diary)}"
    hints = (
        "until it can be made again, its calendar shows the sessions to come as stopped",
        "if that is over, say so in the diary: cleared by …",
    )
    return Diagnostic(code="E806", message=message, hints=hints)
