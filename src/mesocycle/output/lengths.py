"""How long a session is, in words: what its stretches come to, and on what an estimate rests."""

from __future__ import annotations

from mesocycle.output.amounts import between, distance, distances, duration, times
from mesocycle.output.stretches import leaves
from mesocycle.programme import Session, Total

#: Estimates are told in steps of so many metres, and whole minutes.
_STEP_M, _STEP_S = 100, 60
#: What may lie between what the stretches come to and the minutes of the session.
_SAME_MIN = 5


def length(session: Session) -> str:
    """`about 40 min`; `38 min, about 6.4 km` where there is nothing but stretches.

    What the session comes to and what its plan says may differ: then what the plan says.
    """
    minutes = f"about {session.minutes} min" if session.minutes else ""
    total = session.total
    if total is None or _exercises(session):
        return minutes
    words = in_all(total)
    if total.seconds is None:
        return ", ".join(filter(None, [words, minutes]))
    longest = (total.max_seconds or total.seconds) / 60
    said = session.minutes or longest
    return words if total.seconds / 60 - _SAME_MIN < said < longest + _SAME_MIN else minutes


def in_all(total: Total) -> str:
    """`38 min, about 6.4 km`: what is certain first; nothing if nothing is known."""
    parts = []
    if total.metres is not None:
        guess = "metres" in total.estimated
        parts.append((guess, _far(total.metres, total.max_metres, guess)))
    if total.seconds is not None:
        guess = "seconds" in total.estimated
        parts.insert(0, (guess, _long(total.seconds, total.max_seconds, guess)))
    return ", ".join(words for _, words in sorted(parts, key=lambda part: part[0]))


def summary(session: Session) -> str:
    """The line below several stretches: `In all 38 min, about 6.4 km (estimated from the best …).`

    Nothing where `length` has said it already; on what an estimate rests is said always. Of a
    session that is done, how long and how far it was: `Done: 44 min, 7.6 km.`
    """
    logged = in_all(session.logged) if session.logged else ""
    if session.unplanned and session.logged and session.logged.metres is None:
        logged = ""  # its length is that already
    return " ".join(filter(None, [_asked(session), f"Done: {logged}." if logged else ""]))


def _asked(session: Session) -> str:
    total = session.total
    if total is None or not (words := in_all(total)) or _exercises(session):
        return ""
    stretches = [each for block in session.blocks for each in leaves(block.segments)]
    repeats = any(each.segments for block in session.blocks for each in block.segments)
    if not total.estimated and (words == length(session) or (len(stretches) < 2 and not repeats)):
        return ""
    basis = (
        f" (estimated from {total.basis.rstrip('.')})" if total.basis and total.estimated else ""
    )
    return f"In all {words}{basis}."


def _exercises(session: Session) -> bool:
    """Whether there is more to it than stretches."""
    return any(block.items for block in session.blocks)


def _far(metres: int, most: int | None, guess: bool) -> str:
    if not guess:
        return distances(metres, most)
    ends = (_rounded(metres, _STEP_M), _rounded(most or metres, _STEP_M))
    return "about " + (distance(ends[0]) if ends[0] == ends[1] else between(*ends, distance))


def _long(seconds: int, most: int | None, guess: bool) -> str:
    ends = (seconds, most or seconds)
    if guess:
        ends = (_rounded(ends[0], _STEP_S), _rounded(ends[1], _STEP_S))
    words = duration(ends[0]) if ends[0] == ends[1] else times(*ends)
    return f"about {words}" if guess else words


def _rounded(value: int, step: int) -> int:
    """To the nearest step, at least one."""
    return max((value + step // 2) // step, 1) * step
