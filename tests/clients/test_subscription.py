"""A coach edits, an athlete's calendar follows: the same story for every program.

The tests of a program run in order, one calendar long: each begins with what the one before left.
"""

from __future__ import annotations

import time

import pytest

from tests.clients.plans import FIRST, Plan, first_but
from tests.clients.served import ServedFeed
from tests.clients.waiting import WATCHED, look, sees, still_sees, until

pytestmark = pytest.mark.proves("C78", "C79", "C80")

SKIPPED = "2027-03-25T06:00Z 2027-03-25T06:40Z  Skipped: Strength  CANCELLED"


@pytest.fixture(scope="module")
def feed(program, tmp_path_factory):
    """A feed with one subscriber: the program."""
    made = ServedFeed(tmp_path_factory.mktemp("coach"))
    made.publish(Plan())
    program.subscribe(made.url)
    yield made
    made.close()


def test_a_first_look_shows_every_session_at_its_time(program, feed):
    shown = sees(program, feed, FIRST)
    strength = next(each for each in shown if each.title == "Strength")
    assert strength.text.startswith("Superman · week 1 · about 40 min\n\n1. Superman: 3 × 8 reps")
    assert "Slowly, in good form; count: 3, 2, 1." in strength.text
    assert "\\" not in strength.text  # nothing is left escaped


def test_a_second_look_changes_nothing(program, feed):
    before = program.shown()
    assert still_sees(program, feed, FIRST) == before


def test_another_text_is_shown(program, feed):
    feed.publish(Plan(text="Lift only as far as the back likes."))
    shown = sees(program, feed, FIRST)
    texts = [each.text for each in shown if each.title == "Strength"]
    assert len(texts) == 4
    assert all("Lift only as far as the back likes." in each for each in texts)
    assert not any("count: 3, 2, 1" in each for each in texts)


def test_another_title_is_shown(program, feed):
    feed.publish(Plan(title="Back, strong; slow"))
    sees(program, feed, [each.replace("Strength", "Back, strong; slow") for each in FIRST])


def test_another_time_and_length_are_shown(program, feed):
    before = {each.start[:10]: each.uid for each in program.shown()}
    feed.publish(Plan(time="18:15", length="50min"))
    shown = sees(
        program,
        feed,
        first_but(
            d22="2027-03-22T17:15Z 2027-03-22T18:05Z  Strength",
            d25="2027-03-25T17:15Z 2027-03-25T18:05Z  Strength",
            d29="2027-03-29T16:15Z 2027-03-29T17:05Z  Strength",
            d01="2027-04-01T16:15Z 2027-04-01T17:05Z  Strength",
        ),
    )
    if program.keeps_uids:
        assert {each.start[:10]: each.uid for each in shown} == before


def test_a_session_that_moves_is_on_its_new_day_and_on_no_other(program, feed):
    feed.publish(Plan(calendar=('move "Strength" on 2027-03-29 to 2027-03-30 at 12:00',)))
    sees(program, feed, first_but(d29="2027-03-30T10:00Z 2027-03-30T10:40Z  Strength"))


def test_a_session_that_gets_a_time_is_no_whole_day_any_more(program, feed):
    feed.publish(Plan(calendar=('move "Easy run" on 2027-03-27 to 2027-03-27 at 09:00',)))
    sees(program, feed, first_but(d27="2027-03-27T08:00Z 2027-03-27T08:40Z  Easy run"))


def test_a_skipped_session_is_shown_as_cancelled_with_its_reason(program, feed):
    feed.publish(Plan(calendar=('skip "Strength" on 2027-03-25 "away"',)))
    shown = sees(program, feed, first_but(d25=SKIPPED))
    skipped = next(each for each in shown if each.status == "CANCELLED")
    assert skipped.text.startswith("Skipped: away.")
    assert "Superman" not in skipped.text


def test_pain_cancels_what_follows(program, feed):
    feed.publish(Plan(entries=("2027-03-24 pain 7 back",)))
    sees(program, feed, [_after_pain(line) for line in FIRST])


def test_and_when_it_is_gone_it_is_all_there_again(program, feed):
    feed.publish(Plan())
    sees(program, feed, FIRST)


def test_what_is_deleted_from_the_plan_is_gone(program, feed):
    feed.publish(Plan(weeks="1 week"))
    sees(program, feed, [line for line in FIRST if line < "2027-03-29"])


@pytest.mark.proves("C59")
def test_a_plan_with_a_mistake_leaves_the_last_good_one(program, feed):
    feed.publish(Plan())
    before = sees(program, feed, FIRST)
    feed.save_broken(Plan(weeks="1 week"))
    assert still_sees(program, feed, FIRST) == before
    assert feed.asked[-1].status in {200, 304}


def test_a_server_that_is_away_leaves_what_was_there(program, feed):
    before = program.shown()
    feed.down()
    assert still_sees(program, feed, FIRST) == before


@pytest.mark.proves("C70")
def test_when_all_is_well_again_the_calendar_follows_again(program, feed):
    feed.up()
    feed.publish(Plan(text="Welcome back."))
    shown = sees(program, feed, FIRST)
    assert "Welcome back." in next(each for each in shown if each.title == "Strength").text


@pytest.mark.proves("C61")
def test_a_revoked_link_shows_a_notice_and_no_session(program, feed):
    feed.revoke()
    look(program, feed)
    assert until(lambda: len(program.shown()) == 1)
    notice = program.shown()[0]
    assert notice.title == "This calendar link was revoked"
    assert notice.text


@pytest.mark.proves("C61")
def test_after_thirty_days_the_link_is_gone_for_good(program, feed):
    before = program.shown()
    feed.age(days=31)
    assert until(lambda: feed.status() == 410)
    look(program, feed)
    time.sleep(WATCHED)
    assert program.shown() == ([] if program.goes_dark else before)
    assert feed.asked[-1].status == 410


def _after_pain(line: str) -> str:
    when, _, what = line.partition("  ")
    if what == "half-term begins":
        return line
    if when < "2027-03-24":
        return f"{when}  Missed: {what}"
    return f"{when}  Skipped: {what}  CANCELLED"
