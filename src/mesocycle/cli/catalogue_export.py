"""`meso catalogue export [LIBRARY]`: all that a library or a plan knows, for other programs."""

from __future__ import annotations

import os

import click

from mesocycle.cli.command import Command
from mesocycle.cli.diaries import not_written
from mesocycle.cli.shelves import DEFAULT, opened
from mesocycle.cli.terminal import Terminal, exit_code
from mesocycle.cli.text import safe
from mesocycle.loading import shown_name
from mesocycle.saving.writing import FolderBusy, locked, write_all


@click.command("export", cls=Command)
@click.argument("library", metavar="[LIBRARY|PLAN]", default=DEFAULT)
@click.option(
    "--json",
    is_flag=True,
    expose_value=False,
    help="As JSON: the only format, and what it is anyway.",
)
@click.option("--schema", is_flag=True, help="The JSON Schema of what is exported, instead.")
@click.option("-o", "--output", "target", metavar="FILE", help="Write to FILE; else it is printed.")
@click.pass_context
def command(ctx: click.Context, library: str, schema: bool, target: str | None) -> None:
    """Export the exercises and pools of a library, or all that a plan can name.

    LIBRARY is the name of a bundled or installed one, or a .plan file; runner-back unless named.
    """
    from mesocycle.catalogue.exported import catalogue_schema, dump

    data = catalogue_schema() if schema else dump(opened(ctx, library)[0])
    terminal = ctx.ensure_object(Terminal)
    if target is None:
        terminal.say(data.decode(), nl=False)
        return
    folder, file = os.path.split(os.path.realpath(target))
    try:
        with locked(folder):
            write_all(folder, {file: data})
    except (FolderBusy, OSError) as error:
        found = (not_written(target, error),)
        terminal.report(found)
        ctx.exit(exit_code(found))
    terminal.remark(f"wrote {safe(shown_name(target))}")
