"""Shift: what a progression has made of the loads that the plan wrote."""

from __future__ import annotations

from typing import Final

from mesocycle.compiler.checked import Frozen
from mesocycle.mass import Mass

#: A shift's scale of one: scales are millionths.
WHOLE: Final = 1_000_000

#: No scale grows beyond a million: rules multiply for as long as a plan lasts.
_MOST: Final = WHOLE * WHOLE


class Shift(Frozen):
    """`load' = scale * load + plus`; a scale of 0 is a load that a rule has set.

    A track keeps one for its line (`track.shift`). It applies to the loads as the plan writes
    them, before rounding, so nothing is lost between steps. Where the plan writes none, the
    base is what was lifted (`track.lifted`): who moves that starts the shift again.
    """

    scale: int = WHOLE
    plus: Mass | None = None

    @property
    def still(self) -> bool:
        """Whether it leaves every load as it is."""
        return self.scale == WHOLE and self.plus is None

    def on(self, mass: Mass) -> Mass:
        """The load that `mass` has become, in its unit; never below nothing."""
        plus = self.plus
        if plus is not None and not self.scale:
            return plus
        made = mass if self.scale == WHOLE else mass.times(self.scale, WHOLE)
        if plus is not None:
            made = made.plus(plus)
        return made if made.micro > 0 else Mass(0, mass.unit)

    def add(self, mass: Mass) -> Shift:
        """The same, and `mass` (which may be negative) on top."""
        return Shift(self.scale, self.plus.plus(mass) if self.plus else mass)

    def times(self, share: int) -> Shift:
        """`share` of what it was, in hundredths of a per cent: 9,000 is 90 %."""
        scale = min((self.scale * share + 5_000) // 10_000, _MOST)
        return Shift(scale, self.plus.times(share) if self.plus else None)

    def to(self, mass: Mass) -> Shift:
        """This load, whatever the plan wrote."""
        return Shift(0, mass)


#: No shift at all.
STILL: Final = Shift()
