"""`meso log DIARY LINE...`: new lines for a diary, checked before they are written."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date

import click

from mesocycle.cli import options
from mesocycle.cli.command import Command
from mesocycle.cli.logger import Logged, Unplaced, Wish, log
from mesocycle.cli.paint import Paint
from mesocycle.cli.terminal import Terminal, columns, exit_code
from mesocycle.cli.text import safe, wrap
from mesocycle.loading import STDIN
from mesocycle.programme import Notice


@click.command("log", cls=Command)
@click.argument("diary", metavar="DIARY")
@click.argument("lines", nargs=-1, required=True, metavar="LINE...")
@click.option("--on", type=options.a_date, metavar="DATE", help="The day it was; by default today.")
@click.option("--session", metavar="NAME", help="The session that the lines belong to.")
@click.option(
    "--plan", metavar="FILE", help="The plan; by default the one beside the diary that it follows."
)
@click.option("--dry-run", is_flag=True, help="Show what would be added, and write nothing.")
@options.report_format_option
@click.pass_context
def command(
    ctx: click.Context,
    diary: str,
    lines: tuple[str, ...],
    on: date | None,
    session: str | None,
    plan: str | None,
    dry_run: bool,
    form: str,
) -> None:
    """Add lines to a diary, if they are right; else say what is wrong, and write nothing.

    LINE is what a diary would say behind the date: "Superman 10, 10, 9; pain 0", "morning pain
    0", "felt rpe 6, 38min". With - lines are read from standard input. An exercise goes under
    the session of that day that it is planned in.
    """
    if diary == STDIN:
        raise click.UsageError("a diary is a file; - stands for the lines: meso log me.diary -")
    terminal = ctx.ensure_object(Terminal)
    day = on or date.today()  # noqa: DTZ011 - the day where the user sits
    wish = Wish(_given(lines), day, session, dated=on is not None)
    try:
        done = log(diary, plan, wish, dry_run=dry_run)
    except Unplaced as why:
        raise click.UsageError(str(why)) from None
    terminal.report(done.diagnostics, form)
    status = exit_code(done.diagnostics)
    if done.value is not None:
        _tell(terminal, done.value, dry_run=dry_run)
    elif not terminal.quiet and form == "text":
        terminal.remark("nothing was written")
    ctx.exit(status)


def _given(lines: Sequence[str]) -> list[str]:
    """The lines that were named, those of standard input in the place of `-`.

    Raises:
        click.UsageError: there is nothing in them.
    """
    if lines.count(STDIN) > 1:
        raise click.UsageError("standard input can be read only once")
    found: list[str] = []
    for line in lines:
        text = sys.stdin.buffer.read().decode(errors="surrogateescape") if line == STDIN else line
        found += [row.rstrip() for row in text.splitlines() if row.strip()]
    if not found:
        raise click.UsageError("there is nothing to log")
    return found


def _tell(terminal: Terminal, logged: Logged, *, dry_run: bool) -> None:
    """What was added where, and what follows from it."""
    if not terminal.quiet:
        terminal.say(f"{'would add to' if dry_run else 'added to'} {safe(logged.file)}")
        gutter = len(str(logged.rows[-1][0]))
        for number, row in filter(lambda row: row[1], logged.rows):
            terminal.say(f"  {number:{gutter}}  {safe(row)}".rstrip())
    paint = Paint(terminal.coloured(sys.stdout))
    for notice in logged.notices:
        _notice(terminal, paint, notice)


def _notice(terminal: Terminal, paint: Paint, notice: Notice) -> None:
    """A stop, in any case; a question with the line that answers it, unless all is quiet."""
    stop = notice.severity == "stop"
    if terminal.quiet and not stop:
        return
    head = paint("stop:" if stop else "open:", "error" if stop else "warning")
    first, *rest = wrap(safe(notice.text), columns() - 7) or [""]
    terminal.say(f"\n{head} {first}")
    for row in rest:
        terminal.say(f"      {row}")
    if notice.answer:
        terminal.say(paint(f"      answer with: {safe(notice.answer)}", "note"))
