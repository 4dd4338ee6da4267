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


class WeekStatistics(Frozen):
    """A week in numbers; sides count once each, warm-up sets not at all.

    Regions in alphabetical order. `sets` train a muscle directly, `sets_indirect` help others
    to; a muscle's sets count for the region and the group that it belongs to, once for each
    set (`Programme.regions` says which). `tonnage_kg` is load by reps: a load counts as it is
    written (dumbbells as one hand's, beyond bodyweight without the body), open reps at their
    target, open rounds once.
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
