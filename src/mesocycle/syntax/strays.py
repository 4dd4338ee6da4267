"""Lines whose first word has no business where it stands: misspelt, or in the wrong place."""

from __future__ import annotations

import re

from mesocycle.syntax.later import later_text
from mesocycle.syntax.mistake import Mistake, Parsed, later
from mesocycle.syntax.nesting import PASSED_OVER, Form, Place, homes_of
from mesocycle.syntax.parser import Grammar
from mesocycle.syntax.slips import misspelt, near, reach_with

_LISTED = 12
_WRITTEN = re.compile(r'"[^"]*"|[^ ]+')


def stray(
    grammar: Grammar, place: Place, text: str, word: str, start: int
) -> tuple[Form, Mistake] | None:
    """What a line that begins with `word` was meant to be, and the mistake to report.

    None where the word may also begin a name, and nothing says that it does not.
    """
    keywords = [key for key in place.forms if key[0] != "["] if word else []
    reached = {
        option: reach_with(grammar, place.forms[option].rule, text, start, word, option)
        for option in near(word, keywords)
    }
    whole = [option for option, reach in reached.items() if reach > len(text)]
    if whole:
        return place.forms[whole[0]], misspelt(word, start, whole, len(whole) == 1)
    for home, form in homes_of(grammar.places, word):
        if place.otherwise is None or grammar.accepts(form.rule, text):
            return form, _elsewhere(_written(text, start), start, place, home)
    as_name = grammar.reach(place.otherwise.rule, text) if place.otherwise else 0
    least = as_name if word.islower() else as_name + 1  # a capital begins a name
    meant = [option for option, reach in reached.items() if reach >= least]
    if meant and as_name <= len(text):
        return place.forms[meant[0]], misspelt(word, start, meant, False)
    if place.otherwise is not None:
        return None
    return Form("", PASSED_OVER), _unknown(place, text, start)


def crowded(rule: str, text: str) -> Parsed:
    """What stands after a `;` but would have to start a line."""
    what = later_text(rule, text)
    if what is not None:
        return later(what, text)
    mistake = Mistake(
        "E114", "an exercise starts a line of its own", 0, len(text), "not a clause",
        ("write it on a line of its own",),
    )  # fmt: skip
    return Parsed((), (mistake,))


def _elsewhere(word: str, start: int, here: Place, home: Place) -> Mistake:
    return Mistake(
        "E108", f"`{word}` does not belong {here.called}", start, start + len(word),
        f"it goes {home.called}", ("mind the indentation, or move the line",),
    )  # fmt: skip


def _unknown(place: Place, text: str, start: int) -> Mistake:
    words = [f"`{key}`" for key in place.forms if key[0] != "["]
    listed = ", ".join(words[:_LISTED]) + (", …" if len(words) > _LISTED else "")
    written = _written(text, start)
    return Mistake(
        "E101", f"`{written}` begins nothing {place.called}", start, start + len(written),
        "not known here", (f"expected {listed}", "or mind the indentation"),
    )  # fmt: skip


def _written(text: str, start: int) -> str:
    """The text from `start` to the next space, quotes included."""
    match = _WRITTEN.match(text, start)
    return match.group() if match else text[start:]
