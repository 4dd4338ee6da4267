"""Lines whose first word has no business where it stands: misspelt, or in the wrong place."""

from __future__ import annotations

from mesocycle.syntax.mistake import Mistake
from mesocycle.syntax.mistakes import misspelt, near
from mesocycle.syntax.nesting import PASSED_OVER, Form, Place, homes_of
from mesocycle.syntax.parser import Grammar

_LISTED = 12


def stray(
    grammar: Grammar, place: Place, text: str, word: str, start: int
) -> tuple[Form, Mistake] | None:
    """What a line that begins with `word` was meant to be, and the mistake to report.

    None where the word may also begin a name, and nothing says that it does not.
    """
    end = start + len(word)
    meant = near(word, [key for key in place.forms if key[0] != "["]) if word else []
    certain = [
        option
        for option in meant
        if grammar.accepts(place.forms[option].rule, text[:start] + option + text[end:])
    ]
    if certain:
        mistake = misspelt(word, start, certain, len(certain) == 1)
        return place.forms[certain[0]], mistake
    for home, form in homes_of(grammar.places, word):
        if place.otherwise is None or grammar.accepts(form.rule, text):
            return form, _elsewhere(word, start, place, home)
    if place.otherwise is not None:
        return None
    if meant:
        return place.forms[meant[0]], misspelt(word, start, meant, False)
    return Form("", PASSED_OVER), _unknown(place, text, word, start)


def crowded(text: str) -> Mistake:
    """An exercise after a `;`."""
    return Mistake(
        "E114", "an exercise starts a line of its own", 0, len(text), "not a clause",
        ("write it on a line of its own",),
    )  # fmt: skip


def _elsewhere(word: str, start: int, here: Place, home: Place) -> Mistake:
    return Mistake(
        "E108", f"`{word}` does not belong {here.called}", start, start + len(word),
        f"it goes {home.called}", ("mind the indentation, or move the line",),
    )  # fmt: skip


def _unknown(place: Place, text: str, word: str, start: int) -> Mistake:
    words = [f"`{key}`" for key in place.forms if key[0] != "["]
    listed = ", ".join(words[:_LISTED]) + (", …" if len(words) > _LISTED else "")
    written = word if word and word[0] != "[" else text[start : start + 1]
    return Mistake(
        "E101", f"`{written}` begins nothing {place.called}", start, start + max(1, len(written)),
        "not known here", (f"expected {listed}",),
    )  # fmt: skip
