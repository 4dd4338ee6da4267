"""Retest: what hurt is offered again, with one easy set, after so many days known to be good.

How many is the coach's word (`retest after 7 days`); without it nothing comes back but by a test
that the athlete does and logs. Days of which nobody has said anything are not good days.
"""

from __future__ import annotations

import datetime as dt

from mesocycle.catalogue.model import Exercise
from mesocycle.civil import spoken
from mesocycle.compiler.athlete import View
from mesocycle.diary.lasting import EXPIRES


def may_be_tried_again(exercise: Exercise, view: View, date: dt.date) -> str:
    """Why an exercise that hurt is tried again today, in words; empty if it is not."""
    after = view.plan.retest
    known = view.known(date)
    hurt = view.evidence.last_done(exercise.id, date)
    since = view.health.days.good_since(known, view.limit)
    if after is None or hurt is None or since is None:
        return ""
    begun = max(since, hurt)
    last = view.health.days.last_word(known)
    if last is None or (last - begun).days < after or known - last > EXPIRES:
        return ""
    return f"nothing has hurt since {spoken(begun)}, so it is tried again with one easy set"
