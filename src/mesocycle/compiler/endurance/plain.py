"""Targets as written, until the athlete's paces are there."""

from __future__ import annotations

from typing import Any, NamedTuple

from mesocycle.programme import Target
from mesocycle.syntax import nodes as n


class Speed(NamedTuple):
    low_ms: float
    high_ms: float
    basis: str


class Paces:
    def __init__(self, *_: Any) -> None:
        pass

    def target(self, node: Any, activity: str, date: Any) -> tuple[Target, Target | None]:
        if isinstance(node, n.Ramp):
            return self.target(node.start, activity, date)[0], self.target(node.end, activity, date)[0]
        if isinstance(node, n.Bound):
            return self.target(node.target, activity, date)[0], None
        if isinstance(node, n.Effort):
            return Target(kind="word", text=node.word.text), None
        if isinstance(node, n.Pace):
            low, high = (f"{x // 60}:{x % 60:02}" for x in (node.low, node.high))
            text = low if low == high else f"{low}-{high}"
            per = {1_000_000: "km", 1_609_344: "mi", 500_000: "500m", 100_000: "100m"}[node.per_mm]
            return Target(kind="pace", text=f"{text}/{per}"), None
        text = node.word.text if node.word else type(node).__name__.lower()
        if isinstance(node, n.Zone):
            text = f"zone {node.low}" + (f"-{node.high}" if node.high > node.low else "")
        return Target(kind="word", text=text), None

    def speed(self, node: Any, activity: str, date: Any) -> Speed | None:
        if isinstance(node, n.Pace):
            return Speed(node.per_mm / node.high / 1000, node.per_mm / node.low / 1000, "the pace as written")
        return None
