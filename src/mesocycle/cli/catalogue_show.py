"""`meso catalogue show NAME`: one exercise or pool of a library."""

from __future__ import annotations

import click

from mesocycle.cli.command import Command
from mesocycle.cli.shelves import library_option, opened
from mesocycle.cli.terminal import Terminal


@click.command("show", cls=Command)
@click.argument("name")
@library_option
@click.pass_context
def command(ctx: click.Context, name: str, library: str) -> None:
    """Show all that a library says of an exercise, or what is in a pool.

    NAME may be an alias or `mod. NAME`.
    """
    from mesocycle.cli.exercises import page, rungs

    catalogue, paint = opened(ctx, library)
    found, pool = catalogue.find(name), catalogue.pool(name)
    if found is not None:
        lines = page(found, catalogue, paint)
    elif pool is not None:
        lines = rungs(pool, catalogue, paint)
    else:
        near = catalogue.suggest(name) or catalogue.suggest_pool(name)
        meant = f"; did you mean {near}?" if near else "; `meso catalogue list` lists them"
        raise click.UsageError(f"there is no exercise and no pool {name!r} in {library}{meant}")
    ctx.ensure_object(Terminal).say("\n".join(lines))
