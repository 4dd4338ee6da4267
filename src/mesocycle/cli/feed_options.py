"""What commands that make feeds are told: which folder, with which options, as of when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Literal

import click

from mesocycle.cli.making import read_options, read_time
from mesocycle.cli.options import a_date
from mesocycle.diagnostics import Diagnostic

if TYPE_CHECKING:
    from mesocycle.feed.building.make import Settings

_OUTPUT = "ical"


def a_day(value: str) -> date | Literal["today"]:
    """A date, or the word `today`."""
    return "today" if value == "today" else a_date(value)


as_of_option = click.option(
    "--as-of",
    type=a_day,
    metavar="DATE",
    help="The day to compile for, or `today`; by default that of a diary's last entry.",
)

settings_option = click.option(
    "--option",
    "given",
    multiple=True,
    metavar="ical.NAME=VALUE",
    help="Set something about all calendars, as in ical.alarm=30min.",
)

state_option = click.option(
    "--state",
    type=click.Path(file_okay=False),
    metavar="DIR",
    help="Where links and the last good calendars are kept; by default DIR/.meso.",
)


def read_settings(as_of: date | Literal["today"] | None, given: tuple[str, ...]) -> Settings:
    """The settings that the options come to.

    Raises:
        click.UsageError: an option is not one of the calendar's.
    """
    from mesocycle.feed.building.make import Settings

    options = read_options(given)
    others = sorted(options.keys() - {_OUTPUT})
    if others:
        raise click.BadParameter(
            f"a calendar has no option of {others[0]!r}; write ical.NAME=VALUE",
            param_hint="--option",
        )
    return Settings(as_of, dict(options.get(_OUTPUT, {})))


def tells_of_pain(options: Mapping[str, str]) -> bool:
    """Whether a calendar with these options says what the athlete wrote of pain."""
    return options.get("reasons", "off") not in ("off", "no", "false")


def pain_words(settings: Settings) -> tuple[Diagnostic, ...]:
    """W813 if all calendars tell of pain: a link is made for one person, a setting for all."""
    if not tells_of_pain(settings.options):
        return ()
    message = "every calendar that shows all now also says what the athlete wrote of pain"
    hint = (
        "set it for the one who is to know: meso feed create DIR FEED --for WHOM "
        "--option ical.reasons=yes"
    )
    return (Diagnostic(code="W813", severity="warning", message=message, hints=(hint,)),)


def the_time() -> datetime:
    """When changes are said to have happened: SOURCE_DATE_EPOCH, else now.

    Raises:
        click.UsageError: SOURCE_DATE_EPOCH is no time.
    """
    return read_time(None) or datetime.now(UTC)
