"""What other collections say of an exercise, in the words of this language: facts, no prose.

How somebody describes an exercise is theirs, and so are the pictures. That there is one of this
name, what it trains, with what, and on which sides: nobody owns that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import msgspec

from mesocycle.catalogue.body import REGIONS
from mesocycle.catalogue.model import slug
from mesocycle.catalogue.vocabulary import Vocabulary
from mesocycle.catalogue.words import EQUIPMENT

#: The most characters of a name, and the most of anything that ends up in a comment.
LONGEST, LONGEST_COMMENT = 100, 200
#: The most names, muscles and implements of one exercise that are looked at.
MOST_WORDS = 30

_ALTERNATING = re.compile(r"\balternat(e|es|ing)\b", re.IGNORECASE)
_ONE = r"\b(single|one|1)[- ]?(arm|leg|hand|foot|armed|legged|handed)\b"
_EACH = re.compile(_ONE + r"|\bunilateral\b", re.IGNORECASE)
_TAG = re.compile(r"[a-z]+([ -][a-z]+)*")


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One exercise, as a line of a library each; what is None or empty is not said.

    `key` is what its collection calls it, `credit` whose it is. `equipment` is empty where
    nothing is needed. `lost` are facts for which there is no word here.
    """

    key: str
    id: str
    name: str
    kind: str | None = None
    trains: tuple[str, ...] = ()
    assists: tuple[str, ...] = ()
    sides: str | None = None
    measure: str | None = None
    equipment: tuple[str, ...] | None = None
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    credit: str = ""
    lost: tuple[str, ...] = ()


class LeftOut(msgspec.Struct, frozen=True):
    """An exercise that cannot be written: what it is called, and why not."""

    name: str
    why: str


def plain(text: object, most: int = LONGEST_COMMENT) -> str:
    """Anything as a few characters of one line, without what does not show."""
    if isinstance(text, bool) or not isinstance(text, str | int | float):
        return ""
    kept = "".join(c if c.isprintable() else " " for c in str(text)[: most * 4])
    line = " ".join(kept.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def no_name(name: object) -> str:
    """Why `name` can be none of this language's, or nothing."""
    if not isinstance(name, str) or not name.strip():
        return "it has no name"
    if not name.replace("\n", " ").replace("\t", " ").isprintable():
        return "its name has characters that do not show"
    if '"' in name:
        return "its name has a quotation mark"
    return f"its name is longer than {LONGEST} characters" if len(name) > LONGEST else ""


def identity(collection: str, number: object) -> str:
    """An id that no other collection has: `free-exercise-db-3-4-sit-up`."""
    return f"{collection}-{slug(plain(number, LONGEST))}"


def sides_of(name: str) -> str | None:
    """Which sides an exercise uses, if its name says so: `Single-Leg`, `One-Arm`, `Alternating`."""
    if _ALTERNATING.search(name):
        return "alternating"
    return "each" if _EACH.search(name) else None


def tags_of(words: Iterable[object]) -> tuple[str, ...]:
    """The words that may stand as tags, each once."""
    texts = [word.lower() for word in words if isinstance(word, str) and len(word) <= LONGEST]
    return tuple(dict.fromkeys(text for text in texts if _TAG.fullmatch(text)))


class Words:
    """Their words looked up among ours; the ones that are nowhere are kept as `lost`."""

    def __init__(self) -> None:
        self.lost: list[str] = []

    def parts(self, words: Iterable[object], others: Mapping[str, str]) -> tuple[str, ...]:
        """Parts of the body, each once."""
        return self._found("muscle", words, REGIONS, others)

    def equipment(self, words: Iterable[object], others: Mapping[str, str]) -> tuple[str, ...]:
        """What an exercise needs; `others` may say that a word is "", which is nothing."""
        return self._found("equipment", words, EQUIPMENT, others)

    def _found(
        self, what: str, words: Iterable[object], ours: Vocabulary, others: Mapping[str, str]
    ) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for word in list(words)[:MOST_WORDS]:
            text = plain(word)
            folded = text.lower()
            own = others.get(folded, ours.find(text))
            if own is None:
                self.lost.append(f"{what}: {text}" if text else f"{what}: something without a name")
            elif own:
                found[own] = None
        return tuple(found)
