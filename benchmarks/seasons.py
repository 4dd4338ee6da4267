"""A year of training and the diary of it: as long as wanted, and the same in every run."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from texts import PLANS

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
