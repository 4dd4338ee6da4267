"""The lines of one template as one `do` places them: the arguments put in, and read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from mesocycle.diagnostics import Diagnostics
from mesocycle.source import Placed, Span
from mesocycle.syntax.layout import LONGEST_LINE, Line, too_long
from mesocycle.syntax.nodes import Do, Node, Piece, RawLine, Statement, TemplateHead, Word


class Template(NamedTuple):
    """A template, the name it is called by, and how its file's names begin elsewhere."""

    name: str
    statement: Statement
    prefix: str = ""

    @property
    def params(self) -> tuple[Word, ...]:
        """What its lines want to be told."""
        head = self.statement.head.node
        return head.params if isinstance(head, TemplateHead) else ()

    @property
    def reach(self) -> int:
        """How much of its file is read each time that it is placed."""
        return self.statement.children[-1].head.end if self.statement.children else 0

    @property
    def call(self) -> str:
        """How it is placed: `main(lift, step)`."""
        params = ", ".join(word.text for word in self.params)
        return f"{self.name}({params})" if params else self.name


def arguments_of(
    found: Diagnostics, head: Piece[Node], node: Do, template: Template
) -> Mapping[str, str] | None:
    """What each parameter stands for; None, and a mistake, if they do not match."""
    given: dict[str, str] = {}
    names = [word.text for word in template.params]
    called = f"the template is {template.call}"
    for number, (name, text) in enumerate(node.arguments):
        if name is None and number >= len(names):
            found.error(
                "E352", f"{len(node.arguments)} arguments for {len(names)}", head.at(text),
                "one too many", hint=called,
            )  # fmt: skip
            return None
        key = name.text if name else names[number]
        if key not in names:
            found.error("E352", f"no argument {key}", head.at(name), "not asked for", hint=called)
            return None
        if key in given:
            found.error("E352", f"{key} given twice", head.at(name or text), hint=called)
            return None
        given[key] = text.text
    missing = [name for name in names if name not in given]
    if missing:
        found.error(
            "E352", f"nothing is given for {missing[0]}", head.span, "too few arguments",
            hint=called,
        )  # fmt: skip
        return None
    return given


def read(
    found: Diagnostics, template: Template, given: Mapping[str, str], by: Span
) -> tuple[Statement, ...]:
    """The template's lines as they read with these arguments."""
    from mesocycle.syntax.assemble import assemble_part
    from mesocycle.syntax.parser import plan_grammar

    filled = _filled(found, template.statement, given)
    if filled is None:
        return ()
    text, lines = filled
    source = Placed(template.statement.head.source.name, text, by, template.prefix)
    read = assemble_part(source, plan_grammar(), "session", lines)
    found.extend(read.diagnostics)
    clauses, statements = read.value or ((), ())
    for piece in clauses:
        found.error(
            "E354", "this belongs to a session, not to a template", piece.span,
            "a template has lines of exercises, groups and changes by week",
            hint="nest it under an exercise of the template, or write it in the session",
        )  # fmt: skip
    return statements


def _filled(
    found: Diagnostics, statement: Statement, given: Mapping[str, str]
) -> tuple[str, list[Line]] | None:
    """The file's text up to the template's end with the arguments put in, and the lines."""
    original = statement.head.source.text
    parts: list[str] = []
    length = last = 0
    lines = []
    for child in statement.children:
        raw = child.head.node
        if isinstance(raw, RawLine):
            parts.append(original[last : child.head.start])
            length += child.head.start - last
            text = fill(raw.text.text, given)
            if len(text) > LONGEST_LINE:  # perhaps endlessly so
                found.add(too_long(len(text)).at(child.head.source, child.head.start))
                return None
            lines.append(Line(length, raw.depth - 1, text))
            parts.append(text)
            length += len(text)
            last = child.head.end
    return "".join(parts), lines


#: A quoted text, a comment, or a word; a hyphen in front of a word may be a minus.
_WORDS = re.compile(r'"[^"]*"|#.*|(?<!\w)(?<!\w-)[^\W\d][\w-]*')


def fill(text: str, given: Mapping[str, str]) -> str:
    """The text with every whole word that is a parameter replaced; quoted text stays."""
    made, length, last = [], 0, 0
    for match in _WORDS.finditer(text):
        argument = given.get(match.group())
        if argument is not None:
            made += [text[last : match.start()], argument]
            length += len(argument)
            last = match.end()
            if length > LONGEST_LINE:
                break  # too long, however long
    return "".join((*made, text[last:]))
