"""One line to its parts: which form each fragment has, and what its grammar rule made of it.

A line's meaning depends on its text and the place it stands in, nothing else, so lines are read
once and remembered: plans repeat themselves.
"""

from __future__ import annotations

import re

import msgspec
from msgspec.structs import replace

from mesocycle.syntax.layout import Cut, Fragment, cut
from mesocycle.syntax.mistake import Mistake, Parsed
from mesocycle.syntax.nesting import (
    LIKE_OTHERS,
    PASSED_OVER,
    PLACES,
    RAW,
    Form,
    Place,
    first_word,
    homes_of,
)
from mesocycle.syntax.nodes import Node, Word
from mesocycle.syntax.parser import MEMO_MOST, Grammar

_DATE = len("2026-12-07")
_DATED = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2} ")


class Part(msgspec.Struct, frozen=True):
    """The nodes of one fragment and where it stands; offsets count from the line's text.

    `own`: a statement, not a clause. `nested`: under the line's first fragment, not beside it.
    """

    nodes: tuple[Node, ...]
    start: int
    end: int
    own: bool
    nested: bool


class LineRead(msgspec.Struct, frozen=True):
    """A whole line: its parts, the place under it (None: nothing goes there), what is wrong."""

    parts: tuple[Part, ...]
    under: str | None
    mistakes: tuple[Mistake, ...]
    comment: tuple[int, int] | None


def read(grammar: Grammar, place: str, text: str) -> LineRead:
    """The line `text` (without indentation) as it reads in `place`."""
    if _DATED.match(text) is None:
        return _remembered(grammar, place, text)
    date, said = text[:_DATE], text[_DATE:]  # what is said of a day is read once for all days
    line = grammar.lines.get((place, said))
    if line is None:
        line = _remembered(grammar, place, text)
        if not line.mistakes and line.parts and _is_dated(line.parts[0].nodes, date):
            grammar.lines[place, said] = line
        return line
    first, *others = line.parts
    nodes = tuple(replace(node, date=Word(date, 0, _DATE)) for node in first.nodes)
    part = Part(nodes, first.start, first.end, first.own, first.nested)
    return LineRead((part, *others), line.under, line.mistakes, line.comment)


def _is_dated(nodes: tuple[Node, ...], date: str) -> bool:
    """Whether the date in front is the date of all that a line begins with."""
    return all(getattr(node, "date", None) == Word(date, 0, _DATE) for node in nodes)


def _remembered(grammar: Grammar, place: str, text: str) -> LineRead:
    key = (place, text)
    line = grammar.lines.get(key)
    if line is None:
        if len(grammar.lines) >= MEMO_MOST:
            grammar.lines.clear()
        line = grammar.lines[key] = _read(grammar, place, cut(text))
    return line


def _read(grammar: Grammar, place: str, line: Cut) -> LineRead:
    parts: list[Part] = []
    mistakes: list[Mistake] = []
    here, under = place, None
    for number, fragment in enumerate(line.fragments):
        form, parsed = _fragment(grammar, here, fragment, first=number == 0)
        start = fragment.start
        end = start + len(fragment.text)
        parts.append(Part(parsed.nodes, start, end, form.own, number > 0 and under is not None))
        mistakes.extend(mistake.moved(start) for mistake in parsed.mistakes)
        if number == 0:
            under = form.under
            here = under or place
            if under == PASSED_OVER:
                break
            if under == RAW and len(line.fragments) > 1:
                mistakes.append(_below(line.fragments[1]))
                break
    return LineRead(tuple(parts), under, tuple(mistakes), line.comment)


def _below(fragment: Fragment) -> Mistake:
    return Mistake(
        "E114", "the lines of a template stand below it", fragment.start,
        fragment.start + len(fragment.text), "not here",
        ("write it on a line of its own, indented",),
    )  # fmt: skip


def _fragment(
    grammar: Grammar, here: str, fragment: Fragment, *, first: bool
) -> tuple[Form, Parsed]:
    """The form of one fragment in the place `here`, and its nodes and mistakes."""
    text = fragment.text
    place = grammar.places[here]
    word, start = first_word(text)
    form = place.forms.get(word)
    if fragment.mistake is not None:
        form = form or place.otherwise or Form("", PASSED_OVER)
        return form, _kept(grammar, form, text, _meant(text, fragment.mistake))
    if form is None and _may_be_astray(grammar, place, word):
        from mesocycle.syntax.mending.strays import stray

        found = stray(grammar, place, text, word, start)
        if found is not None:
            return found[0], _kept(grammar, found[0], text, found[1])
    form = form or place.otherwise
    assert form is not None  # a stray is always found where no other word may stand
    if form.whole_line and not first:
        from mesocycle.syntax.mending.strays import crowded

        return form, crowded(grammar, form.rule, text)
    return form, grammar.parse(form.rule, text)


def _may_be_astray(grammar: Grammar, place: Place, word: str) -> bool:
    """Whether a word that begins no line of its own here may be a slip, or meant for elsewhere.

    In a diary it may well be the name of a question: `sleep 4`, day after day.
    """
    folded = word.lower()
    if place.otherwise is None or folded in place.forms:
        return True
    if not word.islower():
        return not LIKE_OTHERS.isdisjoint((folded, folded.partition("-")[0]))
    if grammar.places is not PLACES["diary"]:
        return True
    from mesocycle.syntax.mending.slips import near

    keywords = [key for key in place.forms if key[0] != "["]
    return bool(homes_of(grammar.places, word) or near(word, keywords))


def _meant(text: str, mistake: Mistake) -> Mistake:
    """The mistake, or what explains it: a quote that opens behind a number is a sign of time."""
    if mistake.code != "E103":
        return mistake
    from mesocycle.syntax.mending.run_lines import minutes_in_quotes

    return minutes_in_quotes(text, mistake.start) or mistake


def _kept(grammar: Grammar, form: Form, text: str, mistake: Mistake) -> Parsed:
    """What a fragment with a mistake still says."""
    from mesocycle.syntax.mending.rescue import rescued

    return Parsed(rescued(grammar, form.rule, text, mistake), (mistake,))
