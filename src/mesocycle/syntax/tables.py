"""Where the parsing tables come from.

Making them from the grammar's text takes Lark a quarter of a second, so they ship as data
beside the grammar (JSON: it can hold no code), with the hash of the text that they were made
from. When that does not match, the text wins, and the tables are made anew.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from mesocycle import grammar
from mesocycle.syntax.engine import Tables
from mesocycle.syntax.nesting import PLACES, Kind, start_rules


def load(kind: Kind) -> Tables:
    """The tables of the grammar of `kind`: the stored ones if they are current."""
    wanted = fingerprint(kind)
    try:
        stored = msgspec.json.decode(path(kind).read_bytes(), type=Tables)
    except (OSError, msgspec.DecodeError):
        return make(kind)
    return stored if stored.sha256 == wanted else make(kind)


def make(kind: Kind) -> Tables:
    """The tables of the grammar of `kind`, made from its text by Lark."""
    from mesocycle.syntax.lark_tables import tables

    return tables(grammar.text(kind), start_rules(PLACES[kind]), fingerprint(kind))


def write(kind: Kind) -> Path:
    """Store the tables of the grammar of `kind`; where they went."""
    target = path(kind)
    target.write_bytes(msgspec.json.encode(make(kind)) + b"\n")
    return target


def path(kind: Kind) -> Path:
    """Where the tables of the grammar of `kind` are stored."""
    return Path(grammar.__file__).with_name(f"{kind}.tables.json")


def fingerprint(kind: Kind) -> str:
    """What the tables depend on: the grammar's text and the rules that parsing starts with."""
    from hashlib import sha256

    text = grammar.text(kind) + " ".join(start_rules(PLACES[kind]))
    return sha256(text.encode()).hexdigest()
