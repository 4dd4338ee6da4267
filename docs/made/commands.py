"""The commands, from click."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc

import click

from docs.made.table import table, title
from mesocycle.cli import meso
from mesocycle.cli.page import COMMANDS


def lines() -> Iterator[str]:
    """Every command with its arguments and options."""
    yield from title("Commands", "`src/mesocycle/cli`")
    yield "`meso` alone prints a page with all of them; `meso COMMAND --help` what is below."
    yield ""
    context = click.Context(meso, info_name="meso")
    for name in COMMANDS:
        command = meso.get_command(context, name)
        assert command is not None
        yield from _command(command, f"meso {name}", 2)
        if isinstance(command, click.Group):
            for below in sorted(command.list_commands(context)):
                found = command.get_command(context, below)
                assert found is not None
                yield from _command(found, f"meso {name} {below}", 3)
    yield "## Everywhere"
    yield ""
    yield from _options(meso)
    yield "## What the shell is told"
    yield ""
    yield from table(
        ("exit", "means"),
        (
            ("0", "fine; warnings alone are fine too"),
            ("1", "mistakes in a plan, a library or a diary"),
            ("2", "the command was used wrongly"),
            ("3", "a plugin failed; the other outputs were written"),
            ("4", "a file could not be read or written"),
        ),
    )


def _command(command: click.Command, name: str, depth: int) -> Iterator[str]:
    arguments = [p.metavar or p.human_readable_name for p in command.params if _is_argument(p)]
    yield f"{'#' * depth} {name}"
    yield ""
    yield f"`{' '.join([name, *arguments])}`"
    yield ""
    yield from cleandoc((command.help or "").replace("\b\n", "")).splitlines()
    yield ""
    yield from _options(command)


def _is_argument(parameter: click.Parameter) -> bool:
    return isinstance(parameter, click.Argument)


def _options(command: click.Command) -> Iterator[str]:
    options = [p for p in command.params if isinstance(p, click.Option) and not p.hidden]
    rows = [(f"`{_spelt(option)}`", " ".join((option.help or "").split())) for option in options]
    if rows:
        yield from table(("option", ""), rows)


def _spelt(option: click.Option) -> str:
    names = ", ".join(option.opts)
    if option.is_flag:
        return " / ".join([names, *option.secondary_opts])
    choices = option.type.choices if isinstance(option.type, click.Choice) else ()
    return f"{names} {option.metavar or '|'.join(map(str, choices)) or option.type.name.upper()}"
