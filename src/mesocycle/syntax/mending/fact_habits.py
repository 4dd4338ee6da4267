"""What coaches write out of habit where the language has a condition: `VAS ≥ 3`, `knee hurts`.

See `habits`, which tries these rows; each is a pattern and what to write for it.
"""

from __future__ import annotations

import re

from mesocycle.syntax.mending.dose_habits import Habit
from mesocycle.syntax.safety_words import safety_word, slip_of

BODY = (
    r"(?:(?:left|right) )?(?:(?:lower|upper|low) )?(?:back|neck|shoulder|elbow|wrist|hip|groin"
    r"|glute|buttock|hamstring|thigh|leg|knee|shin|calf|achilles|ankle|heel|foot|arm)"
)
SYMPTOMS = r"(?:numbness|tingling|weakness|burning|fever)"
_NAME = r"(?:[a-z]+(?: [a-z]+)??)"
_MORE = r"(?:above|over|more than|greater than|higher than|bigger than|exceeds|exceeding|beyond)"
_LESS = r"(?:below|under|less than|lower than|smaller than)"
SPELL = r"([0-9]+|a|one|two|three|four) ?(days?|weeks?|d|w)\b"
_COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight")
_KNOWN = frozenset(
    {"outdoors", "indoors", "helps", "slow", "tried", "untried", "rising", "centralising"}
)
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}


def _in_days(number: str, unit: str) -> int:
    """So many days as `2 weeks` are."""
    count = _NUMBERS.get(number) or int(number)
    return count * (7 if unit[0] == "w" else 1)


def _off(match: re.Match[str]) -> str:
    """`no session for 2 weeks` as 14 days off."""
    return f"{_in_days(match[1], match[2])} days off"


def _not_better(match: re.Match[str]) -> str:
    """`back pain not improving for 2 weeks` as not better in 14 days."""
    return f"{match[1] or ''}pain not better in {_in_days(match[2], match[3])} days"


def _between(match: re.Match[str]) -> str:
    """`knee pain 3-5` as both of its borders."""
    where = match[1] or ""
    return f"{where}pain >= {match[2]} and {where}pain <= {match[3]}"


def _turned(match: re.Match[str]) -> str:
    """`3 < pain < 5` with the name first."""
    sign = match[2].translate(str.maketrans("<>", "><"))
    more = f" and {match[3]} {match[4]} {match[5]}" if match[4] else ""
    return f"{match[3]} {sign} {match[1]}{more}"


def _foot_drop(match: re.Match[str]) -> str:
    """`foot dorp` as foot drop."""
    meant = match[0] == "drop foot" or slip_of(match[0], "foot drop")
    return "foot drop" if meant else match[0]


def so_many_days(match: re.Match[str]) -> str:
    """`2 weeks` as 14 days."""
    days = _in_days(match[1], match[2])
    return f"{days} day{'s' if days > 1 else ''}"


def _is(match: re.Match[str]) -> str:
    """`when swelling mild` as when swelling is mild; what may be a word of safety stays."""
    known = match[0].removesuffix(":").split()[1:]
    if "foot drop" in match[0] or any(
        each in _KNOWN or safety_word(each) or any(slip_of(each, fact) for fact in _KNOWN)
        for each in known
    ):
        return match[0]
    return f"{match[1]} is{match[2] or ' mild'}"


_SIGNS = (
    Habit(r"≥|=> ?(?=[0-9])", ">= "),
    Habit(r"≤|=< ?(?=[0-9])", "<= "),
    Habit(r"≠|<>", "!= "),
    Habit(r"(?<![<>!=])==(?!=)", "="),
    Habit(r" *&& *| & ", " and "),
    Habit(r" *\|\| *", " or "),
    Habit(r"\b(?:AND|OR|NOT)\b", lambda m: m[0].lower()),
    Habit(r"\bis (?=[<>=!])", ""),
    Habit(r"([<>]=?|!=) {2,}", r"\1 "),
)
_NUMBERED = (
    Habit(r"(?<=[<>=] )(?:one|two|three|four|five|six|seven|eight)\b",
          lambda m: str(_COUNTED.index(m[0]) + 1)),
    Habit(rf"\b([0-9]+) ?([<>]=?) ?((?:{BODY} )?pain|[a-z]+)(?: ?([<>]=?) ?([0-9]+))?",
          _turned),
    Habit(rf"((?:{BODY} )?pain|[a-z]+) ([<>]=?) ?([0-9]+) (and|or) (?=[<>])",
          r"\1 \2 \3 \4 \1 "),
    Habit(r"(?<=[0-9]) ?(?:/ ?10|(?:out )?of (?:10|ten))\b", ""),
    Habit(r"(?i)\b(?:vas|nrs|nprs)(?: (?:score|pain))?(?= *[<>=0-9]| is| [a-z]+ than)", "pain"),
    Habit(r"(?<=pain) (?:score|level|scale|rating|intensity)\b", ""),
    Habit(rf"(?<=[a-z]) (?:is )?(?:at least|no less than|not under) (?={_NAME}|[0-9])", " >= "),
    Habit(rf"(?<=[a-z]) (?:is )?(?:at most|up to|no more than|not over) (?={_NAME}|[0-9])",
          " <= "),
    Habit(rf"(?<=[a-z]) (?:is )?{_MORE} (?=[0-9])", " > "),
    Habit(rf"(?<=[a-z]) (?:is )?{_LESS} (?=[0-9])", " < "),
    Habit(rf"\b((?:{BODY} )?)pain (?:is )?(?:between )?([0-9]+) ?(?:-|–|to|and) ?([0-9]+)\b",
          _between),
    Habit(r"(?<=pain) (?:is |= ?|of )?([0-9]+)(?:\+| (?:or|and) (?:more|worse|higher|above|up"
          r"|over|greater))(?!\w)", r" >= \1"),
    Habit(r"(?<=pain) (?:is |of )?([0-9]+) (?:or|and) (?:less|lower|below|under|fewer)\b",
          r" <= \1"),
    Habit(r"(?<=pain) (?:is |of )?0(?=:|$| and | or )", " = 0"),
    Habit(r"(?<=pain) (?:is |of )?([0-9]+)(?=:|$| and | or )", r" >= \1", certain=False),
)  # fmt: skip
_PLACED = (
    Habit(rf"\b(?:the|my|your|his|her|any|some|a) (?={BODY}\b|pain)", ""),
    Habit(rf"\b({BODY})(?: is| feels)? (?:hurts?|hurting|aches?|aching|is sore|sore|painful)\b",
          r"\1 pain"),
    Habit(r"\b(when|if) (?:it )?(?:hurts?|is sore|is painful|painful|in pain)(?=:| )",
          r"\1 pain"),
    Habit(r"\b(?:sick|ill)(?=:| or | and |$)", "fever", certain=False),
    Habit(r"\bthere(?: is|'s) (?:any )?(?=pain|numb|tingl|weak|burn|fever)", ""),
    Habit(rf"\bthere(?: is|'s) (?:any )?(?={BODY} pain)", ""),
    Habit(r"\b(?:any|some|a) (?=numbness|tingling|weakness|burning|fever)", ""),
    Habit(rf"\bpain (?:in|of|at) (?:the |my )?({BODY})\b", r"\1 pain"),
    Habit(rf"\b({BODY}) pain (left|right)\b", r"\2 \1 pain"),
    Habit(rf"\bpain \(?({BODY})\b\)?(?: (left|right)\b)?",
          lambda m: f"{m[2] + ' ' if m[2] else ''}{m[1]} pain"),
    Habit(r"\b(?:no|without) pain\b|\bpain[ -]?free\b(?=:)|\bpain (?:is )?(?:none|nil|zero|gone)\b",
          "pain = 0"),
    Habit(rf"\b(?:no|without) ({BODY}) pain\b", r"not \1 pain"),
)  # fmt: skip
_MOVING = (
    Habit(r"\bpain (?:is )?(?:getting |becoming |going )?(?:worse(?:ns|ning)?|increas(?:es|ed|ing)"
          r"|grow(?:s|ing)|rises|rising|up|higher|worsened)(?=:| and | or |$)", "pain rising"),
    Habit(r"\b(?:worse|worsening|increasing|rising) ((?:[a-z]+ )?)pain\b", r"\1pain rising"),
    Habit(r"\bpain (?:is )?(centrali|peripherali)[sz](?:es|ed|ation|ing)\b", r"pain \1sing"),
    Habit(r"(?<= )(?<!pain )(centrali|peripherali)[sz](?:es|ed|ation|ing)(?: pain)?(?=:)",
          r"pain \1sing"),
    Habit(rf"\bpain (?:spreads|radiates|moves|goes|shoots|is|runs)? ?(?:beyond|past|below|under"
          rf"|further than) (?:the )?({BODY})\b", r"pain beyond \1"),
    Habit(rf"\bpain (?:that )?(?:spreads|radiates|moves|goes|shoots|runs) (?:in)?to (?:the )?"
          rf"({BODY})\b", r"\1 pain"),
    Habit(rf"\b((?:[a-z]+ )?)pain (?:is )?(?:not|no|hasn't) (?:improving|improved|any better"
          rf"|getting better|better|improve) (?:in|for|after|within|over|since) {SPELL}",
          _not_better),
    Habit(rf"\b()no improvement (?:in|for|after|within|over|since) {SPELL}", _not_better),
    Habit(rf"\b((?:{BODY} )?)pain (?:on |in |at )?(?:the )?(?:next |following )?(?:morning|day"
          r"|waking|night)\b", r"morning \1pain"),
    Habit(r"\b(?:next[ -]day|the next morning|next-morning) (?=(?:[a-z]+ )?pain)", "morning "),
    Habit(r"\bpain (during|after) (?:the |a |an |my )?(?:session|sessions|exercises?|exercising"
          r"|training|runs?|running|walks?|work-?outs?|strength|lifting)\b", r"pain \1"),
    Habit(r"\bpain (?:while|when) (?:exercising|running|training|lifting|walking)\b",
          "pain during"),
    Habit(r"\bpain afterwards?\b", "pain after"),
)  # fmt: skip
FELT = (
    Habit(r"\b(?:[fo]+t?[a-z]? ?d?[a-z]{2,4}|drop foot)\b(?=:| or | and | is |$)", _foot_drop),
    Habit(r"\bnumb(?! *ness)(?: (?:leg|foot|arm|feet))?\b", "numbness"),
    Habit(rf"\b{BODY} is numbness\b", "numbness"),
    Habit(
        rf"\b({SYMPTOMS})(?: (?:in|of|down) (?:the |my )?{BODY}| is (?:there|yes|present))", r"\1"
    ),
    Habit(rf"\b(?:red )?flag (?=\"\"|{SYMPTOMS})", ""),
    Habit(rf"\b(?:no|without) ({SYMPTOMS})\b", r"not \1"),
)
_ASKED = (
    Habit(rf"\b({_NAME}) isn'?t ", r"\1 is not "),
    Habit(rf"\b({_NAME}) is ([a-z]+|[0-9]+) (?:or|and) (?:worse|more|higher|above|up|over)\b",
          r"\1 >= \2"),
    Habit(rf"\b({_NAME}) is ([a-z]+|[0-9]+) (?:or|and) (?:better|less|lower|milder|below)\b",
          r"\1 <= \2"),
    Habit(rf"\b({_NAME}) is (?:at least|no less than) ", r"\1 >= "),
    Habit(rf"\b({_NAME}) is (?:at most|no more than) ", r"\1 <= "),
    Habit(rf"\b({_NAME}) is {_MORE} ", r"\1 > "),
    Habit(rf"\b({_NAME}) is (?:worse than) ", r"\1 > "),
    Habit(rf"\b({_NAME}) is (?:{_LESS}|better than|milder than) ", r"\1 < "),
    Habit(r"\b(?:traffic )?light ([a-z]+) is\b", r"\1 is"),
    Habit(r"\b([a-z]+) (?:traffic )?light is\b", r"\1 is"),
    Habit(r"\b(is(?: not)?) (?:yellow|orange)\b", r"\1 amber"),
    Habit(r"\b(when|if) ([a-z]+) (red|amber|green)(?=:| and | or )", r"\1 \2 is \3"),
    Habit(r"^(when|if) (?:yellow|orange|amber)(?=:)", r"\1 knee is amber", certain=False),
    Habit(r"^(when|if) (red|green)(?=:)", r"\1 knee is \2", certain=False),
    Habit(r"^(when|if) (limp(?:ing|s)?)(?=:)", r"\1 limp is yes"),
)  # fmt: skip
_AWAY = (
    Habit(rf"\bno (?:sessions?|training|runs?|running|exercises?|work-?outs?|entr(?:y|ies)) "
          rf"(?:for|in|since) {SPELL}", _off),
    Habit(rf"\b(?:off for|missed|away for|nothing for) {SPELL}", _off),
    Habit(rf"\b{SPELL} (?:off|missed|away|without (?:a )?(?:training|session|run|running))\b",
          _off),
)  # fmt: skip

#: Conditions, wherever they stand.
FACTS = (*_SIGNS, *_AWAY, *_NUMBERED, *_PLACED, *_MOVING, *FELT, *_ASKED)

#: What is no answer, but nearly reads like one; tried last.
BARE = (
    Habit(r"^((?:when|if) [a-z]+): ([a-z]+)(?=:)", r"\1 is \2", certain=False),
    Habit(r"^((?:when|if) [a-z]+)( [a-z]+)?(?=:)", _is, certain=False),
    Habit(r"^((?:red|amber|green) (?:when|if) [a-z]+)( [a-z]+)?(?= and | or |$)", _is,
          certain=False),
)  # fmt: skip
