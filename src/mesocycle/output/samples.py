"""Programmes to try an output on: one of every sort, and three that look like real ones.

Everything is made by hand here; no compiler is involved.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from types import MappingProxyType
from uuid import NAMESPACE_URL, uuid5

from msgspec.structs import replace

from mesocycle.output.sample_days import START, programme, session
from mesocycle.output.sample_gym import gym
from mesocycle.output.sample_odd import (
    bare,
    huge,
    odd_hours,
    painful,
    provisional,
    right_to_left,
)
from mesocycle.output.sample_parts import (
    EVERY_KIND,
    FLEXIBILITY,
    LADDER,
    RUN,
    decision,
    exercise,
    item,
    untested,
)
from mesocycle.output.sample_runs import running
from mesocycle.programme import (
    EMERGENCY,
    Athlete,
    Block,
    DayNote,
    Item,
    Notice,
    PlanInfo,
    Programme,
    Range,
    Segment,
    SegmentEnd,
    Session,
    Set,
    Status,
    Target,
    Total,
    WeekStatistics,
)

__all__ = [
    "MAKERS", "START", "as_done", "assessment", "bare", "empty", "every_kind", "gym", "hostile",
    "huge", "ladder", "large", "non_ascii", "odd_hours", "painful", "programme", "provisional",
    "right_to_left", "running", "samples", "session", "stopped",
]  # fmt: skip


#: Separators, quotes, escapes, markup, ends of lines, and a line that calendars would believe.
_HOSTILE = 'a;b,c:"d" \\e `f` *g* _h_ [i](j) <k> |l| =m\r\nBEGIN:VEVENT\x85\u2028n'


def ladder() -> Programme:
    """Three weeks of strength, runs and stretches, as the compiler would make them."""
    strength = (Block(kind="straight", items=FLEXIBILITY[:2]), Block(kind="straight", items=LADDER))
    sessions = [
        session("Strength", 7 * week + day, *strength, provisional=week > 0)
        for week in range(3)
        for day in (0, 2, 4)
    ]
    sessions += [
        session("Easy run", 7 * week + day, *RUN, start="18:00:00+01:00", categories=("run",))
        for week in range(3)
        for day in (1, 5)
    ]
    loosen_up = Session(
        id=str(uuid5(NAMESPACE_URL, "mesocycle sample loosen up")),
        name="Loosen up",
        week=None,
        date=None,
        trigger="30 minutes of sitting",
        minutes=5,
        blocks=(Block(kind="straight", items=FLEXIBILITY[2:]),),
    )
    return programme(
        *sorted(sessions, key=lambda each: each.date or ""),
        plan=PlanInfo(
            name="A back that runs",
            id="a-back-that-runs",
            about="Bodyweight exercises, easiest first, and three stretches.",
            authors=("A coach",),
        ),
        athlete=Athlete(name="Ana"),
        todo=(loosen_up,),
        decisions=(decision(),),
        notices=(
            Notice(code="sample", severity="warning", text="Three rungs qualify; four wanted."),
            Notice(code="sample", severity="question", text="How was the back on 8 Dec, morning?"),
        ),
        statistics=tuple(_week(week) for week in range(3)),
    )


def assessment() -> Programme:
    """Nothing is known yet: one easy set each."""
    block = Block(kind="straight", items=tuple(untested(each) for each in LADDER))
    return programme(session("Strength", 0, block, status="assessment", minutes=25))


def stopped() -> Programme:
    """A red flag: one session done, then nothing until somebody clears it."""
    block = Block(kind="straight", items=LADDER)
    done = session("Strength", 0, block, status="done")
    # The compiler leaves stopped sessions without blocks; an output must not rely on it.
    after = [session("Strength", day, block, status="stopped", reason=EMERGENCY) for day in (2, 4)]
    notice = Notice(code="sample", severity="stop", text=EMERGENCY)
    return programme(done, *after, notices=(notice,))


def every_kind() -> Programme:
    """Every status, kind of block, and way of saying how much; sessions without a time."""
    statuses: tuple[Status, ...] = ("planned", "done", "missed", "moved", "skipped", "assessment")
    sessions = [
        session(
            f"Day {day + 1}",
            day,
            block,
            status=statuses[day % 6],
            reason="No time."[: day % 2 * 8] or None,
        )
        for day, block in enumerate(EVERY_KIND)
    ]
    untimed = session("Before bed", 20, Block(kind="straight", items=FLEXIBILITY), start=None)
    return programme(*sessions, untimed)


def as_done() -> Programme:
    """What was done is not what was asked: less, something else, in part, and unplanned."""
    first, *others = LADDER
    two = (Set(reps=Range(target=8)), Set(reps=Range(target=6), rpe=9.0))
    items = (replace(first, done=two), *(replace(each, done=()) for each in others))
    length = Total(seconds=2640, metres=7600)
    broken = session("Strength", 0, Block(kind="straight", items=items), status="done")
    besides = session(
        "Garage", 1, Block(kind="straight", items=(replace(first, sets=(), done=two),))
    )
    return programme(
        replace(broken, partial=True, logged=length),
        replace(besides, status="done", unplanned=True, logged=Total(seconds=2700)),
        session("Nothing said", 2, status="done"),
    )


def non_ascii() -> Programme:
    """Names in other scripts, marks that combine, a family of emoji."""
    name = "Rücken für Läufer: 腰背 · ظهر · क़सरत · e\u0301 · 👩‍👩‍👧‍👦"
    held = item(
        exercise("uttanasana", name, cues=("Täglich – «langsam» 🐢.",)), sets=FLEXIBILITY[0].sets
    )
    one = session(
        name, 0, Block(kind="straight", title=name, items=(held,)), categories=("Kräftigung",)
    )
    return programme(
        one, plan=PlanInfo(name=name, id="ruecken"), athlete=Athlete(name="Zoë Ångström")
    )


def hostile(text: str = _HOSTILE) -> Programme:
    """What means something to other formats, wherever people write: names, notes, cues, reasons."""
    move = exercise("x", text, cues=(text,))
    work = Item(
        slot_id="x", exercise=move, label=text, sets=LADDER[0].sets, cues=(text,), notes=(text,),
        because=(text,),
    )  # fmt: skip
    task = Item(slot_id="t", task=text)
    run = Segment(
        activity=text, end=SegmentEnd(kind="condition", text=text), cues=(text,), notes=(text,),
        target=Target(kind="word", text=text, written=text),
    )  # fmt: skip
    total = Total(seconds=60, metres=60, estimated=("metres",), basis=text)
    block = Block(kind="straight", title=text, items=(work, task))
    stretch = Block(kind="endurance", segments=(run, replace(run, segments=(run,), repeat=2)))
    one = session(text, 0, block, stretch, reason=text, categories=(text,))
    ran = replace(session(text, 2, stretch, categories=(text,)), race="A", total=total)
    off = session(text, 1, block, reason=text, status="skipped")
    return programme(
        one,
        off,
        ran,
        day_notes=(DayNote(date=START.isoformat(), text=text),),
        plan=PlanInfo(name=text, id="x", about=text, authors=(text,), source=text),
        athlete=Athlete(name=text),
        notices=(Notice(code="sample", severity="warning", text=text),),
    )


def empty() -> Programme:
    """A plan without a single session."""
    return programme()


def large(weeks: int = 52) -> Programme:
    """A session on every day of a year, or of so many `weeks`."""
    block = Block(kind="straight", items=LADDER)
    days = range(7 * weeks)
    # The offset of summer matters to nobody here: outputs take the moment, not the digits.
    return programme(*(session("Strength", day, block, provisional=True) for day in days))


#: A programme of every sort by name; what it is for is the first line of its function.
MAKERS: Mapping[str, Callable[[], Programme]] = MappingProxyType(
    {
        "ladder": ladder,
        "assessment": assessment,
        "stopped": stopped,
        "painful": painful,
        "provisional": provisional,
        "every kind": every_kind,
        "as done": as_done,
        "gym": gym,
        "running": running,
        "odd hours": odd_hours,
        "non-ASCII": non_ascii,
        "right to left": right_to_left,
        "empty": empty,
        "bare": bare,
        "hostile": hostile,
        "huge": huge,
        "large": large,
    }
)


def samples() -> dict[str, Programme]:
    """All of them by name."""
    return {name: make() for name, make in MAKERS.items()}


def _week(week: int) -> WeekStatistics:
    return WeekStatistics(
        week=week + 1,
        starts=(START + timedelta(weeks=week)).isoformat(),
        sessions=5,
        minutes=200,
        sets={"abdominals": 18, "glutes": 27, "hamstrings": 9, "lower back": 36},
        reps=504 + 42 * week,
        activity_s={"run": 3600, "walk": 1200},
        longest_run_s=1800,
    )
