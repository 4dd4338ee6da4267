"""Phases, weeks, rotations, groups and slots: what the checked plan holds of them."""

from __future__ import annotations

import pytest

from mesocycle.catalogue.libraries import catalogue_of
from mesocycle.compiler import resolve
from mesocycle.compiler.checked import Phase
from mesocycle.compiler.days.schedule import schedule
from mesocycle.compiler.names import Names, names_of
from mesocycle.compiler.resolve.outline import Place
from mesocycle.loading import Folder
from mesocycle.source import Source
from mesocycle.syntax import parse

HEADER = """\
plan "Small"
  starts 2026-12-07
  {length}timezone Europe/Berlin
  use runner-back

"""


def plan(text, *, weeks=None):
    """The checked plan of a few statements; without `weeks` its phases say how long it is."""
    length = f"lasts {weeks} weeks\n  " if weeks else ""
    file = parse(Source("small.plan", HEADER.format(length=length) + text)).unwrap()
    return resolve(file, catalogue_of(file, Folder("-")).unwrap()).unwrap()


def keys(checked):
    return [slot.key for slot in schedule(checked)]


def lines(checked):
    return [item for session in checked.sessions for item in session.items]


# --- weeks -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "weeks", "of_plan"),
    [
        (Place(), None, None),
        (Place(longest=4), frozenset({2}), frozenset({2})),
        (Place(Phase("P", 3, 2), longest=2), None, frozenset({3, 4})),
        (Place(Phase("P", 3, 2), longest=2), frozenset({2}), frozenset({4})),
        (Place(Phase("P", 3, 2, 3), longest=2), frozenset({2}), frozenset({4, 6, 8})),
    ],
)
def test_weeks_of_a_place(place, weeks, of_plan):
    assert place.within(weeks).of_plan() == of_plan


def test_weeks_within_weeks_are_those_of_both():
    place = Place(longest=8).within(frozenset({1, 2, 3})).within(frozenset({3, 4}))
    assert place.of_plan() == frozenset({3})


def test_phases_follow_each_other():
    checked = plan(
        'phase "A" for 2 weeks, repeat 2 times\n  session "S" on mon\n    Superman; 3x8\n'
        'phase "B" for 1 week\n  session "T" on mon\n    Superman; 3x8\n'
    )
    assert checked.phases == (Phase("A", 1, 2, 2), Phase("B", 5, 1))
    assert checked.days == 35
    assert [s.timing.weeks for s in checked.sessions] == [frozenset({1, 2, 3, 4}), frozenset({5})]


def test_slots_know_their_phase():
    checked = plan(
        'phase "A" for 1 week\n  session "S" on mon\n    Superman; 3x8\n'
        'phase "B" for 2 weeks, repeat 2 times\n  session "T" on mon\n    Superman; 3x8\n'
    )
    found = [(s.week, s.phase.name, s.phase_week) for s in schedule(checked)]
    assert found == [(1, "A", 1), (2, "B", 1), (3, "B", 2), (4, "B", 1), (5, "B", 2)]


def test_without_phases_weeks_are_the_plan_s():
    checked = plan('session "S" on mon\n  Superman; 3x8\n', weeks=2)
    assert [(s.phase, s.phase_week) for s in schedule(checked)] == [(None, 1), (None, 2)]


# --- identity ----------------------------------------------------------------------------------


def test_a_session_described_anew_keeps_its_identity():
    again = 'week 1\n  session "S" on mon, wed\n    Superman; 3x8\n' + (
        'week 2\n  session "S" on tue\n    Beetle; 3x8\n'
    )
    assert keys(plan(again, weeks=2)) == ["s/1/1", "s/1/2", "s/2/1"]


def test_sessions_of_one_name_are_numbered_through():
    again = 'week 1\n  session "S" every 3 days\n    Superman; 3x8\n' + (
        'week 2\n  session "S" every 3 days\n    Beetle; 3x8\n'
    )
    assert keys(plan(again, weeks=2)) == ["s/1", "s/2", "s/3", "s/4", "s/5"]


def test_the_id_of_one_is_the_id_of_all():
    again = 'week 1\n  session "S" on mon\n    id long\n    Superman; 3x8\n' + (
        'week 2\n  session "S" on mon\n    Beetle; 3x8\n'
    )
    assert keys(plan(again, weeks=2)) == ["long/1/1", "long/2/1"]


ROTATION = (
    'rotation "A", "B" on mon, wed, fri\nsession "A"\n  Superman; 3x8\nsession "B"\n  Beetle; 3x8\n'
)


def test_a_turn_is_named_by_its_place_not_by_whose_it_is():
    found = schedule(plan(ROTATION, weeks=2))
    assert [s.key for s in found][:4] == [f"rotation/a+b/{k}" for k in ("1/1", "1/2", "1/3", "2/1")]
    assert "".join(s.session.name for s in found) == "ABABAB"


def test_who_is_not_there_in_a_week_is_passed_over():
    text = ROTATION.replace('session "B"', 'session "B" in weeks 2')
    assert "".join(s.session.name for s in schedule(plan(text, weeks=2))) == "AAABAB"


def test_a_session_may_have_days_besides_its_turns():
    text = ROTATION.replace('session "A"', 'session "A" on sun')
    assert "".join(s.session.name for s in schedule(plan(text, weeks=1))) == "ABAA"


def test_a_choice_is_between_what_there_is_in_a_week():
    text = (
        'session "Day" on mon\n  "S" or "T"\n'
        'week 1\n  session "S"\n    Superman; 3x8\n'
        'week 2\n  session "S"\n    Beetle; 3x8\n'
        'session "T"\n  Cat Cow; 1x8\n'
    )
    found = [
        [o.items[0].key for o in slot.session.options] for slot in schedule(plan(text, weeks=2))
    ]
    assert found == [["superman", "cat-cow"], ["beetle", "cat-cow"]]


def test_a_turn_is_at_the_session_s_hour_where_the_rotation_has_none():
    text = ROTATION.replace('session "A"', 'session "A" at 07:00 for 20min')
    found = [slot.start and slot.start.hour for slot in schedule(plan(text, weeks=1))]
    assert found == [7, None, 7]
    text = text.replace("fri", "fri at 18:00", 1)
    assert {slot.start.hour for slot in schedule(plan(text, weeks=1))} == {18}


def test_what_a_rotation_keeps_away_from_each_turn_does():
    text = ROTATION.replace("fri", "fri not within 60min before a run", 1)
    assert {slot.session.apart[0].activity for slot in schedule(plan(text, weeks=1))} == {"run"}


def test_two_runs_before_every_run_end():
    run = 'session "{}" before every run\n  run 10min\n'
    checked = plan(run.format("A") + run.format("B"), weeks=1)
    assert schedule(checked) == []


# --- slots -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "slots"),
    [
        ("Superman; 3x8-12; progress reps", "Superman; 3x8-12; progress reps", ["superman"] * 2),
        ("Superman; 3x8-12;  progress reps", "superman;3x8-12; progress reps", ["superman"] * 2),
        ("Superman; 3x8-12; progress reps", "Superman; 3x8-12; rest 60s; progress reps",
         ["superman"] * 2),
        ("Superman; 3x8", "Superman; 3x9", ["superman", "superman-2"]),
        ("Superman; 3x8 10kg", "Superman; 3x8 12kg", ["superman", "superman-2"]),
        ("Superman; 3x8; 10kg", "Superman; 3x8; 12kg", ["superman", "superman-2"]),
        ("Superman; 3x8-12; progress reps", "Superman; 3x8-12; progress none",
         ["superman", "superman-2"]),
        ("Superman; 3x8-12; progress reps", "Superman; 3x8-12", ["superman", "superman-2"]),
        ("long: Superman; 3x8", "long: Superman; 3x12", ["long:superman"] * 2),
        ("long: Superman; 3x8", "short: Superman; 3x8", ["long:superman", "short:superman"]),
        ("long: Superman; 3x8", "long: Beetle; 3x8", ["long:superman", "long:beetle"]),
        ("long: Superman; 3x8", "Superman; 3x8", ["long:superman", "superman"]),
        ("Superman | Beetle; 3x8", "Superman | Beetle; 3x8", ["superman"] * 2),
        ("Superman | Beetle; 3x8", "Superman; 3x8", ["superman", "superman-2"]),
        ("Superman + Beetle; 3x(2+1)", "Superman; 3x8", ["superman+beetle", "superman"]),
    ],
)  # fmt: skip
def test_what_moves_together(first, second, slots):
    text = f'session "A" on mon\n  {first}\nsession "B" on tue\n  {second}\n'
    assert [item.slot for item in lines(plan(text, weeks=1))] == slots


def test_picks_runs_and_tasks_are_their_session_s_own():
    text = 'session "A" on mon\n  pick 2 from strength; 3x8\n  task "Drink"\n  walk 10min\n'
    assert [item.slot for item in lines(plan(text, weeks=1))] == ["a/strength", "a/task", "a/walk"]


# --- groups ------------------------------------------------------------------------------------


def group(text):
    return lines(plan(f'session "S" on mon\n{text}', weeks=2))


def test_lines_of_a_group_have_it_and_what_it_says():
    one, other = group(
        '  circuit 4 rounds "Round"; rest 90s between rounds; rest 2min after; slow; cue "Calm."\n'
        '    Superman; 8 reps; cue "High."\n    Beetle; 8 reps; tempo 3-0-1-0\n'
    )
    assert one.group == other.group
    assert (one.group.key, one.group.rounds, one.group.title) == ("circuit", 4, "Round")
    assert (one.group.between, one.group.after) == (90, 120)
    assert one.manner.slow
    assert one.manner.cues == ("Calm.", "High.")
    assert not other.manner.slow
    assert other.manner.tempo is not None


def test_groups_of_one_kind_are_told_apart():
    found = group(
        "  superset\n    Superman; 3x8\n    Beetle; 3x8\n"
        "  superset\n    Cat Cow; 3x8\n    Bridge; 3x8\n  Superman; 1x1\n"
    )
    keys = [item.group and item.group.key for item in found]
    assert keys == ["superset", "superset", "superset-2", "superset-2", None]


def test_changes_by_week_add_up_the_nearest_last():
    (item, _) = group(
        "  superset\n    Superman; 3x8\n      week 2: 1x8\n    Beetle; 3x8\n    week 2: 2x8\n"
        "  week 2: 4x8\n"
    )
    assert [w.manner.scheme.groups[0].sets.low for w in item.weekly] == [4, 2, 1]


def test_a_tabata_has_eight_rounds():
    (item,) = group("  tabata\n    Superman; 1x20s\n")
    assert (item.group.rounds, item.group.each, item.group.off) == (8, 20, 10)


# --- names -------------------------------------------------------------------------------------


def test_names_that_a_diary_may_use():
    text = (
        "track scaled\n"
        'phase "P" for 1 week\n  week 1\n    session "In"\n      long: Superman; 3x8\n'
        'session "Out" on mon\n  superset\n    short: Beetle; 3x8\n'
    )
    file = parse(Source("small.plan", HEADER.format(length="") + text)).value
    assert names_of(file) == Names(("In", "Out"), ("long", "short"), ("scaled",))
