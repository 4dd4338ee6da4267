"""From a programme to one workout: which session, what of it Zwift can hold, what it cannot."""

from __future__ import annotations

from collections.abc import Iterator

from mesocycle.output import Context, Rendered, wording
from mesocycle.output.stretches import leaves
from mesocycle.output.workouts import choose
from mesocycle.programme import Programme, Segment, Session

from .document import document
from .pieces import Cutter, Uncut
from .shares import Shares

#: The sports of Zwift, and the activities that are theirs.
_SPORTS = {"run": ("run", "walk", "jog", "hike"), "bike": ("bike",)}


def workout(programme: Programme, context: Context) -> Rendered:
    """The chosen session as a file of Zwift's."""
    chosen = choose(programme, context, lambda each: bool(_sport(each)), "a run or a ride")
    if isinstance(chosen, Rendered):
        return chosen
    sport = _sport(chosen)
    shares = Shares(programme, chosen, sport)
    cutter = Cutter(shares, _SPORTS[sport], context.number("open") or 0)
    try:
        pieces = cutter.cut(chosen)
    except Uncut as uncut:
        return Rendered.refused(str(uncut), uncut.hint)
    if not pieces:
        return Rendered.refused("nothing of the session has a length")
    warnings = (*cutter.warnings, *shares.warnings, *_left_out(chosen))
    content = document(programme, chosen, sport, pieces, shares.ftp, far=cutter.far)
    return Rendered(content, warnings=tuple(dict.fromkeys(warnings)))


def _sport(session: Session) -> str:
    """`run` or `bike`, by the first stretch of the main part that is one; nothing if none is."""
    for block in session.blocks:
        for leaf in leaves(block.segments) if block.kind == "endurance" else ():
            for sport, activities in _SPORTS.items():
                if leaf.activity in activities and _real(leaf):
                    return sport
    return ""


def _real(leaf: Segment) -> bool:
    return leaf.end is not None


def _left_out(session: Session) -> Iterator[str]:
    if names := wording.exercise_names(session):
        yield f"Zwift has no exercises: {', '.join(names)} left out"
