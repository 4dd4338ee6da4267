"""Callbacks for the calendar, for races, and for what is missed."""

from __future__ import annotations

from mesocycle.syntax.building.base import METRES, Parts, Quantity, word
from mesocycle.syntax.building.heads import DAYS
from mesocycle.syntax.building.structure import Structure
from mesocycle.syntax.nodes import (
    CalendarHead,
    DayNote,
    Missed,
    MoveDay,
    Priority,
    RaceHead,
    RaceLength,
    RestOn,
    SkipDays,
    SwapDays,
    Taper,
    WeekStarts,
    Word,
)

#: The most of a week's training that a taper leaves, in hundredths of a per cent.
WHOLE = 10_000
RACE_MOST = 1_000_000
TAPER_MOST = 8


class Calendar(Structure):
    """`rest on sun`, `skip 2026-12-24 to 2027-01-01`, `race "Half" on 2027-04-18`."""

    def calendar_head(self, parts: Parts) -> CalendarHead:
        return CalendarHead()

    # --- days ---

    def rest_on(self, parts: Parts) -> RestOn:
        days = tuple(sorted({DAYS.index(day) for day in parts}))
        where = Word("", parts[0].start_pos, parts[-1].end_pos)
        if len(days) == len(DAYS):
            self.refuse(
                "E133", "this leaves no day to train", where, "every day of the week",
                hints=("leave out the days on which there is training",),
            )  # fmt: skip
        return RestOn(days=days, word=where)

    def rest_on_dates(self, parts: Parts) -> RestOn:
        where = Word("", parts[0].start_pos, parts[-1].end_pos)
        return RestOn(dates=tuple(word(each) for each in parts), word=where)

    def skip_days(self, parts: Parts) -> SkipDays:
        first, last, reason = parts
        return SkipDays(word(first), self._last(first, last), reason=reason)

    def skip_session(self, parts: Parts) -> SkipDays:
        session, first, last, reason = parts
        return SkipDays(word(first), self._last(first, last), session, reason)

    def move_day(self, parts: Parts) -> MoveDay:
        date, to = parts
        self._elsewhere(date, to)
        return MoveDay(word(date), word(to))

    def move_session(self, parts: Parts) -> MoveDay:
        session, date, to, time = parts
        if time is None:
            self._elsewhere(date, to)
        return MoveDay(word(date), word(to), session, time and word(time))

    def swap_days(self, parts: Parts) -> SwapDays:
        one, other, *numbers = parts
        self._elsewhere(one, other)
        weeks, _ = self.some_weeks(numbers)
        where = Word("", one.start_pos, numbers[-1].word.end)
        return SwapDays((DAYS.index(one), DAYS.index(other)), None, weeks, where)

    def swap_dates(self, parts: Parts) -> SwapDays:
        one, other = parts
        self._elsewhere(one, other)
        where = Word("", one.start_pos, other.end_pos)
        return SwapDays(None, (word(one), word(other)), (), where)

    def day_note(self, parts: Parts) -> DayNote:
        first, last, text = parts
        return DayNote(word(first), text, self._last(first, last))

    def _last(self, first: str, last: str | None) -> Word | None:
        """The end of some days, which is not before their start (dates sort as text)."""
        if last is None:
            return None
        if last < first:
            self.refuse(
                "E131", "these days run backwards", word(last),  # type: ignore[arg-type]  # a token
                "before the first of them", hints=(f"write {last} to {first}",),
            )  # fmt: skip
        return word(last)  # type: ignore[arg-type]  # a token

    def _elsewhere(self, one: str, other: str) -> None:
        if one == other:
            self.refuse(
                "E133", "this changes nothing", word(other), "the same day",  # type: ignore[arg-type]  # a token
                hints=("write another day, or leave the line out",),
            )  # fmt: skip

    # --- races ---

    def race_head(self, parts: Parts) -> RaceHead:
        name, date, time = parts
        return RaceHead(name, word(date), time and word(time))

    def race_length(self, parts: Parts) -> RaceLength:
        number, unit = parts
        far = Quantity(round(float(number) * METRES[unit]), False, word(number))
        where = Word(f"{number}{unit}", number.start_pos, unit.end_pos)
        if not DOUBTFUL_RACE <= far.value <= RACE_MOST:
            self.refuse(
                "E132", "no race has this length", where, f"{DOUBTFUL_RACE}m to 1000km",
                hints=("m is metres, km kilometres, mi miles",),
            )  # fmt: skip
        return RaceLength(far.value, where)

    def priority(self, parts: Parts) -> Priority:
        return Priority(str(parts[0]), word(parts[0]))  # type: ignore[arg-type]  # the terminal lists them

    def taper(self, parts: Parts) -> Taper:
        weeks, *percents = parts
        volumes = tuple(round(float(each.rstrip(" %")) * 100) for each in percents)
        where = Word("", weeks.start_pos, percents[-1].end_pos)
        number = int(weeks)
        if not 1 <= number <= TAPER_MOST:
            self.refuse("E132", f"a taper of {number} weeks", word(weeks), f"1 to {TAPER_MOST}")
        elif len(volumes) not in {1, number}:
            self.refuse(
                "E133", f"{len(volumes)} volumes for {number} weeks", where,
                "one for each week, or one for all",
                hints=("write as many as weeks: taper 2 weeks to 60%, 40%",),
            )  # fmt: skip
        if not all(0 < each <= WHOLE for each in volumes):
            self.refuse("E132", "a taper leaves a part", where, "1% to 100%")
        return Taper(number, volumes, where)

    # --- the plan's weeks and missed sessions ---

    def missed(self, parts: Parts) -> Missed:
        return Missed(str(parts[0]), word(parts[0]))  # type: ignore[arg-type]  # the rule lists them

    def week_starts(self, parts: Parts) -> WeekStarts:
        token = parts[-1]
        return WeekStarts(DAYS.index(token), word(token))


#: A race is at least as long as a track's shortest sprint.
DOUBTFUL_RACE = 50
