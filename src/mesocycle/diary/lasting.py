"""Lasting: how long a good word counts."""

from __future__ import annotations

import datetime as dt
from typing import Final

#: How long evidence counts, and a word that nothing hurts. That something hurts counts on.
EXPIRES: Final = dt.timedelta(days=28)
