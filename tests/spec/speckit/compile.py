"""Compiles a spec case: fills in what it leaves unsaid, and remembers what it put where."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from pathlib import Path

import msgspec

import mesocycle
from mesocycle.catalogue import Catalogue
from mesocycle.catalogue.libraries import catalogue_of
from mesocycle.catalogue.resolved import Library
from mesocycle.diagnostics import Diagnostic, Outcome
from mesocycle.programme import Programme
from mesocycle.source import Bound, Source
from tests.spec.speckit.case import Block, Case

_INCLUDED = re.compile(r'^include +"([^"\n]*)"', re.MULTILINE)

_BUNDLED = Path(__file__).resolve().parents[3] / "plans" / "library"

#: Put in front of a plan that has no `plan` line. 2026-12-07 is a Monday.
_HEADER = ("starts 2026-12-07", "lasts 2 weeks", "timezone Europe/Berlin", "use runner-back")
_SESSION = 'session "Strength" on mon, wed, fri at 07:00'
#: The session of a case that shows nothing but a diary or a library.
_ITEMS = ("pick 4 from strength where painfree and slow and form good; 3x8-12; progress reps",)


class Text(msgspec.Struct, frozen=True):
    """A source made of a block: `above` lines were put before it, `indent` columns beside it."""

    name: str
    source: Source
    above: int = 0
    indent: int = 0


class Compiled(msgspec.Struct, frozen=True):
    """What came of a case, and the texts it was made of, the one the case is about first.

    `catalogue` is what the plan may name; it is read when it is asked for.
    """

    outcome: Outcome[Programme]
    catalogue: Callable[[], Catalogue]
    texts: tuple[Text, ...]

    @property
    def programme(self) -> Programme:
        """What was made; a case that expects something of it has been accepted before."""
        return self.outcome.unwrap()

    def place(self, diagnostic: Diagnostic) -> tuple[str, int, int]:
        """Text name, line and column of a diagnostic, as the case counts them (from 1)."""
        span = diagnostic.span
        if span is None:
            return ("nowhere", 0, 0)
        line, column = span.source.position(span.start)
        for text in self.texts:
            if span.source.name == text.source.name:  # a template's lines are copies
                return (text.name, line - text.above, column - text.indent)
        return (span.source.name, line, column)

    def exercise(self, name: str) -> str | None:
        """The id of the exercise of that name."""
        found = self.catalogue().find(name)
        return found.id if found else None

    def because(self, file: str, line: int) -> str:
        """`diary:3`: a line that decided, as the case counts it."""
        for text in self.texts:
            if text.source.name == file:
                return f"{text.name}:{line - text.above}"
        return f"{file}:{line}"


def compile_case(case: Case) -> Compiled:
    """Run the whole compiler on a case's texts."""
    plans, diaries = case.find("plan", "session"), case.find("diary")
    settings = _settings(plans[0].words if plans else "")
    parts = {block.words: block for block in diaries if block.words}
    whole = next((block for block in diaries if not block.words), None)
    written = _bound(_diary(whole), parts) if whole else []
    diary = written[0] if written else None
    libraries = {block.words: _whole(block.words, block) for block in case.find("library")}
    plan = _plan(plans[0] if plans else None, settings, libraries)

    def library(name: str, is_path: bool) -> Source | str:
        if name in libraries:
            return libraries[name].source
        known = None if is_path or not re.fullmatch(r"[a-z0-9-]+", name) else _bundled(name)
        return known or "there is no such library"

    outcome = mesocycle.compile_plan(
        plan.source,
        library,
        diary.source if diary else None,
        starts=_date(settings, "from"),
        as_of=_date(settings, "as"),
    )

    @cache
    def catalogue() -> Catalogue:
        file = mesocycle.parse(plan.source).value
        return (catalogue_of(file, library).value if file else None) or Catalogue()

    given = [plan, *written, *libraries.values()]
    return Compiled(outcome, catalogue, tuple(given if plans else [*given[1:], plan]))


@cache
def _bundled(name: str) -> Source | None:
    """A library that ships, as it ships: with what was once read of it."""
    file, resolved = _BUNDLED / f"{name}.plan", _BUNDLED / f"{name}.json"
    if not file.is_file():
        return None
    ready = resolved.read_bytes() if resolved.is_file() else b""
    return Library(f"{name}.plan", file.read_text("utf-8"), ready)


def _settings(words: str) -> dict[str, str]:
    """The info words of a plan: header lines between semicolons, by their first word."""
    pieces = (piece.strip() for piece in words.split(";"))
    return {piece.split()[0]: piece for piece in pieces if piece}


def _date(settings: dict[str, str], key: str) -> date | None:
    return date.fromisoformat(settings[key].split()[-1]) if key in settings else None


def _plan(block: Block | None, settings: dict[str, str], libraries: Iterable[str]) -> Text:
    if block and re.search(r"^plan\b", block.text, re.MULTILINE):
        return _whole("plan", block)
    header = {line.split()[0]: line for line in _HEADER}
    header |= {key: line for key, line in settings.items() if key not in ("as", "from")}
    above = ['plan "Spec"', *(f"  {line}" for line in header.values())]
    if not block:
        above += (f"  use {name}" for name in libraries)
    if block and block.kind == "plan":
        return Text("plan", Source("spec.plan", _lines(above) + block.text), len(above))
    items = (f"  {line}" if line else "" for line in (block.lines if block else _ITEMS))
    above.append(_SESSION)
    return Text("plan", Source("spec.plan", _lines(above) + _lines(items)), len(above), 2)


def _diary(block: Block) -> Text:
    if re.search(r"^athlete\b", block.text, re.MULTILINE):
        return _whole("diary", block)
    return Text("diary", Source("spec.diary", 'athlete "Ana"\n' + block.text), 1)


def _bound(diary: Text, parts: dict[str, Block]) -> list[Text]:
    """The diary with the named ones that it includes, each in a file of its name."""
    if not parts:
        return [diary]
    texts = {name: Bound(name, block.text, name) for name, block in parts.items()}
    main = Bound(diary.source.name, diary.source.text)
    for name, source in (("", main), *texts.items()):
        for written in _INCLUDED.findall(source.text):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(name), written))
            source.included[written] = texts.get(path, "there is no such file")
    whole = Text(diary.name, main, diary.above, diary.indent)
    return [whole, *(Text(name, source) for name, source in texts.items())]


def _whole(name: str, block: Block) -> Text:
    suffix = "diary" if name == "diary" else "plan"
    return Text(name, Source(f"{name}.{suffix}", block.text))


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
