"""What one `meso build` wants, and the files that it makes of one programme."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time

import click
import msgspec

from mesocycle.diagnostics import Outcome
from mesocycle.output.options import Setting
from mesocycle.output.registry import Registry
from mesocycle.output.rendering import render
from mesocycle.programme import Programme
from mesocycle.saving.names import file_name
from mesocycle.saving.writing import current

_OPTION = re.compile(r"([^.=]+)\.([^=]+)=(.*)", re.DOTALL)

Options = Mapping[str, Mapping[str, str]]
Settings = Sequence[Setting]


class Wishes(msgspec.Struct, frozen=True):
    """The outputs to make, what was set about them, and the time to stamp changes with."""

    outputs: Sequence[str]
    options: Options
    built: datetime | None


def make(
    registry: Registry,
    wishes: Wishes,
    programme: Programme,
    stem: str,
    folder: str | None,
    settings: Settings = (),
) -> Outcome[dict[str, bytes]]:
    """The files of one programme, name to bytes; `folder` has those of the last build.

    `settings` are what the plan and its `mesocycle.toml` say, which `wishes` may say otherwise.

    The value holds what could be made, beside the diagnostics of what could not.

    Raises:
        OSError: a file of the last build cannot be read.
    """
    previous = {}
    for name in wishes.outputs:
        offer = registry.outputs.get(name)
        if offer is not None and folder is not None:
            before = current(os.path.join(folder, file_name(stem, offer.suffix)))
            if before is not None:
                previous[name] = before
    made = render(
        registry,
        programme,
        wishes.outputs,
        options=wishes.options,
        settings=settings,
        previous=previous,
        built=wishes.built or _midnight(programme.as_of or programme.starts),
    )
    files = {file_name(stem, p.suffix): p.content for p in made.value or ()}
    return Outcome(files, made.diagnostics)


def read_options(given: Iterable[str]) -> Options:
    """`ical.alarm=30min` and others, by output and name.

    Raises:
        click.BadParameter: one is not of that form.
    """
    options: dict[str, dict[str, str]] = {}
    for text in given:
        match = _OPTION.fullmatch(text)
        if match is None:
            raise click.BadParameter(
                f"{text!r} is not OUTPUT.NAME=VALUE, as in ical.alarm=30min", param_hint="--option"
            )
        options.setdefault(match[1], {})[match[2]] = match[3]
    return options


def read_time(given: str | None) -> datetime | None:
    """The time to stamp changes with: `--build-time`, else SOURCE_DATE_EPOCH, else None.

    The clock is not asked: then two builds of the same files would differ.

    Raises:
        click.UsageError: what was given is no time.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        if given is not None:
            stamp = datetime.fromisoformat(given)
            return stamp.replace(tzinfo=stamp.tzinfo or UTC).astimezone(UTC)
        return datetime.fromtimestamp(int(epoch), UTC) if epoch else None
    except (ValueError, OverflowError, OSError):
        if given is None:
            says = f"SOURCE_DATE_EPOCH {epoch!r} is no time; it counts the seconds since 1970"
        else:
            says = f"--build-time {given!r} is no time; write it as 2026-12-07T08:00Z"
        raise click.UsageError(says) from None


def _midnight(iso: str) -> datetime:
    return datetime.combine(date.fromisoformat(iso), time(), UTC)
