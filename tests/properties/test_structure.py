"""What always holds of the build of a plan: rounding, templates, turns, phases, rounds, sums."""

from __future__ import annotations

from collections import Counter
from itertools import cycle

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.properties.gym import HEAD, cases, compiled, items

relaxed = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])

BARE = HEAD.replace("  lasts 4 weeks\n", "")


def changed(programme, session, **item):
    """The programme with other fields in the first line of one of its sessions."""
    found = programme.sessions[session]
    block = found.blocks[0]
    planted = replace(block, items=(replace(block.items[0], **item), *block.items[1:]))
    other = replace(found, blocks=(planted, *found.blocks[1:]))
    sessions = programme.sessions
    return replace(programme, sessions=(*sessions[:session], other, *sessions[session + 1 :]))


# --- rounding -----------------------------------------------------------------------------------


def rounded(programme, step, mode):
    """Each load is the multiple of `step` that the mode asks for, and the bar at the least."""
    for session in programme.sessions:
        for item in items(session):
            for one in item.sets:
                if one.load is None or one.load.kg is None:
                    continue
                over = one.load.exact_kg % step
                near = min(over, step - over) < 0.001
                below = one.load.exact_kg - over
                up = mode == "up" or (mode == "nearest" and over > step / 2 + 0.0006)
                wanted = round(one.load.exact_kg / step) * step if near else below + up * step
                assert one.load.kg == pytest.approx(max(wanted, 20), abs=0.001)


@relaxed
@given(cases(), st.sampled_from((1, 2.5, 5)), st.sampled_from(("down", "up", "nearest")))
def test_loads_are_rounded_as_stated(case, step, mode):
    gym = case.gym._replace(header=(f"rounding {step}kg {mode}",))
    rounded(compiled(gym.text, case._replace(gym=gym, profile=()).diary), step, mode)


@relaxed
@given(cases())
def test_loads_can_be_made_of_the_plates(case):
    profile = ("plates 20, 10, 5, 2.5, 1.25kg", "bar 20kg")
    rounded(compiled(case.gym._replace(header=()).text, case._replace(profile=profile).diary), 2.5,
            "nearest")  # fmt: skip


def test_a_load_between_two_plates_is_found():
    made = compiled(HEAD + 'session "A" on mon\n  Squat; 1x5 81%; rounding 2.5kg\n')
    one = made.sessions[0].blocks[0].items[0].sets[0]
    rounded(made, 2.5, "nearest")
    wrong = replace(one, load=replace(one.load, kg=one.load.kg + 1.25))
    with pytest.raises(AssertionError):
        rounded(changed(made, 1, sets=(wrong,)), 2.5, "nearest")


# --- templates ----------------------------------------------------------------------------------


def shown(programme):
    """What there is to do, whatever it is called inside."""
    return [
        (s.date, [(i.slot_id, i.label, i.exercise, i.sets, i.notes) for i in items(s)])
        for s in programme.sessions
    ]


@relaxed
@given(cases(), st.booleans())
def test_a_template_is_its_lines(case, nested):
    by_hand = case.gym.text
    lines = [line for own in case.gym.lines.values() for line in own]
    placed, templates = by_hand, ""
    for line in lines:
        placed = placed.replace(f"  {line.text}\n", f"  do one{line.label}({line.exercise})\n")
        text = line.text.replace(line.exercise, "lift")
        inner = f"inner{line.label}(lift)"
        templates += f"template one{line.label}(lift)\n  {f'do {inner}' if nested else text}\n"
        templates += f"template {inner}\n  {text}\n" if nested else ""
    assert shown(compiled(placed + templates, case.diary)) == shown(compiled(by_hand, case.diary))


def test_a_template_that_says_something_else_is_found():
    plan = HEAD + 'session "A" on mon\n  do one(Squat)\ntemplate one(lift)\n  lift; 3x5 60kg\n'
    with pytest.raises(AssertionError):
        assert shown(compiled(plan)) == shown(compiled(plan.replace("3x5", "3x6")))


# --- rotations ----------------------------------------------------------------------------------


def takes_turns(programme, names):
    """Each in its turn, none left out, none twice."""
    turns = cycle(names)
    assert [session.name for session in programme.sessions] == [
        next(turns) for _ in programme.sessions
    ]


NAMES = "ABCD"


@relaxed
@given(
    st.lists(st.sampled_from(NAMES), min_size=2, max_size=6).filter(lambda x: len(set(x)) > 1),
    st.sets(st.sampled_from(("mon", "tue", "thu", "fri", "sun")), min_size=1),
)
def test_a_rotation_neither_skips_nor_repeats(names, days):
    turns = ", ".join(f'"{name}"' for name in names)
    sessions = "".join(f'session "{x}"\n  Squat; 3x5 60kg\n' for x in sorted(set(names)))
    on = ", ".join(day for day in ("mon", "tue", "thu", "fri", "sun") if day in days)
    made = compiled(f"{HEAD}rotation {turns} on {on}\n{sessions}")
    assert len(made.sessions) == 4 * len(days)
    takes_turns(made, names)
    with pytest.raises(AssertionError):  # one left out is found
        takes_turns(replace(made, sessions=made.sessions[1:]), names)


# --- phases -------------------------------------------------------------------------------------


def covers(programme, phases):
    """Every week belongs to the phase whose turn it is."""
    wanted = [name for name, weeks, times in phases for _ in range(weeks * times)]
    assert [session.phase for session in programme.sessions] == wanted
    assert [session.week for session in programme.sessions] == list(range(1, len(wanted) + 1))


@relaxed
@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 3)), min_size=1, max_size=4))
def test_phases_cover_the_weeks(lengths):
    phases = [(f"P{i}", *each) for i, each in enumerate(lengths)]
    text = "".join(
        f'phase "{name}" for {weeks} week{"s" * (weeks > 1)}, repeat {times} times\n'
        '  session "A" on mon\n    Squat; 3x5 60kg\n'
        for name, weeks, times in phases
    )
    made = compiled(BARE + text)
    covers(made, phases)
    with pytest.raises(AssertionError):  # a week too many is found
        covers(replace(made, sessions=(*made.sessions, made.sessions[0])), phases)


# --- groups -------------------------------------------------------------------------------------


def has_rounds(programme, rounds):
    """Each line of the group has a set for every round."""
    for session in programme.sessions:
        for block in session.blocks:
            assert block.rounds == rounds
            assert {len(item.sets) for item in block.items} == {rounds or 1}


GROUPS = (
    ("superset {n} rounds", 1), ("circuit {n} rounds", 1), ("emom {n}min", 1),
    ("every 90s for {n} rounds", 1), ("for time {n} rounds", 1), ("tabata {n} rounds 30s/15s", 1),
    ("emom {m}min alternating", 2), ("amrap {n}min", 0),
)  # fmt: skip


@relaxed
@given(st.sampled_from(GROUPS), st.integers(2, 9))
def test_every_line_of_a_group_has_its_rounds(group, number):
    head, kind = group
    line = head.format(n=number, m=2 * number)
    text = f'session "A" on mon\n  {line}\n    Push Up; 10 reps\n    Squat; 5 reps 60kg\n'
    rounds = number if kind else None
    made = compiled(HEAD + text)
    has_rounds(made, rounds)
    with pytest.raises(AssertionError):  # a set too many is found
        has_rounds(changed(made, 0, sets=made.sessions[0].blocks[0].items[0].sets * 2), rounds)


# --- statistics ---------------------------------------------------------------------------------


def adds_up(programme):
    """The weeks' numbers are those of the sets that were done, or else stand in them."""
    for week in programme.statistics:
        reps, kilograms, sets = 0, 0.0, Counter()
        for session in programme.sessions:
            if session.week != week.week or session.status in ("missed", "skipped", "stopped"):
                continue
            for item in items(session):
                for one in item.sets if item.done is None else item.done:
                    sides = 2 if one.side == "each" else 1
                    count = (one.reps.target if one.reps else 0) * sides
                    reps += count
                    known = one.load is not None and one.load.kg is not None
                    kilograms += one.load.kg * count if known else 0
                    sets[item.exercise.id] += sides if known else 0
        assert week.reps == reps
        assert week.tonnage_kg == pytest.approx(kilograms, abs=0.001)
        assert {x.exercise: x.sets for x in week.lifts} == {k: v for k, v in sets.items() if v}


@relaxed
@given(cases())
def test_statistics_are_a_plain_count(case):
    adds_up(compiled(case.gym.text, case.diary))


def test_a_wrong_count_is_found():
    made = compiled(HEAD + 'session "A" on mon\n  Squat; 3x5 60kg\n', as_of=None)
    adds_up(made)
    with pytest.raises(AssertionError):
        adds_up(changed(made, 0, sets=made.sessions[0].blocks[0].items[0].sets[:2]))
