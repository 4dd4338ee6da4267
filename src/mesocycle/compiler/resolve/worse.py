"""Worse: what holds while something hurts is never more than what holds on any other day.

Nobody should get a harder session by writing a worse entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.words import ACTIVITIES
from mesocycle.compiler.checked import Conditional, Stretch
from mesocycle.syntax import nodes as n

_WORSE = (n.PainBeyond, n.Symptom, n.DaysOff)

_RISES, _FALLS = (">", ">="), ("<", "<=")


def check(
    r: Lookup, piece: n.Piece[n.Node], condition: n.Condition | None, node: n.Node, more: bool
) -> None:
    """Note what a clause adds on a day on which something is worse.

    `more`: it was found to be more than the line asks for otherwise.
    """
    if isinstance(node, n.SwapActivity):
        before, after = (ACTIVITIES.get(w.text) for w in (node.activity, node.other))
        more = before is not None and after is not None and after > before
    if more and condition is not None and _is_worse(condition):
        r.notes.error(
            "E394", "more, on a day that is worse", piece.span,
            "nobody gets a harder session by writing down something worse",
            hint="ask for less on such a day; or for more on a better one: when back pain < 1: …",
        )  # fmt: skip


def strictest_last(found: Sequence[Conditional]) -> tuple[Conditional, ...]:
    """Of doses that hold together the last one does: that of a worse day, and of those the least.

    Everything else stays in its order.
    """
    doses = [each for each in found if each.manner.scheme or each.manner.course]
    ordered = iter(sorted(doses, key=_strictness))
    return tuple(next(ordered) if each in doses else each for each in found)


def _strictness(each: Conditional) -> tuple[bool, int]:
    if not _is_worse(each.condition):
        return False, 0
    scheme, course = each.manner.scheme, each.manner.course
    return True, -(_size(scheme) if scheme else course.room if course else 0)


def _is_worse(condition: n.Condition, *, no: bool = False) -> bool:
    """Whether a condition holds because something is worse than on other days; `no`: under not."""
    if isinstance(condition, n.Both | n.Either):
        return any(_is_worse(part, no=no) for part in condition.parts)
    if isinstance(condition, n.Not):
        return _is_worse(condition.part, no=not no)
    if isinstance(condition, n.Pain):
        if condition.op in ("=", "!="):
            return (condition.op == "=") is ((condition.value > 0) is not no)
        return condition.op in (_FALLS if no else _RISES)
    if isinstance(condition, n.Answered) and not condition.value.text.isdecimal():
        return condition.op in (_FALLS if no else _RISES)
    if isinstance(condition, n.Evidence):
        return (condition.what == "form bad") is not no and condition.what != "untried"
    if isinstance(condition, n.Lit):
        return (condition.colour != "green") is not no
    if isinstance(condition, n.PainMoves):
        return (condition.how != "centralising") is not no
    return isinstance(condition, _WORSE) and not no


def asks_more(node: n.Node, clauses: Sequence[n.Piece[n.Node]]) -> bool:
    """Whether a clause has more repetitions, or heavier ones, than the line's own sets."""
    base = next((p.node for p in clauses if isinstance(p.node, n.Scheme)), None)
    if base is None:
        return False
    if isinstance(node, n.Loaded):
        return _heavier(_loads(base), node.loads)
    return isinstance(node, n.Scheme) and is_more(node, base)


def is_more(scheme: n.Scheme, base: n.Scheme) -> bool:
    """Whether sets are heavier than others, or have more repetitions without being lighter."""
    if _heavier(_loads(base), _loads(scheme)):
        return True
    alike = {g.unit for g in base.groups} == {g.unit for g in scheme.groups}
    lighter = _heavier(_loads(scheme), _loads(base))
    return alike and not lighter and _size(scheme) > _size(base)


def goes_further(course: Stretch | None, base: Stretch | None) -> bool:
    """Whether a run is longer than the one whose place it takes, or has more impact."""
    if course is None or base is None:
        return False
    longer = course.room > base.room and course.impact == base.impact
    return longer or course.impact > base.impact


def _size(scheme: n.Scheme) -> int:
    return sum((g.sets.high if g.sets else 1) * g.amount.high for g in scheme.groups)


def _loads(scheme: n.Scheme) -> list[n.LoadNode]:
    return [load for group in scheme.groups for load in group.loads]


def _heavier(base: Sequence[n.LoadNode], loads: Sequence[n.LoadNode]) -> bool:
    """Whether the heaviest is heavier, of loads that are said in the same way."""
    before, after = dict(_heaviest(base)), dict(_heaviest(loads))
    return any(after[kind] > before[kind] for kind in after.keys() & before.keys())


def _heaviest(loads: Sequence[n.LoadNode]) -> Iterator[tuple[str, float]]:
    """The heaviest weight, per cent and exertion of some loads."""
    found: dict[str, list[float]] = {}
    for load in loads:
        if isinstance(load, n.Weight):
            found.setdefault("beyond" if load.beyond else "weight", []).append(load.mass.kg)
        elif isinstance(load, n.Percent):
            found.setdefault("percent", []).append(load.high)
        elif isinstance(load, n.Exertion) and not load.reserve:
            found.setdefault("exertion", []).append(load.high)
    yield from ((kind, max(values)) for kind, values in found.items())
