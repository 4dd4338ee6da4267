"""The workout: what is in the programme is in the file, as another parser reads it."""

from __future__ import annotations

from xml.dom import minidom

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mesocycle_zwo import Zwo
from msgspec.structs import replace

from mesocycle.output.sample_runs import COOL_DOWN, WARM_UP, far, timed, times, until
from mesocycle.output.samples import gym, ladder, programme, running, samples, session, stopped
from mesocycle.output.testing import OutputContract, content, rendered
from mesocycle.programme import ABORT, DISCLAIMER, Block, Segment, SegmentEnd, Target

#: The elements of a workout and their attributes, as far as Zwift's own workouts have them.
KNOWN = {
    "Warmup": {"Duration", "PowerLow", "PowerHigh", "pace"},
    "Cooldown": {"Duration", "PowerLow", "PowerHigh", "pace"},
    "Ramp": {"Duration", "PowerLow", "PowerHigh", "pace"},
    "SteadyState": {"Duration", "Power", "pace"},
    "FreeRide": {"Duration", "FlatRoad", "Cadence"},
    "IntervalsT": {"Repeat", "OnDuration", "OffDuration", "OnPower", "OffPower", "pace"},
    "textevent": {"timeoffset", "distoffset", "message"},
}
HEAD = [
    "author", "name", "description", "category", "sportType", "durationType", "ftpOverride",
    "workout",
]  # fmt: skip

WATTS = Target(
    kind="power", text="power 85–95% (213–238 W)", low=213, high=238, unit="W",
    written="power 85-95%",
)  # fmt: skip
EASY_WATTS = Target(kind="power", text="125 W", low=125, high=125, unit="W")
SHARE = Target(kind="power", text="power 80–90%", written="power 80-90%")
FIVE_K = Target(kind="pace", text="5k pace (4:54/km)", low=294, high=294, unit="s/km")
SLOWER = Target(kind="pace", text="5:00–5:20/km", low=300, high=320, unit="s/km")
JOG = Target(kind="pace", text="6:00/km", low=360, high=360, unit="s/km")
EASY = Target(kind="word", text="easy")
HEART = Target(kind="hr", text="114–133 bpm", low=114, high=133, unit="bpm")


class TestContract(OutputContract):
    output = Zwo()
    shows_disclaimer = True


def of(*segments, **changes):
    """A programme of one session with these stretches in its main part."""
    blocks = changes.pop("blocks", (Block(kind="endurance", segments=segments),))
    return programme(replace(session("Ride", 0, *blocks), **changes))


def elements(node):
    return [each for each in node.childNodes if each.nodeType == each.ELEMENT_NODE]


def attributes(node):
    return dict(node.attributes.items())


def parsed(data):
    """The head as texts, and the pieces of the workout, all with names that Zwift knows."""
    root = minidom.parseString(data).documentElement
    assert root.tagName == "workout_file"
    names = [each.tagName for each in elements(root)]
    assert names == [name for name in HEAD if name in names]
    head = {
        each.tagName: "".join(text.data for text in each.childNodes)
        for each in elements(root)
        if each.tagName != "workout"
    }
    pieces = elements(root.getElementsByTagName("workout")[0])
    for each in (*pieces, *(event for piece in pieces for event in elements(piece))):
        assert set(attributes(each)) <= KNOWN[each.tagName]
    return head, pieces


def made(programme, **options):
    """The pieces, their names with their attributes, and what was warned of."""
    done = rendered(Zwo(), programme, options=options)
    assert done.value, [each.message for each in done.diagnostics]
    head, pieces = parsed(done.value[0].content)
    return head, [(each.tagName, attributes(each)) for each in pieces], warned(done)


def warned(done):
    return [each.message for each in done.diagnostics if each.code == "W631"]


def refused(programme, **options):
    done = rendered(Zwo(), programme, options=options)
    assert not done.value
    assert [each.code for each in done.diagnostics] == ["E613"]
    return done.diagnostics[0].message


def length(pieces):
    total = 0
    for name, shown in pieces:
        if name == "IntervalsT":
            both = int(shown["OnDuration"]) + int(shown["OffDuration"])
            total += int(shown["Repeat"]) * both
        else:
            total += int(shown["Duration"])
    return total


class TestWhich:
    """A file holds one workout: the next run or ride, or the one that is asked for."""

    def test_the_next_run_or_ride(self):
        head, _, _ = made(ladder())
        assert head["name"] == "2026-12-08 Easy run"
        assert head["sportType"] == "run"

    def test_what_is_past_is_not_next(self):
        head, _, _ = made(replace(ladder(), as_of="2026-12-09"))
        assert head["name"] == "2026-12-12 Easy run"

    def test_a_day_or_a_name_picks_another(self):
        assert made(running(), on="2026-12-10")[0]["name"] == "2026-12-10 Nested"
        assert made(running(), session="long RUN")[0]["name"] == "2026-12-12 Long run"

    @pytest.mark.parametrize(
        ("options", "why"),
        [
            ({"on": "tomorrow"}, "'tomorrow' is no day"),
            ({"on": "2026-12-09"}, "there is no such session on 2026-12-09"),
            ({"session": "Swim"}, "there is no session 'Swim'"),
            ({"session": "Intervals", "on": "2026-12-10"}, "no such session on 2026-12-10"),
            ({"on": "2026-12-17"}, "Easy run on 2026-12-17 is skipped: Christmas"),
        ],
    )
    def test_what_is_not_there_is_refused_with_its_reason(self, options, why):
        assert why in refused(running(), **options)

    def test_lifting_is_no_workout_of_zwifts(self):
        assert "there is not a run or a ride" in refused(gym())
        assert "there is not a run or a ride on" in refused(ladder(), on="2026-12-07")

    def test_after_a_red_flag_there_is_none(self):
        assert "is stopped: Stop." in refused(stopped())
        assert "is stopped" in refused(stopped(), on="2026-12-09")
        later = session("Run", 6, Block(kind="endurance", segments=(timed("run", 600),)))
        whole = stopped()
        assert "is stopped" in refused(replace(whole, sessions=(*whole.sessions, later)))


class TestForm:
    def test_disclaimer_and_when_to_stop_are_in_the_description(self):
        head, _, _ = made(ladder())
        assert DISCLAIMER in head["description"]
        assert ABORT in head["description"]
        assert head["author"] == "A coach"

    def test_the_same_bytes_every_time_ending_in_a_line(self):
        data = content(Zwo(), ladder())
        assert data == content(Zwo(), ladder())
        assert data.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<workout_file>')
        assert data.endswith(b"</workout_file>\n")

    def test_cues_come_one_after_the_other(self):
        cued = replace(timed("run", 600, EASY), cues=("Loose arms.", "Look ahead."))
        _, (piece,) = parsed(content(Zwo(), of(cued)))
        assert [tuple(attributes(each).values()) for each in elements(piece)] == [
            ("0", "run 10 min, easy"), ("10", "Loose arms."), ("20", "Look ahead."),
        ]  # fmt: skip

    def test_where_there_is_no_time_for_them_they_come_at_once(self):
        cued = replace(timed("run", 20, EASY), cues=("Loose arms.", "Look ahead."))
        _, (piece,) = parsed(content(Zwo(), of(cued)))
        (event,) = elements(piece)
        assert attributes(event)["message"] == "run 20 s, easy · Loose arms. · Look ahead."

    @settings(max_examples=100, deadline=None)
    @given(st.text(max_size=60))
    def test_any_text_whatever_is_only_a_text(self, text):
        run = replace(
            timed("run", 600, Target(kind="word", text=text)), cues=(text,), notes=(text,)
        )
        whole = of(run, name=text, notes=(text,), phase=text)
        whole = replace(whole, plan=replace(whole.plan, name=text or "x", authors=(text,)))
        head, pieces = parsed(content(Zwo(), whole))
        assert len(pieces) == 1
        assert set(head) == set(HEAD) - {"ftpOverride", "workout"}

    def test_markup_in_a_cue_is_shown_as_it_is(self):
        evil = '"/></FreeRide><SteadyState Duration="9" Power="9"/>]]><!-- &lol;'
        _, (piece,) = parsed(content(Zwo(), of(replace(timed("run", 600), cues=(evil,)))))
        assert attributes(elements(piece)[-1])["message"] == evil


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
        assert any("run is no part of it" in each for each in warnings)
        assert any("Zwift has no exercises: Squat, Bench Press" in each for each in warnings)

    def test_repeats_without_measure_are_refused(self):
        group = times(1000, times(1000, timed("run", 1), timed("walk", 1)))
        assert "more stretches than" in refused(of(group))


def test_every_sample_that_has_a_run_names_only_what_zwift_knows():
    for whole in samples().values():
        for each in whole.sessions[:30]:
            done = rendered(Zwo(), whole, options={"on": each.date, "session": each.name})
            for product in done.value or ():
                parsed(product.content)


def seconds(segment):
    if segment.segments:
        return segment.repeat * sum(map(seconds, segment.segments))
    return segment.repeat * segment.end.seconds


def test_warm_up_and_cool_down_of_the_samples_are_in_it():
    main = Block(kind="endurance", segments=(timed("run", 600),))
    assert length(made(of(blocks=(WARM_UP, main, COOL_DOWN)))[1]) == 600 + 600 + 300
