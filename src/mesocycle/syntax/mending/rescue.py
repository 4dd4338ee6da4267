"""What can still be used of a piece with a mistake.

A statement that vanished would take what is nested under it along, and names that it defines
would be missed elsewhere: one mistake would hide some and cause others. So a piece with one
certain fix is read as if it were mended, and a broken head is kept as far as it can be read.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

from mesocycle.syntax.mistake import Mistake
from mesocycle.syntax.nodes import Node, SessionHead, Unread, Word
from mesocycle.syntax.parser import Grammar

_SESSION = re.compile(r'[^ ]+ +("[^"]*")')
_HEADS = frozenset({"plan_head", "pool_head", "exercise_head", "session_entry"})
_PICKS = re.compile("(pick|all) ")


def rescued(grammar: Grammar, rule: str, text: str, mistake: Mistake) -> tuple[Node, ...]:
    """The nodes of `text`, which has a `mistake` under `rule`, as well as they can be told."""
    if not rule:  # no line that the language has
        return ()
    if mistake.fix is None:
        return _head(grammar, rule, text, mistake.end)
    if rule == "item" and mistake.fix.startswith("when "):  # a rule, not an exercise
        return ()
    end = mistake.start + len(mistake.fix)
    mended = text[: mistake.start] + mistake.fix + text[mistake.end :]
    nodes = _entry(grammar, rule, mended) or grammar.nodes(rule, mended)
    nodes = nodes or _head(grammar, rule, mended, end)
    return tuple(_moved(node, mistake.start, mistake.end - end) for node in nodes)


def _entry(grammar: Grammar, rule: str, text: str) -> tuple[Node, ...]:
    """The nodes of a day's line that was taken for the name of an exercise, and is none."""
    return grammar.nodes("entry", text) if rule == "exercise_entry" else ()


def _head(grammar: Grammar, rule: str, text: str, end: int) -> tuple[Node, ...]:
    """What a head says that is wrong before `end`."""
    if rule == "session_head":
        return _session(text)
    if rule in _HEADS or (rule == "item" and _PICKS.match(text)):
        return _beginning(grammar, rule, text[:end])
    return ()


def _session(text: str) -> tuple[Node, ...]:
    """A session by its name, its schedule unknown."""
    match = _SESSION.match(text)
    if match is None:
        return ()
    name = Word(match[1][1:-1], match.start(1), match.end(1))
    return (SessionHead(name, (Unread(),)),)


def _beginning(grammar: Grammar, rule: str, text: str) -> tuple[Node, ...]:
    """The longest beginning of `text`, in whole words, that the grammar takes."""
    if text.count('"') % 2:
        text += '" '
    while text:
        text = text.rpartition(" ")[0]
        nodes = grammar.nodes(rule, text)
        if nodes:
            return nodes
    return ()


def _moved(value: Any, at: int, by: int) -> Any:
    """The node with everything behind `at` moved `by` characters."""
    if type(value) is tuple:
        return tuple(_moved(each, at, by) for each in value)
    if not isinstance(value, msgspec.Struct):
        return value
    changes = {name: _moved(getattr(value, name), at, by) for name in value.__struct_fields__}
    if isinstance(value, Word):
        for name in ("start", "end"):
            changes[name] += by if changes[name] > at else 0
    return type(value)(**changes)
