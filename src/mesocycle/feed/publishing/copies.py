"""What ought to lie at a place: a copy of a feed for each link, or one for everybody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec

from mesocycle.diagnostics import Diagnostic
from mesocycle.feed.building.owners import feed_of, taken
from mesocycle.feed.links.notice import is_gone, notice
from mesocycle.feed.model import Feed, Link, Options

#: What a link's file is called, in a folder that is called like its secret.
_FILE = "plan.ics"


class Copy(msgspec.Struct, frozen=True):
    """A file at a place: under `key`, which is its address and may be a secret.

    `label` says for people whose it is, without a secret. It holds the `feed` with the
    `options`; or, where there is none any more, the `notice` of that; or, without either,
    nothing may lie there.
    """

    key: str
    label: str
    feed: Feed | None = None
    options: Options = msgspec.field(default_factory=dict)
    notice: bytes | None = None


def for_everybody(feeds: Iterable[Feed]) -> Iterator[Copy]:
    """A copy of each feed, under its name."""
    for feed in feeds:
        yield Copy(f"{feed.name}.ics", feed.name, feed)


def for_links(
    links: Iterable[Link], feeds: Iterable[Feed], now: datetime, missing: list[Diagnostic]
) -> Iterator[Copy]:
    """A copy for each link that was made for publishing; what has no feed goes to `missing`.

    Those of one feed come one after the other.
    """
    named = {feed.name: feed for feed in feeds}
    for link in sorted(links, key=lambda link: link.feed):
        if link.token is None:
            continue
        key, label = f"{link.token}/{_FILE}", f"{link.feed} for {link.whom} ({link.id})"
        if is_gone(link, now):
            yield Copy(key, label)
        elif link.revoked is not None:
            yield Copy(key, label, notice=notice(link, now).content)
        elif (feed := feed_of(link.feed, link.diary, named)) is not None:
            yield Copy(key, label, feed, link.options)
        else:
            moved = taken(link.feed, link.diary, named)
            missing.append(moved or _without_feed(link, sorted(named)))


def _without_feed(link: Link, names: list[str]) -> Diagnostic:
    """E836: a link to what the folder does not give (any more)."""
    message = f"there is no feed {link.feed}, which {link.whom} ({link.id}) may read"
    hints = ["what was published of it stays as it is"]
    if names:
        shown = ", ".join(names[:10]) + (", …" if len(names) > 10 else "")
        now = f"make a link to what there is now ({shown}) and revoke this one"
        hints.insert(0, f"give plan and athlete their old names back, or {now}")
    return Diagnostic(code="E836", message=message, hints=tuple(hints))
