"""Codes of races, tapers, and phases without a length of their own: E470 to E479, W548, W549."""

from __future__ import annotations

from mesocycle.codes import Row, codes

_SESSION = """session "Run" on tue
  warmup 10min easy
  run 30min easy
  cooldown 5min walk
"""

_HALF = 'race "Half" on 2027-04-18'
_LONG = f"{_HALF}; 21.1km"


def _plan(header: str, *calendar: str) -> str:
    lines = "".join(f"  {line}\n" for line in header.split("; "))
    days = "".join(f"  {line}\n" for line in calendar)
    return (
        f'plan "Small"\n  timezone Europe/Berlin\n  use runner-back\n{lines}\n{_SESSION}\n'
        f"calendar\n{days}"
    )


def _race(*calendar: str) -> str:
    """A plan of eight weeks up to its race."""
    return _plan("lasts 8 weeks", *calendar)


def _phases(header: str, *heads: str, under: str = "") -> str:
    lines = "".join(f"  {line}\n" for line in header.split("; "))
    session = "".join(f"  {line}\n" for line in _SESSION.splitlines())
    whole = "".join(f"\n{head}\n{under}{session}" for head in heads)
    return f'plan "Small"\n  timezone Europe/Berlin\n  use runner-back\n{lines}{whole}'


_EIGHT = "starts 2026-12-07; lasts 8 weeks"
_START = "starts 2026-12-07"
_WALK = "until brisk walk 30min painfree, at most 3 weeks"

_ROWS: tuple[Row, ...] = (
    ("E470", "weeks up to the race that disagree",
     "A plan with a race of priority A ends with it. If it says when it starts and how long it "
     "is as well, the race is in its last week; a plan that goes on says its last day (`ends`). "
     "A start from outside is not before week 1 of a plan that is counted back.",
     _plan("starts 2027-03-01; lasts 8 weeks", f"{_LONG}; priority A"),
     _plan("starts 2027-03-01; lasts 7 weeks", f"{_LONG}; priority A")),
    ("E471", "race outside the plan",
     "A race is on one of the plan's days. Where the plan has a length and no `starts`, its "
     "weeks are counted back from the race.",
     _plan("starts 2026-12-07; lasts 8 weeks", _LONG), _race(_LONG)),
    ("E472", "races of one name",
     "A race is a session, and has its place in the diary and in calendars by its name: no "
     "other race or session has the same.",
     _race(_LONG, 'race "Half" on 2027-03-21; 21.1km'),
     _race(_LONG, 'race "Half by the sea" on 2027-03-21; 21.1km')),
    ("E473", "two races on one day",
     "A race of priority A or B has its day for itself. A race of several legs is one race, "
     "with its legs nested under it.",
     _race(_LONG, 'race "Ten" on 2027-04-18; 10km'),
     _race(_LONG, 'race "Ten" on 2027-03-21; 10km')),
    ("E474", "race without a distance",
     "A race says how far it is, or has its legs nested under it.",
     _race(_HALF), _race(_LONG)),
    ("E475", "taper longer than the plan",
     "The last week of a taper is that of its race, and the first one is a week of the plan.",
     _plan("lasts 2 weeks", f"{_LONG}; taper 3 weeks to 60%"),
     _plan("lasts 2 weeks", f"{_LONG}; taper 2 weeks to 60%")),
    ("E476", "shares that do not fit",
     "Phases `for 40%` (of all weeks of the plan) and `for the rest` divide what phases with a "
     "number of weeks leave. Nothing may be left over, one phase at most takes the rest, and "
     "each gets a week at least.",
     _phases(_EIGHT, 'phase "Base" for 40%', 'phase "Build" for 40%'),
     _phases(_EIGHT, 'phase "Base" for 40%', 'phase "Build" for the rest')),
    ("E477", "open end before a fixed day",
     "A phase with `until` ends when its condition comes true, and what follows comes earlier "
     "then. Before a day that stays (a race, or `ends`), a later phase takes the weeks that are "
     "left over: `for the rest`; and the plan says when it starts.",
     _phases("ends 2027-01-31", f'phase "Walk" {_WALK}', 'phase "Run" for 5 weeks'),
     _phases(_START, f'phase "Walk" {_WALK}', 'phase "Run" for 5 weeks')),
    ("E478", "condition that never ends a phase",
     "What ends a phase is something that the diary can say while the phase lasts: a brisk "
     "walk, pain, a session of the phase that was done so many times. A phase with `until` "
     "comes once.",
     _phases(_START, 'phase "Walk" until week >= 2, at most 3 weeks'),
     _phases(_START, 'phase "Walk" until "Run" done 4 times, at most 3 weeks')),
    ("E479", "volume of a phase that cannot be",
     "`volume 60%, 40%` under a phase is what is done of its lines, by week; the last one holds "
     "on. Each is from 1 % to 100 %, and there are no more of them than weeks.",
     _phases(_START, 'phase "Deload" for 2 weeks', under="  volume 80%, 60%, 40%\n"),
     _phases(_START, 'phase "Deload" for 2 weeks', under="  volume 60%, 40%\n")),
    ("W548", "taper that rises",
     "The volumes of a taper are in the order of its weeks, race week last, and fall.",
     _race(f"{_LONG}; taper 2 weeks to 40%, 60%"), _race(f"{_LONG}; taper 2 weeks to 60%, 40%")),
    ("W549", "taper for a race that is trained through",
     "A race of priority C is part of training: nothing is reduced for it.",
     _race(_LONG, 'race "Parkrun" on 2027-03-20; 5km; priority C; taper 1 week to 60%'),
     _race(_LONG, 'race "Parkrun" on 2027-03-20; 5km; priority C')),
)  # fmt: skip

CODES = codes(_ROWS)
