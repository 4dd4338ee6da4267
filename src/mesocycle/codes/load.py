"""Codes of training load: W560 to W563. The plan compiles, but somebody should look."""

from __future__ import annotations

from mesocycle.codes import Row, codes

_HEADER = """plan "Farther"
  starts 2026-12-07
  lasts 3 weeks
  timezone Europe/Berlin
"""


def _long_run(first: str, last: str) -> str:
    return (
        f'{_HEADER}\nsession "Long run" on sun\n  warmup 5min brisk walk\n  run {first} easy\n'
        f"    week 3: {last}\n  cooldown 5min walk\n"
    )


_ROWS: tuple[Row, ...] = (
    ("W560", "a run much longer than any before it",
     "The run is more than a tenth longer than the longest of the 30 days before it. Of 5,205 "
     "runners those who did that got hurt more often; how much more they ran from one week to "
     "the next told less (Frandsen et al., Br J Sports Med 2025). Runs of up to 5 km, and the "
     'plan\'s first week, are not looked at. A run that is meant says why: because "…".',
     _long_run("10km", "14km"), _long_run("10km", "11km")),
    ("W561", "a run that takes much longer than any before it",
     "The run takes more than a tenth longer than the longest of the 30 days before it, which is "
     "asked of runs by the clock as of those by distance (W560). Runs of up to half an hour, and "
     'the plan\'s first week, are not looked at. A run that is meant says why: because "…".',
     _long_run("60min", "90min"), _long_run("60min", "66min")),
)  # fmt: skip

CODES = codes(_ROWS)
