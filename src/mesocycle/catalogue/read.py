"""From parsed files to a catalogue, layer upon layer.

A file sees the names of the files before it and its own. An `exercise` whose name is
known already overrides that entry line by line: what it does not say stays as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import msgspec

from mesocycle.catalogue.fields import Draft, read_exercise
from mesocycle.catalogue.links import report_cycles, resolve
from mesocycle.catalogue.mistakes import did_you_mean
from mesocycle.catalogue.model import Catalogue, Exercise, Pool, fold, slug
from mesocycle.catalogue.pools import list_pool, pool_key, query_pool, refuse_both
from mesocycle.catalogue.words import EQUIPMENT
from mesocycle.diagnostics import Diagnostics, Label, Outcome
from mesocycle.source import Source, Span
from mesocycle.syntax import nodes
from mesocycle.syntax.nodes import File, Piece, Statement

#: With these three an entry says what it does to a sore back.
_SAFETY = {"loads", "impact", "sides"}


def read(
    files: Sequence[tuple[File, str | None]], base: Catalogue | None = None
) -> Outcome[Catalogue]:
    """The catalogue of `files`, libraries first and the plan last, on top of `base`.

    With each file comes the prefix of its `use … as PREFIX`, under which alone its names
    are then found, or None. Every mistake of every file is reported.
    """
    found = Diagnostics()
    catalogue = base or Catalogue()
    for file, prefix in files:
        catalogue = _Layer(file, prefix, catalogue, found).read()
    return found.outcome(catalogue)


def library_name(source: Source) -> str:
    """What messages call a library: its file's name without folder and ending."""
    return source.name.replace("\\", "/").rsplit("/", 1)[-1].removesuffix(".plan")


class _Layer:
    """One file being read on top of the catalogue `below`."""

    def __init__(
        self, file: File, prefix: str | None, below: Catalogue, found: Diagnostics
    ) -> None:
        self.file = file
        self.prefix = prefix
        self.found = found
        self.library = library_name(file.source)
        own = any(isinstance(s.head.node, nodes.PlanHead) for s in file.statements)
        self.result = Catalogue(
            dict(below.exercises),
            dict(below.pools),
            dict(below.names),
            libraries=below.libraries if own else (*below.libraries, self.library),
            equipment=below.equipment,
            places=dict(below.places),
            versions=dict(below.versions),
        )
        self.exercises = cast(dict[str, Exercise], self.result.exercises)
        self.pools = cast(dict[str, Pool], self.result.pools)
        self.names = cast(dict[str, str], self.result.names)
        self.places = cast(dict[str, tuple[str, ...]], self.result.places)
        self.own = own
        self.defined: dict[str, Span] = {}

    def read(self) -> Catalogue:
        self.read_version()
        for statement in self.file.statements:
            if isinstance(statement.head.node, nodes.PlaceHead):
                self.place(statement.head, statement.head.node)
        drafts = [self.exercise(s) for s in self.file.statements if _is(s, nodes.ExerciseHead)]
        for identity, draft in drafts:
            self.name(identity, draft)
        for identity, draft in drafts:
            fields = resolve(draft, identity, self.find, self.result, self.found)
            if fields:
                entry = msgspec.structs.replace(self.exercises[identity], **fields)
                self.exercises[identity] = entry
        report_cycles(self.exercises, self.defined, self.found)
        self.read_pools()
        return self.result

    def place(self, piece: Piece[nodes.Node], node: nodes.PlaceHead) -> None:
        """A `place` line: its name and what is not in the vocabulary are words from now on."""
        there = [self.equipment(word, piece) for word in node.equipment]
        self.places[fold(node.name.text)] = tuple(filter(None, there))

    def read_version(self) -> None:
        """The `version` line: of a library, once."""
        versions = cast(dict[str, int], self.result.versions)
        if not self.own:  # another file may have had the same name
            versions.pop(self.library, None)
        for statement in self.file.statements:
            node = statement.head.node
            if not isinstance(node, nodes.Version):
                continue
            if not self.own and self.library not in versions:
                versions[self.library] = node.number
                continue
            self.found.error(
                "E223", "a plan has no version" if self.own else "a second version",
                statement.head.span,
                "nobody can ask for it" if self.own else "a library has one",
                hint="take this line out",
            )  # fmt: skip

    def equipment(self, word: nodes.Word, piece: Piece[nodes.Node]) -> str | None:
        known = EQUIPMENT.find(word.text)
        if known is not None or fold(word.text) == "none":
            return known
        near = EQUIPMENT.suggest(word.text)
        if near is None:
            self.result.equipment |= {fold(word.text)}
            return fold(word.text)
        self.found.error(
            "E209",
            "unknown equipment",
            piece.at(word),
            "too near to a known word to be a new one",
            hint=did_you_mean(near),
        )
        return None

    def exercise(self, statement: Statement) -> tuple[str, Draft]:
        """Read one exercise; its links and aliases come later, when all are known."""
        head = cast("Piece[nodes.ExerciseHead]", statement.head)
        draft = read_exercise(head, statement, self.result, self.found)
        known = self.find(draft.name) if draft.id is None else None
        identity = known.id if known else self.prefixed(draft.id or slug(draft.name))
        if identity in self.defined:
            self.found.error(
                "E200",
                "this exercise is defined twice",
                draft.span,
                labels=[Label(self.defined[identity], "first defined here")],
                hint="make one of them, or give the second another name and `id`",
            )
            return identity, draft
        self.defined[identity] = draft.span
        old = self.exercises.get(identity) or Exercise(id=identity, name=draft.name)
        # Who speaks of another library's exercise by its prefix does not rename it.
        own = known.name if known and _has_prefix(draft.name, known.name) else draft.name
        entry = msgspec.structs.replace(
            old, name=own, library=self.library, line=draft.span.line, **draft.values
        )
        self.exercises[identity] = msgspec.structs.replace(entry, **_looked_at(old, draft))
        self.names[self.key(draft.name)] = identity
        self.names.setdefault(fold(identity), identity)
        return identity, draft

    def name(self, identity: str, draft: Draft) -> None:
        """Enter the aliases; one that another exercise has is a mistake, never a merger."""
        for alias, span in draft.aliases:
            owner = self.names.setdefault(self.key(alias), identity)
            if owner != identity:
                other = self.exercises[owner]
                self.found.error(
                    "E201",
                    f"{alias} is a name of {other.name} already",
                    span,
                    f"{draft.name} would be the same as {other.name}",
                    hint="an alias belongs to one exercise: take it out of one of the two",
                )

    def read_pools(self) -> None:
        statements = [s for s in self.file.statements if _is(s, nodes.PoolHead)]
        heads = [cast("Piece[nodes.PoolHead]", s.head) for s in statements]
        first: dict[str, Span] = {}
        for head in heads:
            span = head.at(head.node.name)
            key = pool_key(head.node.name.text, self.prefix)
            if first.setdefault(key, span) != span:
                self.found.error(
                    "E202",
                    "this pool is defined twice",
                    span,
                    labels=[Label(first[key], "first defined here")],
                    hint="put the exercises of both into one, or call one of them otherwise",
                )
        # Lists before queries: a query may stand above the list that it asks.
        for head, statement in zip(heads, statements, strict=True):
            if head.node.base is None:
                self.add_pool(head, list_pool(statement, self.find, self.result, self.found))
        for head in heads:
            if head.node.base is not None:
                base = head.node.base.text
                near = self.pools.get(pool_key(base, self.prefix))
                bases = (near, self.result.pool(base))
                self.add_pool(head, query_pool(head, bases, self.result, self.found))
        for statement in statements:
            refuse_both(statement, self.found)

    def add_pool(self, head: Piece[nodes.PoolHead], ids: tuple[str, ...]) -> None:
        name = self.prefixed(head.node.name.text)
        self.pools[fold(name)] = Pool(name, ids, self.library, head.span.line)

    def find(self, name: str) -> Exercise | None:
        """An exercise by name, this file's own prefix first."""
        return self.result.find(self.prefixed(name)) or self.result.find(name)

    def prefixed(self, name: str) -> str:
        return f"{self.prefix}.{name}" if self.prefix else name

    def key(self, name: str) -> str:
        return fold(self.prefixed(name))


def _has_prefix(written: str, name: str) -> bool:
    return fold(written).endswith(f".{fold(name)}")


def _looked_at(old: Exercise, draft: Draft) -> dict[str, bool]:
    """Whether somebody has said what it does to a sore back; a draft may take that back."""
    said = draft.values.keys() >= _SAFETY
    denied = "unreviewed" in draft.values
    reviewed = said or (old.reviewed and not denied)
    return {"reviewed": reviewed, "unreviewed": not reviewed and (denied or old.unreviewed)}


def _is(statement: Statement, head: type[nodes.Node]) -> bool:
    return isinstance(statement.head.node, head)
