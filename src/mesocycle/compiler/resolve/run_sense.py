"""Whether a progression makes sense on a line of running: it can move, it ends, it comes about."""

from __future__ import annotations

from typing import Final

from mesocycle.catalogue.lookup import Lookup
from mesocycle.compiler.checked import Manner, Move, Progression, Rule, Stretch, Trigger
from mesocycle.compiler.progress import lengths
from mesocycle.compiler.progress.words import length
from mesocycle.compiler.resolve import sense
from mesocycle.syntax import nodes as n

Pieces = tuple[n.Piece[n.Node], ...]

#: What moves where nothing is longer or shorter for it.
_ALWAYS: Final = frozenset({"stage", "say", "variable"})

#: Events that only sets set off, and how they are written.
_OF_SETS: Final = {"reps": "reps", "sum": "sum of reps", "form": "form bad", "tested": "tested"}

_SAMPLE: Final = {
    "time": "progress time by 5min to 60min",
    "distance": "progress distance by 1km to 10km",
}
_STAGES: Final = "go through stages: progress with NAME, and in it stage 1: run …, stage 2: run …"


def check(
    r: Lookup, manner: Manner, stretch: Stretch, piece: n.Piece[n.Node], rules: Pieces
) -> None:
    """Note everything about the line's progression that makes no sense.

    `piece` is the first clause that speaks of it, `rules` are those that are rules.
    """
    progress = manner.progress
    if progress is None:
        return
    if progress.plugin is not None:
        r.notes.error(
            "E397", f"{progress.plugin} moves sets", piece.span, "a run has none",
            hint=f"say how the run changes: {_SAMPLE['time']}",
        )  # fmt: skip
        return
    if progress.sum is not None:
        _nothing(r, piece, "sum", stretch)
    for step in progress.steps:
        _check_step(r, piece, step, stretch)
    own = len(progress.rules) - len(rules)
    for index, rule in enumerate(progress.rules):
        at = rules[index - own] if index >= own >= 0 else piece
        _check_trigger(r, at, rule.trigger, progress, manner)
        _check_moves(r, at, rule, progress, stretch)


def _check_step(r: Lookup, piece: n.Piece[n.Node], step: n.Step, stretch: Stretch) -> None:
    """A step moves the one length that the line has, up to an end that is above its start."""
    what, low = lengths.counted(stretch), lengths.written(stretch)
    if step.what not in ("time", "distance"):
        _nothing(r, piece, step.what, stretch)
    elif what is None:
        r.notes.error(
            "E387", "which of its lengths?", piece.span,
            "only a line with one length can be longer",
            hint=_STAGES,
        )  # fmt: skip
    elif what != step.what:
        r.notes.error(
            "E387", f"there is no {step.what} here to move", piece.span,
            f"the line says a {what}", hint=f"write: {_SAMPLE[what]}",
        )  # fmt: skip
    elif step.to is None and low.low == low.high:
        r.notes.error(
            "E316", f"progress {what} has no ceiling", piece.span, "up to how long?",
            hint=f"say how far it goes: {_SAMPLE[what]}",
        )  # fmt: skip
    elif step.to is not None and step.to < low.low:
        r.notes.error(
            "E316", "the ceiling is below the start", piece.span,
            f"it starts at {length(what, low.low)}",
            hint=f"write a limit of {length(what, low.low)} or more",
        )  # fmt: skip


def _check_trigger(
    r: Lookup, piece: n.Piece[n.Node], trigger: Trigger, progress: Progression, manner: Manner
) -> None:
    """An event that never comes about on a run is no reason for anything."""
    if trigger.kind in _OF_SETS:
        r.notes.error(
            "E386", f"`{_OF_SETS[trigger.kind]}` never comes about", piece.span,
            "a run has no sets", hint="a run knows: hit, miss, pain > 0, 7 days off",
        )  # fmt: skip
    elif trigger.kind == "top" and not progress.steps:
        r.notes.error(
            "E386", "`top` never comes about", piece.span, "nothing says how long it ever gets",
            hint="write: on hit, or give it an end: progress time by 5min to 60min",
        )  # fmt: skip
    elif trigger.kind in ("phase", "week"):
        sense.check_trigger(r, sense.Line(manner, piece), Rule(trigger, ()))


def _check_moves(
    r: Lookup, piece: n.Piece[n.Node], rule: Rule, progress: Progression, stretch: Stretch
) -> None:
    """What a rule moves is there, and has an upper end."""
    what = lengths.counted(stretch)
    for move in rule.moves:
        if move.kind in _ALWAYS and not move.kept:
            continue
        if move.kind != what or progress.stages:
            _nothing(r, piece, move.kind, stretch, staged=bool(progress.stages))
        elif _goes_up(move) and lengths.ceiling(stretch, progress) <= lengths.written(stretch).low:
            r.notes.error(
                "E391", f"{what} would go up for ever", piece.span, "up to how long?",
                hint=f"say how far it goes: {_SAMPLE[what]}",
            )  # fmt: skip


def _goes_up(move: Move) -> bool:
    amount = move.amount
    if not isinstance(amount, int):
        return False
    return amount > (10_000 if move.how == "times" else 0)


def _nothing(
    r: Lookup, piece: n.Piece[n.Node], what: str, stretch: Stretch, *, staged: bool = False
) -> None:
    """There is nothing of that kind to move."""
    own = lengths.counted(stretch)
    label = "its stages say how long it is" if staged else f"a {stretch.activity} has none"
    if what in ("time", "distance") and not staged:
        label = f"the line says a {own}" if own else "the line has several lengths, or none"
    r.notes.error(
        "E397", f"there is no {what} here to move", piece.span, label,
        hint=_STAGES if own is None or staged else f"move its {own}: {_SAMPLE[own]}",
    )  # fmt: skip
