"""What of the programme is for a template's eyes."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from mesocycle.programme import Block, Programme, Session


def shown(programme: Programme, *, reasons: bool) -> Programme:
    """The programme without what was stopped, and without decisions unless they are asked for.

    Decisions hold health data. Where they are left out, no item points to one.
    """
    return replace(
        programme,
        audit=programme.audit if reasons else None,
        decisions=programme.decisions if reasons else (),
        sessions=_sessions(programme.sessions, reasons),
        todo=_sessions(programme.todo, reasons),
    )


def _sessions(sessions: Iterable[Session], reasons: bool) -> tuple[Session, ...]:
    return tuple(replace(each, blocks=_blocks(each, reasons)) for each in sessions)


def _blocks(session: Session, reasons: bool) -> tuple[Block, ...]:
    if session.status == "stopped":
        return ()
    if reasons:
        return session.blocks
    return tuple(
        replace(block, items=tuple(replace(item, decisions=()) for item in block.items))
        for block in session.blocks
    )
