"""Maxes: who wins, what a share is, what moves and what a test says."""

from __future__ import annotations

import datetime as dt

import pytest

from mesocycle.catalogue.model import Catalogue, Exercise
from mesocycle.compiler.checked import Move, Plan, Rounding, TrainingShare
from mesocycle.compiler.loads.gear import Rack
from mesocycle.compiler.loads.maxes import Maxes
from mesocycle.diary.model import Bodyweight, Gear, MaxLog
from mesocycle.mass import Mass, mass
from mesocycle.programme import Because

SQUAT = Exercise(id="squat", name="Squat", equipment=("barbell",))
DAY = dt.date(2027, 1, 10)
LATER = DAY + dt.timedelta(days=7)


def entry(weight: str, *, reps=1, training=False, date=None, file="a.diary"):
    return MaxLog("squat", mass(*weight.split()), Because(file, 1, ""), reps, training, date)


def maxes(*diary, plan=(), share=None, formula="epley", weights=()):
    facts = Plan(
        "P", "p", dt.UTC, DAY, 28, "training", False, Catalogue({"squat": SQUAT}), (),
        maxes=tuple(plan), training=share, formula=formula,
    )  # fmt: skip
    rack = Rack(Gear(), Rounding(mass("5", "lb")), "lb")
    return Maxes(facts, rack, tuple(diary), tuple(weights))


def said(known):
    return known and str(known.mass)


def test_nothing_is_known_of_nobody():
    known = maxes()
    assert known.one("squat", DAY) is None
    assert known.working("squat", DAY) is None
    assert known.reps_max("squat", 5, DAY) is None
    assert known.bodyweight(DAY) is None
    assert known.move("squat", Move("max", "add", mass("5", "lb")), DAY) is None


def test_the_diary_wins_over_the_plan_and_a_date_over_the_profile():
    known = maxes(entry("110 kg", date=LATER), entry("105 kg"), plan=[entry("100 kg")])
    assert said(known.one("squat", DAY)) == "105 kg"
    assert said(known.one("squat", LATER)) == "110 kg"


def test_a_bare_per_cent_is_of_the_training_max_if_there_is_one():
    assert said(maxes(entry("100 kg")).working("squat", DAY)) == "100 kg"
    own = maxes(entry("90 kg", training=True), entry("100 kg"))
    assert said(own.working("squat", DAY)) == "90 kg"
    assert said(own.one("squat", DAY)) == "100 kg"
    assert said(maxes(entry("90 kg", training=True)).one("squat", DAY)) is None


def test_a_share_is_rounded_only_where_the_plan_says_so():
    exact = maxes(entry("315 lb"), share=TrainingShare(9_000))
    assert said(exact.training("squat", DAY)) == "283.5 lb"
    rounded = maxes(entry("315 lb"), share=TrainingShare(9_000, rounded=True))
    known = rounded.training("squat", DAY)
    assert said(known) == "285 lb"
    assert known.text == (
        "the training max 285 lb (90 % of the 1RM 315 lb: 283.5 lb, to the nearest 5 lb)"
    )


def test_an_own_training_max_wins_over_the_share():
    known = maxes(entry("250 lb", training=True), entry("315 lb"), share=TrainingShare(9_000))
    assert said(known.working("squat", DAY)) == "250 lb"


@pytest.mark.parametrize(("formula", "one"), [("epley", "116.666667 kg"), ("brzycki", "112.5 kg")])
def test_repetitions_become_a_1rm_by_the_formula(formula, one):
    known = maxes(entry("100 kg", reps=5), formula=formula)
    assert said(known.one("squat", DAY)) == one
    assert said(known.reps_max("squat", 5, DAY)) == "100 kg"  # as said, not as computed
    assert known.one("squat", DAY).text.endswith(f"by {formula.capitalize()})")


def test_of_one_day_the_fewest_repetitions_are_the_surest():
    known = maxes(entry("100 kg", reps=5), entry("115 kg"), entry("108 kg", reps=3))
    assert said(known.one("squat", DAY)) == "115 kg"
    assert said(known.reps_max("squat", 3, DAY)) == "108 kg"


def test_other_rep_maxes_are_by_the_table():
    assert said(maxes(entry("100 kg")).reps_max("squat", 5, DAY)) == "86.3 kg"
    assert maxes(entry("100 kg")).reps_max("squat", 16, DAY) is None


def test_what_moves_is_the_training_max():
    known = maxes(entry("315 lb"), share=TrainingShare(9_000, rounded=True))
    moved = known.move("squat", Move("max", "add", mass("10", "lb")), DAY)
    assert said(moved) == "295 lb"
    assert said(known.one("squat", DAY)) == "315 lb"
    assert said(known.working("squat", LATER)) == "295 lb"


def test_without_a_training_max_the_1rm_moves():
    known = maxes(entry("100 kg"))
    assert said(known.move("squat", Move("max", "times", 9_000), DAY)) == "90 kg"
    assert said(known.move("squat", Move("max", "set", mass("95", "kg")), DAY)) == "95 kg"
    assert said(known.move("squat", Move("max", "add", Mass(-200_000_000)), DAY)) == "0 kg"


def test_a_1rm_entered_later_starts_a_share_again():
    known = maxes(
        entry("300 lb"), entry("330 lb", date=LATER), share=TrainingShare(9_000, rounded=True)
    )
    known.move("squat", Move("max", "add", mass("50", "lb")), DAY)
    assert said(known.working("squat", DAY)) == "320 lb"
    assert said(known.working("squat", LATER)) == "295 lb"


def test_a_test_is_an_entry():
    known = maxes(entry("100 kg"))
    found = known.tested("squat", mass("110", "kg"), 3, DAY, (Because("a.diary", 9, ""),))
    assert said(found) == "121 kg"
    assert said(known.one("squat", DAY)) == "121 kg"
    assert said(known.reps_max("squat", 3, DAY)) == "110 kg"
    assert found.because[0].line == 9


def test_what_somebody_has_said_since_wins_over_a_test():
    known = maxes(entry("130 kg", date=LATER))
    known.until(LATER)
    assert known.tested("squat", mass("110", "kg"), 3, DAY) is None
    assert known.tested("squat", mass("110", "kg"), 3, LATER) is None
    assert said(known.one("squat", LATER)) == "130 kg"


@pytest.mark.parametrize("reps", [0, 37, 50])
def test_a_test_of_which_the_formula_says_nothing(reps):
    known = maxes(entry("100 kg"), formula="brzycki")
    assert known.tested("squat", mass("40", "kg"), reps, LATER) is None
    assert said(known.one("squat", LATER)) == "100 kg"


def test_bodyweight_by_date():
    line = Because("a.diary", 1, "")
    weights = [Bodyweight(mass("71", "kg"), line, LATER), Bodyweight(mass("70", "kg"), line)]
    known = maxes(weights=weights)
    assert said(known.bodyweight(DAY)) == "70 kg"
    assert said(known.bodyweight(LATER)) == "71 kg"


def test_the_version_changes_with_what_is_known():
    known = maxes(entry("100 kg"), entry("110 kg", date=LATER))
    known.until(DAY)
    before = known.version
    known.until(DAY)
    assert known.version == before
    known.until(LATER)
    assert known.version > before
