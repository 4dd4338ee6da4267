"""What a plan uses: its libraries, those that they use, and the plan's own definitions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

from mesocycle.catalogue.model import Catalogue
from mesocycle.catalogue.read import library_name, read
from mesocycle.catalogue.resolved import load
from mesocycle.diagnostics import Diagnostics, Outcome
from mesocycle.source import Source
from mesocycle.syntax import parse
from mesocycle.syntax.nodes import (
    File,
    Node,
    PhaseHead,
    Piece,
    PlanHead,
    ProgressionHead,
    RotationHead,
    SessionHead,
    Statement,
    TemplateHead,
    Use,
    WeeksHead,
)

#: How a library's text is had: by name, or (True) by path; a str says why it cannot be.
Libraries = Callable[[str, bool], Source | str]

#: How deep libraries may use libraries.
DEEPEST = 16

#: The version of a library that names none.
FIRST = 1

#: What only a plan has.
_OfPlans = PlanHead | SessionHead | PhaseHead | WeeksHead | RotationHead

#: What a library defines beside its catalogue, and how its lines begin.
_Shared = TemplateHead | ProgressionHead
_SHARES = ("\ntemplate ", "\nprogression ")


def catalogue_of(file: File, libraries: Libraries) -> Outcome[Catalogue]:
    """Everything that `file` may name: libraries in the order of their `use`, then its own."""
    shelf = _Shelf(libraries)
    shelf.add(file, None, 0)
    shelf.catalogue.definitions = tuple(shelf.definitions)
    return shelf.found.outcome(shelf.catalogue)


class _Shelf:
    """The catalogue as it grows, library upon library."""

    def __init__(self, libraries: Libraries) -> None:
        self.libraries = libraries
        self.found = Diagnostics()
        self.catalogue = Catalogue()
        self.known: set[tuple[Source, str | None]] = set()
        self.versions: dict[Source, int] = {}
        self.definitions: list[tuple[File, str | None]] = []

    def add(self, file: File, prefix: str | None, depth: int) -> None:
        """Put a file on the shelf, after what it uses."""
        for statement in _uses(file):
            self._use(statement, prefix, depth)
        outcome = read([(file, prefix)], self.catalogue)
        self.found.extend(outcome.diagnostics)
        self.catalogue = outcome.value or self.catalogue

    def _use(self, statement: Statement, prefix: str | None, depth: int) -> None:
        node = cast(Use, statement.head.node)
        span = statement.head.at(node.name)
        source = self.libraries(node.name.text, node.path)
        if isinstance(source, str):
            self.found.error("E333", f"cannot use {node.name.text}", span, source)
            return
        if depth >= DEEPEST:
            self.found.error("E334", "libraries use each other too deep", span, f"level {depth}")
            return
        own = node.prefix.text if node.prefix else prefix
        if (source, own) not in self.known:
            self.known.add((source, own))
            self._read(source, own, statement, depth)
            self.versions[source] = self.catalogue.versions.get(library_name(source), FIRST)
        self._check_version(statement.head, source)

    def _share(self, file: File | None, prefix: str | None) -> None:
        """Keep a library's file, if it defines what lines of a plan are made with."""
        if file and any(isinstance(s.head.node, _Shared) for s in file.statements):
            self.definitions.append((file, prefix))

    def _check_version(self, piece: Piece[Node], source: Source) -> None:
        """Whether the library is the version that is asked for, if one is."""
        node = cast(Use, piece.node)
        there = self.versions.get(source)
        if node.version is None or there is None or node.version == there:
            return
        newer = f"read what version {there} changes, then"
        older = f"get version {node.version} of it, or"
        self.found.error(
            "E224", f"{node.name.text} is version {there}, not {node.version}", piece.span,
            f"asks for version {node.version}",
            hint=f"{newer if there > node.version else older} write: use {node.name.text}@{there}",
        )  # fmt: skip

    def _read(self, source: Source, own: str | None, statement: Statement, depth: int) -> None:
        """Put the library in `source` on the shelf, its names under the prefix `own`."""
        node = cast(Use, statement.head.node)
        ready = load(source, self.catalogue) if own is None else None
        if ready is not None:
            self.catalogue = ready
            if any(word in f"\n{source.text}" for word in _SHARES):
                self._share(parse(source).value, own)
            return
        parsed = parse(source)
        self.found.extend(parsed.diagnostics)
        if parsed.value is None:
            return
        if any(isinstance(s.head.node, _OfPlans) for s in parsed.value.statements):
            self.found.error(
                "E335", f"{node.name.text} is a plan, not a library",
                statement.head.at(node.name),
                "a library has exercises, pools, places, templates and progressions, no sessions",
                hint="move its exercises and pools into a file of their own, and use that",
            )  # fmt: skip
            return
        self.add(parsed.value, own, depth + 1)
        self._share(parsed.value, own)


def _uses(file: File) -> Iterator[Statement]:
    for statement in file.statements:
        if isinstance(statement.head.node, Use):
            yield statement
        if isinstance(statement.head.node, PlanHead):
            yield from (c for c in statement.children if isinstance(c.head.node, Use))
