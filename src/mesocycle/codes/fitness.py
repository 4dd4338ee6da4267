"""Codes of what athletes can do and of paces: E434 to E449, and the advice W541 to W543."""

from __future__ import annotations

from mesocycle.codes import Row, codes

_RUNS = """plan "Runs"
  starts 2026-12-07
  lasts 2 weeks
  timezone Europe/Berlin

session "Run" on tue
  warmup 10min easy
  {}
  cooldown 5min walk
"""


def _profile(*lines: str) -> str:
    return "\n".join(('athlete "Ana"', *(f"  {line}" for line in lines))) + "\n"


_OF_ATHLETES: tuple[Row, ...] = (
    ("E434", "best that cannot be",
     "Nobody has run that far in that time, or it took longer than a walk; or it is no distance "
     "that people race. Every pace of a season rests on it. `24:30` is minutes and seconds, "
     "`1:52:00` begins with hours, and `m` is metres.",
     _profile("best marathon 4:01"), _profile("best marathon 4:01:00")),
    ("E435", "heart rate that cannot be",
     "A resting heart beats 25 to 110 times a minute, at the threshold 90 to 220, at most 110 to "
     "230.",
     _profile("max hr 19"), _profile("max hr 190")),
    ("E436", "heart rates that contradict each other",
     "A heart is slowest at rest, faster at the threshold, and fastest at its maximum.",
     _profile("max hr 165", "threshold hr 170"), _profile("max hr 190", "threshold hr 170")),
    ("E437", "threshold power that cannot be",
     "The functional threshold power is what somebody holds for about an hour: 40 to 550 watts.",
     _profile("ftp 2500W"), _profile("ftp 250W")),
    ("E438", "own zone that cannot be",
     "Zones are numbered from 1, the easiest, to 10 at most, and hold what a body can do.",
     _profile("zone 2 hr 1300-1450"), _profile("zone 2 hr 130-145")),
    ("E439", "own zones in the wrong order",
     "A higher zone is harder, and begins where the one before it ends, or above: its heart rate "
     "and power are higher, its pace is faster.",
     _profile("zone 2 hr 130-145", "zone 3 hr 140-155"),
     _profile("zone 2 hr 130-145", "zone 3 hr 145-155")),
    ("W541", "best that tells of no other race",
     "What one race tells of another was measured on races of three minutes to some hours. A best "
     "that is shorter or longer gives the pace of its own distance only.",
     _profile("best 400m 65s"), _profile("best 1500m 5:12")),
    ("W542", "longer race at a faster pace",
     "The longer the race, the slower. Where a best over a longer way is the faster one, one of "
     "the two is a slip, or has been out of date for long, and the paces told from them disagree.",
     _profile("best 5k 24:30", "best 10k 48:00"), _profile("best 5k 24:30", "best 10k 51:10")),
)  # fmt: skip

_OF_PACES: tuple[Row, ...] = (
    ("E440", "race pace of what is not run",
     "`5k pace`, `hm pace` and their like are paces of races on foot, told from a runner's bests. "
     "A ride has a speed, a power or a zone, a swim a pace for 100 m.",
     _RUNS.format("bike 40min at 10k pace"), _RUNS.format("bike 40min zone 2")),
)  # fmt: skip

CODES = (*codes(_OF_ATHLETES, "diary"), *codes(_OF_PACES))
