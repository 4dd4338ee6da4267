"""`meso new [DIR]`: a folder to start from."""

from __future__ import annotations

import os
from datetime import date, timedelta
from shlex import quote

import click

from mesocycle.cli.command import Command
from mesocycle.cli.options import a_date
from mesocycle.cli.terminal import INPUT_OUTPUT, Terminal
from mesocycle.cli.text import safe
from mesocycle.loading import reason_of, shown_name

#: What is written, in the order in which one reads it.
FILES = ("back.plan", "me.diary", "library/mine.plan", "README.md")


@click.command("new", cls=Command)
@click.argument("folder", metavar="[DIR]", default="my-plan")
@click.option(
    "--start", type=a_date, metavar="DATE", help="The plan's first day; by default next Monday."
)
@click.pass_context
def command(ctx: click.Context, folder: str, start: date | None) -> None:
    """Write a folder to start from: a plan, a diary, a library and a README.

    DIR is my-plan unless named. A file that is there already is never overwritten.
    """
    terminal = ctx.ensure_object(Terminal)
    there = [name for name in FILES if os.path.lexists(os.path.join(folder, name))]
    shown = safe(shown_name(folder))
    if there:
        raise click.UsageError(f"{shown} has a {there[0]} already; name another folder")
    try:
        for name in FILES:
            _write(os.path.join(folder, name), _filled(name, start or _next_monday()))
            terminal.remark(f"wrote {safe(shown_name(os.path.join(folder, name)))}")
    except OSError as error:
        click.echo(f"meso: cannot write to {shown}: {reason_of(error)}", err=True)
        ctx.exit(INPUT_OUTPUT)
    terminal.say(f"next: cd {quote(shown)} && meso check back.plan me.diary")


def _filled(name: str, start: date) -> str:
    """A template with its dates put in."""
    path = os.path.join(os.path.dirname(__file__), "template", name)
    with open(path, encoding="utf-8") as file:
        text = file.read()
    days = {"{start}": start, "{next_day}": start + timedelta(days=1)}
    for word, day in days.items():
        text = text.replace(word, day.isoformat())
    return text


def _write(path: str, text: str) -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    # "x" refuses to overwrite even what appeared since we looked.
    with open(path, "x", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _next_monday() -> date:
    today = date.today()  # noqa: DTZ011 - the day where the user sits
    return today + timedelta(days=7 - today.weekday())
