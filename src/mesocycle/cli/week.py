"""A week of the programme as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from mesocycle.cli import wording
from mesocycle.cli.paint import Paint
from mesocycle.cli.text import safe, width
from mesocycle.programme import Block, Item, Notice, Programme, Session

_INDENT = " " * 9
_SEVERITY = {"stop": "error", "warning": "warning", "question": "note", "info": "dim"}
_STATUS = {
    "assessment": ("assessment", "note"),
    "done": ("done", "good"),
    "missed": ("missed", "warning"),
    "moved": ("moved", "note"),
    "skipped": ("skipped", "dim"),
    "stopped": ("stopped", "error"),
}


def drawing(
    programme: Programme,
    title: str,
    sessions: Sequence[Session],
    paint: Paint,
    columns: int,
) -> Iterator[str]:
    """The lines of `sessions` under `title`: notices, then day by day, then what has no day."""
    whose = f" · {programme.athlete.name}" if programme.athlete else ""
    yield paint(safe(programme.plan.name + whose), "strong")
    yield title
    ids = {s.id for s in (*sessions, *programme.todo)}
    for notice in programme.notices:
        if notice.session is None or notice.session in ids:
            yield from _notice(notice, paint, columns)
    shown = None
    for session in sessions:
        if session.date != shown and session.date is not None:
            shown = session.date
            yield ""
            yield paint(wording.day(session.date), "strong")
        yield from _session(session, wording.clock(session), paint, columns)
    if programme.todo:
        yield ""
        yield paint("Any time", "strong")
        for session in programme.todo:
            yield from _session(session, "", paint, columns)
    if not sessions and not programme.todo:
        yield ""
        yield "nothing planned"


def _notice(notice: Notice, paint: Paint, columns: int) -> Iterator[str]:
    for row, part in enumerate(wrap(safe(notice.text), columns - 2)):
        yield (paint("!", _SEVERITY[notice.severity]) if row == 0 else " ") + f" {part}"


def _session(session: Session, when: str, paint: Paint, columns: int) -> Iterator[str]:
    facts = [safe(session.name)]
    if session.minutes is not None:
        facts.append(f"{session.minutes} min")
    if session.trigger is not None:
        facts.append(f"whenever {safe(session.trigger)}")
    word, role = _STATUS.get(session.status, ("", "dim"))
    if word:
        facts.append(paint(word, role))
    if session.original_date not in (None, session.date) and session.original_date:
        facts.append(f"from {wording.day(session.original_date)}")
    if session.provisional:
        facts.append(paint("provisional", "dim"))
    yield f"  {when:<5}  " + " · ".join(facts)
    if session.reason:
        yield from _wrapped(session.reason, columns)
    names = [_name(item) for block in session.blocks for item in block.items]
    column = min(max(map(width, names), default=0), 32)
    for block in session.blocks:
        yield from _block(block, column, paint, columns)
    for note in session.notes:
        yield from (paint(row, "dim") for row in _wrapped(note, columns))


def _block(block: Block, column: int, paint: Paint, columns: int) -> Iterator[str]:
    if block.segments:
        yield from _wrapped(wording.segments(block), columns)
    if block.kind not in ("straight", "endurance", "warmup", "cooldown", "note"):
        rounds = f", {block.rounds} rounds" if block.rounds else ""
        yield _INDENT + block.kind.replace("_", " ") + rounds
    if block.title and not block.items and not block.segments:
        yield from _wrapped(block.title, columns)
    for item in block.items:
        yield _item(item, column, paint)


def _item(item: Item, column: int, paint: Paint) -> str:
    name = _name(item)
    line = f"{_INDENT}{name}{' ' * (column - width(name))}  {wording.sets(item.sets)}".rstrip()
    follows = item.progression.next if item.progression else None
    return line + (paint(f"  → {safe(follows)}", "dim") if follows else "")


def _name(item: Item) -> str:
    if item.exercise is None:
        return f"[ ] {safe(item.task or '')}"
    return safe(f"{item.label}: {item.exercise.name}" if item.label else item.exercise.name)


def _wrapped(text: str, columns: int) -> Iterator[str]:
    for row in wrap(safe(text), max(columns - len(_INDENT), 30)):
        yield _INDENT + row
