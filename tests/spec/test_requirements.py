"""docs/requirements.md says which case proves what, and leaves no row out."""

from __future__ import annotations

from tests.spec import requirements
from tests.spec.speckit.rows import ROWS


def test_rows_are_complete() -> None:
    names = [row.name for row in ROWS]
    assert names == [f"R{n}" for n in range(1, 61)] + [f"SR{n}" for n in range(1, 21)]


def test_every_row_is_proved() -> None:
    assert list(requirements.gaps()) == []


def test_somebody_tried_to_defeat_every_row() -> None:
    assert list(requirements.untried()) == []


def test_page_is_current() -> None:
    written = requirements.PAGE.read_text(encoding="utf-8")
    assert written == requirements.page(), "run: make requirements"
