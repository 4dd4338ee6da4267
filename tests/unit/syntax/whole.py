"""A whole file by one Lark LALR parse: the language as the grammar alone defines it.

The compiler reads line by line instead; the two must agree wherever a file has no mistakes.
`Shape` is what they are compared by: a statement's node, its clauses, its children, with the
places of words left out (here they count from the file, there from the piece).
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

import msgspec
from lark import Lark
from lark.indenter import Indenter

import mesocycle.grammar as grammar
from mesocycle.syntax.building.diary import DiaryBuilder
from mesocycle.syntax.building.plan import PlanBuilder
from mesocycle.syntax.nodes import RawLine, Word


class Shape(NamedTuple):
    head: Any
    clauses: tuple[Any, ...] = ()
    children: tuple[Any, ...] = ()


class Indentation(Indenter):
    NL_type = "_NL"
    OPEN_PAREN_types = ()
    CLOSE_PAREN_types = ()
    INDENT_type = "_INDENT"
    DEDENT_type = "_DEDENT"
    tab_len = 2

    @property
    def always_accept(self):
        """A word is always read whole: see `WholeWords`."""
        return (self.NL_type, "WORD")


def flat(values):
    """Values, with lists and tuples in place of which their items stand."""
    for value in values:
        if type(value) in (list, tuple):
            yield from flat(value)
        elif value is not None:
            yield value


class _Files:
    """Callbacks of the file-level rules, for either builder."""

    def file(self, parts):
        return [part if isinstance(part, Shape) else Shape(part) for part in flat(parts)]

    def parents(self, parts):
        """A statement whose nested lines are statements."""
        head, *below = flat(parts)
        return Shape(
            head, (), tuple(each if isinstance(each, Shape) else Shape(each) for each in below)
        )

    def clauses(self, parts):
        """A statement whose nested lines are clauses."""
        head, *below = flat(parts)
        return Shape(head, tuple(below))

    def mixed(self, parts):
        """A statement with clauses and statements under it."""
        head, *below = flat(parts)
        children = tuple(each for each in below if isinstance(each, Shape))
        return Shape(head, tuple(each for each in below if not isinstance(each, Shape)), children)

    def several(self, parts):
        """A line that is nothing by itself."""
        return list(parts)


class WholePlan(PlanBuilder, _Files):
    plan_file = _Files.file
    plan = library_exercise = pool = weeks = progression = calendar = rules = light = _Files.parents
    session = grouped = item_line = week_line = rung_line = phase = race = _Files.mixed
    stretch_line = standing_line = stretch_week_line = _Files.mixed
    single_in_phase = calendar_lines = _Files.file
    single = header_line = exercise_lines = pool_entries = _Files.several
    clause_line = session_clauses = group_clauses = progression_lines = _Files.several
    phase_clauses = race_clauses = stretch_clauses = _Files.several
    output_lines = stretch_dose = action_line = shade_line = _Files.several
    rule_lines = output = _Files.clauses

    def template(self, parts):
        """A template's lines, flat: how deep each stands is in the line."""
        head, *below = parts
        return Shape(head, (), tuple(Shape(line) for line in self._lines(below, 1)))

    def raw_line(self, parts):
        return list(parts)

    def _lines(self, nested, depth):
        for text, *below in nested:
            if text is not None:
                yield RawLine(Word(str(text).rstrip(" ")), depth)
                yield from self._lines([each for each in below if each], depth + 1)


class WholeDiary(DiaryBuilder, _Files):
    diary_file = _Files.file
    profiled = _Files.parents
    logged = _Files.mixed
    session_log_line = event = _Files.clauses
    profile_line = session_logs = log_line = included = _Files.several


BUILDERS = {"plan": WholePlan, "diary": WholeDiary}


@cache
def whole(kind):
    """A Lark parser for whole files."""
    return Lark(
        grammar.text(kind),
        parser="lalr",
        start=f"{kind}_file",
        postlex=Indentation(),
        transformer=BUILDERS[kind](),
    )


def by_lark(kind, text):
    """The shapes of a file, by one parse."""
    return [placeless(shape) for shape in whole(kind).parse(f"\n{text}\n")]


def by_pieces(file):
    """The shapes of a file that was parsed piece by piece."""
    return [placeless(_shape(statement)) for statement in file.statements]


def _shape(statement):
    return Shape(
        statement.head.node,
        tuple(piece.node for piece in statement.clauses),
        tuple(_shape(child) for child in statement.children),
    )


def placeless(value):
    """The value without the places of its words; two spaces in a name are one."""
    if isinstance(value, Word):
        return Word(" ".join(value.text.split()))
    if isinstance(value, Shape):
        return Shape(*(placeless(each) for each in value))
    if isinstance(value, tuple | list):
        return tuple(placeless(each) for each in value)
    if isinstance(value, msgspec.Struct):
        return type(value)(*(placeless(getattr(value, name)) for name in value.__struct_fields__))
    return value
