"""Callbacks for how much: sets, their amounts, and what stands behind an amount."""

from __future__ import annotations

from typing import Any, NamedTuple

from msgspec.structs import replace

from mesocycle.syntax.building.base import METRES, SECONDS, SETS_MOST, Number, Parts, word
from mesocycle.syntax.building.loads import Loads
from mesocycle.syntax.nodes import (
    Count,
    Lighter,
    LoadNode,
    Percent,
    Rest,
    Scheme,
    SetGroup,
    TimedPart,
    Warmup,
    Word,
)

#: A load that follows another set is of its own group only.
_FOLLOWS = frozenset({"top set", "first set", "set before"})


class Detail(NamedTuple):
    """Something behind an amount that is neither a load nor a label: a field and its value."""

    field: str
    value: Any
    word: Word


EACH_SIDE = Detail("side", "each", Word(""))


class Sets(Loads):
    """`1x5 65%, 1x5 75%, 1x5+ 85%` and everything in it."""

    # --- amounts ---

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

    def at_least(self, parts: Parts) -> SetGroup:
        return replace(self.reps(parts), plus=True)

    def held(self, parts: Parts) -> SetGroup:
        return self.times(parts[0], SECONDS[parts[1]], "seconds")

    def held_at_least(self, parts: Parts) -> SetGroup:
        return replace(self.held([parts[0], parts[1][:-1]]), plus=True)

    def covered(self, parts: Parts) -> SetGroup:
        return self.times(parts[0], METRES[parts[1]], "metres")

    def times(self, number: Number, factor: float, unit: Any) -> SetGroup:
        """A number of a unit of time or distance, as a group in seconds or metres."""
        amount = Count(round(number.amount.low * factor), round(number.amount.high * factor))
        return SetGroup(amount, unit, word=number.word)

    def most(self, parts: Parts) -> SetGroup:
        return SetGroup(Count(1, 1), "reps", most=True)

    def timed_part(self, parts: Parts) -> TimedPart:
        return TimedPart(parts[0].value, parts[1])

    def timed(self, parts: Parts) -> SetGroup:
        seconds = sum(part.seconds for part in parts)
        where = Word("", parts[0].text.start, parts[-1].text.end)
        return SetGroup(Count(seconds, seconds), "seconds", word=where, parts=tuple(parts))

    def chain(self, parts: Parts) -> SetGroup:
        """`2+1+1`: the reps of each exercise of a complex."""
        numbers = [each for each in parts if each.type == "INT"]
        reps = tuple(int(each) for each in numbers)
        where = Word("", numbers[0].start_pos, numbers[-1].end_pos)
        if 0 in reps:
            self.refuse("E132", "a set of nothing", where, "at least 1 of each")
        return SetGroup(Count(sum(reps), sum(reps)), "reps", word=where, chain=reps)

    # --- what stands behind an amount ---

    def each_side(self, parts: Parts) -> Detail:
        return EACH_SIDE

    def test(self, parts: Parts) -> Detail:
        return Detail("test", True, word(parts[0]))

    def rest_after_each(self, parts: Parts) -> Detail:
        rest = self.times(parts[0], SECONDS[parts[1]], "seconds")
        return Detail("rest", rest.amount, parts[0].word)

    # --- groups ---

    def group(self, parts: Parts) -> SetGroup:
        sets, amount, *details = parts
        if sets is None and not (details and any(_is_side(each) for each in details)):
            self._doubt(amount)
        return self.detailed(self.amount(amount), details, sets=sets)

    def _doubt(self, amount: Number | SetGroup) -> None:
        """A number alone has no unit."""
        if isinstance(amount, Number):
            plus = ""
        elif amount.plus and amount.unit == "reps":
            plus = "+"
        else:
            return
        where = amount.word or Word("")
        number = where.text
        hint = f"write 3x{number} for sets, {number} reps, or {number}s for a hold"
        self.refuse(
            "E109", f"`{number}{plus}` of what?", where, "a number alone has no unit",
            hints=(f"write 1x{number}+" if plus else hint,),
        )  # fmt: skip

    def one_side(self, parts: Parts) -> SetGroup:
        side, sets, amount, *details = parts
        return self.detailed(self.amount(amount), details, sets=sets, side=str(side))

    def drop(self, parts: Parts) -> SetGroup:
        sets, amount, *details = parts
        return self.detailed(self.amount(amount), details, sets=sets, drop=True)

    def amount(self, amount: Number | SetGroup) -> SetGroup:
        """An amount without a unit is reps; nothing is done for nothing."""
        group = amount if isinstance(amount, SetGroup) else self.reps([amount])
        if group.amount.low == 0 and group.word:
            self.refuse("E132", "a set of nothing", group.word, "at least 1")
        return group

    def detailed(self, group: SetGroup, details: Parts, **said: Any) -> SetGroup:
        """The group with what is said around its amount, each thing once."""
        loads: list[LoadNode] = []
        for each in details:
            if isinstance(each, Detail):
                field, value, where = each
            elif isinstance(each, Word):
                field, value, where = "label", each, each
            else:
                loads.append(each)
                continue
            if field in said:
                self.refuse(
                    "E133", "this is said twice", where, "once is enough",
                    hints=("leave one out; sets that differ have a comma between: 2x8, 1x5",),
                )  # fmt: skip
            said[field] = value
        if loads:
            said["loads"] = self.one_of_each(loads)
        return replace(group, **said)

    # --- whole schemes ---

    def scheme(self, parts: Parts) -> Scheme:
        groups: list[SetGroup] = parts
        if len(groups) > 1:
            self._sides(groups)
            shared = _load_for_all(groups)
            return Scheme(tuple(shared), shared=shared is not groups)
        return Scheme(tuple(groups))

    def _sides(self, groups: list[SetGroup]) -> None:
        """A side on its own needs the other one beside it."""
        sides = [group.side for group in groups]
        if not {"left", "right"} & set(sides) or sorted(sides) == ["left", "right"]:
            return
        group = next(group for group in groups if group.side in {"left", "right"})
        self.refuse(
            "E133", "these sets do not fit together", group.word or Word(""), "one side of what?",
            hints=("write one `left …` and one `right …`, or `each side` behind each group",),
        )  # fmt: skip

    def sequence(self, parts: Parts) -> Scheme:
        """`21-15-9`: a set of each."""
        numbers = [self.count([part]) for part in parts if isinstance(part, str)]
        details = parts[len(numbers) :]
        groups = tuple(self.detailed(self.amount(number), details) for number in numbers)
        return Scheme(groups, sequence=True)

    def climbing(self, parts: Parts) -> Scheme:
        sets, number, to = parts
        if int(to) < number.amount.high:
            self.refuse("E131", "the ceiling is below the start", word(to), "where the reps end")
        return Scheme((SetGroup(number.amount, "reps", sets, word=number.word),), int(to))

    def uneven(self, parts: Parts) -> Scheme:
        """`15 each (22 right)`: the amount in brackets is for the side it names."""
        sets, usual, other, side = parts
        odd = replace(self.amount(other), sets=sets, side=str(side))
        rest = replace(self.amount(usual), sets=sets, side="left" if side == "right" else "right")
        return Scheme((rest, odd) if side == "right" else (odd, rest))

    def ramp(self, parts: Parts) -> Warmup:
        """Per cent are of the first working set unless they say of what."""
        return Warmup(tuple(replace(group, loads=_of_first(group.loads)) for group in parts))

    # --- rest ---

    def rest(self, parts: Parts) -> Rest:
        number, unit, where = parts
        seconds = self.times(number, SECONDS[unit], "seconds").amount
        return Rest(seconds, where or "sets")

    def between_rounds(self, parts: Parts) -> str:
        return "rounds"

    def at_the_end(self, parts: Parts) -> str:
        return "after"


def _is_side(detail: Any) -> bool:
    return isinstance(detail, Detail) and detail.field == "side"


def _load_for_all(groups: list[SetGroup]) -> list[SetGroup]:
    """A load behind the last group only is that of all groups but tests."""
    last = groups[-1]
    if not last.loads or last.drop or last.test or any(group.loads for group in groups[:-1]):
        return groups
    for load in last.loads:
        if isinstance(load, Lighter) or (isinstance(load, Percent) and load.of in _FOLLOWS):
            return groups
    return [group if group.test else replace(group, loads=last.loads) for group in groups]


def _of_first(loads: tuple[LoadNode, ...]) -> tuple[LoadNode, ...]:
    return tuple(
        replace(load, of="first set") if isinstance(load, Percent) and load.of == "max" else load
        for load in loads
    )
