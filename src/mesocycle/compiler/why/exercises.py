"""What would change that an exercise is in, out, tested, or another one."""

from __future__ import annotations

from mesocycle.compiler.why.case import Case, Change
from mesocycle.compiler.why.lines import easy_set
from mesocycle.compiler.why.progress import calmer

#: Words of verdicts on what the athlete did; any other reason is a condition of the plan.
_DONE = ("pain", "slow", "form", "felt", "tried", "said", "too old")


def picked(case: Case) -> Change | None:
    """It is in: what takes it out again."""
    exercise, day = case.exercise, case.day
    if exercise is None:
        return None
    if case.assumed:
        return Change("It rests on its test: what is logged of that decides.")
    if "not tried yet" in case.text:
        return Change(
            "Do it once and write how it felt: that decides whether it stays. If it did good:",
            easy_set(exercise, day, felt="better"),
        )
    if "it felt" in case.text:
        return Change(
            "It stays for as long as it does good. Out it goes with a line like this:",
            easy_set(exercise, day, felt="worse"),
        )
    if not any(word in case.text for word in ("pain", "slow", "form")):
        return None
    return Change(
        "It stays for as long as it goes like that. Pain takes it out, with a line like this:",
        easy_set(exercise, day, pain=3),
    )


def hurt(case: Case) -> Change | None:
    """It hurt (SR5, R9): a test on a good day brings it back."""
    if case.exercise is None:
        return worst(case)
    if case.decision.outcome == "assessed":
        return unknown(case)
    return Change(
        "To bring it back: one easy set on a day without pain. If it goes well, write:",
        easy_set(case.exercise, case.day, felt=_felt(case)),
    )


def worst(case: Case) -> Change:
    """The whole day hurts too much."""
    return Change(
        "It goes on when the pain has come down. Write how it is; if nothing hurts:",
        f"{case.day} pain 0",
    )


def lost(case: Case) -> Change | None:
    """Form was lost (R11): it comes back when the form holds."""
    if case.exercise is None:
        return None
    return Change(
        f"{case.exercise.name} comes back when its form holds. After one easy set that went well:",
        easy_set(case.exercise, case.day),
    )


def unknown(case: Case) -> Change | None:
    """Nobody knows (SR2, SR3, SR15): a test answers."""
    if case.exercise is None:
        return None
    return Change(
        "Do one easy set and write how it went, whatever it was. If it went well:",
        easy_set(case.exercise, case.day, felt=_felt(case)),
    )


def condition(case: Case) -> Change | None:
    """The coach's own condition does not hold (R3)."""
    if case.exercise is None:
        return None
    if not any(word in case.text for word in _DONE):
        return Change("It is a condition of the plan: the coach can change it.")
    if "it felt" in case.text:
        return Change(
            "It comes back when it does good. If it feels better after it another time, write:",
            easy_set(case.exercise, case.day, felt="better"),
        )
    if "form lost" in case.text:
        return lost(case)
    return unknown(case)


def direction(case: Case) -> Change | None:
    """What is to be avoided, or to be tested first while something hurts (SR15)."""
    if "test first" in case.text:
        return calmer(case) if "less pain" in case.text else unknown(case)
    if "hurts" in case.text:
        return without_pain(case)
    return Change(
        "It stays out for as long as that line stands. Ask whoever said so before you take it out."
    )


def impact(case: Case) -> Change | None:
    """The gate to running and jumping (SR10)."""
    if "coach has not allowed" in case.text:
        return Change("The coach can allow it, with a line under the exercise: allow jumps")
    if "brisk walk" in case.text:
        return walked(case)
    return without_pain(case)


def without_pain(case: Case) -> Change:
    """A day on which nothing hurts."""
    return Change("When nothing hurts any more, write:", f"{case.day} pain 0")


def walked(case: Case) -> Change:
    """The brisk walk opens the gate to running (R28)."""
    return Change(
        "Walk briskly for half an hour. If it did not hurt, write:",
        f"{case.day} brisk walk 30min; pain 0",
    )


def eased(case: Case) -> Change | None:
    """A run that is easy, because something hurts or nobody has said (R23)."""
    return without_pain(case)


def unreviewed(case: Case) -> Change:
    """Nobody has said how it loads the body (SR14)."""
    if case.exercise and case.exercise.unreviewed:
        prefix, dot, _ = case.exercise.id.rpartition(".")  # that of its library
        return Change(
            "Let somebody who knows say so, in the plan or in a library:",
            f'exercise "{prefix}{dot}{case.exercise.name}"; loads …; impact …; sides …',
        )
    return Change(
        "It may be picked on days on which nothing hurts. When that is so, write:",
        f"{case.day} pain 0",
    )


def gear(case: Case) -> Change | None:
    """Something is not there."""
    lacks = case.view.lacks(case.exercise.equipment) if case.exercise else ()
    if not lacks:
        return None
    have = sorted(case.view.equipment or ())
    return Change(
        "If it is there after all, say so in the diary, under the athlete's name:",
        f"equipment {', '.join([*have, *lacks])}",
    )


def listed(case: Case) -> Change | None:
    """A swap for a goal that needs what is not listed (R10)."""
    if "not listed" not in case.text:
        return None
    needs = case.text.partition(" needs ")[2].partition(",")[0].split(" and ")
    have = sorted(case.view.equipment or ())
    return Change(
        "If it is there after all, say so in the diary, under the athlete's name:",
        f"equipment {', '.join([*have, *needs])}",
    )


def place(case: Case) -> Change | None:
    """Another exercise, or none, because of where it is done."""
    if case.decision.outcome == "held" and "not been tested" in case.text:
        return Change("The other one is taken when a test of it has gone well.")
    here = case.view.place
    return Change(
        "Somewhere else it is otherwise. Say where in the diary, under the athlete's name"
        + (f" (now: {here}):" if here else ":"),
        "place …",
    )


def turn(_case: Case) -> Change:
    """It waits for its turn."""
    return Change("Nothing to do: its turn comes by itself.")


def _felt(case: Case) -> str | None:
    """Whether it is asked if it did good."""
    stretch = case.exercise is not None and case.exercise.kind == "flexibility"
    return "better" if stretch or "felt" in case.text else None
