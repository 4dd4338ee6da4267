"""Whose a feed is: a name that was one athlete's may come to be another's.

Two athletes of one name make no feed until one of them is renamed, and then the other has the
name alone. Links that were made for the one must not show the other.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from mesocycle.diagnostics import Diagnostic
from mesocycle.feed.model import Feed


def diary_of(feed: Feed) -> str | None:
    """What a link remembers of whose it is: the name of the diary's file, in the feed's folder."""
    return os.path.basename(feed.diary) if feed.diary is not None else None


def feed_of(name: str, diary: str | None, feeds: Mapping[str, Feed]) -> Feed | None:
    """The feed of that name; None if there is none, or if it is somebody else's now.

    It is if the diary of the link is another feed's. One that is not there any more was most
    likely renamed.
    """
    feed = feeds.get(name)
    if feed is None or diary is None or diary_of(feed) == diary:
        return feed
    return None if _moved(name, diary, feeds) else feed


def taken(name: str, diary: str | None, feeds: Mapping[str, Feed]) -> Diagnostic | None:
    """E807, if the name is somebody else's now."""
    feed = feeds.get(name)
    if feed is None or diary is None or feed_of(name, diary, feeds) is not None:
        return None
    message = f"{name} was the feed of {diary}, and is now that of {diary_of(feed)}"
    hints = (
        f"who has a link from then sees what was good last; {diary} is {_moved(name, diary, feeds)}"
        " now: give them a new link, and revoke the old one",
    )
    return Diagnostic(code="E807", message=message, hints=hints)


def _moved(name: str, diary: str, feeds: Mapping[str, Feed]) -> str | None:
    """What the feed of a diary is called now, in the folder of the feed `name`."""
    folder = name.rpartition("/")[0]
    return next(
        (
            each.name
            for each in feeds.values()
            if diary_of(each) == diary and each.name.rpartition("/")[0] == folder
        ),
        None,
    )
