"""What a published calendar says, as far as publishing has to know: whose it is, and its events."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from mesocycle.feed.building.header import unfolded

#: Who made it, as `mesocycle_ical` and the notice of a revoked link write it.
_PRODID = b"PRODID:-//mesocycle//"
_BEGIN = b"BEGIN:VCALENDAR\r\n"
_REVISION = (b"SEQUENCE:", b"DTSTAMP:", b"LAST-MODIFIED:")


class Difference(msgspec.Struct, frozen=True):
    """How many events of a calendar are other than before."""

    added: int = 0
    changed: int = 0
    cancelled: int = 0
    gone: int = 0


def is_ours(content: bytes | None, like: bytes | None = None) -> bool:
    """Whether these are the bytes of a calendar that mesocycle made, be it damaged since.

    An output of somebody else's has a name of its own, which `like` (one of its calendars) tells.
    """
    if content is None or not content.startswith(_BEGIN):
        return False
    maker = _maker(content)
    return maker.startswith(_PRODID) or (
        like is not None and maker != b"" and maker == _maker(like)
    )


def _maker(content: bytes) -> bytes:
    lines = content[:2000].split(b"\r\n")[:10]
    return next((line for line in lines if line.startswith(b"PRODID:")), b"")


def difference(before: bytes, after: bytes) -> Difference:
    """What became of the events of `before` in `after`."""
    old, new = dict(_events(before)), dict(_events(after))
    other = [uid for uid in old.keys() & new.keys() if old[uid] != new[uid]]
    cancelled = [uid for uid in other if _off(new[uid]) and not _off(old[uid])]
    return Difference(
        added=len(new.keys() - old.keys()),
        changed=len(other) - len(cancelled),
        cancelled=len(cancelled),
        gone=len(old.keys() - new.keys()),
    )


def is_another(before: bytes, after: bytes) -> bool:
    """Whether no event of the one is in the other, though both have some."""
    old, new = {uid for uid, _ in _events(before)}, {uid for uid, _ in _events(after)}
    return bool(old and new) and old.isdisjoint(new)


def _events(content: bytes) -> Iterator[tuple[bytes, tuple[bytes, ...]]]:
    """UID and lines of each event, without those of its revision."""
    lines: list[bytes] = []
    for line in unfolded(content).split(b"\r\n"):
        if line == b"BEGIN:VEVENT":
            lines = []
        elif line == b"END:VEVENT":
            uid = next((each for each in lines if each.startswith(b"UID:")), b"")
            yield uid, tuple(each for each in lines if not each.startswith(_REVISION))
        else:
            lines.append(line)


def _off(event: tuple[bytes, ...]) -> bool:
    return b"STATUS:CANCELLED" in event
