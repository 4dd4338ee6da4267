"""Callbacks for rules: `on 3 misses load 90%`, `every 3 weeks: max +step`."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec.structs import replace

from mesocycle.syntax.building.base import Parts, Quantity, Weighed, word
from mesocycle.syntax.building.loads import WHOLE, hundredths
from mesocycle.syntax.building.sets import Sets
from mesocycle.syntax.building.structure import LEAST_LEFT, Structure
from mesocycle.syntax.engine import Token
from mesocycle.syntax.nodes import Action, Change, Event, EveryFew, Guard, On, Word

PAIN_MOST = 10
#: What each thing changes by, and an example.
_UNITS: dict[str, tuple[str, str]] = {
    "reps": ("count", "reps +1"),
    "sets": ("count", "sets -1"),
    "hold": ("seconds", "hold +5s"),
    "rest": ("seconds", "rest +30s"),
    "pace": ("seconds", "pace -5s"),
    "load": ("mass", "load +2.5kg"),
    "max": ("mass", "max +5lb"),
    "distance": ("metres", "distance +400m"),
    "time": ("seconds", "time +5min"),
}
#: What may change by per cent.
_BY_PERCENT = frozenset({"load", "max", "distance", "time"})


class Value(msgspec.Struct, frozen=True):
    """How much: a mass, a count, hundredths of a per cent, seconds, metres, or a name's text."""

    kind: str
    amount: Any
    word: Word


class Told(msgspec.Struct, frozen=True):
    """A change, and what its amount is in."""

    kind: str
    change: Change


class Rules(Structure, Sets):
    """Events, and what they set off."""

    # --- rules ---

    def rule(self, parts: Parts) -> On:
        event, actions = parts
        return On(event, actions, word=event.word)

    def rule_line(self, parts: Parts) -> On:
        event, guard, actions = parts
        return On(event, actions, guard, event.word)

    def rule_of_weeks(self, parts: Parts) -> tuple[On, ...]:
        """A rule for each of the weeks."""
        *numbers, actions = parts
        weeks, where = self.some_weeks(numbers)
        each = [week for count in weeks for week in range(count.low, count.high + 1)]
        return tuple(On(Event("week", week, word=where), actions, word=where) for week in each)

    def actions(self, parts: Parts) -> tuple[Action, ...]:
        return tuple(parts)

    def on_hit(self, parts: Parts) -> Event:
        return Event("hit")

    def on_miss(self, parts: Parts) -> Event:
        return Event("miss")

    def on_misses(self, parts: Parts) -> Event:
        count, row = parts
        return Event("misses", self._positive(count), in_row=row is not None, word=word(count))

    def often(self, parts: Parts) -> Event:
        times, row = parts[1:]
        event: Event = parts[0]
        return replace(event, times=self._positive(times), in_row=row is not None)

    def on_top(self, parts: Parts) -> Event:
        return Event("top")

    def on_last_set(self, parts: Parts) -> Event:
        sign, count = parts
        return Event("reps", _least(sign, count), word=word(count))

    def on_reps(self, parts: Parts) -> Event:
        number, sign, count = parts
        return Event("reps", _least(sign, count), number, word=word(count))

    def on_sum(self, parts: Parts) -> Event:
        sign, count = parts
        return Event("sum", _least(sign, count), word=word(count))

    def on_form(self, parts: Parts) -> Event:
        return Event("form")

    def on_pain(self, parts: Parts) -> Event:
        sign, count = parts
        least = _least(sign, count)
        if not 1 <= least <= PAIN_MOST:
            self.refuse("E132", "pain is told from 0 to 10", word(count), "no such pain")
        return Event("pain", max(0, least - 1), word=word(count))

    def on_days_off(self, parts: Parts) -> Event:
        return Event("off", self._positive(parts[0]), word=word(parts[0]))

    def on_tested(self, parts: Parts) -> Event:
        return Event("tested")

    def periodic(self, parts: Parts) -> Event:
        few = self.every_few(parts)
        return Event(few.what, few.count, word=word(parts[0]))

    def on_phase(self, parts: Parts) -> Event:
        return Event("phase")

    def every_few(self, parts: Parts) -> EveryFew:
        count, what = parts
        return EveryFew(self._positive(count), "weeks" if what[0] == "w" else "sessions")

    def last_set(self, parts: Parts) -> None:
        return None

    def nth_set(self, parts: Parts) -> int:
        return self._positive(parts[0])

    def at_end(self, parts: Parts) -> Guard:
        return Guard(stage=str(parts[0]))  # type: ignore[arg-type]  # last or first

    def at_stage(self, parts: Parts) -> Guard:
        return Guard(stage=parts[0])

    def if_variable(self, parts: Parts) -> Guard:
        name, compare, number = parts
        return Guard(variable=word(name), op=str(compare), value=int(number))  # type: ignore[arg-type]  # the rule lists them

    # --- actions ---

    def move(self, parts: Parts) -> Action:
        what = str(parts[0])
        kind, change = parts[1].kind, parts[1].change
        unit, example = _UNITS[what]
        if kind not in {unit, "name"} and not (kind == "percent" and what in _BY_PERCENT):
            label, code = (f"{what} is not changed by this", "E133")
            if kind == "count":
                label, code = "a number alone has no unit", "E109"
            self.refuse(
                code, f"this is no change of {what}", change.word, label,
                hints=(f"write for example {example}",),
            )  # fmt: skip
        if change.how == "times" and 0 < change.amount < LEAST_LEFT:
            taken = change.amount / 100
            self.refuse(
                "E132", f"this leaves {taken:g} per cent", change.word, "a per cent is of what was",
                hints=(f"to take {taken:g} per cent off, write {what} -{taken:g}%",),
            )  # fmt: skip
        return Action(what, change, word=word(parts[0]))  # type: ignore[arg-type]  # the rule lists them

    def added(self, parts: Parts) -> Told:
        sign, given = parts
        value = self.value([given])
        minus = -1 if sign == "-" else 1
        where = Word("", sign.start_pos, value.word.end)
        if value.kind == "percent":
            if minus < 0 and value.amount >= WHOLE:
                self.refuse("E132", "nothing would be left", where, "less than 100%")
            return Told("percent", Change("times", WHOLE + minus * value.amount, word=where))
        if value.kind == "name":
            return Told("name", Change("add", value.amount, -1 if minus < 0 else 1, where))
        if value.kind == "mass":
            mass = value.amount
            amount = mass if minus > 0 else mass.less(mass).less(mass)
            return Told("mass", Change("add", amount, word=where))
        return Told(value.kind, Change("add", minus * value.amount, word=where))

    def scaled(self, parts: Parts) -> Told:
        value = self.value(parts)
        return Told("percent", Change("times", value.amount, word=value.word))

    def changed_to(self, parts: Parts) -> Told:
        value = self.value(parts)
        how: Any = "times" if value.kind == "percent" else "set"
        return Told(value.kind, Change(how, value.amount, word=value.word))

    def value(self, parts: Parts) -> Value:
        given: Token | Weighed | Quantity = parts[0]
        if isinstance(given, Weighed):
            return Value("mass", given.mass, given.word)
        if isinstance(given, Quantity):
            return Value("seconds" if given.timed else "metres", given.value, given.word)
        if given.type == "PERCENT":
            return Value("percent", hundredths(given), word(given))
        if given.type == "INT":
            return Value("count", int(given), word(given))
        return Value("name", word(given), word(given))

    def turn_stage(self, parts: Parts) -> Action:
        if parts[0] == "previous":
            return Action("stage", word=word(parts[0]), back=1)
        return Action("stage", name=word(parts[0]), word=word(parts[0]))

    def stages_back(self, parts: Parts) -> Action:
        return Action("stage", word=word(parts[0]), back=self._positive(parts[0]))

    def stage_name(self, parts: Parts) -> Word:
        return word(parts[0])

    def to_stage(self, parts: Parts) -> Action:
        return Action("stage", name=parts[0], word=parts[0])

    def climb(self, parts: Parts) -> Action:
        return Action(str(parts[0]), word=word(parts[0]))  # type: ignore[arg-type]  # harder or easier

    def set_variable(self, parts: Parts) -> Action:
        name, number = parts
        return Action("variable", Change("set", int(number), word=word(number)), word(name))

    def keep_load(self, parts: Parts) -> Action:
        name, load = parts
        return Action("variable", Change("set", word(load), word=word(load)), word(name))

    def step_variable(self, parts: Parts) -> Action:
        name, again, sign, number = parts
        if again != name:
            self.refuse(
                "E133", f"`{name}` becomes something of another name", word(again), "not the same",
                hints=(f"write {name} = {name} {sign} {number}",),
            )  # fmt: skip
        amount = int(number) if sign == "+" else -int(number)
        return Action("variable", Change("add", amount, word=word(number)), word(name))

    def deload_next(self, parts: Parts) -> Action:
        token = parts[0]
        if token is None:
            return Action("deload")
        change = Change("times", self.share(token) * 100, word=word(token))
        return Action("deload", change, word=word(token))

    def say(self, parts: Parts) -> Action:
        return Action("say", text=parts[0], word=parts[0])


def _least(sign: Token, number: Token) -> int:
    return int(number) + (sign == ">")
