"""From a programme to one workout: which session, which sport, what a watch cannot hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mesocycle.output import Context, Rendered, wording
from mesocycle.output.stretches import leaves
from mesocycle.output.text import one_line
from mesocycle.output.workouts import choose
from mesocycle.programme import Programme, Session

from .aims import Aims
from .lifts import exercises
from .runs import stretches
from .steps import NOTE, Group, Loop, Step, TooMany, laid_out

#: FIT's sport and sub-sport of our activities.
_SPORTS = {
    "run": ("RUNNING", "GENERIC"), "jog": ("RUNNING", "GENERIC"), "walk": ("WALKING", "GENERIC"),
    "hike": ("HIKING", "GENERIC"), "bike": ("CYCLING", "GENERIC"),
    "swim": ("SWIMMING", "LAP_SWIMMING"), "row": ("ROWING", "GENERIC"),
    "ski": ("CROSS_COUNTRY_SKIING", "GENERIC"),
}  # fmt: skip
_LIFTING = ("TRAINING", "STRENGTH_TRAINING")
_ON_FOOT = ("run", "jog", "walk", "hike")
#: Many watches take no more steps than these.
_MANY = 50


def workout(programme: Programme, context: Context) -> Rendered:
    """The chosen session as a FIT file."""
    chosen = choose(programme, context, _has_steps, "a session with something to do")
    if isinstance(chosen, Rendered):
        return chosen
    try:
        from .encoding import encoded
    except ImportError:
        why = "fit-tool, which writes the workout, is not installed"
        return Rendered.refused(why, "pip install 'mesocycle[fit]'")
    main = _activities(chosen, main=True) or _activities(chosen)
    lifting = bool(wording.exercise_names(chosen)) or not main
    sport = _LIFTING if lifting else _SPORTS.get(main[0], ("GENERIC", "GENERIC"))
    aims = Aims(context.number("band") or 0, wheels=sport[0] == "CYCLING")
    try:
        steps = laid_out(_nodes(chosen, aims))
    except TooMany:
        return Rendered.refused("the session has more steps than any watch takes")
    content = encoded(programme, chosen, sport, steps)
    others = [] if lifting else [each for each in main if _other(each, main[0])]
    return Rendered(content, tuple(dict.fromkeys([*aims.warnings, *_told(steps, main, others)])))


def _told(
    steps: Sequence[Step | Loop], main: Sequence[str], others: Sequence[str]
) -> Iterator[str]:
    """What is too much for a watch."""
    if len(steps) > _MANY:
        yield f"many watches take {_MANY} steps; this workout has {len(steps)}"
    if others:
        named = ", ".join(map(one_line, others))
        yield f"a workout is of one sport, here {main[0]}; its steps also say {named}"
    if any(isinstance(each, Step) and len(each.note.encode()) > NOTE for each in steps):
        yield "what is noted of a step is longer than a watch holds, and was cut"


def _other(activity: str, sport: str) -> bool:
    """Whether it is another sport; running, walking and hiking are one."""
    return activity != sport and not (activity in _ON_FOOT and sport in _ON_FOOT)


def _has_steps(session: Session) -> bool:
    return any(block.items or block.segments for block in session.blocks)


def _nodes(session: Session, aims: Aims) -> Iterator[Step | Group]:
    for block in session.blocks:
        yield from stretches(block, aims)
        yield from exercises(block)


def _activities(session: Session, *, main: bool = False) -> list[str]:
    """What is done in the stretches (of the main part), each once, walking last: it is rest."""
    found = dict.fromkeys(
        leaf.activity
        for block in session.blocks
        if block.kind == "endurance" or not main
        for leaf in leaves(block.segments)
        if leaf.activity != "rest"
    )
    return sorted(found, key=lambda each: each == "walk")
