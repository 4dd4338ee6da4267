"""Expected errors and warnings: `LINE[:COLUMN] CODE [fragment]`."""

from __future__ import annotations

from collections.abc import Iterator

from mesocycle.diagnostics import Diagnostic
from tests.spec.speckit.compile import Compiled


def errors(lines: list[str], compiled: Compiled) -> Iterator[str]:
    """Exactly these errors, and no others."""
    yield from _compare(lines, compiled, "error")


def warnings(lines: list[str], compiled: Compiled) -> Iterator[str]:
    """Exactly these warnings, and no others."""
    yield from _compare(lines, compiled, "warning")


def found(compiled: Compiled, severity: str) -> list[str]:
    """What was reported, as a case would list it."""
    return [_shown(compiled, d) for d in compiled.outcome.diagnostics if d.severity == severity]


def _compare(lines: list[str], compiled: Compiled, severity: str) -> Iterator[str]:
    left = [d for d in compiled.outcome.diagnostics if d.severity == severity]
    for line in lines:
        match = next((d for d in left if _is(line, compiled, d)), None)
        if match is None:
            yield f"missing: {line}"
        else:
            left.remove(match)
    yield from (f"not expected: {_shown(compiled, d)}" for d in left)


def _is(line: str, compiled: Compiled, diagnostic: Diagnostic) -> bool:
    where, code, *fragment = line.split(maxsplit=2)
    place = _place(compiled, diagnostic)
    places = (place, place.rpartition(":")[0])
    return where in places and code == diagnostic.code and _said(fragment, diagnostic)


def _said(fragment: list[str], diagnostic: Diagnostic) -> bool:
    """Whether the fragment is part of the message, a hint or the fix, in any case."""
    fixes = (f"{fix.title}: {fix.text}" for fix in diagnostic.fixes)
    said = (diagnostic.message, diagnostic.label, *diagnostic.hints, *fixes)
    return not fragment or any(fragment[0].lower() in text.lower() for text in said)


def _place(compiled: Compiled, diagnostic: Diagnostic) -> str:
    name, line, column = compiled.place(diagnostic)
    return f"{line}:{column}" if name == compiled.texts[0].name else f"{name}:{line}:{column}"


def _shown(compiled: Compiled, diagnostic: Diagnostic) -> str:
    said = "; ".join(s for s in (diagnostic.message, diagnostic.label, *diagnostic.hints) if s)
    return f"{_place(compiled, diagnostic)} {diagnostic.code} {said}"
