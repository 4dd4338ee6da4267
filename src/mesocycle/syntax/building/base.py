"""Callbacks of the grammar rules that plans and diaries share.

A builder's methods are called while parsing: the method's name is the rule's (or its alias),
its argument the values of the rule's parts. No tree is ever made. What a rule cannot say, such
as the order of `12-8`, is noted in `found` beside the node.
"""

from __future__ import annotations

from typing import Any

import msgspec

from mesocycle.mass import Mass, mass
from mesocycle.syntax.engine import Token
from mesocycle.syntax.mistake import Mistake
from mesocycle.syntax.nodes import Count, ExerciseRef, MaxOf, Word

Parts = list[Any]

SECONDS = {"s": 1, "sec": 1, "min": 60, "h": 3600}
METRES = {"m": 1.0, "km": 1000.0, "mi": 1609.344, "yd": 0.9144}

#: The most sets of one kind, so that no number unfolds into a heap.
SETS_MOST = 100

#: The most repetitions that a rep max is said of: beyond, it tells nothing of one repetition.
REP_MAX_MOST = 20


class Number(msgspec.Struct, frozen=True):
    """A number or a band, and where."""

    amount: Count
    word: Word


class Quantity(msgspec.Struct, frozen=True):
    """A time in seconds or a distance in metres, and where."""

    value: int
    timed: bool
    word: Word


class Weighed(msgspec.Struct, frozen=True):
    """A mass in the unit in which it was written, and where."""

    mass: Mass
    word: Word


class Builder:
    """What every builder knows: words, numbers, exercises, and how to note a mistake."""

    def __init__(self) -> None:
        self.found: list[Mistake] = []

    def refuse(self, code: str, message: str, word: Word, label: str = "", **more: Any) -> None:
        """Note that `word` cannot be meant as it stands."""
        self.found.append(Mistake(code, message, word.start, word.end, label, **more))

    # --- words ---

    def name(self, parts: Parts) -> Word:
        return word(parts[0])

    def words(self, parts: Parts) -> Word:
        return Word(" ".join(parts), parts[0].start_pos, parts[-1].end_pos)

    def text(self, parts: Parts) -> Word:
        token = parts[0]
        text = Word(token[1:-1], token.start_pos, token.end_pos)
        if not text.text.strip():
            self.refuse("E102", "there is nothing between these quotes", text, "no text")
        return text

    def phrases(self, parts: Parts) -> tuple[Word, ...]:
        return tuple(parts)

    def symptom(self, parts: Parts) -> Word:
        return self.words(parts)

    # --- numbers ---

    def count(self, parts: Parts) -> Number:
        number = int(parts[0])
        return Number(Count(number, number), word(parts[0]))

    def band(self, parts: Parts) -> Number:
        low, high = int(parts[0]), int(parts[1])
        written = Word(f"{low}-{high}", parts[0].start_pos, parts[1].end_pos)
        if low > high:
            self.refuse(
                "E131", "this range runs backwards", written, "the smaller number comes first",
                hints=(f"write {high}-{low}",), fix=f"{high}-{low}", title="swap the two numbers",
            )  # fmt: skip
            low, high = high, low
        return Number(Count(low, high), written)

    def seconds(self, parts: Parts) -> Quantity:
        return Quantity(round(float(parts[0]) * SECONDS[parts[1]]), True, across(parts))

    def metres(self, parts: Parts) -> Quantity:
        return Quantity(round(float(parts[0]) * METRES[parts[1]]), False, across(parts))

    def mass(self, parts: Parts) -> Weighed:
        token = parts[0]
        figure, unit = token[:-2].rstrip(" "), token[-2:]
        return Weighed(mass(figure, unit), word(token))

    # --- what somebody can lift ---

    def max_of(self, parts: Parts) -> MaxOf:
        exercise, reps, most = parts
        if reps is None:
            return MaxOf(exercise, most.mass, word=most.word)
        number = int(reps[: -len("rm")])
        if not 1 <= number <= REP_MAX_MOST:
            self.refuse(
                "E132", f"`{reps}` says little about a maximum", word(reps), f"1 to {REP_MAX_MOST}"
            )
            number = 1
        return MaxOf(exercise, most.mass, number, word=most.word)

    def training_max_of(self, parts: Parts) -> MaxOf:
        exercise, most = parts
        return MaxOf(exercise, most.mass, training=True, word=most.word)

    def lift_with(self, parts: Parts) -> Word:
        name, equipment = parts
        return Word(f"{name.text} with {equipment.text}", name.start, equipment.end)

    # --- exercises ---

    def named(self, parts: Parts) -> ExerciseRef:
        return ExerciseRef(parts[0], equipment=parts[2])

    def modified(self, parts: Parts) -> ExerciseRef:
        return ExerciseRef(parts[0].name, True, parts[0].equipment)

    def both_sides(self, parts: Parts) -> str:
        sides = parts[0]
        if sides[0] == sides[2]:
            self.refuse(
                "E110", f"`{sides}` names one side twice", word(sides), "left and right are L/R",
                hints=("write L/R (left first) or R/L (right first)",),
                fix="L/R", title="name both sides",
            )  # fmt: skip
        return "each"


def word(token: Token) -> Word:
    """A token as a word."""
    return Word(str(token), token.start_pos, token.end_pos)


def across(tokens: list[Token]) -> Word:
    """Several tokens as one word."""
    return Word("".join(tokens), tokens[0].start_pos, tokens[-1].end_pos)
