"""The athlete as the compiler sees them: profile, evidence and health in one view."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Collection, Sequence
from typing import Literal

from mesocycle.compiler.checked import Plan
from mesocycle.diary.evidence import Evidence
from mesocycle.diary.health import Health
from mesocycle.diary.model import AvoidLoad, Diary, Flag, Gear
from mesocycle.diary.outside import conditions_on
from mesocycle.diary.pain import CLINICIANS_LIMIT, COACHS_LIMIT
from mesocycle.diary.recent import Recent

#: Comforts that nobody needs to own for an exercise to be offered.
_COMFORTS = frozenset({"mat", "strap", "cushion"})


def pain_limit(plan: Plan, diary: Diary | None) -> int:
    """How much counts as painfree: of what plan and diary say the stricter; 0 if neither does."""
    athlete = diary.athlete if diary else None
    said = [] if plan.pain_limit is None else [min(plan.pain_limit, COACHS_LIMIT)]
    if athlete is not None and athlete.pain_limit is not None:
        widest = CLINICIANS_LIMIT if athlete.pain_limit_by else COACHS_LIMIT
        said.append(min(athlete.pain_limit, widest))
    return min(said, default=0)


class View:
    """What a plan may ask about its athlete; without a diary nearly all of it is unknown."""

    def __init__(self, plan: Plan, diary: Diary | None, as_of: dt.date) -> None:
        athlete = diary.athlete if diary else None
        self.plan = plan
        self.as_of = as_of
        self.name = athlete.name if athlete else None
        self.limit = pain_limit(plan, diary)
        lapses = plan.care == "rehab"
        self.evidence = Evidence(diary, as_of, same_day=True, limit=self.limit, lapses=lapses)
        self.health = Health(diary, as_of, limit=self.limit)
        self._before = Health(diary, as_of, limit=self.limit, before_sessions=True)
        self.recent = Recent(diary, as_of)
        self.age = athlete.age if athlete else None
        self.sex: Literal["female", "male"] | None = athlete.sex if athlete else None
        self.place = (athlete.place if athlete else None) or plan.place
        self.avoids: tuple[AvoidLoad, ...] = athlete.avoids if athlete else ()
        self.gear = athlete.gear if athlete else Gear()
        self.track = athlete.track if athlete else None
        self.maxes = diary.maxes if diary else ()
        self.bodyweights = diary.bodyweights if diary else ()
        self.fitness = diary.fitness if diary else ()
        self.sessions = diary.sessions if diary else ()
        own = athlete.equipment if athlete else None
        there = plan.catalogue.places.get(self.place) if self.place else None
        known = [frozenset(items) for items in (own, there) if items is not None]
        self.equipment: frozenset[str] | None = frozenset().union(*known) if known else None

    def before_sessions(self) -> View:
        """The same athlete, each day seen as it was before its sessions."""
        other = copy.copy(self)
        other.health = self._before
        other.evidence = self.evidence.before_sessions()
        other.recent = self.recent.before_sessions()
        return other

    def known(self, date: dt.date) -> dt.date:
        """The last day of which something is known: of days to come it is today."""
        return min(date, self.as_of)

    def conditions_on(self, date: dt.date) -> Collection[str]:
        """The athlete's conditions by name, as known on a day."""
        return conditions_on(self.health.diary, date)

    def latch(self, flags: Sequence[Flag]) -> None:
        """Let flags stand that the coach's rules raised, whenever a day is looked at."""
        self.health.latch(flags)
        self._before.latch(flags)

    def lacks(self, needs: tuple[str, ...]) -> tuple[str, ...]:
        """What of `needs` is known not to be there."""
        if self.equipment is None:
            return ()
        return tuple(item for item in needs if item not in self.equipment | _COMFORTS)

    def has(self, needs: tuple[str, ...]) -> bool:
        """Whether all of `needs` is known to be there."""
        needed = [item for item in needs if item not in _COMFORTS]
        return not needed or (self.equipment is not None and self.equipment.issuperset(needed))
