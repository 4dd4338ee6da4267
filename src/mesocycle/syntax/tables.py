"""The parsing tables, and where they come from.

Making them from the grammar's text takes Lark a quarter of a second, so they ship as data
beside the grammar (JSON: it can hold no code), with a checksum of the text that they were made
from. When that does not match, the text wins, and the tables are made anew.
"""

from __future__ import annotations

from zlib import crc32

import msgspec

import mesocycle.grammar as grammar
from mesocycle.syntax.nesting import PLACES, Kind, start_rules


class Terminal(msgspec.Struct, frozen=True, array_like=True):
    """A kind of token; `pattern` is a regular expression, or the text itself if `fixed`."""

    name: str
    pattern: str
    fixed: bool


class Rule(msgspec.Struct, frozen=True, array_like=True):
    """A rule of the grammar as the machine needs it.

    `size` parts make one `origin`. `callback` is the builder's method (None: hand the one part
    on, or the list of parts if `listed`). `takes` says which parts matter: their index, -1 for
    a part left out (None), or ~index - 1 for a list of parts to put in its place.
    """

    origin: str
    size: int
    callback: str | None
    listed: bool
    takes: tuple[int, ...]
    alone: bool


class Tables(msgspec.Struct, frozen=True):
    """A grammar as data. `states`: for each state, what a symbol leads to (a `dict[str, int]`).

    For tokens, `n >= 0` is "shift and go to n", `~n` is "reduce by rule n"; for rules, the state
    to go to. `terminals` are in the order in which a lexer tries them. States and `rules` (each
    a `Rule`) stay JSON until a text needs them: that is one in ten.
    """

    checksum: int
    terminals: tuple[Terminal, ...]
    ignored: tuple[str, ...]
    rules: tuple[msgspec.Raw, ...]
    states: tuple[msgspec.Raw, ...]
    starts: dict[str, tuple[int, int]]


def load(kind: Kind) -> Tables:
    """The tables of the grammar of `kind`: the stored ones if they are current."""
    try:
        stored = msgspec.json.decode(grammar.tables(kind), type=Tables)
    except msgspec.DecodeError:
        return make(kind)
    return stored if stored.checksum == checksum(kind) else make(kind)


def make(kind: Kind) -> Tables:
    """The tables of the grammar of `kind`, made from its text by Lark."""
    from mesocycle.syntax.lark_tables import tables

    return tables(grammar.text(kind), start_rules(PLACES[kind]), checksum(kind))


def checksum(kind: Kind) -> int:
    """Of all that the tables depend on: the grammar's text and the rules that parsing starts with.

    It finds tables that somebody forgot to make anew; hashlib costs every start 3 ms more.
    """
    text = grammar.text(kind) + " ".join(start_rules(PLACES[kind]))
    return crc32(text.encode())
