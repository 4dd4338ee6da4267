"""Together: a session with the options of a choice, or with what is merged into it, as one."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from mesocycle.catalogue.model import Catalogue
from mesocycle.compiler.checked import Session
from mesocycle.compiler.numbers.statistics import estimate
from mesocycle.compiler.sessions.compose import Made, compose
from mesocycle.compiler.sessions.tracks import Day
from mesocycle.diary.model import SessionLog
from mesocycle.programme import Block

#: The blocks of each session that was made.
Parts = Sequence[tuple[Block, ...]]


def options_of(session: Session, log: SessionLog | None) -> tuple[Session, ...]:
    """The options of a choice; only the one that was done, once the diary says so."""
    done = tuple(option for option in session.options if log and option.name == log.session)
    return done or session.options


def made(days: Sequence[Day], *, many: bool) -> tuple[Made, Parts]:
    """What all of them make; of `many`, each under its name. And the blocks of each."""
    found = [(day.session, compose(day)) for day in days]
    whole = Made(
        tuple(
            replace(block, title=session.name) if many and i == 0 else block
            for session, part in found
            for i, block in enumerate(part.blocks)
        ),
        any(part.assessment for _, part in found),
        any(part.provisional for _, part in found),
        tuple(line for _, part in found for line in part.basis),
    )
    return whole, [part.blocks for _, part in found]


def counted(parts: Parts, options: int, catalogue: Catalogue) -> tuple[Block, ...]:
    """What stands in any case, and the longest of the options (behind the first part)."""
    chosen = max(parts[1 : 1 + options], key=lambda blocks: estimate(blocks, catalogue) or 0)
    kept = (parts[0], chosen, *parts[1 + options :])
    return tuple(block for part in kept for block in part)


def notes(options: Sequence[Session], merged: Session | None) -> tuple[str, ...]:
    """What to do about a choice that nothing has settled yet; whose lines are here as well."""
    choose = f"One of {' or '.join(o.name for o in options)}: log the one that you do."
    also = (f"With what was missed of {merged.name}.",) if merged else ()
    return (*((choose,) if len(options) > 1 else ()), *also)
