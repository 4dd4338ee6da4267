"""Looking names up while a plan or a diary is read, with the mistakes said the same way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from mesocycle.catalogue.mistakes import (
    did_you_mean,
    no_modified_form,
    unknown_exercise,
    unknown_pool,
    unknown_word,
)
from mesocycle.catalogue.model import Catalogue, Exercise, Pool, fold
from mesocycle.catalogue.suggest import closest
from mesocycle.catalogue.variants import variant
from mesocycle.catalogue.vocabulary import Vocabulary
from mesocycle.civil import read_date, read_time
from mesocycle.diagnostics import Diagnostics, Fix
from mesocycle.programme import Because
from mesocycle.source import Placed
from mesocycle.syntax.nodes import ExerciseRef, File, Node, Piece, Word

#: The codes of vocabularies that have their own; every other unknown word is E206.
_CODES = {
    "body part": "E207",
    "load direction": "E208",
    "equipment": "E209",
    "condition": "E210",
}

#: Where training happens; a plan's `place` lines add their own.
_PLACES: dict[str, tuple[str, ...]] = {
    "outdoors": ("outside",),
    "indoors": ("inside",),
    "home": (),
    "gym": ("the gym",),
    "pool": ("the pool",),
}


class Lookup:
    """One file being read: the names it may use, and the notebook for its mistakes."""

    #: The code of a date or a time that there is not.
    no_such_day = "E304"

    def __init__(self, file: File, catalogue: Catalogue) -> None:
        self.file = file
        self.catalogue = catalogue
        self.notes = Diagnostics()
        #: What is worked out once for the whole file, by who does.
        self.kept: dict[str, object] = {}

    def because(self, piece: Piece[Node]) -> Because:
        """The line that `piece` stands on, as decisions cite it."""
        source, number = piece.source, piece.span.line
        return Because(file=source.cited, line=number, text=source.line(number).strip())

    def date(self, piece: Piece[Node], word: Word) -> dt.date | None:
        """A civil date; a day that is not is a mistake."""
        found = read_date(word.text)
        if found is None:
            self.notes.error(
                self.no_such_day, f"there is no day {word.text}", piece.at(word),
                "not in the calendar",
                hint="write the date as year-month-day, from 1900 to 2199: 2026-12-07",
            )  # fmt: skip
        return found

    def time(self, piece: Piece[Node], word: Word) -> dt.time | None:
        """A time of day; one that is not is a mistake."""
        found = read_time(word.text)
        if found is None:
            self.notes.error(
                self.no_such_day, f"there is no time {word.text}", piece.at(word),
                "not on the clock",
                hint="write the time as hours and minutes: 07:30",
            )  # fmt: skip
        return found

    def exercise(self, piece: Piece[Node], ref: ExerciseRef) -> Exercise | None:
        """The exercise of that name, with equipment its variant; an unknown one is a mistake."""
        name, span = ref.name.text, piece.at(ref.name)
        find = self.catalogue.find_mod if ref.mod else self.catalogue.find
        found = find(name) or find(_prefix(piece) + name)
        if found is None:
            report = no_modified_form if ref.mod else unknown_exercise
            self.notes.add(report(self.catalogue, name, span))
            return None
        if ref.equipment is None:
            return found
        other = variant(self.catalogue, found, ref.equipment.text, piece.at(ref.equipment))
        if isinstance(other, Exercise):
            return other
        self.notes.add(other)
        return None

    def lift(self, piece: Piece[Node], word: Word) -> Exercise | None:
        """The exercise of a max or a bar, which may be named with its equipment."""
        name, between, equipment = word.text.partition(" with ")
        if not between or self.catalogue.find(word.text) is not None:
            return self.exercise(piece, ExerciseRef(word))
        base = Word(name, word.start, word.start + len(name))
        tool = Word(equipment, word.end - len(equipment), word.end)
        return self.exercise(piece, ExerciseRef(base, equipment=tool))

    def pool(self, piece: Piece[Node], word: Word) -> Pool | None:
        """The pool of that name; an unknown one is a mistake."""
        found = self.catalogue.pool(word.text) or self.catalogue.pool(_prefix(piece) + word.text)
        if found is None:
            self.notes.add(unknown_pool(self.catalogue, word.text, piece.at(word)))
        return found

    def word(self, known: Vocabulary, piece: Piece[Node], word: Word) -> str | None:
        """The canonical word of a closed vocabulary; an unknown one is a mistake."""
        found = known.find(word.text)
        if found is None:
            code = _CODES.get(known.what, "E206")
            self.notes.add(unknown_word(code, known, word.text, piece.at(word)))
        return found

    def place(self, piece: Piece[Node], word: Word) -> str | None:
        """A place: a word of the language, or one that the plan defines."""
        own = dict.fromkeys(self.catalogue.places, ())
        return self.word(Vocabulary("place", {**own, **_PLACES}), piece, word)

    def unknown(  # the parts of one sentence
        self,
        code: str,
        what: str,
        piece: Piece[Node],
        word: Word,
        known: Iterable[str],
        label: str | None = None,
        else_hint: str = "",
    ) -> None:
        """Note that `word` is no `what`, with the nearest of `known` if one is near.

        `else_hint` says what else may be the matter.
        """
        span = piece.at(word)
        near = closest(word.text, known)
        self.notes.error(
            code,
            f"unknown {what}",
            span,
            label or f"no {what} of this name",
            hint=(*did_you_mean(near), *([else_hint] if else_hint else ())),
            fix=Fix(span, near, f"change to {near}") if near and fold(near) == near else None,
        )


def _prefix(piece: Piece[Node]) -> str:
    """How the names of a library begin here, for a line that its template has placed."""
    return piece.source.prefix if isinstance(piece.source, Placed) else ""
