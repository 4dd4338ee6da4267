"""One session: a line to open it by, and what to do, to tick, to write down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from mesocycle.output import wording
from mesocycle.output.assessment import how_to_test
from mesocycle.output.days import was_on
from mesocycle.programme import Block, Session

from .boxes import field
from .items import Slots, item_part, notes_part
from .markup import Html, capital, dots, el, identity, paragraph
from .stretches import stretches_part
from .timing import clock_of, has_clock


class Page(NamedTuple):
    """What every session of a page needs to know of it.

    `told`: the reasons that stand at the top; `abort`: when to stop any session; `phase`: that
    of the whole week, which its heading says; `way`: in which unit distances are logged; `why`:
    what was decided, by session; `level`: of their headings.
    """

    log: bool
    timer: bool
    told: frozenset[str]
    abort: str
    phase: str | None = None
    way: str = "km"
    why: Mapping[str, Html] = MappingProxyType({})
    level: int = 4


def session_id(session: Session) -> str:
    """Where the session is in the page."""
    return identity("s", session.id)


def session_part(session: Session, page: Page) -> Html:
    """The session, closed."""
    to_do = wording.to_do(session)
    return el(
        "details",
        _summary(session, page),
        el("div", _body(session, page), class_="body"),
        class_=f"ses {session.status}{' race' if session.race else ''}",
        id=session_id(session),
        data_log=to_do and page.log,
        data_day=session.date,
        data_do=to_do and session.date is not None,
    )


def _summary(session: Session, page: Page) -> Html:
    when = wording.day(session.date, short=True) if session.date else ""
    heading = el(
        f"h{page.level}",
        el("span", when, class_="day") if session.date else None,
        " ",
        el("span", wording.time_of_day(session), class_="at"),
        " ",
        el("b", wording.title(session)),
        _state(session),
        class_="title",
    )
    gist = wording.gist(session) if wording.takes_place(session) else ""
    length = wording.length(session) if wording.takes_place(session) else ""
    facts = [
        f"whenever: {session.trigger}" if session.trigger else None,
        session.phase if session.phase != page.phase else None,
        length,
        capital(was_on(session)),
        gist,
    ]
    return el("summary", heading, el("p", dots(facts), class_="sum") if any(facts) else None)


def _state(session: Session) -> Iterator[Html]:
    if session.race:
        yield Html(" ")
        yield el("span", f"Race {session.race}", class_="chip")
    if status := wording.status(session):
        yield Html(" ")
        yield el("span", status, class_="chip")
    if session.provisional:
        yield Html(" ")
        yield el("span", "Provisional", class_="chip soft")


def _body(session: Session, page: Page) -> Iterator[Html]:
    if not wording.takes_place(session):
        yield _left_out(session, page.told)
        yield page.why.get(session.id, Html())
        return
    to_do = wording.to_do(session)
    if session.reason:
        yield paragraph(session.reason, "reason")
    if how := how_to_test(session):
        yield el("p", how, class_="reason")
    if to_do and page.timer and has_clock(session):
        yield el("p", el("button", "Start the timer", type="button", class_="go"), class_="js")
    yield from _blocks(session, page, to_do=to_do)
    yield paragraph(wording.summary(session), "how")
    if to_do:
        yield from (paragraph(note, "how") for note in session.notes)
    yield page.why.get(session.id, Html())
    if to_do:
        if page.log:
            yield _log(session, page.way)
        yield el("p", page.abort, class_="abort")


def _left_out(session: Session, told: frozenset[str]) -> Html:
    """`Skipped. Nothing in it may be done today.`, `Skipped: Christmas.`"""
    status = wording.status(session)
    if session.reason in told:
        do_not = "Do not do this session: read" if session.status == "stopped" else "Read"
        return el("p", el("b", f"{status}."), f" {do_not} the notice at the top.", class_="reason")
    why = wording.why_not(session) or "Nothing to do."
    mark = ":" if why.startswith(f"{status}: ") else "."
    words = why.removeprefix(f"{status}: ")
    return el("p", el("b", f"{status}{mark}"), " ", words, class_="reason")


def _blocks(session: Session, page: Page, *, to_do: bool) -> Iterator[Html]:
    """The blocks in order, each with its boxes; neighbours without a heading count on."""
    slots, number = Slots(), 1
    for place, block in enumerate(session.blocks):
        log, timer = page.log and to_do, page.timer and to_do
        head = "" if block.segments else wording.heading(block, session.name)
        after = wording.after(block)
        yield el(
            "div",
            el(f"h{page.level + 1}", head, class_="part")
            if head and block.items
            else el("p", head)
            if head
            else None,
            stretches_part(block, f"b{place}", log=log, level=page.level + 1),
            _items(block, slots, number, log=log, timer=timer, to_do=to_do),
            notes_part(block.items) if to_do else None,
            el("p", after, class_="how") if after else None,
            class_="blk",
            data_b=clock_of(block) if timer else None,
        )
        number += len(block.items)


def _items(block: Block, slots: Slots, number: int, *, log: bool, timer: bool, to_do: bool) -> Html:
    rows = [
        item_part(item, block, slots, log=log, timer=timer, linked=to_do) for item in block.items
    ]
    return el("ol", rows, start=None if number == 1 else number) if rows else Html()


def _log(session: Session, way: str) -> Html:
    """Room to write. What hurts is written on paper only: other people may use the browser."""
    fields = [field("felt", "Felt, RPE 0–10", most=10), field("minutes", "Minutes")]
    kinds = {block.kind for block in session.blocks}
    runs = any(block.segments for block in session.blocks)
    if runs:
        fields.append(field("way", f"Distance, {way}", step="any"))
    if "for_time" in kinds:
        fields.append(field("time", "Your time", kind="text"))
    if "amrap" in kinds:
        fields.append(field("score", "Rounds and reps", kind="text"))
    words = wording.to_log(session)
    return el(
        "div",
        el("p", words, class_="how") if words else None,
        el("p", fields, data_k="log", class_="log"),
        el("p", class_="pen where" if runs else "pen"),
    )
