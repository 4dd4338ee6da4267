"""Targets that an activity cannot have, though each by itself is right."""

from __future__ import annotations

from mesocycle.catalogue.lookup import Lookup
from mesocycle.syntax import nodes as n


def fits(
    r: Lookup, piece: n.Piece[n.Node], word: n.Word | None, target: n.Target, activity: str
) -> bool:
    """Whether a target is one for that activity; what is not is noted, at `word` if need be."""
    if isinstance(target, n.Ramp):
        start = fits(r, piece, word, target.start, activity)
        return fits(r, piece, word, target.end, activity) and start
    if isinstance(target, n.Bound):
        return fits(r, piece, word, target.target, activity)
    if not isinstance(target, n.NamedPace) or activity in ("run", "jog"):
        return True
    r.notes.error(
        "E440", f"a {activity} at the pace of a run", piece.at(target.word or word),
        "races on foot are meant by it",
        hint=f"say how hard otherwise: {activity} 40min zone 2, {activity} 40min easy",
    )  # fmt: skip
    return False
