"""Clauses that come from above: from a group to its lines, from `do` to a template's.

What can be said once of a line is said by the nearer of the two; texts, alternatives and
conditions add up.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from mesocycle.syntax import nodes as n

Clauses = tuple[n.Piece[n.Node], ...]

#: What a tempo is called; `slow` is one.
TEMPO: Final = "the tempo"

#: What a line can say once. A progression's rules go with its `progress`.
_ONCE: Final[dict[type[n.Node], str]] = {
    n.Scheme: "the sets and reps",
    n.Loaded: "the load",
    n.Tempo: TEMPO,
    n.Progress: "the progress",
    n.Warmup: "the warm-up",
    n.RoundTo: "the rounding",
    n.Deload: "the deload",
    n.Skip: "the skip",
    n.StartAt: "the first rung",
    n.Goal: "the goal",
    n.SessionId: "the id",
}

_RESTS: Final = {
    "sets": "the rest",
    "rounds": "the rest between rounds",
    "after": "the rest at the end",
}

#: What also makes sense where there are no sets: at a stretch of running, at a habit.
_OF_ANYTHING: Final = (n.Text, n.Volume)

#: What makes sense of a run only.
_OF_RUNS: Final = (n.Course, n.SwapActivity, n.EasyOnly)


def once(node: n.Node) -> str | None:
    """What the clause says, if a line can say it only once: two with the same name collide."""
    return _RESTS[node.where] if isinstance(node, n.Rest) else _ONCE.get(type(node))


def inherit(own: Clauses, above: Iterable[n.Piece[n.Node]], head: n.Node) -> Clauses:
    """The clauses of a line (with this `head`) under those of what it stands in; its own win."""
    said = {once(piece.node) for piece in own} - {None}
    if n.Manner("slow") in [piece.node for piece in own]:
        said.add(TEMPO)  # slow is a tempo
    return (*(piece for piece in above if _passes(piece.node, said, head)), *own)


def overlay(below: Clauses, own: Clauses, head: n.Node) -> Clauses:
    """The clauses of a template's line (with this `head`) under those of the `do`, which win."""
    kept = tuple(piece for piece in own if _fits(piece.node, head))
    return inherit(kept, below, head)


def _passes(node: n.Node, said: set[str | None], head: n.Node) -> bool:
    if not _fits(node, head):
        return False
    if isinstance(node, n.On):
        return _ONCE[n.Progress] not in said
    if node == n.Manner("slow"):
        return TEMPO not in said
    return once(node) not in said or once(node) is None


def _fits(node: n.Node, head: n.Node) -> bool:
    """Whether the clause says anything of such a line."""
    if isinstance(node, n.Under | n.WeekOf):
        return _fits(node.clause, head)
    if isinstance(node, _OF_RUNS):
        return of_runs(node, head)
    return isinstance(node, _OF_ANYTHING) or not isinstance(head, n.Stretch | n.Task)


def of_runs(node: n.Node, head: n.Node) -> bool:
    """Whether what is said of runs is said of this line; other legs leave a warm-up as it is."""
    if not isinstance(head, n.Stretch):
        return False
    stands = head.activity is not None and head.activity.text == "rest"
    return not isinstance(node, n.Course) or (head.role is None and not stands)
