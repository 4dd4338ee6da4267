"""What the made pages share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def title(name: str, source: str) -> Iterator[str]:
    """The page's title, and for who opens the file what it is made from."""
    yield f"# {name}"
    yield ""
    yield f"<!-- Made from {source} by docs/generate.py: change that, then run `make docs`. -->"
    yield ""


def table(head: tuple[str, ...], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """A Markdown table; `|` and `<` in a cell are escaped."""
    yield f"| {' | '.join(head)} |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield f"| {' | '.join(map(_cell, row))} |"
    yield ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "\\<")
