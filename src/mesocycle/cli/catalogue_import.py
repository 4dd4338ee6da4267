"""`meso catalogue import FILE`: exercises of free-exercise-db or wger, as a library."""

from __future__ import annotations

import os
from collections import Counter

import click

from mesocycle.cli.command import Command
from mesocycle.cli.diaries import not_written
from mesocycle.cli.terminal import Terminal, exit_code
from mesocycle.cli.text import safe
from mesocycle.diagnostics import Diagnostic, Outcome
from mesocycle.importing.collections import COLLECTIONS, MOST_BYTES, Gathered, gather
from mesocycle.importing.libraries import MOST_TEXT, Made, is_untouched, library_of
from mesocycle.loading import STDIN, read, shown_name
from mesocycle.loading.files import read_data
from mesocycle.saving.writing import FolderBusy, locked, write_all

#: How many of those that were left out are named; all of them stand in the library.
_TOLD = 10


@click.command("import", cls=Command)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--from",
    "collection",
    type=click.Choice(list(COLLECTIONS)),
    help="Whose FILE is; by default it tells itself.",
)
@click.option(
    "-o", "--output", "target", metavar="LIBRARY.plan",
    help="The library to write; by default it is printed.",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Replace a library that was changed by hand.")
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    collection: str | None,
    target: str | None,
    force: bool,
) -> None:
    """Make a library of exercises that you downloaded.

    FILE is dist/exercises.json of free-exercise-db, or one or several pages of wger's
    exerciseinfo. Facts and credits are taken over, instructions and pictures are not. Every
    exercise is unreviewed.
    """
    if target is not None and not target.endswith(".plan"):
        raise click.UsageError(f"a library ends in .plan: -o {target.removesuffix('.json')}.plan")
    terminal = ctx.ensure_object(Terminal)
    done = _gathered(files, collection)
    diagnostics = done.diagnostics
    if done.value is not None:
        names = [os.path.basename(file) if file != STDIN else "standard input" for file in files]
        made = library_of(done.value, names)
        diagnostics += _unfit(made)
        if not diagnostics and target is not None:
            diagnostics += _write(target, made, force=force)
        _tell(terminal, done.value, made, target if not diagnostics else None)
        if not diagnostics and target is None:
            terminal.say(made.text, nl=False)
    terminal.report(diagnostics)
    ctx.exit(exit_code(diagnostics))


def _gathered(files: tuple[str, ...], collection: str | None) -> Outcome[Gathered]:
    contents = []
    for file in files:
        found = read_data(file, MOST_BYTES)
        if found.value is None:
            return Outcome(None, found.diagnostics)
        contents.append((shown_name(file), found.value))
    return gather(contents, collection)


def _unfit(made: Made) -> tuple[Diagnostic, ...]:
    """Why the library is none that can be used, if so."""
    if not made.entries:
        return (Diagnostic(code="E597", message="none of the exercises can be imported"),)
    size = len(made.text.encode())
    if size > MOST_TEXT:
        what = f"a library of {size / 1_000_000:.1f} MB: more than {MOST_TEXT // 1_000_000} MB"
        hint = "import a part of the file"
        return (Diagnostic(code="E595", message=what, hints=(hint,)),)
    return ()


def _write(target: str, made: Made, *, force: bool) -> tuple[Diagnostic, ...]:
    """Put the library where it belongs, unless something of somebody's is there."""
    folder, file = os.path.split(os.path.realpath(target))
    try:
        with locked(folder):
            if os.path.lexists(os.path.join(folder, file)) and not force:
                there = read(os.path.join(folder, file), regular=True)
                if there.value is None or not is_untouched(there.value.text):
                    return (_in_the_way(target),)
            write_all(folder, {file: made.text.encode()})
    except (FolderBusy, OSError) as error:
        return (not_written(target, error),)
    return ()


def _in_the_way(target: str) -> Diagnostic:
    return Diagnostic(
        code="E596",
        message=f"{shown_name(target)} is there, and not as an import left it",
        hints=("write to another file; or, if nothing of it is wanted any more: --force",),
    )


def _tell(terminal: Terminal, gathered: Gathered, made: Made, target: str | None) -> None:
    """What came of it, on standard error: the library may go to standard output."""
    if made.entries:
        where = f" written to {safe(shown_name(target))}" if target else ""
        terminal.remark(
            f"{_count(len(made.entries), 'exercise')} of {gathered.collection.name}{where}, "
            f"all of them unreviewed"
        )
    for each in made.left_out[:_TOLD]:
        terminal.remark(f"left out: {safe(each.name or 'one without a name')} ({safe(each.why)})")
    if len(made.left_out) > _TOLD:
        terminal.remark(f"left out: {len(made.left_out) - _TOLD} more, named in the library")
    lost = Counter(what for each in made.entries for what in each.lost)
    for what, times in lost.most_common(_TOLD):
        terminal.remark(f"kept as a comment, in {_count(times, 'exercise')}: {safe(what)}")
    if len(lost) > _TOLD:
        terminal.remark(f"kept as comments: {len(lost) - _TOLD} more words that are none here")
    if gathered.missing:
        terminal.remark(f"there are {gathered.missing} more on other pages: give them all at once")
    if target:
        file, prefix = safe(os.path.basename(target)), gathered.collection.short
        terminal.remark(f'next: in a plan beside it, write: use "{file}" as {prefix}')


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
