"""The rows: every session in order, every set of it, every stretch as often as it is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from msgspec.structs import replace

from mesocycle.output import wording
from mesocycle.output.targets import how_hard
from mesocycle.programme import Block, Item, Programme, Segment, Session

from .cells import Cell
from .logged import set_rows

#: A row by the names of its columns; what is not in it is empty.
Row = dict[str, Cell]

#: More stretches than these, and a repeat is one row: nobody runs so many.
_MOST = 2000
#: The kinds of blocks of which each set is a round.
_ROUNDS = frozenset(
    ("superset", "circuit", "interleave", "emom", "every", "amrap", "for_time", "tabata")
)


def rows(programme: Programme) -> Iterator[Row]:
    """All rows: the sessions with a day, those that may be done any time, when to stop."""
    athlete = programme.athlete.name if programme.athlete else None
    plan: Row = {"plan": programme.plan.name, "athlete": athlete}
    for session in (*programme.sessions, *programme.todo):
        about = plan | _session(session)
        blocks = session.blocks if wording.takes_place(session) else ()
        found = [row for number, block in enumerate(blocks, 1) for row in _block(block, number)]
        for row in found or [{"row": "session"}]:
            yield about | row
    for text in filter(None, (programme.abort, programme.disclaimer)):
        yield plan | {"row": "notice", "notes": text}


def _session(session: Session) -> Row:
    start = f"{datetime.fromisoformat(session.start):%H:%M}" if session.start else None
    return {
        "date": session.date,
        "start": start,
        "week": session.week,
        "phase": session.phase,
        "session": session.name,
        "status": session.status,
        "provisional": session.provisional,
        "reason": session.reason,
        "race": session.race,
        "moved_from": session.original_date if session.original_date != session.date else None,
        "minutes": session.minutes,
        "session_id": session.id,
    }


def _block(block: Block, number: int) -> Iterator[Row]:
    about: Row = {"block": number, "kind": block.kind, "how": wording.heading(block)}
    if not block.items and not block.segments:
        yield about | {"row": "note", "notes": block.title}
    for item in block.items:
        for row in _item(item, block):
            yield about | row
    for row in _stretches(block.segments):
        yield about | row


def _item(item: Item, block: Block) -> Iterator[Row]:
    exercise = item.exercise
    about: Row = {
        "exercise": exercise.name if exercise else item.task,
        "exercise_id": exercise.id if exercise else None,
        "notes": _joined((*item.cues, *item.notes)),
        "slot_id": item.slot_id,
    }
    if exercise is None or not (item.sets or item.done):
        yield about | {"row": "set" if exercise else "task", "label": item.label}
        return
    for row in set_rows(item):
        labels = filter(None, (item.label, row.get("label")))
        round_ = {"round": row.get("set")} if block.rounds and block.kind in _ROUNDS else {}
        yield about | row | round_ | {"row": "set", "label": _joined(map(str, labels))}


def _stretches(segments: Sequence[Segment], rounds: tuple[int, ...] = ()) -> Iterator[Row]:
    for segment in segments:
        by_turns = segment.segments and segment.end is not None
        if by_turns or _many(segment) > _MOST:
            yield _stretch(segment, rounds)
            continue
        for time in range(1, segment.repeat + 1):
            within = (*rounds, time) if segment.repeat > 1 else rounds
            if segment.segments:
                yield from _stretches(segment.segments, within)
            else:
                yield _stretch(replace(segment, repeat=1), within)


def _many(segment: Segment) -> int:
    """How many stretches a repeat comes to."""
    return segment.repeat * (sum(map(_many, segment.segments)) or 1)


def _stretch(segment: Segment, rounds: tuple[int, ...]) -> Row:
    """One stretch; or a group that is done by turns until it ends, or that is too long a list."""
    end, aim = segment.end, segment.target
    row: Row = {
        "row": "stretch",
        "exercise": segment.activity,
        "round": rounds[0] if rounds else None,
        "round_within": rounds[-1] if len(rounds) > 1 else None,
        "in_words": wording.segment(segment),
        "notes": _joined((*segment.cues, *segment.notes)),
    }
    if end is not None:
        row |= {
            "duration_s": end.seconds,
            "duration_max_s": end.max_seconds,
            "distance_m": end.metres,
            "distance_max_m": end.max_metres,
        }
    if aim is not None:
        last = f" to {how_hard(segment.target_end)}" if segment.target_end else ""
        row |= {
            "target": how_hard(aim) + last,
            "target_low": aim.low,
            "target_high": aim.high,
            "target_unit": aim.unit,
        }
    return row


def _joined(texts: Iterable[str]) -> str | None:
    return " · ".join(dict.fromkeys(texts)) or None
