"""Callbacks for loads: `60kg`, `43/30kg`, `85% of 5rm`, `@8`, `empty bar`."""

from __future__ import annotations

import re

import msgspec
from msgspec.structs import replace

from mesocycle.mass import mass
from mesocycle.syntax.building.base import REP_MAX_MOST, Builder, Number, Parts, Weighed, word
from mesocycle.syntax.engine import Token
from mesocycle.syntax.nodes import (
    EmptyBar,
    Exertion,
    Lighter,
    Loaded,
    LoadNode,
    Percent,
    RoundTo,
    Weight,
    Word,
)
from mesocycle.syntax.nodes.loads import PercentOf

#: Per cent are kept as whole hundredths: 100 % is this many.
WHOLE = 10_000
TENTHS = 10

RPE_MOST = 100
RIR_MOST = 100
PERCENT_MOST = 300


class Measure(msgspec.Struct, frozen=True):
    """What a per cent is of, and where that is written."""

    of: PercentOf
    reps: int | None
    word: Word


_NO_MEASURE = Measure("max", None, Word(""))
#: What a per cent may be meant to be of, though it reads like an exercise.
_NOT_LIFTS: dict[str, PercentOf] = {
    "training max": "tm", "max": "1rm", "one rep max": "1rm", "1rm": "1rm", "rm": "1rm",
    "bodyweight": "bw", "body weight": "bw", "top": "top set", "first": "first set",
    "top set": "top set", "first set": "first set", "tm": "tm", "bw": "bw",
}  # fmt: skip
_OWNER = re.compile(r"^(?:the|my|your|his|her) ")
_MEASURES: dict[str, PercentOf] = {"tm": "tm", "bw": "bw", "top": "top set", "first": "first set"}


class Loads(Builder):
    """How heavy and how hard."""

    def weight(self, parts: Parts) -> Weight:
        return Weight(parts[0].mass, word=parts[0].word)

    def beyond(self, parts: Parts) -> Weight:
        return Weight(parts[1].mass, beyond=True, word=over(parts[0], parts[1]))

    def by_sex(self, parts: Parts) -> Weight:
        """`43/30kg`: the number has the unit of the mass behind it."""
        men, women = parts[-2], parts[-1]
        heavy = mass(str(men), women.mass.unit)
        return Weight(heavy, women.mass, beyond=len(parts) > 2, word=over(parts[0], women))

    def percent(self, parts: Parts) -> Percent:
        number, measure = parts
        return self._percent(number, number, measure or _NO_MEASURE)

    def percents(self, parts: Parts) -> Percent:
        low, high, measure = parts
        return self._percent(low, high, measure or _NO_MEASURE)

    def percent_of_lift(self, parts: Parts) -> Percent:
        number, lift = parts
        return self.percents_of_lift([number, number, lift])

    def percents_of_lift(self, parts: Parts) -> Percent:
        low, high, lift = parts
        meant = _NOT_LIFTS.get(_OWNER.sub("", lift.text.lower()))
        if meant:
            self.refuse(
                "E101", f"`{lift.text}` is not known here", lift, f"did you mean `{meant}`?",
                hints=(f"write {low if low == high else f'{low}-{high}'} of {meant}",),
                fix=meant, title=f"write {meant}",
            )  # fmt: skip
            return self._percent(low, high, Measure(meant, None, lift))
        return replace(self._percent(low, high, Measure("max", None, lift)), lift=lift)

    def _percent(self, first: Token, last: Token, measure: Measure) -> Percent:
        low, high = hundredths(first), hundredths(last)
        written = Word("", first.start_pos, max(last.end_pos, measure.word.end))
        if low > high:
            right = f"{last[:-1]}-{first}%"
            span = Word("", first.start_pos, last.end_pos)
            self.refuse(
                "E131", "this range runs backwards", span, "the smaller number comes first",
                hints=(f"write {right}",), fix=right, title="swap the two numbers",
            )  # fmt: skip
            low, high = high, low
        if high > PERCENT_MOST * 100 or low == 0:
            self.refuse("E132", f"`{last}` is no part of a load", word(last), "1% to 300%")
        return Percent(low, high, measure.of, measure.reps, written)

    def percent_of(self, parts: Parts) -> Measure:
        words = [part for part in parts if part != "of"]
        what = words[0]
        where = Word("", parts[0].start_pos, parts[-1].end_pos)
        if what.type != "REP_MAX":
            return Measure(_MEASURES[what], None, where)
        reps = int(what[: -len("rm")])
        if not 1 <= reps <= REP_MAX_MOST:
            self.refuse(
                "E132", f"`{what}` says little about a maximum", word(what), f"1 to {REP_MAX_MOST}"
            )
        return Measure("1rm", None, where) if reps == 1 else Measure("rm", reps, where)

    def exertion(self, parts: Parts) -> Exertion:
        low, _, high = parts[0][1:].partition("-")
        return self._exertion(low, high or low, word(parts[0]))

    def rpe(self, parts: Parts) -> Exertion:
        low, high = parts[0], parts[1] or parts[0]
        return self._exertion(low, high, Word("", low.start_pos, high.end_pos))

    def _exertion(self, low: str, high: str, written: Word) -> Exertion:
        """Half points are what people tell apart; RPE 10 is all that there is."""
        tenths = [round(float(each) * TENTHS) for each in (low, high)]
        if tenths[0] > RPE_MOST:
            self.refuse(
                "E109", f"`{low}` of what?", written, "`@` stands before an RPE, from 1 to 10",
                hints=(f"write {low}kg, {low}lb, or {low}% for per cent",),
            )  # fmt: skip
            return Exertion(RPE_MOST, RPE_MOST, word=written)
        if not TENTHS <= tenths[0] <= tenths[1] <= RPE_MOST or any(each % 5 for each in tenths):
            self.refuse(
                "E132", "an RPE goes from 1 to 10 in halves", written, "as in @8, @8.5 or @7-8"
            )
        return Exertion(tenths[0], tenths[1], word=written)

    def rir(self, parts: Parts) -> Exertion:
        number: Number = parts[0]
        low, high = number.amount.low * TENTHS, number.amount.high * TENTHS
        if high > RIR_MOST:
            self.refuse("E132", "that many in reserve is no exertion", number.word, "0 to 10")
        return Exertion(low, high, reserve=True, word=number.word)

    def empty_bar(self, parts: Parts) -> EmptyBar:
        return EmptyBar()

    def less_percent(self, parts: Parts) -> Percent:
        left = WHOLE - hundredths(parts[1])
        where = Word("", parts[0].start_pos, parts[1].end_pos)
        if left <= 0:
            self.refuse("E132", "nothing would be left of this load", where, "less than 100%")
        return Percent(left, left, "set before", word=where)

    def lighter(self, parts: Parts) -> Lighter:
        return Lighter(parts[1].mass, over(parts[0], parts[1]))

    def loaded(self, parts: Parts) -> Loaded:
        return Loaded(self.one_of_each(parts), parts[0].word)

    def one_of_each(self, loads: list[LoadNode]) -> tuple[LoadNode, ...]:
        """At most one load and one exertion, the load first."""
        if len(loads) == 1:
            return (loads[0],)
        hard = [load for load in loads if isinstance(load, Exertion)]
        heavy = [load for load in loads if not isinstance(load, Exertion)]
        for several in (hard, heavy):
            if len(several) > 1:
                where = several[1].word or Word("")
                self.refuse(
                    "E133", "one load and one exertion at most", where, "this is one more",
                    hints=("keep one; for a bar that is heavier in some sets: 3x5 60kg, 1x5 70kg",),
                )  # fmt: skip
        return (*heavy[:1], *hard[:1])

    def rounding(self, parts: Parts) -> RoundTo:
        weighed, mode = parts
        if weighed.mass.micro == 0:
            self.refuse("E132", "nothing rounds to 0", weighed.word, "as in 2.5kg")
        return RoundTo(weighed.mass, str(mode or "nearest"), weighed.word)  # type: ignore[arg-type]  # the rule lists them


def hundredths(token: str) -> int:
    """`72.5%` (or `72.5`) in whole hundredths of a per cent."""
    return round(float(token.rstrip(" %")) * 100)


def over(first: Token, last: Weighed) -> Word:
    """From a sign to the mass behind it."""
    return Word("", first.start_pos, last.word.end)
