"""From file names to programmes: what `build`, `show` and `why` begin with."""

from __future__ import annotations

import os
from collections.abc import Iterable

import msgspec

from mesocycle.cli.terminal import Terminal
from mesocycle.diagnostics import Outcome
from mesocycle.loading import STDIN, owner_of, read_diary
from mesocycle.loading.planned import Planned, When, read_plan
from mesocycle.programme import Programme
from mesocycle.source import Source


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
