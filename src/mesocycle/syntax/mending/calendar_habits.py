"""How coaches write dates, days off, races, tapers and phases elsewhere.

See `habits`, which tries these rows. Of a date whose day and month could be either way round,
and of whatever else nobody has said, there is only an example.
"""

from __future__ import annotations

import re

from mesocycle.syntax.mending.dose_habits import Habit

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"({'|'.join(_MONTHS)})[a-z]*\.?"
_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)"
_D, _M = r"(0?[1-9]|[12][0-9]|3[01])", r"(0?[1-9]|1[0-2])"
_LATE = r"(1[3-9]|2[0-9]|3[01])"


def _day_first(match: re.Match[str]) -> str:
    """`24.12.2026` as 2026-12-24."""
    return f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"


def _month_first(match: re.Match[str]) -> str:
    """`12/24/2026` as 2026-12-24."""
    return f"{match[3]}-{int(match[1]):02}-{int(match[2]):02}"


def _named(day: str, month: str, year: str) -> str:
    return f"{year}-{_MONTHS.index(month.lower()) + 1:02}-{int(day):02}"


def _tapered(match: re.Match[str]) -> str:
    """`taper 60%, 40%`: a week for each."""
    volumes = re.findall(r"[0-9]+%", match[1])
    return f"taper {len(volumes)} weeks to {', '.join(volumes)}"


def _left(match: re.Match[str]) -> str:
    """`reduce volume by 40%` as what is left."""
    return f"volume {100 - int(match[1])}%"


DATES = (
    Habit(rf"\b{_D}\. ?{_M}\. ?([0-9]{{4}})\b", _day_first),
    Habit(rf"\b{_LATE}[/-]{_M}[/-]([0-9]{{4}})\b", _day_first),
    Habit(rf"\b{_M}[/-]{_LATE}[/-]([0-9]{{4}})\b", _month_first),
    Habit(rf"\b{_D}[/-]{_M}[/-]([0-9]{{4}})\b", _day_first, certain=False),
    Habit(r"\b([0-9]{4})[/.]([0-9]{2})[/.]([0-9]{2})\b", r"\1-\2-\3"),
    Habit(r"\b([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})\b",
          lambda m: f"{m[1]}-{int(m[2]):02}-{int(m[3]):02}"),
    Habit(rf"(?i)\b{_D}(?:st|nd|rd|th)?\.? (?:of )?{_MONTH},? ([0-9]{{4}})\b",
          lambda m: _named(m[1], m[2], m[3])),
    Habit(rf"(?i)\b{_MONTH} {_D}(?:st|nd|rd|th)?,? ([0-9]{{4}})\b",
          lambda m: _named(m[2], m[1], m[3])),
    Habit(rf"(?<={'[0-9]' * 4}-[0-9][0-9]-[0-9][0-9]) ?(?:-|–|until|till|through|thru|->|→) ?"
          rf"(?={_DATE})", " to "),
)  # fmt: skip
CALENDAR = (
    *DATES,
    Habit(r"(?i)\b(mon|tue|wed|thu|fri|sat|sun)(?:r?s|r|(?:s|nes|rs|ur)?days?)?\b",
          lambda match: match[1].lower()),
    Habit(rf"(?i)^(?:rest days?|days? off|off|no (?:training|runs?|running)|free|rest)[: ]+"
          rf"(?:on |every )?(?={_DAY}\b|{_DATE})", "rest on "),
    Habit(r"(?i)^(?:every )?(mon|tue|wed|thu|fri|sat|sun):? (?:rest|off|free)$",
          lambda m: f"rest on {m[1].lower()}"),
    Habit(rf"^(rest on {_DAY}(?:, {_DAY})*),? (?:and|&) (?={_DAY})", r"\1, "),
    Habit(r"(?i)^(?:holidays?|vacation|away|cancel|no training|sick|ill|skip)[: ]+(?:from |on )?"
          rf"(?={_DATE})", "skip "),
    Habit(rf"^(skip {_DATE}(?: to {_DATE})?)(?: for| because(?: of)?|:|,) (?=\"\")", r"\1 "),
    Habit(rf"^skip (\"\") ({_DATE}.*)$", r"skip \1 on \2"),
    Habit(r"(?i)^(?:reschedule|postpone|shift|change)\b", "move"),
    Habit(rf"^move (\"\") from ({_DATE})", r"move \1 on \2"),
    Habit(rf"^move (\"\") (?={_DATE} to)", r"move \1 on "),
    Habit(r"^move (?:from |on )(?=[0-9])", "move "),
    Habit(r"(?<=[0-9]) (at )?([0-9]{1,2}:[0-9]{2})$", r" at \2"),
    Habit(rf"^(move|swap) ({_DAY}) (?:to|with|and|for) ({_DAY})(?: in)? (weeks? [0-9, -]+)$",
          r"swap \2 with \3 in \4"),
    Habit(r"(?i)^(?:switch|exchange)\b", "swap"),
    Habit(rf"^swap ({_DAY}|{_DATE}) ?(?:and|for|<->|/|&|to|,) ?(?={_DAY}|{_DATE})",
          r"swap \1 with "),
    Habit(rf"^(swap {_DAY} with {_DAY}) (?=weeks? )", r"\1 in "),
    Habit(rf"^(swap {_DAY} with {_DAY})$", r"\1 in week 3", certain=False),
    Habit(rf"^note (\"\") (?:on )?({_DATE}(?: to {_DATE})?)$", r"note \2 \1"),
    Habit(rf"^note (?:on )?({_DATE}(?: to {_DATE})?)[:,] ", r"note \1 "),
)  # fmt: skip
MISSED = (
    Habit(r"(?i)^(?:if )?miss(?:ed|ing)?(?: sessions?| workouts?| days?| runs?)?(?: are|:| =| is)?"
          r" (?=[a-z])", "missed: "),
    Habit(r"(?i)(?<=^missed: )(?:skip(?:ped)?|ignored?|dropped|lost|forget|nothing)$", "drop"),
    Habit(r"(?i)(?<=^missed: )(?:push(?:ed)?(?: back)?|postponed?|delay(?:ed)?|shifted|reschedule"
          r"|move(?:d)?)$", "shift"),
    Habit(r"(?i)(?<=^missed: )(?:keep|kept|wait|held|stay|open)$", "hold"),
    Habit(r"(?i)(?<=^missed: )(?:combined?|merged|add(?:ed)?|make up)$", "merge"),
)  # fmt: skip
RACES = (
    *DATES,
    Habit(r"(?i)^(?:(?:goal|target|main|key|[abc])[ -])?(?:race|event|competition|goal)s?\b:? ?",
          "race "),
    Habit(rf"^race (?:on )?({_DATE}) (?:at )?(\"\")", r"race \2 on \1"),
    Habit(rf"^race (?:on )?({_DATE})\b", r'race "" on \1', certain=False),
    Habit(rf"^(race \"\"),? (?={_DATE})", r"\1 on "),
    Habit(r"(?i)\b(1[0-2]|0?[1-9])(?:[:.]([0-9]{2}))? ?([ap])\.?m\b\.?",
          lambda m: f"{int(m[1]) % 12 + 12 * (m[3].lower() == 'p'):02}:{m[2] or '00'}"),
    Habit(rf"^(race \"\" on {_DATE}),? (?=[0-9]{{1,2}}:)", r"\1 at "),
    Habit(rf"^(race \"\") ([0-9.]+ ?(?:km|mi|m)) (on {_DATE}(?: at [0-9:]+)?)$", r"\1 \3; \2"),
    Habit(rf"^(race \"\" on {_DATE}(?: at [0-9:]+)?)[, ] ?"
          r"(?=[0-9.]+ ?(?:km|mi|m)\b|priority|taper)", r"\1; "),
    Habit(r"(?<=[0-9]m), (?=priority|taper)", "; "),
)  # fmt: skip
RACE_CLAUSES = (
    Habit(r"(?i)^(?:distance|length|over):? ", ""),
    Habit(r"(?i)^(?:a |the )?(?:half[- ]?marathon|half|hm)$", "21.1km"),
    Habit(r"(?i)^(?:a |the )?(?:full )?marathon$", "42.2km"),
    Habit(r"(?i)^([0-9.]+) ?k$", r"\1km"),
    Habit(r"(?i)(?<=[0-9]) ?(?:kms?|kilomet(?:er|re)s?)$", "km"),
    Habit(r"(?i)(?<=[0-9]) ?miles?$", "mi"),
    Habit(r"(?i)^(?:priority:? |prio:? )?(?:1|high|main|a)(?:[ -](?:race|goal))?$", "priority A"),
    Habit(r"(?i)^(?:priority:? |prio:? )?(?:2|medium|b)(?:[ -]race)?$", "priority B"),
    Habit(r"(?i)^(?:priority:? |prio:? )?(?:3|low|c|training)(?:[ -]race)?$", "priority C"),
    Habit(r"(?i)^([0-9]+)[ -]weeks? taper\b", r"taper \1 weeks"),
    Habit(r"(?i)^taper:? (?:for |over )?14 days?\b", "taper 2 weeks"),
    Habit(r"(?i)^taper:? (?:for |over )?7 days?\b", "taper 1 week"),
    Habit(r"(?i)^taper:? (?:for |over )?(?=[0-9]+ weeks?)", "taper "),
    Habit(r"(?<=%)(?: ?(?:and|then|->|→|/)| ) ?(?=[0-9]+%)", ", "),
    Habit(r"^taper(?: to)?:? ((?:[0-9]+%(?:, )?)+)$", _tapered),
    Habit(r"^(taper [0-9]+ weeks?)[:,]? (?:at |volume )?(?=[0-9]+%)", r"\1 to "),
    Habit(r"^taper(?: 2 weeks)?$", "taper 2 weeks to 60%, 40%", certain=False),
    Habit(r"^(taper 1 week)$", r"\1 to 50%", certain=False),
    Habit(r"^(taper 3 weeks)$", r"\1 to 80%, 60%, 40%", certain=False),
)  # fmt: skip
PHASE_ENDS = (
    Habit(r"(?i)\bfor ([0-9]+) ?(?:percent|per cent|%)(?: of .*)?$", r"for \1%"),
    Habit(r"(?i)\b(?:for )?(?:the )?(?:rest|remainder|remaining weeks)(?: of .*)?$",
          "for the rest"),
    Habit(r"^(phase \"\" until .*?),? (?:for )?(?:max(?:imum)?|no (?:more|longer) than|up to"
          r"|at most)(?: of)? ([0-9]+) ?(?:w(?:ee)?ks?)?$", r"\1, at most \2 weeks"),
    Habit(r"\bdone ([0-9]+) ?x\b", r"done \1 times"),
    Habit(r"\bpain[ -]free\b", "painfree"),
    Habit(r"\bdone (once|twice)\b", lambda m: f"done {'1' if m[1] == 'once' else '2'} times"),
    Habit(r"^(phase \"\" until (?!.*at most).*)$", r"\1, at most 6 weeks", certain=False),
)  # fmt: skip
VOLUMES = (
    Habit(r"(?i)(?<![a-z])(?:reduce|cut|lower|drop)(?: the)? (?:volume|mileage) by ([0-9]+) ?%",
          _left),
    Habit(r"(?i)(?<![a-z])(?:reduce|cut|lower|drop)(?: the)? (?:volume|mileage) to ([0-9]+) ?%",
          r"volume \1%"),
    Habit(r"(?i)(?<![a-z])(?:volume|mileage) ?- ?([0-9]+) ?%", _left),
    Habit(r"(?i)(?<![0-9])([0-9]+)% (?:of )?(?:the )?(?:volume|mileage)\b", r"volume \1%"),
    Habit(r"(?i)\b(?:volume|mileage):? (?=[0-9])", "volume "),
    Habit(r"\bvolume ([0-9]+)(?![0-9%.])", r"volume \1%", certain=False),
    Habit(r"(?<=: )volume$|^volume$", "volume 60%", certain=False),
    Habit(r"(?i)(?<=: )(?:only easy (?:runs?|running)|(?:runs? )?easy(?: runs?)?(?: only)?"
          r"|easy running only)$", "runs easy only"),
    Habit(r"(?i)(?<=: )(?:swap|replace|switch|change) (run|walk|bike|swim|row|ski|hike)(?:s|ning)?"
          r" (?:for|with|to|by|into|->|→) (?:a )?(run|walk|bike|swim|row|ski|hike)\w*",
          r"swap \1 for \2"),
    Habit(r"(?i)(?<=: )(swim|bike|walk|row|hike|ski)(?:\w*) instead(?: of (?:a )?run(?:ning)?)?$",
          r"swap run for \1"),
    Habit(r"(?<=: )instead (swim|bike|walk|row|hike|ski)$", r"swap run for \1"),
)  # fmt: skip
#: Of a run, less of it; a deload is of loads.
DELOADS = (Habit(r"(?<=: )deload(?: [0-9]+%)?$", "volume 60%", certain=False),)
RUN_PROGRESS = (
    Habit(r"(?i)^(?:increase|add|build|progress(?:ion)?:?)(?: the)? (?:distance|mileage|length)"
          r"(?: by)? \+?(?=[0-9])", "progress distance by "),
    Habit(r"(?i)^(?:increase|add|build|progress(?:ion)?:?)(?: the)? (?:time|duration)(?: by)? \+?"
          r"(?=[0-9])", "progress time by "),
    Habit(r"(?i)^(?:progress(?: by)?|add|increase by|\+) ?\+?(?=[0-9.]+ ?(?:min|h)\b)",
          "progress time by "),
    Habit(r"(?i)^(?:progress(?: by)?|add|increase by|\+) ?\+?(?=[0-9.]+ ?(?:km|mi|m)\b)",
          "progress distance by "),
    Habit(r"(?i)^(?:progress(?: by)?|add|increase by|\+) ?\+?(?=[0-9.]+ ?%)",
          "progress distance by "),
    Habit(r"(?i) (?:each|every|per|a) (?:session|run|time)\b", " every 1 session"),
    Habit(r"(?i) (?:each|every|per|a|/) ?week(?:ly)?\b", " every 1 week"),
    Habit(r"(?i)(?: up to| until| max(?:imum)?) (?=[0-9])", " to "),
    Habit(r"^(progress (?:distance|time) by [^ ]+) (to [^ ]+) (every .*)$", r"\1 \3 \2"),
    Habit(r"^progress$", "progress distance by 1km to 10km", certain=False),
)  # fmt: skip
STAGES = (
    Habit(r"(?i)^(?:step|level|phase) ([0-9]+):?", r"stage \1:"),
    Habit(r"^(stage [\w-]+)(?: -|,|\.)? (?=(?:run|walk|jog|bike|swim|row) )", r"\1: "),
    Habit(r"^(stage [\w-]+: )(?=[0-9(])", r"\1run ", certain=False),
    Habit(r"(?i)^(?:max(?:imum)?|no more than|at most) (?:one|1|a) (?:stage|step)"
          r" (?:a|per|each|every|/) ?week$", "at most one stage a week"),
    Habit(r"(?i)^(?:max(?:imum)?|no more than|at most) (?:one|1|a) (?:stage|step)"
          r" (?:per|each|every) ([0-9]+) (days|weeks)$", r"at most 1 stage every \1 \2"),
    Habit(r"(?i)^(?:one|1) stage (?:a|per) week(?: at most| max)?$", "at most one stage a week"),
    Habit(r"(?i)^(?:after|if|when|on) ([0-9]+) days? (?:off|missed|without (?:a )?run(?:ning)?)",
          r"on \1 days off"),
    Habit(r"(?i)^(?:after|if|when|on) (?:a|1|one) week off", "on 7 days off"),
    Habit(r"(?i)^(?:after|if|when|on) ([2-9]) weeks off", lambda m: f"on {int(m[1]) * 7} days off"),
    Habit(r"(?i)(?<=[: ])(?:(?:go |step )?back (?:one|a|1)(?: stage| step)?|last stage"
          r"|prev(?:ious)?(?: step)?|(?:one|a|1) stage (?:back|down)|step back)$",
          "previous stage"),
    Habit(r"(?i)(?<=[: ])(?:go |step )?back ([2-9])(?: steps?)?$", r"back \1 stages"),
    Habit(r"(?i)(?<=[: ])([2-9]) stages (?:back|down)$", r"back \1 stages"),
)  # fmt: skip
