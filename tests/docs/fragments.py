"""Examples that are a few lines of a plan or a diary, made whole.

A fragment says where it stands (`in=plan`, `in=session`, `in=item`, `in=exercise`); without
that, and without a `plan` line, it stands at the left margin. With `gym` it stands in a plan
of barbells whose athlete has maxes, not in that of a runner's back.
"""

from __future__ import annotations

import re
import textwrap

_HEADER = """\
plan "A back that runs"
  starts 2026-12-07
  lasts 4 weeks
  timezone Europe/Berlin
  use runner-back
"""
_GYM = """\
plan "Three days at the gym"
  starts 2026-12-07
  lasts 8 weeks
  timezone Europe/Berlin
  use barbell
  use bodyweight
  max Squat 140kg
  max Bench Press 100kg
  max Deadlift 180kg
  max Overhead Press 60kg
"""
_STRENGTH = 'session "Strength" on mon, wed, fri at 07:00 for 40min\n'
_RUN = """\
session "Easy run" on tue, sat at 18:00
  warmup 5min brisk walk
  run 30min easy
  cooldown 5min walk
"""
_WHERE = {
    "session": _STRENGTH,
    "item": _STRENGTH + "  Superman\n",
    "exercise": 'exercise "My Own Exercise"\n',
}
_PHASES = re.compile(r"^phase ", re.MULTILINE)
_DEPTH = {"session": "  ", "item": "    ", "exercise": "  "}

#: What a diary in an example follows unless its page has written a plan of its own.
STANDARD = f"""{_HEADER}
{_STRENGTH}  pick 4 from strength where painfree and slow and form good; 3x8-12; slow; progress reps

{_RUN}"""


def whole_plan(text: str, where: str | None, *, gym: bool = False) -> str:
    """A plan that consists of `text` and, where it is a fragment, of what it needs around it."""
    if re.search(r"^plan ", text, re.MULTILINE):
        return text
    header = _GYM if gym else _HEADER
    if where == "plan":
        return _with_header(text, header) + (_STRENGTH + "  Squat; 3x5 75%\n" if gym else _RUN)
    if where:
        text = _WHERE[where] + textwrap.indent(text, _DEPTH[where])
    if gym:
        return f"{_without_length(header) if _PHASES.search(text) else header}\n{text}"
    run = "" if 'session "Easy run"' in text else _RUN
    return f"{header}\n{run}\n{text}"


def whole_diary(text: str, where: str | None) -> str:
    """A diary that consists of `text`, below an athlete if it has none."""
    if re.search(r"^athlete ", text, re.MULTILINE):
        return text
    if where == "athlete":
        return 'athlete "Ana"\n' + textwrap.indent(text, "  ")
    return f'athlete "Ana"\n\n{text}'


def _with_header(text: str, header: str) -> str:
    """The lines of a header, with those of the small one that they do not say themselves."""
    said = {line.split()[0] for line in text.splitlines() if line.strip()}
    length = {"ends", "lasts"} if {"ends", "lasts"} & said else set()
    first = {"starts"} if "ends" in said else set()
    head, *rest = header.splitlines(keepends=True)
    kept = [line for line in rest if line.split()[0] not in said - {"use"} | length | first]
    return head + "".join(kept) + textwrap.indent(text, "  ") + "\n"


def _without_length(header: str) -> str:
    """Phases say themselves how long a plan is."""
    return re.sub(r"^  lasts .*\n", "", header, flags=re.MULTILINE)
