"""Compares what a spec case expects with what the compiler made of it."""

from __future__ import annotations

from tests.spec.speckit import mistakes, reasons, sessions, weeks
from tests.spec.speckit.case import Block, Case
from tests.spec.speckit.compile import compile_case

#: How each kind of expectation is compared: a block and a result to a list of differences.
_COMPARE = {
    "programme": sessions.programme,
    "dates": sessions.dates,
    "decisions": reasons.decisions,
    "refused": reasons.refused,
    "notices": reasons.notices,
    "errors": mistakes.errors,
    "warnings": mistakes.warnings,
    "weeks": weeks.weeks,
}


def check(case: Case) -> list[str]:
    """Everything that is not as the case says; an empty list when it holds."""
    compiled = compile_case(case)
    if not case.find("errors") and compiled.outcome.value is None:
        return [f"refused: {line}" for line in mistakes.found(compiled, "error")]
    return [
        f"{block.kind}: {difference}"
        for block in case.blocks
        if block.kind in _COMPARE
        for difference in _COMPARE[block.kind](_filled(block), compiled)
    ]


def _filled(block: Block) -> list[str]:
    return [line.rstrip() for line in block.lines if line.strip()]
