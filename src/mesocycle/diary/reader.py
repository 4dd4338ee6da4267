"""What reading a diary needs at hand, and the lookups that every entry shares."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from mesocycle.catalogue.body import REGIONS
from mesocycle.catalogue.model import Catalogue, Exercise, fold
from mesocycle.catalogue.suggest import closest
from mesocycle.catalogue.vocabulary import Vocabulary
from mesocycle.civil import read_date
from mesocycle.diagnostics import Diagnostics, Fix
from mesocycle.programme import Because
from mesocycle.syntax.nodes import ExerciseRef, File, Node, Piece, Word


class Reader:
    """One diary being read: the names it may use, and the notebook for its mistakes."""

    def __init__(
        self,
        file: File,
        catalogue: Catalogue,
        sessions: Collection[str] | None,
        as_of: dt.date | None,
    ) -> None:
        self.file = file
        self.catalogue = catalogue
        self.sessions = sessions
        self.as_of = as_of
        self.notes = Diagnostics()

    def because(self, piece: Piece[Node]) -> Because:
        """The line that `piece` stands on, as decisions cite it."""
        number = piece.span.line
        source = self.file.source
        return Because(file=source.name, line=number, text=source.line(number).strip())

    def date(self, piece: Piece[Node], word: Word) -> dt.date | None:
        """The date of an entry; a day that is not, or not yet, is a mistake."""
        found = read_date(word.text)
        if found is None:
            self.notes.error(
                "E401", f"there is no day {word.text}", piece.at(word), "not in the calendar",
                hint="write the date as year-month-day: 2026-12-07",
            )  # fmt: skip
        elif self.as_of is not None and found > self.as_of:
            self.notes.error(
                "E402", f"an entry after {self.as_of}, the day this is compiled for",
                piece.at(word), "this day has not come yet",
                hint="correct the date, or compile with a later --as-of",
            )  # fmt: skip
            return None
        return found

    def exercise(self, piece: Piece[Node], ref: ExerciseRef) -> Exercise | None:
        """The exercise of that name; an unknown one is a mistake."""
        find = self.catalogue.find_mod if ref.mod else self.catalogue.find
        found = find(ref.name.text)
        if found is None:
            self.unknown("E203", "exercise", piece, ref.name, self.catalogue.suggest(ref.name.text))
        return found

    def session(self, piece: Piece[Node], word: Word) -> str | None:
        """The plan's session of that name; an unknown one is a mistake."""
        if self.sessions is None:
            return word.text
        folded = {fold(name): name for name in self.sessions}
        found = folded.get(fold(word.text))
        if found is None:
            self.unknown("E406", "session", piece, word, closest(word.text, self.sessions))
        return found

    def word(self, known: Vocabulary, piece: Piece[Node], word: Word) -> str | None:
        """The canonical word of a closed vocabulary; an unknown one is a mistake."""
        found = known.find(word.text)
        if found is None:
            self.unknown("E407", known.what, piece, word, known.suggest(word.text))
        return found

    def region(self, piece: Piece[Node], word: Word | None) -> str | None:
        """The body part of that word (None for no word); an unknown one is a mistake."""
        return self.word(REGIONS, piece, word) if word else None

    def pain(self, piece: Piece[Node], value: int, word: Word | None) -> int | None:
        """A pain value; one above 10 is a mistake."""
        if value <= 10:
            return value
        self.notes.error(
            "E403", f"pain {value} is not on the scale", piece.at(word), "pain goes from 0 to 10",
            hint="0 is none, 10 is the worst imaginable",
        )  # fmt: skip
        return None

    def unknown(
        self, code: str, what: str, piece: Piece[Node], word: Word, near: str | None
    ) -> None:
        """Note that `word` is no `what`, with the nearest one if there is one."""
        span = piece.at(word)
        self.notes.error(
            code, f"unknown {what}", span, f"no {what} of this name",
            hint=f"did you mean {near}?" if near else (),
            fix=Fix(span, near, f"change to {near}") if near else None,
        )  # fmt: skip
