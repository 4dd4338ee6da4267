"""Reading one diary: the lookups that every entry shares."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from copy import copy

from msgspec.structs import replace

from mesocycle.catalogue.body import REGIONS
from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.mistakes import unknown_exercise
from mesocycle.catalogue.model import Catalogue, Exercise, fold
from mesocycle.diagnostics import Diagnostics
from mesocycle.diary.meant import entry_meant
from mesocycle.syntax.nodes import AskHead, ExerciseRef, File, Node, Piece, Word
from mesocycle.syntax.safety_words import safety_word

#: What is sharp pain in other words.
_KINDS = frozenset({"stabbing", "shooting", "piercing", "stinging"})

#: What a session may be that the plan does not have.
_UNPLANNED = 'if it is of no plan, say so: unplanned "{}"'


class Reader(Lookup):
    """One diary being read, up to a day, for a plan.

    The plan's name, those of its sessions, labels and tracks, and what it asks; None: any will
    do.
    """

    no_such_day = "E401"

    def __init__(  # what a diary is read against
        self,
        file: File,
        catalogue: Catalogue,
        plan: str | None,
        sessions: Collection[str] | None,
        as_of: dt.date | None,
        labels: Collection[str] | None,
        tracks: Collection[str] | None,
        asks: Collection[AskHead] | None,
    ) -> None:
        super().__init__(file, catalogue)
        self.plan = plan
        self.sessions = sessions
        self.as_of = as_of
        self.labels = labels
        self.tracks = tracks
        self.asks = asks
        self._spellings: dict[str, dict[str, str]] = {}

    def any_date(self, piece: Piece[Node], word: Word) -> dt.date | None:
        """A day of the past or of the future; one that is not in the calendar is a mistake."""
        return super().date(piece, word)

    def date(self, piece: Piece[Node], word: Word) -> dt.date | None:
        """The date of an entry; a day that is not, or not yet, is a mistake."""
        found = super().date(piece, word)
        if found is not None and self.as_of is not None and found > self.as_of:
            self.notes.error(
                "E402", f"an entry after {self.as_of}, the day this is compiled for",
                piece.at(word), "this day has not come yet",
                hint="correct the date, or compile with a later --as-of",
            )  # fmt: skip
            return None
        return found

    def exercise(self, piece: Piece[Node], ref: ExerciseRef) -> Exercise | None:
        """The exercise of that name; of a name that is nearly an entry's word that is said."""
        name = ref.name.text
        if ref.mod or self.catalogue.find(name) is not None or not (hint := entry_meant(name)):
            return super().exercise(piece, ref)
        unknown = unknown_exercise(self.catalogue, name, piece.at(ref.name))
        self.notes.add(replace(unknown, hints=(hint,)))
        return None

    def session(self, piece: Piece[Node], word: Word) -> str | None:
        """The plan's session of that name; an unknown one is a mistake."""
        return self._one_of("E406", "session", self.sessions, piece, word, _UNPLANNED)

    def label(self, piece: Piece[Node], word: Word | None) -> str | None:
        """The plan's label of that name (None for no word); an unknown one is a mistake."""
        return self._one_of("E431", "label", self.labels, piece, word) if word else None

    def track(self, piece: Piece[Node], word: Word) -> str | None:
        """The plan's track of that name; an unknown one is a mistake."""
        return self._one_of("E432", "track", self.tracks, piece, word)

    def _one_of(
        self,
        code: str,
        what: str,
        known: Collection[str] | None,
        piece: Piece[Node],
        word: Word,
        else_hint: str = "",
    ) -> str | None:
        """The plan's `what` of that name, in the plan's spelling."""
        if known is None:
            return word.text
        spellings = self._spellings.get(what)
        if spellings is None:
            spellings = self._spellings[what] = {fold(name): name for name in known}
        found = spellings.get(fold(word.text))
        if found is None:
            none = None if known else f"the plan has no {what}s"
            self.unknown(code, what, piece, word, known, none, else_hint.format(word.text))
        return found

    def region(self, piece: Piece[Node], word: Word | None) -> str | None:
        """The body part of that word (None for no word); an unknown one is a mistake."""
        if word is None:
            return None
        words = word.text.split()
        place = [each for each in words if not _is_sharp(each)]
        if len(place) == len(words):
            return self.word(REGIONS, piece, word)
        self.notes.error(
            "E207", "a kind of pain where a body part stands", piece.at(word), "not a place",
            hint=" ".join(["sharp pain is written: pain 3 sharp", *place]),
        )  # fmt: skip
        return None

    def pain(self, piece: Piece[Node], value: int, word: Word | None) -> int | None:
        """A pain value; one above 10 is a mistake."""
        if value <= 10:
            return value
        self.notes.error(
            "E403", f"pain {value} is not on the scale", piece.at(word), "pain goes from 0 to 10",
            hint="0 is none, 10 is the worst imaginable",
        )  # fmt: skip
        return None

    def aside(self) -> Reader:
        """The same reader with a notebook of its own, to read a line once more."""
        other = copy(self)
        other.notes = Diagnostics()
        return other

    def said_twice(self, piece: Piece[Node], what: str, word: Word | None = None) -> None:
        """Note that something is said again that can be said once."""
        self.notes.error(
            "E415", f"{what} said twice", piece.at(word), "which one holds?",
            hint="keep one of the two",
        )  # fmt: skip


def _is_sharp(word: str) -> bool:
    """Whether a word is, or may be a slip for, one of sharp pain."""
    return fold(word) in _KINDS or safety_word(word) == "sharp"
