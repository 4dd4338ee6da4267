"""`meso check PLAN... [DIARY...]`: every mistake, nothing written."""

from __future__ import annotations

import click

from mesocycle.cli import options
from mesocycle.cli.checking import Checks
from mesocycle.cli.command import Command
from mesocycle.cli.compiling import files_in, twice_stdin
from mesocycle.cli.terminal import Terminal, exit_code
from mesocycle.cli.text import safe


@click.command("check", cls=Command)
@click.argument("files", nargs=-1, required=True, metavar="PLAN... [DIARY...]")
@options.report_format_option
@click.pass_context
def command(ctx: click.Context, files: tuple[str, ...], form: str) -> None:
    """Report every mistake in plans, libraries and diaries; write nothing.

    A folder stands for the plans and diaries in it. A diary is checked against the plan that
    it follows; without one only the form of its entries is. Exit 1 if there are mistakes.
    """
    paths = files_in(files, ".plan", ".diary")
    if not paths:
        raise click.UsageError(f"there is no plan and no diary in {safe(files[0])}")
    if twice_stdin(*files):
        raise click.UsageError("standard input can be read only once")
    terminal = ctx.ensure_object(Terminal)
    checks = Checks(paths)
    diagnostics = checks.run()
    for name in checks.libraries:
        terminal.detail(f"used library {name}")
    terminal.report(diagnostics, form, err=False)
    if not diagnostics and form == "text" and not terminal.quiet:
        terminal.say(f"no mistakes in {len(paths)} file{'s' if len(paths) > 1 else ''}")
    ctx.exit(exit_code(diagnostics))
