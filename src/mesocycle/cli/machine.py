"""Reports for programs: JSON that is plain ASCII wherever a terminal could be steered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from mesocycle.diagnostics import Diagnostic, Fix
from mesocycle.source import Span

# JSON allows these raw; a terminal that shows the JSON would obey them.
_STEERING = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def to_json(value: Any) -> str:
    """`value` (structs, lists, dicts) as indented JSON, safe to show on a terminal."""
    text = msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
    return _STEERING.sub(lambda m: f"\\u{ord(m[0]):04x}", text) + "\n"


def diagnostics_json(diagnostics: Sequence[Diagnostic]) -> str:
    """A list with an object for each diagnostic.

    Lines and columns count from 1; `end_column` is the column after the last character.
    The offsets of fixes count characters from 0 in the file as loaded (`\\n` line ends).
    """
    return to_json([_entry(d) for d in diagnostics])


def _entry(d: Diagnostic) -> dict[str, Any]:
    return {
        "code": d.code,
        "severity": d.severity,
        "message": d.message,
        **_place(d.span),
        "label": d.label,
        "labels": [{**_place(label.span), "text": label.text} for label in d.labels],
        "hints": list(d.hints),
        "fixes": [_fix(fix) for fix in d.fixes],
    }


def _place(span: Span | None) -> dict[str, Any]:
    if span is None:
        return dict.fromkeys(("file", "line", "column", "end_line", "end_column"))
    first, last = span.source.position(span.start), span.source.position(span.end)
    return {
        "file": span.source.name,
        "line": first.line,
        "column": first.column,
        "end_line": last.line,
        "end_column": last.column,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return {
        "title": fix.title,
        "file": fix.span.source.name,
        "start": fix.span.start,
        "end": fix.span.end,
        "text": fix.text,
    }
