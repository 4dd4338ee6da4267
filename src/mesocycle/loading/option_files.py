"""Files that options name, read for the outputs, which open none themselves.

`--option` names any file, from the working folder. What a plan or a `mesocycle.toml` names lies
beside it or below, and nowhere else: a plan from somebody else must not put a private file of
the reader's into what is built, and perhaps published.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from mesocycle.diagnostics import Diagnostic, Outcome
from mesocycle.loading.below import Below, Improper
from mesocycle.loading.files import STDIN, read
from mesocycle.loading.settings import FILE, places

if TYPE_CHECKING:
    from mesocycle.output.options import Setting
    from mesocycle.output.registry import Registry

Options = Mapping[str, Mapping[str, str]]

_IN_PLANS = Below(text="plan", what="file", suffix="")
_IN_TOML = Below(text=FILE, what="file", suffix="")


class Given(NamedTuple):
    """What is set about outputs, by a command line and otherwise, files by their contents."""

    options: Options
    settings: tuple[Setting, ...]


def read_files(
    registry: Registry, options: Options, settings: Sequence[Setting], plan: str
) -> Outcome[Given]:
    """`options` and `settings` for the plan at `plan`, each name of a file by what is in it.

    A file that cannot be had is E700 to E709; one that must not be named there is E624.
    """
    files = _file_options(registry)
    wrong: list[Diagnostic] = []
    opened = {
        output: {
            name: _text(value, wrong) if (output, name) in files else value
            for name, value in those.items()
        }
        for output, those in options.items()
    }
    said = [
        replace(each, value=_set_text(each, plan, wrong))
        if (each.output, each.name) in files and isinstance(each.value, str)
        else each
        for each in settings
    ]
    return Outcome(None if wrong else Given(opened, tuple(said)), tuple(wrong))


def _file_options(registry: Registry) -> set[tuple[str, str]]:
    return {
        (offer.name, option.name)
        for offer in registry.outputs.values()
        for option in offer.options
        if option.type == "file"
    }


def _set_text(setting: Setting, plan: str, wrong: list[Diagnostic]) -> str:
    """What is in the file that a plan or a `mesocycle.toml` names."""
    written = str(setting.value)
    if not written:
        return ""
    kind, folder = (_IN_TOML, _folder_of_toml(plan)) if setting.place else (_IN_PLANS, None)
    if folder is None:
        folder = os.getcwd() if plan == STDIN else os.path.dirname(os.path.abspath(plan))
    try:
        return _text(kind.find(folder, written), wrong)
    except Improper as reason:
        where = f"{setting.place}: " if setting.place else ""
        message = f"{where}{setting.output}.{setting.name} cannot be {written!r:.60}: {reason}"
        hint = f"or name it yourself: --option {setting.output}.{setting.name}=FILE"
        wrong.append(Diagnostic(code="E624", message=message, span=setting.span, hints=(hint,)))
        return ""


def _folder_of_toml(plan: str) -> str | None:
    return next((os.path.dirname(each) for each in places(plan) if os.path.lexists(each)), None)


def _text(path: str, wrong: list[Diagnostic]) -> str:
    """What is in a file; nothing of none."""
    if not path:
        return ""
    found = read(path, regular=path != STDIN)
    wrong.extend(found.diagnostics)
    return found.value.text if found.value is not None else ""
