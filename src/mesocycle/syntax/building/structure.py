"""Callbacks for what holds sessions together, for groups, and for what changes by week."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from mesocycle.syntax.building.base import SECONDS, Number, Parts, Quantity, word
from mesocycle.syntax.building.heads import Heads
from mesocycle.syntax.building.loads import WHOLE, hundredths
from mesocycle.syntax.engine import Token
from mesocycle.syntax.nodes import (
    AtRung,
    Count,
    Deload,
    Do,
    GroupHead,
    MaxFormula,
    PhaseHead,
    RotationHead,
    Skip,
    Swap,
    TemplateHead,
    TrackHead,
    TrainingMax,
    Use,
    Version,
    WeekOf,
    WeeksHead,
    Word,
)

#: The most rounds of a group, and the most weeks of a phase.
ROUNDS_MOST = 100

#: The least part of a load that a deload or a rule may leave, in hundredths of a per cent.
LEAST_LEFT = 3_000
MINUTE = 60
TABATA = (20, 10)


class Structure(Heads):
    """Phases, weeks, rotations, tracks, templates; groups of items."""

    # --- at the margin ---

    def use(self, parts: Parts) -> Use:
        name, version, prefix = parts
        number = self._positive(version) if version else None
        return Use(name, prefix=prefix and word(prefix), version=number)

    def phase_head(self, parts: Parts) -> PhaseHead:
        name, weeks, repeat = parts
        times = self._positive(repeat) if repeat else 1
        return PhaseHead(name, self._positive(weeks), times, word(weeks))

    def phase_share(self, parts: Parts) -> PhaseHead:
        name, share = parts
        percent = hundredths(share)
        if not 0 < percent <= WHOLE:
            self.refuse("E132", f"`{share}` is no part of a plan", word(share), "1% to 100%")
        return PhaseHead(name, word=word(share), share=percent)

    def phase_rest(self, parts: Parts) -> PhaseHead:
        return PhaseHead(parts[0], word=parts[0], rest=True)

    def phase_until(self, parts: Parts) -> PhaseHead:
        name, condition, weeks = parts
        return PhaseHead(name, self._positive(weeks), word=word(weeks), until=condition)

    def weeks_head(self, parts: Parts) -> WeeksHead:
        weeks, where = self.some_weeks(parts)
        return WeeksHead(weeks, where)

    def some_weeks(self, numbers: list[Number]) -> tuple[tuple[Count, ...], Word]:
        """Some weeks, and where they are written."""
        where = Word("", numbers[0].word.start, numbers[-1].word.end)
        return tuple(number.amount for number in numbers), where

    def rotation_head(self, parts: Parts) -> RotationHead:
        names = tuple(part for part in parts if isinstance(part, Word))
        return RotationHead(names, tuple(parts[len(names) :]))

    def track_head(self, parts: Parts) -> TrackHead:
        return TrackHead(parts[0])

    def template_head(self, parts: Parts) -> TemplateHead:
        return TemplateHead(parts[0], parts[1] or ())

    def params(self, parts: Parts) -> tuple[Word, ...]:
        """Names to be replaced; each once."""
        names: set[str] = set()
        for name in parts:
            if name.text in names:
                self.refuse(
                    "E133", f"`{name.text}` is named twice", name, "once is enough",
                    hints=("leave one of the two out, or give it another name",),
                )  # fmt: skip
            names.add(name.text)
        return tuple(parts)

    def version(self, parts: Parts) -> Version:
        return Version(self._positive(parts[0]), word(parts[0]))

    # --- under `plan` ---

    def training_max(self, parts: Parts) -> TrainingMax:
        percent, rounded = parts
        return TrainingMax(hundredths(percent), rounded is not None, word(percent))

    def max_formula(self, parts: Parts) -> MaxFormula:
        reps, name = parts
        if reps != "1rm":
            self.refuse(
                "E132", "a formula estimates one repetition", word(reps), "1rm",
                fix="1rm", title="write 1rm",
            )  # fmt: skip
        return MaxFormula(word(name))

    # --- groups ---

    def superset(self, parts: Parts) -> GroupHead:
        return self._group("superset", *parts)

    def circuit(self, parts: Parts) -> GroupHead:
        return self._group("circuit", *parts)

    def interleave(self, parts: Parts) -> GroupHead:
        return self._group("interleave", *parts)

    def emom(self, parts: Parts) -> GroupHead:
        length, alternating, title = parts
        return self._timed("emom", length, MINUTE, alternating, title)

    def intervals(self, parts: Parts) -> GroupHead:
        each, length, alternating, title = parts
        if isinstance(length, int):
            length = Quantity(each.value * length, True, each.word)
        return self._timed("every", length, max(1, each.value), alternating, title)

    def _timed(self, kind: Any, length: Quantity, each: int, turns: Any, title: Any) -> GroupHead:
        """Intervals of `each` seconds; they fill the time exactly."""
        if length.value < each or length.value % each:
            self.refuse(
                "E133", "the intervals do not fill this time", length.word,
                f"{length.value} s are no number of {each} s",
                hints=(f"write a time that they fill: {_filled(length.value, each)}s",),
            )  # fmt: skip
        return replace(
            self._group(kind, None, title),
            seconds=length.value, each=each, alternating=turns is not None, word=length.word,
        )  # fmt: skip

    def amrap(self, parts: Parts) -> GroupHead:
        length, title = parts
        return replace(self._group("amrap", None, title), seconds=length.value, word=length.word)

    def for_time(self, parts: Parts) -> GroupHead:
        rounds, cap, title = parts
        return replace(self._group("for_time", rounds, title), cap=cap and cap.value)

    def tabata(self, parts: Parts) -> GroupHead:
        rounds, interval, title = parts
        each, off = TABATA
        if interval is not None:
            each, off = (self._seconds(part) for part in interval.split("/"))
        return replace(self._group("tabata", rounds, title), each=each, off=off)

    def _seconds(self, text: str) -> int:
        digits = text.rstrip("secmin")
        return int(digits) * SECONDS[text[len(digits) :]]

    def rounds(self, parts: Parts) -> int:
        token: Token = parts[0]
        if not 1 <= int(token) <= ROUNDS_MOST:
            self.refuse("E132", f"{token} rounds are no number", word(token), f"1 to {ROUNDS_MOST}")
        return max(1, min(int(token), ROUNDS_MOST))

    def _group(self, kind: Any, rounds: int | None, title: Word | None) -> GroupHead:
        return GroupHead(kind, rounds, title=title)

    # --- templates in their places ---

    def do(self, parts: Parts) -> Do:
        return Do(parts[0], tuple(part for part in parts[1:] if part is not None))

    def do_session(self, parts: Parts) -> Do:
        return Do(parts[0], session=True)

    def do_argument(self, parts: Parts) -> tuple[Word | None, Word]:
        name, token = parts
        text = token.rstrip(" ")
        return name and word(name), Word(text, token.start_pos, token.start_pos + len(text))

    # --- weeks and rungs ---

    def week_of(self, parts: Parts) -> WeekOf:
        *numbers, clause = parts
        weeks, where = self.some_weeks(numbers)
        return WeekOf(weeks, clause, where)

    def at_rung(self, parts: Parts) -> AtRung:
        return AtRung(parts[0], parts[1])

    def skip(self, parts: Parts) -> Skip:
        return Skip()

    def deload(self, parts: Parts) -> Deload:
        token = parts[0]
        if token is None:
            return Deload()
        return Deload(self.share(token), word(token))

    def share(self, token: Token) -> int:
        """The part of all loads that a deload leaves, in per cent."""
        percent = hundredths(token)
        if not 0 < percent < 10_000 or percent % 100:
            self.refuse(
                "E132", f"`{token}` is no deload", word(token), "what is left: 1% to 99%",
                hints=("write deload 60% for all loads at 60 per cent",),
            )  # fmt: skip
        elif percent < LEAST_LEFT:
            self.refuse(
                "E132", f"this leaves {token} of all loads", word(token), "what is left is written",
                hints=(f"for {token} less write deload {100 - percent // 100}%",),
            )  # fmt: skip
        return percent // 100

    def swap(self, parts: Parts) -> Swap:
        return Swap(parts[0])


def _filled(seconds: int, each: int) -> int:
    """The time nearest to `seconds` that intervals of `each` fill."""
    return max(1, round(seconds / each)) * each
