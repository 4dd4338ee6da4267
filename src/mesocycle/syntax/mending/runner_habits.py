"""What runners, riders and swimmers say that the language has other lines for, or none.

More rows of `run_habits`: parts of a run (`18mi with 10mi at mp`), a swim's strokes and
send-offs, per cents of a ride, paces for yards, and what a log tells beside time and distance.
"""

from __future__ import annotations

import re

from mesocycle.syntax.mending.dose_habits import Habit

_AMOUNT = r"([0-9.]+) ?(km|mi|min|m)\b"
_YARDS_M = 0.9144
_PER_CENT = re.compile(
    r"(?i)(?<!power )(?<!hr )(?<![0-9.-])(?:at |@ ?)?\b([0-9]+(?:-[0-9]+)?%)"
    r"(?! ?(?:of|my|the|ftp|max|hr|mhr|lthr|hrr|power)\b)"
)
_STROKE = (
    r"(?:drills?|kick(?:ing)?|pull|paddles|fins|sculling|catch-?up|butterfly|fly|backstroke|back"
    r"|breast(?:stroke)?|free(?:style)?|IM|choice)"
)


def _within(match: re.Match[str]) -> str:
    """`18mi with 10mi at mp` as the easy part, then the other."""
    head, whole, unit, effort, part, same, target = match.groups()
    rest = float(whole) - float(part)
    if unit != same or rest <= 0:
        return match[0]
    target = target if re.match(r"at |easy|steady|tempo|thres|inter|sprint|hr |zone", target) else (
        f"at {target}"
    )  # fmt: skip
    return f"{head}({rest:g}{unit} {(effort or 'easy').strip()}, {part}{unit} {target})"


def _of_the_ftp(match: re.Match[str]) -> str:
    """`bike 3x(30s 120%, 30s 50%)`: per cents of a ride are of its power."""
    return _PER_CENT.sub(r"power \1", match[0])


def _yards(match: re.Match[str]) -> str:
    """`1:25/100yd` as a pace for 100 m, to the second."""
    seconds = round((int(match[1]) * 60 + int(match[2])) / _YARDS_M)
    return f"{seconds // 60}:{seconds % 60:02}/100m"


def _clock(match: re.Match[str]) -> str:
    """`1:05:30` as minutes, a half up."""
    seconds = int(match[1] or 0) * 3600 + int(match[2]) * 60 + int(match[3])
    return f"{(seconds + 30) // 60}min"


#: Parts of a run, wherever its length may be said.
_PARTS = (
    Habit(r";(?=[^()]*\))", ","),
    Habit(rf"^((?:run |weeks? [0-9, -]+: ?)?){_AMOUNT}( [a-z]+)?,? (?:with|incl\.?|including|w/) "
          rf"(?:the )?(?:last |final |middle )?{_AMOUNT} (?:@ ?)?(.+)$", _within, certain=False),
    Habit(r"(?<=[a-z0-9] )(?:recovery|aerobic|endurance)(?= (?:pace|run)$|$)", "easy"),
    Habit(r"(?i)(?:\bat |@ ?)?\b(?:800|1500|1k)m?(?:[ -](?:race )?(?:pace|effort))\b",
          "at mile pace", certain=False),
)  # fmt: skip

#: Of a swim and of a ride.
_OTHERS = (
    Habit(r"\b([0-9]):([0-9]{2}) ?/ ?100 ?y(?:d|ds|ards?)?\b", _yards, certain=False),
    Habit(rf"(?i)^(swim [^;()]*?[0-9](?:m|yd|km)\b[^;()]*?) ({_STROKE})\b([^;()]*)$",
          lambda m: f'{m[1]}{m[3]}; cue "{m[2]}"'),
    Habit(r"(?i)^(swim [^;()]*?) ?(?:on|every|@|off) ?(?:the )?([0-9]:[0-9]{2})(?! ?/)$",
          r'\1; rest 15s; cue "one every \2 min"', certain=False),
    Habit(r"(?i)(?:\bat |@ ?)?\bcss(?:[ -]pace)?\b", "threshold", certain=False),
    Habit(r"^(?:bike|ride|cycle)\b.*[0-9]%.*$", _of_the_ftp),
    Habit(r"^(?:warmup|cooldown) (?!.*\b(?:run|swim|row)\b).*[0-9]%.*$", _of_the_ftp,
          certain=False),
)  # fmt: skip

#: Tried before the rows of `run_habits`.
FIRST = (*_PARTS, *_OTHERS)
WEEKS = _PARTS

#: Lines that `run_habits` would take for something else.
LINES = (
    Habit(r"(?i)^strides?:? ?([0-9]+) ?x ?([0-9]+) ?(s|m)\b.*$", r"run \1x\2\3 sprint",
          certain=False),
)  # fmt: skip

#: What is logged of a run beside its time and its distance: there is a note for it.
LOGS = (
    Habit(r"^([0-9]{1,2}) ?h(?:rs?|ours?)? ?([0-9]{1,2})(?: ?m(?:in)?s?)?(?=,|$)",
          lambda m: f"{int(m[1]) * 60 + int(m[2])}min"),
    Habit(r"(?<=, )([0-9]{1,2}) ?h(?:rs?|ours?)? ?([0-9]{1,2})(?: ?m(?:in)?s?)?(?=,|$)",
          lambda m: f"{int(m[1]) * 60 + int(m[2])}min"),
    Habit(r"(?:(?<=^)|(?<=, ))(?:([0-9]):)?([0-9]{1,2}):([0-9]{2})(?=,|$)", _clock, certain=False),
    Habit(r"(?i)(?<=[0-9]) ?(?:mins?|minutes?)\b", "min"),
    Habit(r"(?i)(?<=[0-9]) ?(?:k|kms?)\b", "km"),
    Habit(r"(?i)(?<=[0-9]) ?(?:miles?)\b", "mi"),
    Habit(r"(?i)^((?:(?:avg|average|mean|max)\.? )?(?:hr|heart ?rate|pace|power|cadence)\b:? ?[0-9]"
          r"[^;\"]*|[0-9]{2,3} ?(?:bpm|W)\b[^;\"]*|[0-9]{1,2}:[0-9]{2} ?/ ?(?:km|mi|100m)[^;\"]*)$",
          r'note "\1"'),
)  # fmt: skip

#: Rules: good ones counted like bad ones, and pain at a place.
RULES = (
    Habit(r"\bon ([0-9]+) hits?\b( in a row)?", lambda m: f"on hit {m[1]} times{m[2] or ''}"),
    Habit(r"\bon (?:left |right )?(?:[a-z]+ )?(?:back|neck|shoulder|hip|groin|glute|hamstring|thigh"
          r"|leg|knee|shin|calf|achilles|ankle|heel|foot) pain\b", "on pain", certain=False),
)  # fmt: skip
