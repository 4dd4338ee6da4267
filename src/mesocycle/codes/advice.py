"""Codes of advice: W500 to W599. The plan compiles, but somebody should look."""

from __future__ import annotations

from mesocycle.codes import Row, codes

_HEADER = """plan "Small"
  starts 2026-12-07
  lasts 2 weeks
  timezone Europe/Berlin
  use runner-back
"""


def _sessions(text: str) -> str:
    return f"{_HEADER}\n{text}\n"


def _run(*lines: str) -> str:
    return _sessions('session "Run" on tue\n' + "\n".join(f"  {line}" for line in lines))


def _item(*lines: str) -> str:
    return _sessions('session "Strength" on mon\n' + "\n".join(f"  {line}" for line in lines))


_RUN = '\nsession "Run" on tue\n  warmup 5min walk\n  run 20min easy\n  cooldown 5min walk'

_ROWS: tuple[Row, ...] = (
    ("W501", "announced and listed exercises differ",
     "The plan speaks of a number of exercises, in its name or its header, and lists another. "
     "Nothing is made up to fill the gap.",
     _HEADER + '  16 exercises\n\nsession "S" on mon\n  all from strength; 3x8\n',
     _HEADER + '  12 exercises\n\nsession "S" on mon\n  all from strength; 3x8\n'),
    ("W502", "run without a warm-up",
     "Low back pain often follows running too far before warming up. A walk before the run is a "
     "warm-up too; one that stands behind it is none.",
     _run("run 20min easy", "cooldown 5min walk"),
     _run("warmup 5min walk", "run 20min easy", "cooldown 5min walk")),
    ("W503", "run without a cool-down",
     "Running out slowly, or walking, belongs to the run, behind it.",
     _run("warmup 5min walk", "run 20min easy"),
     _run("warmup 5min walk", "run 20min easy", "cooldown 5min walk")),
    ("W505", "less than 48 hours between strength sessions",
     "The same muscles rest two days between strength sessions. A session that is meant to come "
     'sooner says why: because "…".',
     _sessions('session "S" on mon, tue\n  Superman; 3x8'),
     _sessions('session "S" on mon, thu\n  Superman; 3x8')),
    ("W506", "hip flexors stretched, glutes left out",
     "Who loosens the hip flexors strengthens the glutes as well; the two work against each "
     "other across the hip, and they want both within the same week.",
     _item("Hip Flexor Stretch; 2x30s each side"),
     _item("Hip Flexor Stretch; 2x30s each side", "Bridge; 3x8")),
    ("W507", "long stretch before a run",
     "Holding a stretch for more than a minute a muscle right before running costs some speed "
     "(Konrad et al., Front Physiol 2021). After the run it does not matter.",
     _sessions('session "Loose" before every run\n  Hamstring Stretch; 3x30s each side') + _RUN,
     _sessions('session "Loose" before every run\n  Hamstring Stretch; 2x30s each side') + _RUN),
    ("W508", "pool smaller than the pick",
     "The pool has fewer exercises than are to be picked; what is missing is never filled up.",
     _item("pick 9 from flexibility; 1x30s"), _item("pick 3 from flexibility; 1x30s")),
    ("W509", "sides of an exercise without sides",
     "This exercise works both sides at once; its sets are done once.",
     _item("Superman; 3x8 each side"), _item("Superman; 3x8")),
    ("W510", "session that never comes",
     "No day of the plan is a day of this session: its dates, its weeks, or what it hangs on lie "
     "outside.",
     _sessions('session "Check" on 2027-06-01\n  Superman; 3x8'),
     _sessions('session "Check" on 2026-12-09\n  Superman; 3x8')),
    ("W511", "jump that is not allowed",
     "In rehab a jump is given only when nothing hurts, brisk walking goes well, and the coach "
     "has said `allow jumps`.",
     _HEADER + '  care rehab\n\nsession "S" on mon\n  Single Leg Jump Squats; 1x8\n',
     _HEADER + '  care rehab\n\nsession "S" on mon\n  Single Leg Jump Squats; 1x8; allow jumps\n'),
    ("W513", "exercises that nobody has reviewed",
     "They are marked `unreviewed`, as those of an imported catalogue are: nothing says what they "
     "load, how hard they land, or which sides they use. Unknown is not harmless. In `care rehab` "
     "they are not done, whoever names them; in `care training` not while something hurts. To "
     "review one, define it again in the plan or in a library of your own, with `loads`, `impact` "
     "and `sides`; what else it says stays.",
     _item("Arm Swing; 3x8") + '\nexercise "Arm Swing"\n  kind strength\n  unreviewed\n',
     _item("Arm Swing; 3x8") + '\nexercise "Arm Swing"\n  kind strength\n  loads none\n'
     "  impact 0\n  sides none\n"),
    ("W512", "long run without strength in its week",
     "Strength belongs beside running, and most of all beside long runs: from 15 km or 90 minutes "
     "on. Whoever does it elsewhere, or wants none, says so in the session of the run: because "
     '"…".',
     _run("warmup 10min walk", "run 16km easy", "cooldown 5min walk"),
     _run("warmup 10min walk", "run 16km easy", "cooldown 5min walk")
     + '\n\nsession "Strength" on thu\n  Bridge; 3x8\n'),
)  # fmt: skip

CODES = codes(_ROWS)
