"""Decisions as lines for a terminal: what, by which rule, from which lines, what changes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from mesocycle.cli.paint import Paint
from mesocycle.cli.rules import in_words
from mesocycle.cli.text import pack, safe, width, wrap
from mesocycle.output import wording
from mesocycle.programme import Decision, Item, Notice, Programme, Session

#: From so many on, exercises of which the same was decided are told together.
_MANY = 2

#: What is said of one exercise, and of several.
_SEVERAL = {" is ": " are ", " stays where it is": " stay where they are"}
#: What gives all that was asked for, in which few look for what would change it.
_WELL = ("picked", "raised", "rounded")
_OUTCOME = {
    "picked": "good", "raised": "good", "stopped": "error", "skipped": "warning",
    "regressed": "warning", "lowered": "warning", "held": "note", "assessed": "note",
}  # fmt: skip


class Drawing:
    """Decisions as lines for a terminal, in colour or not, `room` columns wide."""

    def __init__(
        self, programme: Programme, paint: Paint, room: int, *, whole: bool = False
    ) -> None:
        """`whole`: also what would take out what is in, and stop what goes up."""
        every = (*programme.sessions, *programme.todo)
        self._programme = programme
        self._sessions = {s.id: s for s in every}
        items = [i for s in every for block in s.blocks for i in block.items]
        loaded = [i for i in items if any(one.load for one in i.sets)]
        self._loaded = {id_: item for item in loaded for id_ in item.decisions}
        self._names = {i.exercise.id: i.exercise.name for i in items if i.exercise}
        self._paint = paint
        self._room = room
        self._whole = whole
        self._told: set[tuple[str, str | None]] = set()

    def lines(self, decisions: Sequence[Decision], day: str) -> Iterator[str]:
        """The day, its sessions with what was decided, what is open, and what the rules are."""
        yield self._paint(wording.day(day, year=True), "strong")
        yield from self._known(day)
        yield from self._stops(day)
        if not decisions:
            yield from ("", *self._nothing(day))
        item: Item | None = None
        for session, made in groupby(decisions, key=lambda each: each.session):
            self._told.clear()
            yield from ("", self._heading(self._sessions.get(session or "")))
            for together in self._together(list(made)):
                if self._loaded.get(together[0].id) is not item:
                    item = self._loaded.get(together[0].id)
                    yield from self._loads(item)
                yield from self._decision(together)
        yield from self._questions(day)
        yield from self._rules(decisions)
        if decisions:
            yield from ("", *self._dim(self._programme.disclaimer))

    def _nothing(self, day: str) -> list[str]:
        """Of a day on which nothing was decided: what is on it, if that is all of it."""
        names = [safe(s.name) for s in self._programme.sessions if s.date == day]
        if not names and not self._programme.starts <= day <= self._programme.ends:
            first, last = self._programme.starts, self._programme.ends
            span = f"{wording.day(first, year=True)} to {wording.day(last, year=True)}"
            return [f"the plan has no such day: it goes from {span}"]
        if self._whole or not names:
            return ["nothing was decided for it" if names else "no session is on this day"]
        return [f"{name}: as the plan has it, nothing had to be decided" for name in names]

    def _known(self, day: str) -> Iterator[str]:
        """From which day it is looked at, where that is another one."""
        known = self._programme.as_of
        if known is None or known == day:
            return
        if day < known:
            eve = (date.fromisoformat(day) - timedelta(days=1)).isoformat()
            text = (
                "Past: nothing that is written now changes it. What would have changed it then is "
                f"told by --as-known-on {eve}"
            )
        else:
            text = (
                f"Still to come, as seen from {wording.day(known, year=True)}: until then all is "
                "taken to go as planned."
            )
        yield from self._dim(text)

    def _heading(self, session: Session | None) -> str:
        if session is None:
            return self._paint("The whole day", "strong")
        facts = [wording.time_of_day(session), wording.status(session).lower()]
        told = "".join(f" · {fact}" for fact in facts if fact)
        return self._paint(safe(wording.title(session)), "strong") + self._paint(told, "dim")

    def _together(self, made: list[Decision]) -> Iterator[list[Decision]]:
        """Decisions in their order; the same of many exercises, without a line, as one."""
        for _, same in groupby(made, key=self._alike):
            some = list(same)
            if len(some) >= _MANY and not some[0].because:
                yield some
            else:
                yield from ([each] for each in some)

    def _alike(self, decision: Decision) -> tuple[object, ...]:
        rest = self._rest(decision)
        who = None if rest and not decision.because else decision.id
        return (who, decision.outcome, decision.rule, rest, decision.change)

    def _rest(self, decision: Decision) -> str:
        """The sentence behind the exercise's name, where it can be said of several."""
        name = self._names.get(decision.exercise or "", "")
        if not name or not decision.text.startswith(name) or decision.id in self._loaded:
            return ""
        rest = decision.text.removeprefix(name)
        return rest if any(rest.startswith(one) for one in _SEVERAL) else ""

    def _loads(self, item: Item | None) -> Iterator[str]:
        """What came of it, where the line has loads: they are what the decisions explain."""
        if item is None or item.exercise is None:
            return
        name = f"{item.label} {item.exercise.name}" if item.label else item.exercise.name
        sets = wording.scheme([one for one in item.sets if not one.warmup])
        front = "  "
        for row in pack(safe(f"{name}: {sets}"), self._room - 4):
            yield front + row
            front = "    "

    def _decision(self, together: Sequence[Decision]) -> Iterator[str]:
        decision = together[0]
        text = decision.text
        if len(together) > 1:
            *names, last = (self._names[each.exercise or ""] for each in together)
            rest = self._rest(decision)
            one, several = next(
                (one, many) for one, many in _SEVERAL.items() if rest.startswith(one)
            )
            text = f"{', '.join(names)} and {last}{several}{rest.removeprefix(one)}"
        rule = f"[{decision.outcome}: {safe(decision.rule)}]"
        *rows, end = self._wrapped(text)
        tag = self._paint(rule, _OUTCOME.get(decision.outcome, "dim"))
        alone = width(end) + 2 + width(rule) > self._room
        yield from (*rows, *((end, f"    {tag}") if alone else (f"{end}  {tag}",)))
        for line in decision.because:
            place = f"{safe(line.file)}:{line.line}: {safe(line.text.strip())}"
            yield self._paint(f"      {place}", "note")
        yield from self._change(decision)

    def _change(self, decision: Decision) -> Iterator[str]:
        """What would make it otherwise, and the line to write, whole, to be copied."""
        if decision.change is None or not (self._whole or decision.outcome not in _WELL):
            return
        same = (decision.change, decision.write)
        if same in self._told:  # once in a session is enough
            return
        self._told.add(same)
        front = "    → "
        for row in wrap(safe(decision.change), self._room - len(front)):
            yield front + row
            front = "      "
        if decision.write is not None:
            yield self._paint(f"        {safe(decision.write)}", "good")

    def _told_of(self, severity: str, day: str) -> list[Notice]:
        """The notices of a kind, where the day is not past."""
        known = self._programme.as_of
        if known is not None and day < known:
            return []
        return [each for each in self._programme.notices if each.severity == severity]

    def _stops(self, day: str) -> Iterator[str]:
        """What stops training, and whom to see: before everything else."""
        for notice in self._told_of("stop", day):
            rows = wrap(safe(notice.text), self._room)
            yield from ("", *(self._paint(row, "error") for row in rows))

    def _questions(self, day: str) -> Iterator[str]:
        """What is open, with the lines that answer it."""
        asked = self._told_of("question", day)
        if asked:
            yield from ("", self._paint("Open questions", "strong"))
        for notice in asked:
            yield from self._wrapped(notice.text)
            if notice.answer and notice.answer not in notice.text:
                yield self._paint(f"        {safe(notice.answer)}", "good")

    def _rules(self, decisions: Sequence[Decision]) -> Iterator[str]:
        met = list(in_words(each.rule for each in decisions))
        if not met:
            return
        yield from ("", self._paint("The rules", "strong"))
        column = max(width(rule) for rule, _ in met)
        for rule, words in met:
            front = f"  {rule:<{column}}  "
            for row in wrap(words, max(self._room - len(front), 30)):
                yield front + row
                front = " " * len(front)

    def _dim(self, text: str) -> Iterator[str]:
        yield from (self._paint(row, "dim") for row in wrap(safe(text), self._room))

    def _wrapped(self, text: str) -> list[str]:
        head, *rows = wrap(safe(text), self._room - 4) or [""]
        return [f"  {head}", *(f"    {row}" for row in rows)]
