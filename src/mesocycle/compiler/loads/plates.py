"""Plates: every weight that a bar can have with the plates there are."""

from __future__ import annotations

from typing import Final

from mesocycle.mass import Mass

#: More sums than that nobody tells apart: the finest plates are then left on the floor.
MOST_SUMS: Final = 20_000


class Plates:
    """The sums of a bar and its plates: on both sides alike, or (not `pairs`) one by one.

    Plates are given as one of a pair, with how many pairs there are (None: enough).
    """

    def __init__(
        self, plates: tuple[tuple[Mass, int | None], ...], bar: Mass, *, pairs: bool
    ) -> None:
        unit = plates[0][0].unit
        each = 2 if pairs else 1
        self._bar = bar.to(unit)
        self._added = sorted(
            (
                (plate.to(unit).micro * each, None if count is None else count * 2 // each)
                for plate, count in plates
                if plate.micro > 0
            ),
            reverse=True,
        )
        self._upto = -1
        self._sums: list[Mass] = []

    def around(self, exact: Mass) -> list[Mass]:
        """All weights up to the first one that is no lighter than `exact`, and some beyond."""
        wanted = exact.to(self._bar.unit).micro - self._bar.micro
        if wanted > self._upto or not self._sums:
            heaviest = max((plate for plate, _ in self._added), default=0)
            self._upto = max(wanted, 0) * 3 // 2 + 2 * heaviest
            self._sums = [
                Mass(self._bar.micro + micro, self._bar.unit) for micro in sorted(self._reach())
            ]
        return self._sums

    def _reach(self) -> set[int]:
        """Every sum of plates up to the limit; heavy plates first, so the finest are cut."""
        sums = {0}
        for plate, count in self._added:
            times = self._upto // plate
            with_it = set(sums)
            level = sums
            for _ in range(times if count is None else min(times, count)):
                level = {s + plate for s in level if s + plate <= self._upto}
                if count is None:
                    level -= with_it
                if not level:
                    break
                with_it |= level
                if len(with_it) > MOST_SUMS:
                    return sums
            sums = with_it
        return sums
