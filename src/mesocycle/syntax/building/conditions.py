"""Callbacks for conditions: `painfree and not (loads extension or needs ball)`."""

from __future__ import annotations

from typing import Any

from mesocycle.syntax.building.base import Builder, Parts, word
from mesocycle.syntax.engine import Token
from mesocycle.syntax.nodes import (
    Answered,
    AthleteIs,
    AtPlace,
    Both,
    BriskWalk,
    Compare,
    DaysOff,
    Done,
    Either,
    EquipmentFree,
    Evidence,
    Has,
    Not,
    Pain,
    PainBeyond,
    PainMoves,
    Symptom,
    Word,
)
from mesocycle.syntax.safety_words import safety_word, slip_of

_SPELT = {"centralizing": "centralising", "peripheralizing": "peripheralising"}
_NOT_SO = frozenset({"no", "none", "false", "not"})
_WAKING = ("morning", "next morning")
_NUMBERED = ("impact", "level", "age", "week")
_SIDES = ("left ", "right ")


class Conditions(Builder):
    """`and`, `or`, `not`, and every fact that a condition can ask for."""

    def either(self, parts: Parts) -> Either:
        return Either(tuple(parts))

    def both(self, parts: Parts) -> Both:
        return Both(tuple(parts))

    def negated(self, parts: Parts) -> Not:
        return Not(parts[0])

    def evidence(self, parts: Parts) -> Evidence:
        return Evidence(str(parts[0]))  # type: ignore[arg-type]  # the rule lists the words

    def form(self, parts: Parts) -> Evidence:
        return Evidence(f"form {parts[0]}")  # type: ignore[arg-type]  # good or bad

    def pain(self, parts: Parts) -> Pain:
        named, region, asked, compare, number = parts
        side: Any = named and str(named)
        timing: Any = asked and str(asked)
        if region is not None:
            region = self._awake(region)
        if region is not None and region.text.startswith(_WAKING):
            if timing is not None:
                self.refuse(
                    "E133", f"pain in the morning is not `{timing}`", word(asked), "one of the two"
                )
            timing, region = "morning", _behind_waking(region)
            if region is not None and side is None and region.text.startswith(_SIDES):
                side, _, rest = region.text.partition(" ")
                region = Word(rest, region.end - len(rest), region.end)
        if compare is None:
            return Pain(">", 0, region, side, timing)
        return Pain(str(compare), int(number), region, side, timing)  # type: ignore[arg-type]  # the rule lists them

    def _awake(self, region: Word) -> Word:
        """The place of pain, unless it is a slip of `morning`, which is none."""
        for each in region.text.split(" ")[:2]:
            if slip_of(each, "morning"):
                start = region.start + region.text.index(each)
                self._unknown(Word(each, start, start + len(each)), "morning")
                return Word(region.text.replace(each, "morning", 1), region.start, region.end)
        return region

    def feels(self, parts: Parts) -> Symptom:
        return Symptom(parts[0])

    def comparison(self, parts: Parts) -> Compare:
        field, compare, number = parts
        return Compare(str(field), str(compare), int(number))  # type: ignore[arg-type]  # the rule lists them

    def has(self, parts: Parts) -> Has:
        return Has(str(parts[0]), parts[1])  # type: ignore[arg-type]  # the rule lists them

    def free(self, parts: Parts) -> EquipmentFree:
        return EquipmentFree()

    def outside(self, parts: Parts) -> AtPlace:
        return AtPlace(word(parts[0]))

    def whereabouts(self, parts: Parts) -> AtPlace:
        return AtPlace(parts[0])

    def brisk_walk(self, parts: Parts) -> BriskWalk:
        return BriskWalk(parts[0].value)

    def athlete(self, parts: Parts) -> AthleteIs:
        return AthleteIs(str(parts[0]))  # type: ignore[arg-type]  # female or male

    def week_fact(self, parts: Parts) -> Compare:
        key, compare, number = parts
        field: Any = "week" if key == "week" else "weeks to race"
        return Compare(field, str(compare), int(number))  # type: ignore[arg-type]  # the rule lists them

    def done(self, parts: Parts) -> Done:
        session, times, painfree = parts
        number = int(times)
        if number == 0:
            self.refuse("E132", "0 times is no condition", word(times), "at least 1")
        return Done(session, max(1, number), painfree is not None)

    def pain_moving(self, parts: Parts) -> PainMoves:
        side, region, how = parts
        named: Any = side and str(side)
        return PainMoves(_SPELT.get(str(how), str(how)), region, named)  # type: ignore[arg-type]  # the rule lists them

    def pain_not_better(self, parts: Parts) -> PainMoves:
        side, region, days = parts
        number = int(days)
        if number == 0:
            self.refuse("E132", "0 is too few here", word(days), "at least 1")
        named: Any = side and str(side)
        return PainMoves("not better", region, named, max(1, number))

    def pain_beyond(self, parts: Parts) -> PainBeyond:
        before, named, after, region = parts
        if named is not None or (before and after):
            where = named if named is not None else word(after)
            self.refuse(
                "E133", "the place is named twice", where, "beyond where is enough",
                hints=(f"write pain beyond {region.text}",),
            )  # fmt: skip
        side: Any = (after or before) and str(after or before)
        return PainBeyond(region, side)

    def days_off(self, parts: Parts) -> DaysOff:
        number = int(parts[0])
        if number == 0:
            self.refuse("E132", "0 is too few here", word(parts[0]), "at least 1")
        return DaysOff(max(1, number))

    def answered(self, parts: Parts) -> Answered | Compare | Symptom:
        side, name, denied, value = parts
        return self._answered(side, name, "=" if denied is None else "!=", value)

    def answer_compared(self, parts: Parts) -> Answered | Compare | Symptom:
        side, name, compare, value = parts
        return self._answered(side, name, str(compare), value)

    def _answered(
        self, side: Token | None, name: Word, op: Any, said: Word | Token
    ) -> Answered | Compare | Symptom:
        """An answer to a question, unless its name may be a slip of a word of safety."""
        value = said if isinstance(said, Word) else word(said)
        start = name.start
        for each in name.text.split(" "):
            alike = safety_word(each)
            if alike is not None:
                self._no_answer(each, alike, start, Word("", name.start, value.end), value)
                break
            start += len(each) + 1
        if slip_of(name.text, "foot drop"):
            self._unknown(name, "foot drop", certain=False)
            return Symptom(Word("foot drop", name.start, name.end))
        for fact in _NUMBERED if value.text.isdigit() else ():
            if side is None and slip_of(name.text, fact):
                self._unknown(name, fact)
                return Compare(fact, op, int(value.text))  # type: ignore[arg-type]  # listed above
        if side is not None:
            name = Word(f"{side} {name.text}", side.start_pos, name.end)
        return Answered(name, op, value)

    def _no_answer(self, written: str, meant: str, start: int, fact: Word, value: Word) -> None:
        """Refuse a fact whose name has a word that is, or may be a slip of, `meant`."""
        where = Word(written, start, start + len(written))
        part = written.removesuffix(meant)
        fix = f"{part} {meant}" if part not in {"", "no", written} else meant
        if not value.text.isdigit():
            where, fix = fact, "" if value.text in _NOT_SO else meant
        self._unknown(Word(written, where.start, where.end), fix or meant, certain=bool(fix))

    def _unknown(self, written: Word, meant: str, *, certain: bool = True) -> None:
        """Refuse a word that is none, and say which one is meant."""
        self.refuse(
            "E101", f"`{written.text}` is not known here", written, f"did you mean `{meant}`?",
            hints=(f"write `{meant}`",),
            fix=meant if certain else None, title=f"write {meant}" if certain else "",
        )  # fmt: skip


def _behind_waking(term: Word) -> Word | None:
    """The place in `morning back pain`, if there is one."""
    rest = term.text.removeprefix("next ").removeprefix("morning").lstrip(" ")
    return Word(rest, term.end - len(rest), term.end) if rest else None
