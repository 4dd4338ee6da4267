"""Where one rule meets another: weeks that begin mid-week, phases that wait, what is cleared."""

from __future__ import annotations

from datetime import date

import mesocycle
from mesocycle.loading import Folder
from mesocycle.source import Source
from tests.running.compiled import RUNNING, clock, named, programme

PLAN = """plan "Borders"
  timezone Europe/Berlin
  use runner-back
"""
ATHLETE = """athlete "Ana"
  follows "Borders"
"""
RUN = """  warmup 5min brisk walk
  run 20min easy
  cooldown 5min walk
"""


def test_a_short_first_week_has_only_its_own_load():
    head = "  starts 2026-12-09\n  week starts mon\n  lasts 3 weeks\n"
    plan = f'{PLAN}{head}\nsession "Run" every day\n'
    days = ("2026-12-09", "2026-12-10", "2026-12-14", "2026-12-15")
    runs = "".join(f'{day} "Run"; 30min; felt rpe 5\n' for day in days)
    made = programme(plan + RUN, ATHLETE + runs, date(2026, 12, 20))
    first, second, _ = made.statistics
    assert (first.load, second.load) == (300, 300)
    assert first.training_load.monotony is None
    assert "begins within" in first.training_load.basis
    assert second.training_load.monotony is not None


WAITING = f"""{PLAN}  starts 2026-11-02
  care rehab

session "Run" at 07:00
{RUN}session "Longer"
{RUN}session "Walk on" any time
  walk 20min
session "Loosen" after "Run"
  Cat Cow; 1x8

phase "Walk" until brisk walk 30min painfree, at most 2 weeks
  session "Walk" on mon
    walk 20min
phase "Later" for 2 weeks
  rotation "Run", "Longer" on tue, thu
  session "Spare" any time
    warmup 5min brisk walk
    run 10min easy
    cooldown 5min walk
"""


def test_nothing_of_a_phase_that_waits_is_done():
    made = programme(WAITING, ATHLETE + "2026-11-20 pain 0\n")
    waiting = named(made, "Run", "Longer", "Loosen")
    assert len(waiting) == 6
    waiting += [session for session in made.todo if session.name == "Spare"]
    assert {(s.status, s.blocks) for s in waiting} == {("skipped", ())}
    assert all("waits for the end of Walk" in (s.reason or "") for s in waiting)
    assert [s.status for s in made.todo if s.name == "Walk on"] == ["planned"]


MERGED = f"""{PLAN}  starts 2026-11-02
  lasts 1 week
  missed: merge

rotation "Run", "Strength" on mon, tue, wed, thu
session "Strength"
  Superman; 3x8
session "Run"
{RUN}"""


def test_what_is_merged_into_a_run_is_not_cleared_with_it():
    diary = """2026-11-01 brisk walk 30min; pain 0
2026-11-04 flag numbness left leg
2026-11-04 cleared by "physiotherapist" for running, walking
2026-11-04 pain 0
"""
    made = programme(MERGED, ATHLETE + diary)
    run = next(s for s in named(made, "Run") if s.date == "2026-11-04")
    assert run.status == "planned"
    assert not [item for block in run.blocks for item in block.items]
    assert "cleared" in (run.reason or "")


def test_a_complex_is_not_cleared_with_a_run():
    plan = f'{PLAN}  starts 2026-11-02\n  lasts 1 week\n\nsession "Run" on wed\n{RUN}'
    diary = """2026-11-01 brisk walk 30min; pain 0
2026-11-02 flag numbness left leg
2026-11-03 cleared by "physiotherapist" for running, walking
2026-11-03 pain 0
"""
    made = programme(f"{plan}  Superman + Beetle; 3x(2+1)\n", ATHLETE + diary)
    (run,) = made.sessions
    assert run.status == "planned"
    assert not [item for block in run.blocks for item in block.items]


def test_what_waits_does_not_come_on_days_that_are_left_out():
    head = "  starts 2026-12-14\n  lasts 2 weeks\n  missed: shift\n"
    skip = 'calendar\n  skip 2026-12-26 to 2026-12-31 "Christmas"\n'
    plan = f'{PLAN}{head}\nsession "Run" on tue, sat\n{RUN}{skip}'
    made = programme(plan, ATHLETE + '2026-12-15 "Run"; 30min\n', date(2026, 12, 21))
    found = [(s.date, s.status) for s in made.sessions]
    assert found == [
        ("2026-12-15", "done"),
        ("2026-12-22", "moved"),
        ("2026-12-26", "skipped"),
        ("2027-01-02", "moved"),
    ]


def test_a_flag_after_the_last_day_stops_what_is_still_on_the_list():
    plan = f'{PLAN}  starts 2026-12-07\n  lasts 1 week\n\nsession "Run" any time\n{RUN}'
    entries = '2026-12-07 "Run"; 30min\n2026-12-16 flag numbness left leg\n'
    diary = Source("ana.diary", ATHLETE + entries)
    source = Source("borders.plan", plan)
    made = mesocycle.compile_plan(source, Folder(str(RUNNING)), diary).unwrap()
    assert [(s.status, s.blocks) for s in made.todo] == [("stopped", ())]


STAGES = f"""{PLAN}  starts 2026-12-07
  lasts 4 weeks
  care training

session "Run" on mon, thu
  warmup 5min brisk walk
  run 4x(4min walk, 1min)
    progress with back
    when hip pain > 0: swap run for swim
  cooldown 5min walk

progression back
  stage 1: run 4x(4min walk, 1min)
  stage 2: run 4x(3min walk, 2min)
  on hit: next stage
  on 7 days off: previous stage
"""


def test_swims_end_no_days_off_from_running():
    days = ("2026-12-07", "2026-12-10", "2026-12-14", "2026-12-17")
    runs = [f'{day} "Run"; 30min\n' for day in days]
    diary = f"{runs[0]}2026-12-08 pain 2 hip\n{''.join(runs[1:])}2026-12-18 pain 0 hip\n"
    made = programme(STAGES, ATHLETE + diary)
    assert {activity for s in made.sessions[1:4] for activity, _ in clock(s)} == {"walk", "swim"}
    again = next(s for s in made.sessions if s.date == "2026-12-21")
    assert clock(again)[-2:] == (("walk", 240), ("run", 60))


def test_a_run_that_is_moved_into_the_next_week_makes_no_more_weeks():
    head = "  starts 2026-12-07\n  lasts 5 weeks\n  care training\n"
    run = RUN.replace("easy", "easy; progress time by 5min every 2 weeks to 60min")
    plan = f'{PLAN}{head}\nsession "Run" on tue, sat\n{run}'
    moves = """calendar
  move "Run" on 2026-12-12 to 2026-12-16
  move "Run" on 2026-12-26 to 2026-12-30
"""
    for made in (programme(plan), programme(plan + moves)):
        assert [clock(s) for s in made.sessions] == (
            [(("run", 1200),)] * 4 + [(("run", 1500),)] * 4 + [(("run", 1800),)] * 2
        )


def test_a_run_that_is_moved_into_the_next_phase_ends_no_other():
    phases = "".join(
        f"""phase "{name}" for 2 weeks
  session "Run" on tue, sat
    warmup 5min brisk walk
    run 4x(4min walk, 1min); progress with up
    cooldown 5min walk
"""
        for name in "AB"
    )
    plan = f"""{PLAN}  starts 2026-12-07
  care training

{phases}
progression up
  stage 1: run 4x(4min walk, 1min)
  stage 2: run 4x(3min walk, 2min)
  stage 3: run 4x(2min walk, 3min)
  end of phase: next stage
"""
    move = 'calendar\n  move "Run" on 2026-12-19 to 2026-12-23\n'
    made = programme(plan + move)
    assert [clock(s)[1][1] for s in made.sessions] == [60] * 3 + [120] * 5


def test_a_run_of_one_week_only_is_a_run():
    plan = f"""{PLAN}  starts 2026-12-07
  lasts 2 weeks
  care training

session "Out" on mon at 18:00
  warmup 5min brisk walk
  walk 30min
    week 2: run 20min easy
  cooldown 5min walk
session "Loosen" before every run
  Cat Cow; 1x8
session "Core" on mon at 17:45 for 10min; not within 60min before a run
  Beetle; 3x8
"""
    made = programme(plan)
    assert [s.date for s in named(made, "Loosen")] == ["2026-12-14"]
    assert [(s.start or "")[11:16] for s in named(made, "Core")] == ["17:45", "18:30"]
