"""Questions: what nobody has said and the plan waits for (unknown is asked, never assumed)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from mesocycle.civil import spoken
from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Plan, Stretch
from mesocycle.compiler.ledger import Ledger
from mesocycle.compiler.safety.rules import RUNNING
from mesocycle.compiler.why.lines import completed, unsaid
from mesocycle.diary.model import SessionLog

#: A question as the athlete reads it, and the diary's line that answers it, to be filled in.
Asked = tuple[str, str]


def ask_what_is_open(plan: Plan, view: View, ledger: Ledger) -> None:
    """Enter a question for everything in rehab that holds the athlete back unsaid.

    While a red flag stands there is one thing to do, and no question beside it.
    """
    if plan.care != "rehab" or view.name is None or view.health.flags(view.as_of):
        return
    for text, answer in (*_next_morning(view), *_incomplete(view), *_walk(plan, view)):
        ledger.notice("R55", "question", text, answer=answer)


def _last(view: View) -> SessionLog | None:
    """The last session with exercises in it."""
    return next((log for log in reversed(view.sessions) if log.exercises), None)


def _next_morning(view: View) -> Iterator[Asked]:
    last = _last(view)
    if last is None:
        return
    morning = last.date + dt.timedelta(days=1)
    if view.health.mornings(last.date)[0] is None and morning <= view.as_of:
        text = f"How was your back on the morning of {spoken(morning)}, after {last.session}?"
        yield text, f"{morning.isoformat()} morning pain …"


def _incomplete(view: View) -> Iterator[Asked]:
    last = _last(view)
    for log in last.exercises if last else ():
        if log.skipped:
            continue
        lacks = unsaid(log)
        if lacks:
            missing = " and ".join(each.removesuffix(" …") for each in lacks)
            text = (
                f"{log.because.text}: nothing is said of {missing}. Until it is, the exercise does "
                f"not progress. Complete line {log.because.line} of {log.because.file}:"
            )
            yield text, completed(log.because.text, lacks)


def _walk(plan: Plan, view: View) -> Iterator[Asked]:
    runs = any(
        isinstance(item.what, Stretch) and item.what.impact >= RUNNING
        for session in plan.sessions
        for item in session.items
    )
    gate = view.health.brisk_walk(view.as_of)
    if runs and gate.value is None:
        text = (
            "Can you walk briskly for half an hour without pain? Runs are walks until you have "
            "written that you did."
        )
        yield text, f"{view.as_of.isoformat()} brisk walk 30min; pain 0"
