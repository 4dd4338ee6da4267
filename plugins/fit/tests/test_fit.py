"""The steps of the programme are those of the file, as independent decoders read it."""

from __future__ import annotations

import sys
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mesocycle_fit import Fit
from msgspec.structs import replace

from mesocycle.output.sample_runs import timed
from mesocycle.output.samples import gym, ladder, running, samples, stopped
from mesocycle.output.testing import OutputContract, content, rendered
from plugins.fit.tests.decoding import SDK, by_sdk, done, messages, steps
from plugins.fit.tests.making import ends, made, of, refused


class TestContract(OutputContract):
    output = Fit()


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
