"""What stands on the wrong line of a run, and numbers of a run that lack a unit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mesocycle.syntax.mistake import Mistake

if TYPE_CHECKING:
    from mesocycle.syntax.engine import Refused
    from mesocycle.syntax.parser import Grammar

_ALONE = re.compile(r"(?<![\w.:%-])(?:[0-9]+x)?([0-9]+(?:\.[0-9]+)?)(?![\w.%:/x-])")
_QUOTED_CLOCK = re.compile(r"([0-9]+)['’′ ]([0-9]{2})\"(/(?:km|mi))?")
_QUOTED_SECONDS = re.compile(r"(?<![0-9])([0-9]+)\"")
_PACE = re.compile(
    r"(?:@ ?|\b(?:at|in|pace) )?\b([0-9]{1,2}:[0-9]{2}(?:-[0-9]{1,2}:[0-9]{2})?)(?![0-9:/])"
)
#: The rules under which a number may be the length of a run.
_LENGTHS = {"stretch": ("min", "km", "mi"), "stretch_week": ("min", "km", "mi"),
            "standing": ("s", "min")}  # fmt: skip
_BASES = {"swim": ("100m",), "row": ("500m",)}
_MOVING_REST = re.compile(
    r"^(?:rest |recover(?:y)? )?([0-9.]+(?:s|min|m|km|mi)) (?:easy )?(jog|walk)\b"
)
_SECOND = re.compile(
    r"(?i),? hr ?(<=?|≤|under|below|max|>=?|≥|over|above) ?([0-9]+(?:-[0-9]+)?%?)(?: ?bpm)?"
)
_ABOVE = frozenset({">", ">=", "≥", "over", "above"})
_FAR = 100  # so many are metres, as on a track
#: The rules of lines under a run, and what the same line is under an exercise.
_OF_SETS = {"stretch_clause": "clause", "stretch_week": "week_of"}


def misplaced(grammar: Grammar, rule: str, text: str) -> Mistake | None:
    """What is right of an exercise, or on the line of a run, but not under a run."""
    of_sets = _OF_SETS.get(rule)
    if of_sets is None:
        return None
    moving = _MOVING_REST.match(text)
    if moving:
        return Mistake(
            "E108", f"`{text}` is not standing still", 0, len(text), "a rest is",
            (f"what is run or walked between repeats stands in the brackets with them: "
             f"run 6x(400m interval, {moving[1]} {moving[2]})",),
        )  # fmt: skip
    if grammar.accepts("stretch", f"run 1min {text}"):
        return Mistake(
            "E108", f"`{text}` belongs on the line of the run", 0, len(text), "not under it",
            (f"write it behind the length: run 30min {text}",),
        )  # fmt: skip
    if grammar.accepts("stretch", f"run {text}"):
        return Mistake(
            "E108", f"`{text}` is a second length of this run", 0, len(text), "one has been said",
            (f"write week 2: {text} for another week, or a line of its own: run {text}",),
        )  # fmt: skip
    if grammar.accepts(of_sets, text) and (rule == "stretch_clause" or "x" in text):
        return Mistake(
            "E108", f"`{text}` is about exercises with sets", 0, len(text), "a run has its length",
            ("repeats stand on the line of the run: run 6x(1min threshold, 2min easy)",),
        )  # fmt: skip
    return None


def of_what(grammar: Grammar, rule: str, text: str, refusal: Refused) -> Mistake | None:
    """A length without a unit: `run 30`, `run 6x400`, `week 2: 40`."""
    for match in _ALONE.finditer(text):
        start, end = match.span(1)
        units = _LENGTHS.get(rule, ())
        if float(match[1]) >= _FAR and "km" in units:
            units = ("m", "min")
        right = [
            f"{match[1]}{unit}"
            for unit in units
            if grammar.accepts(rule, f"{text[:end]}{unit}{text[end:]}")
        ]
        if right and end + 1 >= refusal.start:
            return Mistake(
                "E109", f"`{match[1]}` of what?", start, end, "a number alone has no unit",
                (f"write {' or '.join(right)}",),
            )  # fmt: skip
    return None


def basis(grammar: Grammar, rule: str, text: str, _refusal: Refused) -> Mistake | None:
    """`run 30min @ 5:30`: a pace that does not say for how far."""
    for match in _PACE.finditer(text):
        start, end = match.span()
        bases = _BASES.get(text.partition(" ")[0], ("km", "mi"))
        ways = [f"{text[:start].rstrip(' ')} at {match[1]}/{each}{text[end:]}" for each in bases]
        asked = "a kilometre, or a mile?" if len(bases) > 1 else f"for {bases[0]}?"
        if all(grammar.takes(rule, each) for each in ways):
            return Mistake(
                "E109", f"`{match[1]}` for how far?", start, end, asked,
                (f"write {' or '.join(ways)}",),
            )  # fmt: skip
    return None


def overfull(grammar: Grammar, rule: str, text: str, _refusal: Refused) -> Mistake | None:
    """`at 5:20/km hr below 150`: a second target, and in words of its own."""
    for match in _SECOND.finditer(text):
        side = "above" if match[1].lower() in _ABOVE else "below"
        second = f"{side} hr {match[2]}"
        meant = f"{text[: match.start()]} {second}{text[match.end() :]}"
        if grammar.accepts(rule, meant) and not grammar.takes(rule, meant):
            start = match.start() + len(match.group()) - len(match.group().lstrip(", "))
            return Mistake(
                "E133", "a leg has one target", start, match.end(), "this is one more",
                (f'keep one, and say the other in a cue: cue "{second}"',),
            )  # fmt: skip
    return None


def minutes_in_quotes(text: str, open_quote: int) -> Mistake | None:
    """`5'30"/km`, `90"`: signs for minutes and seconds, where a quote seems to open."""
    for pattern in (_QUOTED_CLOCK, _QUOTED_SECONDS):
        for match in pattern.finditer(text):
            if match.start() < open_quote < match.end():
                clock = pattern is _QUOTED_CLOCK
                fix = f"{match[1]}:{match[2]}{match[3] or '/km'}" if clock else f"{match[1]}s"
                sure = not clock or match[3] is not None
                return Mistake(
                    "E115", f"`{match.group()}` opens a quote", *match.span(),
                    "minutes and seconds have no such signs", (f"write {fix}",),
                    fix if sure else None, f"write {fix}" if sure else "",
                )  # fmt: skip
    return None
