"""Fair races: rivals run in turn, again and again, so that a busy machine slows all alike."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter
from types import MappingProxyType
from typing import NamedTuple


class Times(NamedTuple):
    """Seconds: the fastest round, which noise cannot make faster, and the usual one."""

    least: float
    middle: float


def race(
    rivals: Mapping[str, Callable[[], object]],
    rounds: int,
    prepare: Mapping[str, Callable[[], object]] = MappingProxyType({}),
) -> dict[str, Times]:
    """The times of each rival over `rounds`; every other round runs in reverse order.

    What a rival needs to `prepare`, and what becomes of its result and its garbage, is not timed.
    """
    seconds: dict[str, list[float]] = {name: [] for name in rivals}
    order = list(rivals.items())
    for _ in range(rounds):
        for name, run in order:
            prepare.get(name, int)()
            gc.collect()
            start = perf_counter()
            result = run()
            seconds[name].append(perf_counter() - start)
            del result
        order.reverse()
    return {name: Times(min(taken), median(taken)) for name, taken in seconds.items()}


def table(title: str, heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """Print rows under their heads: the first column to the left, figures to the right."""
    print(f"\n{title}\n")
    widths = [max(len(row[n]) for row in [heads, *rows]) for n in range(len(heads))]
    for row in [heads, tuple("-" * width for width in widths), *rows]:
        first, *figures = row
        cells = [first.ljust(widths[0])]
        cells += [figure.rjust(width) for figure, width in zip(figures, widths[1:], strict=True)]
        print("  ".join(cells).rstrip())
