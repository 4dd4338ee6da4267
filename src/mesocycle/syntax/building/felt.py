"""The builder of what a diary says of how it felt: pain, manner, exertion, notes."""

from __future__ import annotations

from typing import Any, NamedTuple, cast

from msgspec.structs import replace

from mesocycle.syntax.building.base import Builder, Parts, word
from mesocycle.syntax.diary_nodes import (
    Corrects,
    DiaryNote,
    Felt,
    FeltAfter,
    MannerLog,
    MovedFrom,
    PainLog,
    SideOf,
    Skipped,
    StoppedEarly,
    Unverified,
)
from mesocycle.syntax.nodes import Count, Word


class Hurt(NamedTuple):
    """A side (or None) and the region, as in `left knee`."""

    side: Any
    region: Word | None


class FeltBuilder(Builder):
    """Callbacks for the clauses of an entry that say how it went."""

    def pain_log(self, parts: Parts) -> tuple[PainLog, ...]:
        when, *logs = parts
        return tuple(replace(log, when=str(when)) for log in logs) if when else tuple(logs)

    def pain_value(self, parts: Parts) -> PainLog:
        side, value, sharp, where = parts
        self._check_sharp(value, sharp)
        where = where or Hurt(None, None)
        side = side or where.side
        one = cast(SideOf, str(side)) if side else None
        sharply = sharp is not None
        return PainLog(int(value), one, region=where.region, word=word(value), sharp=sharply)

    def _check_sharp(self, value: Any, sharp: Any) -> None:
        if sharp is not None and int(value) == 0:
            self.refuse(
                "E441", "sharp pain of 0", word(sharp), "what is sharp is above 0",
                hints=("say how much it was, 1 to 10: pain 2 sharp; or only: pain 0",),
            )  # fmt: skip

    def middle(self, parts: Parts) -> Hurt:
        return Hurt(None, parts[0])

    def one_sided(self, parts: Parts) -> Hurt:
        return Hurt(*parts)

    def slow(self, parts: Parts) -> MannerLog:
        return MannerLog("slow", True, parts[0] and str(parts[0]))  # type: ignore[arg-type]  # left or right

    def not_slow(self, parts: Parts) -> MannerLog:
        return MannerLog("slow", False, parts[0] and str(parts[0]))  # type: ignore[arg-type]  # left or right

    def form(self, parts: Parts) -> tuple[MannerLog, ...]:
        return tuple(parts)

    def form_value(self, parts: Parts) -> MannerLog:
        before, how, after, reason = parts
        side = before or after
        return MannerLog("form", how == "good", side and str(side), reason)  # type: ignore[arg-type]  # left or right

    def skipped(self, parts: Parts) -> Skipped:
        return Skipped(parts[0])

    def felt(self, parts: Parts) -> Felt:
        rpe, length = parts
        return Felt(int(rpe), length and length.value)

    def felt_length(self, parts: Parts) -> Felt:
        return Felt(None, parts[0].value)

    def felt_after(self, parts: Parts) -> FeltAfter:
        return FeltAfter(str(parts[0]))  # type: ignore[arg-type]  # the rule lists them

    def stopped(self, parts: Parts) -> StoppedEarly:
        return StoppedEarly(parts[0])

    def moved(self, parts: Parts) -> MovedFrom:
        return MovedFrom(word(parts[0]))

    def unverified(self, parts: Parts) -> Unverified:
        return Unverified(parts[0])

    def note(self, parts: Parts) -> DiaryNote:
        return DiaryNote(parts[0])

    def corrects(self, parts: Parts) -> Corrects:
        return Corrects(Count(int(parts[0]), int(parts[0])))
