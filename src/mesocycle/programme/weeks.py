"""Weeks in numbers."""

from __future__ import annotations

import msgspec

from mesocycle.programme.base import Frozen


class LiftStatistics(Frozen):
    """An exercise with a load, over a week: working sets only.

    `intensity` is the mean per cent of the 1RM over all repetitions for which the 1RM is known;
    `top_kg` the heaviest load.
    """

    exercise: str
    name: str
    sets: int
    reps: int
    tonnage_kg: float
    top_kg: float
    intensity: float | None = None


class TrainingLoad(Frozen):
    """How hard a logged week was: session RPE (CR-10) by minutes, in arbitrary units.

    Foster and others, J Strength Cond Res 2001; 15:109. `monotony` is the mean over the standard
    deviation, None where it is undefined; `strain` is the load by it. `basis` says of what the
    mean is (days or sessions) and which standard deviation. `acwr` (the mean of 7 days over that
    of 28) and `acwr_ewma` are for display only: nothing rests on them.
    """

    load: int
    monotony: float | None = None
    strain: int | None = None
    basis: str = ""
    acwr: float | None = None
    acwr_ewma: float | None = None
    unknown_sessions: int = 0


class WeekStatistics(Frozen):
    """A week in numbers; sides count once each, warm-up sets not at all.

    Regions in alphabetical order. `sets` train a muscle directly, `sets_indirect` help others
    to; a muscle's sets count for the region and the group that it belongs to, once for each
    set (`Programme.regions` says which). `tonnage_kg` is load by reps: a load counts as it is
    written (dumbbells as one hand's, beyond bodyweight without the body), open reps at their
    target, open rounds once. `intensity_s` are the seconds of endurance by effort word ("": none
    said); `load` is of what was logged, as in `training_load`.
    """

    week: int
    starts: str
    sessions: int
    minutes: int
    sets: dict[str, int]
    reps: int
    sets_indirect: dict[str, int] = msgspec.field(default_factory=dict)
    lifts: tuple[LiftStatistics, ...] = ()
    tonnage_kg: float = 0.0
    distance_m: dict[str, int] = msgspec.field(default_factory=dict)
    activity_s: dict[str, int] = msgspec.field(default_factory=dict)
    longest_run_s: int | None = None
    load: int | None = None
    longest_run_m: int | None = None
    intensity_s: dict[str, int] = msgspec.field(default_factory=dict)
    training_load: TrainingLoad | None = None
