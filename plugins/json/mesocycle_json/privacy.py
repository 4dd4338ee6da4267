"""The programme without its decisions, and without what points to them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from mesocycle.programme import Block, Programme, Session


def without_decisions(programme: Programme) -> Programme:
    """The same programme; its items point to no decision, for there is none."""
    return replace(
        programme,
        decisions=(),
        sessions=_sessions(programme.sessions),
        todo=_sessions(programme.todo),
    )


def _sessions(sessions: Iterable[Session]) -> tuple[Session, ...]:
    return tuple(replace(each, blocks=_blocks(each.blocks)) for each in sessions)


def _blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(
        replace(each, items=tuple(replace(item, decisions=()) for item in each.items))
        for each in blocks
    )
