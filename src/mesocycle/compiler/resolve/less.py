"""Less: how much less of a run, how easy, or what in its place, and whether that can be."""

from __future__ import annotations

from typing import Any

from mesocycle.catalogue.lookup import Lookup
from mesocycle.compiler.resolve.timing import activity_of
from mesocycle.syntax import nodes as n

#: Hundredths of a per cent.
_ALL = 10_000

Less = n.Volume | n.SwapActivity | n.EasyOnly


def say(r: Lookup, facts: dict[str, Any], piece: n.Piece[n.Node], node: Less) -> None:
    """Put what the clause says into the facts of a `Manner`."""
    if isinstance(node, n.Volume):
        facts["volume"] = _volume(r, piece, node)
    elif isinstance(node, n.EasyOnly):
        activity = activity_of(r, piece, node.activity)
        facts["easy"] = (*facts.get("easy", ()), *([activity] if activity else ()))
    else:
        before = activity_of(r, piece, node.activity)
        after = activity_of(r, piece, node.other)
        if before is not None and after is not None:
            swaps = facts.get("activities", ())
            facts["activities"] = (*swaps, (before, after, node.percent))


def check(r: Lookup, piece: n.Piece[n.Node], node: n.Node) -> None:
    """Under a condition there is less of a run, and never more."""
    share = None
    if isinstance(node, n.Volume):
        share = max(node.percents, default=None)
    elif isinstance(node, n.SwapActivity):
        share = node.percent
    if share is not None and share > _ALL:
        r.notes.error(
            "E394", f"{share / 100:g} % of it is more", piece.at(getattr(node, "word", None)),
            "a condition takes away, and adds nothing",
            hint="write the longer one as a run: if outdoors: 50min easy",
        )  # fmt: skip


def _volume(r: Lookup, piece: n.Piece[n.Node], node: n.Volume) -> int | None:
    if len(node.percents) == 1:
        return node.percents[0]
    many = len(node.percents)
    r.notes.error(
        "E393", "how much of it?" if not many else f"{many} volumes, and one line",
        piece.at(node.word), "no number" if not many else "one a week is for phases and tapers",
        hint="only the coach can say how much: volume 60%"
        if not many
        else "write one: volume 60%; for other weeks: week 2: volume 40%",
    )  # fmt: skip
    return None
