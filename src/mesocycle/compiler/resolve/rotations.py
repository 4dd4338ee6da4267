"""Rotations: sessions that take turns on some days, across the borders of weeks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import cast

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.model import fold, slug
from mesocycle.compiler.checked import Rotation, Session
from mesocycle.compiler.resolve import timing
from mesocycle.compiler.resolve.outline import Placed
from mesocycle.compiler.resolve.same import overlap
from mesocycle.syntax import nodes as n


def named(found: Sequence[Placed]) -> frozenset[str]:
    """The folded names of sessions in rotations: these need no days of their own."""
    heads = (cast(n.RotationHead, placed.statement.head.node) for placed in found)
    return frozenset(fold(word.text) for head in heads for word in head.sessions)


def resolve(
    r: Lookup, found: Sequence[Placed], sessions: Sequence[Session]
) -> tuple[Rotation, ...]:
    """Every rotation of the plan, in the file's order."""
    keys = {fold(session.name): session.key for session in sessions}
    seen = Counter[str]()
    made = []
    for number, placed in enumerate(found):
        head = placed.statement.head
        node = cast(n.RotationHead, head.node)
        when = timing.resolve(r, head, keys, placed.place)
        turns = tuple(_turn(r, head, word, sessions, when.timing.weeks) for word in node.sessions)
        if len({fold(word.text) for word in node.sessions}) < 2:
            r.notes.error(
                "E346", "a rotation of one session", head.span, "nothing to take turns with",
                hint='name the others: rotation "A", "B" on mon, wed, fri; or give the session '
                "its days",
            )  # fmt: skip
        key = "+".join(slug(word.text) for word in node.sessions)
        seen[key] += 1
        key = f"rotation/{key}" if seen[key] == 1 else f"rotation/{key}-{seen[key]}"
        index = len(sessions) + number
        made.append(Rotation(key, tuple(k for k in turns if k), when.timing, index, when.apart))
    return tuple(made)


def _turn(
    r: Lookup,
    head: n.Piece[n.Node],
    word: n.Word,
    sessions: Sequence[Session],
    weeks: frozenset[int] | None,
) -> str | None:
    """The key of a session that takes turns; one that never can is a mistake."""
    alike = [s for s in sessions if fold(s.name) == fold(word.text)]
    if not alike:
        r.unknown("E313", "session", head, word, [s.name for s in sessions])
        return None
    if not any(overlap(s.timing.weeks, weeks) for s in alike):
        r.notes.error(
            "E346", f"{alike[0].name} never has its turn", head.at(word),
            "its weeks are not those of the rotation",
            hint="put the rotation where the sessions are: both at the margin, or in one phase",
        )  # fmt: skip
    return alike[0].key
