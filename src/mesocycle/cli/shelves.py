"""One library or plan, opened for a look at its exercises and pools."""

from __future__ import annotations

import sys

import click

from mesocycle.catalogue import Catalogue
from mesocycle.catalogue.libraries import catalogue_of
from mesocycle.catalogue.resolved import load
from mesocycle.cli.paint import Paint
from mesocycle.cli.terminal import Terminal, exit_code
from mesocycle.diagnostics import Outcome
from mesocycle.loading import STDIN, Folder, read
from mesocycle.source import Source
from mesocycle.syntax import parse

#: The library that is looked at unless another one is named.
DEFAULT = "runner-back"

library_option = click.option(
    "--library",
    default=DEFAULT,
    show_default=True,
    metavar="L",
    help="A bundled or installed library by name, or a .plan file.",
)


def opened(ctx: click.Context, library: str) -> tuple[Catalogue, Paint]:
    """The library's catalogue; a library with mistakes is reported, and that is the end."""
    terminal = ctx.ensure_object(Terminal)
    found = catalogue(library)
    terminal.report(found.diagnostics)
    if found.value is None or not found.ok:
        ctx.exit(exit_code(found.diagnostics))
    return found.value, Paint(terminal.coloured(sys.stdout))


def catalogue(library: str) -> Outcome[Catalogue]:
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
