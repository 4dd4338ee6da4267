"""Readers in other languages take every feed of the plans here as it is meant."""

from __future__ import annotations

import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import pytest

from tests.clients.khal import TOOLS
from tests.clients.processes import said

pytestmark = pytest.mark.proves("C81")

ROOT = Path(__file__).resolve().parents[2]
FEEDS = sorted((ROOT / "tests" / "golden").glob("*.ics"))
_READERS = Path(__file__).with_name("readers")
_MODULES = TOOLS.parents[1] / "node_modules"


@pytest.fixture(scope="module")
def libical(tmp_path_factory) -> list[str]:
    """A reader on libical, compiled here."""
    made = tmp_path_factory.mktemp("libical") / "reader"
    source = str(_READERS / "libical.c")
    try:
        said("gcc", "-O1", "-o", str(made), source, "-lical")
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("needs gcc and libical-dev")
    return [str(made)]


@pytest.fixture(params=["libical", "icaljs", "nodeical"])
def reader(request) -> list[str]:
    """A command that reads a feed: the file comes behind it."""
    if request.param == "libical":
        return request.getfixturevalue("libical")
    package = {"icaljs": "ical.js", "nodeical": "node-ical"}[request.param]
    if not shutil.which("node") or not (_MODULES / package).exists():
        pytest.skip(f"needs node and {package} in .build/clients (make clients)")
    return ["node", str(_READERS / f"{request.param}.mjs")]


@pytest.mark.parametrize("feed", FEEDS, ids=lambda each: each.stem)
def test_every_event_is_read_as_it_is_meant(reader, feed):
    told = said(*reader, str(feed), str(_MODULES))
    assert sorted(told.splitlines()) == sorted(_meant(feed))


def _meant(feed: Path) -> list[str]:
    from icalendar import Calendar

    found = Calendar.from_ical(feed.read_bytes()).walk("VEVENT")
    return ["\t".join(map(str, _row(event))) for event in found]


def _row(event) -> tuple:
    about = str(event.get("DESCRIPTION", ""))
    times = [_when(event[name].dt) for name in ("DTSTART", "DTEND")]
    return event["UID"], event["SUMMARY"], *times, len(about.encode())


def _when(value) -> str:
    if isinstance(value, datetime):
        return str(int(value.timestamp()))
    return f"{value:%Y%m%d}"
