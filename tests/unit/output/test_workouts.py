"""One session of many: the next, or the one that is asked for; none behind a stop."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from mesocycle.output import Context, Rendered
from mesocycle.output.samples import ladder, programme, session, stopped
from mesocycle.output.workouts import CHOICE, choose
from mesocycle.programme import Session


def chosen(programme, wanted=lambda each: True, **options):
    context = Context(options={each.name: each.default for each in CHOICE} | options)
    return choose(programme, context, wanted, "a run")


def day(found):
    assert isinstance(found, Session), found
    return found.date


def why(found):
    assert isinstance(found, Rendered)
    assert found.content is None
    return found.refusal


def runs(each):
    return each.name == "Easy run"


def test_the_first_that_is_still_to_be_done():
    whole = ladder()
    assert day(chosen(whole)) == "2026-12-07"
    first, *others = whole.sessions
    done = (replace(first, status="done"), *others)
    assert day(chosen(replace(whole, sessions=done))) == "2026-12-08"
    assert day(chosen(replace(whole, as_of="2026-12-10"))) == "2026-12-11"


def test_the_first_that_the_format_can_hold():
    assert day(chosen(ladder(), runs)) == "2026-12-08"
    assert why(chosen(ladder(), lambda each: False)) == "from 2026-12-07 on there is not a run"


def test_by_day_and_by_name():
    assert day(chosen(ladder(), session="easy RUN")) == "2026-12-08"
    assert day(chosen(ladder(), on=" 2026-12-12 ", session="Easy run")) == "2026-12-12"
    assert day(chosen(ladder(), session="Loosen up")) is None, "any time"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"on": "soon"}, "'soon' is no day"),
        ({"on": "2026-12-13"}, "no such session on 2026-12-13"),
        ({"session": "Swim"}, "no session 'Swim'"),
        ({"on": "2026-12-07", "session": "Easy run"}, "no such session on 2026-12-07"),
    ],
)
def test_what_is_not_there_is_refused(options, said):
    assert said in why(chosen(ladder(), **options))


def test_a_day_without_what_the_format_can_hold():
    assert why(chosen(ladder(), runs, on="2026-12-07")) == "there is not a run on 2026-12-07"


def test_nothing_is_handed_out_on_or_after_a_stop():
    after = session("Easy run", 9)
    whole = stopped()
    whole = replace(whole, sessions=(*whole.sessions, after))
    assert "Strength on 2026-12-09 is stopped: Stop." in why(chosen(whole))
    assert "is stopped" in why(chosen(whole, session="Easy run"))
    assert "delete the file of an earlier build" in chosen(whole).hint
    assert "is stopped" in why(chosen(whole, on="2026-12-09"))


def test_a_stop_of_the_past_is_over():
    whole = stopped()
    again = session("Easy run", 9)
    whole = replace(whole, sessions=(*whole.sessions, again), as_of="2026-12-14")
    assert day(chosen(whole)) == "2026-12-16"


def test_before_a_stop_there_is_a_session():
    (first, *_) = stopped().sessions
    planned = programme(replace(first, status="planned"), *stopped().sessions[1:])
    assert day(chosen(planned)) == "2026-12-07"


def test_what_is_skipped_is_told_with_its_reason():
    off = session("Easy run", 0, status="skipped", reason="Christmas")
    assert why(chosen(programme(off), on="2026-12-07")).endswith("is skipped: Christmas")
