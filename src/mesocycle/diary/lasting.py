"""Lasting: how long a good word counts, and how long a pause may be. Both are our choice."""

from __future__ import annotations

import datetime as dt
from typing import Final

#: How long evidence counts, and a word that nothing hurts. That something hurts counts on.
EXPIRES: Final = dt.timedelta(days=28)

#: The longest time without an entry after which nobody has to begin again (rehab).
LAYOFF: Final = dt.timedelta(days=14)
