"""The plan's header: what it is called, when it runs, and how careful it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.model import slug
from mesocycle.civil import read_zone, zone_names
from mesocycle.compiler.resolve import fitness, loads
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
        if isinstance(child.head.node, n.OutputHead):
            _once_each(r, child)
    fitness.check(r, facts)
    facts.setdefault("identity", slug(facts["name"]))
    return facts, head


def _first(r: Lookup, piece: n.Piece[n.Node], seen: dict[str, n.Piece[n.Node]]) -> bool:
    if type(piece.node) in fitness.LINES:  # they tell themselves what is said twice
        return True
    key = getattr(piece.node, "key", type(piece.node).__name__)
    if isinstance(piece.node, n.OutputHead):
        key = f"output {piece.node.name.text}"
    if key in seen and key not in ("author", "source", "MaxOf"):
        r.notes.error(
            "E312", "said twice", piece.span, "a plan has one of these",
            labels=[Label(seen[key].span, "the first one is here")],
            hint="keep one of the two lines",
        )  # fmt: skip
        return False
    seen[key] = piece
    return True


def _once_each(r: Lookup, output: n.Statement) -> None:
    """Tell of an option that is set twice; what options there are, the outputs know."""
    head = cast(n.OutputHead, output.head.node)
    given = [(output.head, head.first)] if head.first else []
    given += [(each, each.node) for each in output.clauses if isinstance(each.node, n.OutputOption)]
    seen: dict[str, Span] = {}
    for piece, option in given:
        here = piece.at(option.name)
        if option.name.text in seen:
            r.notes.error(
                "E312", f"{option.name.text} said twice", here, "an output has one of these",
                labels=[Label(seen[option.name.text], "the first one is here")],
                hint="keep one of the two",
            )  # fmt: skip
        seen.setdefault(option.name.text, here)


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
        facts["whole weeks"] = "week" in piece.span.text
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


def _missed(_r: Lookup, piece: n.Piece[n.Node], facts: Facts) -> None:
    facts["missed"] = cast(n.Missed, piece.node).policy
    facts["missed piece"] = piece


def _week_starts(_r: Lookup, piece: n.Piece[n.Node], facts: Facts) -> None:
    facts["week starts"] = cast(n.WeekStarts, piece.node).day


def _safety(_r: Lookup, piece: n.Piece[n.Node], facts: Facts) -> None:
    """How often flags are asked for, what counts as painfree, when what hurt is tried again."""
    node = piece.node
    if isinstance(node, n.Screening):
        facts["screening"] = node.days
    elif isinstance(node, n.PainLimit):
        facts["pain_limit"] = node.value
    elif isinstance(node, n.Retest):
        facts["retest"] = node.days


_LINES: dict[type[n.Node], Callable[[Lookup, n.Piece[n.Node], Facts], None]] = {
    n.Header: _text,
    n.HeaderDate: _date,
    n.Lasts: _lasts,
    n.Setting: _setting,
    n.Declares: _declares,
    n.Missed: _missed,
    n.WeekStarts: _week_starts,
    n.Screening: _safety,
    n.PainLimit: _safety,
    n.Retest: _safety,
    n.OutputHead: lambda _r, _piece, _facts: None,  # for whoever makes files
    **loads.LINES,
    **fitness.LINES,
}


def missed(r: Lookup, facts: Facts) -> n.Policy:
    """What a missed session does to the rest: as the header says, or a calendar."""
    first: n.Piece[n.Node] | None = facts.get("missed piece")
    policy: n.Policy = facts.get("missed") or "hold"
    for statement in r.file.statements:
        if isinstance(statement.head.node, n.CalendarHead):
            for child in statement.children:
                piece = child.head
                if isinstance(piece.node, n.Missed) and first:
                    r.notes.error(
                        "E312", "said twice", piece.span, "which one holds?",
                        labels=[Label(first.span, "the first one is here")],
                        hint="keep one of the two lines; a phase may say otherwise for itself",
                    )  # fmt: skip
                elif isinstance(piece.node, n.Missed):
                    first, policy = piece, piece.node.policy
    return policy
