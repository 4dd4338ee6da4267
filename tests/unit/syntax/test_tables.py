"""What the tables call is there: they are decoded piece by piece, when a text needs a piece."""

from __future__ import annotations

import msgspec
import pytest

from mesocycle.syntax.nesting import PLACES
from mesocycle.syntax.tables import Rule, load
from tests.unit.syntax.whole import BUILDERS


@pytest.mark.parametrize("kind", PLACES)
def test_the_builder_has_what_every_rule_calls(kind):
    rules = [msgspec.json.decode(rule, type=Rule) for rule in load(kind).rules]
    called = {rule.callback for rule in rules if rule.callback}
    builder = BUILDERS[kind]()
    assert called
    assert sorted(name for name in called if not callable(getattr(builder, name, None))) == []
