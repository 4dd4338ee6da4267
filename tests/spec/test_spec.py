"""The language by example: every case of the Markdown files beside this one holds."""

from __future__ import annotations

import pytest

from tests.spec.speckit.case import Case, read_all
from tests.spec.speckit.check import check

CASES = read_all()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_case(case: Case) -> None:
    differences = check(case)
    assert not differences, f"{case.area}.md:{case.line}\n" + "\n".join(differences)


def test_names_are_unique() -> None:
    assert len({case.name for case in CASES}) == len(CASES)


def test_for_each_accepted_text_two_are_refused() -> None:
    refused = sum(case.refused for case in CASES)
    assert len(CASES) >= 700
    assert refused >= 2 * (len(CASES) - refused)
