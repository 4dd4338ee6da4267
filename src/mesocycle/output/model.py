"""What an output is, what it is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal, Protocol

import msgspec

from mesocycle.programme import Frozen, Programme

OptionType = Literal["flag", "number", "text", "choice", "duration", "file"]

#: A flag is a bool, a number and a duration (in seconds) an int, a text and a choice a str.
#: A file is named by who sets it, and read for the output: the value is its text, "" for none.
#: None is a number or duration that is off.
OptionValue = bool | int | str | None


class Option(Frozen):
    """One thing that people may set about an output, as in `--option ical.alarm=30min`.

    `default` is a value of `type`; a number or duration whose default is None may be
    switched `off`, and so may one that says `may_be_off`. A choice is one of `choices`.
    `help` is a phrase for a table.
    """

    name: str
    type: OptionType
    default: OptionValue
    help: str
    choices: tuple[str, ...] = ()
    may_be_off: bool = False


class Context(Frozen):
    """What an output may know besides the programme. There is no clock and no disk.

    `options` holds every option that the output declares, checked and with defaults
    filled in. `previous` is what this output made last time, for those that must carry
    something over. `built` is the time of this build in UTC, if the caller has one.
    """

    options: Mapping[str, OptionValue] = {}
    previous: bytes | None = None
    built: datetime | None = None

    def flag(self, name: str) -> bool:
        """The value of a flag."""
        return bool(self.options[name])

    def number(self, name: str) -> int | None:
        """The value of a number, or of a duration in seconds; None if it is off."""
        value = self.options[name]
        return None if value is None else int(value)

    def text(self, name: str) -> str:
        """The value of a text or choice; of a file, what is in it."""
        return str(self.options[name])


class Rendered(msgspec.Struct, frozen=True):
    """What an output made: the whole file as bytes, or None and the reason why not.

    `warnings` are sentences for the person who builds; the file is written all the same.
    `suffix` and `media_type` are those of this file, where they are not the output's own.
    """

    content: bytes | None
    warnings: tuple[str, ...] = ()
    refusal: str | None = None
    hint: str | None = None
    suffix: str | None = None
    media_type: str | None = None

    @classmethod
    def refused(cls, why: str, hint: str | None = None) -> Rendered:
        """Nothing was made, and the file from last time must stay.

        `why` completes "the calendar was not made: …"; `hint` says what to do.
        """
        return cls(None, refusal=why, hint=hint)


class Output(Protocol):
    """A format that programmes are rendered to."""

    @property
    def name(self) -> str:
        """What people type, as in `--to ical`: lower case letters, digits, `-`."""

    @property
    def suffix(self) -> str:
        """How the file's name ends, without a dot: `ics`."""

    @property
    def media_type(self) -> str:
        """What servers call the format: `text/calendar`."""

    @property
    def summary(self) -> str:
        """One line for a table."""

    @property
    def options(self) -> Sequence[Option]:
        """What may be set."""

    def render(self, programme: Programme, context: Context) -> Rendered:
        """The file's content: equal arguments give equal bytes, and nothing is changed.

        It may raise: the failure is reported by the output's name, with its place, and the
        other outputs are made all the same.
        """
