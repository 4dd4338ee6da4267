"""What was found, told a few times of each: a file of ten thousand bare line ends has one fault."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from mesocycle.diagnostics import Diagnostic, Label, Severity
from mesocycle.source import Span

#: So many of one code are told with their places, the rest are counted.
MOST = 5


class Findings:
    """A notebook for checks: it keeps the first places of each code."""

    def __init__(self) -> None:
        self._found: dict[str, list[Diagnostic]] = {}
        self._counts: Counter[str] = Counter()

    def error(
        self,
        code: str,
        message: str,
        span: Span | None,
        label: str = "",
        *,
        hint: str | Iterable[str] = (),
        labels: Iterable[Label] = (),
        severity: Severity = "error",
    ) -> None:
        """Note what some program chokes on, at `span`; `label` says which, and how."""
        self._counts[code] += 1
        kept = self._found.setdefault(code, [])
        if len(kept) < MOST:
            hints = (hint,) if isinstance(hint, str) else tuple(hint)
            kept.append(
                Diagnostic(
                    code=code,
                    severity=severity,
                    message=message,
                    span=span,
                    label=label,
                    labels=tuple(labels),
                    hints=hints,
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
        labels: Iterable[Label] = (),
    ) -> None:
        """Note what some program may show otherwise than it was meant."""
        self.error(code, message, span, label, hint=hint, labels=labels, severity="warning")

    def full(self, code: str) -> bool:
        """Whether another one of this code would only be counted."""
        return len(self._found.get(code, ())) >= MOST

    def more(self, code: str, count: int) -> None:
        """Count so many more of a code that was told before."""
        self._counts[code] += count

    def told(self) -> tuple[Diagnostic, ...]:
        """All of them in the order of the file; the last of many says how many there are."""
        rows = [each for kept in self._found.values() for each in self._counted(kept)]
        return tuple(sorted(rows, key=_place))

    def _counted(self, kept: list[Diagnostic]) -> list[Diagnostic]:
        left = self._counts[kept[0].code] - len(kept)
        if not left:
            return kept
        hints = (*kept[-1].hints, f"and so in {left} more place{'s' if left > 1 else ''}")
        return [*kept[:-1], msgspec.structs.replace(kept[-1], hints=hints)]


def _place(d: Diagnostic) -> tuple[int, int, str]:
    return (-1, -1, d.code) if d.span is None else (d.span.start, d.span.end, d.code)
