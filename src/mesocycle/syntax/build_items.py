"""Callbacks for the items of a session and their clauses."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from mesocycle.syntax.build import (
    METRES,
    SECONDS,
    SETS_MOST,
    Builder,
    Number,
    Parts,
    Quantity,
    word,
)
from mesocycle.syntax.nodes import (
    All,
    Allow,
    Count,
    Direct,
    ExerciseRef,
    Goal,
    Instead,
    Later,
    Manner,
    OneOf,
    Pick,
    Progress,
    Rest,
    Scheme,
    SessionId,
    SetGroup,
    StartAt,
    Step,
    Stretch,
    Task,
    Tempo,
    Text,
    Under,
)

DOUBTFUL_METRES = 100


class Items(Builder):
    """Selections and what is said about them."""

    # --- selections ---

    def pick(self, parts: Parts) -> Pick:
        number, order, pool, where, rotate, otherwise = parts
        order = str(order) if order else "easiest"
        if int(number) == 0:
            self.refuse("E132", "picking none is no pick", word(number), "at least 1")
        return Pick(int(number), pool, order, where, rotate, otherwise, word(number))  # type: ignore[arg-type]  # the rule lists the orders

    def weekly(self, parts: Parts) -> str:
        return "weekly"

    def each_session(self, parts: Parts) -> str:
        return "each session"

    def all_from(self, parts: Parts) -> All:
        return All(parts[0], parts[1])

    def direct(self, parts: Parts) -> Direct:
        return Direct(tuple(parts))

    def labelled(self, parts: Parts) -> Direct:
        return Direct(tuple(parts[1:]), parts[0])

    def task(self, parts: Parts) -> Task:
        return Task(parts[0])

    def stretch(self, parts: Parts) -> Stretch:
        activity, length, effort = parts
        return self._stretch(None, activity, length, effort)

    def prepared(self, parts: Parts) -> Stretch:
        return self._stretch(*parts)

    def prepared_after(self, parts: Parts) -> Stretch:
        role, length, effort, activity = parts
        return self._stretch(role, activity, length, effort)

    def _stretch(self, role: Any, activity: Any, length: Quantity, effort: Any) -> Stretch:
        bare = length.word.text.endswith("m") and not length.word.text.endswith("km")
        if bare and not length.timed and length.value < DOUBTFUL_METRES:
            number = length.word.text[:-1]
            self.refuse(
                "E109", f"`{length.word.text}` could be minutes, miles or metres", length.word,
                "m is metres", hints=(f"write {number}min for minutes, {number}mi for miles",),
            )  # fmt: skip
        return Stretch(
            role=str(role) if role else None,  # type: ignore[arg-type]  # warmup or cooldown
            activity=activity and word(activity),
            seconds=length.value if length.timed else None,
            metres=None if length.timed else length.value,
            effort=effort and word(effort),
            word=length.word,
        )

    # --- how much ---

    def sets(self, parts: Parts) -> Count:
        low, _, high = parts[0][:-1].partition("-")
        if not 1 <= int(low) <= int(high or low) <= SETS_MOST:
            self.refuse(
                "E132", f"`{parts[0]}` is no number of sets", word(parts[0]),
                f"1 to {SETS_MOST}, as in 3x or 2-3x",
            )  # fmt: skip
            return Count(1, 1)
        return Count(int(low), int(high or low))

    def reps(self, parts: Parts) -> SetGroup:
        return SetGroup(parts[0].amount, "reps", word=parts[0].word)

    def held(self, parts: Parts) -> SetGroup:
        return self._times(parts[0], SECONDS[parts[1]], "seconds")

    def covered(self, parts: Parts) -> SetGroup:
        return self._times(parts[0], METRES[parts[1]], "metres")

    def _times(self, number: Number, factor: float, unit: Any) -> SetGroup:
        amount = Count(round(number.amount.low * factor), round(number.amount.high * factor))
        return SetGroup(amount, unit, word=number.word)

    def group(self, parts: Parts) -> SetGroup:
        sets, amount, side = parts
        if isinstance(amount, Number) and sets is None and side is None:
            number = amount.word.text
            self.refuse(
                "E109", f"`{number}` of what?", amount.word, "a number alone has no unit",
                hints=(f"write 3x{number} for sets, {number} reps, or {number}s for a hold",),
            )  # fmt: skip
        return replace(self._amount(amount), sets=sets, side=side or "both")

    def _amount(self, amount: Number | SetGroup) -> SetGroup:
        """An amount without a unit is reps; nothing is done for nothing."""
        group = amount if isinstance(amount, SetGroup) else self.reps([amount])
        if group.amount.low == 0 and group.word:
            self.refuse("E132", "a set of nothing", group.word, "at least 1")
        return group

    def one_side(self, parts: Parts) -> SetGroup:
        side, sets, amount = parts
        return replace(self._amount(amount), sets=sets, side=str(side))

    def each_side(self, parts: Parts) -> str:
        return str(parts[0]) if parts else "each"

    def scheme(self, parts: Parts) -> Scheme | Later:
        sides = [group.side for group in parts]
        if len(parts) > 1 and sorted(sides) != ["left", "right"]:
            return self.later("several groups of sets", parts[0].word, parts[-1].word)
        return Scheme(tuple(parts))

    def climbing(self, parts: Parts) -> Scheme:
        sets, number, to = parts
        if int(to) < number.amount.high:
            self.refuse("E131", "the ceiling is below the start", word(to), "where the reps end")
        return Scheme((SetGroup(number.amount, "reps", sets, word=number.word),), int(to))

    def uneven(self, parts: Parts) -> Scheme:
        """`15 each (22 right)`: the amount in brackets is for the side it names."""
        sets, usual, other, side = parts
        odd = replace(self._amount(other), sets=sets, side=str(side))
        rest = replace(self._amount(usual), sets=sets, side="left" if side == "right" else "right")
        return Scheme((rest, odd) if side == "right" else (odd, rest))

    def rest(self, parts: Parts) -> Rest:
        return Rest(self._times(parts[0], SECONDS[parts[1]], "seconds").amount)

    # --- how, and what to say ---

    def tempo(self, parts: Parts) -> Tempo:
        digits = str(parts[0]).replace("-", "").replace("X", "0")
        return Tempo(tuple(int(digit) for digit in digits), str(parts[0]))  # type: ignore[arg-type]  # the terminal has four

    def manner(self, parts: Parts) -> Manner:
        return Manner(str(parts[0]))  # type: ignore[arg-type]  # the rule lists them

    def note(self, parts: Parts) -> Text:
        return Text(str(parts[0]), parts[1])  # type: ignore[arg-type]  # the rule lists them

    def under(self, parts: Parts) -> Under:
        return Under(parts[1], parts[2], str(parts[0]))  # type: ignore[arg-type]  # if or when

    def start_at(self, parts: Parts) -> StartAt:
        return StartAt(parts[0])

    def goal(self, parts: Parts) -> Goal:
        return Goal(parts[0])

    def allow(self, parts: Parts) -> Allow:
        return Allow(parts[0])

    def one_of(self, parts: Parts) -> OneOf:
        return OneOf(tuple(parts))

    def session_id(self, parts: Parts) -> SessionId:
        return SessionId(parts[0])

    # --- how it changes ---

    def progress(self, parts: Parts) -> Progress:
        return Progress(tuple(parts))

    def reps_step(self, parts: Parts) -> Step:
        by, to = (part and int(part) for part in parts)
        return Step("reps", by, to)

    def sets_step(self, parts: Parts) -> Step:
        by, to = (part and int(part) for part in parts)
        return Step("sets", by, to)

    def hold_step(self, parts: Parts) -> Step:
        return Step("hold", *(part and part.value for part in parts))

    def harder_step(self, parts: Parts) -> Step:
        return Step("harder")

    # --- alternatives ---

    def other(self, parts: Parts) -> ExerciseRef:
        return ExerciseRef(parts[0])

    def other_modified(self, parts: Parts) -> ExerciseRef:
        return ExerciseRef(parts[0], True)

    def instead_to_start(self, parts: Parts) -> Instead:
        return Instead(parts[0], "start")

    def instead_for_form(self, parts: Parts) -> Instead:
        return Instead(parts[0], "form")

    def instead_for_goal(self, parts: Parts) -> Instead:
        return Instead(parts[0], "goal", parts[1])

    def instead_at(self, parts: Parts) -> Instead:
        return Instead(parts[0], "place", word(parts[1]))

    def instead_without(self, parts: Parts) -> Instead:
        return Instead(parts[0], "equipment", parts[1])
