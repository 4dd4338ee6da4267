"""Callbacks for statements at the left margin, the plan's header and schedules."""

from __future__ import annotations

from mesocycle.syntax.building.base import Builder, Parts, Quantity, word
from mesocycle.syntax.engine import Token
from mesocycle.syntax.nodes import (
    AnyTime,
    At,
    Beside,
    BesideEvery,
    Declares,
    Every,
    ExerciseHead,
    Header,
    HeaderDate,
    InWeeks,
    Lasting,
    Lasts,
    NotWithin,
    OnDates,
    OnDay,
    OnDays,
    OnOff,
    OutputHead,
    OutputOption,
    PartOfDay,
    PlaceHead,
    PlanHead,
    PoolHead,
    SessionHead,
    Setting,
    TimesAWeek,
    Use,
    Whenever,
    Word,
)

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY_S = 86400


class Heads(Builder):
    """What stands at the margin, directly under `plan`, and in a schedule."""

    def plan_head(self, parts: Parts) -> PlanHead:
        return PlanHead(parts[0])

    def use_path(self, parts: Parts) -> Use:
        return Use(parts[0], True, parts[1] and word(parts[1]))

    def session_head(self, parts: Parts) -> SessionHead:
        return SessionHead(parts[0], tuple(parts[1:]))

    def pool_head(self, parts: Parts) -> PoolHead:
        return PoolHead(*parts)

    def exercise_head(self, parts: Parts) -> ExerciseHead:
        return ExerciseHead(parts[0])

    def place_head(self, parts: Parts) -> PlaceHead:
        return PlaceHead(parts[0], parts[1])

    # --- the header ---

    def header_text(self, parts: Parts) -> Header:
        return Header(str(parts[0]), parts[1])  # type: ignore[arg-type]  # the rule lists them

    def header_date(self, parts: Parts) -> HeaderDate:
        return HeaderDate(str(parts[0]), word(parts[1]))  # type: ignore[arg-type]  # starts or ends

    def lasts_weeks(self, parts: Parts) -> Lasts:
        return Lasts(self._positive(parts[0]) * 7, word(parts[0]))

    def lasts_days(self, parts: Parts) -> Lasts:
        return Lasts(self._positive(parts[0]), word(parts[0]))

    def setting(self, parts: Parts) -> Setting:
        return Setting(str(parts[0]), word(parts[1]))  # type: ignore[arg-type]  # the rule lists them

    def output_head(self, parts: Parts) -> OutputHead:
        return OutputHead(*parts)

    def output_option(self, parts: Parts) -> OutputOption:
        name, value = parts
        return OutputOption(word(name), value if isinstance(value, Word) else word(value))

    def declares(self, parts: Parts) -> Declares:
        return Declares(int(parts[0]), word(parts[0]))

    # --- schedules ---

    def on_days(self, parts: Parts) -> OnDays:
        return OnDays(tuple(sorted({DAYS.index(day) for day in parts})))

    def on_dates(self, parts: Parts) -> OnDates:
        return OnDates(tuple(word(date) for date in parts))

    def on_day(self, parts: Parts) -> OnDay:
        return OnDay(tuple(int(day) for day in parts), word(parts[0]))

    def at_times(self, parts: Parts) -> At:
        return At(tuple(word(time) for time in parts))

    def lasting(self, parts: Parts) -> Lasting:
        return Lasting(parts[0].value)

    def every_day(self, parts: Parts) -> Every:
        return Every(1)

    def every_days(self, parts: Parts) -> Every:
        return Every(self._positive(parts[0]), word(parts[0]))

    def times_a_week(self, parts: Parts) -> TimesAWeek:
        apart = parts[1] and parts[1].value
        return TimesAWeek(self._positive(parts[0]), apart, word(parts[0]))

    def days_apart(self, parts: Parts) -> Quantity:
        return Quantity(int(parts[0]) * DAY_S, True, word(parts[0]))

    def part_of_the_day(self, parts: Parts) -> PartOfDay:
        return PartOfDay(str(parts[0]))  # type: ignore[arg-type]  # the rule lists them

    def before_bed(self, parts: Parts) -> PartOfDay:
        return PartOfDay("before_bed")

    def beside(self, parts: Parts) -> Beside:
        return Beside(str(parts[0]), parts[1])  # type: ignore[arg-type]  # before or after

    def beside_every(self, parts: Parts) -> BesideEvery:
        return BesideEvery(str(parts[0]), parts[1])  # type: ignore[arg-type]  # before or after

    def not_within(self, parts: Parts) -> NotWithin:
        seconds, relation, activity = parts
        return NotWithin(seconds.value, str(relation), activity)  # type: ignore[arg-type]  # before or after

    def any_time(self, parts: Parts) -> AnyTime:
        return AnyTime()

    def whenever(self, parts: Parts) -> Whenever:
        return Whenever(parts[0])

    def on_off(self, parts: Parts) -> OnOff:
        return OnOff(self._positive(parts[0]), self._positive(parts[1]), word(parts[0]))

    def in_weeks(self, parts: Parts) -> InWeeks:
        first, last = parts[0].word, parts[-1].word
        return InWeeks(tuple(week.amount for week in parts), Word("", first.start, last.end))

    def _positive(self, number: Token) -> int:
        value = int(number.lstrip("@"))
        if value == 0:
            self.refuse("E132", "0 is too few here", word(number), "at least 1")
        return max(value, 1)
