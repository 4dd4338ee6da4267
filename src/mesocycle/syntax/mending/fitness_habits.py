"""How runners and riders write down bests, heart rates and zones, and what the language says.

Rows as in `habits`. They serve lines of a profile and of a plan's header, and with a date in
front entries of a diary.
"""

from __future__ import annotations

import re

from mesocycle.syntax.mending.dose_habits import Habit

_BEGIN = r"^((?:[0-9]{4}-[0-9]{2}-[0-9]{2} +)?)"
_RACE = (
    r"((?:[0-9.]+ ?(?:k|km|mi|miles?|m)|(?:one )?mile|half(?:[ -]?marathon)?|hm"
    r"|(?:full )?marathon|fm)\b)"
)
_TIME = (
    r"([0-9]+(?:[:.'′][0-9]{2}){1,2}″?|[0-9]+ ?h ?[0-9]{2}(?: ?min)?"
    r"|[0-9]+ ?min(?: ?[0-9]{2} ?s?)?)"
)
_BEST = r"(?:my )?(?:pbs?|prs?|sb|personal (?:best|record)|best(?: time)?|record|race time)"
_HEART = r"(?:heart[ -]?rate|hr|pulse)"

_CALLED = {
    "half": "half marathon", "halfmarathon": "half marathon", "full marathon": "marathon",
    "fm": "marathon", "one mile": "mile", "1 mile": "mile", "1mile": "mile",
}  # fmt: skip


def _raced(match: re.Match[str]) -> str:
    """A race as the language calls it: `10 K` is 10k, `half-marathon` half marathon."""
    name = " ".join(match[2].lower().replace("-", " ").split())
    name = re.sub(r"(?<=[0-9.]) ?(k|km|mi|m)$", r"\1", name)
    name = re.sub(r"(?<=[0-9.]) ?miles?$", "mi", _CALLED.get(name, name))
    return f"{match[1]}best {_CALLED.get(name, name)} {_timed(match[3])}"


def _timed(text: str) -> str:
    """`1h52`, `24'30"`, `24.30` and `24 min 30` as hours, minutes and seconds."""
    figures = re.findall("[0-9]+", text)
    if "h" in text:
        return f"{figures[0]}:{figures[1]}:00"
    return ":".join(figures) if len(figures) > 1 else f"{figures[0]}:00"


def _numbered(match: re.Match[str]) -> str:
    return f"{match[1]}zone {match[2]} "


LINES = (
    Habit(rf"(?i){_BEGIN}{_BEST}:? +(?:over |for |of |in )?{_RACE}(?: is| in|:|,| -)? *{_TIME}$",
          _raced),
    Habit(rf"(?i){_BEGIN}{_RACE} {_BEST}(?: is|:| -)? *{_TIME}$", _raced),
    Habit(rf"(?i){_BEGIN}{_RACE}(?: in|:| -)? *{_TIME}$", _raced),
    Habit(rf"(?i){_BEGIN}(?:{_HEART} ?max|max(?:imum|imal)?[ -]?{_HEART}|mhr|hfmax)\b *[:=]? *",
          r"\1max hr "),
    Habit(rf"(?i){_BEGIN}(?:rhr|{_HEART} ?rest|rest(?:ing)?[ -]?{_HEART})\b *[:=]? *",
          r"\1resting hr "),
    Habit(rf"(?i){_BEGIN}(?:lthr|lactate threshold(?: {_HEART})?|threshold[ -]?{_HEART}"
          rf"|{_HEART} ?threshold)\b *[:=]? *", r"\1threshold hr "),
    Habit(rf"(?i){_BEGIN}(?:my )?(?:ftp|(?:functional )?threshold power)\b *[:=]? *"
          r"([0-9]+) ?(?:w|watts?)?$", r"\1ftp \2W"),
    Habit(rf"(?i){_BEGIN}z(?:one)?[ -]?([0-9]+)\b *[:=]? *", _numbered),
    Habit(r"(?<=[0-9]) ?[–—] ?(?=[0-9])", "-"),
    Habit(r"(?<=[0-9]) ?(?:to|bis) ?(?=[0-9])", "-"),
    Habit(r"(?<=[0-9]) (?:beats|bpm)\b(?: (?:a|per) minute)?", "bpm"),
    Habit(r"(?i)(?<=[0-9]) ?watts?$", "W"),
    Habit(rf"{_BEGIN}(zone [0-9]+) ([0-9]+-[0-9]+ ?(?:bpm|%))$", r"\1\2 hr \3"),
    Habit(rf"{_BEGIN}(zone [0-9]+) ([0-9]+-[0-9]+ ?W)$", r"\1\2 power \3"),
    Habit(rf"{_BEGIN}(zone [0-9]+) ([0-9]+:[0-9]+\S*/(?:km|mi|500m|100m))$", r"\1\2 pace \3"),
    Habit(rf"{_BEGIN}(zone [0-9]+) ([0-9]+-[0-9]+)$", r"\1\2 hr \3", certain=False),
)  # fmt: skip
