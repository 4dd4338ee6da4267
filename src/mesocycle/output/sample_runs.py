"""A runner's programme: every form of segment, a calendar with changes, a race at the end."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace

from mesocycle.output.sample_days import START, programme, session
from mesocycle.programme import (
    Athlete,
    Block,
    DayNote,
    Notice,
    PlanInfo,
    Programme,
    Segment,
    SegmentEnd,
    Session,
    Target,
    Terrain,
    Total,
    TrainingLoad,
    WeekStatistics,
)

#: Metres of a mile, as the compiler rounds five and six of them.
_FIVE_MILES, _SIX_MILES = 8047, 9656

_EASY = Target(kind="word", text="easy")
_BRISK = Target(kind="word", text="brisk")
_HARD = Target(kind="word", text="threshold")
_5K = Target(
    kind="pace", text="5k pace (4:54/km)", low=294, high=294, unit="s/km", written="5k pace"
)  # fmt: skip
_PACE = Target(kind="pace", text="5:00–5:20/km", low=300, high=320, unit="s/km")
_ZONE = Target(
    kind="hr", text="zone 2 (114–133 bpm)", low=114, high=133, unit="bpm", written="zone 2"
)  # fmt: skip
_BELOW = Target(kind="zone", text="below zone 3", high=3, unit="zone")
_WATTS = Target(
    kind="power", text="power 85–95% (213–238 W)", low=213, high=238, unit="W",
    written="power 85-95%",
)  # fmt: skip
_SPEED = Target(kind="speed", text="30 km/h", low=30, high=30, unit="km/h")
_FELT = Target(kind="rpe", text="RPE 3–4", low=3, high=4, unit="CR-10")
_CADENCE = Target(kind="cadence", text="cadence 90", low=90, high=90, unit="rpm")
_UNKNOWN = Target(kind="pace", text="marathon pace", written="marathon pace")
_FROM, _TO = (Target(kind="zone", text=f"zone {n}", low=n, high=n, unit="zone") for n in (1, 3))


def timed(
    activity: str, seconds: int, aim: Target | None = None, *, most: int | None = None
) -> Segment:
    """So long of an activity."""
    end = SegmentEnd(kind="time", seconds=seconds, max_seconds=most)
    return Segment(activity=activity, end=end, target=aim)


def far(
    activity: str,
    metres: int,
    aim: Target | None = None,
    *,
    most: int | None = None,
    terrain: Terrain | None = None,
) -> Segment:
    """So far of an activity."""
    end = SegmentEnd(kind="distance", metres=metres, max_metres=most)
    return Segment(activity=activity, end=end, target=aim, terrain=terrain)


def until(activity: str, text: str, aim: Target | None = None) -> Segment:
    """An activity until the lap button is pressed (`lap`), or until something else."""
    end = SegmentEnd(kind="lap" if text == "lap" else "condition", text=text)
    return Segment(activity=activity, end=end, target=aim)


def times(repeat: int, *segments: Segment, notes: tuple[str, ...] = ()) -> Segment:
    """Some stretches, again and again."""
    return Segment(activity="run", repeat=repeat, segments=segments, notes=notes)


def _main(*segments: Segment) -> Block:
    return Block(kind="endurance", segments=segments)


WARM_UP = Block(kind="warmup", segments=(timed("walk", 300, _BRISK), timed("run", 300, _EASY)))
COOL_DOWN = Block(kind="cooldown", segments=(timed("walk", 300, _EASY),))
INTERVALS = times(6, timed("run", 60, _5K), timed("run", 120, _EASY))
NESTED = times(
    3, timed("run", 600, _HARD), times(2, timed("run", 30), timed("walk", 60)), timed("rest", 120)
)
#: Walking and running for twenty minutes in all, the last repeat cut.
CUT = (
    times(5, timed("run", 90), timed("walk", 120)),
    times(1, timed("run", 90), timed("walk", 60), notes=("The last repeat is cut at 20:00.",)),
)
ODD = (
    replace(timed("run", 600, _FROM), target_end=_TO),
    timed("bike", 2400, _WATTS),
    timed("bike", 600, _SPEED),
    timed("bike", 300, _CADENCE),
    timed("run", 5400, _ZONE, most=6000),
    timed("run", 300, _BELOW),
    far("run", 800, _FELT, terrain="uphill"),
    far("run", 400, _UNKNOWN, terrain="track"),
    far("swim", 1500),
    until("run", "lap", _EASY),
    until("run", "until hr < 120"),
    until("bike", "power > 250W"),
    until("walk", "you breathe calmly"),
)


def running() -> Programme:
    """Two weeks: intervals, a long run by miles that moved, a holiday, a week of everything."""
    about = Total(
        seconds=1980, metres=5830, estimated=("metres",), basis="the best of 24:30 over 5 km"
    )
    in_miles = Total(
        seconds=2810, max_seconds=3370, metres=_FIVE_MILES, max_metres=_SIX_MILES,
        estimated=("seconds",), basis="the best of 24:30 over 5 km",
    )  # fmt: skip
    long_run = _session("Long run", 5, _main(far("run", _FIVE_MILES, _EASY, most=_SIX_MILES)))
    left_out = _session("Easy run", 10, _main(timed("run", 1800, _EASY)))
    race = _session("Town Half", 13, _main(far("run", 21_100)))
    sessions = (
        replace(_session("Intervals", 1, WARM_UP, _main(INTERVALS), COOL_DOWN), total=about),
        _session("Nested", 3, WARM_UP, _main(timed("run", 600, _EASY), NESTED), COOL_DOWN),
        replace(long_run, status="moved", original_date=_on(6), total=in_miles, minutes=50),
        replace(_session("Walk and run", 7, _main(*CUT)), total=Total(seconds=1200), minutes=20),
        _session("Everything", 8, _main(*ODD)),
        replace(left_out, status="skipped", reason="Christmas", blocks=()),
        replace(race, race="A", categories=("run",)),
    )
    return programme(
        *sessions,
        plan=PlanInfo(name="To the town half", id="to-the-town-half"),
        athlete=Athlete(name="Rosa"),
        day_notes=(
            *(DayNote(date=_on(day), text="Christmas") for day in (9, 10, 11)),
            DayNote(date=_on(9), text="travelling; no gym"),
        ),
        notices=(
            Notice(
                code="sample",
                severity="question",
                text="5k pace needs a best: write best 5k 24:30 in the diary.",
            ),
        ),
        statistics=(_week(1), _week(2)),
    )


def _on(day: int) -> str:
    return (START + timedelta(days=day)).isoformat()


def _session(name: str, day: int, *blocks: Block) -> Session:
    made = session(name, day, *blocks, start="18:00:00+01:00", categories=("run",), minutes=35)
    return replace(made, phase="Taper" if day >= 7 else "Build")


def _week(number: int) -> WeekStatistics:
    hard = TrainingLoad(
        load=640, monotony=1.12, strain=717, acwr=1.21, acwr_ewma=1.17,
        basis="monotony per day, rest days as 0, sample standard deviation",
    )  # fmt: skip
    part = TrainingLoad(load=120, basis="so far", unknown_sessions=1)
    return WeekStatistics(
        week=number,
        starts=_on(7 * number - 7),
        sessions=3,
        minutes=120,
        sets={},
        reps=0,
        distance_m={"run": 27_300, "swim": 1500},
        activity_s={"run": 7200, "walk": 900, "rest": 240},
        intensity_s={"easy": 4800, "threshold": 1800, "": 600},
        longest_run_s=5400,
        longest_run_m=_FIVE_MILES if number == 1 else 21_100,
        load=640 if number == 1 else 120,
        training_load=hard if number == 1 else part,
    )
