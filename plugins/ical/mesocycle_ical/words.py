"""What an event says: a title, and a description that reads well without anything else.

Plain text, because calendar programs show markup as it is. What hurt is not in here: a feed
is a link, and links get passed on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mesocycle.output import wording
from mesocycle.output.assessment import how_to_test, notes
from mesocycle.output.days import was_on
from mesocycle.output.text import lines, one_line, web_address
from mesocycle.programme import Block, Item, Notice, Programme, Segment, Session

#: Where the questions are that a shared calendar leaves out: who subscribes may have no sheet.
_ASK = "See the sheet, or ask your coach."
#: The title of every event for those who may only see that there is something.
BUSY = "Training"


def title(session: Session) -> str:
    """`Strength`, `Skipped: Strength`, `Hamstrings (before bed)`, `Race: Half`."""
    name = one_line(wording.title(session)) or BUSY
    state = wording.status(session)
    slot = wording.time_of_day(session) if not session.start else ""
    words = f"{name} ({slot})" if slot else name
    return f"{state}: {words}" if state and session.status != "moved" else words


def description(
    programme: Programme, session: Session, detail: str, *, reasons: bool = False
) -> str:
    """The text of an event: paragraphs, what matters most first.

    `reasons`: with what was decided, and what the athlete wrote of pain.
    """
    reasons = reasons and detail == "full"
    safety = [one_line(programme.abort), one_line(programme.disclaimer)]
    if not wording.takes_place(session):
        paragraphs = [_why_not(session), *_reasons(programme, session, reasons), safety[-1]]
    elif detail == "title":
        paragraphs = safety
    else:
        summary, done = one_line(wording.summary(session)), session.status == "done"
        paragraphs = [
            "\n".join(_opening(session)),
            summary if done else "",  # how it went comes before what was asked for
            *_body(session),
            summary,
            "" if done else wording.to_log(session),
            *_questions(programme, session, reasons),
            *_reasons(programme, session, reasons),
            *safety,
        ]
    return "\n\n".join(dict.fromkeys(filter(None, paragraphs)))


def _why_not(session: Session) -> str:
    """The reason, which never says what hurt (notices may), and no exercise."""
    reason = "\n".join(lines(wording.why_not(session)))
    if not reason and session.status == "stopped":
        return "Do not train. Ask your coach, or read the sheet, before you go on."
    return reason


def _questions(programme: Programme, session: Session, reasons: bool) -> Iterator[str]:
    """What is open, with the next session: that there is something, or what it is."""
    asked = [each for each in programme.notices if each.severity == "question"]
    following = (s for s in programme.sessions if wording.to_do(s) and _ahead(s, programme.as_of))
    if not asked or session is not next(following, None):
        return
    if not reasons:
        many = "a question is" if len(asked) == 1 else f"{len(asked)} questions are"
        yield f"Before it: {many} open, and the plan waits for the answer. {_ASK}"
        return
    yield "\n".join(
        ("To answer before it:", *(f"- {one_line(_with_answer(each))}" for each in asked))
    )


def _ahead(session: Session, known: str | None) -> bool:
    return known is None or session.date is None or session.date >= known


def _with_answer(notice: Notice) -> str:
    told = notice.answer is None or notice.answer in notice.text
    return notice.text if told else f"{notice.text} {notice.answer}"


def _reasons(programme: Programme, session: Session, reasons: bool) -> Iterator[str]:
    """What was decided about the session, each with the lines that decided."""
    if not reasons:
        return
    rows = []
    for each in programme.decisions:
        if each.session == session.id and each.outcome != "rounded":
            lines_of = "; ".join(f"{line.file}:{line.line}" for line in each.because)
            rest = f" ({each.rule}, {lines_of})" if lines_of else f" ({each.rule})"
            rows.append(f"- {one_line(each.text + rest)}")
    if rows:
        yield "\n".join(("Why:", *rows))


def _opening(session: Session) -> Iterator[str]:
    """One line that is enough on a small screen, then the state of the session."""
    gist, length = one_line(wording.gist(session)), wording.length(session)
    facts = [
        gist,
        f"week {session.week}" if session.week else "",
        one_line(session.phase or ""),
        "" if length in gist else length,
        f"race {session.race}" if session.race else "",
    ]
    yield _capital(" · ".join(filter(None, facts)))
    if moved := was_on(session):
        yield f"Moved: it {moved}."
    if session.reason:
        yield one_line(session.reason)
    if how := how_to_test(session):
        yield one_line(how)
    if session.provisional:
        yield wording.PROVISIONAL


def _body(session: Session) -> Iterator[str]:
    number = 1
    for block in session.blocks:
        head = one_line(wording.heading(block, session.name))
        if block.segments:
            yield "\n".join(_stretches(block.segments, head))
            continue
        told = [f"{head}:" if head and block.items else head]
        for item in block.items:
            told += [f"{number}. {_item(item, block)}", *_ramp(item)]
            told += [f"   - {text}" for text in _cues(item)]
            number += 1
        told.append(wording.after(block))
        yield "\n".join(filter(None, told))
    yield "\n".join(line for note in session.notes for line in lines(note))


def _stretches(stretches: Sequence[Segment], head: str) -> Iterator[str]:
    """`Warm-up: walk 5 min, brisk`; several as a list; repeats above what is repeated."""
    rows = list(wording.outline(stretches))
    alone = len(rows) == 1 or (rows[0].repeat and all(row.depth for row in rows[1:]))
    if head and not alone:
        yield f"{head}:"
    front = f"{head}: " if head and alone else ""
    for row in rows:
        bullet = "   " * (row.depth - bool(alone)) + "- " if row.depth or not alone else ""
        yield bullet + _capital(front + one_line(row.text))
        front = ""
        yield from (f"{'   ' * max(row.depth, 1)}- {one_line(cue)}" for cue in row.cues)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _ramp(item: Item) -> list[str]:
    """The warm-up sets, on a line of their own."""
    ramp = one_line(wording.ramp(item))
    return [f"   First: {ramp}"] if ramp else []


def _item(item: Item, block: Block) -> str:
    if item.exercise is None:
        return one_line(item.task or "")
    label = f"{one_line(item.label)} " if item.label else ""
    scheme = one_line(wording.work(item, block))
    return f"{label}{one_line(item.exercise.name)}" + (f": {scheme}" if scheme else "")


def _cues(item: Item) -> Iterable[str]:
    texts = [*item.cues, *(item.exercise.cues if item.exercise else ()), *notes(item)]
    video = web_address(item.exercise.video) if item.exercise else None
    return dict.fromkeys(filter(None, [*map(one_line, texts), video or ""]))
