"""A comment takes no part in the plan, whatever stands in it."""

from __future__ import annotations

import pytest

from mesocycle.source import Source
from mesocycle.syntax import parse

HEADER = 'plan "A back"\n  starts 2026-12-07\n'


@pytest.mark.parametrize("odd", ["\x1b[2J", "\u202e", "\r", "x" * 20_000])
@pytest.mark.parametrize("before", ["", 'plan "A back"\n', HEADER, HEADER + "    "])
def test_a_comment_with_what_no_text_should_hold_is_one_mistake(odd, before):
    text = f"{before}# {odd}\n" + HEADER[len(before.rstrip(" ")) :] + "  lasts 2 weeks\n"
    found = parse(Source("back.plan", text))
    assert found.value is not None
    assert len(found.diagnostics) == 1
    (plan,) = found.value.statements
    assert len(plan.children) == 2
