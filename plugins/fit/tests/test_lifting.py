"""Exercises: reps, loads, sides, rounds, and what FIT calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fit_tool.profile import profile_type
from mesocycle_fit.exercises import known
from msgspec.structs import replace

from mesocycle.output.sample_lifts import GROUPS, kg, lb
from mesocycle.output.sample_parts import LADDER
from mesocycle.programme import Block, Range, Set
from plugins.fit.tests.decoding import done, steps
from plugins.fit.tests.making import ends, lifts, made, of, only

LIBRARY = Path(__file__).parents[3] / "plans" / "library"


class TestLifting:
    def test_reps_load_and_exercise(self):
        step = only(lifts(Set(reps=Range(target=5), load=kg(82.5))))
        assert (step["duration_type"], step["duration_reps"]) == ("reps", 5)
        assert (step["exercise_weight"], step["weight_display_unit"]) == (82.5, "kilogram")
        assert step["exercise_category"] == "squat"
        assert step["exercise_name"] == profile_type.SquatExerciseName.BARBELL_BACK_SQUAT.value

    def test_pounds_are_shown_as_pounds(self):
        step = only(lifts(Set(reps=Range(target=5), load=lb(185, "65%", 185.25, 58.5))))
        assert step["weight_display_unit"] == "pound"
        assert step["exercise_weight"] == pytest.approx(83.91)

    def test_an_exercise_that_fit_does_not_know_is_a_text(self):
        step = only(lifts(Set(reps=Range(target=5)), what="my-own-thing"))
        assert step["wkt_step_name"] == "my own thing"
        assert "exercise_category" not in step

    def test_equal_sets_are_a_loop_with_their_rest(self):
        one = Set(reps=Range(target=5), rest_s=Range(target=180))
        work, rest, loop = steps(made(lifts(one, one, one))[0])
        assert work["duration_reps"] == 5
        assert (rest["intensity"], rest["duration_time"]) == ("rest", 180.0)
        assert (loop["duration_step"], loop["repeat_steps"]) == (0, 3)

    def test_each_side_is_a_step(self):
        left, right = steps(made(lifts(Set(hold_s=Range(target=30), side="each")))[0])
        assert left["wkt_step_name"] == "back squat, left"
        assert right["wkt_step_name"] == "back squat, right"
        assert left["duration_time"] == right["duration_time"] == 30.0

    @pytest.mark.parametrize(
        "one", [Set(reps=Range(target=5), amrap=True), Set(reps=Range(target=1), test=True), Set()]
    )
    def test_an_open_number_ends_when_lap_is_pressed(self, one):
        assert only(lifts(one))["duration_type"] == "open"

    def test_a_warm_up_set_is_marked(self):
        warm = Set(reps=Range(target=5), warmup=True, load=kg(20))
        assert only(lifts(warm))["intensity"] == "warmup"

    def group(self, kind, number=0):
        block = [each for each in GROUPS if each.kind == kind][number]
        data, _ = made(of(blocks=(block,)))
        return [(each["wkt_step_name"], *ends(each)) for each in done(data)]

    def test_a_superset_goes_round_by_round(self):
        row = ("Barbell Row", "reps", 9), ("Dip", "reps", 10), ("Rest", "time", 90.0)
        assert self.group("superset", 1) == [*row * 3, ("Rest", "time", 120.0)]

    def test_rounds_that_differ_are_written_out(self):
        assert self.group("for_time") == [
            (name, "reps", number) for number in (21, 15, 9) for name in ("Thruster", "Pull Up")
        ]

    def test_on_the_minute_each_interval_is_a_step(self):
        assert self.group("emom") == [("Pull Up", "time", 60.0), ("Dip", "time", 60.0)] * 5
        assert self.group("every") == [("Squat", "time", 90.0)] * 8

    def test_tabata_and_amrap(self):
        assert self.group("tabata") == [("Plank", "time", 20.0), ("Rest", "time", 10.0)] * 8
        assert self.group("amrap") == [("Cindy, short", "time", 720.0)]

    def test_a_left_and_a_right_of_a_round_stand_together(self):
        sets = tuple(Set(reps=Range(target=8), side=side) for side in ("left", "right") * 3)
        item = replace(LADDER[0], sets=sets)
        data, _ = made(of(blocks=(Block(kind="superset", rounds=3, items=(item,)),)))
        names = [each["wkt_step_name"] for each in done(data)]
        assert names == ["Superman, left", "Superman, right"] * 3


class TestTable:
    def test_every_entry_is_what_fit_has(self):
        table = json.loads((Path(__file__).parents[1] / "mesocycle_fit/exercises.json").read_text())
        for value in table.values():
            category, _, name = value.partition("/")
            assert category in profile_type.ExerciseCategory.__members__
            names = "".join(word.capitalize() for word in category.split("_")) + "ExerciseName"
            assert not name or name in getattr(profile_type, names).__members__

    def test_nearly_all_exercises_of_the_bundled_libraries_are_in_it(self):
        ids = {
            each
            for file in ("runner-back", "barbell", "bodyweight")
            for each in json.loads((LIBRARY / f"{file}.json").read_text())["exercises"]
        }
        table = json.loads((Path(__file__).parents[1] / "mesocycle_fit/exercises.json").read_text())
        assert set(table) <= ids
        assert sum(known(each) is not None for each in ids) > 0.85 * len(ids)
