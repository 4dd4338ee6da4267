"""Sessions of the programme as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mesocycle.cli.numbers import week_lines
from mesocycle.cli.paint import Paint
from mesocycle.cli.text import pack, safe, width, wrap
from mesocycle.output import wording
from mesocycle.output.assessment import how_to_test, notes
from mesocycle.output.days import notes_between, span, was_on
from mesocycle.programme import Block, Item, Notice, Programme, Session, WeekStatistics

_INDENT = " " * 9
#: Names of exercises are set in a column, unless one of them is longer than this.
_NAME_COLUMN = 34
_NOTICE = {"stop": "error", "warning": "warning", "question": "note", "info": "dim"}
_STATUS = {
    "assessment": "note",
    "done": "good",
    "missed": "warning",
    "moved": "note",
    "skipped": "dim",
    "stopped": "error",
}


class Drawing:
    """Draws a programme in colour or not, `columns` wide."""

    def __init__(self, programme: Programme, paint: Paint, columns: int) -> None:
        self._programme = programme
        self._paint = paint
        self._columns = columns

    def lines(
        self,
        title: str,
        sessions: Sequence[Session],
        week: WeekStatistics | None = None,
        days: tuple[str, str] | None = None,
    ) -> Iterator[str]:
        """`sessions` day by day under `title`, with the notices, what has no day, the numbers.

        `days`, the first and the last one shown (ISO), bring what is noted of them.
        """
        programme, paint = self._programme, self._paint
        whose = f" · {programme.athlete.name}" if programme.athlete else ""
        yield paint(safe(programme.plan.name + whose), "strong")
        yield title
        yield from self._notices({s.id for s in (*sessions, *programme.todo)})
        for note in notes_between(programme, *days) if days else ():
            yield paint(f"{span(note, short=True)}: {safe(note.text)}", "note")
        day = None
        for session in sessions:
            if session.date is not None and session.date != day:
                day = session.date
                yield from ("", paint(wording.day(day, short=True), "strong"))
            yield from self._session(session)
        if programme.todo:
            yield from ("", paint("Any time", "strong"))
        for session in programme.todo:
            yield from self._session(session)
        if not sessions:
            yield from ("", "nothing planned")
        if week is not None:
            yield from week_lines(programme, week, paint, self._columns)
        for text in (programme.abort, programme.disclaimer):
            yield from ("", *(paint(row, "dim") for row in wrap(safe(text), self._columns)))

    def _notices(self, shown: set[str]) -> Iterator[str]:
        here = (n for n in self._programme.notices if n.session is None or n.session in shown)
        for notice in sorted(here, key=lambda each: list(_NOTICE).index(each.severity)):
            yield from self._notice(notice)

    def _notice(self, notice: Notice) -> Iterator[str]:
        mark = self._paint("!", _NOTICE[notice.severity])
        for row in wrap(safe(notice.text), self._columns - 2):
            yield f"{mark} {row}"
            mark = " "
        if notice.answer and notice.answer not in notice.text:
            yield f"      {self._paint(safe(notice.answer), 'good')}"

    def _session(self, session: Session) -> Iterator[str]:
        time = wording.time_of_day(session) if session.start else ""
        yield f"  {time:<5}  " + " · ".join(self._facts(session))
        if session.reason:
            yield from self._text(session.reason)
        if how := how_to_test(session):
            yield from self._text(how)
        names = [_name(item, block) for block in session.blocks for item in block.items]
        column = max((n for n in map(width, names) if n <= _NAME_COLUMN), default=0)
        for block in session.blocks:
            yield from self._block(block, session.name, column)
        yield from (self._paint(row, "dim") for row in self._text(wording.summary(session)))
        for note in session.notes:
            yield from (self._paint(row, "dim") for row in self._text(note))

    def _facts(self, session: Session) -> Iterator[str]:
        yield safe(wording.title(session))
        if session.start is None and session.slot is not None:
            yield wording.time_of_day(session)
        if length := wording.length(session):
            yield length.removeprefix("about ") if session.total is None else length
        if session.race:
            yield self._paint(f"race {session.race}", "note")
        if session.trigger is not None:
            yield f"whenever {safe(session.trigger)}"
        status = wording.status(session)
        if status:
            yield self._paint(status.lower(), _STATUS[session.status])
        if moved := was_on(session, short=True):
            yield moved
        if session.provisional:
            yield self._paint("provisional", "dim")

    def _block(self, block: Block, session: str, column: int) -> Iterator[str]:
        heading = safe(wording.heading(block, session))
        yield from self._stretches(block, heading) if block.segments else self._text(heading)
        before: tuple[str, ...] = ()
        for item in block.items:
            yield from self._item(item, block, column)
            said = (*item.cues, *notes(item))
            # What holds for several items in a row is said under the first.
            deeper = "    " if heading else "  "
            for text in (t for t in said if t not in before):
                yield from (self._paint(row, "dim") for row in self._text(text, deeper))
            before = said
        yield from self._text(wording.after(block))

    def _stretches(self, block: Block, heading: str) -> Iterator[str]:
        """What to do one below the other, `Warm-up: walk 5 min, brisk` in a line."""
        rows = list(wording.outline(block.segments))
        front = f"{heading}: " if heading and len(rows) == 1 else ""
        deeper = 1 if heading and not front else 0
        yield from self._text(f"{heading}:" if deeper else "")
        for row in rows:
            indent = "  " * (row.depth + deeper)
            follows = f" → {row.next}" if row.next else ""
            yield from self._text(front + row.text + follows, indent)
            for cue in row.cues:
                yield from (self._paint(line, "dim") for line in self._text(cue, f"{indent}  "))

    def _item(self, item: Item, block: Block, column: int) -> Iterator[str]:
        """The ramp, if there is one, stands above the working sets."""
        name = _name(item, block)
        gap = " " * max(column - width(name), 0)
        front = f"{_INDENT}{name}{gap}  "
        follows = item.progression.next if item.progression else None
        sets = wording.work(item, block) + (f" → {follows}" if follows else "")
        for phrase in filter(None, (wording.ramp(item), sets or " ")):
            for row in pack(safe(phrase), max(self._columns - width(front), 30)):
                yield (front + row).rstrip()
                front = " " * width(front)

    def _text(self, text: str, deeper: str = "") -> Iterable[str]:
        front = _INDENT + deeper
        return (front + row for row in wrap(safe(text), max(self._columns - len(front), 30)))


def _name(item: Item, block: Block) -> str:
    """What stands in front: a little deeper below the heading of a group."""
    deeper = "  " if wording.heading(block) else ""
    if item.exercise is None:
        return f"{deeper}[ ] {safe(item.task or '')}"
    name = f"{item.label}: {item.exercise.name}" if item.label else item.exercise.name
    return deeper + safe(name)
