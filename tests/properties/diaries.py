"""Random athletes in rehab: what they write, entry by entry, and what becomes of their plan.

Made of a `Random`. Most of them do well, or nothing would ever move. Each entry keeps what it
says, so a property can judge it without reading the text again.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from random import Random
from typing import NamedTuple

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

import mesocycle
from mesocycle.loading import Folder
from mesocycle.source import Source

#: A Monday.
START = dt.date(2026, 12, 7)
WEEKS = 5
DAYS = 7 * WEEKS

PLAN = f"""\
plan "Care"
  starts {START}
  lasts {WEEKS} weeks
  timezone Europe/Berlin
  care rehab
  screening every 7 days
  use runner-back

ask sleep 1-5 "How did you sleep?"

light knee
  red when knee pain >= 5
  amber when knee pain > 1
  green otherwise

rules
  when lower back pain > 1: volume 60%
  when knee is red: skip
  when sleep < 2: hold
  when lower back pain > 3: stop "Ask your physiotherapist." until cleared

pool mine
  Superman
  Beetle
  High Plank Leg Lifts
  Single Leg Bridge
  Quadruped Limb Raises
  Jump Squat

session "Strength" on mon, wed, fri at 07:00
  pick 3 from mine where painfree and slow and form good; 3x8-12; slow; progress reps
  Plank; 3x20-30s; progress hold by 5s to 30s
  Squat; 3x5 40kg; progress load by 2.5kg to 45kg

session "Run" on tue, sat at 18:00
  warmup 5min brisk walk
  run 20min tempo; progress time by 2min to 26min
  cooldown 5min walk
"""

RUNGS = (
    "Superman", "Beetle", "High Plank Leg Lifts", "Single Leg Bridge", "Quadruped Limb Raises",
)  # fmt: skip
#: What a coach wrote, and the easier forms that the catalogue has of it.
LISTED = frozenset((*RUNGS, "Jump Squat", "Plank", "Squat"))
SIDED = frozenset(("Single Leg Bridge",))
PLACES = ("lower back", "buttock", "knee", "lower back", "calf")
CONDITION = "osteoporosis"
FLAGS = ("numbness left leg", "foot drop", "bladder")

Reps = tuple[int, ...]


class Did(NamedTuple):
    """A line of a session: what was done, and how it was. None: not said."""

    name: str
    reps: Reps
    pain: int | None = 0
    slow: bool = True
    form: bool | None = True
    sharp: bool = False

    def text(self) -> str:
        unit = "s" if self.name == "Plank" else ""
        reps = ", ".join(f"{n}{unit}" for n in self.reps)
        said = [f"left {reps}; right {reps}" if self.name in SIDED else reps]
        hurt = f"pain {self.pain}{' sharp' if self.sharp else ''}"
        said += [hurt] if self.pain is not None else []
        said += ["slow"] if self.slow else []
        said += [f"form {'good' if self.form else 'bad'}"] if self.form is not None else []
        return f"  {self.name}; {'; '.join(said)}"


class Entry(NamedTuple):
    """A dated entry. `value`: how much it hurt, or the answer; `word`: where, or what."""

    day: dt.date
    kind: str
    value: int | None = None
    word: str = ""
    lines: tuple[Did, ...] = ()

    def text(self) -> str:
        return f"{self.day} {self._said()}" + "".join(f"\n{each.text()}" for each in self.lines)

    def _said(self) -> str:
        pain = "" if self.value is None else f"; pain {self.value}"
        return {
            "strength": f'"Strength"{self.word}',
            "unplanned": f'unplanned "Yoga"; felt rpe 3, 45min{pain}',
            "condition": f"condition {self.word}",
            "run": f'"Run"; {self.word}{pain}',
            "morning": f"morning pain {self.value}",
            "pain": f"pain {self.value} {self.word}",
            "flag": f"flag {self.word}",
            "clear": f'cleared by "physio"{self.word}',
            "walk": f"brisk walk 30min{pain}",
            "screened": "no red flags",
            "sleep": f"sleep {self.value}",
        }[self.kind]


Diary = tuple[Entry, ...]
ORDER = (
    "screened", "morning", "sleep", "walk", "strength", "run", "unplanned", "pain", "flag",
    "condition", "clear",
)  # fmt: skip
EARLY = ORDER[:3]
#: How a session may have been other than the plan's.
IMPORTED, BROKEN_OFF = '; unverified "old.csv"', '; stopped early "phone"'


def diary_of(seed: int, *, trouble: float = 1.0) -> Diary:
    """Everything that one athlete writes; `trouble`: how often things go wrong (0: never)."""
    rng = Random(seed)
    bad = trouble * rng.choice((0.2, 0.6, 1.0))
    entries: list[Entry] = []
    for number in range(DAYS):
        entries += _day(rng, START + dt.timedelta(days=number), bad)
    return in_order(entries)


def in_order(entries: list[Entry]) -> Diary:
    return tuple(sorted(entries, key=lambda each: (each.day, ORDER.index(each.kind))))


def _day(rng: Random, day: dt.date, bad: float) -> list[Entry]:
    def often(share: float) -> bool:
        return rng.random() < share

    found = []
    if often(0.3 if bad else 1):
        found.append(Entry(day, "screened"))
    if often(1 - 0.25 * bad):
        found.append(Entry(day, "morning", rng.choice((1, 2, 4)) if often(0.12 * bad) else 0))
    if often(0.3):
        found.append(Entry(day, "sleep", rng.randint(1, 5)))
    if often(0.15):
        found.append(Entry(day, "walk", rng.choice((0, 0, 0, 2, None)) if bad else 0))
    if day.weekday() in (0, 2, 4) and often(1 - 0.2 * bad):
        names = [*RUNGS[: rng.randint(2, 5)], "Plank", "Squat"]
        lines = tuple(_did(rng, name, day, bad) for name in names)
        how = rng.choice((IMPORTED, BROKEN_OFF)) if often(0.15 * bad) else ""
        found.append(Entry(day, "strength", word=how, lines=lines))
    if day.weekday() in (1, 5) and often(1 - 0.3 * bad):
        pain = rng.choice((1, 3, None)) if often(0.2 * bad) else 0
        found.append(Entry(day, "run", pain, f"{rng.choice((20, 24, 26))}min"))
    return found + _told(rng, day, bad)


def _told(rng: Random, day: dt.date, bad: float) -> list[Entry]:
    def often(share: float) -> bool:
        return rng.random() < share

    found = []
    if often(0.06 * bad):
        found.append(Entry(day, "pain", rng.randint(0, 6), rng.choice(PLACES)))
    if often(0.02 * bad):
        found.append(Entry(day, "flag", word=rng.choice(FLAGS)))
    if often(0.05 * bad):
        found.append(Entry(day, "unplanned", rng.choice((0, 0, 2))))
    if often(0.006 * bad):
        found.append(Entry(day, "condition", word=CONDITION))
    if often(0.05):
        scope = rng.choice(("", "", " for walking", " for strength", f" with {CONDITION}"))
        found.append(Entry(day, "clear", word=scope))
    return found


def _did(rng: Random, name: str, day: dt.date, bad: float) -> Did:
    week = (day - START).days // 7
    most = {"Plank": 20 + 5 * week, "Squat": 5}.get(name, 8 + week)
    short = rng.random() < 0.15 * bad
    reps = (most, most, most - 2 if short else most + rng.randint(0, 2))
    pain = rng.choice((1, 2, 3, 5, None)) if rng.random() < 0.1 * bad else 0
    form = rng.choice((False, None)) if rng.random() < 0.1 * bad else True
    return Did(name, reps, pain, rng.random() > 0.1 * bad, form, bool(pain) and rng.random() < 0.2)


# --- compiling ------------------------------------------------------------------------------------


def text_of(diary: Diary) -> str:
    said = "".join(f"{each.text()}\n" for each in diary)
    return f'athlete "Ana"\n  condition none\n  age 40\n\n{said}'


@cache
def compiled(diary: Diary, as_of: dt.date | None = None, plan: str = PLAN):
    """The programme, as of the plan's end if nothing else is said."""
    outcome = mesocycle.compile_plan(
        Source("care.plan", plan), Folder("-"), Source("ana.diary", text_of(diary)),
        as_of=as_of or START + dt.timedelta(days=DAYS),
    )  # fmt: skip
    assert outcome.ok, outcome.diagnostics
    return outcome.value


def until(diary: Diary, day: dt.date) -> Diary:
    """What was known in the morning of a day."""
    return tuple(e for e in diary if e.day < day or (e.day == day and e.kind in EARLY))


def day_of(session) -> dt.date:
    return dt.date.fromisoformat(session.date)


def items(session):
    """What is asked for; a session that was done also holds what was done beside it."""
    return [item for block in session.blocks for item in block.items if item.sets]


def legs(session):
    return [segment for block in session.blocks for segment in block.segments]


relaxed = settings(
    max_examples=40, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)  # fmt: skip
seeds = st.integers(0, 10**9)
days = st.integers(1, DAYS - 1).map(lambda number: START + dt.timedelta(days=number))
