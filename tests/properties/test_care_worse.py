"""Worse is never more: an entry that is worse than it was makes no session harder."""

from __future__ import annotations

import datetime as dt
from random import Random

from hypothesis import given, reject

from tests.properties.diaries import (
    FLAGS,
    IMPORTED,
    Diary,
    Did,
    Entry,
    compiled,
    day_of,
    days,
    diary_of,
    in_order,
    items,
    relaxed,
    seeds,
    until,
)  # fmt: skip
from tests.properties.test_care import dose, ran

# --- a worse diary --------------------------------------------------------------------------------


def worse(diary: Diary, rng: Random, last: dt.date) -> tuple[Diary, Entry] | None:
    """The diary with one entry (up to `last`) that is worse than it was, and that entry."""
    known = [
        each
        for each in diary
        if each.day <= last and each.kind not in ("sleep", "clear", "condition")
    ]
    if not known:
        return None
    one = rng.choice(known)
    if one.kind == "flag" or (one.kind in ("screened", "walk") and rng.random() < 0.5):
        new = [] if one.kind != "flag" else [one, one._replace(word="saddle numbness")]
    elif one.kind == "screened":
        new = [one, Entry(one.day, "flag", word=rng.choice(FLAGS))]
    elif one.kind == "strength" and not one.word and rng.random() < 0.2:
        new = [one._replace(word=IMPORTED)]
    elif one.kind == "strength":
        at = rng.randrange(len(one.lines))
        lines = list(one.lines)
        lines[at] = _worse_line(lines[at], rng)
        new = [one._replace(lines=tuple(lines))]
    else:
        new = [one._replace(value=min(10, (one.value or 0) + rng.randint(1, 5)))]
    rest = [each for each in diary if each is not one]
    return in_order([*rest, *new]), one


def _worse_line(did: Did, rng: Random) -> Did:
    how = rng.randrange(5)
    if how == 0:
        return did._replace(pain=min(10, (did.pain or 0) + rng.randint(1, 5)))
    if how == 1:
        return did._replace(pain=None if not did.pain else did.pain + 1)
    if how == 2:
        return did._replace(form=False)
    if how == 3:
        return did._replace(slow=False)
    return did._replace(reps=(*did.reps[:-1], max(1, did.reps[-1] - 4)))


# --- is no more -----------------------------------------------------------------------------------


def harder(good, bad, day):
    """Next sessions of their kind in which the worse diary asks for more.

    What comes after them hangs on what will be done, and is only projected.
    """
    before = {session.id: session for session in good.sessions}
    found, seen = [], set()
    for session in bad.sessions:
        was = before.get(session.id, session)
        if day_of(session) < day or was.status == "done" or session.name in seen:
            continue
        seen.add(session.name)
        doses = {i.exercise.name: dose(i) for i in items(was) if not i.assessment}
        found += [
            (session.date, i.exercise.name, dose(i), doses[i.exercise.name])
            for i in items(session)
            if not i.assessment and dose(i) > doses.get(i.exercise.name, dose(i))
        ]
        more = len([i for i in items(session) if not i.assessment]) > len(doses)
        if (more and not _assesses(was)) or ran(session) > ran(was):
            found.append((session.date, session.name, "more of it"))
    return found


def _assesses(session):
    """Tests of one set take the place of exercises."""
    return any(item.assessment for item in items(session))


def worsened(seed, day):
    """What an athlete wrote up to a day, and the same with one worse entry."""
    diary = until(diary_of(seed), day)
    made = worse(diary, Random(seed), day)
    return made and (diary, made[0], made[1])


@relaxed
@given(seeds, days)
def test_a_worse_entry_makes_no_session_harder(seed, day):
    made = worsened(seed, day)
    if made is None:
        reject()
    good, bad, _ = made
    assert harder(compiled(good, day), compiled(bad, day), day) == []
