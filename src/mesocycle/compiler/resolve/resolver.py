"""What resolving one plan needs at hand, and the lookups that every line shares."""

from __future__ import annotations

import datetime as dt

from mesocycle.catalogue.model import Catalogue, Exercise, Pool, fold
from mesocycle.catalogue.vocabulary import Vocabulary
from mesocycle.civil import read_date
from mesocycle.diagnostics import Diagnostics, Fix
from mesocycle.programme import Because
from mesocycle.syntax.nodes import ExerciseRef, File, Node, Piece, Word


class Resolver:
    """One plan being resolved: what its names may mean, and the notebook for its mistakes."""

    def __init__(self, file: File, catalogue: Catalogue) -> None:
        self.file = file
        self.catalogue = catalogue
        self.notes = Diagnostics()

    def because(self, piece: Piece[Node]) -> Because:
        """The line that `piece` stands on, as decisions cite it."""
        number = piece.span.line
        return Because(file=piece.source.name, line=number, text=piece.source.line(number).strip())

    def date(self, piece: Piece[Node], word: Word) -> dt.date | None:
        """A civil date; a day that is not is a mistake."""
        found = read_date(word.text)
        if found is None:
            self.notes.error(
                "E304", f"there is no day {word.text}", piece.at(word), "not in the calendar",
                hint="write the date as year-month-day: 2026-12-07",
            )  # fmt: skip
        return found

    def word(self, known: Vocabulary, piece: Piece[Node], word: Word) -> str | None:
        """The canonical word of a closed vocabulary; an unknown one is a mistake."""
        found = known.find(word.text)
        if found is None:
            self.unknown("E324", known.what, piece, word, known.suggest(word.text))
        return found

    def exercise(self, piece: Piece[Node], ref: ExerciseRef) -> Exercise | None:
        """The exercise of that name; an unknown one is a mistake."""
        find = self.catalogue.find_mod if ref.mod else self.catalogue.find
        found = find(ref.name.text)
        if found is None and ref.mod and self.catalogue.find(ref.name.text):
            self.notes.error(
                "E323", f"{ref.name.text} has no modified form", piece.at(ref.name),
                "the catalogue has no variant of it",
                hint="leave out mod., or name an easier exercise",
            )  # fmt: skip
        elif found is None:
            where = " or ".join((*self.catalogue.libraries, "here"))
            self.unknown(
                "E203", "exercise", piece, ref.name, self.catalogue.suggest(ref.name.text),
                f"not defined in {where}",
            )  # fmt: skip
        return found

    def pool(self, piece: Piece[Node], word: Word) -> Pool | None:
        """The pool of that name; an unknown one is a mistake."""
        found = self.catalogue.pool(word.text)
        if found is None:
            near = self.catalogue.suggest_pool(word.text)
            self.unknown("E204", "pool", piece, word, near)
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
        near: str | None,
        label: str | None = None,
    ) -> None:
        """Note that `word` is no `what`, with the nearest one if there is one."""
        span = piece.at(word)
        self.notes.error(
            code, f"unknown {what}", span, label or f"no {what} of this name",
            hint=f"did you mean {near}?" if near else (),
            fix=Fix(span, near, f"change to {near}") if near and fold(near) != near else None,
        )  # fmt: skip


_PLACES: dict[str, tuple[str, ...]] = {
    "outdoors": ("outside",),
    "indoors": ("inside",),
    "home": (),
    "gym": ("the gym",),
    "pool": ("the pool",),
}
