"""Where the parsing tables come from.

Making them from the grammar's text takes Lark a quarter of a second, so they ship as data
beside the grammar (JSON: it can hold no code), with a checksum of the text that they were made
from. When that does not match, the text wins, and the tables are made anew.
"""

from __future__ import annotations

from zlib import crc32

import msgspec

import mesocycle.grammar as grammar
from mesocycle.syntax.engine import Tables
from mesocycle.syntax.nesting import PLACES, Kind, start_rules


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
