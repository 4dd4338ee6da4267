"""Writes docs/requirements.md: which spec case proves which requirement.

python -m tests.spec.requirements
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.spec.speckit.case import Case, read_all
from tests.spec.speckit.rows import ROWS, Row

PAGE = Path(__file__).resolve().parents[2] / "docs" / "requirements.md"

_HEAD = """\
# Requirements, and what proves them

Made from the tags of the spec cases by `make requirements`: edit `tests/spec`, not this page.
R rows are what the articles behind the first plans ask for; SR rows are the safety rules. A case
that is *tried against* a row does its best to get around it (a negation of what nobody has said, an
option, a rule of the plan, a later `pain 0`, a misspelt word, a clearance for something else), and
shows that it cannot.

| row | asks for | proved by | tried against |
|---|---|---|---|
"""


def page() -> str:
    """The whole page."""
    cases = read_all()
    return _HEAD + "".join(_row(row, cases) for row in ROWS)


def gaps() -> Iterator[str]:
    """Rows that nothing proves, and tags that are no row."""
    cases = read_all()
    tags = {tag for case in cases for tag in case.tags}
    yield from (row.name for row in ROWS if row.name not in tags)
    yield from sorted({*tags, *_tried(cases)} - {row.name for row in ROWS})


def untried() -> Iterator[str]:
    """Rows that no case tries to defeat."""
    tried = _tried(read_all())
    yield from (row.name for row in ROWS if row.name not in tried)


def _tried(cases: Iterable[Case]) -> set[str]:
    return {tag for case in cases for tag in case.against}


def _row(row: Row, cases: list[Case]) -> str:
    proved = _links(case for case in cases if row.name in case.tags)
    tried = _links(case for case in cases if row.name in case.against)
    return f"| {row.name} | {row.text} | {proved} | {tried} |\n"


def _links(cases: Iterable[Case]) -> str:
    return " · ".join(map(_link, cases)) or "–"


def _link(case: Case) -> str:
    tags = f" ({', '.join(case.said)})"
    anchor = re.sub(r"[^\w\- ]", "", (case.title + tags).lower()).replace(" ", "-")
    return f"[{case.area}: {case.title}](../tests/spec/{case.area}.md#{anchor})".replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
