"""Advice on runs: what comes before and after them, and rules that never, or always, go off."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mesocycle.compiler.checked import Item, Manner, Picked, Rungs, Session, Stretch, Together

if TYPE_CHECKING:
    from mesocycle.compiler.advice.plans import Subject


def warm_up(s: Subject) -> None:
    """A run begins with a warm-up and ends with a cool-down (R31 to R33).

    A walk before it, or after it, is one. A race has its own rules, and a run in a circuit is one
    of its stations.
    """
    without: dict[str, list[Session]] = {"W502": [], "W503": []}
    for session in s.plan.sessions:
        own = [item for item in session.items if isinstance(item.what, Stretch) and not item.group]
        runs = [place for place, item in enumerate(own) if _role(item) is None and item.does("run")]
        if not runs or session.race is not None:
            continue
        for code, others in (("W502", own[: runs[0]]), ("W503", own[runs[-1] + 1 :])):
            role = _WARMING[code][0]
            if any(_role(item) == role or _walk(item) for item in others):
                continue
            if not any(_role(item) == role for item in own):
                without[code].append(session)
                continue
            side = "before" if role == "warmup" else "behind"
            s.notes.warning(
                code, f"{session.name} has no {role}", s.span(session),
                f"it does not stand {side} the run", hint=f"put its line {side} the run",
            )  # fmt: skip
    for code, sessions in without.items():
        _told_once(s, code, sessions)


#: What a run without it is told, by code: the word, and a line to write.
_WARMING = {
    "W502": ("warmup", "warmup 5min brisk walk"),
    "W503": ("cooldown", "cooldown 5min walk"),
}


def _told_once(s: Subject, code: str, sessions: list[Session]) -> None:
    """One warning for all sessions that lack the same: a marathon plan has a dozen of them."""
    if not sessions:
        return
    role, line = _WARMING[code]
    first = sessions[0].name
    others = dict.fromkeys(each.name for each in sessions[1:] if each.name != first)
    hints = [f"add a line such as: {line}"]
    hints += [f"the same goes for {', '.join(others)}"] if others else []
    s.notes.warning(
        code, f"{first} has no {role}", s.span(sessions[0]), "a run without it", hint=tuple(hints)
    )


def _role(item: Item) -> str | None:
    return item.what.role if isinstance(item.what, Stretch) else None


def _walk(item: Item) -> bool:
    """Whether all of it is walked."""
    legs = list(item.what.each()) if isinstance(item.what, Stretch) else []
    return bool(legs) and all(leg.activity in ("walk", "rest") for leg in legs)


def before_the_run(s: Subject) -> None:
    """In one session, what must not come right before a run comes after it (R39)."""
    for session in s.plan.sessions:
        runs = [
            place
            for place, item in enumerate(session.items)
            if _role(item) is None and item.does("run")
        ]
        for place, item in enumerate(session.items):
            what = item.what
            found = what.exercises if isinstance(what, Picked | Rungs | Together) else ()
            kept = [e for e in found if e.not_before_run_s]
            if kept and any(place < run for run in runs):
                s.notes.error(
                    "E332", f"{kept[0].name} stands right before a run", s.span(session),
                    f"not within {(kept[0].not_before_run_s or 0) // 60} minutes before a run",
                    hint="put its line below the run, or into a session of its own",
                )  # fmt: skip


def never_off(s: Subject) -> None:
    """Days off that lie between any two runs of the plan anyway would cost a stage each time."""
    told: set[str] = set()
    dates: dict[str, list[int]] = {}
    for slot in s.slots:
        for item in slot.session.items:
            if isinstance(item.what, Stretch) and item.manner.progress:
                dates.setdefault(item.slot, []).append(slot.date.toordinal())
    for session in s.plan.sessions:
        for item in session.items:
            progress = item.manner.progress if isinstance(item.what, Stretch) else None
            days = (
                [r.trigger.count for r in progress.rules if r.trigger.kind == "off"]
                if (progress)
                else []
            )
            gaps = [after - one for one, after in pairwise(sorted(dates.get(item.slot, ())))]
            if not days or not gaps or min(gaps) < min(days) or item.slot in told:
                continue
            told.add(item.slot)
            s.notes.warning(
                "W554", f"{min(days)} days off come every time", s.span(session),
                f"the plan itself leaves {min(gaps)} days from one run to the next",
                hint=f"count more days: on {min(gaps) + min(days)} days off",
            )  # fmt: skip


def for_nothing(s: Subject) -> None:
    """What is swapped, or kept easy, is there to be (R34)."""
    for session in s.plan.sessions:
        if session.options:
            continue
        for conditional in session.conditionals:
            _without(s, session, conditional.manner, session.items)
        for item in session.items:
            manners = [each.manner for each in item.conditionals]
            manners += [each.manner for each in item.weekly]
            for manner in (item.manner, *manners):
                _without(s, session, manner, (item,))


def _without(s: Subject, session: Session, manner: Manner, items: tuple[Item, ...]) -> None:
    for activity in (*(before for before, _, _ in manner.activities), *manner.easy):
        if not any(item.does(activity) for item in items):
            s.notes.warning(
                "W555", f"there is no {activity} here", s.span(session),
                "nothing to swap, or to keep easy",
                hint=f"put it where the {activity} is, or leave it out",
            )  # fmt: skip
