"""The whole text: weeks and days as headings, and what to be careful about above them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from mesocycle.output import wording
from mesocycle.output.assessment import how_to_test
from mesocycle.output.text import lines, one_line
from mesocycle.programme import Item, Programme, Session

from .lines import Day, Losses, Script, ramps
from .words import comment, heading


def script(programme: Programme, *, cues: bool) -> tuple[str | None, tuple[str, ...]]:
    """The programme in Liftoscript, and what is lost; None if there is nothing to lift, or stop."""
    losses = Losses.none()
    wanted = [each for each in programme.sessions if _is_wanted(each, losses)]
    todo = [each for each in programme.todo if _is_wanted(each, losses)]
    if not wanted and not todo:
        return None, ()
    known = ramps(_items((*wanted, *todo)))
    state = Script(losses, known, {}, cues)
    text: list[str] = [f"/// {heading(programme.plan.name)}, made by mesocycle"]
    text += [""]
    text += _above(programme)
    for name, sessions in groupby(wanted, key=_week):
        text += [f"# {name}"]
        text += [
            line for number, each in enumerate(sessions, 1) for line in _day(each, state, number)
        ]
    if todo:
        text += ["# Any time"]
        text += [line for number, each in enumerate(todo, 1) for line in _day(each, state, number)]
    return "\n".join([*text, ""]), tuple(_told(losses))


def _is_wanted(session: Session, losses: Losses) -> bool:
    """Whether it is in the text: what is still to be done, and a stop, so that nobody misses it."""
    if session.status == "stopped":
        return True
    if not wording.to_do(session):
        return False
    exercises = any(item.exercise for block in session.blocks for item in block.items)
    if not exercises:
        losses.left_out.append(session.name)
    return exercises


def _above(programme: Programme) -> list[str]:
    """The description of the first week, which goes on to the others."""
    stops = [each.text for each in programme.notices if each.severity == "stop"]
    others = [each.text for each in programme.notices if each.severity == "warning"]
    return [comment(each) for each in (*stops, programme.disclaimer, programme.abort, *others)]


def _week(session: Session) -> str:
    name = "Besides" if session.week is None else f"Week {session.week}"
    return heading(f"{name} · {session.phase}" if session.phase else name)


def _day(session: Session, script: Script, number: int) -> Iterator[str]:
    day = wording.day(session.date, short=True) if session.date else ""
    yield from script.description(number, "", _told_of(session, script.losses))
    facts = [day, wording.time_of_day(session), wording.title(session)]
    yield f"## {heading(' · '.join(filter(None, facts)))}"
    if session.status != "stopped":
        exercises = Day(script, number)
        for block in session.blocks:
            yield from exercises.block(block, session.name)
    yield ""


def _told_of(session: Session, losses: Losses) -> list[str]:
    """What there is to say of a day."""
    if session.status == "stopped":
        return [f"Stopped. {wording.why_not(session) or 'Nothing to do.'}"]
    told = [wording.PROVISIONAL] if session.provisional else []
    told += [session.reason] if session.reason else []
    told += [how] if (how := how_to_test(session)) else []
    for block in session.blocks:
        runs = wording.segments(block.segments)
        tasks = [item.task for item in block.items if item.exercise is None and item.task]
        losses.in_words.update({"runs"} if runs else ())
        losses.in_words.update({"tasks"} if tasks else ())
        told += [*runs, *tasks]
    return [*told, *(line for note in session.notes for line in lines(note))]


def _items(sessions: tuple[Session, ...]) -> Iterator[Item]:
    for session in sessions:
        if session.status != "stopped":
            for block in session.blocks:
                yield from block.items


def _told(losses: Losses) -> Iterator[str]:
    """A sentence for each kind of loss."""
    if losses.left_out:
        names = ", ".join(map(one_line, dict.fromkeys(losses.left_out)))
        many = wording.count(len(losses.left_out), "session")
        yield f"{many} without exercises left out, as Liftosaur holds strength work only: {names}"
    if losses.in_words:
        yield f"told in words only: {', '.join(sorted(losses.in_words))}"
    if losses.unknown:
        names = ", ".join(losses.unknown)
        yield f"make these exercises in Liftosaur first, which may not know them: {names}"
    yield from sorted(losses.told)
