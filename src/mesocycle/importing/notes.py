"""What people write down of their training: a date, a heading, a list of exercises."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

import msgspec

from mesocycle.diagnostics import Diagnostic, Outcome
from mesocycle.importing import cells
from mesocycle.importing.values import Units
from mesocycle.importing.workouts import DayOrder, Done, Lift, Past, Workout
from mesocycle.mass import MassUnit
from mesocycle.source import Source, Span

_BULLET = re.compile(r"^\s*(?:[-*+•]|[0-9]{1,2}[.)](?= ))\s*(?:\[[ x]\]\s*)?")
_HEADING = re.compile(r"^\s*#{1,6}\s+|^\s*\*\*(?=.*\*\*\s*$)|^\s*__(?=.*__\s*$)")
_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? +", re.IGNORECASE)
_DATE = re.compile(
    r"^(?:[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{4}"
    r"|[0-9]{1,2}\.? [A-Za-z]{3,9}\.?,? [0-9]{4}|[A-Za-z]{3,9}\.? [0-9]{1,2},? [0-9]{4})(?![0-9])"
)
_NAMED = re.compile(r"^(?P<name>[^\W\d_][^:0-9]*?)\s*[:,–—-]?\s+(?P<rest>(?:@ ?)?[0-9].*)$")

_LOAD = r"(?P<load>[0-9]+(?:[.,][0-9]+)?)\s?(?P<unit>kgs?|lbs?|pounds?)"
_TIMES = re.compile(r"(?P<sets>[0-9]{1,2})\s?x\s?(?P<reps>[0-9]{1,3})(?P<held>\s?s(?:ec\w*)?)?")
_COUNT = r"[0-9]{1,3}(?![0-9]*(?:[.,][0-9]+)?\s?(?:kg|lb|pound))(?:\s?s)?"
_LIST = re.compile(rf"(?P<reps>{_COUNT}(?:\s?[,/ ]\s?{_COUNT})*)")
_AT_LOAD = re.compile(rf"\s*(?:@|at|with|x|,)?\s*{_LOAD}", re.IGNORECASE)
_BARE_LOAD = re.compile(r"\s*(?:@|at|with|x)\s*(?P<load>[0-9]+(?:[.,][0-9]+)?)(?![0-9:])")
_EFFORT = re.compile(r"\s*(?:,\s*)?(?:rpe\s?|@)(?P<rpe>[0-9]+(?:\.5)?)(?![0-9])", re.IGNORECASE)
_FAR = re.compile(r"([0-9]+(?:[.,][0-9]+)?)\s?(km|mi|miles?|m)\b")
_LONG = re.compile(
    r"[0-9]{1,3}:[0-9]{2}(?::[0-9]{2})?|(?:[0-9]+ ?h(?:ours?)? ?)?[0-9]+ ?min\w*|[0-9]+ ?h\b"
)

_UNNAMED = "Training"
#: Nobody says what was done in so many characters.
_LONGEST = 500


def read_notes(source: Source, units: Units) -> Outcome[Past]:
    """The workouts of some notes. What is before the first date is of no day."""
    rows = source.text.split("\n")
    reader = _Reader(
        units,
        units.dates or cells.order_of([_headless(row) for row in rows if len(row) <= _LONGEST]),
    )
    for number, row in enumerate(rows, 1):
        if row.strip():
            reader.read(number, row)
    reader.past.workouts.sort(key=lambda workout: workout.date)
    wrong = reader.wrong(source)
    return Outcome(None if wrong else reader.past, wrong)


class _Reader:
    """Notes being read, line by line."""

    def __init__(self, units: Units, order: DayOrder | None) -> None:
        self.past = Past()
        self._units = units
        self._order = order
        self._now: Workout | None = None
        self._needs: set[str] = set()

    def wrong(self, source: Source) -> tuple[Diagnostic, ...]:
        """Why the notes cannot be read: no date at all, or a unit that nobody says."""
        head = Span(source, 0, len(source.line(1)))
        if "dates" in self._needs:
            return (_asked(source, "E592", "--dates dmy, or --dates mdy"),)
        if "weights" in self._needs:
            return (_asked(source, "E591", "--weights kg, or lb"),)
        if not self.past.workouts:
            return (
                Diagnostic(
                    code="E590",
                    message=f"{source.name} has no line that begins with a date",
                    span=head,
                    label="when was it?",
                    hints=("write the day above what was done: ## 2026-01-05 Gym",),
                ),
            )
        return ()

    def read(self, number: int, row: str) -> None:
        """Read one line; a very long one is a text, whatever it says."""
        if len(row) > _LONGEST:
            where = self._now.notes if self._now else None
            where.append(row) if where is not None else self.past.lost.append((number, row))
            return
        text = _headless(row)
        date, rest = self._dated(text)
        if date is not None:
            self._begin(date, rest)
        elif self._now is None:
            self.past.lost.append((number, row.strip()))
        elif _HEADING.match(row):
            self._head(text)
        elif not self._line(text):
            bullet = _BULLET.match(row)
            (self._now.kept if bullet else self._now.notes).append(text)

    def _dated(self, text: str) -> tuple[dt.date | None, str]:
        """The date that a line begins with, and what follows it."""
        plain = _WEEKDAY.sub("", text)
        found = _DATE.match(plain)
        if found is None:
            return None, text
        date = cells.day(found[0], self._order)
        if date is None and (cells.day(found[0], "dmy") or cells.day(found[0], "mdy")):
            self._needs.add("dates")
        return date, plain[found.end() :].strip(" \t:–—|-,")

    def _begin(self, date: dt.date, rest: str) -> None:
        self._now = Workout(date, _UNNAMED)
        self.past.workouts.append(self._now)
        if rest and not self._line(rest):
            self._now.name = rest

    def _head(self, text: str) -> None:
        """A heading without a date: the workout's name, or another one of that day."""
        assert self._now is not None
        if self._now.done or self._now.name != _UNNAMED:
            self._now = Workout(self._now.date, text)
            self.past.workouts.append(self._now)
        self._now.name = text

    def _line(self, text: str) -> bool:
        """Whether a line says what was done; then it is noted."""
        assert self._now is not None
        found = _NAMED.match(text)
        if found is None:
            return False
        name, rest = found["name"].strip(" -–—:"), _plain(found["rest"])
        sets = self._sets(rest)
        if sets is not None:
            self._now.done.append(Done(name, sets))
            return True
        far, long = _FAR.search(rest), _LONG.search(rest)
        left = _LONG.sub("", _FAR.sub("", rest)).strip(" ,;.in")
        if (far is None and long is None) or left:
            return False
        self._went(name, far, long)
        return True

    def _went(self, name: str, far: re.Match[str] | None, long: re.Match[str] | None) -> None:
        """A run, a ride: the workout itself, if it has nothing else."""
        assert self._now is not None
        now = self._now
        if now.done or now.seconds or now.metres:
            now = Workout(now.date, name)
            self.past.workouts.append(now)
        elif now.name == _UNNAMED:
            now.name = name
        now.metres = cells.metres(far[1], cells.length_unit(far[2]) or "km") if far else None
        now.seconds = cells.seconds(long[0]) if long else None

    def _sets(self, text: str) -> list[Lift] | None:
        """`3x5 100kg`, `5, 5, 4 @ 60 kg`, `100kg 3x5`; None if it is nothing like that."""
        base = Lift()
        ahead = re.match(rf"{_LOAD}\s*[x:,]?\s*(?=[0-9])", text, re.IGNORECASE)
        if ahead and "x" in ahead[0].lower() and _TIMES.match(text[ahead.end() :]):
            return None  # `60kg x 8 x 3` is eight sets to one, and three to another
        if ahead:
            base, text = _loaded(base, ahead), text[ahead.end() :]
        single = re.match(rf"(?P<reps>[0-9]{{1,3}})\s?x\s?{_LOAD}", text, re.IGNORECASE)
        found = single or _TIMES.match(text) or _LIST.match(text)
        if found is None:
            return None
        parts = found.groupdict()
        held = bool(parts.get("held")) or "s" in parts["reps"]
        counts = [int(each) for each in re.findall("[0-9]+", parts["reps"])]
        counts *= int(parts.get("sets") or 1)
        if single:
            base = _loaded(base, single)
        rest = text[found.end() :]
        return self._finished(base, counts, held, rest) if len(counts) <= 100 else None

    def _finished(self, base: Lift, counts: list[int], held: bool, rest: str) -> list[Lift] | None:
        """The sets with what is said behind them; None if something else is said there."""
        if load := _AT_LOAD.match(rest):
            base, rest = _loaded(base, load), rest[load.end() :]
        effort = _EFFORT.match(rest)
        if effort and Decimal(effort["rpe"]) <= 10 and base.load is not None:
            base = msgspec.structs.replace(base, rpe=Decimal(effort["rpe"]))
            rest = rest[effort.end() :]
        if base.load is None and (bare := _BARE_LOAD.match(rest)):
            if self._units.weights is None:
                self._needs.add("weights")
            base, rest = _loaded(base, bare, self._units.weights), rest[bare.end() :]
        if rest.strip(" .,;"):
            return None
        field = "seconds" if held else "reps"
        return [msgspec.structs.replace(base, **{field: count}) for count in counts]


def _loaded(base: Lift, found: re.Match[str], unit: MassUnit | None = None) -> Lift:
    said = found.groupdict().get("unit") or ""
    load = cells.number(found["load"])
    return msgspec.structs.replace(
        base, load=load or None, unit=cells.mass_unit(said) or unit or "kg"
    )


def _headless(row: str) -> str:
    """A line without the marks of a list or a heading around it."""
    row = _HEADING.sub("", _BULLET.sub("", row) if not _HEADING.match(row) else row)
    return row.strip().strip("*_").strip()


def _plain(text: str) -> str:
    """Sets as people write them, in one way: `3 sets of 5 reps` is `3x5`."""
    text = text.replace("×", "x").replace("X", "x").lower()
    text = re.sub(r"\s*sets?\s*(?:of|x)\s*", "x", text)
    return re.sub(r"\s*reps?\b", "", text)


def _asked(source: Source, code: str, hint: str) -> Diagnostic:
    question = "day or month first?" if code == "E592" else "kilograms or pounds?"
    return Diagnostic(
        code=code,
        message=f"{source.name} does not say: {question}",
        span=Span(source, 0, len(source.line(1))),
        label="all of the file is read alike",
        hints=(f"say it: {hint}",),
    )
