"""What a person sees of an event, whatever the program."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, order=True)
class Shown:
    """An event in a program's list.

    `start` and `end` are moments in UTC (`2027-03-22T06:00Z`) or days (`2027-03-27`; `end` is
    the day after the last). `status` is in capitals, as in the standard. `alarms` are seconds
    relative to the start. What a program has no word for is None.
    """

    start: str
    end: str
    title: str
    status: str = "CONFIRMED"
    text: str = ""
    uid: str = ""
    categories: tuple[str, ...] | None = None
    colour: str | None = None
    alarms: tuple[int, ...] | None = None

    @property
    def line(self) -> str:
        """The event as a calendar's list has it: when, what, and whether it takes place."""
        off = "  CANCELLED" if self.status == "CANCELLED" else ""
        return f"{self.start} {self.end}  {self.title}{off}"


def moment(seconds: float) -> str:
    """A moment of Unix time as `Shown` has it."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%MZ")


def lines(shown: list[Shown]) -> list[str]:
    """All events, as a list, in order."""
    return sorted(each.line for each in shown)
