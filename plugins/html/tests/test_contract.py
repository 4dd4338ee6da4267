"""It is an output like any other."""

from __future__ import annotations

from mesocycle_html import Html

from mesocycle.output.testing import OutputContract


class TestContract(OutputContract):
    output = Html()
