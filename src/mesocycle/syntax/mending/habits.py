"""What coaches write out of habit, and what the language says instead.

A habit is a pattern and what to write for it. All habits of a start rule are tried in turn;
what comes out counts only if the grammar takes it. So a row need not be careful, except where
it makes up what nobody has said (an hour of the day): such a row is not `certain`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mesocycle.syntax.mending import calendar_habits as calendar
from mesocycle.syntax.mending import day_habits as days
from mesocycle.syntax.mending import diary_habits as diary
from mesocycle.syntax.mending import fitness_habits as fitness
from mesocycle.syntax.mending import rule_habits as rules
from mesocycle.syntax.mending import runner_habits as runners
from mesocycle.syntax.mending.dose_habits import (
    CALLS,
    COLONS,
    GROUPS,
    HEADERS,
    LOADS,
    PHASES,
    PROGRESS,
    ROTATIONS,
    RULES,
    SETS,
    WEEKS,
    Habit,
)
from mesocycle.syntax.mending.fact_habits import FACTS
from mesocycle.syntax.mending.run_habits import LEGS
from mesocycle.syntax.mending.run_rules import RUNNING
from mesocycle.syntax.mistake import Mistake

if TYPE_CHECKING:
    from mesocycle.syntax.engine import Refused
    from mesocycle.syntax.parser import Grammar

_LONGEST = 500
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = r"\b(mon|tue|wed|thu|fri|sat|sun)"
_SETS = r"([0-9]+(?:-[0-9]+)?) ?[x*] ?([0-9]+(?:-[0-9]+)?(?: ?(?:s|sec|min|m|reps)\b)?)"
_DOSE = r"(?:[0-9.]+ ?(?:kg|lb)s?\b|[0-9.]+ ?%|[0-9]+(?:-[0-9]+){2,}$|[0-9]+ ?x ?max\b|@ ?[0-9])"
_DATED = r"^([0-9]{4}-[0-9]{2}-[0-9]{2}) +"
_ACTIVITY = r"(run|walk|bike|swim|row|ski|hike)"
_OWN = r"(?:best|do|pick|all|task|warmup|cooldown|run|walk|bike|swim|row|ski|hike)\b"
_AMOUNT = r"([0-9.]+ ?(?:s|sec|min|h|m|km|mi))"
_EFFORT = r"(brisk|easy|steady|tempo|threshold|interval|sprint)"
_BODY = (
    r"((?:(?:lower|upper) )?back|neck|shoulder|hip|groin|glute|hamstring|thigh|leg|knee|shin|calf"
    r"|ankle|heel|foot)"
)
_SYMPTOM = r"(numbness|tingling|weakness|burning|fever)"


def _clock(match: re.Match[str]) -> str:
    """`7am`, `6:30 pm` as 07:00, 18:30."""
    hour = int(match[1]) % 12 + 12 * (match[3].lower() == "p")
    return f"{hour:02}:{match[2] or '00'}"


def _from_to(match: re.Match[str]) -> str:
    """`mon-fri` as every day of it, over the end of the week if need be."""
    first, last = _DAYS.index(match[1]), _DAYS.index(match[2])
    return ", ".join(_DAYS[(first + each) % 7] for each in range((last - first) % 7 + 1))


def _sets_first(match: re.Match[str]) -> str:
    """`3 x 8` as 3x8, and `8-12 x 3` too: the range is the reps."""
    sets, reps = match[1], match[2]
    if "-" in sets and reps.isdigit():
        sets, reps = reps, sets
    return f"{sets}x{reps}"


_BULLET = Habit(r"^(?:(?:[*•·-]+|[0-9]+[.)]) +|[*•·]+)(?=[\w\"])", "")
_SCHEDULE = (
    Habit(
        r"(?i)\b(mon|tue|wed|thu|fri|sat|sun)(?:r?s|r|(?:s|nes|rs|ur)?days?)?\b",
        lambda match: match[1].lower(),
    ),
    Habit(rf"\bevery (?={_DAY}\b)", "on "),
    Habit(r"\b(?:on )?weekdays\b", "on mon, tue, wed, thu, fri"),
    Habit(r"\b(?:on |at )?weekends\b", "on sat, sun"),
    Habit(r"\bonce a week\b", "1 times a week"),
    Habit(r"\btwice a week\b", "2 times a week"),
    Habit(r"\b([0-9]) ?(?:x|times) ?(?:a|per|/) ?week\b", r"\1 times a week"),
    Habit(rf"{_DAY} ?(?:-|–|to) ?{_DAY}\b", _from_to),
    Habit(rf"{_DAY}\b *(?:,? and|&|) +(?={_DAY}\b)", r"\1, "),
    Habit(r"(?i)\b(1[0-2]|0?[1-9])(?:[:.]([0-9]{2}))? ?([ap])\.?m\b\.?", _clock),
    Habit(r"(?<=[0-9]) *(?:,? and|&) +(?=[0-9]{1,2}:)", ", "),
    Habit(r"\b(?:daily|everyday|each day)\b", "every day"),
    Habit(r"\bevery day twice\b|\btwice (?:a|per|every) day\b|\btwice every day\b",
          "every day at 08:00, 20:00", certain=False),
    Habit(r"\b(before|after) (?:a |the |each |every |any )?"
          r"(run|walk|bike|swim|row|ski|hike)s?\b", r"\1 every \2"),
)  # fmt: skip
_CONDITIONS = (
    Habit(r"\b([a-z]+?)(?<!no)pain\b(?=.*[<>=:])", r"\1 pain"),
    Habit(r"\bgood form\b", "form good"),
    Habit(r"\bbad form\b", "form bad"),
    Habit(r"\bpain[ -]free\b", "painfree"),
    Habit(rf"\b(?:no|without) {_BODY} pain\b", r"not \1 pain"),
)
_PICKS = (*_CONDITIONS, Habit(r"\b(?:no|without) pain\b", "painfree"))
_WHEN = (
    *_CONDITIONS,
    Habit(r"^(if [\w ]+?: )(?=[A-Z])", r"\1instead "),
    Habit(r"^(if [\w ]+?) (?=[0-9]+x|instead |skip$|slow$)", r"\1: "),
    Habit(r"\b(?:no|without) pain\b(?=.*:)", "pain = 0"),
    _BULLET,
)
_EACH_SIDE = Habit(r"\b(?:each|per) (?:leg|arm|foot|hand|side)\b", "each side")
_SCHEMES = (
    Habit(rf"\b{_SETS}", _sets_first),
    Habit(r"\b([0-9]+) sets? (?:of|x) ([0-9])", r"\1x\2"),
    _EACH_SIDE,
)
_NAMED = (  # `Superman, 3x8`, `Superman 3x8`, `Superman - 3 x 8`
    Habit(
        rf"^((?:[0-9-]{{10}} +)?)(?!{_OWN})([^\W\d_][^\";|:,]*?)"
        rf"(?: ?[,:] ?(?=[0-9])|(?: -)? (?={_SETS}))",
        r"\1\2; ",
    ),
    Habit(rf"(?<=; ){_SETS}", _sets_first),
)
_ITEMS = (
    _BULLET,
    *_NAMED,
    Habit(rf"^(?!{_OWN})([^\W\d_][^\";|:,]*?),? (?={_DOSE})", r"\1; "),
    Habit(r"([0-9](?:s|sec|min)?), *(?=[a-z])", r"\1; "),
    _EACH_SIDE,
    Habit(r"^(warm|cool)[ -](up|down)$", r"\1\2 5min", certain=False),
    Habit(r"\bwarm[ -]up\b", "warmup"),
    Habit(r"\bcool[ -]down\b", "cooldown"),
    Habit(r"^(?:jog|running)\b", "run"),
    Habit(r"(?<=\w) / (?=[^\W\d_])", " | ", certain=False),
    Habit(rf"^{_EFFORT} {_ACTIVITY} {_AMOUNT}$", r"\2 \3 \1"),
)
_ENTRIES = (
    *(Habit(*row) for row in days.ENTRIES),
    *fitness.LINES,
    Habit(rf"{_DATED}(?:no pain|pain[ -]?free)$", r"\1 pain 0"),
    Habit(rf"{_DATED}(chest|night) pain(?: [0-9]+)?$", r"\1 flag \2 pain"),
    Habit(rf"{_DATED}no {_BODY} pain$", r"\1 pain 0 \2"),
    Habit(rf"{_DATED}((?:left |right )?){_BODY} pain ([0-9]+)$", r"\1 pain \4 \2\3"),
    Habit(rf"{_DATED}((?:left |right )?){_BODY} pain$", r"\1 pain 3 \2\3", certain=False),
    Habit(rf"{_DATED}(?:flag )?{_SYMPTOM}\b(?: in)?", r"\1 flag \2"),
    Habit(rf"{_DATED}flag (bladder|bowel)s? (?:trouble|problems?|issues?)$", r"\1 flag \2"),
    Habit(rf"{_DATED}(?:walk {_AMOUNT} brisk(?:ly)?|walk brisk(?:ly)? {_AMOUNT})$",
          lambda m: f"{m[1]} brisk walk {m[2] or m[3]}"),
    *_NAMED,
    *(Habit(*row) for row in diary.ENTRIES),
)  # fmt: skip
_LOGS = (
    *(Habit(*row) for row in days.LOGS),
    Habit(r"^(?:no pain|pain[ -]?free)$", "pain 0"),
    Habit(rf"^no {_BODY} pain$", r"pain 0 \1"),
    Habit(rf"^((?:left |right )?){_BODY} pain ([0-9]+)$", r"pain \3 \1\2"),
    *(Habit(*row) for row in diary.LOGS),
    *runners.LOGS,
    Habit(rf"^{_SETS}", _sets_first),
)
_WEEK_STARTS = (
    Habit(rf"(?i)^weeks? (?:starts?|begins?)(?: on)?:? {_DAY}\w*$",
          lambda match: f"week starts {match[1].lower()}"),
    Habit(r"^(starts|ends) on (?=[0-9])", r"\1 "),
)  # fmt: skip
_DOSES = (*LOADS, *SETS, *_SCHEMES, *PROGRESS, *RULES)

_LOADED = (*LOADS, *SETS, *_SCHEMES)
HABITS: dict[str, tuple[Habit, ...]] = {
    **RUNNING,
    **rules.HABITS,
    "stretch": (_BULLET, *RUNNING["stretch"]),
    "stretch_clause": (*runners.RULES, *_CONDITIONS, *RUNNING["stretch_clause"], *FACTS),
    "session_head": (*_SCHEDULE, *calendar.DATES),
    "phase_head": (*calendar.PHASE_ENDS, *PHASES),
    "template_head": CALLS,
    "progression_head": CALLS,
    "rotation_head": (*ROTATIONS, *_SCHEDULE),
    "header": (
        *fitness.LINES,
        *rules.HEADERS,
        *HEADERS,
        *calendar.MISSED,
        *_WEEK_STARTS,
        *calendar.DATES,
    ),
    "item": (*rules.ITEMS, *CALLS, *_ITEMS, *_PICKS, *LOADS, *SETS),
    "group_head": GROUPS,
    "week_of": (*WEEKS, *_DOSES, *calendar.VOLUMES),
    "at_rung": _DOSES,
    "pool_head": _PICKS,
    "clause": (*_WHEN, *_DOSES, *FACTS),
    "group_clause": (*_WHEN, *_DOSES, *FACTS),
    "session_clause": (*_WHEN, *calendar.VOLUMES, *rules.IN_SESSIONS),
    "exercise_line": _SCHEMES,
    "progression_line": (
        *runners.RULES,
        *calendar.STAGES,
        *WEEKS,
        *RULES,
        *COLONS,
        *_LOADED,
        *LEGS,
    ),
    "profile": (
        *fitness.LINES,
        *(Habit(*row) for row in (*days.PROFILE, *diary.PROFILE)),
    ),
    "exercise_log": (_BULLET, *(Habit(*row) for row in days.EXERCISES), *_NAMED),
    "session_entry": tuple(Habit(*row) for row in days.SESSION_ENTRIES),
    "include": tuple(Habit(*row) for row in days.INCLUDES),
    "entry": _ENTRIES,
    "exercise_entry": _ENTRIES,
    "log": _LOGS,
    "session_log": (*(Habit(*row) for row in days.SESSIONS), *_LOGS),
}

# What follows a `;` that a habit puts in, and what else a line with a date may be.
_AFTER = {"item": "clause", "exercise_log": "log", "exercise_entry": "log", "entry": "log",
          "session_entry": "session_log",
          "stretch": "stretch_clause", "state_rule": "rule_action", "light_head": "shade",
          "race_head": "race_clause"}  # fmt: skip
_RULES = ("state_rule", "rule_action")
_LINES = ("item", "standing")
_ALSO = {
    "exercise_entry": ("entry", "session_entry", "include"),
    "entry": ("exercise_entry",),
}
_QUOTED = re.compile(r'"[^"]*"')
_BLANK = '""'  # for text in quotes, which habits leave alone


def habit(
    grammar: Grammar, rule: str, text: str, _refusal: Refused | None = None
) -> Mistake | None:
    """What `text` says in a coach's way and not in the language's, if a habit explains it."""
    if len(text) > _LONGEST:
        return None
    blanked = meant = _QUOTED.sub(_BLANK, text)
    certain = True
    for each in HABITS.get(rule, ()):
        before, meant = meant, re.sub(each.written, each.meant, meant)
        certain = certain and (each.certain or meant == before)
    if meant == blanked or meant.count(_BLANK) != blanked.count(_BLANK):
        return None
    quoted = iter(_QUOTED.findall(text))
    parts = [re.sub(_BLANK, lambda _: next(quoted), part.strip(" ")) for part in meant.split(";")]
    if not _right(grammar, rule, parts):
        return None
    between = "two actions" if rule in _RULES else "a name and what is said about it"
    return _told(text, "; ".join(parts), certain, between)


def _right(grammar: Grammar, rule: str, parts: list[str]) -> bool:
    """Whether the grammar takes the parts of a line, the first as a `rule`."""
    first, *others = parts
    after = _AFTER.get(rule, rule)
    kinds = (rule, *_ALSO.get(rule, ()))
    if rule in _LINES and first.startswith("when "):  # an exercise may have a label
        kinds = ("session_clause",)
    return any(grammar.takes(each, first) for each in kinds) and all(
        grammar.takes(after, other) for other in others
    )


def _told(text: str, meant: str, certain: bool, between: str) -> Mistake:
    """The words in which `text` and what is `meant` differ, and the whole of it as a hint."""
    old, new = text.split(" "), meant.split(" ")
    shorter = min(len(old), len(new))
    head = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    tail = next((n for n in range(shorter - head) if old[-1 - n] != new[-1 - n]), shorter - head)
    if len(old) == head + tail or len(new) == head + tail:  # nothing beside something
        head, tail = (head, tail - 1) if tail else (head - 1, tail)
    if tail and new[-1 - tail][-1:] in {",", ";"}:
        tail -= 1
    written = " ".join(old[head : len(old) - tail])
    fix = " ".join(new[head : len(new) - tail])
    start = len(" ".join(old[:head])) + (head > 0)
    code, message = "E100", f"`{written}` is not how the language says it"
    added = fix.startswith(written) or fix.endswith(f" {written}")
    if ";" in fix and ";" not in written:
        message = f"a `;` goes between {between}"
    elif added and written.isalpha() and not certain:
        code, message = "E102", "something is missing here"
    elif written.isalpha():
        code, message = "E101", f"`{written}` is not known here"
    return Mistake(
        code, message, start, start + len(written), f"`{fix}` is meant" if certain else "",
        (f"write {meant}" if certain else f"for example: {meant}",),
        fix if certain else None, f"write {fix}" if certain else "",
    )  # fmt: skip
