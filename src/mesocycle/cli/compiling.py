"""From file names to programmes: what `build`, `show` and `why` begin with."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date

import msgspec

from mesocycle import compile_plan, parse
from mesocycle.catalogue import Catalogue
from mesocycle.catalogue.libraries import catalogue_of
from mesocycle.cli.terminal import Terminal
from mesocycle.diagnostics import Outcome
from mesocycle.loading import STDIN, Folder, owner_of, read, read_diary
from mesocycle.loading.offers import PluginProgressions
from mesocycle.programme import Programme
from mesocycle.source import Source


class When(msgspec.Struct, frozen=True):
    """The days that a command was given: the plan's first, and the one to compile for.

    `known_on`: the diary is read as it was on that day.
    """

    start: date | None = None
    as_of: date | None = None
    known_on: date | None = None


class Planned(msgspec.Struct, frozen=True):
    """A plan as it was read, and who brings its libraries."""

    source: Source
    libraries: Folder

    def compile(self, diary: Source | None, when: When) -> Outcome[Programme]:
        """The programme for one athlete, or for nobody in particular."""
        return compile_plan(
            self.source,
            self.libraries,
            diary,
            starts=when.start,
            as_of=when.as_of,
            known_on=when.known_on,
            offers=PluginProgressions(),
        )

    def catalogue(self) -> Catalogue:
        """Every exercise that the plan may name, as far as it could be read."""
        parsed = parse(self.source).value
        found = catalogue_of(parsed, self.libraries).value if parsed is not None else None
        return found or Catalogue()


def read_plan(path: str) -> Outcome[Planned]:
    """The plan in a file."""
    found = read(path)
    if found.value is None:
        return Outcome(None, found.diagnostics)
    return Outcome(Planned(found.value, Folder(path)), found.diagnostics)


class Compiled(msgspec.Struct, frozen=True):
    """A programme, and the plan that it was made from."""

    programme: Programme
    planned: Planned


def compile_files(
    terminal: Terminal, plan_path: str, diary_path: str | None, when: When
) -> Outcome[Compiled]:
    """The programme of one plan and at most one diary; used libraries are told with -v."""
    planned = read_plan(plan_path)
    diary = Outcome[Source](None) if diary_path is None else read_diary(diary_path)
    unread = (*planned.diagnostics, *diary.diagnostics)
    if planned.value is None or unread:
        return Outcome(None, unread)
    compiled = planned.value.compile(diary.value, when)
    for name in planned.value.libraries.used:
        terminal.detail(f"used library {name}")
    # Beside a programme, errors are a plugin's: there is none of a plan with mistakes.
    programme = compiled.value
    value = Compiled(programme, planned.value) if programme is not None else None
    return Outcome(value, compiled.diagnostics)


def athlete_of(diary: Source) -> str | None:
    """The athlete's name, if the diary gives one."""
    from mesocycle.syntax import parse_diary
    from mesocycle.syntax.diary_nodes import AthleteHead

    parsed = parse_diary(diary).value
    heads = (statement.head.node for statement in parsed.statements) if parsed else ()
    return next((head.name.text for head in heads if isinstance(head, AthleteHead)), None)


def files_in(paths: Iterable[str], *suffixes: str) -> list[str]:
    """`paths`, each folder among them replaced by the files in it that end in `suffixes`.

    A file that a diary includes stands for that diary.
    """
    found: list[str] = []
    for path in paths:
        if path != STDIN and os.path.isdir(path):
            names = sorted(n for n in os.listdir(path) if n.endswith(suffixes))
            found += [os.path.join(path, name) for name in names]
        else:
            found.append(path)
    once: dict[str, str] = {}
    for path in found:
        whole = owner_of(path) if path.endswith(".diary") else path
        once.setdefault(os.path.realpath(whole), whole)
    return list(once.values())


def twice_stdin(*paths: str | None) -> bool:
    """Whether two of these want to read standard input, which can be read once."""
    return paths.count(STDIN) > 1
