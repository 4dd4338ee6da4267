"""What would change that a line goes up, goes down, or stays."""

from __future__ import annotations

import datetime as dt

from mesocycle.compiler.why.case import Case, Change
from mesocycle.compiler.why.lines import as_asked, completed, unsaid
from mesocycle.diary.model import ExerciseLog
from mesocycle.diary.pain import flare_from


def progress(case: Case) -> Change | None:
    """A step up, or none (R6, SR13)."""
    if case.decision.outcome == "raised":
        return _raised(case)
    if case.decision.outcome == "lowered":
        return _again(case, "It goes up again with sessions that go well.")
    if "at most one step" in case.text:
        return Change("Nothing to do: it goes on after the next session that goes well.")
    if any(said in case.text for said in ("next morning was worse", "next morning hurt")):
        return Change(
            "Mornings that are no worse clear the way. Write each of them; if nothing hurts:",
            f"{case.day} morning pain 0",
        )
    if "the next morning was" in case.text:
        return _morning(case)
    if "nobody has said" in case.text:
        return _incomplete(case)
    return _again(case, "It goes on when every set is reached, without pain and in good form.")


def _raised(case: Case) -> Change:
    if case.assumed:
        return Change(
            "It rests on what is logged until then. A set that falls short, pain, or lost form, "
            "and it stays as it is."
        )
    return Change(
        "What is logged of this session decides the next: if it hurts or falls short, nothing "
        "is added."
    )


def _morning(case: Case) -> Change:
    """Nobody has said how the morning after was."""
    log = case.entry(ExerciseLog) or case.logged
    day = (log.date if log else case.today) + dt.timedelta(days=1)
    if day > case.today:
        return Change(
            "Tomorrow, say how the morning is. If it is no worse than usual, it goes on:",
            f"{day} morning pain …",
        )
    return Change(
        "Say how that morning was. If it was no worse than the one before, it goes on:",
        f"{day} morning pain …",
    )


def _incomplete(case: Case) -> Change | None:
    """Something was left out of the entry."""
    log = case.entry(ExerciseLog) or case.logged
    if not isinstance(log, ExerciseLog):
        return None
    lacks = unsaid(log, slow="slow" in case.text)
    return Change(
        f"Complete line {log.because.line} of {log.because.file} with what it does not say:",
        completed(log.because.text, lacks),
    )


def _again(case: Case, text: str) -> Change:
    """The line of a session that earns the next step."""
    session, item = case.session, case.item
    if session is None or item is None or session.date is None:
        return Change(text)
    line = as_asked(item, slow=any(one.tempo for one in item.sets))
    if line is None:
        return Change(text)
    return Change(f'{text} Under {session.date} "{session.name}" that reads:', line)


def safety(case: Case) -> Change:
    """After two weeks without an entry it begins again; in a flare nothing steps up (SR6)."""
    if case.decision.outcome == "lowered":
        return layoff(case)
    if case.decision.outcome == "skipped":
        return calmer(case)
    if "there was " in case.text:
        return Change("It steps up again after a session that goes well, with pain and form said.")
    return Change(
        "Nothing steps up while it hurts. When it does not any more, write:",
        f"{case.day} pain 0",
    )


def calmer(case: Case) -> Change:
    """A test waits until it hurts less than in a flare (SR6, SR15)."""
    least = flare_from(case.view.limit)
    return Change(
        f"It is tested on a day with less pain than {least}. When nothing hurts any more, write:",
        f"{case.day} pain 0",
    )


def centralising(case: Case) -> Change:
    """Pain that draws back toward the spine (SR12)."""
    return Change(
        "It goes on when nothing hurts any more. When that is so, write:", f"{case.day} pain 0"
    )


def layoff(case: Case) -> Change:
    """The low end of the range, after two weeks without an entry."""
    return _again(case, "It goes up again from here, session by session as they are logged.")


def returned(_case: Case) -> Change:
    """A stage back after days off."""
    return Change("It goes on from here with the sessions that are logged.")
