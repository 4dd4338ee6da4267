"""A diary with all that it includes, as if it were one file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from mesocycle.diagnostics import Diagnostics, Label, Outcome
from mesocycle.source import Bound, Source
from mesocycle.syntax import parse_diary
from mesocycle.syntax.diary_nodes import AthleteHead, Include
from mesocycle.syntax.nodes import File, Node, Piece, Statement

_NOBODY = "only diaries that are read from a file can include others"


def whole(source: Source) -> Outcome[File]:
    """The statements of a diary, those of the files that it includes in their places.

    Every statement knows which file it stands in.
    """
    parsed = parse_diary(source)
    file = parsed.value
    if file is None or not any(isinstance(s.head.node, Include) for s in file.statements):
        return parsed
    binder = _Binder()
    binder.notes.extend(parsed.diagnostics)
    statements = tuple(binder.spliced(file, ()))
    return binder.notes.outcome(File(file.source, statements, file.comments))


class _Binder:
    """What has been read of one diary; every file counts once."""

    def __init__(self) -> None:
        self.notes = Diagnostics()
        self._seen: dict[Source, Piece[Node]] = {}

    def spliced(self, file: File, within: tuple[Source, ...]) -> Iterator[Statement]:
        """The statements of `file`, which stands within others, and of what it includes."""
        for statement in file.statements:
            if isinstance(statement.head.node, Include):
                yield from self._included(statement.head, (*within, file.source))
            elif within and isinstance(statement.head.node, AthleteHead):
                self.notes.error(
                    "E583", "an included file names an athlete", statement.head.span,
                    "the diary that includes it says whose it is",
                    hint="take these lines out: what is included has entries only",
                )  # fmt: skip
            else:
                yield statement

    def _included(self, piece: Piece[Node], within: tuple[Source, ...]) -> Iterator[Statement]:
        """What one `include` brings in; nothing, and a mistake told, where it cannot."""
        word = cast(Include, piece.node).path
        known = piece.source.included if isinstance(piece.source, Bound) else {}
        part = known.get(word.text, _NOBODY)
        if isinstance(part, str):
            self.notes.error("E580", f"cannot include {word.text}", piece.at(word), part)
        elif part in within:
            self.notes.error(
                "E581", f"{word.text} includes itself", piece.at(word), "a circle",
                hint="delete this line",
            )  # fmt: skip
        elif part in self._seen:
            first = Label(self._seen[part].span, "first here")
            self.notes.error(
                "E582", f"{word.text} is included twice", piece.at(word),
                "its entries would count twice", hint="delete one of the two", labels=(first,),
            )  # fmt: skip
        else:
            self._seen[part] = piece
            parsed = parse_diary(part)
            self.notes.extend(parsed.diagnostics)
            if parsed.value is not None:
                yield from self.spliced(parsed.value, within)
