"""Runs and rides: how each step ends, and how hard it is."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from mesocycle.output.sample_runs import far, timed, times, until
from mesocycle.output.samples import running
from mesocycle.programme import Segment, SegmentEnd, Target
from plugins.fit.tests.decoding import done, steps
from plugins.fit.tests.making import made, of, only

PACE = Target(kind="pace", text="5:00–5:20/km", low=300, high=320, unit="s/km")


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
