"""The workout: which session it is of, and what the file is like."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mesocycle_zwo import Zwo
from msgspec.structs import replace

from mesocycle.output.sample_runs import timed
from mesocycle.output.samples import gym, ladder, running, samples, session, stopped
from mesocycle.output.testing import OutputContract, content, rendered
from mesocycle.programme import ABORT, DISCLAIMER, Block, Target
from plugins.zwo.tests.reading import EASY, HEAD, attributes, elements, made, of, parsed, refused


class TestContract(OutputContract):
    output = Zwo()


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


def test_every_sample_that_has_a_run_names_only_what_zwift_knows():
    for whole in samples().values():
        for each in whole.sessions[:30]:
            done = rendered(Zwo(), whole, options={"on": each.date, "session": each.name})
            for product in done.value or ():
                parsed(product.content)
