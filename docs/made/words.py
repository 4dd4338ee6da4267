"""The closed vocabularies: what may be trained, hurt, needed."""

from __future__ import annotations

from collections.abc import Iterator

from docs.made.table import table, title
from mesocycle.catalogue import words
from mesocycle.catalogue.body import REGIONS, lineage
from mesocycle.catalogue.vocabulary import Vocabulary

_LOADED = {
    "bar": "plates on it; never lighter than the bar",
    "dumbbells": "a rack in fixed sizes",
    "kettlebells": "fixed sizes",
    "stack": "a stack of weights",
    "plates": "plates alone",
    None: "",
}


def lines() -> Iterator[str]:
    """Body parts as a tree, equipment with how it is loaded, and the short lists."""
    yield from title("Words", "`src/mesocycle/catalogue/body.py` and `words.py`")
    yield "What an exercise trains and needs, and where something hurts, is said in these words."
    yield "Beside each stand other words for it, which mean the same wherever it may stand."
    yield ""
    yield "## Body parts"
    yield ""
    yield "A part lies in what it is indented under: who trains the lats trains the back, and the"
    yield "sets of a week are counted at each of these levels."
    yield ""
    for group in REGIONS:
        if len(lineage(group)) == 1:
            yield from _tree(group)
    yield ""
    yield "## Equipment"
    yield ""
    yield from table(
        ("word", "also", "its weight"),
        (
            (word, ", ".join(words.EQUIPMENT.others(word)), _LOADED[words.loading((word,))])
            for word in words.EQUIPMENT
        ),
    )
    for heading, vocabulary in (
        ("Kinds", words.KINDS),
        ("Positions", words.POSITIONS),
        ("What `loads` the lower back", words.DIRECTIONS),
        ("What an exercise can be left out with (`avoid`)", words.CONDITIONS),
    ):
        yield f"## {heading}"
        yield ""
        yield ", ".join(_written(vocabulary, word) for word in vocabulary) + "."
        yield ""


def _tree(part: str) -> Iterator[str]:
    yield "  " * (len(lineage(part)) - 1) + "- " + _written(REGIONS, part)
    for other in REGIONS:
        if lineage(other)[1:2] == (part,):
            yield from _tree(other)


def _written(vocabulary: Vocabulary, word: str) -> str:
    others = ", ".join(vocabulary.others(word))
    return f"{word} ({others})" if others else word
