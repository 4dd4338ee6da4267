"""The steps of the programme are those of the file, as independent decoders read it."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fit_tool.profile import profile_type
from hypothesis import given, settings
from hypothesis import strategies as st
from mesocycle_fit import Fit
from mesocycle_fit.exercises import known
from msgspec.structs import replace

from mesocycle.output.sample_lifts import GROUPS, kg, lb
from mesocycle.output.sample_parts import LADDER, exercise
from mesocycle.output.sample_runs import far, timed, times, until
from mesocycle.output.samples import gym, ladder, programme, running, samples, session, stopped
from mesocycle.output.testing import OutputContract, content, rendered
from mesocycle.programme import Block, Item, Range, Segment, SegmentEnd, Set, Target
from plugins.fit.tests.decoding import SDK, by_sdk, done, messages, steps

LIBRARY = Path(__file__).parents[3] / "plans" / "library"
PACE = Target(kind="pace", text="5:00–5:20/km", low=300, high=320, unit="s/km")


class TestContract(OutputContract):
    output = Fit()


def of(*segments, **changes):
    blocks = changes.pop("blocks", (Block(kind="endurance", segments=segments),))
    return programme(replace(session("Day", 0, *blocks), **changes))


def lifts(*sets, what="back-squat", **changes):
    work = Item(slot_id="x", exercise=exercise(what, what.replace("-", " ")), sets=sets)
    return of(blocks=(Block(kind="straight", items=(replace(work, **changes),)),))


def made(programme, **options):
    """The bytes, and what was warned of."""
    result = rendered(Fit(), programme, options=options)
    assert result.value, [each.message for each in result.diagnostics]
    return result.value[0].content, [each.message for each in result.diagnostics]


def only(programme, **options):
    data, _ = made(programme, **options)
    (step,) = steps(data)
    return step


def refused(programme, **options):
    result = rendered(Fit(), programme, options=options)
    assert not result.value
    assert [each.code for each in result.diagnostics] == ["E613"]
    return result.diagnostics[0]


# --- what should come out, from the programme by another way -------------------------------------


def expected(blocks):
    """How each stretch or set ends, one after the other, as one does them."""
    for block in blocks:
        for segment in block.segments:
            yield from _segment(segment)
        for item in block.items:
            for one in item.sets:
                for _ in range(2 if one.side == "each" else 1):
                    yield _ends(one)
                if one.rest_s:
                    yield ("time", one.rest_s.target)


def _segment(segment):
    for _ in range(segment.repeat):
        for inner in segment.segments:
            yield from _segment(inner)
        if not segment.segments:
            end = segment.end
            yield ("time", end.seconds) if end.kind == "time" else ("distance", end.metres)


def _ends(one):
    if one.reps:
        return "reps", one.reps.target
    return "time", one.hold_s.target


def ends(step):
    kind = step["duration_type"]
    return kind, step[f"duration_{kind}"]


@pytest.mark.parametrize("name", ["Intervals", "Nested", "Long run", "Walk and run"])
def test_the_stretches_of_a_run_are_the_steps_of_the_file(name):
    whole = running()
    chosen = next(each for each in whole.sessions if each.name == name)
    data, _ = made(whole, session=name)
    assert list(map(ends, done(data))) == list(expected(chosen.blocks))


def test_the_sets_of_a_session_are_the_steps_of_the_file():
    data, warnings = made(ladder())
    assert list(map(ends, done(data))) == list(expected(ladder().sessions[0].blocks))
    assert warnings == []


@pytest.mark.skipif(not SDK, reason="garmin-fit-sdk is not installed")
def test_garmins_own_decoder_reads_every_sample_without_an_error():
    for name, whole in samples().items():
        for product in rendered(Fit(), whole).value or ():
            found = by_sdk(product.content)
            assert found["file_id_mesgs"][0]["type"] == "workout", name
            ours = steps(product.content)
            assert len(found["workout_step_mesgs"]) == len(ours)
            for theirs, mine in zip(found["workout_step_mesgs"], ours, strict=True):
                assert theirs["duration_type"] == mine["duration_type"]
                assert theirs.get("wkt_step_name") == mine.get("wkt_step_name")
                for field in ("duration_time", "duration_distance", "duration_reps"):
                    assert theirs.get(field) == mine.get(field)


class TestFile:
    def test_it_is_a_workout_that_says_what_to_heed(self):
        found = messages(content(Fit(), ladder()))
        (workout,) = found["workout"]
        assert workout["wkt_name"] == "2026-12-07 Strength"
        assert (workout["sport"], workout["sub_sport"]) == ("training", "strength_training")
        assert workout["wkt_description"].startswith("Stop the session on sharp pain")
        assert "It is not medical advice" in workout["wkt_description"]

    def test_the_same_workout_is_the_same_file_whenever_it_is_built(self):
        (head,) = messages(content(Fit(), ladder()))["file_id"]
        assert head["type"] == "workout"
        assert head["time_created"] == datetime(2026, 12, 7, 12, tzinfo=UTC)
        assert content(Fit(), ladder()) == content(Fit(), ladder())

    def test_another_session_is_another_workout_and_a_changed_one_the_same(self):
        def serial(data):
            return messages(data)["file_id"][0]["serial_number"]

        other = made(ladder(), on="2026-12-09")[0]
        assert serial(made(ladder())[0]) != serial(other)
        harder = of(timed("run", 900))
        assert serial(made(harder)[0]) == serial(made(of(timed("run", 600)))[0])

    @pytest.mark.parametrize(
        ("activity", "sport"),
        [
            ("run", "running"), ("bike", "cycling"), ("swim", "swimming"), ("walk", "walking"),
            ("hike", "hiking"), ("row", "rowing"), ("yoga", "generic"),
        ],
    )  # fmt: skip
    def test_the_sport_is_that_of_the_main_part(self, activity, sport):
        data, _ = made(of(timed(activity, 600)))
        assert messages(data)["workout"][0]["sport"] == sport

    @settings(max_examples=100, deadline=None)
    @given(st.text(max_size=400))
    def test_any_text_whatever_is_cut_to_what_a_field_holds(self, text):
        run = replace(timed("run", 60), cues=(text,), activity=text or "run")
        data, _ = made(of(run, name=text))
        step = steps(data)[0]
        assert len(step["wkt_step_name"].encode()) <= 48
        assert len(step.get("notes", "").encode()) <= 240
        assert "\ufffd" not in step["wkt_step_name"] or "\ufffd" in text

    def test_a_note_that_was_cut_is_told(self):
        long = replace(timed("run", 60), cues=("Breathe. " * 60,))
        data, warnings = made(of(long))
        assert steps(data)[0]["notes"].endswith("…")
        assert "was cut" in warnings[0]


class TestStretches:
    def test_warm_up_rest_and_cool_down_are_marked(self):
        data, _ = made(running(), session="Nested")
        assert [each.get("intensity") for each in steps(data)] == [
            *["warmup"] * 2, *["active"] * 6, "rest", None, "cooldown",
        ]  # fmt: skip

    def test_a_repeat_is_a_loop(self):
        *_, loop, _ = steps(made(running(), session="Intervals")[0])
        assert loop["duration_type"] == "repeat_until_steps_cmplt"
        assert (loop["duration_step"], loop["repeat_steps"]) == (2, 6)

    def test_no_loop_lies_in_another(self):
        deep = times(3, timed("run", 600), times(20, timed("run", 30), timed("walk", 60)))
        rows = steps(made(of(deep))[0])
        assert len(rows) == 12, "the outer one is written out, since that is shorter"
        assert len(done(made(of(deep))[0])) == 3 * 41

    def test_in_turn_until_the_time_is_over(self):
        group = Segment(
            activity="run",
            segments=(timed("run", 90), timed("walk", 120)),
            end=SegmentEnd(kind="time", seconds=1200),
        )
        loop = steps(made(of(group))[0])[-1]
        assert loop["duration_type"] == "repeat_until_time"
        assert (loop["duration_step"], loop["repeat_time"]) == (0, 1200.0)

    @pytest.mark.parametrize(
        ("stretch", "shown"),
        [
            (far("run", 400), {"duration_type": "distance", "duration_distance": 400.0}),
            (until("run", "lap"), {"duration_type": "open"}),
            (until("walk", "you breathe calmly"), {"duration_type": "open"}),
            (
                until("walk", "until hr < 120"),
                {"duration_type": "hr_less_than", "duration_hr": 220},
            ),
            (until("walk", "hr >= 150"), {"duration_type": "hr_greater_than", "duration_hr": 250}),
            (
                until("bike", "power > 250W"),
                {"duration_type": "power_greater_than", "duration_power": 1250},
            ),
        ],
    )
    def test_how_a_stretch_ends(self, stretch, shown):
        step = only(of(stretch))
        assert {name: step[name] for name in shown} == shown

    def test_what_only_the_athlete_knows_stands_in_the_note(self):
        assert "you breathe calmly" in only(of(until("walk", "you breathe calmly")))["notes"]


class TestTargets:
    def aimed(self, target, activity="run", **options):
        return only(of(timed(activity, 600, target)), **options)

    def test_a_pace_is_a_speed(self):
        step = self.aimed(PACE)
        assert step["target_type"] == "speed"
        assert 1000 / step["custom_target_speed_high"] == pytest.approx(300, abs=0.2)
        assert 1000 / step["custom_target_speed_low"] == pytest.approx(320, abs=0.2)

    def test_one_number_has_a_band_around_it(self):
        one = replace(PACE, high=300)
        step = self.aimed(one, band="2")
        assert step["custom_target_speed_low"] == pytest.approx(0.98 * 1000 / 300, abs=0.001)
        assert step["custom_target_speed_high"] == pytest.approx(1.02 * 1000 / 300, abs=0.001)

    def test_beats_and_watts_are_told_from_per_cents_as_fit_does(self):
        beats = Target(kind="hr", text="114–133 bpm", low=114, high=133, unit="bpm")
        watts = Target(kind="power", text="213–238 W", low=213, high=238, unit="W")
        share = Target(kind="power", text="power 85–95%", written="power 85-95%")
        heart = Target(kind="hr", text="hr 70–80%", written="hr 70-80%")
        step = self.aimed(beats)
        assert step["target_type"] == "heart_rate"
        assert step["custom_target_heart_rate_low"] == 214
        assert step["custom_target_heart_rate_high"] == 233
        assert self.aimed(watts, "bike")["custom_target_power_low"] == 1213
        assert self.aimed(share, "bike")["custom_target_power_high"] == 95
        assert self.aimed(heart)["custom_target_heart_rate_low"] == 70

    def test_with_one_end_the_other_is_out_of_reach(self):
        below = Target(kind="hr", text="below 125 bpm", high=125, unit="bpm")
        step = self.aimed(below)
        assert step["custom_target_heart_rate_high"] == 225
        assert step["custom_target_heart_rate_low"] <= 140

    def test_a_zone_without_numbers_is_the_watchs_own_and_that_is_told(self):
        zone = Target(kind="zone", text="zone 2", low=2, high=2, unit="zone")
        data, warnings = made(of(timed("run", 600, zone)))
        assert steps(data)[0]["target_hr_zone"] == 2
        assert "the watch's own zone" in warnings[0]

    @pytest.mark.parametrize(
        ("target", "activity"),
        [
            (Target(kind="zone", text="zone 2–3", low=2, high=3, unit="zone"), "run"),
            (Target(kind="cadence", text="cadence 180", low=180, high=180, unit="rpm"), "run"),
            (Target(kind="pace", text="5k pace", written="5k pace"), "run"),
            (Target(kind="hr", text="hr 70–80% of reserve"), "run"),
        ],
    )
    def test_what_cannot_be_told_stands_in_the_note_and_is_warned_of(self, target, activity):
        data, warnings = made(of(timed(activity, 600, target)))
        (step,) = steps(data)
        assert step["target_type"] == "open"
        assert target.text in step["notes"]
        assert len(warnings) == 1
        assert repr(target.text) in warnings[0]

    @pytest.mark.parametrize("text", ["easy", "RPE 3–4"])
    def test_a_word_or_a_feeling_needs_no_warning(self, text):
        kind = "word" if text == "easy" else "rpe"
        data, warnings = made(of(timed("run", 600, Target(kind=kind, text=text))))
        assert text in steps(data)[0]["notes"]
        assert warnings == []

    def test_cadence_on_a_bike(self):
        cadence = Target(kind="cadence", text="85–95 rpm", low=85, high=95, unit="rpm")
        step = self.aimed(cadence, "bike")
        assert step["target_type"] == "cadence"
        assert (step["custom_target_cadence_low"], step["custom_target_cadence_high"]) == (85, 95)

    def test_a_ramp_is_a_range_and_that_is_told(self):
        first = Target(kind="power", text="150 W", low=150, high=150, unit="W")
        last = Target(kind="power", text="250 W", low=250, high=250, unit="W")
        ramp = replace(timed("bike", 600, first), target_end=last)
        data, warnings = made(of(ramp), band="0")
        (step,) = steps(data)
        assert step["custom_target_power_low"] == 1150
        assert step["custom_target_power_high"] == 1250
        assert "know no ramps" in warnings[0]

    def test_another_sport_in_the_same_session_is_told(self):
        _, warnings = made(of(timed("bike", 600), timed("run", 600)))
        assert warnings == ["fit: a workout is of one sport, here bike; its steps also say run"]
        assert made(of(timed("run", 600), timed("walk", 600)))[1] == []


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


class TestRefusals:
    def test_after_a_red_flag_there_is_none(self):
        assert "is stopped: Stop." in refused(stopped()).message
        assert "is stopped" in refused(stopped(), on="2026-12-11").message

    def test_without_fit_tool_it_says_what_to_install(self, monkeypatch):
        monkeypatch.delitem(sys.modules, "mesocycle_fit.encoding", raising=False)
        monkeypatch.setitem(sys.modules, "fit_tool.fit_file_builder", None)
        told = refused(ladder())
        assert "fit-tool, which writes the workout, is not installed" in told.message
        assert told.hints == ("pip install 'mesocycle[fit]'",)

    def test_more_steps_than_a_watch_takes_are_told_and_beyond_measure_refused(self):
        many = [timed("run", 60 + number) for number in range(51)]
        assert "this workout has 51" in made(of(*many))[1][0]
        assert (
            "more steps than any watch takes"
            in refused(of(*(timed("run", number + 1) for number in range(1001)))).message
        )

    def test_the_gyms_next_session_is_the_one_that_is_not_done(self):
        found = messages(made(gym())[0])
        assert found["workout"][0]["wkt_name"] == "2026-12-09 Press day"
