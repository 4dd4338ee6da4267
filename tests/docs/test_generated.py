"""The pages that are made from code say what the code says: else run `make docs`."""

from __future__ import annotations

import pytest

from docs.generate import PAGES, REFERENCE, page


@pytest.mark.parametrize("name", PAGES)
def test_it_is_what_the_code_says(name, update_golden):
    if update_golden:
        (REFERENCE / name).write_text(page(name), encoding="utf-8")
    assert (REFERENCE / name).read_text(encoding="utf-8") == page(name)
