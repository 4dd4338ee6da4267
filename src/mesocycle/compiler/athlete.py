"""The athlete as the compiler sees them: profile, evidence and health in one view."""

from __future__ import annotations

import copy
import datetime as dt
from typing import Literal

from mesocycle.compiler.checked import Plan
from mesocycle.diary.evidence import Evidence
from mesocycle.diary.health import Health
from mesocycle.diary.model import AvoidLoad, Diary, Gear

#: Comforts that nobody needs to own for an exercise to be offered.
_COMFORTS = frozenset({"mat", "strap", "cushion"})


class View:
    """What a plan may ask about its athlete; without a diary nearly all of it is unknown."""

    def __init__(self, plan: Plan, diary: Diary | None, as_of: dt.date) -> None:
        athlete = diary.athlete if diary else None
        self.plan = plan
        self.as_of = as_of
        self.name = athlete.name if athlete else None
        self.evidence = Evidence(diary, as_of, same_day=True)
        self.health = Health(diary, as_of)
        self._before = Health(diary, as_of, before_sessions=True)
        self.age = athlete.age if athlete else None
        self.sex: Literal["female", "male"] | None = athlete.sex if athlete else None
        self.place = (athlete.place if athlete else None) or plan.place
        self.avoids: tuple[AvoidLoad, ...] = athlete.avoids if athlete else ()
        self.conditions = athlete.conditions if athlete else ()
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
        return other

    def lacks(self, needs: tuple[str, ...]) -> tuple[str, ...]:
        """What of `needs` is known not to be there."""
        if self.equipment is None:
            return ()
        return tuple(item for item in needs if item not in self.equipment | _COMFORTS)

    def has(self, needs: tuple[str, ...]) -> bool:
        """Whether all of `needs` is known to be there."""
        needed = [item for item in needs if item not in _COMFORTS]
        return not needed or (self.equipment is not None and self.equipment.issuperset(needed))
