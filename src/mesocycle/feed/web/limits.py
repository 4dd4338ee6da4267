"""How often a link may ask: so many times at once, and then as fast as they come back."""

from __future__ import annotations

import math
from collections import OrderedDict

#: How many links are counted at once; above that the one that asked longest ago is forgotten.
MOST = 10_000
_HOUR_S = 3600.0
#: Less than this is nothing: seconds since 1970 have six digits behind the point.
_LEAST_S = 1e-3


class Limits:
    """`per_hour` requests at once for each link, and as many an hour; None: no limit.

    Kept for each is the moment at which all of them are given back, so that nothing adds up
    with the number of requests. A clock that goes back takes that moment with it.
    """

    def __init__(self, per_hour: int | None, *, most: int = MOST) -> None:
        self._most = most
        #: How long one request takes to come back (s), and all but one of them; 0: no limit.
        self._one = _HOUR_S / per_hour if per_hour else 0.0
        self._rest = _HOUR_S - self._one
        #: When all is given back, and when that was last asked; whoever asked last stands last.
        self._full_at: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._full_at)

    def wait(self, link: str, seconds: float) -> int:
        """Count a request at `seconds`: 0 if it may be answered, else how long to wait (s)."""
        if not self._one:
            return 0
        full_at, asked = self._full_at.pop(link, (seconds, seconds))
        full_at = max(seconds, full_at + min(0.0, seconds - asked))
        missing = full_at - seconds - self._rest
        allowed = missing < _LEAST_S
        self._full_at[link] = (full_at + self._one if allowed else full_at, seconds)
        if len(self._full_at) > self._most:
            self._full_at.popitem(last=False)
        return 0 if allowed else math.ceil(missing - _LEAST_S)
