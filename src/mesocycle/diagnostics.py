"""Diagnostics are values: what is wrong, where, and what to type instead.

A stage never raises for a mistake of the user's. It returns an `Outcome`: its
product, if there is one, beside every diagnostic that it found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, Literal, TypeVar

import msgspec

from mesocycle.source import Span

Severity = Literal["error", "warning", "note"]
T = TypeVar("T")


class Label(msgspec.Struct, frozen=True):
    """A second place that matters, and why ("first defined here")."""

    span: Span
    text: str


class Fix(msgspec.Struct, frozen=True):
    """A replacement that is certainly right: put `text` in place of `span`."""

    span: Span
    text: str
    title: str


class Diagnostic(msgspec.Struct, frozen=True, kw_only=True):
    """One mistake (or doubt), ready to be drawn.

    `code` is a key of `mesocycle.codes.CODES`; `message` says what is wrong, in
    lower case; `label` says why this place; `hints` say what to type. `span` is
    None only where no text is to blame (a plugin, a missing file).
    """

    code: str
    message: str
    span: Span | None = None
    severity: Severity = "error"
    label: str = ""
    labels: tuple[Label, ...] = ()
    hints: tuple[str, ...] = ()
    fixes: tuple[Fix, ...] = ()


class Outcome(msgspec.Struct, Generic[T]):
    """What a stage made, and everything it has to say about its input.

    `value` is None exactly when the stage could make nothing; a value beside
    errors is a best effort for tools, never input for the next stage.
    """

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether a value is there and no diagnostic is an error."""
        return self.value is not None and not has_errors(self.diagnostics)

    def unwrap(self) -> T:
        """The value.

        Raises:
            ValueError: there are errors; the message lists them.
        """
        if not self.ok or self.value is None:
            found = "; ".join(f"{d.code}: {d.message}" for d in self.diagnostics)
            raise ValueError(found or "no value")
        return self.value


class Diagnostics:
    """A stage's notebook: collect while working, hand out sorted at the end."""

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def add(self, diagnostic: Diagnostic) -> None:
        """Note one diagnostic."""
        self._found.append(diagnostic)

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Note several."""
        self._found.extend(diagnostics)

    def error(
        self,
        code: str,
        message: str,
        span: Span | None,
        label: str = "",
        *,
        hint: str | Iterable[str] = (),
        fix: Fix | None = None,
        labels: Iterable[Label] = (),
        severity: Severity = "error",
    ) -> None:
        """Note a mistake at `span`; `hint` is one line or several."""
        self.add(
            Diagnostic(
                code=code,
                severity=severity,
                message=message,
                span=span,
                label=label,
                labels=tuple(labels),
                hints=(hint,) if isinstance(hint, str) else tuple(hint),
                fixes=(fix,) if fix else (),
            )
        )

    def warning(
        self,
        code: str,
        message: str,
        span: Span | None,
        label: str = "",
        *,
        hint: str | Iterable[str] = (),
        fix: Fix | None = None,
        labels: Iterable[Label] = (),
    ) -> None:
        """Note a doubt: the plan compiles, but somebody should look."""
        self.error(
            code, message, span, label, hint=hint, fix=fix, labels=labels, severity="warning"
        )

    @property
    def failed(self) -> bool:
        """Whether any of them is an error."""
        return has_errors(self._found)

    def sorted(self) -> tuple[Diagnostic, ...]:
        """All of them: by file, then place, then code; each once."""
        unique = dict.fromkeys(self._found)
        return tuple(sorted(unique, key=_order))

    def outcome(self, value: T | None) -> Outcome[T]:
        """`value` beside everything noted."""
        return Outcome(value, self.sorted())


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any diagnostic is an error."""
    return any(d.severity == "error" for d in diagnostics)


def _order(d: Diagnostic) -> tuple[str, int, int, str]:
    if d.span is None:
        return ("", -1, -1, d.code)
    return (d.span.source.name, d.span.start, d.span.end, d.code)
