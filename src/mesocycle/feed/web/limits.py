"""How often a link may ask: so many times at once, and then as fast as they come back."""

from __future__ import annotations

import math
from collections import OrderedDict

#: How many links are counted at once; above that the one that asked longest ago is forgotten.
MOST = 10_000
_HOUR_S = 3600.0


class Limits:
    """Token buckets by link. `per_hour` requests at once, and as many an hour; None: no limit.

    Seconds are those of any clock that does not go back; if it does, nothing is given back
    meanwhile.
    """

    def __init__(self, per_hour: int | None, *, most: int = MOST) -> None:
        self._most = most
        self._full = float(per_hour or 0)
        self._rate = self._full / _HOUR_S
        #: What is left for each, and when that was counted; whoever asked last stands last.
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._left)

    def wait(self, link: str, seconds: float) -> int:
        """Count a request at `seconds`: 0 if it may be answered, else how long to wait (s)."""
        if not self._rate:
            return 0
        left, counted = self._left.pop(link, (self._full, seconds))
        left = min(self._full, left + max(0.0, seconds - counted) * self._rate)
        allowed = left >= 1.0
        self._left[link] = (left - 1.0 if allowed else left, seconds)
        if len(self._left) > self._most:
            self._left.popitem(last=False)
        return 0 if allowed else max(1, math.ceil((1.0 - left) / self._rate))
