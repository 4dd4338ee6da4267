"""What a calendar program reads in the feed of a plan."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from mesocycle.cli import meso
from mesocycle.cli.terminal import Terminal

Event = dict[str, str]


def build(folder: Path, plan: str, diary: str, *more: str) -> dict[str, Event]:
    """The events by their UID, after a build into the folder of last time."""
    (folder / "test.plan").write_text(plan, "utf-8")
    (folder / "test.diary").write_text(diary, "utf-8")
    arguments = ["build", str(folder / "test.plan"), "--diary", str(folder / "test.diary")]
    arguments += ["--to", "ical", "-o", str(folder / "build"), *more]
    done = CliRunner().invoke(meso, arguments, obj=Terminal())
    assert done.exit_code == 0, done.output
    (path,) = (folder / "build").glob("*.ics")
    return {event["UID"]: event for event in _events(path.read_text("utf-8"))}


def _events(text: str) -> list[Event]:
    found: list[Event] = []
    for line in text.replace("\n ", "").splitlines():
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found:
            found[-1].setdefault(name.partition(";")[0], value)
    return found
