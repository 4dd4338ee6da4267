"""Draw docs/images/calendar.png, the README's picture: four weeks of a calendar that meso built.

    python tools/picture.py            (needs Chromium, to turn the page into a picture)

Builds plans/ladder with Ana's diary and draws its events as calendar programs show them, with
one of them opened.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from datetime import date, datetime, timedelta
from html import escape
from pathlib import Path

from icalendar import Calendar, Event

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "images" / "calendar.png"
MONDAY = date(2026, 12, 7)
OPENED = date(2026, 12, 14)
WEEKS = 4
SIZE = "1180,620"
COLOURS = {"Strength": "#3b6ea8", "Easy run": "#3f8a5b", "Loosen up": "#a8743b"}
STYLE = """
body { margin: 0; width: 1180px; height: 620px; background: #fff; color: #24292f;
       font: 14px/1.4 "DejaVu Sans", sans-serif; display: flex; }
table { border-collapse: collapse; table-layout: fixed; width: 700px; height: 620px; }
th { font-weight: 600; font-size: 13px; height: 34px; color: #57606a; }
td { border: 1px solid #d8dee4; vertical-align: top; padding: 4px; }
td > b { font-size: 12px; font-weight: 400; color: #57606a; }
td > div { color: #fff; border-radius: 4px; padding: 3px 5px; margin-top: 4px; font-size: 11px; }
td > div.open { outline: 3px solid #24292f; }
aside { width: 430px; margin: 12px; padding: 12px 18px; border: 1px solid #d8dee4;
        border-radius: 8px; box-shadow: 0 4px 14px #0002; overflow: hidden;
        mask-image: linear-gradient(#000 88%, #0000); }
h1 { font-size: 20px; margin: 0; } h2 { font-size: 13px; margin: 2px 0 10px; color: #57606a;
     font-weight: 400; } p { margin: 0; font-size: 12.5px; white-space: pre-wrap; }
"""


def events(folder: Path) -> list[Event]:
    """The events of those weeks, from a calendar that is built for it."""
    plan, diary = ROOT / "plans/ladder/ladder.plan", ROOT / "plans/ladder/ana.diary"
    meso = [sys.executable, "-c", "from mesocycle.cli import main; main()"]
    build = ["build", str(plan), "--diary", str(diary), "--to", "ical", "-o", str(folder)]
    subprocess.run([*meso, *build], check=True, stdout=subprocess.DEVNULL)
    calendar = Calendar.from_ical((folder / "ladder-ana.ics").read_bytes())
    last = MONDAY + timedelta(weeks=WEEKS)
    return [e for e in calendar.events if MONDAY <= day_of(e) < last]


def page(found: list[Event]) -> str:
    """The calendar as a page."""
    opened = next(e for e in found if day_of(e) == OPENED)
    heads = "".join(f"<th>{MONDAY + timedelta(day):%A}</th>" for day in range(7))
    days = [MONDAY + timedelta(day) for day in range(7 * WEEKS)]
    cells = [cell(day, found, opened) for day in days]
    rows = "".join(f"<tr>{''.join(cells[n : n + 7])}</tr>" for n in range(0, len(cells), 7))
    when = f"{opened.start:%A, %d %B %Y, %H:%M} – {opened.end:%H:%M}"
    return (
        f"<!doctype html><meta charset=utf-8><style>{STYLE}</style>"
        f"<table><tr>{heads}</tr>{rows}</table>"
        f"<aside><h1>{escape(str(opened['SUMMARY']))}</h1><h2>{when}</h2>"
        f"<p>{escape(str(opened['DESCRIPTION']))}</p></aside>"
    )


def cell(day: date, found: list[Event], opened: Event) -> str:
    """One day with its events."""
    boxes = "".join(
        f"<div class={'open' if e is opened else 'shut'} style='background:{colour(e)}'>"
        f"{e.start:%H:%M} {escape(str(e['SUMMARY']))}</div>"
        for e in found
        if day_of(e) == day
    )
    return f"<td><b>{day.day} {day:%b}</b>{boxes}</td>"


def day_of(event: Event) -> date:
    """The civil date on which an event starts."""
    return event.start.date() if isinstance(event.start, datetime) else event.start


def colour(event: Event) -> str:
    """The colour of a kind of session, however it went."""
    return next(c for name, c in COLOURS.items() if str(event["SUMMARY"]).endswith(name))


def main() -> int:
    """Draw it."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        print("the picture needs Chromium")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        html = Path(folder, "calendar.html")
        html.write_text(page(events(Path(folder))), encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--hide-scrollbars", f"--window-size={SIZE}"]
        shot = [f"--screenshot={PICTURE}", html.as_uri()]
        subprocess.run([browser, *options, *shot], check=True, stderr=subprocess.DEVNULL)
    print(PICTURE.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
