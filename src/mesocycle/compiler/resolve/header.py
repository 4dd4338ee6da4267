"""The plan's header: what it is called, when it runs, and how careful it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, cast

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.model import slug
from mesocycle.civil import read_zone, zone_names
from mesocycle.compiler.resolve import loads
from mesocycle.diagnostics import Label
from mesocycle.source import Span
from mesocycle.syntax import nodes as n

#: The longest plan, in days: ten years.
LONGEST = 3660

Facts = dict[str, Any]


def resolve(r: Lookup) -> tuple[Facts, n.Piece[n.Node] | None]:
    """The facts of the header, and the piece to blame for what is missing."""
    plans = [s for s in r.file.statements if isinstance(s.head.node, n.PlanHead)]
    if not plans:
        r.notes.error(
            "E301", "this file is not a plan", Span(r.file.source, 0, 0), "no plan line",
            hint='begin with a line such as: plan "A back that runs"',
        )  # fmt: skip
        return {}, None
    for again in plans[1:]:
        r.notes.error(
            "E302", "a second plan", again.head.span, "one file, one plan",
            labels=[Label(plans[0].head.span, "the first one is here")],
            hint="keep each plan in a file of its own",
        )  # fmt: skip
    head = plans[0].head
    facts: Facts = {"name": cast(n.PlanHead, head.node).name.text}
    seen: dict[str, n.Piece[n.Node]] = {}
    for child in plans[0].children:
        line = _LINES.get(type(child.head.node))
        if line and _first(r, child.head, seen):
            line(r, child.head, facts)
    facts.setdefault("identity", slug(facts["name"]))
    return facts, head


def _first(r: Lookup, piece: n.Piece[n.Node], seen: dict[str, n.Piece[n.Node]]) -> bool:
    key = getattr(piece.node, "key", type(piece.node).__name__)
    if key in seen and key not in ("author", "source", "MaxOf"):
        r.notes.error(
            "E312", "said twice", piece.span, "a plan has one of these",
            labels=[Label(seen[key].span, "the first one is here")],
            hint="keep one of the two lines",
        )  # fmt: skip
        return False
    seen[key] = piece
    return True


def _text(r: Lookup, piece: n.Piece[n.Node], facts: Facts) -> None:
    node = cast(n.Header, piece.node)
    word = node.values[0]
    if len(node.values) > 1 and node.key != "author":
        r.notes.error(
            "E312", f"{node.key} said twice", piece.at(node.values[1]), "a plan has one",
            hint="keep one of the two",
        )  # fmt: skip
    if node.key == "timezone":
        zone = read_zone(word.text)
        if zone is None:
            known = sorted(zone_names())
            r.unknown("E305", "time zone", piece, word, known, "not a zone of the tz database")
        facts["zone"] = zone
    elif node.key == "author":
        facts["authors"] = (*facts.get("authors", ()), *(w.text for w in node.values))
    elif node.key == "id":
        facts["identity"] = slug(word.text)
    elif node.key == "place":
        facts["place"] = r.place(piece, word)
    else:
        facts[node.key] = word.text


def _date(r: Lookup, piece: n.Piece[n.Node], facts: Facts) -> None:
    node = cast(n.HeaderDate, piece.node)
    facts[node.key] = r.date(piece, node.date)
    facts[node.key + " piece"] = piece


def _lasts(r: Lookup, piece: n.Piece[n.Node], facts: Facts) -> None:
    node = cast(n.Lasts, piece.node)
    if 1 <= node.days <= LONGEST:
        facts["days"] = node.days
        facts["lasts piece"] = piece
        return
    r.notes.error(
        "E306", "a plan of no days" if node.days < 1 else "a plan of more than ten years",
        piece.at(node.word), f"{node.days} days",
        hint="say how long it lasts: lasts 8 weeks",
    )  # fmt: skip
    facts["days"] = 7


def _setting(_r: Lookup, piece: n.Piece[n.Node], facts: Facts) -> None:
    node = cast(n.Setting, piece.node)
    facts[node.key] = node.value.text


def _declares(_r: Lookup, piece: n.Piece[n.Node], facts: Facts) -> None:
    facts["declares"] = (cast(n.Declares, piece.node).count, piece)


_LINES: dict[type[n.Node], Callable[[Lookup, n.Piece[n.Node], Facts], None]] = {
    n.Header: _text,
    n.HeaderDate: _date,
    n.Lasts: _lasts,
    n.Setting: _setting,
    n.Declares: _declares,
    **loads.LINES,
}


def span_of_days(
    r: Lookup,
    facts: Facts,
    head: n.Piece[n.Node],
    starts: dt.date | None,
    phased: int | None = None,
) -> tuple[dt.date, int] | None:
    """The first day and the number of days; `starts` given from outside wins.

    `phased` is how many weeks the plan's phases last: a plan that has them need not say more.
    """
    first = starts or facts.get("starts")
    last = facts.get("ends")
    days = facts.get("days")
    if phased is not None:
        days = _as_phased(r, facts, head, starts, phased)
    if first and last:
        days = (last - first).days + 1
        if not 1 <= days <= LONGEST:
            why = "the plan ends before it starts" if days < 1 else "a plan of more than ten years"
            r.notes.error(
                "E306", why,
                facts["ends piece"].span, f"it starts on {first}",
                hint="correct one of the two dates",
            )  # fmt: skip
            return None
        if starts is None and "lasts piece" in facts and facts["days"] != days:
            r.notes.error(
                "E306", "the dates and the length disagree", facts["lasts piece"].span,
                f"from {first} to {last} it is {days} days",
                hint="keep two of the three: starts, ends, lasts",
            )  # fmt: skip
    elif last and days:
        first = last - dt.timedelta(days=days - 1)
    if days is None and not _failed(facts, "ends"):
        r.notes.error(
            "E303", "the plan does not say how long it lasts", head.span, "no length",
            hint="add a line such as: lasts 8 weeks",
        )  # fmt: skip
    if first is None and not _failed(facts, "starts"):
        r.notes.error(
            "E307", "the plan does not say when it starts", head.span, "no first day",
            hint=(
                "add a line such as: starts 2026-12-07",
                "or give the day when building: --start 2026-12-07",
            ),
        )  # fmt: skip
    return (first, days) if first and days else None


def _as_phased(
    r: Lookup, facts: Facts, head: n.Piece[n.Node], starts: dt.date | None, weeks: int
) -> int:
    """The days of a plan with phases; a length that they do not add up to is a mistake."""
    said, piece = facts.get("days"), facts.get("lasts piece")
    if said is None and starts is None and facts.get("starts") and facts.get("ends"):
        said, piece = (facts["ends"] - facts["starts"]).days + 1, facts["ends piece"]
    if weeks * 7 > LONGEST:
        r.notes.error(
            "E306", "a plan of more than ten years", head.span, f"its phases last {weeks} weeks",
            hint="make the phases shorter, or a plan of its own of each",
        )  # fmt: skip
    elif said is not None and piece is not None and -(-said // 7) != weeks:
        length = f"{said // 7} weeks" if said % 7 == 0 else f"{said} days"
        r.notes.error(
            "E342", f"the plan lasts {length}, its phases {weeks} weeks", piece.span,
            "the two disagree",
            hint="leave out this line: the phases say how long the plan is; or change one of the "
            "two",
        )  # fmt: skip
    return said or min(weeks * 7, LONGEST)


def _failed(facts: Facts, key: str) -> bool:
    return key in facts and facts[key] is None
