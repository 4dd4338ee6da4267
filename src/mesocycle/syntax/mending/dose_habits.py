"""What coaches write out of habit about loads, sets, groups, weeks and progress.

See `habits`, which tries these rows; each is a pattern and what to write for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

_LOAD = r"[0-9.]+ ?(?:kg|lb|%)"
_SETS = r"[0-9]+x[0-9]+(?:-[0-9]+)?\+?"
_BEGIN = r"(?:^|(?<=; ))"
_LIFT = r"(?:(?:back |front )?squat|bench|deadlift|press|snatch|clean|jerk|c&j)\b[\w& -]*$"
_WHOSE = r"(?:of )?(?:the |my |your |his |her )?"
_PASSED = r"(?:success|hitting|done|completed?|pass(?:ed)?)"


class Habit(NamedTuple):
    """What is written, as a regular expression, and what is meant, as `re.sub` takes it."""

    written: str
    meant: str | Callable[[re.Match[str]], str]
    certain: bool = True


def _seconds(match: re.Match[str]) -> str:
    """`rest 1:30` as rest 90s."""
    return f"rest {int(match[1]) * 60 + int(match[2])}s"


def _of_body(match: re.Match[str]) -> str:
    """`1.5 x bodyweight` as per cent."""
    return f"{round(float(match[1]) * 100)}% bw"


def _left(match: re.Match[str]) -> str:
    """`deload by 10%` as what is left of the load."""
    return f"load -{match[1]}%"


_UNITS = (
    Habit(r"(?<=[0-9]) ?(?:[Kk][Gg][Ss]|K[Gg]|kG|[Kk]ilo(?:gram)?s?)\b\.?", "kg"),
    Habit(r"(?<=[0-9]) ?(?:[Ll][Bb][Ss]|L[Bb]|[Pp]ounds?)\b\.?", "lb"),
    Habit(r"(?<=[0-9]) ?(?:secs?|seconds?)\b", "s"),
    Habit(r"(?<=[0-9]) ?(?:mins|minutes?)\b", "min"),
    Habit(r"(?i)(?<=[0-9]) ?rm\b", "rm"),
)
LOADS = (
    *_UNITS,
    Habit(r"(?<=[0-9]),(?=[0-9]{1,2} ?(?:kg|lb|%))", "."),
    Habit(r"%(?=-[0-9.]+%)", ""),
    Habit(r"^([0-9]+x[0-9]+) (?:at |@ ?)?([0-9]+)rm$", r"\1 100% of \2rm"),
    Habit(
        r"(?i)\b([0-9]\.[0-9]+) ?(?:x|times|of)? ?(?:your |the )?(?:bw|body ?weight)\b", _of_body
    ),
    Habit(r"(?i)(?<=[0-9]) (?:@ ?|at )?(?:body ?weight|bw)$", ""),
    Habit(rf"(?i)% ?{_WHOSE}(?:training max|tm)\b", "% tm"),
    Habit(rf"(?i)% ?{_WHOSE}(?:1rm|rm|one rep max|max)\b", "% 1rm"),
    Habit(rf"(?i)% ?{_WHOSE}(?:body ?weight|bw)\b", "% bw"),
    Habit(rf"(?i)(?<=%) (?={_LIFT})", " of "),
    Habit(
        r"^(?!.*\bdrop\b)(.*[0-9])\+? -([0-9]{1,2})%$",
        lambda m: f"{m[1]} {100 - int(m[2])}% of top set",
    ),
    Habit(r"(?i)\b(?:bw|body ?weight) ?\+ ?(?=[0-9])", "+"),
    Habit(r"(?i)(?:@ ?)?\brpe ?[:=@]? ?(?=[0-9])", "@"),
    Habit(r"(?i)@? ?\b([0-9](?:\.5)?) ?rpe\b", r" @\1"),
    Habit(r"(?i)(?:@ ?)?\brir ?[:=@]? ?([0-9](?:-[0-9])?)\b", r"\1 rir"),
    Habit(r"(?i)@? ?\b([0-9](?:-[0-9])?) ?rir\b", r" \1 rir"),
    Habit(r"@ (?=(?:10|[1-9](?:\.5)?)(?![0-9.]|kg|lb|%))", "@"),
    Habit(rf"(?:(?<=[0-9]),| (?:at|with|w/|using)| ?@|(?<=[0-9]) of) ?(?=\+?{_LOAD})", " "),
    Habit(rf"\(({_LOAD})\)", r"\1"),
    Habit(rf"^({_SETS}) ?[x*/] ?(?={_LOAD})", r"\1 "),
    Habit(rf"{_BEGIN}({_LOAD}) ?(?:x|for)? ?([0-9]+) ?x ?([0-9]+)$", r"\2x\3 \1"),
    Habit(rf"{_BEGIN}({_LOAD}) ?(?:x|for) ?([0-9]+)(?: reps)?$", r"1x\2 \1"),
    Habit(rf"{_BEGIN}([0-9]+) ?x ?({_LOAD})$", r"1x\1 \2", certain=False),
    Habit(rf"^warmup (?={_LOAD})", "warmup 1x5 ", certain=False),
)
SETS = (
    Habit(
        r"(?i)^(?:work up to|build (?:up )?to|find|test|establish)(?: an?| your| the)?"
        r"(?: new| heavy)? ([0-9]+) ?rm$",
        r"1x\1 test",
    ),
    Habit(r"\bdrop ([0-9]+%)", r"drop 1xmax -\1", certain=False),
    Habit(r"(?i)\b([0-9]+) ?x ?(?:amrap|amap|max|failure)\b", r"\1xmax"),
    Habit(r"(?i)\b([0-9]+) sets? (?:to (?:failure|the max(?:imum)?)|amrap)\b", r"\1xmax"),
    Habit(r"(?i)\b([0-9]+x[0-9]+) ?(?:amrap|amap)\b", r"\1+"),
    Habit(r"(?i)^(?:amrap|amap|(?:to )?failure|max reps|as many(?: reps)? as possible)$", "max"),
    Habit(r"(?<=[0-9+%])(?:;| and| then)? (?=[0-9]+x(?:[0-9(]|max))", ", "),
    Habit(r"^5/3/1$", "1x5, 1x3, 1x1+", certain=False),
    Habit(r"^([0-9]+)/([0-9]+)/([0-9]+)$", r"\1-\2-\3"),
    Habit(r"^([0-9-]+ ?(?:s|min)) rest$", r"rest \1"),
    Habit(r"\brest ([0-9]+):([0-9]{2})\b", _seconds),
    Habit(r"^rest ([0-9]+(?:-[0-9]+)?)m$", r"rest \1min"),
    Habit(r"(?<=rest )of |(?<=rest): ", ""),
    Habit(r" between sets$", ""),
)
RULES = (
    *_UNITS,
    Habit(r"^(?:after|if|when|on) ([0-9]+) (?:fail(?:ure|ed)?s?|missed|miss(?:es)?)"
          r"(?: sessions?| sets?| workouts?)?\b", r"on \1 misses"),
    Habit(r"^(?:on|if|when) (?:fail(?:ures?|ed|s)?|missed|missing|a miss)\b", "on miss"),
    Habit(rf"^(?:on|if|when) {_PASSED}\b", "on hit"),
    Habit(r"\b(?:reduce|decrease|drop|lower) (?:the )?(?:load|weight) (?:by )?(?=[0-9])",
          "load -"),
    Habit(r"(?<=.)\b(?:increase|raise|add) (?:the )?(?:load|weight) (?:by )?(?=[0-9])", "load +"),
    Habit(r"(?<=.)\badd (?=[0-9.]+(?:kg|lb)\b)", "load +"),
    Habit(r"\bdeload (?:by )?-?([12]?[0-9])%", _left),
    Habit(r"\bweight(?= [-+=0-9])", "load"),
    Habit(r"\b(load|max|reps|sets|hold|rest) ([-+]) ?(?=[0-9a-z])", r"\1 \2"),
    Habit(r"\b([a-z]\w*) ?([-+])= ?([0-9]+)", r"\1 = \1 \2 \3"),
    Habit(r"\b([a-z]\w*)\+\+", r"\1 = \1 + 1"),
    Habit(r"\b([a-z]\w*) = \1 ?([-+]) ?([0-9]+)", r"\1 = \1 \2 \3"),
    Habit(r"^((?:on|every|end) .*\b(?:load|max))$", r"\1 +2.5kg", certain=False),
    Habit(r"\bgo to (?:the )?(next|first) stage\b", r"\1 stage"),
)  # fmt: skip
COLONS = (
    Habit(r"^((?:on (?!reps|sum|last|pain)|every |end )[^:]*?) (?=(?:load|max|reps|sets|hold|rest"
          r"|next|first|stage|harder|easier|deload|say)\b[^:]*$)", r"\1: "),
)  # fmt: skip
PROGRESS = (
    Habit(r"^\+([0-9.]+(?:kg|lb|%)) (?:each|every|per|a) (?:session|workout|time)$",
          r"progress load by \1"),
    Habit(r"^\+([0-9.]+(?:kg|lb|%)) (?:each|every|per|a) week$",
          r"progress load by \1 every 1 weeks"),
    Habit(r" (?:each|every|per) (?:session|workout|time)$", ""),
    Habit(r"^(?:increase|add to|raise) (?:the )?(?:load|weight)(?: by)? (?=[0-9])",
          "progress load by "),
    Habit(r"^(?:increase|raise|add)(?: the)? (?:load|weight)$", "progress load by 2.5kg",
          certain=False),
    Habit(r"^(?:add|progress(?: by)?) ?\+?([0-9.]+(?:kg|lb|%))", r"progress load by \1"),
    Habit(r"^progression:? |^progress: ", "progress "),
    Habit(r"(?<=progress |....then )(?:the )?weights?\b", "load"),
    Habit(r"^(progress (?:\w+ then )?(?:load|max)) \+?(?=[0-9])", r"\1 by "),
    Habit(r"^(progress (?:\w+ then )?(?:load|max))$", r"\1 by 2.5kg", certain=False),
    Habit(r"^linear progress(?:ion)?$", "progress load by 2.5kg", certain=False),
    Habit(r"^double progression$", "progress reps then load by 2.5kg", certain=False),
)  # fmt: skip
WEEKS = (
    Habit(r"^deload (?:in )?week ([0-9]+)$", r"week \1: deload"),
    Habit(r"^deload(?: week)?$", "week 4: deload", certain=False),
    Habit(r"(?<=[0-9]) (?:to|until|through) (?=[0-9])", "-"),
    Habit(r"(?<=[0-9]) (?:and|&) (?=[0-9])", ", "),
    Habit(r"^(weeks? [0-9][0-9, -]*?),? +(?=[a-z]|[0-9]+(?:-[0-9]+)?x)", r"\1: "),
    Habit(r"(?<=: )(?:is )?(?:a )?deload(?: week)?$", "deload"),
    Habit(r"(?<=: )(?:none|off|nothing|rest)$", "skip"),
)
CALLS = (
    Habit(r"^((?:do|template|progression) [\w-]+) ([^()]+)$", r"\1(\2)"),
    Habit(r"(?<=[\w%]); ?(?=[^()]*\)$)", ", "),
)
GROUPS = (
    *_UNITS,
    Habit(r"(?i)^super[ -]?sets?\b:?", "superset"),
    Habit(r"(?i)^(?:giant|tri)[ -]?sets?\b:?", "circuit"),
    Habit(r"(?i)^(emom|amrap|circuit|tabata|for time)\b:?", lambda match: match[1].lower()),
    Habit(r"(?i)^([0-9]+ ?(?:min|s|h)?) (emom|amrap)\b", lambda m: f"{m[2].lower()} {m[1]}"),
    Habit(r"^(emom|amrap)(?: for)? ([0-9]+)(?= [a-z\"]|$)(?! (?:min|s|h)\b)", r"\1 \2min"),
    Habit(r"(?i)^e([0-9]+)mom (?:for )?([0-9]+)(?: ?min)?$", r"every \1min for \2min"),
    Habit(r"^every min(?:ute)? on the min(?:ute)? (?:for )?", "emom "),
    Habit(r"^(every [0-9]+(?:s|min)) x ?([0-9]+)$", r"\1 for \2 rounds"),
    Habit(r"(?i)^([0-9]+) (?:rounds? for time|rft)\b:?", r"for time \1 rounds"),
    Habit(r"^([0-9]+) rounds?(?: of)?:?$", r"circuit \1 rounds"),
    Habit(r"^(circuit|superset) x? ?([0-9]+)x?(?: sets| times)?$", r"\1 \2 rounds"),
    Habit(
        r"^(for time(?: [0-9]+ rounds)?),?(?: with)?(?: an?)?(?: time)? cap:?(?: of)? ([0-9]+)"
        r"(?: ?min)?(?! ?[a-z])",
        r"\1 cap \2min",
    ),
    Habit(r"^(tabata(?: [0-9]+ rounds)?) ([0-9]+)s?/([0-9]+)s?$", r"\1 \2s/\3s"),
)
PHASES = (
    Habit(r"^(?:block|mesocycle|cycle)\b", "phase"),
    Habit(r'^(phase "")(?:[,:]| of)? (?:for )?([0-9]+)(?: ?w(?:ee)?ks?)?\b(?!%)',
          r"\1 for \2 weeks"),
    Habit(r",? (?:x ?([0-9]+)|([0-9]+) times|(?:repeat|repeated) x?([0-9]+)(?: times|x)?)$",
          lambda m: f", repeat {m[1] or m[2] or m[3]} times"),
)  # fmt: skip
ROTATIONS = (
    Habit(r"^(?:alternate|rotate)\b", "rotation"),
    Habit(r'(?<="")(?: (?:and|&|then|or|/)|,? (?:and|then)) (?="")', ", "),
)
HEADERS = (
    *_UNITS,
    Habit(r"(?i)^(?:1rm|max(?:imum)?) (?!by\b)(?:of |in |for )?(?=[^\W\d_])", "max "),
    Habit(r"(?i)^tm (?=\w)|^training max of ", "training max "),
    Habit(r"^(max [^0-9:=]*?) ?[:=] ?(?=[0-9])", r"\1 "),
    Habit(r"^round(?:ed|s)?(?: to)? (?=[0-9])", "rounding "),
    Habit(r"^(training max) ([0-9]+)$", r"\1 \2%", certain=False),
    Habit(r"^(rounding [0-9.]+(?:kg|lb)) (?:always )?(down|up)(?:wards?)$", r"\1 \2"),
)
