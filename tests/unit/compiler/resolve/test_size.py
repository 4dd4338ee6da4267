"""Plans without measure: each is told what is too much of it, before anything is made of it."""

from __future__ import annotations

import pytest

import mesocycle
from mesocycle.loading import Folder
from mesocycle.source import Source

HEAD = 'plan "Much"\n  starts 2027-01-04\n  timezone UTC\n  use barbell\n  max Squat 100kg\n'
DOUBLING = "".join(f"template t{i}\n  do t{i + 1}\n  do t{i + 1}\n" for i in range(30))
LONGER = "".join(f"template t{i}(a)\n  do t{i + 1}(a a a a)\n" for i in range(14))
CHAIN = "".join(f"template t{i}\n  do t{i + 1}\n" for i in range(2_000))
MANY = "".join(f'session "S{i}" on mon\n  Squat; 3x5\n' for i in range(1_001))
RUN = 'session "R" on mon, wed\n  run 30min easy\n'
RACE = 'race "Race" on 2027-01-30; 10km; taper '
SQUATS = "  Squat; 60kg; progress with p\n"
SQUAT = "  Squat; 3x5 60kg\n"


def codes(plan, diary=None):
    """What is told of the plan, worst only."""
    source = Source("much.diary", diary) if diary else None
    outcome = mesocycle.compile_plan(Source("much.plan", plan), Folder("-"), source)
    assert all(each.hints or each.label for each in outcome.diagnostics)
    return {each.code for each in outcome.diagnostics if each.severity == "error"}


def session(*lines, weeks=4, before="", on="mon, thu"):
    """A plan with one session of these lines."""
    body = "".join(f"  {line}\n" for line in lines)
    return f'{HEAD}  lasts {weeks} weeks\n{before}session "S" on {on}\n{body}'


def progression(*lines, weeks=4):
    """A plan whose line moves by these rules."""
    before = "progression p\n" + "".join(f"  {line}\n" for line in lines)
    return session("Squat; 60kg; progress with p", weeks=weeks, before=before)


@pytest.mark.parametrize(
    ("code", "plan"),
    [
        ("E132", session("Squat; 101x5 60kg")),
        ("E132", session("circuit 1000000 rounds", "  Squat; 5 reps 60kg")),
        ("E132", session("Squat; 3x5 999999999%")),
        ("E122", session("Squat; 3x5 1" + "0" * 30 + "kg")),
        ("E122", session("Squat; 3x5 " + "9" * 100 + "kg")),
        ("E357", session("amrap 9999h", "  Squat; 5 reps 60kg")),
        ("E357", session("every 1s for 24h", "  Squat; 5 reps 60kg")),
        ("E357", session("emom 999999999min", "  Squat; 5 reps 60kg")),
        ("E357", session("for time cap 25h", "  Squat; 5 reps 60kg")),
        ("E357", session("tabata 6 rounds 999999999s/15s", "  Squat; 20s")),
        ("E358", session("Squat; " + ", ".join(["100x5"] * 6))),
        ("E358", session("Squat; 3x5; progress sets by 999999999 to 999999999")),
        ("E358", session(*["Squat; 3x5 60kg"] * 301)),
        ("E358", session(*["Squat; 3x5 60kg"] * 200, weeks=500)),
        ("E358", session(*["Squat; 100x5 60kg"] * 100, weeks=500)),
        ("E358", session(*["Squat; 3x5"] * 99, *["week 1: 3x6"] * 400)),
        ("E358", HEAD + "  lasts 1 week\n" + MANY),
        ("E358", progression(*["on hit: load +2.5kg"] * 200, weeks=520).replace(
            SQUATS, SQUATS * 40)),
        ("E340", f'{HEAD}phase "P" for 4 weeks, repeat 100000 times\n  session "S" on mon\n'),
        ("E310", session("Squat; 3x5", "  weeks 1-999999999: 3x6")),
        ("E353", session("do t0", before=DOUBLING + "template t30\n" + SQUAT)),
        ("E353", session("do t0", before=CHAIN + "template t2000\n" + SQUAT)),
        ("E121", session("do t0(b)", before=LONGER + "template t14(a)\n  a; 3x5\n")),
        ("E353", session(*["do t"] * 5_001, before="template t\n" + SQUAT)),
        ("E359", progression(*["on hit: load +2.5kg"] * 5_000)),
        ("E359", progression(*[f"stage s{i}: 3x5" for i in range(5_000)], "on hit: next stage")),
        ("E359", session(SQUAT.strip(), *["  on hit load +2.5kg"] * 201)),
        ("E364", session("Squat; 3x5 999999999kg")),
        ("E367", session("Squat; 3x5 75%").replace("max Squat 100kg", "max Squat 9999kg")),
    ],
)  # fmt: skip
def test_too_much_is_told(code, plan):
    assert code in codes(plan)


def calendar(*lines, weeks=4):
    """A plan of runs with a calendar of these lines."""
    own = "calendar\n" + "".join(f"  {line}\n" for line in lines) if lines else ""
    return f"{HEAD}  lasts {weeks} weeks\n{RUN}{own}"


@pytest.mark.parametrize(
    ("code", "plan"),
    [
        ("E358", calendar(*[f'note 2027-01-05 "{i}"' for i in range(1_001)])),
        ("E358", calendar(*["skip 2027-01-04"] * 10_000)),
        ("E358", calendar(*["swap mon with tue in weeks 1-400"] * 3, weeks=500)),
        ("E358", calendar(*['note 1900-01-01 to 2199-12-31 "x"'] * 6, weeks=520)),
        ("E358", calendar(*['skip 1900-01-01 to 2199-12-31 "x"'] * 6, weeks=520)),
        ("E475", calendar(RACE + "999999999 weeks to 50%")),
        ("E304", calendar("skip 9999-12-31")),
        ("E304", calendar("rest on 1899-12-31")),
        ("E304", session("Squat; 3x5").replace("2027-01-04", "9999-12-25")),
        ("E304", session("Squat; 3x5").replace("2027-01-04", "0001-01-01")),
    ],
)
def test_calendars_without_measure_are_told(code, plan):
    assert code in codes(plan)


def test_notes_on_all_days_of_the_years_are_those_of_the_plan():
    plan = calendar('note 1900-01-01 to 2199-12-31 "x"')
    noted = mesocycle.compile_plan(Source("p.plan", plan), Folder("-")).unwrap().day_notes
    assert [note.date for note in noted] == [f"2027-01-{day:02}" for day in range(4, 32)]


def test_a_diary_that_ends_in_an_open_quote():
    source = Source("d.diary", 'athlete "A"\n\n2027-01-05 "Squ')
    outcome = mesocycle.compile_plan(Source("p.plan", calendar()), Folder("-"), source)
    spans = [each.span for each in outcome.diagnostics if each.span]
    assert {"E103", "E406"} <= {each.code for each in outcome.diagnostics}
    assert all(span.end <= len(span.source.text) for span in spans)


def test_long_runs_every_day_for_years():
    body = "".join(f'session "R{i}" every day\n  run {i}km easy\n' for i in range(10, 15))
    assert codes(f"{HEAD}  lasts 520 weeks\n{body}") == set()


@pytest.mark.parametrize("rule", ["load 999%", "load +500kg", "load 50%", "load -500kg"])
def test_loads_that_move_for_years_stay_numbers(rule):
    assert codes(progression("stages 3x5", f"on hit: {rule}", weeks=520)) == set()


def test_a_week_in_which_sets_progress_as_runs_do():
    plan = session("Squat; 3x5 60kg", "  week 1: 5x3 60kg; progress time by 5min to 90min")
    logs = "".join(f'2027-01-{day} "S"\n  Squat; 5x5 60kg\n' for day in ("04", "07"))
    codes(plan, f'athlete "A"\n\n{logs}')  # and no exception


def test_a_test_with_a_milligram_is_a_number():
    test = ("top: Squat; 1x1-3 test", "  warmup 2x5 empty bar, 1x3 50% 1rm")
    plan = session(*test).replace("  max Squat 100kg\n", "")
    diary = 'athlete "A"\n\n2027-01-04 "S"\n  top: Squat; 2 0.000001kg\n'
    assert codes(plan, diary) == set()


def test_a_max_that_moves_for_years_stays_a_number():
    assert codes(session("Squat; 3x5 75%; on hit max 999%", weeks=520)) == set()


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("E132", "dumbbells 1-1000000kg by 0.001kg"),
        ("E132", "dumbbells 1-2kg by 0.00001kg"),
        ("E426", "rounding 0.000001kg"),
        ("E426", "plates 999999999kg"),
        ("E426", "plates " + ", ".join(f"20x{i / 100}kg" for i in range(1, 300))),
    ],
)
def test_gear_without_measure_is_told(code, line):
    plan = session("Squat; 3x5 75%")
    assert code in codes(plan, f'athlete "A"\n  {line}\n')


def test_every_plate_there_is_and_many_of_each():
    plates = ", ".join(f"100x{25 - i / 2:g}kg" for i in range(40))
    plan = session("Squat; 3x5 77.7%; progress max by 2.5kg", weeks=52)
    assert codes(plan, f'athlete "A"\n  plates {plates}\n') == set()


def test_a_huge_diary():
    pains = "".join(f"2027-01-04 pain {i % 3} knee\n" for i in range(20_000))
    maxes = "2027-01-04 max Squat 100kg\n" * 5_000
    assert codes(session("Squat; 3x5 75%"), f'athlete "A"\n\n{maxes}{pains}') == set()
