"""`meso catalogue list`: the exercises of a library; or which libraries there are."""

from __future__ import annotations

import click

from mesocycle.cli.command import Command
from mesocycle.cli.shelves import library_option, opened
from mesocycle.cli.terminal import Terminal, exit_code
from mesocycle.cli.text import safe


@click.command("list", cls=Command)
@library_option
@click.option("--libraries", is_flag=True, help="List the libraries instead that a plan can use.")
@click.pass_context
def command(ctx: click.Context, library: str, libraries: bool) -> None:
    """List every exercise: its name, kind, sides and usual dose; then the pools."""
    if libraries:
        _list_libraries(ctx)
        return
    from mesocycle.cli.exercises import table

    catalogue, paint = opened(ctx, library)
    ctx.ensure_object(Terminal).say("\n".join(table(catalogue, paint)))


def _list_libraries(ctx: click.Context) -> None:
    """The libraries by name, and whose they are; what is wrong with one is told behind them."""
    from mesocycle.loading.installed import installed_libraries
    from mesocycle.loading.libraries import bundled_libraries

    terminal = ctx.ensure_object(Terminal)
    ours = dict.fromkeys(bundled_libraries(), "mesocycle")
    installed = installed_libraries()
    rows = ours | {name: title for name, title in installed.titles.items() if name not in ours}
    width = max(map(len, rows))
    for name, title in rows.items():
        terminal.say(f"{safe(name):<{width}}  {safe(title)}")
    terminal.report(installed.faults)
    ctx.exit(exit_code(installed.faults))
