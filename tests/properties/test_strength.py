"""What always holds of loads and how they move: random programmes, random diaries.

Each promise is a check of what was compiled, and has a planted violation that it must find.
"""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.properties.gym import (
    END,
    START,
    Case,
    Gym,
    Line,
    Log,
    Scheme,
    asked,
    cases,
    compiled,
    dates,
    gyms,
    items,
    trails,
)

relaxed = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])

FIVES = Scheme("3x5", 3, 5, (5, 5, 5))
EIGHTS = Scheme("3x8-12", 3, 12, (8, 8, 8))


def a_case(*logs: Log | None, line: Line | None = None, header: tuple[str, ...] = ()) -> Case:
    """A small case for planting: one line on Mondays, these logs one after another."""
    line = line or Line("Squat", FIVES, "60kg", ("progress load by 2.5kg",))
    other = Line("Bench Press", FIVES, "50kg", ())
    found = {
        (day, line.label): log
        for (day, _), log in zip(dates()[::2], logs, strict=False)
        if log is not None
    }
    return Case(Gym({"A": (line,), "B": (other,)}, header), found)


def changed(programme, label, nth, **fields):
    """The programme with something planted: the nth session's line has other sets."""
    day = trails(programme)[label][nth][0].isoformat()

    def planted(item):
        if item.label != label:
            return item
        sets = tuple(
            replace(s, **{k: v(s) if callable(v) else v for k, v in fields.items()})
            for s in item.sets
        )
        return replace(item, sets=sets)

    sessions = tuple(
        replace(
            s,
            blocks=tuple(replace(b, items=tuple(map(planted, b.items))) for b in s.blocks),
        )
        if s.date == day
        else s
        for s in programme.sessions
    )
    return replace(programme, sessions=sessions)


def heavier(one):
    """A load of ten kilograms more."""
    return replace(one.load, kg=one.load.kg + 10, exact_kg=one.load.exact_kg + 10)


def more_reps(one):
    """Ten repetitions more."""
    return replace(one.reps, target=one.reps.target + 10)


# --- the same -----------------------------------------------------------------------------------


@relaxed
@given(cases())
def test_the_same_input_gives_the_same_bytes(case):
    once, again = (compiled(case.gym.text, case.diary) for _ in range(2))
    assert msgspec.json.encode(once) == msgspec.json.encode(again)


def same_before(old, new, day):
    """Nothing that was prescribed before `day` is different."""
    for before, after in zip(old.sessions, new.sessions, strict=True):
        if dt.date.fromisoformat(before.date) < day:
            assert [(i.exercise, i.sets) for i in items(before)] == [
                (i.exercise, i.sets) for i in items(after)
            ]


@relaxed
@given(cases(), st.integers(0, 7))
def test_what_is_logged_later_changes_nothing_before(case, number):
    day = dates()[number][0]
    same_before(compiled(case.gym.text, case.until(day)), compiled(case.gym.text, case.diary), day)


def test_a_change_of_the_past_is_found():
    made = compiled(a_case().gym.text)
    with pytest.raises(AssertionError):
        same_before(made, changed(made, "main0", 0, load=heavier), END)


# --- ceilings -----------------------------------------------------------------------------------


def within_ceilings(gym, programme):
    """No set asks for more than its line allows."""
    for label, trail in trails(programme).items():
        line = gym.line(label)
        for _, item in trail:
            if item.assessment:
                continue
            assert len(item.sets) <= line.scheme.sets
            for one in item.sets:
                assert one.reps.target <= line.scheme.top
                assert one.reps.max is None or one.reps.max <= line.scheme.top
                if any("to 130kg" in rule for rule in line.rules):
                    assert one.load.exact_kg <= 130
                if line.load in ("@8", "75% @9"):
                    assert one.rpe == float(line.load[-1])
                if line.load == "70-75%" and one.load.max_kg:
                    assert one.load.kg <= one.load.max_kg


@relaxed
@given(cases())
def test_never_more_than_the_coach_wrote(case):
    within_ceilings(case.gym, compiled(case.gym.text, case.diary))


@pytest.mark.parametrize("planted", [{"reps": more_reps}, {"load": heavier}])
def test_more_than_the_ceiling_is_found(planted):
    line = Line("Squat", FIVES, "125kg", ("progress load by 2.5kg to 130kg",))
    case = a_case(line=line)
    made = compiled(case.gym.text, case.diary)
    within_ceilings(case.gym, made)
    with pytest.raises(AssertionError):
        within_ceilings(case.gym, changed(made, "main0", 3, **planted))


# --- pain, lost form, misses, silence -----------------------------------------------------------


def is_easier(line, item):
    """Whether a session is a deload that a rule of the line asked for; what follows goes back."""
    return any("deload" in rule for rule in line.rules) and item is not None


def never_up(case, programme, speaks_against):
    """After what speaks against it, neither load nor reps of a line go up."""
    for label, trail in trails(programme).items():
        line = case.gym.line(label)
        for (day, before), (_, after) in pairwise(trail):
            log = case.logs.get((day, label))
            if before.exercise != after.exercise or before.assessment or after.assessment:
                continue  # an easier one in its place, or one that is tried first
            if log is None or is_easier(line, before) or not speaks_against(line, before, log):
                continue
            for (load, reps), (next_load, next_reps) in zip(
                asked(before), asked(after), strict=False
            ):
                if load is not None and next_load is not None:
                    assert next_load <= load + 1e-6, (label, day, load, next_load)
                assert next_reps <= reps or (next_load or 0) < (load or 0), (label, day)
            assert len(after.sets) <= len(before.sets)


def hurt(_line, _item, log):
    """Pain above the limit, or lost form."""
    return log.hurt


def missed(line, item, log):
    """A set fell short, and the plan has no rule that looks at one set only."""
    if any("last set" in rule for rule in line.rules):
        return False
    wanted = [one.reps.target for one in item.sets]
    return len(log.reps) < len(wanted) or any(
        done < target for done, target in zip(log.reps, wanted, strict=False)
    )


@relaxed
@given(cases())
def test_nothing_goes_up_after_pain_or_lost_form(case):
    never_up(case, compiled(case.gym.text, case.diary), hurt)


@relaxed
@given(cases())
def test_nothing_goes_up_after_a_miss(case):
    never_up(case, compiled(case.gym.text, case.diary), missed)


@pytest.mark.parametrize(
    ("log", "against"),
    [(Log((5, 5, 5), pain=4), hurt), (Log((5, 5, 5), form="bad"), hurt), (Log((5, 5, 3)), missed)],
)
@pytest.mark.parametrize("planted", [{"reps": more_reps}, {"load": heavier}])
def test_a_rise_after_what_speaks_against_it_is_found(log, against, planted):
    case = a_case(log)
    made = compiled(case.gym.text)  # which knows nothing of the log
    never_up(case, made, against)
    with pytest.raises(AssertionError):
        never_up(case, changed(made, "main0", 1, **planted), against)


def silence_moves_nothing(case, programme):
    """A session in the past that nobody logged is asked for again."""
    for label, trail in trails(programme).items():
        if is_easier(case.gym.line(label), None):
            continue
        for (day, before), (_, after) in pairwise(trail):
            if (day, label) not in case.logs:
                assert asked(before) == asked(after), (label, day)


@relaxed
@given(cases())
def test_an_unlogged_session_moves_nothing(case):
    silence_moves_nothing(case, compiled(case.gym.text, case.diary))


def test_a_move_without_a_log_is_found():
    case = a_case(Log((5, 5, 5)))
    made = compiled(case.gym.text, case.diary)
    silence_moves_nothing(case, made)
    with pytest.raises(AssertionError):
        silence_moves_nothing(case, changed(made, "main0", 2, load=heavier))


# --- the future ---------------------------------------------------------------------------------


def as_planned(gym, programme):
    """Everything done exactly as it was asked for."""
    logs = {
        (day, label): Log(tuple(one.reps.target for one in item.sets))
        for label, trail in trails(programme).items()
        for day, item in trail
    }
    return Case(gym, logs)


def same_sets(one, other):
    """Both ask for the same, from the first day to the last."""
    assert [[(i.exercise, i.sets) for i in items(s)] for s in one.sessions] == [
        [(i.exercise, i.sets) for i in items(s)] for s in other.sessions
    ]


@relaxed
@given(gyms())
def test_the_projected_future_is_the_plan_met(gym):
    projected = compiled(gym.text, 'athlete "Ana"\n', START)
    same_sets(projected, compiled(gym.text, as_planned(gym, projected).diary))


def test_another_future_is_found():
    gym = a_case().gym
    projected = compiled(gym.text, 'athlete "Ana"\n', START)
    with pytest.raises(AssertionError):
        same_sets(changed(projected, "main0", 1, load=heavier), projected)
