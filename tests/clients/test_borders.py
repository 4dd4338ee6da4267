"""Where clocks and years turn, every program shows every session at its minute."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.clients.built import meso
from tests.clients.shown import Shown
from tests.clients.stage import Stage
from tests.clients.waiting import sees

pytestmark = pytest.mark.proves("C28", "C29")

_PLAN = """\
plan "Borders of {zone} from {start}"
  starts {start}
  lasts 1 week
  timezone {zone}
  use runner-back
"""
_SESSION = """
session "{name}" every day{when}
  walk 20min easy
"""
_TIMES = ("00:15", "01:30", "02:15", "03:00", "23:45")

WEEKS = {
    "the hour that is skipped in Berlin": ("Europe/Berlin", "2027-03-22"),
    "the hour that comes twice in Berlin": ("Europe/Berlin", "2027-10-25"),
    "the hour that comes twice in New York": ("America/New_York", "2027-11-01"),
    "the half hour of Lord Howe": ("Australia/Lord_Howe", "2027-03-29"),
    "midnight that comes twice in Santiago": ("America/Santiago", "2027-03-29"),
    "three quarters of an hour, and a new year": ("Asia/Kathmandu", "2027-12-27"),
    "29 February": ("UTC", "2028-02-28"),
}


@pytest.fixture(scope="module")
def stage(program):
    """A plain server, and the program subscribed to it."""
    made = Stage()
    made.part.status = 503
    yield made
    made.down()


@pytest.mark.parametrize(("zone", "start"), WEEKS.values(), ids=WEEKS)
def test_it_is_right_to_the_minute(program, stage, tmp_path, zone, start):
    sessions = [_SESSION.format(name=each, when=f" at {each} for 30min") for each in _TIMES]
    sessions.append(_SESSION.format(name="some time", when=""))
    plan = _PLAN.format(start=start, zone=zone) + "".join(sessions)
    (tmp_path / "borders.plan").write_text(plan, encoding="utf-8")
    meso(tmp_path, "build", "borders.plan", "--to", "ical,json")
    first = stage.part.status == 503
    stage.part.content = (tmp_path / "build" / "borders.ics").read_bytes()
    stage.part.status = 200
    if first:
        program.subscribe(stage.url)
    programme = json.loads((tmp_path / "build" / "borders.json").read_text("utf-8"))
    assert len(programme["sessions"]) == 42
    sees(program, stage, [_meant(each).line for each in programme["sessions"]])


def _meant(session: dict) -> Shown:
    if not session.get("start"):
        day = date.fromisoformat(session["date"])
        return Shown(str(day), str(day + timedelta(days=1)), session["name"])
    start = datetime.fromisoformat(session["start"])
    end = start.astimezone(UTC) + timedelta(minutes=session["minutes"])
    return Shown(_utc(start), _utc(end), session["name"])


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
