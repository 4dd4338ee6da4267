"""What is in the programme is in the workout, as another parser reads it; the rest is told."""

from __future__ import annotations

import pytest
from mesocycle_zwo import Zwo
from msgspec.structs import replace

from mesocycle.output.sample_runs import COOL_DOWN, WARM_UP, far, timed, times, until
from mesocycle.output.samples import gym, ladder, running
from mesocycle.output.testing import content
from mesocycle.programme import Block, Segment, SegmentEnd, Target
from plugins.zwo.tests.reading import (
    EASY,
    EASY_WATTS,
    FIVE_K,
    HEART,
    JOG,
    SHARE,
    SLOWER,
    WATTS,
    attributes,
    elements,
    length,
    made,
    of,
    parsed,
    refused,
)


class TestRides:
    def test_watts_are_shares_of_the_ftp_that_the_file_sets(self):
        head, pieces, warnings = made(of(timed("bike", 2400, WATTS)))
        ((name, shown),) = pieces
        assert (name, shown["Duration"]) == ("SteadyState", "2400")
        assert head["ftpOverride"] == "251"
        watts = float(shown["Power"]) * int(head["ftpOverride"])
        assert 213 <= watts <= 238
        assert warnings == []
        assert "durationType" not in head

    def test_watts_alone_hold_too(self):
        head, (piece,), _ = made(of(timed("bike", 600, EASY_WATTS)))
        assert float(piece[1]["Power"]) * int(head["ftpOverride"]) == 125

    def test_per_cents_without_watts_are_of_the_riders_own_ftp(self):
        head, (piece,), _ = made(of(timed("bike", 600, SHARE)))
        assert piece[1]["Power"] == "0.850"
        assert "ftpOverride" not in head

    def test_hard_and_easy_in_turn_are_intervals(self):
        group = times(4, timed("bike", 240, WATTS), timed("bike", 180, EASY_WATTS))
        _, pieces, _ = made(of(group))
        ((name, shown),) = pieces
        assert name == "IntervalsT"
        assert (shown["Repeat"], shown["OnDuration"], shown["OffDuration"]) == ("4", "240", "180")
        assert float(shown["OnPower"]) > float(shown["OffPower"])

    def test_each_of_them_has_its_text(self):
        group = times(2, timed("bike", 240, WATTS), timed("bike", 180, EASY_WATTS))
        _, (piece,) = parsed(content(Zwo(), of(group)))
        offsets = [int(attributes(each)["timeoffset"]) for each in elements(piece)]
        assert offsets == [0, 240, 420, 660]

    def test_a_ramp_in_the_warm_up_is_zwifts_warm_up(self):
        ramp = replace(timed("bike", 600, EASY_WATTS), target_end=WATTS)
        blocks = [
            Block(kind="warmup", segments=(ramp,)),
            Block(kind="endurance", segments=(timed("bike", 600, WATTS), ramp)),
            Block(kind="cooldown", segments=(timed("bike", 600, EASY_WATTS),)),
        ]
        _, pieces, _ = made(of(blocks=blocks))
        assert [name for name, _ in pieces] == ["Warmup", "SteadyState", "Ramp", "Cooldown"]
        assert pieces[0][1]["PowerLow"] < pieces[0][1]["PowerHigh"]
        assert pieces[3][1]["PowerLow"] == pieces[3][1]["PowerHigh"]

    def test_cadence_is_told_to_a_free_ride(self):
        cadence = Target(kind="cadence", text="cadence 90", low=90, high=90, unit="rpm")
        assert made(of(timed("bike", 300, cadence)))[1] == [
            ("FreeRide", {"Duration": "300", "Cadence": "90"})
        ]


class TestRuns:
    def test_the_pace_of_a_race_is_all_of_it(self):
        _, (piece,), _ = made(of(timed("run", 600, FIVE_K)))
        assert piece == ("SteadyState", {"Duration": "600", "Power": "1.000", "pace": "1"})

    def test_other_paces_are_shares_of_one_that_is_known(self):
        _, pieces, warnings = made(of(timed("run", 600, FIVE_K), timed("run", 600, SLOWER)))
        shown = pieces[1][1]
        assert shown["pace"] == "1"
        assert 300 <= 294 / float(shown["Power"]) <= 320
        assert warnings == []

    def test_of_a_pace_with_nothing_to_measure_it_by_the_text_is_left(self):
        _, pieces, warnings = made(of(timed("run", 600, SLOWER)))
        assert pieces[0][0] == "FreeRide"
        assert len(warnings) == 1
        assert "5:00–5:20/km" in warnings[0]

    def test_intervals_by_pace(self):
        _, pieces, _ = made(of(times(6, timed("run", 60, FIVE_K), timed("run", 120, JOG))))
        assert pieces[0][0] == "IntervalsT"

    @pytest.mark.parametrize("name", ["Intervals", "Nested", "Walk and run"])
    def test_it_is_as_long_as_the_session(self, name):
        whole = running()
        chosen = next(each for each in whole.sessions if each.name == name)
        _, pieces, _ = made(whole, session=name)
        assert length(pieces) == sum(seconds(s) for b in chosen.blocks for s in b.segments)

    def test_where_every_stretch_is_so_far_it_goes_by_metres(self):
        head, pieces, _ = made(running(), session="Long run")
        assert head["durationType"] == "distance"
        assert length(pieces) == 8047, "the lower end of the range"

    def test_metres_among_minutes_are_the_time_that_they_take(self):
        stretch = replace(far("run", 400, FIVE_K), estimated_s=118)
        _, pieces, warnings = made(of(times(3, stretch, timed("rest", 90))))
        assert length(pieces) == 3 * (118 + 90)
        assert len(warnings) == 1
        assert "118 s stand for 'run 400 m" in warnings[0] or "1 min 58 s" in warnings[0]

    def test_metres_of_which_nobody_knows_the_time_are_refused(self):
        assert "nothing tells how long 'run 8 km" in refused(
            of(timed("walk", 300), far("run", 8000, EASY))
        )

    def test_by_turns_until_the_time_is_over_the_last_is_cut(self):
        inner = (timed("run", 90), timed("walk", 120))
        group = Segment(activity="run", segments=inner, end=SegmentEnd(kind="time", seconds=500))
        _, pieces, _ = made(of(group))
        assert [int(shown["Duration"]) for _, shown in pieces] == [90, 120, 90, 120, 80]


class TestWhatItCannotHold:
    def test_words_are_texts_and_no_number_is_made_up(self):
        _, pieces, warnings = made(ladder())
        assert {name for name, _ in pieces} == {"FreeRide"}
        assert warnings == []

    @pytest.mark.parametrize(
        ("stretch", "told"),
        [
            (timed("run", 600, HEART), "not by the heart rate"),
            (timed("run", 600, Target(kind="rpe", text="RPE 3", low=3, high=3)), "no RPE"),
            (until("run", "lap"), "cannot end 'run until you press lap'"),
            (until("run", "until hr < 120"), "cannot end 'run until your heart rate"),
            (
                timed("bike", 60, Target(kind="power", text="above 250 W", low=250, unit="W")),
                "above 250 W cannot be steered by",
            ),
        ],
    )
    def test_what_it_cannot_steer_by_or_end_is_told(self, stretch, told):
        _, pieces, warnings = made(of(stretch))
        assert pieces[0][0] == "FreeRide"
        assert len(warnings) == 1
        assert told in warnings[0]

    def test_what_stands_for_an_open_end_can_be_set(self):
        assert length(made(of(until("run", "lap")), open="2min")[1]) == 120

    def test_another_sport_and_exercises_are_left_out_and_told(self):
        whole = gym().sessions[0].blocks[0]
        blocks = (Block(kind="endurance", segments=(timed("bike", 600), timed("run", 300))), whole)
        head, pieces, warnings = made(of(blocks=blocks))
        assert head["sportType"] == "bike"
        assert len(pieces) == 1
        assert any("one sport: run is left out" in each for each in warnings)
        assert any("Zwift has no exercises: Squat, Bench Press" in each for each in warnings)

    def test_repeats_without_measure_are_refused(self):
        group = times(1000, times(1000, timed("run", 1), timed("walk", 1)))
        assert "more stretches than" in refused(of(group))


def seconds(segment):
    if segment.segments:
        return segment.repeat * sum(map(seconds, segment.segments))
    return segment.repeat * segment.end.seconds


def test_warm_up_and_cool_down_of_the_samples_are_in_it():
    main = Block(kind="endurance", segments=(timed("run", 600),))
    assert length(made(of(blocks=(WARM_UP, main, COOL_DOWN)))[1]) == 600 + 600 + 300
