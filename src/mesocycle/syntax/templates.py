"""Templates: `do NAME(args)` becomes the template's lines, with the arguments put in.

The lines are read as if they stood where the `do` stands, in a source of their own: its text up
to the template is the file's, so what is wrong with a line is shown at the template's line, and
`traced` adds which `do` placed it. What is nested under the `do` wins over the template's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeGuard

from mesocycle.diagnostics import Diagnostic, Diagnostics, Label, Outcome
from mesocycle.source import Placed, Source, Span
from mesocycle.syntax.inherit import of_runs, overlay
from mesocycle.syntax.nodes import (
    AtRung,
    Course,
    Direct,
    Do,
    File,
    GroupHead,
    Node,
    Piece,
    Statement,
    TemplateHead,
    WeekOf,
)
from mesocycle.syntax.template_lines import Template, arguments_of, read

#: The most lines that templates may place in one plan.
MOST_LINES = 5_000

#: The deepest that templates may stand in templates.
MOST_DEEP = 16

#: The most characters that may be read anew for them.
MOST_TEXT = 50_000_000


def expand(file: File, libraries: Sequence[tuple[File, str | None]] = ()) -> Outcome[File]:
    """The file with every `do` replaced; templates of `libraries` go by their prefix, if any."""
    known = _Known(file, libraries)
    if known.templates or _any_do(file.statements):
        statements = tuple(_Expansion(known).statements(file.statements))
        if known.lines > MOST_LINES:
            return known.found.outcome(file)
        known.tell_unused()
        file = File(file.source, statements, file.comments)
    return known.found.outcome(file)


def traced(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The diagnostics, those in a template's line once only, and with the `do` that placed it."""
    found = list(diagnostics)
    first: dict[tuple[str, str, int, str], Diagnostic] = {}
    for d in sorted(found, key=_placed_at):
        first.setdefault(_same(d), d)
    for d in found:
        if d.span is None or not isinstance(d.span.source, Placed):
            yield d
        elif first[_same(d)] is d:
            yield _with_labels(
                d, tuple(Label(by, "placed by this line") for by in _by(d.span.source))
            )


def _same(d: Diagnostic) -> tuple[str, str, int, str]:
    """What two diagnostics of one line of a template have in common."""
    place = (d.span.source.name, d.span.line) if d.span else ("", 0)
    return (d.code, *place, d.message)


def _placed_at(d: Diagnostic) -> int:
    """Where the outermost `do` stands that placed the line."""
    return max((by.start for by in _by(d.span.source)), default=0) if d.span else 0


def _with_labels(d: Diagnostic, labels: tuple[Label, ...]) -> Diagnostic:
    return Diagnostic(
        code=d.code, message=d.message, span=d.span, severity=d.severity, label=d.label,
        labels=(*d.labels, *labels), hints=d.hints, fixes=(),
    )  # fmt: skip


def _by(source: Source) -> Iterator[Span]:
    while isinstance(source, Placed):
        yield source.by
        source = source.by.source


def _any_do(statements: Iterable[Statement]) -> bool:
    return any(_places(s.head.node) or _any_do(s.children) for s in statements)


def _places(node: Node) -> TypeGuard[Do]:
    """Whether a line places a template; `do "Session"` is another session's business."""
    return isinstance(node, Do) and not node.session


class _Known:
    """The templates that a plan may place, and the notebook."""

    def __init__(self, file: File, libraries: Sequence[tuple[File, str | None]]) -> None:
        self.found = Diagnostics()
        self.templates: dict[str, Template] = {}
        self.used: set[str] = set()
        self.lines = self.text = 0
        for library, prefix in libraries:
            self._add(library, f"{prefix}." if prefix else "")
        self.own = self._add(file, "")

    def _add(self, file: File, prefix: str) -> list[str]:
        """The templates of one file; a later file's name wins, a file has each once."""
        names: dict[str, Piece[Node]] = {}
        for statement in file.statements:
            head = statement.head
            if not isinstance(head.node, TemplateHead):
                continue
            name = (prefix + head.node.name.text).casefold()
            if name in names:
                self.found.error(
                    "E354", f"a second template {head.node.name.text}", head.at(head.node.name),
                    "which one is meant?",
                    labels=[Label(names[name].span, "the first one is here")],
                    hint="give one of the two another name",
                )  # fmt: skip
                continue
            if not statement.children:
                self.found.error(
                    "E354", f"nothing in the template {head.node.name.text}", head.span,
                    "no lines",
                    hint="nest its lines under it, as in a session: Squat; 3x5",
                )  # fmt: skip
            names[name] = head
            self.templates[name] = Template(prefix + head.node.name.text, statement, prefix)
        return list(names)

    def tell_unused(self) -> None:
        """A template of the plan's own that nothing places."""
        for name in self.own:
            if name not in self.used:
                head = self.templates[name].statement.head
                self.found.warning(
                    "W521", f"nothing uses the template {self.templates[name].name}", head.span,
                    "no line places it",
                    hint=f"place it in a session: do {self.templates[name].call}",
                )  # fmt: skip


class _Expansion:
    """Statements with every `do` in them replaced; `inside` are the templates around it."""

    def __init__(self, known: _Known, inside: tuple[str, ...] = ()) -> None:
        self.known = known
        self.inside = inside

    def statements(self, statements: Iterable[Statement]) -> Iterator[Statement]:
        for statement in statements:
            if _places(statement.head.node):
                yield from self._placed(statement, statement.head.node)
            elif statement.children:
                inner = tuple(self.statements(statement.children))
                yield Statement(statement.head, statement.clauses, inner)
            else:
                yield statement

    def _placed(self, statement: Statement, node: Do) -> Iterator[Statement]:
        """The lines that a `do` places; itself, which means nothing, where it cannot."""
        source, name = statement.head.source, node.name.text.casefold()
        near = source.prefix + name if isinstance(source, Placed) else name
        name = near if near in self.known.templates else name
        template = self.known.templates.get(name)
        if template is None:
            self._unknown(statement.head, node)
            yield statement
            return
        self.known.used.add(name)
        found = self._lines(statement.head, node, template, (*self.inside, name))
        weeks = tuple(line for line in found if isinstance(line.head.node, WeekOf))
        for line in found:
            if line not in weeks:
                whole = Statement(line.head, line.clauses, (*weeks, *line.children))
                yield overlaid(whole, statement)
        if len(found) == len(weeks):
            yield statement

    def _lines(
        self, head: Piece[Node], node: Do, template: Template, inside: tuple[str, ...]
    ) -> tuple[Statement, ...]:
        """The lines of a template, those of templates in it in their places."""
        if len(inside) > MOST_DEEP:
            self.known.found.error(
                "E353", f"templates nested more than {MOST_DEEP} deep", head.span, "too deep",
                hint="write the lines of the innermost ones where they are placed",
            )  # fmt: skip
            return ()
        if inside[-1] in self.inside:
            self.known.found.error(
                "E353", f"the template {template.name} is in itself", head.span,
                "it would never end",
                hint="a template may place others, not itself or one that places it",
            )  # fmt: skip
            return ()
        arguments = arguments_of(self.known.found, head, node, template)
        if arguments is None or not self._room(head, template):
            return ()
        lines = read(self.known.found, template, arguments, head.span)
        return tuple(_Expansion(self.known, inside).statements(lines))

    def _room(self, head: Piece[Node], template: Template) -> bool:
        """Whether there is room for the template's lines: told once where there is none."""
        before = self.known.lines
        self.known.lines += len(template.statement.children)
        self.known.text += template.reach
        if self.known.lines <= MOST_LINES and self.known.text <= MOST_TEXT:
            return True
        if before <= MOST_LINES:
            self.known.lines = MOST_LINES + 1
            self.known.found.error(
                "E353", f"templates place more than {MOST_LINES} lines", head.span,
                "no room from here on", hint="make a plan of its own of each part",
            )  # fmt: skip
        return False

    def _unknown(self, head: Piece[Node], node: Do) -> None:
        from mesocycle.syntax.mending.slips import near

        known = near(node.name.text.casefold(), self.known.templates.keys())
        self.known.found.error(
            "E351", f"no template {node.name.text}", head.at(node.name), "not defined",
            hint=f"did you mean {self.known.templates[known[0]].name}?" if known
            else f"define it at the left margin: template {node.name.text}(lift)",
        )  # fmt: skip


def overlaid(line: Statement, do: Statement) -> Statement:
    """A template's line under what is nested below the `do`."""
    head = line.head.node
    if isinstance(head, WeekOf) or not (do.clauses or do.children):
        return line
    if isinstance(head, GroupHead):
        inner = tuple(overlaid(child, do) for child in line.children)
        return Statement(line.head, line.clauses, inner)
    nested = [child for child in do.children if _goes_with(child.head.node, head)]
    clauses = overlay(line.clauses, do.clauses, head)
    return Statement(line.head, clauses, (*line.children, *nested))


def _goes_with(nested: Node, head: Node) -> bool:
    """Whether a nested line of a `do` is about this line: a rung is of a ladder, legs of a run."""
    if isinstance(nested, WeekOf) and isinstance(nested.clause, Course):
        return of_runs(nested.clause, head)
    return not isinstance(nested, AtRung) or (isinstance(head, Direct) and len(head.rungs) > 1)
