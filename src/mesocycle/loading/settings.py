"""What is set about outputs where no command line says it: in a plan's header, and in files.

A `mesocycle.toml` lies beside the plan, or above it, up to the root of its repository:

    [output.ical]
    alarm = "30min"

    [plugins]
    allow = ["coach-agenda"]

The nearest one counts. It is found from the plan's folder, never from the working folder, and
there is nothing in it that would run code.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from mesocycle.diagnostics import Diagnostic, Outcome
from mesocycle.loading.files import STDIN, read, shown_name
from mesocycle.source import Source

if TYPE_CHECKING:
    from mesocycle.output.options import Setting

FILE = "mesocycle.toml"
_REPOSITORY = (".git", ".hg", ".jj", ".svn")


class Configuration(msgspec.Struct, frozen=True):
    """What a `mesocycle.toml` says."""

    settings: tuple[Setting, ...] = ()
    allow: tuple[str, ...] | None = None


def has_settings(path: str, plan: Source) -> bool:
    """Whether anything may be set for the plan at `path`; most plans set nothing."""
    return "output" in plan.text or any(map(os.path.lexists, places(path)))


def settings_of(path: str, plan: Source) -> Outcome[tuple[Setting, ...]]:
    """What is set about outputs for the plan at `path`: the file first, then its header.

    What is wrong with the file is E627; whether there are such outputs and options is for
    those who know them.
    """
    file = configuration(path)
    settings = file.value.settings if file.value is not None else ()
    return Outcome((*settings, *_header(plan)), file.diagnostics)


def allowed_near(path: str) -> tuple[str, ...] | None:
    """The plugins that may be used for the plan at `path`; None is all of them.

    A file that cannot be understood allows nobody: its list may be the part that is wrong.
    """
    file = configuration(path)
    return file.value.allow if file.value is not None else ()


def configuration(path: str) -> Outcome[Configuration]:
    """What the `mesocycle.toml` of the plan at `path` says; nothing, if there is none."""
    found = next((each for each in places(path) if os.path.lexists(each)), None)
    if found is None:
        return Outcome(Configuration())
    text = read(found, regular=True)
    if text.value is None:
        return Outcome(None, text.diagnostics)
    import tomllib  # most plans have no such file

    name = shown_name(found)
    try:
        content = tomllib.loads(text.value.text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        message = f"{name} cannot be understood: {error}"
        return Outcome(None, (Diagnostic(code="E627", message=message),))
    wrong: list[Diagnostic] = []
    settings = tuple(_settings(content, name, wrong))
    allow = _allow(content, name, wrong)
    return Outcome(None if wrong else Configuration(settings, allow), tuple(wrong))


def places(path: str) -> tuple[str, ...]:
    """Where the file may lie, the nearest place first: beside the plan, and in the repository."""
    folder = os.getcwd() if path == STDIN else os.path.dirname(os.path.abspath(path))
    above = [folder]
    while not _is_root(above[-1]):
        parent = os.path.dirname(above[-1])
        if parent == above[-1]:  # there is no repository: what lies above is somebody else's
            above = above[:1]
            break
        above.append(parent)
    return tuple(os.path.join(each, FILE) for each in above)


def _is_root(folder: str) -> bool:
    return any(os.path.lexists(os.path.join(folder, each)) for each in _REPOSITORY)


def _settings(content: dict[str, object], name: str, wrong: list[Diagnostic]) -> Iterator[Setting]:
    from mesocycle.output.options import Setting

    for key in content:
        if key not in ("output", "plugins"):
            told = f"{name} has no use for {key!r:.60}"
            wrong.append(_mistake(told, "its tables are [output.NAME] and [plugins]"))
    outputs = _table(content.get("output", {}), f"{name}, output", wrong)
    for output, options in outputs.items():
        place = f"{name}, [output.{output}]"
        for option, value in _table(options, place, wrong).items():
            if isinstance(value, str | int):
                yield Setting(output, option, value, place=place)
            else:
                told = f"{place}: {option} is no text, number, true or false"
                wrong.append(_mistake(told, f'write it as on the command line: {option} = "30min"'))


def _allow(
    content: dict[str, object], name: str, wrong: list[Diagnostic]
) -> tuple[str, ...] | None:
    plugins = _table(content.get("plugins", {}), f"{name}, plugins", wrong)
    useless = (f"{name}, [plugins] has no use for {key!r:.60}" for key in plugins if key != "allow")
    wrong.extend(_mistake(each, "it has one key: allow = [...]") for each in useless)
    listed = plugins.get("allow")
    if listed is None:
        return None
    if isinstance(listed, list) and all(isinstance(each, str) for each in listed):
        return tuple(listed)
    told = f"{name}, [plugins]: allow is no list of names"
    wrong.append(_mistake(told, 'name plugins or distributions: allow = ["coach-agenda"]'))
    return ()


def _table(found: object, place: str, wrong: list[Diagnostic]) -> dict[str, object]:
    if isinstance(found, dict):
        return found
    wrong.append(_mistake(f"{place} is no table", 'a table has lines such as: alarm = "30min"'))
    return {}


def _mistake(message: str, hint: str) -> Diagnostic:
    return Diagnostic(code="E627", message=message, hints=(hint,))


def _header(plan: Source) -> Iterator[Setting]:
    """The `output` lines of a plan, with their places."""
    from mesocycle import parse
    from mesocycle.output.options import Setting
    from mesocycle.syntax.nodes import OutputHead, OutputOption, PlanHead

    if "output" not in plan.text:
        return
    file = parse(plan).value
    for statement in file.statements if file else ():
        lines = statement.children if isinstance(statement.head.node, PlanHead) else ()
        for line in lines:
            head = line.head.node
            if not isinstance(head, OutputHead):
                continue
            given = [(line.head, head.first)] if head.first else []
            given += [(p, p.node) for p in line.clauses if isinstance(p.node, OutputOption)]
            for piece, option in given:
                span = piece.at(option.name)
                yield Setting(head.name.text, option.name.text, option.value.text, span)
