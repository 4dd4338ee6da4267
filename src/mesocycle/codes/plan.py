"""Codes of what a plan means: E300 to E339."""

from __future__ import annotations

from mesocycle.codes import Row, codes

_HEADER = """plan "Small"
  starts 2026-12-07
  lasts 2 weeks
  timezone Europe/Berlin
  use runner-back
"""

_SESSION = """
session "Strength" on mon
  Superman; 3x8
"""


def _header(*lines: str, without: str = "\0") -> str:
    """A small plan with more header lines, and without those that begin with `without`."""
    kept = [x for x in _HEADER.splitlines() if not x.strip().startswith(without)]
    return "\n".join((*kept, *(f"  {line}" for line in lines))) + "\n" + _SESSION


def _sessions(text: str) -> str:
    return f"{_HEADER}\n{text}\n"


def _item(*lines: str) -> str:
    return _sessions('session "Strength" on mon\n' + "\n".join(f"  {line}" for line in lines))


def _when(schedule: str) -> str:
    return _sessions(f'session "Strength" {schedule}\n  Superman; 3x8')


_ROWS: tuple[Row, ...] = (
    ("E301", "no plan in the file",
     "A plan file has one `plan` statement. A file without one is a library: it can be used by "
     "a plan, not compiled.",
     'exercise "Wall Sit"\n  measure hold\n', _header()),
    ("E302", "two plans in one file",
     "A file holds one plan, because its name and dates hold for everything in the file.",
     f'{_header()}\nplan "Again"\n', _header()),
    ("E303", "no length",
     "A plan needs an end: `lasts` with weeks or days, or `ends` with a date.",
     _header(without="lasts"), _header()),
    ("E304", "no such day or time",
     "Dates are civil dates as year-month-day, times are hours and minutes of a day.",
     _when("on 2026-02-30"), _when("on 2026-12-09")),
    ("E305", "unknown time zone",
     "Zones have the names of the tz database, such as Europe/Berlin. An abbreviation like CET "
     "may not say when summer time begins.",
     _header("timezone Berlin/Europe", without="timezone"), _header()),
    ("E306", "impossible length",
     "A plan lasts from one day to ten years, and does not end before it starts.",
     _header("ends 2026-12-01", without="lasts"), _header("ends 2026-12-20", without="lasts")),
    ("E307", "no first day",
     "A plan needs a first day: in its header, in the athlete's diary (`follows … from`), or on "
     "the command line. Nothing is ever taken from today's date.",
     _header(without="starts"), _header()),
    ("E308", "session without days",
     "Every session says when it happens, even if that is `any time`.",
     _when("at 07:00"), _when("on mon at 07:00")),
    ("E309", "two rules for the days",
     "A session has one rule for its days. Two would leave open which one holds.",
     _when("on mon every 2 days"), _when("every 2 days")),
    ("E310", "amount that is out of range",
     "A week has days 1 to 7; weeks count from 1; a session and a run have a length; a step of "
     "progress moves something.",
     _when("on day 8"), _when("on day 7")),
    ("E311", "more than fits into a week",
     "So many sessions a week, so far apart, need more than seven days. The gap across the end "
     "of the week counts as well.",
     _when("4 times a week, 48h apart"), _when("3 times a week, 48h apart")),
    ("E312", "said twice",
     "This can be said once; the second time contradicts the first, or repeats it.",
     _item("Superman; 3x8; 3x10"), _item("Superman; 3x8")),
    ("E313", "unknown session",
     "A session hangs on another one by that one's name, as written in the plan.",
     _sessions('session "Run" on mon\n  walk 30min\nsession "Stretch" after "Rum"\n  Cat Cow'),
     _sessions('session "Run" on mon\n  walk 30min\nsession "Stretch" after "Run"\n  Cat Cow')),
    ("E314", "clause that does not belong here",
     "Sets and reps belong to exercises, times and distances to runs; under a condition stand "
     "only sets, rest, tempo, manner, cues and notes.",
     _item('task "Drink 2 l"; 3x8'), _item('task "Drink 2 l"')),
    ("E315", "measure that does not fit",
     "An exercise that is held has seconds, not reps; and only what is counted can progress.",
     _item("Plank; 3x8"), _item("Plank; 3x30s")),
    ("E316", "progress without a ceiling",
     "Progress moves up through a range, or to a limit. Without one, nobody has said where it "
     "ends; software never goes past what the coach wrote.",
     _item("Superman; 3x10; progress reps"), _item("Superman; 3x8-12; progress reps")),
    ("E318", "exercise on two rungs",
     "A ladder goes from easier to harder; the same exercise cannot be both.",
     _item("Superman | Beetle | Superman; 3x8"), _item("Superman | Superman Pull; 3x8")),
    ("E319", "start that is not on the ladder",
     "`start at` names one of the ladder's own rungs.",
     _item("Superman | Superman Pull; 3x8; start at Beetle"),
     _item("Superman | Superman Pull; 3x8; start at Superman Pull")),
    ("E320", "no dose",
     "Neither the plan nor the catalogue says how many sets and reps, or how long.",
     _sessions('exercise "Wall Sit"\n  measure hold\nsession "S" on mon\n  Wall Sit'),
     _sessions('exercise "Wall Sit"\n  measure hold\nsession "S" on mon\n  Wall Sit; 3x30s')),
    ("E321", "question about an exercise where there is none",
     "Conditions such as `painfree` or `slow` ask about one exercise. On a session as a whole "
     "only the athlete can be asked about: back pain, a symptom, a place.",
     _item("Superman; 3x8", 'when painfree: note "Go on."'),
     _item("Superman; 3x8", 'when back pain > 0: note "Take it easy."')),
    ("E325", "pain off the scale", "Pain goes from 0, none, to 10, the worst imaginable.",
     _item("Superman; 3x8", 'when back pain > 11: note "Stop."'),
     _item("Superman; 3x8", 'when back pain > 1: note "Stop."')),
    ("E326", "two sessions of one name",
     "Sessions are told apart by their names (in the diary, in `after`), and by their ids for "
     "ever: two alike would be one.",
     _sessions('session "A" on mon\n  Superman; 3x8\nsession "A" on tue\n  Beetle; 3x8'),
     _sessions('session "A" on mon\n  Superman; 3x8\nsession "B" on tue\n  Beetle; 3x8')),
    ("E327", "empty session", "A session has at least one line, be it a note.",
     _sessions('session "A" on mon'), _sessions('session "A" on mon\n  note "Rest well."')),
    ("E328", "sessions in a circle",
     "A session that hangs on another one, which hangs on the first, has no day.",
     _sessions('session "A" after "B"\n  Superman; 3x8\nsession "B" after "A"\n  Beetle; 3x8'),
     _sessions('session "A" on mon\n  Superman; 3x8\nsession "B" after "A"\n  Beetle; 3x8')),
    ("E329", "plan without sessions", "There is nothing to schedule.", _HEADER, _header()),
    ("E330", "no time zone",
     "Wall times need a zone, in the plan or in the athlete's diary, to know when clocks change.",
     _header(without="timezone"), _header()),
    ("E331", "too many sessions",
     "A plan may unfold into 20,000 sessions, which is five a day for ten years.",
     'plan "Much"\n  starts 2026-01-01\n  lasts 3600 days\n  timezone UTC\n  use runner-back\n\n'
     'session "S" every day at 06:00, 08:00, 10:00, 12:00, 14:00, 16:00\n  Superman; 1x8\n',
     'plan "Less"\n  starts 2026-01-01\n  lasts 36 days\n  timezone UTC\n  use runner-back\n\n'
     'session "S" every day at 06:00, 08:00, 10:00, 12:00, 14:00, 16:00\n  Superman; 1x8\n'),
    ("E332", "exercise right before a run",
     "The catalogue keeps this exercise away from the time before a run; here it stands above "
     "the run in the same session.",
     _sessions('session "Run" on mon\n  Spiderman; 1x8\n  warmup 5min walk\n  run 20min easy\n'
               "  cooldown 5min walk"),
     _sessions('session "Run" on mon\n  warmup 5min walk\n  run 20min easy\n'
               "  cooldown 5min walk\n  Spiderman; 1x8")),
    ("E333", "library that cannot be used",
     "`use` brings in a library by name, or a file below the plan's own folder by path.",
     _header("use runner-bakc"), _header()),
    ("E334", "libraries nested too deep",
     "Libraries may use libraries, sixteen deep; deeper, or in a circle, is a mistake.", "", ""),
    ("E336", "video that is no link",
     "A video is an address on the web, beginning with https:// (or http://).",
     _item("Superman; 3x8", 'video "my film"'),
     _item("Superman; 3x8", 'video "https://example.org/superman"')),
    ("E335", "plan used as a library",
     "A library has exercises, pools and places. A file with a plan or sessions in it is a plan.",
     "", ""),
    ("E337", "choice of a choice",
     "A choice is between sessions that have lines of their own, not between other choices.",
     _sessions('session "A"\n  Superman; 3x8\nsession "B" on mon\n  "A" or "C"\n'
               'session "C" on tue\n  "A" or "B"'),
     _sessions('session "A"\n  Superman; 3x8\nsession "B" on mon\n  "A" or "C"\n'
               'session "C" on tue\n  Beetle; 3x8')),
    ("E338", "pick that stays empty",
     "What an exercise is never changes. If no exercise of the pool can be as `where` asks, the "
     "line would be empty on every day.",
     _item("pick 2 from strength where needs barbell; 3x8"),
     _item("pick 2 from strength where equipment free; 3x8")),
)  # fmt: skip

CODES = codes(_ROWS)
