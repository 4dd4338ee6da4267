"""Callbacks for the lines of an exercise and of a pool."""

from __future__ import annotations

from mesocycle.syntax.building.base import Builder, Parts, word
from mesocycle.syntax.nodes import Dose, Field, LoadsField, NumberField, PoolEntry, Word

IMPACTS = ("none", "low", "moderate", "high")


class Library(Builder):
    """What a library says of each exercise."""

    def field(self, parts: Parts) -> Field:
        return Field(str(parts[0]), parts[1])

    def caution(self, parts: Parts) -> Field:
        return Field("caution", (parts[0],))

    def variant(self, parts: Parts) -> Field:
        return Field("variant", (parts[0],))

    def unreviewed(self, parts: Parts) -> Field:
        return Field("unreviewed", ())

    def loads_field(self, parts: Parts) -> LoadsField:
        return LoadsField(tuple(parts))

    def load(self, parts: Parts) -> tuple[Word, str]:
        direction, amount = parts
        return (direction, str(amount or "moderate"))

    def number_field(self, parts: Parts) -> NumberField:
        key, number = parts
        return NumberField(str(key), int(number), word(number))  # type: ignore[arg-type]  # impact or level

    def impact_field(self, parts: Parts) -> NumberField:
        return NumberField("impact", IMPACTS.index(parts[1]), word(parts[1]))

    def rep_field(self, parts: Parts) -> NumberField:
        return NumberField("rep", parts[0].value, parts[0].word)

    def dose(self, parts: Parts) -> Dose:
        return Dose(parts[0])

    def pool_entry(self, parts: Parts) -> PoolEntry:
        return PoolEntry(parts[0])
