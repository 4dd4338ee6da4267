"""Lines to statements: what is indented belongs to the line above."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mesocycle.diagnostics import Diagnostics, Outcome
from mesocycle.source import Source, Span
from mesocycle.syntax.layout import Line, lines
from mesocycle.syntax.mistake import Mistake
from mesocycle.syntax.nesting import PASSED_OVER, RAW
from mesocycle.syntax.nodes import File, Node, Piece, RawLine, Statement, Word
from mesocycle.syntax.parser import Grammar
from mesocycle.syntax.reader import LineRead, Part, read

MOST_MISTAKES = 200


class _Open:
    """A statement whose nested lines are still being read; `place` is what is under it."""

    __slots__ = ("blamed", "children", "clauses", "depth", "head", "place")

    def __init__(self, depth: int, place: str | None, head: Piece[Node] | None) -> None:
        self.depth = depth
        self.place = place
        self.head = head
        self.clauses: list[Piece[Node]] = []
        self.children: list[Statement] = []
        self.blamed = False


def assemble(source: Source, grammar: Grammar) -> Outcome[File]:
    """All of `source`, read with `grammar`."""
    found = Diagnostics()
    comments: list[Span] = []
    root = _Open(-1, "margin", None)
    _read_lines(source, grammar, lines(source, found), root, found, comments)
    return found.outcome(File(source, tuple(root.children), tuple(comments)))


def assemble_part(
    source: Source, grammar: Grammar, place: str, given: Iterable[Line]
) -> Outcome[tuple[tuple[Piece[Node], ...], tuple[Statement, ...]]]:
    """Some lines of `source` as they read in `place`: the clauses, and the statements."""
    found = Diagnostics()
    root = _Open(-1, place, None)
    _read_lines(source, grammar, given, root, found, [])
    return found.outcome((tuple(root.clauses), tuple(root.children)))


def _read_lines(  # everything that reading a file fills
    source: Source,
    grammar: Grammar,
    given: Iterable[Line],
    root: _Open,
    found: Diagnostics,
    comments: list[Span],
) -> None:
    """Put what the lines say under `root`, and what is wrong with them into `found`."""
    stack = [root]
    for line in given:
        if source.text[line.start] == "#":  # even one that holds what no text should
            if line.text is not None:
                comments.append(Span(source, line.start, line.start + len(line.text)))
            continue
        while stack[-1].depth >= line.depth:
            _close(stack)
        parent = stack[-1]
        place = parent.place
        if place is None or place[0] == "[" or line.text is None:
            _set_aside(source, line, stack, found)
            continue
        result = read(grammar, place, line.text)
        start = line.start
        if result.comment is not None:
            comments.append(Span(source, start + result.comment[0], start + result.comment[1]))
        if result.parts:
            _open(source, line, result, stack)
        if result.mistakes:
            misplaced = _other_kind(grammar, line) if _first(root, parent) else None
            mistakes = (misplaced,) if misplaced else _in_full(result.mistakes, line.text)
            found.extend(mistake.at(source, line.start) for mistake in mistakes)
            if misplaced or _too_many(found, Span(source, start, start)):
                break
    while len(stack) > 1:
        _close(stack)


def _set_aside(source: Source, line: Line, stack: list[_Open], found: Diagnostics) -> None:
    """What becomes of a line that is not read: a template's, or one that belongs nowhere."""
    parent = stack[-1]
    if parent.place == RAW:
        _keep(source, line, parent)
    elif line.text is None:
        stack.append(_Open(line.depth, PASSED_OVER, None))
    else:
        _astray(source, line, parent, found)


def _keep(source: Source, line: Line, parent: _Open) -> None:
    """Put a line of a template under it, as it is written."""
    if line.text is not None:
        kept = RawLine(Word(line.text, 0, len(line.text)), line.depth - parent.depth)
        parent.children.append(Statement(Piece(kept, source, line.start, line.end)))


def _first(root: _Open, parent: _Open) -> bool:
    """Whether nothing of a file has been understood yet."""
    return parent is root and not root.children and root.place == "margin"


def _other_kind(grammar: Grammar, line: Line) -> Mistake | None:
    """Whether the file's first line says that the rest is right elsewhere."""
    from mesocycle.syntax.mending.strays import other_kind

    return other_kind(grammar, line.text or "")


def _in_full(mistakes: Sequence[Mistake], line: str) -> list[Mistake]:
    """The mistakes of a line, those that want all of it to be written elsewhere with all of it."""
    from mesocycle.syntax.mending.rule_mistakes import with_its_rule

    return [with_its_rule(mistake, line) for mistake in mistakes]


def _too_many(found: Diagnostics, here: Span) -> bool:
    if len(found) <= MOST_MISTAKES:
        return False
    found.error(
        "E124", f"more than {MOST_MISTAKES} mistakes", here,
        "the rest has not been read", hint="mend the first ones and try again",
    )  # fmt: skip
    return True


def _open(source: Source, line: Line, result: LineRead, stack: list[_Open]) -> None:
    """Put a line's parts where they belong, and open the statement that it begins."""
    parent = stack[-1]
    first = result.parts[0]
    head = _pieces(source, line.start, first)
    opened = _Open(line.depth, result.under, head[0] if head and result.under else None)
    if not first.own:
        parent.clauses.extend(head)
    elif not result.under:
        for piece in head:
            parent.children.append(Statement(piece))
    for part in result.parts[1:]:
        owner = opened if part.nested else parent
        pieces = _pieces(source, line.start, part)
        if part.own:
            owner.children.extend(Statement(piece) for piece in pieces)
        else:
            owner.clauses.extend(pieces)
    stack.append(opened)


def _pieces(source: Source, offset: int, part: Part) -> list[Piece[Node]]:
    start, end = offset + part.start, offset + part.end
    return [Piece(node, source, start, end) for node in part.nodes]


def _close(stack: list[_Open]) -> None:
    """End a statement and hand it to the one that it stands under."""
    done = stack.pop()
    if done.head is not None:
        stack[-1].children.append(Statement(done.head, tuple(done.clauses), tuple(done.children)))


def _astray(source: Source, line: Line, parent: _Open, found: Diagnostics) -> None:
    """A line under a statement that takes none: told once for each such statement."""
    if parent.place is None and not parent.blamed:
        parent.blamed = True
        found.error(
            "E107", "nothing can be nested here", Span(source, line.start, line.end),
            "belongs to no statement", hint="start it in the same column as the line above",
        )  # fmt: skip
