"""What the replay makes a session of, and what it makes."""

from __future__ import annotations

import datetime as dt

import msgspec

from mesocycle.compiler.checked import Session as Kind
from mesocycle.compiler.ledger import Page
from mesocycle.diary.model import SessionLog
from mesocycle.programme import Block, Status, Total


class Body(msgspec.Struct, frozen=True):
    """What of a session the athlete decides.

    `counted`: the blocks that weeks are made of, of an open choice those of the longest option.
    """

    status: Status
    blocks: tuple[Block, ...] = ()
    provisional: bool = False
    reason: str | None = None
    notes: tuple[str, ...] = ()
    total: Total | None = None
    counted: tuple[Block, ...] | None = None


class Own(msgspec.Struct, frozen=True):
    """A session on its day, as the passes before left it."""

    kind: Kind
    date: dt.date
    week: int
    phase_week: int
    page: Page
    log: SessionLog | None = None
    volume: int | None = None
    skipped: str | None = None
    merged: Kind | None = None
    moved: bool = False
