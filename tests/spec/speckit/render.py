"""The programme in a few words a line: what a spec case compares.

2026-12-09 07:00 Strength, assessment, provisional
  Beetle 3x8 of 8-12 each side, slow, rest 60s
    cue "back heavy on the floor"
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from mesocycle.programme import Block, Item, Programme, Range, Segment, Session, Set


def head(session: Session) -> str:
    """When and what: `2026-12-09 07:00 Strength`, `any time Strength`."""
    return f"{_when(session)} {session.name}"


def words(session: Session) -> tuple[str, ...]:
    """What is said of a session after its name; a status is left out when it is `planned`."""
    found: list[str] = [session.status] if session.status != "planned" else []
    if session.minutes is not None:
        found.append(f"{session.minutes}min")
    if session.provisional:
        found.append("provisional")
    if session.week is not None:
        found.append(f"week {session.week}")
    if session.start:
        found.append(session.start[-6:])
    if session.original_date and session.original_date != session.date:
        found.append(f"from {session.original_date}")
    return tuple(found)


def lines(session: Session) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each item with its details (cues, notes, what comes next), in order."""
    for block in session.blocks:
        yield from _block(block)


def remarks(session: Session, programme: Programme) -> tuple[str, ...]:
    """What stands under a session besides its items, and what goes with every session."""
    reason = (f'reason "{session.reason}"',) if session.reason else ()
    return reason + tuple(f'note "{note}"' for note in (*session.notes, programme.abort))


def full(programme: Programme, *, items: bool = True) -> Iterator[str]:
    """Everything, for people who look for what went wrong."""
    for session in (*programme.sessions, *programme.todo):
        yield ", ".join((head(session), *words(session)))
        if items:
            yield from (f"  {line}" for line, _ in lines(session))


def _when(session: Session) -> str:
    if session.date is None:
        return f'whenever "{session.trigger}"' if session.trigger else "any time"
    if session.start:
        return f"{session.date} {session.start[11:16]}"
    return f"{session.date} {session.slot.replace('_', ' ')}" if session.slot else session.date


def _block(block: Block) -> Iterator[tuple[str, tuple[str, ...]]]:
    part = f"{block.kind}: " if block.kind in ("warmup", "cooldown") else ""
    for segment in block.segments:
        yield part + _segment(segment), tuple(_said(segment.cues, segment.notes))
    for item in block.items:
        yield part + _item(item), tuple(_details(item))


def _segment(segment: Segment) -> str:
    pieces = [segment.activity]
    if segment.end:
        pieces.append(_end(segment.end.seconds, segment.end.metres, segment.end.text))
    if segment.target:
        pieces.append(segment.target.text)
    return " ".join(pieces)


def _end(seconds: int | None, metres: int | None, text: str) -> str:
    if seconds is not None:
        return f"{seconds // 60}min" if seconds % 60 == 0 else f"{seconds}s"
    if metres is not None:
        return f"{metres // 1000}km" if metres % 1000 == 0 else f"{metres}m"
    return text


def _item(item: Item) -> str:
    name = f'task "{item.task}"' if item.task else item.exercise.name if item.exercise else "?"
    label = f"{item.label}: " if item.label else ""
    groups = [f"{len(list(same))}x{amount}" for amount, same in groupby(item.sets, _amount)]
    pieces = [" ".join((label + name, *groups))]
    pieces += dict.fromkeys(manner for one in item.sets for manner in _manner(one))
    return ", ".join((*pieces, "to assess") if item.assessment else pieces)


def _amount(one: Set) -> str:
    side = {"both": "", "each": " each side", "left": " left", "right": " right"}[one.side]
    if one.reps:
        return _range(one.reps, "") + side
    if one.hold_s:
        return _range(one.hold_s, "s") + side
    return (f"{one.distance_m}m" if one.distance_m is not None else "?") + side


def _range(amount: Range, unit: str) -> str:
    if unit == "s" and amount.target >= 300 and amount.target % 60 == 0:
        return f"{amount.target // 60}min"
    band = amount.min is not None and amount.max is not None and amount.min != amount.max
    return f"{amount.target}{unit}" + (f" of {amount.min}-{amount.max}{unit}" if band else "")


def _manner(one: Set) -> Iterable[str]:
    if one.tempo:
        slow = one.tempo == (2, 0, 2, 0)
        yield "slow" if slow else "tempo " + "-".join(str(second) for second in one.tempo)
    if one.rest_s:
        low, high = one.rest_s.min or one.rest_s.target, one.rest_s.max or one.rest_s.target
        yield f"rest {low}s" if low == high else f"rest {low}-{high}s"


def _said(cues: tuple[str, ...], notes: tuple[str, ...]) -> Iterator[str]:
    yield from (f'cue "{cue}"' for cue in cues)
    yield from (f'note "{note}"' for note in notes)


def _details(item: Item) -> Iterator[str]:
    own = item.exercise.cues if item.exercise else ()
    yield from _said((*item.cues, *own), item.notes)
    yield from (f'because "{source}"' for source in item.because)
    if item.exercise and item.exercise.video:
        yield f'video "{item.exercise.video}"'
    if item.progression:
        yield item.progression.text
        yield f"next {item.progression.next}"
