"""Second pass: one piece of text, one start rule, one LALR parse.

Equal pieces are parsed once: the memo is keyed by start rule and text, and offsets count from
the start of the piece, so the result serves every place where the piece is written.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from mesocycle.syntax.building.base import Builder
from mesocycle.syntax.engine import Engine, Refused
from mesocycle.syntax.mistake import Parsed
from mesocycle.syntax.nesting import PLACES, Kind
from mesocycle.syntax.nodes import Node
from mesocycle.syntax.tables import load

MEMO_MOST = 20_000

# What the grammar takes for a name though it is none: `Superman 3x8`, `warm up 10min`, `no pain`.
_NAMING = frozenset(
    {"item", "exercise_entry", "exercise_log", "entry", "clause", "session_clause", "pool_head"}
)
_HARDLY_A_NAME = re.compile(
    r"^[^;\"]*[^\W\d_](/[LR])?( -)? [0-9-]+ ?x ?[0-9]| / "
    r"|^(warm|cool)[ -]|^jog |^[a-z]+ (run|walk|bike|swim|row|ski|hike) [0-9]"
    r"|\b(no|without) (\w+ ){0,2}pain\b|\bflag \w+ (in|trouble|problem|issue)"
    r"|^[0-9]{4}-\S+ +(?!flag (numbness|tingling|weakness)( (left|right) [a-z]+)?$)"
    r"((?!morning)[a-z ]*pain(free)?($| [0-9]+$)|numb|ting|weak|burn|fever|walk |"
    r"(?i:all clear|red[ -]?flags?|flags?|without|not|sharp)( |$))"
    r"|\b(rather than|in place of|insted of|instaed of) |^instead of "
)
_HARDLY_AN_ITEM = re.compile(  # `Squat 60kg`, `Thruster 21-15-9`
    r"^(stop|skip|hold|easier|rest|no)( [a-z]+)? (if|when|whenever) "
    r"|^[^;\"]*[^\W\d_] ([0-9.]+ ?((kg|lb)s?\b|%)|[0-9]+([-/][0-9]+){2,}$)"
)

# What the grammar takes for the name of a question, a place or an exercise, though it is none.
_STATING = ("when ", "if ", "red ", "amber ", "green ")
_HARDLY_A_FACT = (  # compiled when first needed, as few lines begin so
    r"^(when|if|red|amber|green) [^\"]*?"
    r"\b(no|without|any|some|the|my|next[ -]day) (\w+ ){0,2}pain\b"
    r"|\bthere is\b|\blight (\w+ )?is\b|\bis (yellow|orange|at|less|more|below|above|over|under"
    r"|greater|worse|better|higher|lower)\b"
    r"|: skip (the|all|any|it|else|next|session|whole|today|lifting|gym)\b"
    r"|: swap \w+(s|ing) for |\belse\b"
)


class Grammar:
    """A grammar ready to parse pieces, with the table of its places and its memos."""

    def __init__(self, kind: Kind, builder: Builder) -> None:
        self.places = PLACES[kind]
        self._builder = builder
        self._engine = Engine(load(kind), builder)
        self.keywords = frozenset(self._engine.keywords)
        self._pieces: dict[tuple[str, str], Parsed] = {}
        self.lines: dict[tuple[str, str], Any] = {}

    def keyword(self, terminal: str) -> str:
        """What a terminal stands for if that is always the same text, else an empty string."""
        return self._engine.fixed.get(terminal, "")

    def parse(self, rule: str, text: str) -> Parsed:
        """The nodes that `text` means under start rule `rule`, or its mistakes."""
        key = (rule, text)
        parsed = self._pieces.get(key)
        if parsed is None:
            if len(self._pieces) >= MEMO_MOST:
                self._pieces.clear()
            parsed = self._pieces[key] = self._parse(rule, text)
        return parsed

    def _parse(self, rule: str, text: str) -> Parsed:
        try:
            parsed = self._attempt(rule, text)
        except Refused as refusal:
            from mesocycle.syntax.mending.mistakes import explain

            return explain(self, rule, text, refusal)
        if (
            (rule in _NAMING and _HARDLY_A_NAME.search(text))
            or (rule == "item" and _HARDLY_AN_ITEM.match(text))
            or (text.startswith(_STATING) and re.search(_HARDLY_A_FACT, text))
        ):
            from mesocycle.syntax.mending.mistakes import doubted

            return doubted(self, rule, text) or parsed
        return parsed

    def nodes(self, rule: str, text: str) -> tuple[Node, ...]:
        """The nodes of `text` under `rule`, whatever else is wrong; none if it is refused."""
        try:
            return self._attempt(rule, text).nodes
        except Refused:
            return ()

    def accepts(self, rule: str, text: str) -> bool:
        """Whether the grammar takes `text` under start rule `rule`."""
        return self.reach(rule, text) > len(text)

    def takes(self, rule: str, text: str) -> bool:
        """Whether `text` is right under start rule `rule`, in what it says too."""
        try:
            return not self._attempt(rule, text).mistakes
        except Refused:
            return False

    def reach(self, rule: str, text: str) -> int:
        """How many characters of `text` are right; one more than there are if all of it is."""
        try:
            self._attempt(rule, text)
        except Refused as refusal:
            return refusal.start
        return len(text) + 1

    def _attempt(self, rule: str, text: str) -> Parsed:
        self._builder.found = []
        value = self._engine.parse(rule, text)
        nodes = value if isinstance(value, tuple) else (value,)
        return Parsed(nodes, tuple(self._builder.found))


@cache
def plan_grammar() -> Grammar:
    """The grammar of plans and libraries."""
    from mesocycle.syntax.building.plan import PlanBuilder

    return Grammar("plan", PlanBuilder())


@cache
def diary_grammar() -> Grammar:
    """The grammar of diaries."""
    from mesocycle.syntax.building.diary import DiaryBuilder

    return Grammar("diary", DiaryBuilder())
