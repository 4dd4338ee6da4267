"""Codes of safety: E520 to E529. What no plan may ask of somebody in rehab."""

from __future__ import annotations

from mesocycle.codes import Row, codes

_HEADER = """plan "Small"
  starts 2026-12-07
  lasts 2 weeks
  timezone Europe/Berlin
  care rehab
  use runner-back
"""


def _sessions(text: str) -> str:
    return f"{_HEADER}\n{text}\n"


_ROWS: tuple[Row, ...] = (
    ("E520", "less than 48 hours between strength sessions in rehab",
     "In rehab the same muscles rest two days between strength sessions (SR19). A coach who means "
     "them to come sooner writes under the session how near they may be, and why: 24h apart "
     'because "…". A plain `because` says less, and is not enough here.',
     _sessions('session "S" on mon, tue\n  Superman; 3x8'),
     _sessions('session "S" on mon, tue\n  24h apart because "One easy set a day."\n'
               "  Superman; 1x8")),
)  # fmt: skip

CODES = codes(_ROWS)
