"""The arithmetic of races: from one result to the paces of others.

Two curves, fitted by Jack Daniels and Jimmy Gilbert to the tests and races of distance runners
(Oxygen Power: Performance Tables for Distance Runners, 1979). With v in metres a minute and t in
minutes, running at v takes

    VO2 = -4.60 + 0.182258 v + 0.000104 v^2          ml of oxygen a minute and kilogram,

and for a race of t minutes a runner keeps up

    share = 0.8 + 0.1894393 e^(-0.012778 t) + 0.2989558 e^(-0.1932605 t)     of the maximum.

What a result shows is therefore VO2(v) / share(t), here the *capacity*: an effective VO2max, in
which running economy is contained. Runners of one capacity have, by the model, one time for each
distance. Their tables go from about 3.5 to 230 minutes; outside, nothing vouches for the curves.
"""

from __future__ import annotations

from math import exp, sqrt
from typing import Final

from mesocycle.diary.fitness import TELLING

#: Bisections that bring any of these times within a hundredth of a second.
_HALVINGS: Final = 40

#: Speeds in metres a minute, between which every race here is run: a stroll, and a record sprint.
_SLOWEST, _FASTEST = 20.0, 630.0


def oxygen(speed: float) -> float:
    """What running takes, in ml a minute and kilogram; `speed` is in metres a minute."""
    return -4.60 + 0.182258 * speed + 0.000104 * speed * speed


def share(minutes: float) -> float:
    """The part of the VO2max that is kept up in a race of so many minutes (above 1 in short)."""
    return 0.8 + 0.1894393 * exp(-0.012778 * minutes) + 0.2989558 * exp(-0.1932605 * minutes)


def capacity(metres: float, seconds: float) -> float:
    """The effective VO2max that a race result shows, in ml a minute and kilogram."""
    minutes = seconds / 60
    return oxygen(metres / minutes) / share(minutes)


def race_time(capacity_: float, metres: float) -> float:
    """The seconds that a runner of that capacity takes for a race over `metres`.

    The inverse of `capacity`, which falls as the time grows, so halving finds it.
    """
    fast, slow = metres / _FASTEST * 60, metres / _SLOWEST * 60
    for _ in range(_HALVINGS):
        middle = (fast + slow) / 2
        if capacity(metres, middle) > capacity_:
            fast = middle
        else:
            slow = middle
    return (fast + slow) / 2


def speed_at(oxygen_: float) -> float:
    """The speed, in metres a minute, that takes so much oxygen: the inverse of `oxygen`."""
    return (-0.182258 + sqrt(0.182258**2 + 4 * 0.000104 * (oxygen_ + 4.60))) / (2 * 0.000104)


def within(seconds: float) -> bool:
    """Whether a result is of the kind that the model was made from."""
    return TELLING[0] <= seconds <= TELLING[1]
