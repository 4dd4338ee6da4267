"""Steps and repeats, and how they are laid out: watches know no repeat within a repeat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

Intensity = Literal["active", "rest", "warmup", "cooldown"]
EndBy = Literal[
    "time", "distance", "open", "reps", "hr_less_than", "hr_greater_than", "power_less_than",
    "power_greater_than",
]  # fmt: skip

#: So many bytes of UTF-8 may a note have: what a field of FIT holds.
NOTE = 240
#: A workout of more steps than these is none.
_MOST = 1000


class TooMany(ValueError):
    """More steps than any watch takes."""


class Aim(NamedTuple):
    """How hard: between `low` and `high` in m/s, bpm, rpm or W; or per cents; or a zone."""

    kind: Literal["speed", "heart_rate", "cadence", "power"]
    low: float = 0.0
    high: float = 0.0
    percent: bool = False
    zone: int | None = None


class Step(NamedTuple):
    """One thing to do. `amount` is in seconds, metres, reps, bpm or W, as it ends.

    `exercise` is the category and name that FIT has for it, `PLANK/SIDE_PLANK`.
    """

    name: str
    note: str = ""
    intensity: Intensity = "active"
    ends: EndBy = "open"
    amount: int = 0
    aim: Aim | None = None
    exercise: str | None = None
    kg: float | None = None
    pounds: bool = False


class Group(NamedTuple):
    """Steps done so often; or in turn, until so many seconds or metres are over."""

    inner: tuple[Step | Group, ...]
    times: int = 1
    until_s: int | None = None
    until_m: int | None = None

    @property
    def counted(self) -> bool:
        """Whether it is done a number of times."""
        return self.until_s is None and self.until_m is None


class Loop(NamedTuple):
    """Back to the step number `first`, until done so often, or until so much is over."""

    first: int
    times: int = 1
    until_s: int | None = None
    until_m: int | None = None


def laid_out(nodes: Iterable[Step | Group]) -> list[Step | Loop]:
    """The steps in order, a loop behind those that are repeated.

    Where repeats nest, that one is written out which makes fewer steps.

    Raises:
        TooMany: no watch takes that many.
    """
    out: list[Step | Loop] = []
    _lay(nodes, out)
    return out


def _lay(nodes: Iterable[Step | Group], out: list[Step | Loop]) -> None:
    for node in nodes:
        if isinstance(node, Step):
            out.append(node)
        elif node.counted and node.times == 1:
            _lay(node.inner, out)
        elif node.counted and _outer_is_shorter(node):
            for _ in range(node.times):
                _lay(node.inner, out)
        else:
            first = len(out)
            out += _written_out(node.inner)
            out.append(Loop(first, node.times, node.until_s, node.until_m))
        if len(out) > _MOST:
            raise TooMany


def _outer_is_shorter(group: Group) -> bool:
    """Whether to write out the repeat itself, and not those within it."""
    within = [each for each in group.inner if isinstance(each, Group)]
    if not within:
        return False
    if not all(each.counted for each in within):
        return True
    return group.times * _size(group.inner) < _written_size(group.inner) + 1


def _size(nodes: Sequence[Step | Group]) -> int:
    """How many steps and loops, where repeats may stand in repeats."""
    return sum(1 if isinstance(each, Step) else _size(each.inner) + 1 for each in nodes)


def _written_size(nodes: Sequence[Step | Group]) -> int:
    return sum(
        1 if isinstance(each, Step) else each.times * _written_size(each.inner) for each in nodes
    )


def _written_out(nodes: Sequence[Step | Group]) -> Iterator[Step]:
    if _written_size(nodes) > _MOST:
        raise TooMany
    for node in nodes:
        if isinstance(node, Step):
            yield node
        else:
            for _ in range(node.times):
                yield from _written_out(node.inner)
