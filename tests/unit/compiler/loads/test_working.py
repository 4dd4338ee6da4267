"""The loads of a line: what the plan writes, what the athlete can lift, and why."""

from __future__ import annotations

import pytest

import mesocycle
from mesocycle.loading import Folder
from mesocycle.source import Source

HEADER = """\
plan "Small"
  starts 2026-12-07
  lasts 1 weeks
  timezone UTC
  use barbell
  care training
{header}

session "S" on mon
{lines}
"""

ATHLETE = """\
athlete "Ana"
{profile}

{entries}
"""


def indented(lines):
    return "\n".join(f"  {line}" for line in lines)


def made(*lines, header=(), profile=None, log=()):
    plan = HEADER.format(header=indented(header), lines=indented(lines))
    diary = None
    if profile is not None or log:
        entries = "\n".join(('2026-12-07 "S"', indented(log))) if log else ""
        diary = Source(
            "small.diary", ATHLETE.format(profile=indented(profile or ()), entries=entries)
        )
    return mesocycle.compile_plan(Source("small.plan", plan), Folder("-"), diary).unwrap()


def items(*lines, **facts):
    return [i for b in made(*lines, **facts).sessions[0].blocks for i in b.items]


def loads(*lines, **facts):
    """How the sets of the first line weigh, as it is shown."""
    return [s.load and s.load.shown for s in items(*lines, **facts)[0].sets]


def why(*lines, **facts):
    return [d.text for d in made(*lines, **facts).decisions if d.outcome == "rounded"]


WENDLER = ("max Squat 315lb", "training max 90% rounded", "rounding 5lb")


def test_five_three_one_from_315():
    week = "Squat; 1x5 65%, 1x5 75%, 1x5+ 85%"
    assert loads(week, header=WENDLER) == ["185 lb", "215 lb", "240 lb"]
    up = (*WENDLER[:2], "rounding 5lb up")
    assert loads(week, header=up) == ["190 lb", "215 lb", "245 lb"]
    down = (*WENDLER[:2], "rounding 5lb down")
    assert loads(week, header=down) == ["180 lb", "210 lb", "235 lb"]  # of 280 lb


def test_the_decision_tells_max_per_cent_and_rounding():
    assert why("Squat; 1x5 65%, 1x5 75%, 1x5+ 85%", header=WENDLER) == [
        "Squat: 65 % of the training max 285 lb (90 % of the 1RM 315 lb: 283.5 lb, to the nearest "
        "5 lb) is 185.25 lb, so 185 lb; 75 % is 213.75 lb, so 215 lb; 85 % is 242.25 lb, so 240 lb "
        "(to the nearest 5 lb)"
    ]


def test_exact_shown_written_and_per_cent():
    load = items("Squat; 5x5 82%", profile=["max Squat 102.5kg"])[0].sets[0].load
    assert (load.kg, load.exact_kg, load.shown) == (85.0, 84.05, "85 kg")
    assert (load.written, load.percent, load.max_kg) == ("82%", 82.0, None)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("60kg", "60 kg"),
        ("61.3kg", "61.3 kg"),
        ("135lb", "135 lb"),
        ("75%", "75 kg"),
        ("75% 1rm", "75 kg"),
        ("75% tm", "67.5 kg"),
        ("85% of 5rm", "72.5 kg"),
        ("80% of Deadlift", "120 kg"),
        ("50% bw", "35 kg"),
        ("70-75%", "70-75 kg"),
        ("@8", "80 kg"),
        ("@7-8", "77.5-80 kg"),
        ("2 rir", "80 kg"),
        ("rpe 9.5", "85 kg"),
        ("empty bar", "20 kg"),
        ("43/30kg", "30 kg"),
        ("60kg @8", "60 kg"),
    ],
)
def test_every_form_of_a_load(written, shown):
    tm = ("training max Squat 90kg",) if "tm" in written else ()
    profile = ("sex female", "max Squat 100kg", "max Deadlift 150kg", "bodyweight 70kg", *tm)
    assert loads(f"Squat; 1x5 {written}", profile=profile) == [shown]


@pytest.mark.parametrize(
    ("written", "shown"),
    [("75%", "75%"), ("75% tm", "75% tm"), ("85% of 5rm", "85% of 5rm"), ("50% bw", "50% bw")],
)
def test_what_nobody_has_said_stays_as_written_and_is_asked(written, shown):
    programme = made(f"Squat; 1x5 {written}", profile=())
    load = programme.sessions[0].blocks[0].items[0].sets[0].load
    assert (load.kg, load.exact_kg, load.shown, load.written) == (None, None, shown, shown)
    asked = [n.text for n in programme.notices if n.severity == "question"]
    assert [written in text for text in asked] == [True]


def test_an_effort_without_a_max_is_only_an_effort():
    (one,) = items("Squat; 1x5 @7.5-8", profile=())[0].sets
    assert (one.load, one.rpe, one.rpe_max, one.rir) == (None, 7.5, 8.0, None)
    (one,) = items("Squat; 1x5 2 rir", profile=())[0].sets
    assert (one.load, one.rpe, one.rir) == (None, None, 2)
    (one,) = items("Squat; 1x5 1-2 rir", profile=())[0].sets
    assert (one.rpe, one.rpe_max, one.rir) == (8.0, 9.0, None)


def test_efforts_are_explained_by_the_table():
    assert why("Squat; 1x5 @8", profile=["max Squat 100kg"]) == [
        "Squat: 5 repetitions at RPE 8: 81.1 % of the 1RM 100 kg is 81.1 kg, so 80 kg "
        "(to the nearest 2.5 kg)"
    ]


@pytest.mark.parametrize(
    ("profile", "shown"),
    [(["sex male"], "43 kg"), (["sex female"], "30 kg"), ([], "30 kg"), (None, "30 kg")],
)
def test_women_s_weights(profile, shown):
    assert loads("Squat; 1x5 43/30kg", profile=profile) == [shown]


def test_beyond_bodyweight():
    (one,) = items("Pull Up; 1x5 +10kg", profile=["plates 20, 10, 1.25kg"])[0].sets
    assert (one.load.kg, one.load.shown, one.load.written) == (10.0, "+10 kg", "+10kg")
    assert loads("Pull Up; 1x5 +11kg, drop 1xmax -5kg", profile=["plates 5, 1.25kg"]) == [
        "+11.25 kg", "+6.25 kg",
    ]  # fmt: skip


def test_what_follows_an_earlier_set():
    assert loads("Squat; 1x3 100kg, 2x5 90% of top set, 1x5 50% of first set") == [
        "100 kg", "90 kg", "90 kg", "50 kg",
    ]  # fmt: skip
    assert loads("Squat; 1x3 60kg, 1x3 80kg, 1x3 70kg, 1x5 75% of top set") == [
        "60 kg", "80 kg", "70 kg", "60 kg",
    ]  # fmt: skip
    assert loads("Squat; 1x10 100kg, drop 2xmax -20%") == ["100 kg", "80 kg", "65 kg"]
    assert loads("Squat; 1x10 100kg, drop 2xmax -15kg") == ["100 kg", "85 kg", "70 kg"]


def test_what_follows_a_set_that_nobody_knows_is_not_known():
    assert loads("Squat; 1x3 @8, 2x5 80% of top set", profile=()) == [
        None, "80% of top set", "80% of top set",
    ]  # fmt: skip
    assert loads("Squat; 1x3 60kg, 1x3 75%, 1x5 80% of top set") == [
        "60 kg", "75%", "80% of top set",
    ]  # fmt: skip


def test_once_it_is_logged_what_was_lifted_counts():
    line = "Squat; 1x3 @8, 2x5 80% of top set"
    log = ["Squat; 3 130kg, 5, 5"]
    assert loads(line, profile=(), log=log) == [None, "105 kg", "105 kg"]
    assert loads(line, profile=["max Squat 200kg"], log=log)[1:] == ["105 kg", "105 kg"]
    text = why(line, profile=(), log=log)[0]
    assert text.startswith("Squat: 80 % of the top set 130 kg is 104 kg, so 105 kg")


def test_a_ramp_is_of_the_first_working_set():
    line = "Squat; 2x5 80kg, 1x5 100kg; warmup 2x5 empty bar, 1x3 50%, 1x2 75% rest 60s"
    sets = items(line)[0].sets
    assert [(s.warmup, s.load.shown) for s in sets] == [
        (True, "20 kg"), (True, "20 kg"), (True, "40 kg"), (True, "60 kg"),
        (False, "80 kg"), (False, "80 kg"), (False, "100 kg"),
    ]  # fmt: skip
    assert sets[3].rest_s.target == 60
    assert loads("Squat; 2x5 75%; warmup 1x5 50%", profile=())[0] == "50% of first set"


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Squat; 2x5, 1x5+ 85%", ["85 kg", "85 kg", "85 kg"]),
        ("Squat; 2x5, 1x5+; 85%", ["85 kg", "85 kg", "85 kg"]),
        ("Squat; 1x5 60%, 1x5, 1x5 80%", ["60 kg", None, "80 kg"]),
        ("Squat; 1x5 @8, 1x5; 60%", ["60 kg", "60 kg"]),
        ("Squat; 1x10, drop 1xmax -20%; 60%", ["60 kg", "47.5 kg"]),
    ],
)
def test_which_load_holds_for_which_sets(line, shown):
    assert loads(line, header=["max Squat 100kg"]) == shown


def test_units_of_the_plan_and_of_the_origin():
    assert loads("Squat; 1x5 75%", profile=["max Squat 315lb"]) == ["235 lb"]
    assert loads("Squat; 1x5 75%", profile=["max Squat 315lb"], header=["units kg"]) == ["107.5 kg"]
    assert loads("Squat; 1x5 60kg", header=["units lb"]) == ["130 lb"]


def test_the_empty_bar_is_in_the_units_of_the_athlete():
    assert loads("Squat; 1x5 empty bar", profile=["max Squat 315lb"]) == ["45 lb"]
    assert loads("Squat; 1x5 empty bar", header=["units lb"]) == ["45 lb"]
    assert loads("Squat; 1x5 empty bar", profile=["bar 15kg"]) == ["15 kg"]


def test_equal_sets_are_made_once_and_days_are_remembered():
    plan = HEADER.replace("lasts 1", "lasts 4").format(
        header="  max Squat 100kg", lines="  Squat; 5x5 75%"
    )
    programme = mesocycle.compile_plan(Source("small.plan", plan), Folder("-")).unwrap()
    made = [session.blocks[0].items[0].sets for session in programme.sessions]
    assert all(sets is made[0] for sets in made)
    assert len({id(one) for one in made[0]}) == 1
