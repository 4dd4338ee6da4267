"""Tests in words: what a session of tests asks for, said once, above all exercises.

The compiler writes down with the first test of a list how far down it to go; read under that
one exercise, it would be overlooked.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from mesocycle.output.wording import to_do
from mesocycle.programme import Item, Session

_ORDER = "Test in this order"
_TO_NOTE = (
    "Note how many, the pain during it, after it and next morning, whether the form held, and "
    "whether it was slow, for each side. Leave out what hurts."
)


def how_to_test(session: Session) -> str:
    """What the tests ask for that are still to be done, in a paragraph; it may be empty.

    In an assessment, one easy set each; and how far down the list to go, if not to its end.
    """
    if not to_do(session):
        return ""
    order = " ".join(_orders(session))
    if session.status != "assessment":
        return order
    each = f"one easy set each. {order}" if order else "one easy set of each, from the top."
    return f"Assessment: {each} {_TO_NOTE}"


def notes(item: Item) -> tuple[str, ...]:
    """The notes to tell with an item: all but what `how_to_test` says for the session."""
    return tuple(note for note in item.notes if not _is_order(item, note))


def _orders(session: Session) -> Iterator[str]:
    """How far to go: from the top of the session, or else from which exercise on."""
    items = [item for block in session.blocks for item in block.items]
    for _, row in groupby(items, attrgetter("assessment")):
        for item, note in ((i, text) for i in row for text in i.notes if _is_order(i, text)):
            name = item.exercise.name if item.exercise else "here"
            on = f"From {name} on: {note[:1].lower()}{note[1:]}"
            yield note if item is items[0] else on


def _is_order(item: Item, note: str) -> bool:
    return item.assessment and note.startswith(_ORDER)
