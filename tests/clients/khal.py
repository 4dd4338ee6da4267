"""vdirsyncer, which fetches, and khal, which shows: calendars on the terminal."""

from __future__ import annotations

import json
import subprocess
from datetime import date, timedelta
from pathlib import Path

from tests.clients.processes import home, said
from tests.clients.shown import Shown

#: Their own environment, for their requirements are not ours; `make clients` makes it.
TOOLS = Path(__file__).resolve().parents[2] / ".build" / "clients" / "venv" / "bin"
_FIELDS = {
    "start": "start-long-full",
    "end": "end-long-full",
    "title": "title",
    "status": "status",
    "text": "description",
    "uid": "uid",
    "categories": "categories",
    "all_day": "all-day",
}

_FETCHING = """\
[general]
status_path = "{folder}/status"

[pair plan]
a = "feed"
b = "kept"
collections = null
conflict_resolution = "a wins"

[storage feed]
type = "http"
url = "{url}"

[storage kept]
type = "filesystem"
path = "{folder}/plan"
fileext = ".ics"
"""
_SHOWING = """\
[calendars]
[[plan]]
path = {folder}/plan
readonly = True

[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%dT%H:%MZ
longdatetimeformat = %Y-%m-%dT%H:%MZ
local_timezone = UTC
default_timezone = UTC

[sqlite]
path = {folder}/khal.db
"""


class Khal:
    """A feed that vdirsyncer keeps as files, and khal's list of them."""

    name = "khal"
    goes_dark = False
    shows_alarms = shows_colours = shows_html = False
    #: It knows events by what they say.
    keeps_uids = False
    disabled = False

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._env = home(folder / "home")
        #: What vdirsyncer last complained of.
        self.complaint = ""

    @staticmethod
    def absent() -> str | None:
        """Why it cannot be tested here."""
        found = (TOOLS / "khal").exists() and (TOOLS / "vdirsyncer").exists()
        return None if found else "vdirsyncer and khal are not in .build/clients (make clients)"

    @staticmethod
    def version() -> str:
        """Their own words."""
        told = [said(str(TOOLS / each), "--version") for each in ("vdirsyncer", "khal")]
        return ", ".join(each.replace(", version", "") for each in told)

    def subscribe(self, url: str) -> None:
        """Writes both settings, and syncs once."""
        fetching = _FETCHING.format(folder=self._folder, url=url)
        (self._folder / "vdirsyncer.ini").write_text(fetching, encoding="utf-8")
        showing = _SHOWING.format(folder=self._folder)
        (self._folder / "khal.ini").write_text(showing, encoding="utf-8")
        (self._folder / "plan").mkdir()
        self._run("vdirsyncer", "-c", "vdirsyncer.ini", "discover")
        self.refresh()

    def restart(self) -> None:
        """It is never running."""

    def refresh(self) -> None:
        """Syncs, as its timer does."""
        done = self._run("vdirsyncer", "-c", "vdirsyncer.ini", "sync")
        self.complaint = done.stderr if done.returncode else ""

    def shown(self) -> list[Shown]:
        """khal's lists of the plans' months and of now, in UTC."""
        return sorted({*self._listed("2027-01-01", "450d"), *self._listed("today", "2d")})

    def close(self) -> None:
        """Nothing runs."""

    def _listed(self, *when: str) -> list[Shown]:
        wanted = [word for field in _FIELDS.values() for word in ("--json", field)]
        done = self._run("khal", "-c", "khal.ini", "list", "--once", *wanted, *when)
        if done.returncode:
            raise RuntimeError(f"khal: {done.stderr}")
        days = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("[")]
        return [_shown(each) for day in days for each in day]

    def _run(self, tool: str, *arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [str(TOOLS / tool), *arguments],
            cwd=self._folder,
            env=self._env,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )


def _next(day: str) -> str:
    return str(date.fromisoformat(day) + timedelta(days=1))


def _shown(event: dict) -> Shown:
    start, end = event["start-long-full"], event["end-long-full"]
    if event["all-day"] == "True":
        start, end = start[:10], _next(end[:10])  # it shows the last day
    return Shown(
        start=start,
        end=end,
        title=event["title"],
        status=event["status"].strip() or "CONFIRMED",
        text=event["description"],
        uid=event["uid"],
        categories=tuple(sorted(filter(None, event["categories"].split(",")))),
    )
