"""Lines of a diary that somebody may write: each is one that the diary's reader takes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from mesocycle.catalogue.model import Exercise
from mesocycle.diary.model import ExerciseLog
from mesocycle.programme import Item, Set

#: A name that the diary reads without quotes.
_PLAIN = re.compile(r"[A-Za-z][A-Za-z'-]*\.?(?: (?:[A-Za-z0-9'-]+|&))*")

#: One easy set, by what an exercise is measured in.
_EASY = {"reps": "8", "hold": "20s", "time": "20s", "distance": "20m"}


def named(name: str) -> str:
    """A name as a diary has it: in quotes where it needs them."""
    return name if _PLAIN.fullmatch(name) else f'"{name}"'


def _as_an_entry(exercise: Exercise) -> str:
    """A name at the margin, where quotes would make it a session's: the first that needs none."""
    names = (exercise.name, *exercise.aliases)
    return next((name for name in names if _PLAIN.fullmatch(name)), named(exercise.name))


def easy_set(
    exercise: Exercise,
    day: dt.date,
    *,
    pain: int = 0,
    form: str = "good",
    felt: str | None = None,
) -> str:
    """An entry of one easy set, with all that may be asked of it.

    `2026-12-09 Single Leg Bridge; left 8; right 8; pain 0; slow; form good`.
    """
    said = [f"{day} {_as_an_entry(exercise)}"]
    amount = _EASY[exercise.measure]
    said += [amount] if exercise.sides == "none" else [f"left {amount}", f"right {amount}"]
    said.append(f"pain {pain}")
    said += ["slow"] if exercise.kind != "flexibility" else []
    said.append(f"form {form}")
    said += [f"felt {felt}"] if felt else []
    return "; ".join(said)


def as_asked(item: Item, slow: bool) -> str | None:
    """The line of a session for an item that is done just as it is asked for.

    `Beetle; left 8, 8, 8; right 8, 8, 8; pain 0; slow; form good`; None where the sets leave
    open how many, or how far.
    """
    if item.exercise is None:
        return None
    sets = [one for one in item.sets if not one.warmup]
    sides = {one.side for one in sets}
    said = [named(item.exercise.name)]
    if item.label:
        said = [f"{named(item.label)}: {said[0]}"]
    for side in ("left", "right") if sides - {"both"} else ("both",):
        amounts = [_amount(one) for one in sets if one.side in (side, "each", "both")]
        if not amounts or None in amounts:
            return None
        done = ", ".join(filter(None, amounts))
        said.append(done if side == "both" else f"{side} {done}")
    return "; ".join([*said, "pain 0", *(["slow"] if slow else []), "form good"])


def _amount(one: Set) -> str | None:
    """What a set asks for; None where it asks for as much as goes."""
    if one.amrap or one.test:
        return None
    if one.reps:
        return str(one.reps.target)
    if one.hold_s:
        return f"{one.hold_s.target}s"
    return None


def unsaid(log: ExerciseLog, *, slow: bool = False) -> list[str]:
    """The clauses that an entry lacks, each with room for the answer."""
    marks = list(log.marks.values())
    lacks = ["pain …"] if any(m.worst_pain is None for m in marks) else []
    lacks += ["slow"] if slow and any(m.slow is None for m in marks) else []
    lacks += ["form …"] if any(m.form is None for m in marks) else []
    return lacks


def corrected(log: ExerciseLog, exercise: Exercise, lacks: Sequence[str]) -> str | None:
    """A line of its own that says what an entry says, and what it lacks, and takes its place.

    `2026-12-08 Superman; 8, 8, 8; pain …; corrects line 4`; None where one line cannot say it.
    """
    name, semicolon, said = log.because.text.split("#", maxsplit=1)[0].partition(";")
    entry = _as_an_entry(exercise)
    known = (exercise.name, *exercise.aliases)
    written = re.sub("^[0-9]{4}-[0-9]{2}-[0-9]{2} +", "", name.strip()).strip('"')
    alone = written.casefold() in {each.casefold() for each in known}
    if not (semicolon and alone and _PLAIN.fullmatch(entry) and _says_all(said, log)):
        return None
    said = said.strip().rstrip(";")
    return "; ".join([f"{log.date} {entry}", said, *lacks, f"corrects line {log.because.line}"])


def _says_all(said: str, log: ExerciseLog) -> bool:
    """Whether a line says all that is known of an entry: some may stand below it."""
    marks = log.marks.values()
    wanted = {
        "pain": any(mark.worst_pain is not None for mark in marks),
        "slow": any(mark.slow is not None for mark in marks),
        "form": any(mark.form is not None for mark in marks),
        "felt": log.felt is not None,
    }
    return "corrects" not in said and all(word in said for word, is_so in wanted.items() if is_so)


def completed(line: str, lacks: Sequence[str]) -> str:
    """An entry as it was written, and behind it what it does not say."""
    return "; ".join([line.split("#", maxsplit=1)[0].strip().rstrip(";"), *lacks])
