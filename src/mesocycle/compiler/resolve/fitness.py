"""What a plan's header says of its athlete: bests, heart rates, powers and zones.

A plan written for one person may say it; a diary says it better, and wins.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, cast

from mesocycle.catalogue.lookup import Lookup
from mesocycle.diagnostics import Label
from mesocycle.syntax import nodes as n

Facts = dict[str, Any]


def _line(r: Lookup, piece: n.Piece[n.Node], facts: Facts) -> None:
    from mesocycle.diary.fitness import fitness_log, said_before

    line = cast(n.FitnessLine, piece.node)
    before = said_before(r, line)
    if before is not None:
        r.notes.error(
            "E312", "said twice", piece.span, "a plan has one of these",
            labels=[Label(before.span, "the first one is here")],
            hint="keep one of the two lines; what changes with time belongs in the diary",
        )  # fmt: skip
        return
    found = fitness_log(r, piece, line, None)
    if found is not None:
        facts["fitness"] = (*facts.get("fitness", ()), found)


#: What to do with each of these lines; each may come for every race, heart rate and zone.
LINES: Final[dict[type[n.Node], Callable[[Lookup, n.Piece[n.Node], Facts], None]]] = {
    n.BestOf: _line,
    n.HeartOf: _line,
    n.Ftp: _line,
    n.ZoneOf: _line,
}

#: The facts that they leave, named as the plan's fields are.
FACTS: Final = ("fitness",)


def check(r: Lookup, facts: Facts) -> None:
    """Note what contradicts itself, once all lines are read."""
    if "fitness" in facts:
        from mesocycle.diary.agreement import check_agreement

        check_agreement(r)
