"""The runner notices: each case here is wrong in one way, and is found to be."""

from __future__ import annotations

import pytest

from tests.spec.speckit.case import read
from tests.spec.speckit.check import check

PLAN = "```session lasts 1 week\nSuperman; 3x8\n```"
FLAGGED = f"{PLAN}\n\n```diary\n2026-12-07 flag numbness left leg\n```"


def differences(*blocks: str) -> list[str]:
    (case,) = read("area", "## title (R1)\n\n" + "\n\n".join(blocks) + "\n")
    return check(case)


RIGHT = [
    (PLAN, "programme", "2026-12-07 07:00 Strength\n  Superman 3x8"),
    (PLAN, "programme", "2026-12-07 07:00 Strength, week 1\n  Super…"),
    (PLAN, "programme", "2026-12-08 nothing"),
    (PLAN, "dates", "mon 2026-12-07 07:00 Strength\n…"),
    (FLAGGED, "refused", "2026-12-07 | | stopped | SR4 | numbness | diary:1"),
    (FLAGGED, "decisions", "not | Superman | picked"),
    (FLAGGED, "notices", "SR4 numbness"),
    (PLAN.replace("3x8", "3x"), "errors", "1:12 E102"),
    (PLAN.replace("3x8", "3x8 each side"), "warnings", "1 W509"),
]

WRONG = [
    (PLAN, "programme", "2026-12-07 07:00 Strength\n  Superman 3x9"),
    (PLAN, "programme", "2026-12-07 07:00 Strength\n  Superman 3x8\n  Beetle 3x8"),
    (PLAN, "programme", "2026-12-07 07:00 Strength\n  nothing"),
    (PLAN, "programme", "2026-12-07 07:00 Strength, done\n  Superman 3x8"),
    (PLAN, "programme", '2026-12-07 07:00 Strength\n  Superman 3x8\n    cue "jump"'),
    (PLAN, "programme", '2026-12-07 07:00 Strength\n  note "jump"'),
    (PLAN, "programme", "2026-12-07 08:00 Strength"),
    (PLAN, "programme", "2026-12-07 nothing"),
    (PLAN, "dates", "mon 2026-12-07 07:00 Strength"),
    (PLAN, "dates", "tue 2026-12-07 07:00 Strength\n…"),
    (PLAN, "errors", "1 E102"),
    (PLAN, "warnings", "1 W509"),
    (FLAGGED, "programme", "2026-12-07 07:00 Strength\n  nothing"),
    (FLAGGED, "refused", "2026-12-07 | | stopped | SR4 | numbness | diary:2"),
    (FLAGGED, "refused", "2026-12-07 | Superman | picked | R2"),
    (FLAGGED, "decisions", "not 2026-12-07 | | stopped"),
    (FLAGGED, "notices", "SR14"),
    (FLAGGED, "notices", "not SR4"),
    (PLAN.replace("3x8", "3x"), "errors", "2 E102"),
    (PLAN.replace("3x8", "3x"), "errors", "1 E100"),
    (PLAN.replace("3x8", "3x"), "errors", "1 E102 a unit"),
    (PLAN.replace("3x8", "3x"), "errors", "1 E102\n1 E102"),
    (PLAN.replace("3x8", "3x"), "dates", "nothing"),
]


@pytest.mark.parametrize(("given", "kind", "expected"), RIGHT)
def test_holds(given: str, kind: str, expected: str) -> None:
    assert differences(given, f"```{kind}\n{expected}\n```") == []


@pytest.mark.parametrize(("given", "kind", "expected"), WRONG)
def test_does_not_hold(given: str, kind: str, expected: str) -> None:
    assert differences(given, f"```{kind}\n{expected}\n```")


@pytest.mark.parametrize(
    "text",
    [
        "```plan\n```",
        "## title\n\n```plan\n",
        "## title\n\n```plant\n```",
        "## title\n\n```plan\n```",
    ],
    ids=["no title", "not closed", "unknown block", "expects nothing"],
)
def test_a_page_that_cannot_be_read_is_no_page(text: str) -> None:
    with pytest.raises(ValueError, match=r"area\.md"):
        list(read("area", text))
