"""The lines of one `exercise`, read into a draft: names of others are still names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from mesocycle.catalogue import words
from mesocycle.catalogue.body import REGIONS
from mesocycle.catalogue.mistakes import no_link, twice_the_same_side, unknown_word
from mesocycle.catalogue.model import Catalogue, Level, Reason, fold, slug
from mesocycle.catalogue.vocabulary import Vocabulary
from mesocycle.diagnostics import Diagnostics
from mesocycle.source import Span
from mesocycle.syntax import nodes
from mesocycle.syntax.nodes import Piece, Statement, Word


class Link(msgspec.Struct, frozen=True):
    """Another exercise by name, for the field `field`; `reason` of an alternative."""

    field: str
    name: str
    span: Span
    reason: Reason | None = None
    detail: str | None = None


class Draft(msgspec.Struct):
    """An exercise as its lines say it: the fields that were given, aliases, and links."""

    name: str
    span: Span
    id: str | None = None
    values: dict[str, Any] = {}
    aliases: list[tuple[str, Span]] = []
    links: list[Link] = []


#: Lines with one word from a vocabulary.
_ONE = {
    "kind": words.KINDS,
    "position": words.POSITIONS,
    "sides": words.SIDES,
    "measure": words.MEASURES,
    "place": words.PLACES,
}
#: Lines with several: vocabulary, and the code for a word outside it.
_MANY = {
    "trains": (REGIONS, "E207"),
    "assists": (REGIONS, "E207"),
    "equipment": (words.EQUIPMENT, "E209"),
    "avoid": (words.CONDITIONS, "E210"),
}
#: Lines of free words or texts, and the field they fill; they add up.
_FREE = {"tag": "tags", "caution": "cautions"}
_TEXTS = {"cue": "cues", "note": "notes", "because": "because"}
_LINKS = {"easier": "easier", "harder": "harder", "variant": "variant_of"}
#: Numbers: field, lowest, highest.
_NUMBERS = {"impact": ("impact", 0, 3), "level": ("level", 1, 99), "rep": ("rep_s", 1, 120)}


def read_exercise(
    head: Piece[nodes.ExerciseHead], statement: Statement, known: Catalogue, found: Diagnostics
) -> Draft:
    """The draft of one `exercise` statement; `known` has the equipment and places in use."""
    draft = Draft(head.node.name.text, head.at(head.node.name))
    lines = _Lines(draft, known, found)
    for piece in _pieces(statement):
        lines.read(piece)
    return draft


def _pieces(statement: Statement) -> Iterator[Piece[nodes.Node]]:
    yield from statement.clauses
    for child in statement.children:
        yield child.head
        yield from child.clauses


class _Lines:
    """One reader a node class; `read` finds it by the class of the node."""

    def __init__(self, draft: Draft, known: Catalogue, found: Diagnostics) -> None:
        self.draft = draft
        self.known = known
        self.found = found
        self.readers: dict[type[nodes.Node], Callable[[Any], None]] = {
            nodes.Field: self.field,
            nodes.LoadsField: self.loads,
            nodes.NumberField: self.number,
            nodes.Dose: self.dose,
            nodes.Instead: self.instead,
            nodes.NotWithin: self.not_within,
            nodes.Text: self.text,
        }

    def read(self, piece: Piece[nodes.Node]) -> None:
        reader = self.readers.get(type(piece.node))
        if reader is None:
            self.found.error(
                "E219",
                "this line does not belong to an exercise",
                piece.span,
                hint="`kind`, `trains`, `cue` and the like do; a dose is `dose 3x8-12`",
            )
            return
        reader(piece)

    def field(self, piece: Piece[nodes.Field]) -> None:
        key, values = piece.node.key, piece.node.values
        if key in _ONE:
            self.one(piece, key, values[0])
        elif key in _MANY:
            self.many(piece, key)
        elif key in _LINKS:
            for word in values:
                self.link(Link(_LINKS[key], word.text, piece.at(word)))
        elif key in _FREE:
            self.append(_FREE[key], *(word.text for word in values))
        elif key == "aka":
            self.draft.aliases += [(word.text, piece.at(word)) for word in values]
            self.append("aliases", *(word.text for word in values))
        elif key == "id":
            self.draft.id = slug(values[0].text)
        elif key == "unreviewed":
            self.set("unreviewed", True, piece)

    def one(self, piece: Piece[nodes.Field], key: str, word: Word) -> None:
        if key == "sides" and fold(word.text) in ("r/r", "l/l"):
            self.found.add(twice_the_same_side(word.text, piece.at(word)))
            return
        value = self.look_up(_ONE[key], word, piece, "E206")
        if value is not None:
            self.set(key, value, piece)

    def many(self, piece: Piece[nodes.Field], key: str) -> None:
        vocabulary, code = _MANY[key]
        written = [word for word in piece.node.values if fold(word.text) != "none"]
        values = [self.look_up(vocabulary, word, piece, code) for word in written]
        self.set(key, tuple(dict.fromkeys(value for value in values if value)), piece)

    def look_up(
        self, vocabulary: Vocabulary, word: Word, piece: Piece[Any], code: str
    ) -> str | None:
        value = vocabulary.find(word.text) or self.added(vocabulary, word.text)
        if value is None:
            self.found.add(unknown_word(code, vocabulary, word.text, piece.at(word)))
        return value

    def added(self, vocabulary: Vocabulary, text: str) -> str | None:
        """The word as a `place` line of the file added it."""
        added = {
            words.EQUIPMENT.what: self.known.equipment,
            words.PLACES.what: self.known.places,
        }.get(vocabulary.what, frozenset())
        return fold(text) if fold(text) in added else None

    def loads(self, piece: Piece[nodes.LoadsField]) -> None:
        loads: dict[str, Level] = {}
        for word, level in piece.node.loads:
            if fold(word.text) == "none":
                continue
            direction = self.look_up(words.DIRECTIONS, word, piece, "E208")
            if direction is not None:
                loads[direction] = level
        self.set("loads", tuple(loads.items()), piece)

    def number(self, piece: Piece[nodes.NumberField]) -> None:
        node = piece.node
        field, low, high = _NUMBERS[node.key]
        if not low <= node.value <= high:
            self.found.error(
                "E217",
                f"{node.key} is a number from {low} to {high}",
                piece.at(node.word),
                f"{node.value} is out of range",
            )
            return
        self.set(field, node.value, piece)

    def dose(self, piece: Piece[nodes.Dose]) -> None:
        # Without words: an entry outlives the text that it was read from.
        scheme = piece.node.scheme
        groups = tuple(msgspec.structs.replace(g, word=None) for g in scheme.groups)
        self.set("dose", msgspec.structs.replace(scheme, groups=groups, word=None), piece)

    def instead(self, piece: Piece[nodes.Instead]) -> None:
        node = piece.node
        name = ("mod. " if node.exercise.mod else "") + node.exercise.name.text
        detail = fold(node.detail.text) if node.detail else None
        if node.reason == "place" and node.detail:
            detail = self.look_up(words.PLACES, node.detail, piece, "E206")
        elif node.reason == "equipment" and node.detail:
            detail = self.look_up(words.EQUIPMENT, node.detail, piece, "E209")
        span = piece.at(node.exercise.name)
        self.link(Link("alternatives", name, span, node.reason, detail))

    def not_within(self, piece: Piece[nodes.NotWithin]) -> None:
        node = piece.node
        if node.relation != "before" or fold(node.activity.text) not in ("run", "a run"):
            self.found.error(
                "E219",
                "an exercise can only keep clear of the time before a run",
                piece.span,
                hint="write `not within 60min before a run`",
            )
            return
        self.set("not_before_run_s", node.seconds, piece)

    def text(self, piece: Piece[nodes.Text]) -> None:
        if piece.node.key == "video":
            self.found.extend(no_link(piece.node.text.text, piece.at(piece.node.text)))
            self.set("video", piece.node.text.text, piece)
        else:
            self.append(_TEXTS[piece.node.key], piece.node.text.text)

    def set(self, field: str, value: object, piece: Piece[Any]) -> None:
        if field in self.draft.values:
            self.found.error(
                "E216",
                "said twice for one exercise",
                piece.span,
                f"{self.draft.name} has this line already",
                hint="keep one of the two",
            )
        self.draft.values[field] = value

    def append(self, field: str, *values: str) -> None:
        self.draft.values[field] = self.draft.values.get(field, ()) + values

    def link(self, link: Link) -> None:
        self.draft.links.append(link)
