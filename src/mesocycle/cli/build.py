"""`meso build PLAN`: a programme for each diary, as files in every wanted format."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date

import click

from mesocycle.bundled import BY_DEFAULT
from mesocycle.cli import options
from mesocycle.cli.builder import Builder, Request
from mesocycle.cli.command import Command
from mesocycle.cli.compiling import files_in, twice_stdin
from mesocycle.cli.completion import complete_option, complete_outputs
from mesocycle.cli.making import Wishes, read_options, read_time
from mesocycle.cli.terminal import Terminal, exit_code
from mesocycle.cli.text import safe
from mesocycle.loading import STDIN
from mesocycle.loading.planned import When
from mesocycle.saving.writing import Written


@click.command("build", cls=Command)
@options.plan_argument
@click.option(
    "--diary",
    "diaries",
    multiple=True,
    metavar="FILE",
    help="An athlete's diary, or a folder of them; a programme is built for each.",
)
@click.option(
    "--to",
    default=(",".join(BY_DEFAULT),),
    multiple=True,
    show_default=True,
    metavar="NAME,...",
    shell_complete=complete_outputs,
    help="The outputs to make; `meso plugins` lists them.",
)
@click.option(
    "-o",
    "folder",
    default="build",
    show_default=True,
    metavar="DIR",
    help="Where to write; - is standard output, for one file.",
)
@options.start_option
@options.as_of_option
@click.option(
    "--option",
    "settings",
    multiple=True,
    metavar="OUTPUT.NAME=VALUE",
    shell_complete=complete_option,
    help="Set something about an output, as in ical.alarm=30min.",
)
@click.option("--strict", is_flag=True, help="Write nothing unless everything succeeded.")
@click.option(
    "--build-time",
    metavar="TIME",
    help="The time to stamp changed events with, as in 2026-12-07T08:00Z; by default "
    "SOURCE_DATE_EPOCH, else the day compiled for.",
)
@options.report_format_option
@click.pass_context
def command(
    ctx: click.Context,
    plan: str,
    diaries: tuple[str, ...],
    to: tuple[str, ...],
    folder: str,
    start: date | None,
    as_of: date | None,
    settings: tuple[str, ...],
    strict: bool,
    build_time: str | None,
    form: str,
) -> None:
    """Build the programme's files: a calendar, a sheet and JSON unless --to names others.

    Nothing is written of a programme that has mistakes. A file that would be the same is
    left alone.
    """
    diary_paths = files_in(diaries, ".diary")
    outputs = [name.strip() for each in to for name in each.split(",") if name.strip()]
    _refuse_nonsense(plan, diaries, diary_paths, outputs, folder)
    request = Request(
        plan=plan,
        diaries=diary_paths,
        when=When(start, as_of),
        wishes=Wishes(outputs, read_options(settings), read_time(build_time)),
        folder=None if folder == STDIN else folder,
        strict=strict,
    )
    terminal = ctx.ensure_object(Terminal)
    builder = Builder(request)
    if request.folder is None:
        sys.stdout.buffer.write(builder.content())
    for file in builder.write():
        _tell(terminal, file)
    for name in builder.libraries:
        terminal.detail(f"used library {name}")
    terminal.report(builder.diagnostics, form)
    ctx.exit(exit_code(builder.diagnostics))


def _refuse_nonsense(
    plan: str, diaries: Sequence[str], paths: Sequence[str], outputs: Sequence[str], folder: str
) -> None:
    """What no file can mend.

    Raises:
        click.UsageError: the request makes no sense.
    """
    if diaries and not paths:
        raise click.UsageError(f"there is no diary in {safe(diaries[0])}")
    if not outputs:
        raise click.UsageError("--to names no output")
    if twice_stdin(plan, *paths):
        raise click.UsageError("only one of the files can be standard input")
    if folder == STDIN and (len(outputs) != 1 or len(paths) > 1):
        raise click.UsageError("standard output takes one file: name one output, and one diary")


def _tell(terminal: Terminal, file: Written) -> None:
    if not terminal.quiet:
        size = f"{file.size / 1000:.1f} kB"
        terminal.say(f"{safe(file.path)}  {size}{'' if file.changed else '  unchanged'}")
