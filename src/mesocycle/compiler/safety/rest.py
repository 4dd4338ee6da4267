"""Rest: 48 hours between strength for the same muscles, by what was logged (SR19).

The number is that of ACSM (Garber 2011) for a muscle group. Stretches, stability and walks are
exempt.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from mesocycle.catalogue.model import Exercise
from mesocycle.civil import spoken
from mesocycle.compiler.checked import Care, Session
from mesocycle.compiler.safety.bar import Bar

if TYPE_CHECKING:
    from mesocycle.compiler.athlete import View

#: Strength for the same regions is at least so far apart.
REST_BETWEEN: Final = dt.timedelta(hours=48)

_DAY: Final = dt.timedelta(days=1)


def rest_of(session: Session) -> dt.timedelta:
    """How far a session is from another for the same muscles, at least, as the coach has it."""
    return dt.timedelta(seconds=session.spacing.seconds) if session.spacing else REST_BETWEEN


def tired(
    exercise: Exercise, view: View, date: dt.date, care: Care, rest: dt.timedelta
) -> Bar | None:
    """In rehab: what was trained too short a while ago to be trained today.

    `rest` is how far the session is from another for the same muscles, at least.
    A diary knows days, not hours: less than 48 hours is today or yesterday, less than 24 is
    today, and what is nearer than that is the coach's word alone.
    """
    if care != "rehab" or exercise.kind != "strength":
        return None
    days = min(rest // _DAY, REST_BETWEEN // _DAY)
    if not days:
        return None
    trained = set(exercise.trains)
    for log in view.recent.exercises(date - _DAY * (days - 1), date):
        other = view.plan.catalogue.exercises.get(log.exercise)
        if other is None or other.kind != "strength" or trained.isdisjoint(other.trains):
            continue
        region = min(trained & set(other.trains))
        when = "today" if log.date == date else f"on {spoken(log.date)}"
        hours = rest // dt.timedelta(hours=1)
        text = f"{other.name} trained the {region} {when}, and {hours} hours are to lie between"
        return Bar("SR19", text, (log.because,))
    return None
