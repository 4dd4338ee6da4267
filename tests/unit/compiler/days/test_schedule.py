"""Days, wall times and identities."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

import mesocycle
from mesocycle.civil import wall
from mesocycle.compiler.calendar.solver import spread
from mesocycle.loading import Folder
from mesocycle.source import Source

HEADER = """\
plan "Small"
  starts {starts}
  lasts {weeks} weeks
  timezone {zone}
  use runner-back

"""


def sessions(text, *, starts="2026-12-07", weeks=1, zone="Europe/Berlin"):
    """The sessions that a few lines unfold into."""
    plan = HEADER.format(starts=starts, weeks=weeks, zone=zone) + text
    return mesocycle.compile_plan(Source("small.plan", plan), Folder("-")).unwrap().sessions


def starts(text, **header):
    return [s.start for s in sessions(text, **header)]


@pytest.mark.parametrize(
    ("zone", "day", "time", "start"),
    [
        # A spring gap moves the session on by the gap; an autumn overlap takes the first.
        ("Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T03:30:00+02:00"),
        ("Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T02:30:00+02:00"),
        ("America/New_York", "2026-03-08", "02:15", "2026-03-08T03:15:00-04:00"),
        ("America/New_York", "2026-11-01", "01:30", "2026-11-01T01:30:00-04:00"),
        ("Australia/Lord_Howe", "2026-10-04", "02:10", "2026-10-04T02:40:00+11:00"),
        ("Asia/Kathmandu", "2026-10-04", "07:00", "2026-10-04T07:00:00+05:45"),
        # A whole day that never was: Samoa crossed the date line.
        ("Pacific/Apia", "2011-12-30", "07:00", "2011-12-31T07:00:00+14:00"),
    ],
)
def test_wall_times(zone, day, time, start):
    found = wall(dt.date.fromisoformat(day), dt.time.fromisoformat(time), ZoneInfo(zone))
    assert found.isoformat() == start


def test_a_session_keeps_its_wall_time_over_a_change_of_clocks():
    found = starts(
        'session "S" on sat, sun, mon at 07:00\n  Superman; 3x8', starts="2026-03-26", weeks=1
    )
    assert found == [
        "2026-03-28T07:00:00+01:00",
        "2026-03-29T07:00:00+02:00",
        "2026-03-30T07:00:00+02:00",
    ]


@pytest.mark.parametrize(
    ("times", "hours", "days"),
    [
        (1, 0, (0,)),
        (2, 48, (0, 3)),
        (3, 48, (0, 2, 4)),
        (5, 24, (0, 1, 2, 4, 5)),
        (7, 24, (0, 1, 2, 3, 4, 5, 6)),
        (2, 84, None),  # the gap of three days across the week does not hold 84 hours
        (4, 48, None),
        (3, 72, None),
        (8, 0, None),
        (0, 0, None),
    ],
)
def test_so_many_times_a_week(times, hours, days):
    assert spread(times, hours * 3600) == days


class TestIdentity:
    """The id of a session is its place in the plan: week and number, never date or title."""

    def ids(self, text, **header):
        return [s.id for s in sessions(text, weeks=2, **header)]

    def test_a_session_that_moves_stays_itself(self):
        mon = self.ids('session "S" on mon, thu at 07:00\n  Superman; 3x8')
        assert mon == self.ids('session "S" on tue, fri at 18:30\n  Superman; 3x8')

    def test_so_does_one_whose_lines_change(self):
        before = self.ids('session "S" on mon\n  Superman; 3x8')
        assert before == self.ids('session "S" on mon\n  Beetle; 2x8\n    cue "Slowly."')

    def test_so_do_all_when_the_plan_starts_later(self):
        text = 'session "S" on mon, wed\n  Superman; 3x8'
        assert self.ids(text) == self.ids(text, starts="2027-01-04")

    def test_so_do_all_when_another_session_comes_before_them(self):
        own = 'session "S" on mon\n  Superman; 3x8\n'
        other = 'session "T" on mon at 06:00\n  Beetle; 3x8\n'
        assert set(self.ids(own)) < set(self.ids(other + own))

    def test_a_new_name_is_a_new_session(self):
        own = self.ids('session "S" on mon\n  Superman; 3x8')
        assert not set(own) & set(self.ids('session "Strength" on mon\n  Superman; 3x8'))

    def test_unless_an_id_says_that_it_is_the_same(self):
        own = self.ids('session "S" on mon\n  Superman; 3x8')
        assert own == self.ids('session "Strength" on mon\n  id s\n  Superman; 3x8')

    def test_no_two_sessions_share_one(self):
        found = self.ids(
            'session "S" every day at 08:00, 20:00\n  Superman; 3x8\n'
            'session "Run" on mon, thu at 18:00\n  warmup 5min walk\n  run 20min easy\n'
            "  cooldown 5min walk\n"
            'session "After" after "Run"\n  Cat Cow; 1x5\n'
            'session "Before" before every run\n  Cat Cow; 1x5\n'
        )
        assert len(found) == len(set(found)) == 28 + 4 + 4 + 4


class TestKeepingApart:
    """`not within 60min before a run`: the session goes behind the run."""

    run = (
        'session "Run" on mon at 18:00\n'
        "  warmup 5min walk\n  run 20min easy\n  cooldown 5min walk\n"
    )

    @pytest.mark.parametrize(
        ("at", "minutes", "start"),
        [
            ("17:30", 10, "18:30"),  # would end 20 minutes before the run
            ("17:00", 1, "18:30"),
            ("18:10", 10, "18:30"),  # in the middle of the run
            ("16:50", 10, "16:50"),  # ends 60 minutes before it
            ("07:00", 30, "07:00"),
            ("19:00", 10, "19:00"),
        ],
    )
    def test_before_a_run(self, at, minutes, start):
        found = sessions(
            self.run + f'session "Core" on mon at {at} for {minutes}min\n'
            "  Plank; 3x30s\n  not within 60min before a run\n"
        )
        core = next(s for s in found if s.name == "Core")
        assert core.start == f"2026-12-07T{start}:00+01:00"

    def test_the_catalogue_says_so_of_the_spiderman(self):
        found = sessions(self.run + 'session "Core" on mon at 17:30\n  Spiderman; 1x8\n')
        assert [s.name for s in found] == ["Run", "Core"]

    def test_without_a_time_it_comes_after_the_run(self):
        found = sessions('session "Core" on mon\n  Spiderman; 1x8\n' + self.run)
        assert [s.name for s in found] == ["Run", "Core"]
