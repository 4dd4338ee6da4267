"""Masses: exact where people write few decimals, in the unit in which they wrote them."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

MassUnit = Literal["kg", "lb"]

#: Kilograms in a pound (the international pound of 1959).
POUND_KG: Final = 0.45359237

_MICRO: Final = 1_000_000

#: Nothing gets heavier than a million tonnes: rules multiply for as long as a plan lasts.
_MOST: Final = 10**15

#: More than a gram, whatever the unit.
_GRAM: Final = 2_205


class Mass(NamedTuple):
    """A mass: `micro` millionths of a kilogram or pound. Whole numbers, so ties stay ties."""

    micro: int
    unit: MassUnit = "kg"

    @property
    def kg(self) -> float:
        """In kilograms, to a hundredth of a gram."""
        micro = self.micro
        if self.unit == "kg":
            return round(micro / _MICRO, 5) if micro % 10 else micro / _MICRO
        return round(micro * POUND_KG / _MICRO, 5)

    def to(self, unit: MassUnit) -> Mass:
        """The same mass in `unit`."""
        if unit == self.unit:
            return self
        factor = POUND_KG if unit == "kg" else 1 / POUND_KG
        return Mass(round(self.micro * factor), unit)

    def plus(self, other: Mass) -> Mass:
        """The sum, in this mass's unit; `other` may be negative."""
        return Mass(_within(self.micro + other.to(self.unit).micro), self.unit)

    def less(self, other: Mass) -> Mass:
        """The difference, in this mass's unit."""
        return Mass(self.micro - other.to(self.unit).micro, self.unit)

    def times(self, parts: int, whole: int = 10_000) -> Mass:
        """`parts` of `whole`: 7,500 of 10,000 is 75 %. Half a millionth goes to the even one."""
        product = self.micro * parts
        down, rest = divmod(product, whole)
        up = rest * 2 > whole or (rest * 2 == whole and down % 2)
        return Mass(_within(down + bool(up)), self.unit)

    def above(self, other: Mass) -> bool:
        """Whether this is heavier than `other` by more than a gram."""
        if self.unit == other.unit:
            return self.micro - other.micro > _GRAM
        return self.kg - other.kg > 0.001

    def __str__(self) -> str:
        if self.micro >= 0 and not self.micro % _MICRO:
            return f"{self.micro // _MICRO} {self.unit}"
        whole, rest = divmod(abs(self.micro), _MICRO)
        decimals = f"{rest:06d}".rstrip("0")
        sign = "-" if self.micro < 0 else ""
        return f"{sign}{whole}{'.' + decimals if decimals else ''} {self.unit}"


def _within(micro: int) -> int:
    return micro if -_MOST < micro < _MOST else (_MOST if micro > 0 else -_MOST)


def mass(figure: str, unit: MassUnit) -> Mass:
    """`figure` (`62.5`) of `unit`. At most six decimals count."""
    whole, _, decimals = figure.partition(".")
    return Mass(int(whole or 0) * _MICRO + int(f"{decimals:0<6.6}" or 0), unit)
