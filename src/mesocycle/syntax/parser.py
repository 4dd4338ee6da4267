"""Second pass: one piece of text, one start rule, one Lark LALR parse.

Equal pieces are parsed once: the memo is keyed by start rule and text, and offsets count from
the start of the piece, so the result serves every place where the piece is written.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Literal, NamedTuple

from mesocycle.syntax.build import Builder
from mesocycle.syntax.mistake import Mistake
from mesocycle.syntax.nesting import DIARY, PLAN, Place
from mesocycle.syntax.nodes import Node

Kind = Literal["plan", "diary"]
MEMO_MOST = 50_000


class Parsed(NamedTuple):
    """The nodes of one piece (none if it could not be read) and what is wrong with it."""

    nodes: tuple[Node, ...]
    mistakes: tuple[Mistake, ...] = ()


class Grammar:
    """A grammar ready to parse pieces, with the table of its places and its memos."""

    def __init__(self, kind: Kind, places: dict[str, Place], builder: Builder, lark: Any) -> None:
        self.kind = kind
        self.places = places
        self.lark = lark
        self._builder = builder
        self._fixed = {t.name: t.pattern.value for t in lark.terminals if t.pattern.type == "str"}
        self.keywords = frozenset(text for text in self._fixed.values() if text[0].isalpha())
        self._pieces: dict[tuple[str, str], Parsed] = {}
        self.lines: dict[tuple[str, str], Any] = {}

    def keyword(self, terminal: str) -> str:
        """What a terminal stands for if that is always the same text, else an empty string."""
        return self._fixed.get(terminal, "")

    def parse(self, rule: str, text: str) -> Parsed:
        """The nodes that `text` means under start rule `rule`, or its one mistake."""
        key = (rule, text)
        parsed = self._pieces.get(key)
        if parsed is None:
            if len(self._pieces) >= MEMO_MOST:
                self._pieces.clear()
            parsed = self._pieces[key] = self._parse(rule, text)
        return parsed

    def _parse(self, rule: str, text: str) -> Parsed:
        from lark.exceptions import UnexpectedInput

        try:
            return self.attempt(rule, text)
        except UnexpectedInput as error:
            from mesocycle.syntax.mistakes import explain

            return explain(self, rule, text, error)

    def attempt(self, rule: str, text: str) -> Parsed:
        """Parse without the memo.

        Raises:
            lark.exceptions.UnexpectedInput: the grammar refuses the text.
        """
        self._builder.found = []
        value = self.lark.parse(text, start=rule)
        nodes = value if isinstance(value, tuple) else (value,)
        return Parsed(nodes, tuple(self._builder.found))

    def accepts(self, rule: str, text: str) -> bool:
        """Whether the grammar takes `text` under start rule `rule`."""
        from lark.exceptions import UnexpectedInput

        try:
            self.attempt(rule, text)
        except UnexpectedInput:
            return False
        return True


@cache
def plan_grammar() -> Grammar:
    """The grammar of plans and libraries."""
    from mesocycle.syntax.build_plan import PlanBuilder

    return _load("plan", PLAN, PlanBuilder())


@cache
def diary_grammar() -> Grammar:
    """The grammar of diaries."""
    from mesocycle.syntax.build_diary import DiaryBuilder

    return _load("diary", DIARY, DiaryBuilder())


def _load(kind: Kind, places: dict[str, Place], builder: Builder) -> Grammar:
    from mesocycle.syntax.tables import load

    return Grammar(kind, places, builder, load(kind, rules(places), builder))


def rules(places: dict[str, Place]) -> list[str]:
    """The start rules that a table of places names, sorted."""
    found = set()
    for place in places.values():
        forms = [*place.forms.values(), *([place.otherwise] if place.otherwise else ())]
        found.update(form.rule for form in forms)
    return sorted(found)
