"""Writes the pages of docs/reference that are made from code.

    python -m docs.generate

Which module makes which page is in `PAGES`; the tests compare the pages with what is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from docs.made import catalogue, codes, commands, outputs, programme, testkit, words

REFERENCE = Path(__file__).resolve().parent / "reference"

PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "commands.md": commands.lines,
    "codes.md": codes.lines,
    "catalogue.md": catalogue.lines,
    "catalogue-barbell.md": partial(catalogue.lines, "barbell"),
    "catalogue-bodyweight.md": partial(catalogue.lines, "bodyweight"),
    "words.md": words.lines,
    "programme.md": programme.lines,
    "outputs.md": outputs.lines,
    "test-kit.md": testkit.lines,
}


def page(name: str) -> str:
    """The page of that name."""
    return "\n".join(PAGES[name]()).rstrip("\n") + "\n"


if __name__ == "__main__":
    for name in PAGES:
        (REFERENCE / name).write_text(page(name), encoding="utf-8")
