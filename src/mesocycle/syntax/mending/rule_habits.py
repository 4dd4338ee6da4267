"""What coaches write out of habit around rules: their shape, questions, lights, header lines.

See `habits`, which tries these rows; each is a pattern and what to write for it.
"""

from __future__ import annotations

import re

from mesocycle.syntax.mending.action_habits import ACTIONS, MOVE, SAYS, plural
from mesocycle.syntax.mending.dose_habits import Habit
from mesocycle.syntax.mending.fact_habits import (
    BARE,
    BODY,
    FACTS,
    FELT,
    SPELL,
    SYMPTOMS,
    so_many_days,
)
from mesocycle.syntax.safety_words import slip_of


def _asked(match: re.Match[str]) -> str:
    """`aks` as ask."""
    return "ask" if slip_of(match[0], "ask") else match[0]


_TO = r"(?:->|-->|=>|→|⇒)"
_THEN = (
    Habit(rf"^((?:when|if) [^:]*?)(?: *{_TO}| *,? *\bthen\b:?) *", r"\1: "),
    Habit(r"^((?:when|if) [^:{]*?) *\{ *([^{}]*?) *\}$", r"\1: \2"),
    Habit(rf"^((?:when|if) [^:]*?),? (?={SAYS}\b[^:]*$)", r"\1: "),
)
_SHAPE = (
    Habit(r"^(?:(?:[*•·-]+|[0-9]+[.)]) +|rules?(?: ?[0-9]+)?:? +(?=\w))", ""),
    Habit(r"^(?:When(?:ever)?|WHEN|whenever|once|Once|as soon as|[Ii]n case(?: of)?|on)\b(?= )",
          "when"),
    Habit(r"^(?:If|IF)\b", "if"),
    Habit(r"^[Uu]nless ([a-z]+) is (?!not)(?=[a-z]+(?::|,))", r"when \1 is not "),
    Habit(r"^[Uu]nless ([^:]+):", r"when not (\1):"),
    Habit(rf"^({SAYS}[^:]*?) (?:if|when|whenever|on) ([^:]+?) until cleared$",
          r"when \2: \1 until cleared"),
    Habit(rf"^({SAYS}[^:]*?) (?:if|when|whenever|on) ([^:]+)$", r"when \2: \1"),
    Habit(rf"^(?!when |if )([^:]+?) ?{_TO} ?", r"when \1: "),
    Habit(rf"^(?=(?:(?:{BODY}|(?:next )?morning) )?pain\b|{SYMPTOMS}\b|[a-z]+ (?:is|[<>=]))"
          r"([^:]*): ?", r"when \1: "),
    *_THEN,
)  # fmt: skip
STATE_RULES = (*_SHAPE, *FACTS, *ACTIONS, *BARE)

_ASKS = (
    Habit(r"^[a-z]{2,4}\b(?= )", _asked),
    Habit(r"^(?:question|check[ -]?in|query|Ask|asks|asking)\b:?", "ask"),
    Habit(r"^(ask [a-z]+) (\"\") ([0-9]+ ?- ?[0-9]+|[a-z][a-z, ]*)$", r"\1 \3 \2"),
    Habit(r"^ask:? ?(\"\"|[a-z]+)(?: ?[:=?]|,)? *(?:[\[({<] ?)?([^\[\](){}<>;]*?) ?[\])}>]?$",
          r"ask \1 \2"),
    Habit(r"(?<=[\w]) ?[|/] ?(?=[^\W\d_])", ", "),
    Habit(r"^(ask [a-z]+) (?:from )?([0-9]+) ?(?:to|\.\.\.?|…|–|—|/) ?([0-9]+)", r"\1 \2-\3"),
    Habit(r"^(ask [a-z]+) y(?:es)?,? ?(?:or|/|,) ?no?$", r"\1 yes, no"),
    Habit(r",? \bor (?=[a-z])", ", "),
    Habit(r"(?<=[0-9a-z]), (?=\"\")", " "),
    Habit(r" (?:daily|each day|every (?:morning|evening|night))$", ""),
    Habit(r"\b(?:weekly|every week|once a week)$", "every 7 days"),
    Habit(rf"\bevery {SPELL}", lambda m: f"every {so_many_days(m)}"),
    Habit(r"^(\"\") (?=[a-z0-9])", r"ask \1 "),
)  # fmt: skip
_LIGHTS = (
    Habit(r"^(?:traffic[ -]?)?lights?:? (?=[\w\"])", "light "),
    Habit(r":$", ""),
    Habit(r"^(light (?:[a-z]+|\"\")): ?(?=red|amber|green)", r"\1; "),
)
_SHADES = (
    Habit(r"^(?:yellow|orange|Amber|AMBER)\b", "amber"),
    Habit(r"^(?:Red|RED|rde|erd)\b", "red"),
    Habit(r"^(?:Green|GREEN)\b", "green"),
    Habit(r"^(red|amber|green)(?: ?[:=,]| ?->| at| on| is)? (?:when |if )?"
          rf"(?=(?!when |if |else|oth|always|by def|default|rest)(?:.*[<>=]|.*pain|\w+ is\b"
          rf"|{SYMPTOMS}))", r"\1 when "),
    Habit(r"^(red|amber|green)(?: ?[:=,]| ?->)? (?=when |if )", r"\1 "),
    Habit(r"^(red|amber|green)(?: ?[:=,]| ?->)? (?:else|otherwise|always|by default|default|rest)$",
          r"\1 otherwise"),
    Habit(r"^(?:else|otherwise|default|rest)(?: ?[:=,]| ?->)? (red|amber|green|yellow|orange)$",
          lambda m: f"{'amber' if m[1] in {'yellow', 'orange'} else m[1]} otherwise"),
    Habit(r"^(?:when|if) (.+?)(?::| ?->| then) ?(red|amber|green)$", r"\2 when \1"),
    Habit(r"^(?:when|if) (.+?)(?::| ?->| then) ?(?:yellow|orange)$", r"amber when \1"),
    Habit(r"^green$", "green otherwise"),
    *FACTS,
    *BARE,
)  # fmt: skip
HEADERS = (
    Habit(r"^(?:pain ?limit|max(?:imum)? pain|pain (?:max(?:imum)?|threshold|up to|ceiling|<=|≤)"
          r"|acceptable pain|allowed pain)(?: ?[:=]| of| <=| up to| is| at)? (?=[0-9])",
          "pain limit "),
    Habit(r"^pain (?=[0-9])", "pain limit "),
    Habit(r"^(pain limit [0-9]+) ?(?:/ ?10|out of 10|of 10)$", r"\1"),
    Habit(r"^(?:screen(?:ing)?|red[ -]flags?(?: check| screening| questions?)?"
          r"|ask (?:about )?red flags?)(?::| is)? ?(?=every|daily|weekly|[0-9])", "screening "),
    Habit(r"^(screening) (?:weekly|every week|once a week)$", r"\1 every 7 days"),
    Habit(r"^(screening) (?:daily|every day)$", r"\1 every 1 day"),
    Habit(rf"^screening (?:every )?{SPELL}", lambda m: f"screening every {so_many_days(m)}"),
    Habit(r"^(?:re-?test|re-?try|test again|try again|re-?assess)(?::| in| after| every)* ?"
          rf"(?:good |painfree )?{SPELL}(?: painfree| of no pain)?$",
          lambda m: f"retest after {so_many_days(m)}"),
    Habit(r"^(screening)$", r"\1 every 7 days", certain=False),
    Habit(r"^(retest)$", r"\1 after 7 days", certain=False),
    Habit(r"^pain limit$", "pain limit 2", certain=False),
)  # fmt: skip

SPACINGS = (
    Habit(r"^(?:a|1|one) days? (?=ap)", "24h "),
    Habit(r"(?<=[0-9]) ?(?:hours?|hrs?|H)\b", "h"),
    Habit(r"\b(?:appart|a part|between|later)\b", "apart"),
    Habit(r"\bapart[,:]? (?:as |since |for |- )?(?=\"\")", "apart because "),
    Habit(r"\bapart$", 'apart because ""', certain=False),
)

#: A rule of a session, which stands among its lines.
IN_SESSIONS = (*_THEN, *SPACINGS, *FACTS, *ACTIONS)

#: What would be the name of an exercise: `stop if numbness`.
ITEMS = (
    Habit(r"^((?:stop|skip|hold|easier|rest|no)(?: [a-z]+)?) (?:if|when|whenever) ([^:;]+)$",
          r"when \2: \1"),
    Habit(r"(?<=: )rest$", "skip"),
    Habit(rf"(?<=: )no {MOVE}$", plural),
    *FELT,
)  # fmt: skip

#: By start rule; `habits` takes them over.
HABITS: dict[str, tuple[Habit, ...]] = {
    "rules_head": (Habit(r" ?:$", ""),),
    "state_rule": STATE_RULES,
    "rule_action": ACTIONS,
    "ask_head": _ASKS,
    "light_head": _LIGHTS,
    "shade": _SHADES,
}
