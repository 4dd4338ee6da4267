"""A year of training and the diary of it: as long as wanted, and the same in every run."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from texts import PLANS

from mesocycle import Source, compile_plan
from mesocycle.loading import Folder
from mesocycle.programme import Session, Set

START = date(2026, 12, 7)  # a Monday

_MORNING = "{day} morning pain {pain}\n"
_STRENGTH = """{day} "Strength"
  Cat Cow; {reps}; pain 0; form good; felt better
  Lying Figure 4 Stretch; left 30s; right 30s; pain 0; form good; felt better
  Supine Twist; left 30s; right 30s; pain 0; form good; felt same
  Superman; {reps}; pain {pain}; slow; form good
  Beetle; left {reps}; right {reps}; pain 0; slow; form good
  "Single Leg Balance & Reach (Shin)"; left {reps}; right {reps}; pain 0; slow; form good
  High Plank Leg Lifts; left {reps}; right {reps}; pain left 0, right {pain}; slow; form good
  Single Leg Bridge; left {reps}; right {reps}; pain 0; slow; form good
  felt rpe 4, 35min
"""
_RUNNING = """plan "Runs"
  starts {start}
  lasts {weeks} weeks
  timezone Europe/Berlin
  best 5k 24:30
  max hr 190

session "Intervals" on tue at 18:00
  warmup 10min easy
  run 6x(1min at 5k pace, 2min jog)
  cooldown 10min easy

session "Steady" on thu at 18:00
  warmup 5min brisk walk
  run 40min zone 2; progress time by 5min every 2 weeks to 60min
  cooldown 5min walk

session "Long" on sun at 09:00
  warmup 5min brisk walk
  run 12km easy; progress distance by 500m every 1 week to 24km
  cooldown 5min walk
"""
_RAN = """{tuesday} "Intervals"; 38min, 6.8km; felt rpe 7
{thursday} "Steady"; {steady}min, 8.2km; felt rpe 4
{sunday} "Long"; {long}km, 80min; felt rpe 5
"""
_CARED = """plan "Care"
  starts {start}
  lasts {weeks} weeks
  timezone Europe/Berlin
  care rehab
  screening every 7 days
  use runner-back

ask sleep 1-5

light back
  red when back pain >= 5
  amber when back pain > 1 or back pain rising
  green otherwise

rules
  when back is red: skip
  when back is amber: volume 60%; runs easy only
  when sleep < 2: hold
  when leg pain or numbness: stop "Pain that spreads to the leg is for a doctor." until cleared

session "Strength" on mon, wed, fri at 07:00
  pick 4 from strength where painfree and slow and form good; 3x8-12; slow; progress reps
  Plank; 3x20-60s; progress hold by 5s to 60s

session "Easy run" on tue, sat at 18:00
  warmup 5min brisk walk
  run 20min easy; progress time by 2min to 60min
  cooldown 5min walk
"""
_RUN = '{day} "Easy run"; 31min, 4.9km; pain 0; felt rpe 3\n'


class Season(NamedTuple):
    """A plan and the diary of somebody who followed it to the last day."""

    plan: str
    diary: str


def ladder(weeks: int) -> Season:
    """The ladder plan over `weeks`, with an entry for every morning, strength session and run.

    Something hurts for a week in ten; repetitions go up and down with the weeks.
    """
    plan = (PLANS / "ladder" / "ladder.plan").read_text("utf-8")
    plan, changed = re.subn(r"^  lasts .*$", f"  lasts {weeks} weeks", plan, flags=re.MULTILINE)
    assert changed == 1
    diary = (PLANS / "ladder" / "ana.diary").read_text("utf-8")
    profile = diary[diary.index("athlete") :].partition("\n\n")[0]
    return Season(plan, f"{profile}\n\n{''.join(_entries(weeks))}")


def _entries(weeks: int) -> list[str]:
    entries = []
    for number in range(weeks * 7):
        week, weekday = divmod(number, 7)
        facts = {
            "day": START + timedelta(days=number),
            "pain": 2 if week % 10 == 4 else 0,
            "reps": 8 + week % 5,
        }
        entries.append(_MORNING.format(**facts))
        if weekday in (0, 2, 4):
            entries.append(_STRENGTH.format(**facts))
        elif weekday in (1, 5):
            entries.append(_RUN.format(**facts))
    return entries


def cared(weeks: int) -> Season:
    """Somebody in rehab over `weeks`, with all that a diary of that says.

    Every morning and night, red flags asked about each week, a brisk walk in two, a flare in
    eight weeks, and once a year numbness in the leg, cleared ten days later.
    """
    entries = []
    for number, entry in enumerate(_entries(weeks)):
        entries.append(entry)
        if entry.endswith(f"morning pain {entry[-2]}\n"):
            day = date.fromisoformat(entry[:10])
            entries += _asked(day, (day - START).days, number)
    return Season(
        _CARED.format(start=START, weeks=weeks),
        'athlete "Ana"\n  age 40\n  condition none\n\n' + "".join(entries),
    )


def _asked(day: date, number: int, turn: int) -> list[str]:
    said = [f"{day} sleep {1 + turn % 5}\n"]
    said += [f"{day} no red flags\n"] if number % 7 == 0 else []
    said += [f"{day} brisk walk 30min; pain 0\n"] if number % 14 == 0 else []
    said += [f"{day} pain 4 lower back\n"] if number % 56 == 30 else []
    said += [f"{day} flag numbness left leg\n"] if number % 364 == 200 else []
    said += [f'{day} cleared by "Dr Meyer"\n'] if number % 364 == 210 else []
    return said


def lifted(weeks: int) -> Season:
    """GZCLP over `weeks`, every session logged as prescribed; one set in fifty falls short.

    What was missed changes what comes next, so the diary is written from the programme that
    nobody has followed: some of its loads are then lighter than asked for, which is a miss too.
    """
    text = (PLANS / "strength" / "gzclp.plan").read_text("utf-8")
    plan, changed = re.subn(r"^  lasts .*$", f"  lasts {weeks} weeks", text, flags=re.MULTILINE)
    assert changed == 1
    profile = (PLANS / "strength" / "gzclp.diary").read_text("utf-8").partition("\n\n")[0]
    bare = Source("gzclp.diary", f"{profile}\n\n")
    programme = compile_plan(Source("gzclp.plan", plan), Folder("-"), bare).unwrap()
    return Season(plan, f"{profile}\n\n{''.join(map(_lifted, programme.sessions))}")


def runs(weeks: int) -> Season:
    """Intervals, a steady run and a long one over `weeks`; one in twenty falls short."""
    plan = _RUNNING.format(start=START, weeks=weeks)
    days = (START + timedelta(weeks=week) for week in range(weeks))
    entries = (
        _RAN.format(
            tuesday=day + timedelta(days=1),
            thursday=day + timedelta(days=3),
            sunday=day + timedelta(days=6),
            steady=30 if week % 20 == 7 else 60,
            long=5 if week % 20 == 13 else 24,
        )
        for week, day in enumerate(days)
    )
    profile = 'athlete "Eva"\n  follows "Runs" from ' + START.isoformat()
    return Season(plan, f"{profile}\n\n{''.join(entries)}")


def _lifted(session: Session) -> str:
    lines = [f'{session.date} "{session.name}"\n']
    for number, item in enumerate(item for block in session.blocks for item in block.items):
        sets = [s for s in item.sets if s.reps and not s.warmup]
        short = (session.week or 0) * 7 + number
        done = [
            f"{s.reps.target - (place == len(sets) - 1 and short % 10 == 0)}{_weight(s)}"
            for place, s in enumerate(sets)
            if s.reps
        ]
        label = f"{item.label}: " if item.label else ""
        if item.exercise and done:
            both = ", ".join(done)
            sided = any(s.side == "each" for s in sets)
            said = f"left {both}; right {both}" if sided else both
            lines.append(f"  {label}{item.exercise.name}; {said}\n")
    return "".join(lines)


def _weight(lifted: Set) -> str:
    return f" {lifted.load.kg:g}kg" if lifted.load and lifted.load.kg is not None else ""
