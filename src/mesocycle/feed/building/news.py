"""What a look at the folder found: which feeds are new, as they were, broken, or mended."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Literal

import msgspec

from mesocycle.diagnostics import Diagnostic
from mesocycle.feed.model import Options

_RENAMED = "is {} the same, renamed? then make links to that, or give it the old name back"
_REVOKE = "put the file back, or revoke the links to it (meso feed revoke), which is told to them"

What = Literal["built", "unchanged", "failed", "mended"]


class News(msgspec.Struct, frozen=True):
    """What became of one feed for one set of options.

    `built`: it has other bytes now. `unchanged`: it was made, and is as it was. `failed`: the
    last good bytes stay, if there ever were any. `mended`: it was made again after it failed.
    `feed` is empty for what concerns the folder as a whole. `again`: its diagnostics were
    told before, and are the same.
    """

    feed: str
    what: What
    diagnostics: tuple[Diagnostic, ...] = ()
    options: Options = {}
    again: bool = False


def to_tell(news: Iterable[News]) -> tuple[Diagnostic, ...]:
    """What somebody should read of it: each thing once, and not what was told before.

    A thousand athletes share the mistake of one plan.
    """
    found: dict[object, Diagnostic] = {}
    for each in news:
        if not each.again:
            for diagnostic in each.diagnostics:
                found.setdefault((*_said(diagnostic), _place(diagnostic)), diagnostic)
    return tuple(found.values())


def mended(news: Iterable[News]) -> tuple[str, ...]:
    """The feeds that are whole again, each once: links of other options are the same news."""
    return tuple(dict.fromkeys(each.feed for each in news if each.what == "mended"))


def same_as_told(diagnostics: Iterable[Diagnostic]) -> int:
    """A number that stays while the same is to be told, even some lines further down."""
    return hash(frozenset(_said(each) for each in diagnostics))


def missing(name: str, others: Iterable[str], *, kept: bool) -> Diagnostic:
    """E805: a feed that the folder does not give; `kept`: there are last good bytes of it."""
    hints = (*(_RENAMED.format(each) for each in _renamed(name, others)), _REVOKE)
    stays = " any more; its calendar stays as it was" if kept else ""
    return Diagnostic(code="E805", message=f"{name} is no feed of the folder{stays}", hints=hints)


def _renamed(name: str, others: Iterable[str]) -> list[str]:
    """What the feed may be called now: the athlete's own part has to be alike.

    All feeds of a plan begin with its name, and nobody is to be sent to another patient's.
    """
    alone = {each: each.rpartition("-")[2] for each in get_close_matches(name, others, n=9)}
    near = get_close_matches(name.rpartition("-")[2], alone.values(), n=1, cutoff=0.7)
    return [each for each, end in alone.items() if end in near][:1]


def _said(d: Diagnostic) -> tuple[str, ...]:
    where = (d.span.source.name, d.span.text) if d.span is not None else ()
    return (d.code, d.message, d.label, *where)


def _place(d: Diagnostic) -> tuple[int, int]:
    return (d.span.start, d.span.end) if d.span is not None else (0, 0)
