"""Codes of phases, weeks, groups, rotations, tracks and templates: E340 to E359, W521 to W526."""

from __future__ import annotations

from mesocycle.codes import Row, codes

_HEADER = """plan "Small"
  starts 2026-12-07
  timezone Europe/Berlin
  use runner-back
"""

_LINE = "  Superman; 3x8"


def _plan(*lines: str) -> str:
    """A plan that says in its phases how long it lasts."""
    return "\n".join((_HEADER, *lines)) + "\n"


def _weeks(*lines: str) -> str:
    """A plan of two weeks."""
    return "\n".join((f"{_HEADER}  lasts 2 weeks\n", *lines)) + "\n"


def _session(*lines: str) -> str:
    return _weeks('session "S" on mon', *(f"  {line}" for line in lines))


_IN_A_PHASE = ('  session "S" on mon', f"  {_LINE}")
_TWO = ('session "A"', _LINE, 'session "B"', "  Beetle; 3x8")
_LONG = "long: Superman; 3x8-12; progress reps"
_PAIR = ("template pair", "  superset", "    Superman; 3x8", "    Beetle; 3x8")
_TEMPLATE = ("template main(lift, most)", "  lift; 3x8-12; progress reps to most")


def _done(*lines: str) -> str:
    return _weeks(*_TEMPLATE, 'session "S" on mon', *(f"  {line}" for line in lines))


_PROGRESSION = (_HEADER, "  use barbell", "  lasts 2 weeks", "progression p")
_USED = '\nsession "S" on mon\n  Squat; 3x5 60kg; progress with p\n'


_ROWS: tuple[Row, ...] = (
    ("E340", "phase of no length",
     "A phase lasts some weeks, and comes at least once. It may not last longer than any plan "
     "does.",
     _plan('phase "Base" for 700 weeks', *_IN_A_PHASE),
     _plan('phase "Base" for 4 weeks', *_IN_A_PHASE)),
    ("E341", "week that there is not",
     "Weeks in a phase count from the phase's first week, and begin again with every cycle. At "
     "the margin they count from the plan's first.",
     _plan('phase "Base" for 4 weeks', *_IN_A_PHASE, "      week 6: 3x5"),
     _plan('phase "Base" for 4 weeks', *_IN_A_PHASE, "      week 4: 3x5")),
    ("E342", "length that the phases do not add up to",
     "Phases follow each other and fill the plan, so they say how long it lasts. A length beside "
     "them has to be the same.",
     _weeks('phase "Base" for 4 weeks', *_IN_A_PHASE),
     _weeks('phase "Base" for 2 weeks', *_IN_A_PHASE)),
    ("E343", "group inside a group",
     "A superset, a circuit, an EMOM … has exercises in it, not other groups.",
     _weeks(*_PAIR, 'session "S" on mon', "  circuit", "    do pair", "    Cat Cow; 3x8"),
     _weeks(*_PAIR, 'session "S" on mon', "  do pair", "  Cat Cow; 3x8")),
    ("E344", "group of none or of one",
     "A group has lines. Where they take turns (superset, interleave, alternating intervals), "
     "there are at least two.",
     _session("superset", "  Superman; 3x8"),
     _session("superset", "  Superman; 3x8", "  Beetle; 3x8")),
    ("E345", "group that never begins",
     "The rounds, the length and the intervals of a group are more than nothing, and one "
     "interval fits into the whole.",
     _session("amrap 0min", "  Superman; 8 reps"), _session("amrap 10min", "  Superman; 8 reps")),
    ("E346", "rotation that does not turn",
     "In a rotation two sessions or more take turns on days of the rotation's own. Each is there "
     "in some week in which the rotation is.",
     _weeks(*_TWO, 'rotation "A", "B" in weeks 1'),
     _weeks(*_TWO, 'rotation "A", "B" on mon, wed, fri')),
    ("E347", "clause in the wrong place of a group",
     "Rest between rounds is said on the group's own line. What is about one exercise (where a "
     "ladder starts) is said on that exercise's.",
     _session("Superman; 3x8; rest 90s between rounds"), _session("Superman; 3x8; rest 90s")),
    ("E348", "rung that is not on the ladder",
     "`at NAME: …` says what holds while the ladder stands on one of its own rungs.",
     _session("Superman | Superman Pull; 3x8", "  at Beetle: 2x8"),
     _session("Superman | Superman Pull; 3x8", "  at Superman Pull: 2x8")),
    ("E349", "track that the plan does not have",
     "`if NAME: …` asks whether the athlete is on that track. The plan names its tracks at the "
     "left margin, so that a slip of the pen is not taken for one.",
     _session("Superman; 3x8", "  if scalde: 2x8"),
     _weeks("track scaled", 'session "S" on mon', "  Superman; 3x8", "    if scaled: 2x8")),
    ("E350", "reps that do not fit the complex",
     "Each exercise of a complex has its own number: `Clean + Front Squat + Jerk; 3x(2+1+1)`. "
     "One exercise alone has one.",
     _session("Superman + Beetle; 3x(2+1+1)"), _session("Superman + Beetle; 3x(2+1)")),
    ("E351", "unknown template",
     "`do NAME` places a template of the plan or of a library that it uses.",
     _done("do main(Superman, 15)", "do mian(Beetle, 15)"),
     _done("do main(Superman, 15)", "do main(Beetle, 15)")),
    ("E352", "arguments that do not match",
     "A template is given one argument for each of its names, in their order or by name.",
     _done("do main(Superman)"), _done("do main(Superman, most: 15)")),
    ("E353", "template that never ends",
     "A template may place other templates, but none that places it again.",
     _weeks("template a", "  do b", "template b", "  do a", 'session "S" on mon', "  do a"),
     _weeks("template a", "  do b", "template b", _LINE, 'session "S" on mon', "  do a")),
    ("E354", "template with nothing to place",
     "A template has a name of its own, and lines as a session has them: exercises and groups.",
     _weeks("template main", 'session "S" on mon', "  do main"),
     _weeks("template main", _LINE, 'session "S" on mon', "  do main")),
    ("E355", "phase or week without sessions",
     "In each phase something happens: sessions of its own, or some of the left margin, which "
     "are in every phase.",
     _plan('phase "Base" for 2 weeks', *_IN_A_PHASE, 'phase "Peak" for 1 week'),
     _plan('phase "Base" for 2 weeks', *_IN_A_PHASE, 'phase "Peak" for 1 week',
           '  session "S" on tue', "    Superman; 1x8")),
    ("E356", "stand-in without a reason",
     "`instead NAME` puts another exercise in the place of one: for a reason of the catalogue's "
     "(`for bad form`), on a track, or in some weeks.",
     _session("pick 2 from strength; 3x8", "  week 2: instead Beetle"),
     _session("Superman; 3x8", "  week 2: instead Beetle")),
    ("E357", "group that hardly ends",
     "A group lasts a day at most, and has 500 intervals at most. Mostly the unit is at fault: "
     "hours for minutes, seconds for minutes.",
     _session("emom 600h", "  Superman; 8 reps"), _session("emom 10min", "  Superman; 8 reps")),
    ("E358", "more than a plan can hold",
     "A plan may have 1,000 sessions, a session 300 lines, a line 500 sets, and all sessions "
     "10,000 lines, each counted once more for every change by week. Over all its days that may "
     "unfold into 50,000 lines and 500,000 sets: ten years of a dozen exercises a day. A "
     "calendar may have 1,000 lines, and notes on 20,000 days.",
     _session("Superman; 100x8, 100x8, 100x8, 100x8, 100x8, 100x8"), _session("Superman; 6x8")),
    ("E359", "progression of too many rules",
     "A progression may have 200 rules, stages and variables. What needs more is several.",
     "\n".join((*_PROGRESSION, *("  on hit: load +2.5kg",) * 201)) + _USED,
     "\n".join((*_PROGRESSION, "  on hit: load +2.5kg")) + _USED),
    ("W521", "template that nothing uses", "No line of the plan places this template.",
     _weeks(*_TEMPLATE, 'session "S" on mon', _LINE), _done("do main(Superman, 15)")),
    ("W522", "track on which nothing differs",
     "No line asks whether the athlete is on this track, so being on it changes nothing.",
     _weeks("track scaled", 'session "S" on mon', "  Superman; 3x8"),
     _weeks("track scaled", 'session "S" on mon', "  Superman; 3x8", "    if scaled: 2x8")),
    ("W523", "sets and rounds that differ",
     "A round has one set of each line. Where both are counted, they should be the same number.",
     _session("circuit 4 rounds", "  Superman; 3x8", "  Beetle; 8 reps"),
     _session("circuit 4 rounds", "  Superman; 8 reps", "  Beetle; 8 reps")),
    ("W524", "one label, two progressions",
     "Lines with one label and one exercise move as one, wherever they stand. Each step of "
     "either is a step of both.",
     _session(_LONG, "long: Superman; 2x8-12; progress sets to 4"),
     _session(_LONG, "short: Superman; 2x8-12; progress sets to 4")),
    ("W525", "change in a week without the session",
     "The session is not there in this week, so nothing comes of what its line says.",
     _weeks('session "S" on mon in weeks 1', _LINE, "    week 2: 2x8"),
     _weeks('session "S" on mon in weeks 1-2', _LINE, "    week 2: 2x8")),
)  # fmt: skip

CODES = codes(_ROWS)
