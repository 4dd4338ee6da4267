"""What a command needs beyond mesocycle itself, and what to install if it is not there."""

from __future__ import annotations

from importlib.util import find_spec

from mesocycle.diagnostics import Diagnostic


def missing(extra: str, what_for: str, *modules: str) -> Diagnostic | None:
    """E810 if one of `modules`, which come with `mesocycle[extra]`, is not installed.

    `what_for` begins the sentence: "`meso serve`", "--qr". Nothing is imported.
    """
    absent = [module for module in modules if find_spec(module) is None]
    if not absent:
        return None
    message = f"{what_for} needs {' and '.join(absent)}, which {_is(absent)} not installed"
    hint = f'install what it takes with: pip install "mesocycle[{extra}]"'
    return Diagnostic(code="E810", message=message, hints=(hint,))


def _is(names: list[str]) -> str:
    return "is" if len(names) == 1 else "are"
