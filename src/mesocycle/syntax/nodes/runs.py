"""Running and other endurance: stretches, their legs, how each ends and how hard it is."""

from __future__ import annotations

from typing import Literal

from mesocycle.syntax.nodes.base import Count, Node, Word

#: Millimetres of the distances by which a pace is given.
PER_KM, PER_MILE, PER_500M, PER_100M = 1_000_000, 1_609_344, 500_000, 100_000


class Effort(Node):
    """`easy`: walk < brisk < easy < steady < tempo < threshold < interval < sprint."""

    word: Word


class Pace(Node):
    """`at 5:30/km`, `at 5:00-5:20/km`: seconds per `per_mm` millimetres; `low` is the faster."""

    low: int
    high: int
    per_mm: int = PER_KM
    word: Word | None = None


class NamedPace(Node):
    """`at 5k pace`, `at hm pace`, `at mp`: the pace of a race that the athlete could run now."""

    race: Literal["mile", "3k", "5k", "10k", "15k", "10mi", "hm", "mp"]
    word: Word | None = None


class Speed(Node):
    """`at 30km/h`, `at 18-20mph`, in metres an hour."""

    low: int
    high: int
    word: Word | None = None


class Zone(Node):
    """`zone 2`, `zone 2-3`: of the athlete's own zones."""

    low: int
    high: int
    word: Word | None = None


class Heart(Node):
    """`hr 140-150`, `hr 80-85%` (of the maximum), `hr 70% of reserve`, `hr 95% of threshold`.

    Per cents are hundredths of one: 80 % is 8,000.
    """

    low: int
    high: int
    of: Literal["bpm", "max", "reserve", "threshold"] = "bpm"
    word: Word | None = None


class Power(Node):
    """`power 250W`, `power 85-95%` (of the functional threshold power; in hundredths)."""

    low: int
    high: int
    percent: bool = False
    word: Word | None = None


class Felt(Node):
    """`rpe 4`, `rpe 3-4` of a stretch: the CR-10 scale, in tenths. Not the RPE of a lift."""

    low: int
    high: int
    word: Word | None = None


class Cadence(Node):
    """`cadence 90`, `cadence 85-95`: steps or turns a minute."""

    low: int
    high: int
    word: Word | None = None


Sure = Effort | Pace | NamedPace | Speed | Zone | Heart | Power | Felt | Cadence


class Bound(Node):
    """`below zone 3`, `above 250W`: one end only."""

    side: Literal["below", "above"]
    target: Sure
    word: Word | None = None


class Ramp(Node):
    """`from zone 1 to zone 3`: from one target to another, evenly."""

    start: Sure
    end: Sure
    word: Word | None = None


Target = Sure | Bound | Ramp


class Until(Node):
    """`until lap` (a press of the button), `until hr < 120`, `until power > 250W`, `until "…"`."""

    what: Literal["lap", "hr", "power", "text"]
    op: Literal["<", "<=", ">", ">=", ""] = ""
    value: int = 0
    text: str = ""
    word: Word | None = None


class Leg(Node):
    """One segment: `2min jog`, `400m at 5k pace`, `5-6mi easy`, `until lap`, `rest 90s`.

    One of `seconds`, `metres` and `until` is given. `activity` None is the stretch's own; `rest`
    is one too. `jog` is a run with the effort `easy`. `terrain`: uphill, downhill, track, trail.
    """

    activity: Word | None = None
    seconds: Count | None = None
    metres: Count | None = None
    until: Until | None = None
    target: Target | None = None
    terrain: Word | None = None
    word: Word | None = None


class Repeats(Node):
    """`6x(1min at 5k pace, 2min jog)`, `(60s, 90s walk) for total 20min`, `8x400m`; they nest.

    `times` None: as often as fits into `total` seconds, or once where there is none. With both,
    the repeats are cut at the total. `metres` (`for total 1mi`): by turns until they are covered.
    """

    legs: tuple[Leg | Repeats, ...]
    times: Count | None = None
    total: int | None = None
    word: Word | None = None
    metres: int | None = None


Legs = tuple[Leg | Repeats, ...]


class Stretch(Node):
    """A line of endurance: `run 30min easy`, `warmup 5min brisk walk`, `run 6x(…)`, `until lap`.

    `activity` None: as the session's main activity.
    """

    legs: Legs
    role: Literal["warmup", "cooldown"] | None = None
    activity: Word | None = None
    word: Word | None = None


class Course(Node):
    """What a stretch is instead: `week 2: 100min`, `if outdoors: 5km easy`, `stage 3: run …`."""

    legs: Legs
    activity: Word | None = None
    word: Word | None = None


class Volume(Node):
    """`volume 60%`, of a phase also `volume 60%, 40%` by its weeks: how much of it is done.

    Per cents, in hundredths. Volume only: how hard and how often stay (a taper).
    """

    percents: tuple[int, ...]
    word: Word | None = None


class SwapActivity(Node):
    """`swap run for swim`: the same time in another activity; `percent` (hundredths) of it."""

    activity: Word
    other: Word
    percent: int | None = None
    word: Word | None = None


class EasyOnly(Node):
    """`runs easy only`: no leg of that activity harder than easy."""

    activity: Word
    word: Word | None = None
