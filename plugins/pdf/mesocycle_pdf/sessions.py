"""One session of the sheet: what to do, boxes to tick, room to write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from mesocycle.output import wording
from mesocycle.output.assessment import how_to_test
from mesocycle.output.assessment import notes as notes_of
from mesocycle.output.days import was_on
from mesocycle.output.text import lines
from mesocycle.programme import Block, Item, Session

from .boxes import boxes, row_boxes

Data = dict[str, object]


class Page(NamedTuple):
    """What every session of a week needs to know of the sheet.

    `log`: boxes and room to write are wanted; `cues`: how to do each exercise; `explained`: those
    that were; `told`: the reasons that stand at the top; `phase`: that of the whole week, which
    its heading says; `way`: in which unit distances are logged; `why`: reasons, by session.
    """

    log: bool
    cues: bool
    told: frozenset[str] = frozenset()
    way: str = "km"
    why: Mapping[str, list[str]] = MappingProxyType({})
    phase: str | None = None
    explained: set[str] = set()  # noqa: RUF012 - `fresh` brings each week its own

    def fresh(self, phase: str | None = None) -> Page:
        """For another week, in which nothing is explained yet."""
        return self._replace(phase=phase, explained=set())


def session_data(session: Session, page: Page) -> Data:
    """A session; one that does not take place has no blocks, only why."""
    data: Data = {
        "day": wording.day(session.date) if session.date else "",
        "time": wording.time_of_day(session),
        "name": wording.title(session),
        "trigger": session.trigger or "",
        "facts": [],
        "why": page.why.get(session.id, []),
    }
    if not wording.takes_place(session):
        return data | {"status": wording.status(session), "left_out": _left_out(session, page)}
    todo = wording.to_do(session)
    log = page.log and todo
    return data | {
        "facts": list(_facts(session, page.phase)),
        "reason": lines(session.reason or ""),
        "how": how_to_test(session) or "",
        "blocks": list(_blocks(session, page._replace(log=log), tell=todo)),
        "summary": wording.summary(session),
        "notes": [line for note in session.notes for line in lines(note)] if todo else [],
        "foot": _foot(session, page.way) if log else [],
        "log": log,
    }


def _left_out(session: Session, page: Page) -> str:
    """Why it is left out; where that is said at the top already, only that."""
    if session.reason in page.told:
        do_not = "Do not do this session: read" if session.status == "stopped" else "Read"
        return f"{do_not} the notice at the top."
    why = wording.why_not(session) or "Nothing to do."
    return why.removeprefix(f"{wording.status(session)}: ")


def _facts(session: Session, told: str | None) -> Iterator[str]:
    if session.phase and session.phase != told:
        yield session.phase
    if length := wording.length(session):
        yield length
    if session.race:
        yield f"race {session.race}"
    yield from filter(None, [wording.status(session).lower(), was_on(session)])
    if session.provisional:
        yield "provisional"


def _blocks(session: Session, page: Page, *, tell: bool) -> Iterator[Data]:
    """The blocks in order; neighbours without a heading share one table."""
    number = 1
    for blocks in _neighbours(session.blocks):
        items = [(item, block) for block in blocks for item in block.items]
        heads = [block for block in blocks if block.segments]
        yield {
            "head": "" if heads else wording.heading(blocks[0], session.name),
            "runs": [run for block in heads for run in _runs(block, log=page.log)],
            "rows": [
                _row(number + at, item, block, page, tell=tell)
                for at, (item, block) in enumerate(items)
            ],
            "tests": any(item.assessment for item, _ in items),
            "after": wording.after(blocks[-1]),
        }
        number += len(items)


def _neighbours(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Blocks that stand together: a group, and what is followed by a rest, stands alone."""
    together: list[Block] = []
    for block in blocks:
        alone = any(wording.heading(each) or each.segments for each in (block, *together[:1]))
        if together and (alone or wording.after(together[-1])):
            yield together
            together = []
        together.append(block)
    if together:
        yield together


def _runs(block: Block, *, log: bool) -> Iterator[Data]:
    """What to run, a line each, with a box to tick; repeats with one for every time."""
    rows = list(wording.outline(block.segments))
    head = wording.heading(block)
    for row in rows:
        text = row.text[:1].upper() + row.text[1:]
        if head and row is rows[0]:
            text = f"{head}: {row.text}"
        count = row.repeat or 1
        yield {
            "depth": row.depth,
            "text": text,
            "times": bool(row.repeat),
            "boxes": row_boxes(count) if log and not row.depth else [],
            "cues": list(row.cues),
        }


def _row(number: int, item: Item, block: Block, page: Page, *, tell: bool) -> Data:
    exercise = item.exercise
    ramp = wording.ramp(item)
    return {
        "number": number,
        "label": item.label or "",
        "name": exercise.name if exercise else item.task or "",
        "task": exercise is None,
        "ramp": ramp[:1].upper() + ramp[1:],
        "ramp_boxes": boxes([one for one in item.sets if one.warmup]) if page.log else [],
        "work": wording.work(item, block),
        "boxes": boxes([one for one in item.sets if not one.warmup]) if page.log else [],
        "sides": any(one.side != "both" for one in item.sets),
        "cues": _cues(item, page) if tell else [],
    }


def _cues(item: Item, page: Page) -> list[str]:
    """How to do it, the first time in a week; what the coach says only here, each time."""
    always: Sequence[str] = item.exercise.cues if item.exercise else ()
    here = [text for text in (*item.cues, *notes_of(item)) if text not in always]
    told = [*here, *(f"because {reason}" for reason in item.because)]
    if item.exercise and page.cues and item.exercise.id not in page.explained:
        page.explained.add(item.exercise.id)
        told = [*always, *told]
    return list(dict.fromkeys(told))


def _foot(session: Session, way: str) -> list[str]:
    """What there is room to log of the whole session."""
    labels = ["felt (RPE 0–10)", "minutes"]
    if any(block.segments for block in session.blocks):
        labels += [way, "pain, and where"]
    kinds = {block.kind for block in session.blocks}
    labels += ["time"] if "for_time" in kinds else []
    labels += ["rounds and reps"] if "amrap" in kinds else []
    return [*labels, "pain next morning"]
