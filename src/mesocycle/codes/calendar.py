"""Codes of exceptions to the schedule: E480 to E499, and the advice W550 to W553."""

from __future__ import annotations

from mesocycle.codes import Row, codes

_HEADER = """plan "Small"
  starts 2026-12-07; lasts 2 weeks; timezone Europe/Berlin
  care training
  use runner-back
"""

_STRENGTH = 'session "Strength" on mon, thu at 07:00\n  Superman; 3x8\n'
_OFTEN = 'session "Strength" 3 times a week, 48h apart\n  Superman; 3x8\n'
_EVERY_DAY = 'session "Stretch" every day at 07:00\n  Cat Cow; 1x8\n'
_TWICE = 'session "Stretch" on mon, thu at 07:00, 19:00\n  Cat Cow; 1x8\n'
_RACE = 'race "Ten" on 2026-12-20 at 10:00; 10km'
_TURNS = 'session "A"\n  Superman; 3x8\n\nsession "B"\n  {}; 3x8\n\nrotation "A", "B" on mon, thu\n'


def _plan(*lines: str, sessions: str = _STRENGTH) -> str:
    """A plan of two weeks with a calendar of these lines."""
    return "\n".join((_HEADER, sessions, "calendar", *(f"  {line}" for line in lines))) + "\n"


_ROWS: tuple[Row, ...] = (
    ("E480", "day or week outside the plan",
     "What a calendar changes lies between the plan's first day and its last. Mostly the year is "
     "at fault. A skip may reach beyond the plan, if some of it is within.",
     _plan("move 2027-12-10 to 2026-12-11"), _plan("move 2026-12-10 to 2026-12-11")),
    ("E482", "day on which nothing is done",
     "Nothing can be moved to a rest day, nor to a day that the calendar skips.",
     _plan("rest on sat", "move 2026-12-10 to 2026-12-12"),
     _plan("rest on sat", "move 2026-12-10 to 2026-12-11")),
    ("E484", "nothing there to change",
     "The session that a line moves or skips is planned on that day. All lines of a calendar "
     "speak of the days as the schedule has them, before any change.",
     _plan('skip "Strength" on 2026-12-09'), _plan('skip "Strength" on 2026-12-10')),
    ("E485", "two changes of one session",
     "Whatever is moved has one place to go. What names a session goes before what speaks of its "
     "whole day, so these two may stand together.",
     _plan("move 2026-12-10 to 2026-12-11", "swap 2026-12-10 with 2026-12-12"),
     _plan("move 2026-12-10 to 2026-12-11", 'skip "Strength" on 2026-12-10')),
    ("E486", "session on a rest day",
     "A session whose line names the day, and a rest on that day: one of the two is wrong. "
     "Sessions every day, or every other day, just leave their rest days out.",
     _plan("rest on thu"), _plan("rest on sun")),
    ("E487", "so many times a week, and no room",
     "The days of a session that comes N times a week are found around the days of rest, and the "
     "hours between two sessions are kept over the borders of weeks. Here no days are left.",
     _plan("rest on tue, wed, thu, sun", sessions=_OFTEN),
     _plan("rest on tue, thu, sun", sessions=_OFTEN)),
    ("E488", "change of a race",
     "A race is where its own line announces it, and a race of priority A or B has its day to "
     "itself: nothing is moved there.",
     _plan(_RACE, 'move "Ten" on 2026-12-20 to 2026-12-19'),
     _plan(_RACE, "move 2026-12-17 to 2026-12-16")),
    ("E489", "one hour for several sessions",
     "A move that gives an hour is a move of one session. Several of a day keep theirs.",
     _plan('move "Stretch" on 2026-12-10 to 2026-12-11 at 08:00', sessions=_TWICE),
     _plan('move "Stretch" on 2026-12-10 to 2026-12-11', sessions=_TWICE)),
    ("E490", "rest on every day",
     "Somebody who rests on all seven weekdays has no plan. A break of some days is a skip.",
     _plan("rest on sat, sun", "rest on mon, tue, wed, thu, fri", sessions=_EVERY_DAY),
     _plan("rest on sat, sun", sessions=_EVERY_DAY)),
    ("W550", "days skipped twice",
     "Two lines skip the same days. Of two reasons, the first is given.",
     _plan("skip 2026-12-10 to 2026-12-14", "skip 2026-12-14 to 2026-12-17"),
     _plan("skip 2026-12-10 to 2026-12-13", "skip 2026-12-14 to 2026-12-17")),
    ("W551", "nothing to skip",
     "Nothing is planned on these days, so the line changes nothing. Perhaps another day is "
     "meant; or the plan was given another start than its own, and the days are not in it.",
     _plan("skip 2026-12-11 to 2026-12-13"), _plan("skip 2026-12-10 to 2026-12-13")),
    ("W552", "the same session twice on a day",
     "A session was moved to a day that has it already. The plan compiles; it is done twice.",
     _plan('move "Stretch" on 2026-12-07 to 2026-12-10', sessions=_TWICE),
     _plan('move "Stretch" on 2026-12-07 to 2026-12-08', sessions=_TWICE)),
    ("W553", "nothing to merge",
     "`missed: merge` gives the next session the exercises of a missed one that it lacks. Where "
     "the sessions that follow each other are all alike, or all are runs, nothing is ever merged: "
     "what was missed is just left out.",
     _plan("missed: merge", sessions=_TURNS.format("Superman")),
     _plan("missed: merge", sessions=_TURNS.format("Plank").replace("Plank; 3x8", "Plank; 3x20s"))),
)  # fmt: skip

CODES = codes(_ROWS)
