"""Slots: what moves together, over the whole plan.

A squat that stands alike in two sessions is one lift and progresses as one; what is told
apart by its label, its sets or its progress is a lift of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from mesocycle.catalogue.model import slug
from mesocycle.compiler.checked import Item, Rungs, Session, Stretch, Together
from mesocycle.syntax.nodes import Word


def assign(sessions: Sequence[Session]) -> tuple[Session, ...]:
    """The sessions with every line in its slot."""
    names = _Names(Counter(_name(i) for session in sessions for i in session.items if _own(i)))
    done = tuple(
        replace(
            session,
            items=tuple(replace(i, slot=names.slot(session, i)) for i in session.items),
        )
        for session in sessions
    )
    return tuple(
        replace(session, options=tuple(done[option.index] for option in session.options))
        if session.options
        else session
        for session in done
    )


class _Names:
    """The slots that have a name; `lines` is how many lines are about the same exercises."""

    def __init__(self, lines: Counter[str]) -> None:
        self.lines = lines
        self.found: dict[str, list[Any]] = {}

    def slot(self, session: Session, item: Item) -> str:
        """The slot of a line; lines that are alike share one."""
        what = item.what
        if isinstance(what, Stretch) and item.manner.progress and item.manner.progress.moves:
            said = (what.activity, what.role, what.legs, item.manner.progress)
            return self._alike(f"a {what.activity}", tuple(_plain(said)))
        if not isinstance(what, Rungs | Together):
            return f"{session.key}/{item.key}"
        name = _name(item)
        if what.label is not None:
            return f"{slug(what.label)}:{name}"
        if self.lines[name] == 1:
            return name
        manner = item.manner
        exercises = tuple(e.id for e in what.exercises)
        return self._alike(
            name, tuple(_plain((exercises, manner.scheme, manner.loads, manner.progress)))
        )

    def _alike(self, name: str, said: tuple[Any, ...]) -> str:
        """The slot of those that say the same."""
        alike = self.found.setdefault(name, [])
        if said not in alike:
            alike.append(said)
        number = alike.index(said) + 1
        return name if number == 1 else f"{name}-{number}"


def _own(item: Item) -> bool:
    """Whether the line's exercises alone may name its slot."""
    return isinstance(item.what, Rungs | Together) and item.what.label is None


def _name(item: Item) -> str:
    what = item.what
    if isinstance(what, Together):
        return "+".join(e.id for e in what.exercises)
    return what.exercises[0].id if isinstance(what, Rungs) else ""


def _plain(value: Any) -> Iterator[Any]:
    """What is said, without where it stands: two lines that say the same are alike."""
    if isinstance(value, Word):
        yield value.text
    elif isinstance(value, tuple):
        yield len(value)
        for part in value:
            yield from _plain(part)
    elif isinstance(value, msgspec.Struct):
        yield type(value).__name__
        for field in value.__struct_fields__:
            if field != "word":
                yield from _plain(getattr(value, field))
    else:
        yield value
