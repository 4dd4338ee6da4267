"""Callbacks for how long or how far a segment is, or until what."""

from __future__ import annotations

from mesocycle.syntax.building.base import METRES, SECONDS, Parts, word
from mesocycle.syntax.building.targets import Targets
from mesocycle.syntax.nodes import Count, Node, Until, Word

#: The longest that a segment can be: ten days, and as many kilometres as a year has hours.
SECONDS_MOST, METRES_MOST = 864_000, 8_760_000


class Extent(Node):
    """How long or how far, and where that is written."""

    amount: Count
    timed: bool
    word: Word


class Extents(Targets):
    """`30min`, `5-6mi`, `until lap`: where a segment ends."""

    def extent(self, parts: Parts) -> Extent:
        return self._extent(parts, SECONDS[parts[2]], True, SECONDS_MOST)

    def far(self, parts: Parts) -> Extent:
        return self._extent(parts, METRES[parts[2]], False, METRES_MOST)

    def _extent(self, parts: Parts, factor: float, timed: bool, most: int) -> Extent:
        low, high, unit = parts
        written = str(low) if high is None else f"{low}-{high}"
        where = Word(written + unit, low.start_pos, unit.end_pos)
        least, longest = (round(float(each) * factor) for each in (low, high or low))
        if least > longest:
            right = f"{high}-{low}{unit}"
            self.refuse(
                "E131", "this range runs backwards", where, "the smaller number comes first",
                hints=(f"write {right}",), fix=right, title="swap the two numbers",
            )  # fmt: skip
            least, longest = longest, least
        if longest > most:
            self.refuse("E132", "no segment is as long as this", where, "far too much")
            least, longest = min(least, most), most
        return Extent(Count(least, longest), timed, where)

    def until_lap(self, parts: Parts) -> Until:
        return Until("lap", word=word(parts[0]))

    def until_hr(self, parts: Parts) -> Until:
        sign, number = parts
        return Until("hr", str(sign), int(number), word=word(number))  # type: ignore[arg-type]  # the rule lists them

    def until_power(self, parts: Parts) -> Until:
        sign, token = parts
        power = self.bare_power([token])
        return Until("power", str(sign), power.low, word=word(token))  # type: ignore[arg-type]  # the rule lists them

    def until_text(self, parts: Parts) -> Until:
        return Until("text", text=parts[0].text, word=parts[0])
