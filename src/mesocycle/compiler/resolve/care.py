"""How careful a plan is, where it does not say: one that asks about pain is rehab."""

from __future__ import annotations

from mesocycle.syntax import nodes as n


def asks_about_pain(file: n.File) -> bool:
    """Whether any condition of the plan asks about pain or a symptom."""
    return any(_statement(s) for s in file.statements)


def _statement(statement: n.Statement) -> bool:
    pieces = [statement.head, *statement.clauses]
    return any(_asks(p.node) for p in pieces) or any(_statement(c) for c in statement.children)


def _asks(node: n.Node) -> bool:
    if isinstance(node, n.Pick | n.All | n.PoolHead):
        return node.where is not None and _painful(node.where)
    if isinstance(node, n.PhaseHead):
        return node.until is not None and _painful(node.until)
    if isinstance(node, n.Shade):
        return node.condition is not None and _painful(node.condition)
    return isinstance(node, n.Under | n.RuleWhen) and _painful(node.condition)


def _painful(condition: n.Condition) -> bool:
    if isinstance(condition, n.Both | n.Either):
        return any(_painful(part) for part in condition.parts)
    if isinstance(condition, n.Not):
        return _painful(condition.part)
    if isinstance(condition, n.Evidence):
        return condition.what == "painfree"
    if isinstance(condition, n.Done):
        return condition.painfree
    return isinstance(condition, n.Pain | n.PainMoves | n.PainBeyond | n.Symptom | n.BriskWalk)
