"""What always holds of running in pain, and of less: random plans, random diaries.

Repeats, targets, phases until something, calendars, races, missed sessions. Each promise is a
check with a planted violation that it must find.
"""

from __future__ import annotations

import re

from hypothesis import given, reject
from hypothesis import strategies as st

from mesocycle.compiler.safety import pace as safety
from tests.campaigns.runners import START
from tests.properties.running import (
    END,
    case_of,
    compiled,
    days,
    found_in_some,
    is_easy,
    legs_of,
    made,
    relaxed,
    runs,
    seeds,
    some,
    until,
)  # fmt: skip

# --- pain, and the way back ----------------------------------------------------------------------


def hurts(entries):
    """Whether anything hurts after these entries, as the diary's last words have it."""
    general, places = 0, {}
    for day in sorted({day for day, _ in entries}):
        said = [text for date, text in entries if date == day and "brisk walk" not in text]
        whole = [found for text in said if (found := re.search(r"pain (\d+)$", text))]
        if whole:
            general, places = max(int(found[1]) for found in whole), {}
        here = [found for text in said if (found := re.match(r"pain (\d+) (.+)", text))]
        for place in {found[2] for found in here}:
            places[place] = max(int(found[1]) for found in here if found[2] == place)
    return bool(general or any(places.values()))


def too_hard(programme, entries):
    """Runs harder than easy that are planned while something hurts (R23)."""
    if not hurts(entries):
        return []
    open_ones = [s for s in programme.sessions if s.status in ("planned", "moved")]
    return [
        (session.date, leg)
        for session in open_ones
        if not session.race
        for leg in runs(session)
        if not is_easy(leg.target) or (leg.target_end and not is_easy(leg.target_end))
    ]


@relaxed
@given(seeds, days)
def test_no_run_is_harder_than_easy_while_something_hurts(seed, day):
    case = until(case_of(seed), day)
    assert too_hard(made(case, day), case.entries) == []


def test_runs_that_nothing_holds_back_are_found(monkeypatch):
    monkeypatch.setattr(safety, "limit", lambda *_: None)
    cases = [until(case_of(seed, "rehab"), END) for seed in range(60)]
    done = [(case, compiled(case)) for case in cases]
    assert any(too_hard(each, case.entries) for case, each in done if each)
    assert found_in_some(ungated, [each for _, each in done if each])


def ungated(programme):
    """Runs of somebody in rehab of whom no brisk walk is known (R28)."""
    return [leg for session in programme.sessions for leg in runs(session)]


@relaxed
@given(seeds)
def test_nobody_in_rehab_runs_before_a_brisk_walk(seed):
    case = case_of(seed, "rehab")
    without = tuple(each for each in case.entries if "risk walk" not in each[1])
    assert ungated(made(case._replace(entries=without))) == []


# --- less is never more ---------------------------------------------------------------------------


def too_long(programme, metres=30_000, seconds=7_200):
    """Single runs beyond every ceiling of the campaign's plans."""
    return [
        leg
        for session in programme.sessions
        for leg in runs(session)
        if leg.end and ((leg.end.metres or 0) > metres or (leg.end.seconds or 0) > seconds)
    ]


@relaxed
@given(seeds)
def test_no_run_passes_its_ceiling(seed):
    assert too_long(made(case_of(seed))) == []


def test_a_run_beyond_its_ceiling_is_found():
    assert found_in_some(lambda each: too_long(each, metres=20_000), some())
    assert found_in_some(lambda each: too_long(each, seconds=1_800), some())


def running(session):
    """Seconds and metres of running, and of running harder than easy."""
    found = [0, 0, 0, 0]
    for leg, times in legs_of(session):
        if leg.activity == "run" and leg.end:
            seconds, metres = leg.end.seconds or 0, leg.end.metres or 0
            hard = not is_easy(leg.target)
            for at, value in enumerate((seconds, metres, hard * seconds, hard * metres)):
                found[at] += times * value
    return found


def harder(good, bad):
    """Open sessions that a worse diary makes longer or harder."""
    before = {s.id: running(s) for s in good.sessions if s.status in ("planned", "moved")}
    return [
        s.name
        for s in bad.sessions
        if s.id in before and s.status in ("planned", "moved")
        if any(now > was for now, was in zip(running(s), before[s.id], strict=True))
    ]


def held(case):
    """The case without policies that send sessions elsewhere."""
    header = tuple("missed: hold" if line.startswith("missed") else line for line in case.header)
    return case._replace(header=header, body=re.sub("missed: .*", "missed: hold", case.body))


@relaxed
@given(seeds, days, st.integers(0, 20), st.integers(1, 4))
def test_a_worse_entry_makes_no_later_session_longer_or_harder(seed, day, which, more):
    case = held(until(case_of(seed), day))
    sore = [each for each in case.entries if each[1].startswith('"') and "pain" in each[1]]
    if not sore:
        reject()
    one = sore[which % len(sore)]
    pain = re.search(r"pain (\d+)", one[1])
    worse = (one[0], one[1].replace(pain[0], f"pain {int(pain[1]) + more}"))
    others = tuple(worse if each is one else each for each in case.entries)
    good, bad = made(case, day), made(case._replace(entries=others), day)
    assert harder(good, bad) == []


def test_longer_and_harder_sessions_are_found():
    """What a good diary earns is more than what none does."""
    pairs = [(until(case, START), case) for case in map(case_of, range(90, 130))]
    both = [(compiled(bad, START), compiled(good)) for bad, good in pairs]
    assert any(harder(bad, good) for bad, good in both if bad and good)
