"""What always holds of somebody in rehab, whatever they write: random diaries, one plan with rules.

Each promise is a check that has to find a planted violation: with a rule of safety taken away, it
must fail.
"""

from __future__ import annotations

import datetime as dt

from hypothesis import given

from tests.properties.diaries import (
    CONDITION,
    DAYS,
    IMPORTED,
    LISTED,
    RUNGS,
    START,
    compiled,
    day_of,
    diary_of,
    items,
    legs,
    relaxed,
    seeds,
)  # fmt: skip

#: The easier forms that the catalogue has of what the coach listed.
EASIER = frozenset((
    "Beetle Heel Tap", "Bridge", "Knee Plank", "Mod. Quadruped Limb Raises", "Prone Cobra",
    "Quadruped Leg Lifts", "Sit to Stand", "Superman Alternate", "Table Plank",
))  # fmt: skip
BASE = {"Plank": 20, "Squat": 40, "Run": 1200}
END = START + dt.timedelta(days=DAYS)


def dose(item):
    """How much of it, as one number: reps, seconds, or kilograms where there is a load."""
    working = [each for each in item.sets if not each.warmup]
    if not working:
        return 0
    one = working[0]
    if one.load is not None and one.load.kg is not None:
        return one.load.kg
    return (one.reps or one.hold_s).target


def most(item):
    """As much as the coach wrote of it at most."""
    if item.exercise.name == "Squat":
        return 45
    return 30 if any(each.hold_s for each in item.sets) else 12


def ran(session):
    """Seconds of running, and whether any of it is harder than easy."""
    own = [leg for leg in legs(session) if leg.activity == "run"]
    hard = any(leg.target is None or leg.target.text != "easy" for leg in own)
    return sum(leg.end.seconds for leg in own), hard


def found_in_some(check, number=60):
    """Whether a check finds anything in any of the first athletes."""
    compiled.cache_clear()
    try:
        return any(check(diary_of(seed)) for seed in range(number))
    finally:
        compiled.cache_clear()


# --- the coach's ceilings, and the coach's list ---------------------------------------------------


def beyond(diary):
    """What asks for more than the coach wrote."""
    found = []
    for session in compiled(diary).sessions:
        found += [
            (session.date, item.exercise.name, dose(item))
            for item in items(session)
            if len(item.sets) > 3 or dose(item) > most(item)
        ]
        found += [(session.date, "run", ran(session)[0])] if ran(session)[0] > 26 * 60 else []
        picked = [i for i in items(session) if not i.assessment and i.exercise.name in RUNGS]
        found += [(session.date, "picks", len(picked))] if len(picked) > 3 else []
    return found


def unlisted(diary):
    """Exercises that the coach neither wrote nor could have meant."""
    return [
        (session.date, item.exercise.name)
        for session in compiled(diary).sessions
        for item in items(session)
        if item.exercise.name not in LISTED | EASIER
    ]


@relaxed
@given(seeds)
def test_nothing_goes_beyond_what_the_coach_wrote(seed):
    assert beyond(diary_of(seed)) == []


@relaxed
@given(seeds)
def test_nothing_is_given_that_the_coach_did_not_list(seed):
    assert unlisted(diary_of(seed)) == []


# --- steps ----------------------------------------------------------------------------------------


def proven(diary, name, since, before):
    """Whether a session in that time is complete evidence for a step of an exercise."""
    return any(
        entry.kind == "strength"
        and entry.word != IMPORTED
        and since <= entry.day < before
        and all(_fine(line) for line in entry.lines if line.name == name)
        and any(line.name == name for line in entry.lines)
        and _slept_on(diary, entry.day)
        and not _flared(diary, entry.day, before)
        for entry in diary
    )


def _fine(line):
    slow = line.slow or line.name in BASE
    return line.pain == 0 and line.form is True and slow and not line.sharp


def _slept_on(diary, day):
    """Whether somebody said how the next morning was."""
    return any(e.kind == "morning" and e.day == day + dt.timedelta(days=1) for e in diary)


def screened(diary, day):
    """Whether somebody asked about red flags in the week before."""
    return any(e.kind == "screened" and 0 <= (day - e.day).days <= 7 for e in diary)


def _flared(diary, since, before):
    """Whether anything hurt as much as 3 between the two days, or a flag was reported."""
    return any(
        since < entry.day < before
        and (entry.kind == "flag" or (entry.kind in ("pain", "morning") and entry.value >= 3))
        for entry in diary
    )


def unearned(diary):
    """Doses higher than any before without an entry that proves that they were earned."""
    found, highest, given = [], {}, {}
    for session in compiled(diary).sessions:
        now = {i.exercise.name: dose(i) for i in items(session) if not i.assessment}
        for name, much in now.items():
            base = BASE.get(name, 8)
            since, day = given.get(name, START), day_of(session)
            shown = proven(diary, name, since, day) and screened(diary, day)
            if much > highest.get(name, base) and not shown:
                found.append((session.date, name, much))
            highest[name] = max(much, highest.get(name, base))
        given.update(dict.fromkeys(now, day_of(session)))
    return found


@relaxed
@given(seeds)
def test_no_step_without_complete_evidence(seed):
    assert unearned(diary_of(seed)) == []


# --- red flags ------------------------------------------------------------------------------------


def standing(diary, day, scope):
    """What of earlier days nobody has cleared for that kind of training.

    A flag, or a condition that the plan is not made for; each wants a clearance of its own.
    """
    flags, conditions = [], []
    for entry in diary:
        if entry.day >= day and (entry.kind != "clear" or entry.day > day):
            continue
        leg = entry.kind == "pain" and entry.word == "calf" and entry.value
        latched = entry.kind == "pain" and entry.word == "lower back" and entry.value > 3
        if entry.kind == "flag" or leg or latched:
            flags.append(entry)
        elif entry.kind == "condition":
            conditions.append(entry)
        elif entry.kind == "clear" and entry.word in ("", f" for {scope}"):
            flags = []
        elif entry.kind == "clear" and entry.word == f" with {CONDITION}":
            conditions = []
    return flags + conditions


def trained(diary):
    """Sessions with something in them while a red flag stands."""
    return [
        (session.date, session.name)
        for session in compiled(diary).sessions
        if (items(session) or legs(session))
        and (
            standing(diary, day_of(session), "strength")
            if session.name == "Strength"
            else standing(diary, day_of(session), "walking" if not ran(session)[0] else "running")
        )
    ]


@relaxed
@given(seeds)
def test_nobody_trains_after_a_flag_that_is_not_cleared(seed):
    assert trained(diary_of(seed)) == []
