"""The table as Python's own reader of CSV sees it."""

from __future__ import annotations

import csv
import io

from mesocycle_csv import Csv
from msgspec.structs import replace

from mesocycle.output.sample_parts import LADDER
from mesocycle.output.samples import (
    programme,
    session,
)
from mesocycle.output.testing import content
from mesocycle.programme import Block


def table(programme, read_with=",", **options):
    """The rows of a programme as Python's own reader sees them, what is empty left out.

    Without those at the end that say when to stop: see `notices`.
    """
    rows = _read(programme, read_with, **options)
    return [row for row in rows if row.get("row") != "notice"]


def notices(programme):
    """The last rows: when to stop, and what the table is not."""
    rows = _read(programme, ",")
    last = [row for row in rows if row.get("row") == "notice"]
    assert rows[-len(last) :] == last
    return [row["notes"] for row in last]


def _read(programme, read_with, **options):
    data = content(Csv(), programme, **options)
    reader = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=read_with)
    found = []
    for row in reader:
        assert None not in row, "more cells than columns"
        assert None not in row.values(), "fewer cells than columns"
        found.append({name: cell for name, cell in row.items() if cell})
    return found


def of(rows, **wanted):
    return [row for row in rows if all(row.get(name) == cell for name, cell in wanted.items())]


def one(block, **changes):
    return programme(replace(session("Strength", 0, block), **changes))


def straight(*sets, **changes):
    item = replace(LADDER[0], sets=sets, **changes)
    return one(Block(kind="straight", items=(item,)))
