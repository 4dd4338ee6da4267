"""Codes of runs and the like, and of what they share with other sessions: E450 to E469."""

from __future__ import annotations

from mesocycle.codes import Row, codes

_PLAN = """plan "Small"
  starts 2026-12-07
  lasts 4 weeks
  timezone Europe/Berlin
  use runner-back
"""


def _run(*lines: str) -> str:
    """A small plan with one run, between a warm-up and a cool-down."""
    own = "\n".join(f"  {line}" for line in lines)
    return f'{_PLAN}\nsession "Run" on tue\n  warmup 5min brisk walk\n{own}\n  cooldown 5min walk\n'


def _two(first: str, second: str) -> str:
    return (
        f'{_PLAN}\nsession "Track" on tue\n  warmup 5min brisk walk\n  {first}\n'
        f'  cooldown 5min walk\n\nsession "Long" on sat\n  {second}\n'
    )


_RACE = '\ncalendar\n  race "Half" on 2027-01-03 at 10:00; 21.1km\n'

_ROWS: tuple[Row, ...] = (
    ("E450", "repeats that do not reach their total",
     "`for total 20min` ends the repeats at 20 minutes, in the middle of one if need be. Fewer "
     "repeats than that leave a gap of which nobody has said what is done in it.",
     _run("run 4x(90s, 2min walk) for total 20min"),
     _run("run 6x(90s, 2min walk) for total 20min")),
    ("E451", "nobody knows how often it fits",
     "What is cut by the clock is counted by the clock: each leg of it needs a time, and one "
     "time, no range.",
     _run("run (400m, 90s walk) for total 20min"), _run("run (2min, 90s walk) for total 20min")),
    ("E453", "range of repeats",
     "A length may be a range, the number of repeats is one number: it is changed by the week.",
     _run("run 4-6x400m at 5:00/km"),
     _run("run 4x400m at 5:00/km", "  week 3: 6x400m at 5:00/km")),
    ("E455", "longer than anybody goes",
     "Repeats stand in repeats up to four deep, and come to 2000 legs at most; a stretch takes a "
     "week at most, or 1000 km. More is a slip of the pen.",
     _run("run 60x(60x30s tempo, 1min walk)"), _run("run 2x(6x30s tempo, 1min walk)")),
    ("E456", "length of nothing",
     "`week 2: 100min` says what takes the place of one run, so it stands under the line of that "
     "run, not under the session.",
     _run("run 90min easy").replace("  warmup", "  week 2: 95min\n  warmup"),
     _run("run 90min easy", "  week 2: 95min")),
    ("E457", "rest between nothing",
     "`; rest 90s` behind a run is standing between its repeats. A run that is not repeated, or "
     "that fills a total, has its rests as legs.",
     _run("run 30min easy; rest 90s"), _run("run 6x400m at 5:00/km; rest 90s")),
    ("E459", "run that cannot take its turn",
     "Within a circuit or a superset a run is one of the things that take turns. It has one "
     "length: repeats, and what goes on until something happens, stand outside the group.",
     _run("circuit 3 rounds", "  Bridge; 1x10", "  run 3x(1min tempo, 1min walk)"),
     _run("circuit 3 rounds", "  Bridge; 1x10", "  run 400m")),
    ("E460", "ramp between two measures",
     "A ramp goes evenly from one target to another, so both are of one kind.",
     _run("bike 10min from zone 1 to 150W"), _run("bike 10min from zone 1 to zone 3")),
    ("E461", "number that no body has",
     "Zones go from 1 to 7, the CR-10 scale ends at 10, nobody runs a kilometre in ten seconds. A "
     "number beyond is a slip.",
     _run("run 30min zone 9"), _run("run 30min zone 2")),
    ("E462", "no race to count the weeks to",
     "`weeks to race` counts to the next race of the plan's calendar, and there is none.",
     _run("run 30min easy", '  if weeks to race <= 2: note "Soon."'),
     _run("run 30min easy", '  if weeks to race <= 2: note "Soon."') + _RACE),
    ("E463", "session in itself",
     "`do` puts the lines of another session in its place. A session that does itself, be it by "
     "way of others, would never end.",
     _two('do "Long"', 'do "Track"'), _two("run 20min easy", 'do "Track"')),
    ("E464", "no such session to do",
     "`do` with a name in quotes stands for the lines of that session: of the same phase, else of "
     "all phases.",
     _two("run 20min easy", 'do "Trak"'), _two("run 20min easy", 'do "Track"')),
    ("W544", "condition that tells no week from others",
     "Weeks of the plan are counted from 1, weeks to a race down to 0, so some comparisons give "
     "the same answer in every week.",
     _run("run 30min easy", '  if week >= 1: note "Soon."'),
     _run("run 30min easy", '  if week >= 2: note "Soon."')),
)  # fmt: skip

CODES = codes(_ROWS)
