"""Questions: what nobody has said and the plan waits for (unknown is asked, never assumed)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from mesocycle.civil import spoken
from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Plan, Stretch
from mesocycle.compiler.ledger import Ledger
from mesocycle.compiler.rules.rulebook import Rulebook
from mesocycle.compiler.safety import hold, out_of_scope
from mesocycle.compiler.safety.paused import refer
from mesocycle.compiler.safety.rules import RUNNING
from mesocycle.compiler.why.lines import corrected, unsaid
from mesocycle.diary.model import ExerciseLog, SessionLog

#: For how many days it is asked what an entry leaves out.
_ASKED_FOR = 14

#: A question as the athlete reads it, and the diary's line that answers it, to be filled in.
Asked = tuple[str, str]


def ask_what_is_open(plan: Plan, view: View, rulebook: Rulebook, ledger: Ledger) -> None:
    """Enter what the plan asks, and in rehab a question for all that holds the athlete back unsaid.

    While a red flag stands, or somebody is out of scope, there is one thing to do, and no question
    beside it; while that keeps everything away, no other question of the plan's either.
    """
    stopped = _everything_is_stopped(view)
    _tell_of_flags(view, ledger, in_part=not stopped)
    if stopped:
        ledger.ask_nothing()
        return
    if view.name is None or view.health.flags(view.as_of) or view.health.outside(view.as_of):
        return
    for text, answer in (*rulebook.questions(), *_in_rehab(plan, view)):
        ledger.notice("R55", "question", text, answer=answer)


def _in_rehab(plan: Plan, view: View) -> Iterator[Asked]:
    if plan.care == "rehab":
        yield from out_of_scope.question(plan, view)
        yield from hold.question(view)
        yield from _next_morning(view)
        yield from _incomplete(view)
        yield from _walk(plan, view)


def _tell_of_flags(view: View, ledger: Ledger, *, in_part: bool) -> None:
    """Say what to do about what stands today, though no session is left that would say it."""
    said = {notice.code for notice in ledger.notices.values() if notice.severity == "stop"}
    flags, outside = view.health.flags(view.as_of), view.health.outside(view.as_of)
    if flags and "SR4" not in said:
        ledger.notice("SR4", "stop", refer(flags, in_part=in_part))
    if outside and "SR18" not in said:
        ledger.notice("SR18", "stop", out_of_scope.told(outside, in_part=in_part))
    whole, part = (("SR4", refer(flags, in_part=some), None) for some in (False, True))
    urgent = any(flag.level != "see" for flag in flags)
    if flags and not urgent and part in ledger.notices:
        ledger.notices.pop(whole, None)  # both said, it would read as if nothing were cleared


def _everything_is_stopped(view: View) -> bool:
    """Whether red flags, or conditions, leave no kind of training to do today."""
    health, day = view.health, view.as_of
    if not health.flags(day) and not health.outside(day):
        return False
    from mesocycle.diary.clearances import SCOPES

    return all(health.flags(day, scope) or health.outside(day, scope) for scope in SCOPES)


def _last(view: View) -> SessionLog | None:
    """The last session with exercises in it; nobody is asked about what was imported."""
    logs = reversed(view.sessions)
    return next((log for log in logs if log.exercises and not log.unverified), None)


def _next_morning(view: View) -> Iterator[Asked]:
    last = _last(view)
    if last is None:
        return
    morning = last.date + dt.timedelta(days=1)
    if view.health.mornings(last.date)[0] is None and morning <= view.as_of:
        text = f"How was your back on the morning of {spoken(morning)}, after {last.session}?"
        yield text, f"{morning.isoformat()} morning pain …"


def _latest(view: View) -> Iterator[ExerciseLog]:
    """The entries of the last session of each name, as far as nothing newer is said of them."""
    last: dict[str, SessionLog] = {}
    for session in view.sessions:
        if session.exercises and not session.unverified:
            last[session.session] = session
    for session in last.values():
        if (view.as_of - session.date).days > _ASKED_FOR:
            continue
        for log in session.exercises:
            if view.evidence.last_done(log.exercise, view.as_of) == log.date:
                yield log


def _lacks(log: ExerciseLog, view: View) -> tuple[str, ...]:
    """What an entry leaves out; of a stretch it is enough how it felt."""
    if log.skipped or log.unverified:
        return ()
    stretch = view.plan.catalogue.exercises[log.exercise].kind == "flexibility"
    return tuple(each for each in unsaid(log) if not (stretch and log.felt and "form" in each))


def _incomplete(view: View) -> Iterator[Asked]:
    """What entries of the last sessions leave out: one question for all that leave out the same."""
    found: dict[tuple[dt.date, tuple[str, ...]], list[ExerciseLog]] = {}
    for log in _latest(view):
        if lacks := _lacks(log, view):
            found.setdefault((log.date, lacks), []).append(log)
    for (_, missing), logs in found.items():
        names = list(dict.fromkeys(view.plan.catalogue.exercises[x.exercise].name for x in logs))
        several = len(names) > 1
        whose = f"{', '.join(names[:-1])} and {names[-1]}" if several else names[0]
        numbers = ", ".join(str(log.because.line) for log in logs)
        what = " and ".join(each.removesuffix(" …") for each in missing)
        text = (
            f"{whose}, on {spoken(logs[0].date)}: nothing is said of {what}. Until it is, "
            f"{'they do' if several else 'the exercise does'} not progress. Write it behind "
            f"{'lines' if len(logs) > 1 else 'line'} {numbers} of {logs[0].because.file}"
        )
        exercise = view.plan.catalogue.exercises[logs[0].exercise]
        line = corrected(logs[0], exercise, missing) if len(logs) == 1 else None
        yield (f"{text}, or a new line:", line) if line else (f"{text}:", "; ".join(missing))


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
