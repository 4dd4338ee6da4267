"""`meso catalogue list | show NAME`: the exercises of a library."""

from __future__ import annotations

import sys

import click

from mesocycle.catalogue import Catalogue
from mesocycle.catalogue.libraries import catalogue_of
from mesocycle.catalogue.resolved import load
from mesocycle.cli.command import Command
from mesocycle.cli.paint import Paint
from mesocycle.cli.terminal import Terminal, exit_code
from mesocycle.diagnostics import Outcome
from mesocycle.loading import STDIN, Folder, read
from mesocycle.source import Source
from mesocycle.syntax import parse

_library_option = click.option(
    "--library",
    default="runner-back",
    show_default=True,
    metavar="L",
    help="A bundled library by name, or a .plan file.",
)


@click.group("catalogue")
def command() -> None:
    """Look through the exercises and pools of a library."""


@command.command("list", cls=Command)
@_library_option
@click.pass_context
def _list(ctx: click.Context, library: str) -> None:
    """List every exercise: its name, kind, sides and usual dose; then the pools."""
    from mesocycle.cli.exercises import table

    catalogue, paint = _opened(ctx, library)
    ctx.ensure_object(Terminal).say("\n".join(table(catalogue, paint)))


@command.command("show", cls=Command)
@click.argument("name")
@_library_option
@click.pass_context
def _show(ctx: click.Context, name: str, library: str) -> None:
    """Show all that a library says of an exercise, or what is in a pool.

    NAME may be an alias or `mod. NAME`.
    """
    from mesocycle.cli.exercises import page, rungs

    catalogue, paint = _opened(ctx, library)
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


def _opened(ctx: click.Context, library: str) -> tuple[Catalogue, Paint]:
    """The library's catalogue; a library with mistakes is reported, and that is the end."""
    terminal = ctx.ensure_object(Terminal)
    found = _catalogue(library)
    terminal.report(found.diagnostics)
    if found.value is None or not found.ok:
        ctx.exit(exit_code(found.diagnostics))
    return found.value, Paint(terminal.coloured(sys.stdout))


def _catalogue(library: str) -> Outcome[Catalogue]:
    """What one library brings, by its name or its file, with the libraries that it uses."""
    if library.endswith(".plan"):
        opened = read(library)
        return _read(opened.value, library) if opened.value else Outcome(None, opened.diagnostics)
    found = Folder(STDIN)(library, False)
    if isinstance(found, str):
        raise click.UsageError(f"{library}: {found}")
    ready = load(found)
    return Outcome(ready) if ready is not None else _read(found, STDIN)


def _read(source: Source, path: str) -> Outcome[Catalogue]:
    parsed = parse(source)
    if parsed.value is None:
        return Outcome(None, parsed.diagnostics)
    found = catalogue_of(parsed.value, Folder(path))
    return Outcome(found.value, parsed.diagnostics + found.diagnostics)
