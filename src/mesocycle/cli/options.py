"""The arguments and options that several commands share."""

from __future__ import annotations

import re
from datetime import date

import click

from mesocycle.civil import read_date
from mesocycle.cli.terminal import FORMATS


def a_date(value: str) -> date:
    """A day as people and diaries write it: `2026-12-07`, and in no other form."""
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise click.BadParameter(f"{value!r} is no date; write it as 2026-12-07")
    found = read_date(value)
    if found is None:
        raise click.BadParameter(f"there is no day {value}")
    return found


def _only_one(_: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> str | None:
    """The one that was given; of two, click would silently take the last."""
    if len(given) > 1:
        raise click.UsageError(f"{parameter.opts[0]} can be given only once")
    return given[0] if given else None


plan_argument = click.argument("plan", metavar="PLAN")

diary_option = click.option(
    "--diary",
    multiple=True,
    callback=_only_one,
    metavar="FILE",
    help="The athlete's diary; what it says decides.",
)

start_option = click.option(
    "--start", type=a_date, metavar="DATE", help="The first day, for a plan that names none."
)

as_of_option = click.option(
    "--as-of",
    type=a_date,
    metavar="DATE",
    help="The day to compile for; by default that of the diary's last entry, or the start.",
)

report_format_option = click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    help="How mistakes are reported.",
)

product_format_option = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it."
)
