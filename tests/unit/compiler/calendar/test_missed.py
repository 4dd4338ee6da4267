"""What becomes of missed sessions where it depends on more than the policy."""

from __future__ import annotations

import datetime as dt

import pytest

import mesocycle
from mesocycle.loading import Folder
from mesocycle.source import Source

HEAD = """\
plan "Small"
  starts 2026-12-07
  timezone Europe/Berlin
  care training
  use runner-back
"""


def compiled(text, *header, as_of="2026-12-07", diary=""):
    """The programme of a few lines, without a mistake in them."""
    plan = HEAD + "".join(f"  {line}\n" for line in header) + text
    made = mesocycle.compile_plan(
        Source("small.plan", plan), Folder("-"), Source("a.diary", f'athlete "A"\n{diary}'),
        as_of=dt.date.fromisoformat(as_of),
    )  # fmt: skip
    return made.unwrap()


def days(programme, name="S"):
    """The days of December (32 is New Year) on which a session is, and whether it is done."""
    first = dt.date(2026, 11, 30)
    return [
        (dt.date.fromisoformat(s.date) - first).days * (1 if s.status != "done" else -1)
        for s in programme.sessions
        if s.name == name
    ]


@pytest.mark.parametrize(
    ("schedule", "after"),
    [
        ("every day", [11, 12, 13, 14, 15, 16, 17]),
        ("every 3 days", [13, 16, 19]),
        ("3 on, 1 off", [11, 12, 13, 15, 16, 17]),
        ("on mon, fri", [11, 14]),
        ("2 times a week", [14, 17]),
        ("on 2026-12-08, 2026-12-12", [12]),
        ("on 2026-12-08", []),
    ],
)
def test_places_go_on_in_their_rhythm(schedule, after):
    """Of a week, nothing was done until Friday."""
    text = f'session "S" {schedule}\n  Superman; 3x8\n'
    assert days(compiled(text, "lasts 1 week", "missed: shift", as_of="2026-12-11")) == after


def test_a_rhythm_of_days_leaves_days_of_rest_out():
    text = 'session "S" every 2 days\n  Superman; 3x8\ncalendar\n  rest on sun\n'
    made = compiled(text, "lasts 1 week", "missed: shift", as_of="2026-12-10")
    assert days(made) == [11, 15, 17]  # of 7, 9, 11; the 13th is a Sunday


def test_two_a_day_are_two_places():
    text = 'session "S" every day at 07:00, 19:00\n  Superman; 3x8\n'
    made = compiled(
        text, "lasts 2 days", "missed: shift", as_of="2026-12-08",
        diary='2026-12-07 19:00 "S"\n  Superman; 3x8\n',
    )  # fmt: skip
    found = [(s.start[8:16], s.status) for s in made.sessions]
    assert found == [("07T19:00", "done"), ("08T07:00", "moved"), ("08T19:00", "planned"),
                     ("09T07:00", "moved")]  # fmt: skip


RACE = """\
session "S" on mon, wed
  Superman; 3x8
calendar
  race "One" on 2026-12-13; 10km; priority B
  race "Two" on 2026-12-27; 10km; priority A
"""


def test_nothing_passes_a_race_from_either_side():
    made = compiled(RACE, "lasts 3 weeks", "missed: shift", as_of="2026-12-15")
    assert days(made) == [16, 21, 23]  # 7 and 9 are lost before the first race; 14 waits
    texts = [notice.text for notice in made.notices]
    assert "S: sessions were missed, and the last 2 have no day left before the race on 13 Dec " \
        "2026." in texts  # fmt: skip


def test_a_day_of_too_much_pain_is_no_day_missed():
    text = 'session "S" on mon, wed\n  Superman; 3x8\n'
    diary = "2026-12-07 pain 7\n2026-12-08 pain 1\n"
    made = compiled(text, "lasts 1 week", "missed: drop", as_of="2026-12-08", diary=diary)
    assert [(s.date, s.status) for s in made.sessions] == [
        ("2026-12-07", "skipped"),
        ("2026-12-09", "planned"),
    ]
    shifted = compiled(text, "lasts 1 week", "missed: shift", as_of="2026-12-08", diary=diary)
    assert days(shifted) == [9, 14]


def test_the_plan_ends_with_its_last_session():
    text = 'session "S" on mon\n  Superman; 3x8\n'
    made = compiled(text, "lasts 1 week", "missed: shift", as_of="2027-01-05")
    assert [(s.date, s.week) for s in made.sessions] == [("2027-01-11", 6)]
    assert made.ends == "2027-01-11"
    assert made.statistics[-1].week == 6


def test_decisions_name_the_line_that_made_them():
    text = (
        'phase "Base" for 1 week\n  missed: drop\n'
        '  session "S" on mon\n    Superman; 3x8\n'
    )  # fmt: skip
    (told,) = compiled(text, as_of="2026-12-09").decisions
    assert [because.text for because in told.because] == ["missed: drop", 'session "S" on mon']


def test_of_volumes_the_smallest_holds():
    """A phase's, by its weeks, and a taper's, by the calendar's; a race is run in full."""
    text = (
        'phase "Base" for 2 weeks\n  volume 90%, 50%\n'
        'session "S" on mon\n  walk 100min\n'
        'calendar\n  race "R" on 2026-12-20; 10km; taper 2 weeks to 60%, 60%\n'
    )
    made = compiled(text)
    ends = [s.blocks[0].segments[0].end for s in made.sessions]
    assert [end.seconds for end in ends[:2]] == [3600, 3000]
    assert ends[2].metres == 10_000
