"""The text: every run, ride and swim that is still to be done, or one of them."""

from __future__ import annotations

from collections.abc import Iterator

from mesocycle.output import Context, Rendered, wording
from mesocycle.output.text import lines
from mesocycle.output.workouts import choose
from mesocycle.programme import Programme, Session

from .plain import line
from .steps import Steps, is_wanted, lines_of

#: What stands before the name of a session, where there are several.
_RULE = "====="


def workouts(programme: Programme, context: Context) -> Rendered:
    """The whole text, and what is lost; or why there is none."""
    state = Steps(context.text("zones"), context.number("open") or 600, set(), {})
    if context.text("on").strip() or context.text("session").strip():
        session = choose(programme, context, _is_wanted, "a run, a ride or a swim")
        if isinstance(session, Rendered):
            return session
        text = [*_steps(session, state), "", line(programme.abort)]
        return Rendered(_whole(text), _told(state, []))
    there = [*programme.sessions, *programme.todo]
    wanted = [each for each in there if each.status == "stopped" or _is_wanted(each)]
    if not wanted:
        why = "there is no run, ride or swim in it that is still to be done"
        return Rendered.refused(why, "strength work goes to --to liftoscript")
    text = list(_above(programme))
    for session in wanted:
        text += [f"{_RULE} {line(_name(session))}", ""]
        text += _stopped(session) if session.status == "stopped" else _steps(session, state)
        text += [""]
    left_out = [each.name for each in there if wording.to_do(each) and not _is_wanted(each)]
    return Rendered(_whole(text), _told(state, left_out))


def _is_wanted(session: Session) -> bool:
    stretches = [each for block in session.blocks for each in block.segments]
    return wording.to_do(session) and is_wanted(stretches)


def _above(programme: Programme) -> Iterator[str]:
    whose = f", for {programme.athlete.name}" if programme.athlete else ""
    yield line(f"{programme.plan.name}{whose}")
    yield from (line(each.text) for each in programme.notices if each.severity == "stop")
    yield line(programme.disclaimer)
    yield line(programme.abort)
    yield from ("Paste what stands below a heading into a workout of its own.", "")


def _name(session: Session) -> str:
    day = wording.day(session.date, year=True) if session.date else "any time"
    time = wording.time_of_day(session)
    return ", ".join(filter(None, [day, time, wording.title(session), wording.length(session)]))


def _stopped(session: Session) -> list[str]:
    return [line(f"Stopped. {wording.why_not(session) or 'Nothing to do.'}")]


def _steps(session: Session, state: Steps) -> list[str]:
    """The words of a session, and below them its steps."""
    state.words.clear()
    steps = [each for block in session.blocks if block.segments for each in lines_of(block, state)]
    words = [wording.PROVISIONAL] if session.provisional else []
    words += lines(session.reason or "")
    words += [text for note in session.notes for text in lines(note)]
    words += list(_exercises(session, state))
    words += state.words
    told = [line(each) for each in words]
    return [*told, *([""] if told else []), *steps]


def _exercises(session: Session, state: Steps) -> Iterator[str]:
    """What there is besides, in words."""
    for block in session.blocks:
        if block.items:
            state.losses.add("exercises")
            yield wording.heading(block, session.name)
        for item in block.items:
            name = item.exercise.name if item.exercise else item.task or ""
            yield ": ".join(filter(None, [name, wording.scheme(item.sets)]))


def _whole(text: list[str]) -> bytes:
    """The lines, no two empty ones after each other."""
    kept = [each for at, each in enumerate(text) if each or (at and text[at - 1])]
    return ("\n".join(kept).strip() + "\n").encode()


def _told(state: Steps, left_out: list[str]) -> tuple[str, ...]:
    """A sentence for each kind of loss."""
    told = []
    if left_out:
        names = ", ".join(dict.fromkeys(line(each) for each in left_out))
        many = wording.count(len(left_out), "session")
        told.append(f"{many} without runs, rides and swims left out: {names}")
    told += [f"told in words only: {each}" for each in sorted(state.losses)]
    return tuple(told)
