"""Words put into a programme, to see whether they come out again.

They are of letters only: nothing escapes those.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from mesocycle.programme import Block, Decision, Item, Programme, Segment, Session, Status

#: In place of what the programme says. Nobody writes these by chance.
DISCLAIMER = "ReadThisBeforeYouTrain"
ABORT = "EndTheSessionIfItHurts"
EXERCISE = "AnExerciseOfThisSession"
STOPPED = "AnExerciseOfAStoppedSession"
NOTICE = "AStopThatMustBeRead"
PAIN = "WhatTheDiarySaysOfPain"


def cautioned(programme: Programme) -> Programme:
    """With marks for the disclaimer, for when to stop any session, and for the exercises."""
    named = _sessions(programme, partial(_named, EXERCISE))
    return replace(named, disclaimer=DISCLAIMER, abort=ABORT)


def stopped(programme: Programme) -> Programme:
    """With a mark for all that is in stopped sessions, and one for why they are stopped."""
    marked = _sessions(programme, partial(_named, STOPPED), only="stopped")
    sessions = tuple(
        replace(each, reason=NOTICE) if each.status == "stopped" else each
        for each in marked.sessions
    )
    notices = tuple(
        replace(each, text=NOTICE) if each.severity == "stop" else each for each in marked.notices
    )
    return replace(marked, sessions=sessions, notices=notices)


def in_pain(programme: Programme) -> Programme:
    """With a mark for all that decisions say, and for the diary's lines that they rest on."""
    return replace(programme, decisions=tuple(map(_hurting, programme.decisions)))


def _hurting(decision: Decision) -> Decision:
    because = tuple(replace(each, text=PAIN, file=PAIN) for each in decision.because)
    return replace(decision, text=PAIN, change=PAIN, write=PAIN, because=because)


def _sessions(
    programme: Programme, mark: Callable[[Block], Block], only: Status | None = None
) -> Programme:
    def marked(session: Session) -> Session:
        if only is not None and session.status != only:
            return session
        return replace(session, blocks=tuple(map(mark, session.blocks)))

    return replace(programme, sessions=tuple(map(marked, programme.sessions)))


def _named(mark: str, block: Block) -> Block:
    def item(each: Item) -> Item:
        exercise = each.exercise and replace(each.exercise, name=mark, cues=(mark,))
        return replace(each, exercise=exercise, cues=(mark,), notes=(mark,))

    def segment(each: Segment) -> Segment:
        return replace(
            each, activity=mark, cues=(mark,), segments=tuple(map(segment, each.segments))
        )

    items, segments = tuple(map(item, block.items)), tuple(map(segment, block.segments))
    return replace(block, items=items, segments=segments)
