"""What coaches write out of habit for the actions of a rule: `no running`, `reduce volume by 40%`.

See `habits`, which tries these rows; each is a pattern and what to write for it.
"""

from __future__ import annotations

import re

from mesocycle.syntax.mending.dose_habits import Habit
from mesocycle.syntax.safety_words import slip_of

#: How an action begins.
SAYS = (
    r"(?:hold|easier|skip|avoid|swap|volume|intensity|stop|say|cue|note|no (?:running|training"
    r"|strength)|reduce|cut|rest|only easy|(?:runs|walks|bikes|swims|rows|skis|hikes) easy)"
)
_PLURALS = {"run": "runs", "jog": "runs", "walk": "walks", "bike": "bikes", "cycl": "bikes",
            "rid": "bikes", "swim": "swims", "row": "rows", "ski": "skis",
            "hik": "hikes"}  # fmt: skip
MOVE = (
    r"(runn?(?:s|ing)?|jog(?:s|ging)?|walk(?:s|ing)?|bik(?:e|es|ing)|cycl(?:e|es|ing)|rid(?:e|es"
    r"|ing)|swimm?(?:s|ing)?|row(?:s|ing)?|ski(?:s|ing)?|hik(?:e|es|ing))"
)
_LESS = r"(?:reduced?|cut|lower(?:ed)?|decreased?|drop(?:ped)?|less)"
_LOADS = r"(?:intensity|loads?|weights?)"
_HOW_MUCH = r"(?:the |all )?"
_ACT = r"(?:(?<=: )|^)"


def plural(match: re.Match[str]) -> str:
    """`no running` as skip runs."""
    return f"skip {_kind(match[1])}"


def _kind(word: str) -> str:
    return next(name for stem, name in _PLURALS.items() if word.lower().startswith(stem))


def _swapped(match: re.Match[str]) -> str:
    """`replace running with swimming` as swap run for swim."""
    return f"swap {_kind(match[1])[:-1]} for {_kind(match[2])[:-1]}"


def _instead(match: re.Match[str]) -> str:
    """`swim instead of running` as swap run for swim."""
    return f"swap {_kind(match[2])[:-1]} for {_kind(match[1])[:-1]}"


def _left(match: re.Match[str]) -> str:
    """`reduce volume by 40%` as what is left of it."""
    what = "volume" if match[1].startswith("vol") or match[1] == "mileage" else "intensity"
    return f"{what} {100 - int(match[2])}%"


def _left_first(match: re.Match[str]) -> str:
    """`-40% volume` as what is left of it."""
    what = "volume" if match[2].startswith("vol") or match[2] == "mileage" else "intensity"
    return f"{what} {100 - int(match[1])}%"


def _kept(match: re.Match[str]) -> str:
    """`volume 0.6` as per cent."""
    return f"{match[1]} {round(float(match[2]) * 100)}%"


def _easy(match: re.Match[str]) -> str:
    """`rnus easy only` as runs easy only."""
    meant = [each for each in dict.fromkeys(_PLURALS.values()) if slip_of(match[1], each)]
    return f"{meant[0] if len(meant) == 1 else match[1]} easy only"


_AMOUNT = rf"(volume|mileage|{_LOADS})"
_MUCH = (
    Habit(rf"{_ACT}{_LESS} {_HOW_MUCH}{_AMOUNT} (?:by )?([0-9]{{1,2}}) ?%", _left),
    Habit(rf"{_ACT}{_LESS} {_HOW_MUCH}(volume|intensity) to (?=[0-9])", r"\1 "),
    Habit(rf"{_ACT}{_LESS} {_HOW_MUCH}(?:loads?|weights?) to (?=[0-9])", "intensity "),
    Habit(rf"{_ACT}{_AMOUNT}:? (?:down|minus|less|reduced by|-|by -)(?: by)? ?"
          r"([0-9]{1,2}) ?%", _left),
    Habit(rf"{_ACT}{_AMOUNT} by ([0-9]{{1,2}}) ?%", _left, certain=False),
    Habit(rf"{_ACT}[-–−] ?([0-9]{{1,2}}) ?% (?:of )?{_HOW_MUCH}{_AMOUNT}\b", _left_first),
    Habit(rf"{_ACT}([0-9]{{1,2}}) ?% (?:less|lower|off) (?:of )?{_HOW_MUCH}{_AMOUNT}\b",
          _left_first),
    Habit(rf"{_ACT}([0-9]{{1,2}}) ?% (?:of )?{_HOW_MUCH}(volume|intensity)\b", r"\2 \1%"),
    Habit(rf"{_ACT}([0-9]{{1,2}}) ?% (?:of )?{_HOW_MUCH}(?:loads?|weights?)\b", r"intensity \1%"),
    Habit(rf"{_ACT}(volume|intensity)(?: at| to| of| =|:) ?(?=[0-9])", r"\1 "),
    Habit(rf"{_ACT}(volume|intensity) (0?\.[0-9]+)(?![0-9%])", _kept),
    Habit(rf"{_ACT}(volume|intensity) ([0-9]{{1,2}})(?![0-9%.])", r"\1 \2%", certain=False),
    Habit(rf"{_ACT}(?:half|halve) (?:the |of the )?(volume|intensity)\b", r"\1 50%"),
    Habit(rf"{_ACT}(?:{_LESS}|halve) {_HOW_MUCH}(?:volume|sets|reps|mileage)(?: in| by)?"
          r"(?: a)? half$", "volume 50%"),
    Habit(rf"{_ACT}(?:half|halve) (?:of )?{_HOW_MUCH}(?:sets|reps|rounds|distance|time)$",
          "volume 50%"),
    Habit(rf"{_ACT}(?:sets|reps|rounds|distance|time|duration)(?: at| to)? ([0-9]{{1,2}}) ?%$",
          r"volume \1%"),
    Habit(rf"{_ACT}(?:(?:drop|cut|leave out|skip) )?(?:a|one|the last|[0-9]) sets?"
          r"(?: less| fewer| only)?$", "volume 60%", certain=False),
    Habit(rf"{_ACT}(?:loads?|deload|weights?)(?: to| at)? ([0-9]{{1,2}}) ?%", r"intensity \1%"),
    Habit(rf"{_ACT}{_LESS} by ([0-9]{{1,2}}) ?%$", lambda m: f"volume {100 - int(m[1])}%",
          certain=False),
    Habit(rf"{_ACT}([0-9]{{1,2}}) ?%$", r"volume \1%", certain=False),
    Habit(rf"{_ACT}(?:{_LESS}(?: (?:the )?volume)?|volume)$", "volume 60%", certain=False),
    Habit(rf"{_ACT}(?:{_LESS} (?:the )?{_LOADS}|intensity|deload(?: week)?|lighter"
          rf"|go lighter|(?:loads?|weights?) -[0-9.]+ ?(?:kg|lb))$",
          "intensity 80%", certain=False),
)  # fmt: skip
_LEFT_OUT = (
    Habit(rf"{_ACT}(?:rest(?: day)?|(?:take a |a )?day off|cancel(?: (?:it|the session))?"
          r"|no (?:training|session|exercises?|work-?out)|do nothing|skip (?:the |this |today's )?"
          r"(?:session|work-?out|training|day|everything)|skip (?:it|all|today))$", "skip"),
    Habit(rf"{_ACT}skip (?:the )?(?:next|[0-9]+) (?:session|day|work-?out)s?$", "skip",
          certain=False),
    Habit(rf"{_ACT}(?:pause|rest [0-9a-z]+ (?:days?|weeks?))$", "skip", certain=False),
    Habit(rf"{_ACT}(?:no|don'?t|do not|stop|skip (?:the|all|any)) {MOVE}$", plural),
    Habit(rf"{_ACT}(?:no|stop|skip(?: the| all)?) (?:strength|lifting|weights|lifts|gym)$",
          "skip strength"),
    Habit(rf"{_ACT}(?:no|avoid|skip)(?: any| all)? (?:high[ -])?(?:impact|jump(?:s|ing)|plyos?"
          r"|plyometrics)$", "avoid impact >= 2"),
    Habit(rf"{_ACT}low[ -]impact(?: only)?$", "avoid impact >= 2"),
    Habit(rf"{_ACT}(?:no|avoid) (?:loaded |load in )?(extension|flexion|rotation|compression)$",
          r"avoid loads \1"),
    Habit(rf"{_ACT}no ([A-Z][\w -]*)$", r"skip \1"),
)  # fmt: skip
_STOPS = (
    Habit(rf"{_ACT}(?:see|call|ask|consult|visit|go to|contact)? ?(?:a |the |your )?"
          r"(?:doctor|physio(?:therapist)?|gp|clinician|somebody|help)$",
          'stop "See a doctor." until cleared', certain=False),
    Habit(rf"{_ACT}stop(?:!|\.| (?:all|training|everything|the session|session|exercising"
          r"|immediately|now|at once|it|here))+", "stop"),
    Habit(r"(?<=stop)(?: \"\")? until (?:ok|okay|better|well|healed|clear|clearance|checked|seen"
          r"|further notice|cleared by .*|(?:a |the )?(?:doctor|physio)(?: says.*| clears.*)?"
          r"|seen by .*|checked by .*)$",
          lambda m: (' ""' if '""' in m[0] else "") + " until cleared"),
    Habit(r"(?<=stop)(?: for [0-9a-z]+ (?:days?|weeks?)| until (?:pain ?free|no pain"
          r"|(?:the )?pain (?:is|has) gone|it (?:is|has) gone))$", "", certain=False),
    Habit(r"(?<=stop) until [0-9-]+$", " until cleared", certain=False),
    Habit(r"(?<=stop), (?=until|\"\")", " "),
    Habit(r"(?<=stop)(?:,? and| -|,|:)? \(?(?:see|ask|call) (?:a |the |your )?"
          r"(?:doctor|physio)\)?$", ' "See a doctor."', certain=False),
    Habit(r"(?<=stop) (until cleared) (\"\")", r" \2 \1"),
    Habit(r"(?<=stop):? and say (?=\"\")", " "),
)  # fmt: skip
_OTHER = (
    Habit(rf"{_ACT}(?:notify|message|tell|warn|show|print|text|alert|remind|display)"
          r"(?: (?:the )?(?:athlete|them|him|her|me))?:? (?=\"\")", "say "),
    Habit(rf"(?:,| and| then|, then|, and) (?={SAYS}\b)", "; "),
    Habit(rf"{_ACT}(?:swap|replace|switch|change|exchange) {MOVE}"
          rf" (?:for|with|to|by|into|->|→) (?:a )?{MOVE}\b", _swapped),
    Habit(rf"{_ACT}{MOVE} (?:instead of|for|in place of) (?:a )?{MOVE}$", _instead),
    Habit(rf"{_ACT}(walk|swim|bike|row)$", r"swap run for \1", certain=False),
    Habit(rf"{_ACT}{MOVE} instead$", lambda m: f"swap run for {_kind(m[1])[:-1]}",
          certain=False),
    Habit(rf"{_ACT}(?:swap|replace|switch|change|exchange) ([A-Z][^;:]*?)"
          r" (?:with|to|by|into|->|→) (?=[A-Z])", r"swap \1 for "),
    Habit(rf"{_ACT}(?:replace|switch|change|exchange) ([A-Z][^;:]*?) for (?=[A-Z])",
          r"swap \1 for "),
    Habit(rf"{_ACT}(?:do )?([A-Z][^;:]*?) instead of ([A-Z][^;:]*)$", r"swap \2 for \1"),
    Habit(rf"{_ACT}(?:only easy (?:runs?|running)|easy (?:runs?|running)(?: only)?|runs? (?:only )?"
          r"easy(?: only)?|keep (?:it|runs) easy|runs only easy)$", "runs easy only"),
    Habit(rf"{_ACT}([a-z]+) easy only$", _easy),
    Habit(rf"{_ACT}(?:(?:take it |go |only |keep it )?easy(?: only)?|slow(?:er|ly)?)$",
          "intensity easy", certain=False),
    Habit(rf"{_ACT}(?:regress(?:ion)?|step (?:down|back)|(?:make (?:it|them) |an? )?easier"
          r"(?: exercises?| version| form| one)?|scale(?: it)? (?:down|back))$", "easier"),
    Habit(rf"{_ACT}(?:do not progress|don'?t progress|no progress(?:ion)?|progress none|freeze"
          r"|repeat (?:the )?(?:last |this |same )?(?:week|session)"
          r"|hold (?:progress|everything|here|back|it|all|steady)|no (?:increase|step)s?|wait)$",
          "hold"),
)  # fmt: skip
ACTIONS = (*_MUCH, *_LEFT_OUT, *_STOPS, *_OTHER)
