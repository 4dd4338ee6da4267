"""`meso import FILE`: past training, from other programs or from notes, for a diary."""

from __future__ import annotations

from collections.abc import Mapping
from shlex import quote
from typing import Literal

import click

from mesocycle.cli.command import Command
from mesocycle.cli.importer import Imported, Importer
from mesocycle.cli.terminal import Terminal, exit_code
from mesocycle.cli.text import safe
from mesocycle.importing import Units
from mesocycle.loading import STDIN


@click.command("import", cls=Command)
@click.argument("file", metavar="FILE")
@click.option(
    "--to",
    "diary",
    metavar="DIARY",
    help="The diary to add it to; a new file can be included. Else it is printed.",
)
@click.option(
    "--format",
    "kind",
    type=click.Choice(["csv", "notes"]),
    help="What FILE is; by default its name tells (.csv and .tsv are tables).",
)
@click.option("--weights", type=click.Choice(["kg", "lb"]), help="What weights are in, if unsaid.")
@click.option(
    "--distances", type=click.Choice(["km", "mi", "m"]), help="What distances are in, if unsaid."
)
@click.option(
    "--dates", type=click.Choice(["dmy", "mdy"]), help="Day or month first, if nothing tells."
)
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="THEIRS=OURS",
    help="What an exercise is called here, as in 'Squat (Barbell)=Squat'.",
)
@click.option(
    "--plan", metavar="FILE", help="The plan; by default the one beside the diary that it follows."
)
@click.option("--dry-run", is_flag=True, help="Print what would be added, and write nothing.")
@click.pass_context
def command(
    ctx: click.Context,
    file: str,
    diary: str | None,
    kind: str | None,
    weights: Literal["kg", "lb"] | None,
    distances: Literal["km", "mi", "m"] | None,
    dates: Literal["dmy", "mdy"] | None,
    names: tuple[str, ...],
    plan: str | None,
    dry_run: bool,
) -> None:
    """Read past training as unverified entries: history, which proves nothing.

    FILE is an export of Strong, Hevy, Strava or Garmin, a table with the columns date, exercise,
    sets, reps and weight, or notes with a date above each day. Exercises that the plan's
    libraries do not know are kept as comments.
    """
    if file == STDIN and kind is None:
        raise click.UsageError("of standard input say what it is: --format csv, or notes")
    terminal = ctx.ensure_object(Terminal)
    units = Units(weights, distances, dates)
    importer = Importer(file, kind, units, _mapped(names), plan)
    target = None if dry_run else diary
    done = importer.run(target, diary)
    terminal.report(done.diagnostics)
    if done.value is not None:
        if target is None:
            terminal.say(done.value.text, nl=False)
        _tell(terminal, done.value, diary)
    ctx.exit(exit_code(done.diagnostics))


def _mapped(names: tuple[str, ...]) -> Mapping[str, str]:
    """`THEIRS=OURS`, each once.

    Raises:
        click.BadParameter: one is not of that form.
    """
    found = {}
    for text in names:
        theirs, equals, ours = text.rpartition("=")
        if not (equals and theirs.strip() and ours.strip()):
            raise click.BadParameter(
                f"{text!r} is not THEIRS=OURS, as in 'Squat (Barbell)=Squat'", param_hint="--name"
            )
        found[theirs.strip()] = ours.strip()
    return found


def _tell(terminal: Terminal, done: Imported, diary: str | None) -> None:
    """What came of the file, on standard error: the entries may go to standard output."""
    where = f" added to {safe(done.file)}" if done.file else ""
    if done.sessions:
        span = done.first if done.first == done.last else f"{done.first} to {done.last}"
        terminal.remark(
            f"{_count(done.sessions, 'session')}{where}, {span}"
            + (f", with {_count(done.lines, 'line')} of exercises" if done.lines else "")
        )
    else:
        terminal.remark("nothing to add")
    if done.known:
        terminal.remark(f"{_count(done.known, 'session')} of that file were there already")
    for name, each in done.unknown.items():
        meant = ""
        if each.library:
            meant = f"; the library {each.library} has it: in the plan, write: use {each.library}"
        elif each.near:
            meant = f"; did you mean {each.near}? then: --name {quote(f'{name}={each.near}')}"
        terminal.remark(
            f"kept as a comment, {_times(each.times)}: {safe(name)} (unknown here{safe(meant)})"
        )
    for text, why in done.refused:
        terminal.remark(f"kept as a comment: {safe(text)} ({safe(why)})")
    for text in dict.fromkeys(done.doubtful):
        terminal.remark(f"this may speak of a red flag, and nothing reads it there: {safe(text)}")
    if done.lost:
        terminal.remark(f"kept as comments: {_count(done.lost, 'row')} without a day")
    for what in done.left_out:
        terminal.remark(f"left out: {safe(what)}")
    if done.blind:
        terminal.remark("names of exercises were not looked up: say which plan, --plan FILE")
    if done.new_part and diary:
        terminal.say(f'next: in the diary, write: include "{safe(done.new_part)}"')


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"
