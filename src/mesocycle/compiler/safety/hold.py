"""Hold: why nothing steps up in rehab, whatever was earned: a flare, a trend, no screening."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from mesocycle.catalogue.model import Exercise
from mesocycle.civil import spoken
from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Care
from mesocycle.compiler.safety.bar import Bar
from mesocycle.compiler.safety.rules import RUNNING
from mesocycle.diary import trend
from mesocycle.diary.pain import flare_from


def hold(view: View, date: dt.date, care: Care) -> Bar | None:
    """The first reason why a step that was logged for is not taken on `date`, or None.

    What is only taken to go as planned is not held by it: it is taken that nothing hurts, and
    that the question is answered.
    """
    if care != "rehab" or view.name is None:
        return None
    return _flare(view, date) or _centralising(view, date) or _unscreened(view, date)


def too_sore(exercise: Exercise, view: View, date: dt.date, care: Care) -> Bar | None:
    """In rehab: why an exercise is not tested while it hurts as much as in a flare (SR6).

    A test then tells nothing of the exercise, and may make it worse. Stretches and walks are
    gentle enough, and what has been painfree since the flare is no test.
    """
    gentle = exercise.kind in ("flexibility", "cardio") and (exercise.impact or 0) < RUNNING
    if care != "rehab" or gentle or view.evidence.painfree(exercise, date).value is not None:
        return None
    return _flare(view, date, "a test")


def _flare(view: View, date: dt.date, what: str = "more") -> Bar | None:
    """While it hurts as much as in a flare nothing is asked more of (SR6)."""
    worst = view.health.day(date).worst
    if worst is None or (worst.value < flare_from(view.limit) and not worst.sharp):
        return None
    how = "sharp pain" if worst.sharp else f"pain {worst.value}"
    return Bar("SR6", f"it hurts too much for {what} ({how})", (worst.because,))


def _centralising(view: View, date: dt.date) -> Bar | None:
    """Pain that draws back toward the spine is no leave to step up (SR12)."""
    found = trend.moves(view.health.days, view.known(date), outward=False)
    if not found.value:
        return None
    text = f"{found.text}, which is good, and no evidence for more"
    return Bar("SR12", text, found.because)


def _unscreened(view: View, date: dt.date) -> Bar | None:
    """Nobody has asked about red flags for too long (SR4)."""
    asked = view.health.screening().asked(view.known(date), view.plan.screening)
    return None if asked.value else Bar("SR4", asked.text, asked.because)


def question(view: View) -> Iterator[tuple[str, str]]:
    """What to ask about red flags once something is logged, and the line that says no (SR4)."""
    day = view.as_of
    if not view.sessions or view.health.screening().asked(day, view.plan.screening).value:
        return
    text = (
        "Is there any numbness, tingling, weakness, pain that spreads into a leg, trouble with "
        f"bladder or bowel, or another red flag? If there is, write: {day.isoformat()} flag …. "
        "Until somebody has asked, nothing steps up."
    )
    yield text, f"{day.isoformat()} no red flags"


def note(view: View, date: dt.date) -> tuple[str, Bar] | None:
    """What to tell an athlete whose pain draws back toward the spine, and why (SR12).

    The text stands in the session, which calendars show: it does not say what hurts.
    """
    found = trend.moves(view.health.days, view.known(date), outward=False)
    if not found.value:
        return None
    text = (
        "Walking and gentle mobility may go on, even if the back itself feels a little worse "
        "after it. It is no leave to do more; stop if pain moves outward."
    )
    when = spoken(view.known(date))
    return text, Bar("SR12", f"pain draws back toward the spine ({when})", found.because)
