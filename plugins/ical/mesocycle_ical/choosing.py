"""What of a programme is in the feed: which kinds, and since when.

Sessions of one name go together: a run that has become a walk for now, or that is off and
has no exercise left to tell its kind by, stays among the runs. Otherwise a feed of runs would
lose them just when something about them is to be said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import get_args

from mesocycle.output.text import one_line
from mesocycle.programme import ExerciseKind, Programme, Session

from .looks import kinds
from .options import Wishes

NOTE = "note"
#: Kinds that a plan may have, whether this one has any today or not.
_KINDS = {
    *get_args(ExerciseKind), "walk", "run", "jog", "bike", "swim", "row", "ski", "hike", "race",
    NOTE,
}  # fmt: skip


def unknown(programme: Programme, wishes: Wishes) -> list[str]:
    """What `only` names that is no kind of session, and no name of one here."""
    named = _of_each_name(programme)
    here = {kind for each in named.values() for kind in each} | set(named) | _KINDS
    return [each for each in wishes.only if each not in here]


def there_are(programme: Programme) -> str:
    """`kinds: run, walk; names: Easy run`: what `only` may name here."""
    dated = [each for each in programme.sessions if each.date]
    found = dict.fromkeys(kind for each in dated for kind in kinds(each))
    names = dict.fromkeys(one_line(each.name) for each in dated)
    found |= {NOTE: None} if programme.day_notes else {}
    return f"kinds: {', '.join(found) or 'none'}; names: {', '.join(names) or 'none'}"


def hidden_runs(programme: Programme, wishes: Wishes) -> str:
    """What to add where runs are wanted, and all may be walks for now, or off.

    The programme does not tell what such a session would be otherwise.
    """
    dated = [each for each in programme.sessions if each.date]
    if "run" not in wishes.only or all(kinds(s) and "walk" not in kinds(s) for s in dated):
        return ""
    return "; a run that is off, or a walk for now, goes by its name"


def chosen(programme: Programme, wishes: Wishes) -> list[Session]:
    """The sessions on days that the feed is to have."""
    dated = [each for each in programme.sessions if each.date]
    if wishes.only:
        wanted, named = set(wishes.only), _of_each_name(programme)
        dated = [s for s in dated if wanted & (named[_name(s)] | {_name(s)})]
    first = first_day(programme, dated, wishes.past)
    return [each for each in dated if (each.date or "") >= first]


def notes_wanted(wishes: Wishes) -> bool:
    """Whether notes of days are in it: they are no kind of session, so `only` has to name them."""
    return not wishes.busy and (not wishes.only or NOTE in wishes.only)


def first_day(programme: Programme, sessions: Sequence[Session], past: timedelta | None) -> str:
    """The first day that is shown (ISO): a start of a week, at least `past` before the day known.

    Of a plan that is over the last week stays: an empty feed would delete it.
    """
    if past is None or programme.as_of is None or not sessions:
        return ""
    known = date.fromisoformat(programme.as_of).toordinal() - past.days
    last = max(each.date or "" for each in sessions)
    limit = min(date.fromordinal(max(known, 1)).isoformat(), last)
    return max((start for start in _weeks(programme) if start <= limit), default="")


def _weeks(programme: Programme) -> Iterable[str]:
    """On which days the weeks of the plan start."""
    if programme.statistics:
        return [week.starts for week in programme.statistics]
    start, end = map(date.fromisoformat, (programme.starts, programme.ends))
    days = range(0, max((end - start).days, 0) + 1, 7)
    return [(start + timedelta(days=day)).isoformat() for day in days]


def _of_each_name(programme: Programme) -> dict[str, set[str]]:
    """Of which kinds the sessions of each name are."""
    found: dict[str, set[str]] = defaultdict(set)
    for session in programme.sessions:
        found[_name(session)] |= {each.casefold() for each in kinds(session)}
    return found


def _name(session: Session) -> str:
    return one_line(session.name).casefold()
