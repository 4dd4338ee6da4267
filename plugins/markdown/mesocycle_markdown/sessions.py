"""One session on the sheet: a heading, a table of exercises, room to log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from mesocycle.output import wording
from mesocycle.output.assessment import how_to_test
from mesocycle.output.assessment import notes as notes_of
from mesocycle.output.days import was_on
from mesocycle.programme import Block, Item, Session, Set

from .escape import inline, paragraph, quote
from .stretches import BOX, LINE, MOST_BOXES, stretches

#: Boxes of one side stay on one line.
_GLUE = "\u00a0"


#: What there is room to log, and what of tests, whose reps are not told before.
_LOG = ("Done", "Pain", "Form, notes")
_TEST_LOG = ("Done", "How many", "Pain", "Slow", "Form, notes")


class Page(NamedTuple):
    """What every session of a sheet needs to know of it.

    `log`: boxes and room to write are wanted; `told`: the reasons that stand at the top;
    `abort`: when to stop any session; `phase`: that of the whole week, which its heading says;
    `way`: in which unit distances are logged; `why`: what was decided, by session.
    """

    log: bool
    told: frozenset[str]
    abort: str
    phase: str | None = None
    way: str = "km"
    why: Mapping[str, str] = MappingProxyType({})


def session_lines(session: Session, page: Page) -> Iterator[str]:
    """The paragraphs of a session."""
    if session.date:
        yield f"### {wording.day(session.date)} · {_title(session)}"
    else:
        trigger = f" · whenever: {inline(session.trigger)}" if session.trigger else ""
        yield f"### {_title(session)}{trigger}"
    if not wording.takes_place(session):
        yield quote(_left_out(session, page.told))
        yield page.why.get(session.id, "")
        return
    facts = _facts(session, page.phase)
    if facts:
        yield " · ".join(facts)
    if session.reason:
        yield paragraph(session.reason)
    if how := how_to_test(session):
        yield quote(inline(how))
    if not wording.to_do(session):
        yield from _blocks(session, log=False, notes=False)
        return
    yield from _blocks(session, log=page.log, notes=True)
    yield inline(wording.summary(session))
    yield from map(paragraph, session.notes)
    yield page.why.get(session.id, "")
    if page.log:
        yield _foot(session, page.way)
    yield f"*{inline(page.abort)}*"


def _title(session: Session) -> str:
    return " · ".join(filter(None, [wording.time_of_day(session), inline(wording.title(session))]))


def _left_out(session: Session, told: frozenset[str]) -> str:
    """`**Skipped.** Nothing in it may be done today.`, `**Skipped:** Christmas.`"""
    status = wording.status(session)
    if session.reason in told:
        do_not = "Do not do this session: read" if session.status == "stopped" else "Read"
        return f"**{status}.** {do_not} the notice at the top."
    why = wording.why_not(session) or "Nothing to do."
    colon = why.startswith(f"{status}: ")
    words = paragraph(why.removeprefix(f"{status}: "))
    return f"**{status}:** {words}" if colon else f"**{status}.** {words}"


def _facts(session: Session, told: str | None) -> list[str]:
    facts = [inline(session.phase)] if session.phase and session.phase != told else []
    if length := wording.length(session):
        facts.append(length)
    if session.race:
        facts.append(f"race {session.race}")
    state = f"**{status.lower()}**" if (status := wording.status(session)) else ""
    facts.append(", ".join(filter(None, [state, was_on(session)])))
    if session.provisional:
        facts.append("*provisional*")
    return list(filter(None, facts))


def _blocks(session: Session, *, log: bool, notes: bool) -> Iterator[str]:
    """The blocks in order; neighbours without a heading share one list, or one table."""
    number = 1
    for blocks in _neighbours(session.blocks):
        head = _heading(blocks[0], session.name)
        runs = [line for block in blocks for line in stretches(block, log=log)]
        items = [(item, block) for block in blocks for item in block.items]
        if head:
            yield f"**{head}**" if items else head
        if runs:
            yield "\n".join(runs)
        if items:
            yield _table(items, number, log)
            yield "\n".join(_notes(item for item, _ in items)) if notes else ""
        if after := wording.after(blocks[-1]):
            yield after
        number += len(items)


def _neighbours(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Blocks that stand together: a group, and what is followed by a rest, stands alone."""
    together: list[Block] = []
    for block in blocks:
        if together and (_heading(block) or _heading(together[0])):
            yield together
            together = []
        together.append(block)
        if wording.after(block):
            yield together
            together = []
    if together:
        yield together


def _heading(block: Block, session: str = "") -> str:
    return "" if block.segments else inline(wording.heading(block, session))


def _table(items: Sequence[tuple[Item, Block]], number: int, log: bool) -> str:
    tests = any(item.assessment for item, _ in items)
    columns = () if not log else _TEST_LOG if tests else _LOG
    head = ["", "Exercise", "How much", *columns]
    rows = [head, ["--:", *[":--"] * (len(head) - 1)]]
    for item, block in items:
        front = [str(number), _name(item)]
        if ramp := wording.ramp(item):
            boxes = {"Done": _boxes([one for one in item.sets if one.warmup])}
            rows.append(
                [*front, inline(_capital(ramp)), *(boxes.get(each, "") for each in columns)]
            )
            front = ["", ""]
        room = _room(item)
        rows.append([*front, inline(wording.work(item, block)), *(room[each] for each in columns)])
        number += 1
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _name(item: Item) -> str:
    if item.exercise is None:
        return inline(item.task or "")
    label = f"{inline(item.label)}: " if item.label else ""
    return f"{label}**{inline(item.exercise.name)}**"


def _room(item: Item) -> dict[str, str]:
    """Room to log what was done, by the name of the column; a test asks for more."""
    if item.exercise is None:
        return dict.fromkeys(_TEST_LOG, "") | {"Done": BOX}
    sets = [one for one in item.sets if not one.warmup]
    line = f"L{_GLUE}{LINE} R{_GLUE}{LINE}" if _sides(sets) else LINE
    tested = {"How many": line, "Slow": LINE} if item.assessment else {"How many": "", "Slow": ""}
    return {"Done": _boxes(sets), "Pain": line, "Form, notes": LINE * 3, **tested}


def _sides(sets: Iterable[Set]) -> bool:
    return any(each.side != "both" for each in sets)


def _boxes(sets: Sequence[Set]) -> str:
    """A box for every set, and for each side of it; room for the number where it is open."""
    if not _sides(sets):
        return _row(sets) or BOX
    by_side = {
        "L": [each for each in sets if each.side in ("each", "left")],
        "R": [each for each in sets if each.side in ("each", "right")],
        "": [each for each in sets if each.side == "both"],
    }
    return " ".join(f"{side}{_GLUE}{_row(mine)}".strip() for side, mine in by_side.items() if mine)


def _row(sets: Sequence[Set]) -> str:
    """The places of some sets; of very many, one for their number."""
    if len(sets) > MOST_BOXES:
        return f"{LINE} of {len(sets)}"
    return _GLUE.join(map(_place, sets))


def _place(one: Set) -> str:
    """A box to tick; room for the number where it is open, or for what a rep-max test gave."""
    is_max = one.test and one.reps is not None and one.reps.min is not None
    return LINE if one.amrap or is_max else BOX


def _notes(items: Iterable[Item]) -> Iterator[str]:
    """What the coach says here, each thing once; what always holds is in the list of exercises."""
    told: dict[str, list[str]] = {}
    for item in items:
        always = item.exercise.cues if item.exercise else ()
        here = [text for text in (*item.cues, *notes_of(item)) if text not in always]
        name = item.exercise.name if item.exercise else item.task
        for text in (*here, *(f"because {reason}" for reason in item.because)):
            told.setdefault(text, []).append(name or "")
    for text, names in told.items():
        yield f"- {inline(', '.join(names))}: {inline(text)}"


def _foot(session: Session, way: str) -> str:
    lines = [f"Felt (RPE 0–10) {LINE}", f"minutes {LINE}"]
    if any(block.segments for block in session.blocks):
        lines += [f"{way} {LINE}", f"pain, and where {LINE}"]
    kinds = {block.kind for block in session.blocks}
    lines += [f"time {LINE}"] if "for_time" in kinds else []
    lines += [f"rounds and reps {LINE}"] if "amrap" in kinds else []
    return " · ".join([*lines, f"pain next morning {LINE}"])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
