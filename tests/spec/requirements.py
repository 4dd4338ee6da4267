"""Writes docs/requirements.md: which spec case proves which requirement.

python -m tests.spec.requirements
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.spec.speckit.case import Case, read_all
from tests.spec.speckit.rows import ROWS, Row

PAGE = Path(__file__).resolve().parents[2] / "docs" / "requirements.md"

_HEAD = """\
# Requirements, and what proves them

Made from the tags of the spec cases by `make requirements`: edit `tests/spec`, not this page.
R rows are what the articles behind the first plans ask for; SR rows are the safety rules. *Later*
names the part of the language that the rest of a row waits for.

| row | asks for | proved by | later |
|---|---|---|---|
"""


def page() -> str:
    """The whole page."""
    cases = read_all()
    return _HEAD + "".join(_row(row, [c for c in cases if row.name in c.tags]) for row in ROWS)


def gaps() -> Iterator[str]:
    """Rows that nothing proves and nothing postpones, and tags that are no row."""
    tags = {tag for case in read_all() for tag in case.tags}
    yield from (row.name for row in ROWS if row.name not in tags and not row.later)
    yield from sorted(tags - {row.name for row in ROWS})


def _row(row: Row, cases: list[Case]) -> str:
    proved = " · ".join(map(_link, cases)) or "–"
    return f"| {row.name} | {row.text} | {proved} | {row.later} |\n"


def _link(case: Case) -> str:
    tags = f" ({', '.join(case.tags)})"
    anchor = re.sub(r"[^\w\- ]", "", (case.title + tags).lower()).replace(" ", "-")
    return f"[{case.area}: {case.title}](../tests/spec/{case.area}.md#{anchor})".replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
