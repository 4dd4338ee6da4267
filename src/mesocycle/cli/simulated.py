"""Simulated weeks side by side: a column for each scenario, a group of rows for each week."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import zip_longest
from typing import Final

from mesocycle.cli.paint import Paint
from mesocycle.cli.rules import in_words
from mesocycle.cli.text import safe, width, wrap
from mesocycle.cli.weekly_rows import SAME, Row, rows_of
from mesocycle.compiler.checked import Plan
from mesocycle.output import wording
from mesocycle.programme import Decision
from mesocycle.simulation import Course

#: Rooms of the table: what names have at least, and a scenario; what is between; enough for one.
_NAME, _CELL, _GAP, _WIDE = 22, 16, 2, 26
#: What is decided is told so often for a scenario; the rest is in the JSON.
_MOST_TOLD = 6
_TOLD: Final = ("stopped", "regressed", "lowered", "held", "swapped", "moved", "skipped")
#: Of several exercises that stay where they are for one reason, this is said once.
_STAYS: Final = " stays where it is"
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Drawing:
    """Draws courses of one plan in colour or not, `room` columns wide."""

    def __init__(self, plan: Plan, paint: Paint, room: int) -> None:
        self._plan = plan
        self._paint = paint
        self._rules: set[str] = set()
        self._room = max(room, _NAME + _GAP + _CELL)

    def lines(self, courses: Sequence[Course], first: date, last: date) -> Iterator[str]:
        """A heading, what the letters stand for, the table, and what was decided."""
        programme = courses[0].programme
        athlete = programme.athlete.name if programme.athlete else ""
        yield self._paint(safe(" · ".join(filter(None, (self._plan.name, athlete)))), "strong")
        yield f"simulated from {_day(first)} {first.year} to {_day(last)} {last.year}"
        yield ""
        for letter, course in zip(_letters(courses), courses, strict=True):
            yield from self._hanging(f"{letter}  ", safe(course.scenario.text))
        weeks = range(self._plan.week(first), self._plan.week(last) + 1)
        for part in self._parts(len(courses)):
            yield from self._table(courses, part, weeks, first)
        if len(courses) > 1:
            yield from self._aside(f"{SAME} as in A   – not in this week")
        for number in range(len(courses)):
            yield from self._decided(courses, number)
        yield from self._aside(*(f"{rule}: {words}" for rule, words in in_words(self._rules)))
        yield from self._aside(programme.disclaimer)

    def _aside(self, *texts: str) -> Iterator[str]:
        """Texts that are read last, behind an empty line; none if there are none."""
        yield from [""] if texts else []
        rows = (row for text in texts for row in wrap(safe(text), self._room))
        yield from (self._paint(row, "dim") for row in rows)

    def _parts(self, count: int) -> Iterator[list[int]]:
        """The scenarios that fit beside each other, each time with the first one."""
        fit = max((self._room - _NAME) // (_CELL + _GAP), 1)
        if count <= fit:
            yield list(range(count))
            return
        beside = max(fit - 1, 1)
        for start in range(1, count, beside):
            yield [0, *range(start, min(start + beside, count))]

    def _table(
        self, courses: Sequence[Course], part: Sequence[int], weeks: range, first: date
    ) -> Iterator[str]:
        shown = [courses[n] for n in part]
        groups = [(week, *self._days(week, first)) for week in weeks]
        rows = {week: list(rows_of(shown, begins, ends)) for week, begins, ends in groups}
        name = self._names(rows.values(), len(part))
        cell = (self._room - name) // len(part) - _GAP
        letters = _letters(courses)
        yield ""
        heads = [self._paint(f"{letters[n]:<{cell}}", "strong") for n in part]
        yield " " * (name + _GAP) + (" " * _GAP).join(heads).rstrip()
        for week, begins, ends in groups:
            yield ""
            yield self._paint(f"week {week}", "strong") + f"  {_day(begins)} to {_day(ends)}"
            for row in rows[week]:
                yield from self._row(row, name, cell)

    def _days(self, week: int, first: date) -> tuple[date, date]:
        """The days of a week from the first one that is simulated on."""
        begins = self._plan.first_day(week)
        return max(begins, first), begins + timedelta(days=6)

    def _names(self, rows: Iterable[list[Row]], count: int) -> int:
        """The columns that names take: more where the scenarios leave room."""
        longest = max((width(safe(row.name)) + 2 for each in rows for row in each), default=0)
        return min(longest, max(_NAME, self._room - count * (_WIDE + _GAP)))

    def _row(self, row: Row, name_room: int, cell: int) -> Iterator[str]:
        names = wrap(safe(row.name), name_room - 4) or [""]
        names = [safe(row.name)] if width(safe(row.name)) + 2 <= name_room else names
        cells = [wrap(safe(text), cell) or [""] for text in row.cells]
        for number, (name, *texts) in enumerate(zip_longest(names, *cells, fillvalue="")):
            shown = [self._cell(row, place, text, cell) for place, text in enumerate(texts)]
            indent = "  " if number == 0 else "    "
            front = f"{indent}{name}"[: name_room + _GAP]
            gap = " " * (name_room + _GAP - width(front))
            yield (front + gap + (" " * _GAP).join(shown)).rstrip()

    def _cell(self, row: Row, place: int, text: str, cell: int) -> str:
        padded = text + " " * max(cell - width(text), 0)
        if text in (SAME, "–"):
            return self._paint(padded, "dim")
        return self._paint(padded, "warning") if row.grave[place] and text else padded

    def _decided(self, courses: Sequence[Course], number: int) -> Iterator[str]:
        """What stopped, held or changed something; of the others, what did so in them alone."""
        course = courses[number]
        known = {_told(each) for each in courses[0].decisions} if number else set()
        stops = [(day, n.text) for day, n in course.notices if n.severity == "stop"]
        said = {text.rstrip(".") for _, text in stops}
        found = _together(
            d for d in course.decisions if _told(d) not in known and d.text not in said
        )
        if not found and not stops:
            return
        yield from ("", self._paint(f"What decided in {_letters(courses)[number]}", "strong"))
        for day, text in stops[:_MOST_TOLD]:
            mark = self._paint("!", "error")
            rows = self._hanging(f"    {_iso(day):<11} ", safe(text))
            yield f"  {mark} {next(rows).removeprefix('    ')}"
            yield from rows
        kept = sorted(found[:_MOST_TOLD], key=lambda told: told[0])
        self._rules.update(rule for *_, rule in kept)
        for day, text, _ in kept:
            yield from self._hanging(f"    {_iso(day):<11} ", safe(text))
        if len(found) > len(kept):
            more = f"    and {len(found) - len(kept)} more: --format json has all of them"
            yield self._paint(more, "dim")

    def _hanging(self, front: str, text: str) -> Iterator[str]:
        for row in wrap(text, max(self._room - width(front), 30)):
            yield front + row
            front = " " * width(front)


def _letters(courses: Sequence[Course]) -> list[str]:
    return [_LETTERS[n] if n < len(_LETTERS) else str(n + 1) for n in range(len(courses))]


def _day(day: date) -> str:
    return wording.day(day.isoformat(), short=True)


def _iso(day: str) -> str:
    return wording.day(day, short=True) if day else ""


def _told(decision: Decision) -> tuple[str, str]:
    return decision.outcome, decision.text


def _together(decisions: Iterable[Decision]) -> list[tuple[str, str, str]]:
    """Day, sentence and rule, each once, the gravest first; of several exercises at once in one."""
    found: dict[tuple[str, str, str, str], list[str]] = {}
    seen: set[tuple[str, str]] = set()
    for each in decisions:
        if each.outcome in _TOLD and _told(each) not in seen:
            seen.add(_told(each))
            name, stays, rest = each.text.partition(_STAYS)
            key = (each.date or "", each.outcome, each.rule, stays + rest if stays else each.text)
            found.setdefault(key, []).append(name if stays else "")
    ordered = sorted(found.items(), key=lambda one: _TOLD.index(one[0][1]))
    return [
        (day, f"{', '.join(filter(None, names))}{text} [{outcome}: {rule}]", rule)
        for (day, outcome, rule, text), names in ordered
    ]
