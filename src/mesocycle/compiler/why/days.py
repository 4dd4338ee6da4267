"""What would change that a session, or a day, is as it is."""

from __future__ import annotations

import re

from mesocycle.compiler.why.case import Case, Change
from mesocycle.compiler.why.exercises import hurt, without_pain
from mesocycle.compiler.why.lines import named
from mesocycle.compiler.why.progress import progress
from mesocycle.diary.model import Answer, BodyPain, ExerciseLog, SessionLog

_TAKES_AWAY = ("skipped", "held", "lowered", "regressed", "swapped", "stopped", "assessed")

_LIFTED = re.compile(r"of the (training max|1RM) [0-9.,]+ (kg|lb)(?: \(([^)]+)\))?")


def stopped(case: Case) -> Change:
    """A red flag (SR4, SR8): only a person can open the way again."""
    if case.decision.outcome != "stopped":
        return Change(
            "Ask yourself about red flags: numbness, tingling, weakness, pain that spreads into a "
            "leg, trouble with bladder or bowel. If there is none of it, write:",
            f"{case.today} no red flags",
        )
    return Change(
        "No later day without pain changes this. See a doctor or physiotherapist. When they say "
        "that you may go on, write who, and for what if not for everything:",
        f'{case.today} cleared by "…"',
    )


def out_of_scope(case: Case) -> Change:
    """Whom this is not for until somebody says so (SR18)."""
    told = case.decision.text.removeprefix("Stopped: ").split(", out of scope")[0]
    name = told.split(" since ")[0]
    about = "age" if name.startswith("under ") else name if ", " in case.decision.text else "…"
    return Change(
        "Ask a doctor or physiotherapist who knows you. When they say that you may train, write:",
        f'{case.today} cleared by "…" with {about}',
    )


def spacing(_case: Case) -> Change:
    """The same muscles too soon (SR19)."""
    return Change(
        "Nothing to do: the next session is far enough. The coach can write a reason for less, "
        'under the session: 24h apart because "…"'
    )


def of_a_rule(case: Case) -> Change | None:
    """A rule on the athlete's state; one that waits for a clearance is cleared as a red flag is."""
    if case.decision.outcome == "stopped" and "not cleared" in case.text:
        return stopped(case)
    return _unanswered(case) if "has no answer" in case.text else of_the_plan(case)


def _unanswered(case: Case) -> Change:
    """A rule that would stop somebody, if only it were known."""
    found = re.search(r"nobody has said whether there is ([a-z ]+)", case.text)
    if found:
        return Change(
            f"Say whether there is {found.group(1)}. If there is none, write:",
            f"{case.today} no {found.group(1)}",
        )
    return Change("It goes on when the open question below is answered.")


def of_the_plan(case: Case) -> Change | None:
    """A rule of the plan that holds: the entry that it holds for decides."""
    entry = case.entry(Answer, BodyPain, ExerciseLog, SessionLog)
    if isinstance(entry, Answer):
        return _answered(case)
    if isinstance(entry, BodyPain):
        place = " ".join(filter(None, (entry.side, entry.region)))
        return Change("When that no longer hurts, write:", f"{case.day} pain 0 {place}".rstrip())
    if entry is not None and case.decision.outcome not in _TAKES_AWAY:
        return None
    if isinstance(entry, ExerciseLog) and case.exercise is not None:
        return hurt(case)
    if entry is not None:
        return without_pain(case)
    if any(line.file for line in case.decision.because):
        return Change("It is written in the plan: the coach can change it.")
    return None


def _answered(case: Case) -> Change:
    """The answers of a check-in, all of the line: one of several may hold a rule by itself."""
    answers = [each for each in case.entries() if isinstance(each, Answer)]
    said = ", ".join(f"{each.name} {_mildest(case, each)}" for each in answers)
    what = "Another answer changes" if len(answers) == 1 else "Other answers change"
    return Change(f"{what} it, from the day on which it is so:", f"{case.day} {said}")


def _mildest(case: Case, answer: Answer) -> str:
    """The answer that says least is wrong, as far as the plan's scale tells."""
    asks = (ask for ask in case.known.plan.asks if ask.name == answer.name)
    ask = next(asks, None)
    return "…" if ask is None or ask.scale[0].isdigit() else ask.scale[0]


def missed(case: Case) -> Change | None:
    """A session that nobody logged."""
    if case.decision.outcome == "moved" and "was not done" not in case.text:
        return Change("It makes room for what was missed. What is logged of that moves it back.")
    found = re.match(r"(.+?) (?:on [0-9]|was not done on )", case.text)
    session = case.session
    day = (session.original_date or session.date) if session else case.decision.date
    if not found or day is None:
        return None
    return Change(
        "If it was done after all, say so, and then how it went:", f'{day} "{found.group(1)}"'
    )


def written(_case: Case) -> Change:
    """The calendar of the plan."""
    return Change("It is written in the plan: the coach can change it.")


def tested(case: Case) -> Change | None:
    """What a test gave."""
    if case.exercise is None:
        return None
    if case.decision.outcome == "held" and "nobody has said" in case.text:
        return progress(case)
    return Change(
        "The next test says it anew; so does a line of your own, from its day on:",
        f"{case.today} max {named(case.exercise.name)} …kg",
    )


def run_pace(case: Case) -> Change:
    """What a pace rests on."""
    return Change(
        "It goes with your best times. When you have a new one, write:",
        f"{case.today} best 5k …",
    )


def zone(_case: Case) -> Change:
    """What a zone rests on."""
    return Change(
        "It goes with what the lines above say, and a line of your own wins over what is computed."
    )


def load(case: Case) -> Change | None:
    """What a load rests on."""
    found = _LIFTED.search(case.text)
    if not found or case.exercise is None:
        return None
    aside = found.group(3) or ""
    reckoned = "1RM" in aside  # the training max is a share of it
    what = "training max" if found.group(1) == "training max" and not reckoned else "max"
    lift = case.exercise.name if reckoned or not aside else aside
    return Change(
        f"It goes with the {what}. When you have a new one, write:",
        f"{case.today} {what} {named(lift)} …{found.group(2)}",
    )
