"""What holds whatever an athlete writes: random diaries against one plan of the ladder."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import mesocycle
from mesocycle.diary.verdict import Verdict
from mesocycle.loading import Folder
from mesocycle.source import Source

PLAN = """\
plan "Ladder"
  starts 2026-12-07
  lasts 3 weeks
  timezone Europe/Berlin
  care rehab
  use runner-back

session "Strength" on mon, wed, fri at 07:00
  pick 4 from strength where painfree and slow and form good; 3x8-12; slow; progress reps

session "Run" on tue, sat at 18:00
  warmup 5min brisk walk
  run 30min tempo
  cooldown 5min walk
"""

RUNGS = (
    "Superman",
    "Beetle",
    "High Plank Leg Lifts",
    "Single Leg Bridge",
    "Quadruped Limb Raises",
    "V Ups",
    "Single Leg Squat",
)
SIDED = {"Single Leg Bridge", "Single Leg Squat"}
START = dt.date(2026, 12, 7)

days = st.integers(0, 20).map(lambda n: START + dt.timedelta(days=n))
pains = st.one_of(st.none(), st.integers(0, 8))


@st.composite
def logged(draw) -> str:
    """One exercise as somebody might log it: with more or less said."""
    name = draw(st.sampled_from(RUNGS))
    reps = ", ".join(str(n) for n in draw(st.lists(st.integers(4, 14), min_size=1, max_size=3)))
    parts = [f"left {reps}; right {reps}" if name in SIDED else reps]
    pain = draw(pains)
    if pain is not None:
        parts.append(f"pain {pain}")
    parts += draw(st.sampled_from([["slow"], []]))
    parts += draw(st.sampled_from([["form good"], ["form good"], ["form bad"], []]))
    return f"  {name}; " + "; ".join(parts)


@st.composite
def entries(draw) -> tuple[dt.date, str]:
    """One dated entry."""
    day = draw(days)
    kind = draw(st.sampled_from(["session", "session", "morning", "pain", "flag", "clear", "walk"]))
    if kind == "session":
        lines = "\n".join(draw(st.lists(logged(), min_size=1, max_size=5)))
        return day, f'{day} "Strength"\n{lines}'
    if kind == "morning":
        return day, f"{day} morning pain {draw(st.integers(0, 4))}"
    if kind == "pain":
        where = draw(st.sampled_from(["lower back", "buttock", "calf", "knee"]))
        return day, f"{day} pain {draw(st.integers(0, 7))} {where}"
    if kind == "flag":
        return day, f"{day} flag numbness left leg"
    if kind == "walk":
        return day, f"{day} brisk walk 30min; pain {draw(st.integers(0, 2))}"
    return day, f'{day} cleared by "physio"'


diaries = st.lists(entries(), max_size=14).map(lambda found: sorted(found, key=lambda e: e[0]))


def compiled(found, as_of=START + dt.timedelta(days=21)):
    """The programme that a list of entries leads to."""
    text = 'athlete "Ana"\n\n' + "\n".join(entry for _, entry in found) + "\n"
    outcome = mesocycle.compile_plan(
        Source("ladder.plan", PLAN), Folder("-"), Source("ana.diary", text), as_of=as_of
    )
    assert outcome.ok, outcome.diagnostics
    return outcome.value


def items(session):
    """What is asked for; a session that was done also holds what was done beside it."""
    return [item for block in session.blocks for item in block.items if item.sets]


relaxed = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@relaxed
@given(diaries)
def test_never_more_than_the_coach_wrote(found):
    for session in compiled(found).sessions:
        for item in items(session):
            assert len(item.sets) <= 3
            assert all(s.reps is None or 8 <= s.reps.target <= 12 for s in item.sets)
        assert len([i for i in items(session) if not i.assessment]) <= 4


@relaxed
@given(diaries)
def test_nothing_that_hurt_the_last_time(found):
    hurt = {}
    for day, entry in found:
        for line in entry.splitlines()[1:]:
            name, _, said = line.strip().partition(";")
            painful = "pain" in said and "pain 0" not in said
            before = hurt.get(name)
            worse_of_the_day = bool(before and before[0] == day and before[1])
            hurt[name] = (day, painful or worse_of_the_day)
    last = max((day for day, _ in found), default=START)
    for session in compiled(found).sessions:
        if dt.date.fromisoformat(session.date) <= last:
            continue
        for item in items(session):
            day, painful = hurt.get(item.exercise.name, (START, False))
            assert not painful, (item.exercise.name, day)


@relaxed
@given(diaries)
def test_no_training_after_a_flag_until_it_is_cleared(found):
    standing = None
    for day, entry in found:
        if " flag " in entry or ("calf" in entry and "pain 0" not in entry):
            standing = day
        elif "cleared by" in entry:
            standing = None
    if standing is None:
        return
    for session in compiled(found).sessions:
        if dt.date.fromisoformat(session.date) > standing:
            assert session.blocks == ()
            assert session.status in ("stopped", "done")


@relaxed
@given(diaries)
def test_no_run_harder_than_easy_unless_nothing_is_known_to_hurt(found):
    programme = compiled(found)
    walked = any("brisk walk" in entry for _, entry in found)
    for session in programme.sessions:
        for segment in (s for block in session.blocks for s in block.segments):
            if not walked:
                assert segment.activity == "walk"


@relaxed
@given(diaries, days)
def test_a_line_added_later_changes_nothing_before_it(found, day):
    before = compiled(found)
    after = compiled(sorted([*found, (day, f"{day} pain 5 lower back")], key=lambda e: e[0]))
    for old, new in zip(before.sessions, after.sessions, strict=True):
        if dt.date.fromisoformat(old.date) < day:
            assert [i.exercise for i in items(old)] == [i.exercise for i in items(new)]
            assert [i.sets for i in items(old)] == [i.sets for i in items(new)]


@relaxed
@given(diaries)
def test_same_input_same_programme(found):
    assert compiled(found) == compiled(found)


FLAGGED = [(START, f"{START} flag numbness left leg")]


@pytest.mark.parametrize(
    ("promise", "method"),
    [
        (test_no_training_after_a_flag_until_it_is_cleared, "health.Health.flags"),
        (test_no_run_harder_than_easy_unless_nothing_is_known_to_hurt, "health.Health.brisk_walk"),
    ],
)
def test_a_planted_violation_is_found(promise, method, monkeypatch):
    answer = [] if method.endswith("flags") else Verdict(True, "planted")
    monkeypatch.setattr(f"mesocycle.diary.{method}", lambda *_: answer)
    with pytest.raises(AssertionError):
        promise.hypothesis.inner_test(FLAGGED if answer == [] else [])
