"""How a plugin's failure is told: who, what, and where in its code."""

from __future__ import annotations

from typing import Any

from mesocycle.diagnostics import Diagnostic, Diagnostics
from mesocycle.output.entry_points import EntryPoint
from mesocycle.output.isolation import Attempt


def fault(
    code: str,
    entry_point: EntryPoint,
    what: str,
    failed: Attempt[Any] | None = None,
    *,
    hint: str | None = None,
) -> Diagnostic:
    """An error that names the plugin; `failed` adds the exception and its place."""
    why = f": {failed.error}" if failed and failed.error else ""
    place = f"raised at {failed.place}" if failed and failed.place else None
    if failed and (failed.error or "").startswith("it took longer"):
        place = f"stopped at {failed.place}" if failed.place else None
        hint = hint or "MESO_PLUGIN_TIMEOUT is how many seconds a plugin has"
    return Diagnostic(
        code=code,
        message=f"plugin {entry_point.title} {what}{why}",
        hints=tuple(each for each in (hint, place) if each),
    )


def a_or_an(made: object) -> str:
    """What a plugin gave, by its type: `a str`, `an int`."""
    kind = type(made).__name__
    return f"{'an' if kind[:1].lower() in 'aeiou' else 'a'} {kind}"


def note_printing(notes: Diagnostics, entry_point: EntryPoint, done: Attempt[Any]) -> None:
    """A warning if the plugin printed: standard output is not its own."""
    if done.printed:
        message = f"plugin {entry_point.title} printed on standard output; it was held back"
        hint = "take the print out; what people must know goes into Rendered(…, warnings=(…,))"
        notes.add(Diagnostic(code="W630", message=message, severity="warning", hints=(hint,)))
