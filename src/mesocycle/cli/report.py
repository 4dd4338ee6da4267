"""Diagnostics as people read them: drawn with their source, or one a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, repeat
from textwrap import wrap

from mesocycle.cli.paint import Paint
from mesocycle.cli.snippet import Canvas, Mark, snippet
from mesocycle.cli.terminal import COLUMNS
from mesocycle.cli.text import safe
from mesocycle.diagnostics import Diagnostic
from mesocycle.source import Source


def draw(diagnostics: Sequence[Diagnostic], form: str, *, columns: int, colour: bool) -> str:
    """`diagnostics` in one of the formats `text`, `short` and `json`."""
    if form == "text":
        return as_text(diagnostics, columns=columns, colour=colour)
    return as_json(diagnostics) if form == "json" else as_short(diagnostics)


def as_text(
    diagnostics: Sequence[Diagnostic], *, columns: int = COLUMNS, colour: bool = False
) -> str:
    """Each diagnostic with its source lines, its hints and where to read more."""
    paint = Paint(colour)
    drawn = ("\n".join(_drawing(d, columns, paint)) for d in diagnostics)
    return "".join(f"{text}\n\n" for text in drawn)


def as_short(diagnostics: Sequence[Diagnostic]) -> str:
    """One line a diagnostic: `plans/back.plan:14:3: error[E203]: unknown exercise (…)`."""
    return "".join(_line(d) for d in diagnostics)


def as_json(diagnostics: Sequence[Diagnostic]) -> str:
    """A list of objects; imported only when it is asked for."""
    from mesocycle.cli.machine import diagnostics_json

    return diagnostics_json(diagnostics)


def tally(diagnostics: Iterable[Diagnostic], colour: bool = False) -> str:
    """`2 errors, 1 warning`; empty if there is nothing to count."""
    paint = Paint(colour)
    found = [d.severity for d in diagnostics]
    counts = ((found.count(s), s) for s in ("error", "warning", "note"))
    return ", ".join(paint(f"{n} {s}{'s' if n > 1 else ''}", s) for n, s in counts if n)


def _drawing(d: Diagnostic, columns: int, paint: Paint) -> list[str]:
    by_source = _marks(d)
    lines = [m.last.line for marks in by_source.values() for m in marks]
    gutter = len(str(max(lines, default=0)))
    canvas = Canvas(columns, gutter, paint)
    rows = [paint(f"{d.severity}[{d.code}]", d.severity) + paint(f": {safe(d.message)}", "strong")]
    arrows = chain(["-->"], repeat(":::"))
    for arrow, (source, marks) in zip(arrows, by_source.items(), strict=False):
        place = f"{safe(source.name)}:{marks[0].first.line}:{marks[0].first.column}"
        rows += [paint(f"{'':{gutter}}{arrow}", "gutter") + f" {place}", canvas.row()]
        rows += snippet(source, marks, canvas)
        rows.append(canvas.row())
    for word, text in _footnotes(d):
        rows += _footnote(word, text, canvas)
    return rows


def _marks(d: Diagnostic) -> dict[Source, list[Mark]]:
    """The marks of each source; the file with the mistake comes first."""
    by_source: dict[Source, list[Mark]] = {}
    if d.span is not None:
        by_source[d.span.source] = [Mark(d.span, d.label, "^", d.severity)]
    for label in d.labels:
        mark = Mark(label.span, label.text, "-", "gutter")
        by_source.setdefault(label.span.source, []).append(mark)
    return by_source


def _footnotes(d: Diagnostic) -> Iterable[tuple[str, str]]:
    yield from (("help", hint) for hint in d.hints)
    if not d.hints:
        yield from (("help", fix.title) for fix in d.fixes)
    if "/" not in d.code:  # a plugin's own
        yield "more", f"meso explain {d.code}"


def _footnote(word: str, text: str, canvas: Canvas) -> Iterable[str]:
    front = f"{'':{canvas.gutter}} = "
    body = wrap(safe(text), max(canvas.columns - len(front) - len(word) - 2, 40))
    for row, part in enumerate(body):
        if row == 0:
            head = canvas.paint(front, "gutter") + canvas.paint(f"{word}:", "strong")
            yield f"{head} {part}"
        else:
            yield " " * (len(front) + len(word) + 2) + part


def _line(d: Diagnostic) -> str:
    place = ""
    if d.span is not None:
        at = d.span.source.position(d.span.start)
        place = f"{d.span.source.name}:{at.line}:{at.column}: "
    why = f" ({d.label})" if d.label else ""
    return safe(f"{place}{d.severity}[{d.code}]: {d.message}{why}") + "\n"
