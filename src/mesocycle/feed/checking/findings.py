"""What was found, told a few times of each: a file of ten thousand bare line ends has one fault."""

from __future__ import annotations

from collections import Counter

import msgspec

from mesocycle.diagnostics import Diagnostic, Diagnostics

#: So many of one code are told with their places, the rest are counted.
MOST = 5


class Findings(Diagnostics):
    """A notebook for checks: it keeps the first places of each code, and counts the others."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: Counter[str] = Counter()

    def add(self, diagnostic: Diagnostic) -> None:
        """Note what some program chokes on, or (a warning) shows otherwise than it was meant."""
        if not self.full(diagnostic.code):
            super().add(diagnostic)
        self._counts[diagnostic.code] += 1

    def full(self, code: str) -> bool:
        """Whether another one of this code would only be counted."""
        return self._counts[code] >= MOST

    def more(self, code: str, count: int) -> None:
        """Count so many more of a code that was told before."""
        self._counts[code] += count

    def told(self) -> tuple[Diagnostic, ...]:
        """All of them in the order of the file; the last of many says how many there are."""
        last = {each.code: number for number, each in enumerate(self)}
        rows = [
            self._counted(each) if last[each.code] == number else each
            for number, each in enumerate(self)
        ]
        return tuple(sorted(rows, key=_place))

    def _counted(self, last: Diagnostic) -> Diagnostic:
        left = self._counts[last.code] - MOST
        if left <= 0:
            return last
        hints = (*last.hints, f"and so in {left} more place{'s' if left > 1 else ''}")
        return msgspec.structs.replace(last, hints=hints)


def _place(d: Diagnostic) -> tuple[int, int, str]:
    return (-1, -1, d.code) if d.span is None else (d.span.start, d.span.end, d.code)
