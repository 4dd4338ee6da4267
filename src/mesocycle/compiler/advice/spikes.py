"""Single runs that are much longer than any of the weeks before.

Of 5,205 runners, those who ran more than a tenth farther in one session than in any of the 30
days before got hurt more often (hazard ratio 1.64 up to 30 % farther, 2.28 beyond double);
neither the change from week to week nor the ratio of acute to chronic load told as much
(Frandsen and others, Br J Sports Med 2025; 59:1203). A plan is advised of it, an athlete told.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from mesocycle.compiler.checked import Item, Leg, Repeats, Session, Stretch
from mesocycle.compiler.checked.base import Frozen
from mesocycle.compiler.checked.run import Legs, each_leg
from mesocycle.compiler.days.slot import Slot
from mesocycle.miles import MILE_M, in_words, is_in_miles

if TYPE_CHECKING:
    from mesocycle.compiler.advice.plans import Subject

#: How far back the longest run is looked for.
WINDOW: Final = dt.timedelta(days=30)

#: A run of at most so many hundredths of the longest one is no spike.
PERCENT: Final = 110

#: Shorter runs double without much ado: nothing is said of them. A choice of this project.
SHORT_M, SHORT_S = 5_000, 1_800

#: What the first days of a plan ask for is taken for what the athlete is used to.
SETTLING_IN: Final = dt.timedelta(days=7)

#: Metres a second that no leg of a training run exceeds, or falls below: they bound what a leg
#: by the clock, or by distance, can come to at most where only the other is known.
_FASTEST_MS, _SLOWEST_MS = 5, 1


class Run(Frozen):
    """The running of one session: exactly, where that is known, and at most.

    None is not known; a run until the lap button may come to anything.
    """

    date: dt.date
    metres: int | None = None
    seconds: int | None = None
    most_metres: int | None = None
    most_seconds: int | None = None


class Spike(Frozen):
    """A run longer than it should be: the longest before, in metres, or else in seconds."""

    run: Run
    metres: int | None = None
    seconds: int | None = None

    @property
    def limit(self) -> int:
        """What would have been long enough, in metres or seconds."""
        return (self.metres or self.seconds or 0) * PERCENT // 100


def spike(run: Run, before: Iterable[Run]) -> Spike | None:
    """Whether `run` is more than a tenth longer than every run of the 30 days before.

    By distance, else by time; None where it is not, where there is no run to compare it with,
    or where one of those might be longer than is known.
    """
    near = [each for each in before if run.date - WINDOW <= each.date < run.date]
    if not near:
        return None
    if run.metres is not None:
        longest = _longest(near, "metres")
        much = longest is not None and run.metres * 100 > longest * PERCENT
        return Spike(run, metres=longest) if much and run.metres > SHORT_M else None
    longest = _longest(near, "seconds")
    if run.seconds is None or longest is None or run.seconds <= SHORT_S:
        return None
    return Spike(run, seconds=longest) if run.seconds * 100 > longest * PERCENT else None


def _longest(runs: Iterable[Run], measure: str) -> int | None:
    found: list[int] = []
    for run in runs:
        exact, most = getattr(run, measure), getattr(run, f"most_{measure}")
        length = most if exact is None else exact
        if length is None:
            return None
        found.append(length)
    return max(found, default=None)


class Lately:
    """Runs by their days, those of a day as one: however many a day has, 30 are looked at."""

    def __init__(self, runs: Iterable[Run] = ()) -> None:
        self._days: dict[dt.date, Run] = {}
        for run in runs:
            self.add(run)

    def add(self, run: Run) -> None:
        """One run more; what is not known of one run is not known of its day."""
        same = self._days.get(run.date)
        if same is not None:
            far, long = (_longest((same, run), measure) for measure in ("metres", "seconds"))
            run = Run(run.date, most_metres=far, most_seconds=long)
        self._days[run.date] = run

    def before(self, date: dt.date) -> list[Run]:
        """What was run in the 30 days before."""
        days = (date - dt.timedelta(days=number) for number in range(1, WINDOW.days + 1))
        return [self._days[day] for day in days if day in self._days]


class _Sum(Frozen):
    """What some legs come to: metres and seconds as written, and whether anything is open."""

    runs: bool = False
    metres: int = 0
    seconds: int = 0
    is_open: bool = False

    def plus(self, other: _Sum, times: int = 1) -> _Sum:
        """This, and so many times the other."""
        return _Sum(
            self.runs or other.runs,
            self.metres + times * other.metres,
            self.seconds + times * other.seconds,
            self.is_open or other.is_open,
        )


def planned_run(date: dt.date, stretches: Iterable[Stretch]) -> Run | None:
    """The running in some stretches, of ranges the upper end; None if nobody runs."""
    whole = _Sum()
    for stretch in stretches:
        whole = whole.plus(_running(stretch.legs))
    if not whole.runs:
        return None
    far, long = whole.metres, whole.seconds
    return Run(
        date,
        metres=None if long or whole.is_open else far,
        seconds=None if far or whole.is_open else long,
        most_metres=None if whole.is_open else far + long * _FASTEST_MS,
        most_seconds=None if whole.is_open else long + far // _SLOWEST_MS,
    )


def _running(legs: Legs) -> _Sum:
    """The running in some legs; of repeats for a total, as much as may begin within it."""
    whole = _Sum()
    for each in legs:
        if not isinstance(each, Leg):
            times = each.times or 1
            if each.metres is not None:  # of which nobody knows how much is walked
                runs = any(leg.activity == "run" for leg in each_leg(each.legs))
                whole = whole.plus(_Sum(runs, each.metres if runs else 0))
                continue
            if each.total:
                times = -(-each.total // max(sum(map(_least_s, each.legs)), 1))
            whole = whole.plus(_running(each.legs), times)
        elif each.activity == "run":
            metres = each.metres.high if each.metres else 0
            seconds = each.seconds.high if each.seconds else 0
            whole = whole.plus(_Sum(True, metres, seconds, each.until is not None))
    return whole


def _least_s(leg: Leg | Repeats) -> int:
    """The seconds that a leg by the clock, or repeats of some, take at least."""
    if isinstance(leg, Leg):
        return leg.seconds.low if leg.seconds else 0
    return leg.total or (leg.times or 1) * sum(map(_least_s, leg.legs))


def runs_of(slots: Sequence[Slot]) -> Iterator[tuple[Slot, Run]]:
    """Every run that a plan asks for as it is written, in order; not what progress makes of it."""
    for slot in sorted(slots, key=lambda each: each.date):
        run = planned_run(slot.date, _stretches(slot))
        if run is not None:
            yield slot, run


def _stretches(slot: Slot) -> Iterator[Stretch]:
    for item in slot.session.items:
        if isinstance(item.what, Stretch):
            yield from _this_week(slot, item, item.what)


def _this_week(slot: Slot, item: Item, what: Stretch) -> Iterator[Stretch]:
    """A line as the week has it: another course, less of it, or nothing."""
    volumes = [slot.volume, slot.session.manner.volume, item.manner.volume]
    for weekly in item.weekly:
        if (slot.phase_week or slot.week) in weekly.weeks:
            if weekly.manner.skip:
                return
            what = weekly.manner.course or what
            volumes.append(weekly.manner.volume)
    said = [volume for volume in volumes if volume is not None]
    if said:
        from mesocycle.compiler.endurance.volume import scaled  # most plans have no taper

        what = scaled(what, min(said))
    yield what


def _moves(session: Session) -> bool:
    """Whether its runs become what only the athlete's progress tells."""
    managed = (item.manner.progress for item in session.items if isinstance(item.what, Stretch))
    return any(progress is not None and progress.moves for progress in managed)


def meant(session: Session) -> bool:
    """Whether the coach says why."""
    return bool(session.manner.because or any(item.manner.because for item in session.items))


def planned_spikes(s: Subject) -> None:
    """A run is at most a tenth longer than the longest of the 30 days before it."""
    lately = Lately()
    told: set[str] = set()
    settled = s.plan.starts + SETTLING_IN
    for slot, run in runs_of(s.slots):
        session = slot.session
        if _moves(session):
            lately.add(Run(slot.date))  # how long it will be, only progress tells
            continue
        found = spike(run, lately.before(run.date))
        lately.add(run)
        quiet = session.race or session.key in told or meant(session) or slot.date < settled
        if found is None or quiet:
            continue
        told.add(session.key)
        code, length, longest, limit = words(found)
        s.notes.warning(
            code, f"{session.name} on {slot.date} is {length} of running, after {longest} at most",
            s.span(session), "more than a tenth longer than any run of the 30 days before",
            hint=(f"let it be {limit} at most", 'or say why it is meant: because "…"'),
        )  # fmt: skip


def words(found: Spike) -> tuple[str, str, str, str]:
    """The code, and the lengths: of the run, of the longest before, of the longest advised."""
    if found.metres is not None:
        limit = found.limit
        most = (
            in_words(int(limit * 10 / MILE_M) * MILE_M / 10) if is_in_miles(found.metres)
            else distance(limit)
        )  # fmt: skip
        return "W560", distance(found.run.metres or 0), distance(found.metres), most
    longest = minutes(found.seconds or 0)
    return "W561", minutes(found.run.seconds or 0), longest, minutes(found.limit)


def distance(metres: int) -> str:
    """`16 km`, `8.05 km`, `5 mi`: as it is said in a notice."""
    if is_in_miles(metres):
        return in_words(metres)
    return f"{metres / 1000:.2f}".rstrip("0").rstrip(".") + " km"


def minutes(seconds: int) -> str:
    """`90 min`, whole minutes."""
    return f"{seconds // 60} min"
