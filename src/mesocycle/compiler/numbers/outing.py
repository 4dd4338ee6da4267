"""Outings: what a session's stretches come to, by activity and by effort, as asked or as logged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from mesocycle.catalogue.outings import activity_of
from mesocycle.compiler.checked.run import REST
from mesocycle.compiler.endurance.totals import Stint, stints
from mesocycle.programme import Block, Session, Total


class Outing:
    """Seconds and metres by activity, seconds by effort.

    Of ranges the lower end counts, and of what is not written what a pace tells. Of a session
    that is logged it is what was logged, shared out as it was asked: among the legs between
    warm-up and cool-down where the time is nearer to theirs, as people log a run, else among all.
    What nobody had asked for is of the activity that its name speaks of, if it does.
    """

    def __init__(self, session: Session) -> None:
        main = _legs(b for b in session.blocks if b.kind not in ("warmup", "cooldown"))
        around = _legs(b for b in session.blocks if b.kind in ("warmup", "cooldown"))
        self.seconds = Counter[str]()
        self.metres = Counter[str]()
        self.efforts = Counter[str]()
        logged = None if any(block.items for block in session.blocks) else session.logged
        if logged and not session.blocks:
            self._named(activity_of(session.name), logged)
        elif logged and not session.partial and _of_main(logged, main, around):
            self._add(around, None)
            self._add(main, logged)
        else:
            self._add([*main, *around], logged)

    @property
    def lasted(self) -> int:
        """All of it, in seconds."""
        return self.seconds.total()

    def _named(self, activity: str | None, logged: Total) -> None:
        if activity is not None:
            self.seconds[activity] += logged.seconds or 0
            self.metres[activity] += logged.metres or 0

    def _add(self, legs: Sequence[Stint], logged: Total | None) -> None:
        seconds, metres = (logged.seconds, logged.metres) if logged else (None, None)
        timeless = [leg for leg in legs if leg.seconds is None]
        pathless = [leg for leg in legs if leg.metres is None]
        self.seconds.update(_shared(seconds, legs, timeless, _activity, _lasting))
        self.efforts.update(_shared(seconds, legs, timeless, _effort, _lasting))
        self.metres.update(_shared(metres, legs, pathless, _activity, _far))


def _legs(blocks: Iterable[Block]) -> list[Stint]:
    found = (leg for block in blocks for leg in stints(block.segments))
    return [leg for leg in found if leg.activity != REST]


def _of_main(logged: Total, main: Sequence[Stint], around: Sequence[Stint]) -> bool:
    """Whether what was logged speaks of the main part alone."""
    if not main or not around:
        return False
    if logged.seconds is None:
        return True
    own, whole = sum(map(_lasting, main)), sum(map(_lasting, (*main, *around)))
    return own > 0 and abs(logged.seconds - own) < abs(logged.seconds - whole)


def _activity(leg: Stint) -> str:
    return leg.activity


def _effort(leg: Stint) -> str:
    return leg.effort


def _lasting(leg: Stint) -> int:
    return leg.seconds[0] if leg.seconds else 0


def _far(leg: Stint) -> int:
    return leg.metres[0] if leg.metres else 0


def _shared(
    total: int | None,
    legs: Sequence[Stint],
    unknown: Sequence[Stint],
    name: Callable[[Stint], str],
    size: Callable[[Stint], int],
) -> Counter[str]:
    """What the legs were asked to be, or their shares of a total.

    Where the size of some was open (`unknown`), theirs is the rest; without any, or a rest, each
    leg has its share.
    """
    asked = Counter[str]()
    for leg in legs:
        asked[name(leg)] += size(leg)
    whole = asked.total()
    if total is None:
        return asked
    if unknown and total > whole:
        asked[name(unknown[0])] += total - whole
    elif whole:
        for key, part in asked.items():
            asked[key] = round(part * total / whole)
    return asked
