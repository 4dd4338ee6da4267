"""The commands of installed plugins: looked for when the name is none of ours, and by the page."""

from __future__ import annotations

import copy
import re
from functools import partial
from typing import Any

import click
import msgspec

from mesocycle.cli.terminal import PLUGIN_FAILED, Terminal
from mesocycle.cli.text import safe
from mesocycle.diagnostics import Diagnostic, Diagnostics
from mesocycle.loading.plugins import plugins
from mesocycle.output.entry_points import EntryPoint
from mesocycle.output.faults import a_or_an, fault
from mesocycle.output.isolation import attempt

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LONGEST = 40


class Stranger(msgspec.Struct, frozen=True):
    """A command that was accepted, and the plugin that it is from."""

    name: str
    title: str
    summary: str
    command: click.Command


def strangers() -> tuple[dict[str, Stranger], tuple[Diagnostic, ...]]:
    """Every command of plugins by name, beside what is wrong with plugins."""
    notes = Diagnostics()
    found = plugins().all("mesocycle_commands", read_command, notes)
    return found, notes.sorted()


def read_command(offered: object, entry_point: EntryPoint) -> Stranger | str:
    """A command as it was offered, or in words what keeps it from being one."""
    if not isinstance(offered, click.Command):
        return f"{a_or_an(offered)}, where a click command is wanted"
    name: object = offered.name
    if not (isinstance(name, str) and len(name) <= _LONGEST and _NAME.fullmatch(name)):
        return f"a command has the name {name!r:.60}"
    from mesocycle.cli.page import COMMANDS  # the page asks this module, too

    if name in (*COMMANDS, "help"):
        return f"meso has a command {name} of its own"
    summary = safe(" ".join(offered.get_short_help_str(_LONGEST).split()))
    return Stranger(name, entry_point.title, summary, _contained(offered, entry_point))


def _contained(command: click.Command, entry_point: EntryPoint) -> click.Command:
    """The command; if it fails, its plugin is named, and nothing of mesocycle's is blamed."""

    def invoke(ctx: click.Context) -> Any:
        try:
            return command.invoke(ctx)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except Exception as error:
            terminal = ctx.ensure_object(Terminal)
            if terminal.debug:
                raise
            failed = attempt(partial(_raise, error), own=entry_point.owns)
            told = f"failed in its command {command.name}"
            terminal.report([fault("E615", entry_point, told, failed)])
            ctx.exit(PLUGIN_FAILED)

    contained = copy.copy(command)
    vars(contained)["invoke"] = invoke
    return contained


def _raise(error: Exception) -> None:
    raise error
