"""Did-you-mean: the nearest known name, for messages only.

Nothing here ever puts one name in place of another: two names that differ by an `s`
may be two exercises.
"""

from __future__ import annotations

from collections.abc import Iterable

#: How alike two names must be (0 to 1) for one to be worth a suggestion.
ALIKE = 0.72


def closest(name: str, known: Iterable[str]) -> str | None:
    """The one of `known` that `name` was probably meant to be: `mta` is a short `mat`."""
    from difflib import get_close_matches

    plain = {_plain(candidate): candidate for candidate in reversed(list(known))}
    wanted = _plain(name)
    if wanted in plain:
        return plain[wanted]
    found = get_close_matches(wanted, plain, n=1, cutoff=ALIKE)
    found = found or [other for other in plain if wanted and sorted(other) == sorted(wanted)]
    return plain[found[0]] if found else None


def _plain(name: str) -> str:
    """A name without case, punctuation and plural endings: `V-Ups` is `v up`."""
    letters = "".join(c if c.isalnum() else " " for c in name.casefold())
    return " ".join(_singular(word) for word in letters.split() if word != "and")


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 2 and word.endswith("s") and not word.endswith("ss") else word
