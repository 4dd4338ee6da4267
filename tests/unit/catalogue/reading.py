"""Catalogues from text, as a coach writes them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from textwrap import dedent

from mesocycle.catalogue import Catalogue, read
from mesocycle.diagnostics import Diagnostic, Outcome
from mesocycle.source import Source
from mesocycle.syntax import parse
from mesocycle.syntax.nodes import File

NAMES = ("one", "two", "three")
LIBRARY = Path(__file__).resolve().parents[3] / "plans" / "library" / "runner-back.plan"


def parsed(name: str, text: str) -> File:
    outcome = parse(Source(name, dedent(text)))
    assert not outcome.diagnostics, outcome.diagnostics
    assert outcome.value is not None
    return outcome.value


def layers(*texts: str, prefix: str | None = None) -> Outcome[Catalogue]:
    """What `read` makes of `one.plan`, `two.plan` …; `prefix` is that of all but the last."""
    files = [parsed(f"{name}.plan", text) for name, text in zip(NAMES, texts, strict=False)]
    return read([(file, prefix if file is not files[-1] else None) for file in files])


def catalogue(*texts: str, prefix: str | None = None) -> Catalogue:
    """The catalogue of texts without mistakes."""
    return layers(*texts, prefix=prefix).unwrap()


def mistakes(*texts: str) -> list[Diagnostic]:
    """The mistakes of the texts, in order."""
    return list(layers(*texts).diagnostics)


def places(*texts: str) -> list[str]:
    """The mistakes as `code: the words to blame`."""
    return [f"{d.code}: {d.span.text}" if d.span else d.code for d in mistakes(*texts)]


@cache
def runner_back() -> Catalogue:
    """The bundled library."""
    file = parsed("runner-back.plan", LIBRARY.read_text(encoding="utf-8"))
    return read([(file, None)]).unwrap()
