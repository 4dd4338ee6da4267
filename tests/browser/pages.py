"""The pages that are looked at, and how: the time is given, nothing comes from outside."""

from __future__ import annotations

from pathlib import Path

from mesocycle_html import Html
from msgspec.structs import replace

from mesocycle.output import samples
from mesocycle.output.sample_parts import EVERY_KIND, FLEXIBILITY, LADDER, RUN
from mesocycle.output.testing import content
from mesocycle.programme import Block, Programme, Range, Set, TrainingLoad

ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


def with_numbers() -> Programme:
    """Weeks that differ, so that there is a chart of each kind."""
    ladder = samples.ladder()
    weeks = tuple(
        replace(
            week,
            minutes=week.minutes + 20 * week.week,
            longest_run_m=8000 + 500 * week.week,
            tonnage_kg=900.0 * week.week,
            training_load=TrainingLoad(load=400 + 90 * week.week) if week.week < 3 else None,
            sets={"core": 6 * week.week, "glutes": 9, "hips": 9, "quads": 12 - 3 * week.week},
        )
        for week in ladder.statistics
    )
    regions = {"core": "", "glutes": "hips", "hips": "", "quads": "thigh"}
    return replace(ladder, statistics=weeks, regions=regions, as_of="2026-12-08")


def timed() -> Programme:
    """A session for each manner in which a timer leads."""
    hold = Set(hold_s=Range(target=30), side="each", rest_s=Range(target=20))
    held = replace(FLEXIBILITY[1], sets=(hold, hold))
    reps = replace(LADDER[0], sets=LADDER[0].sets[:2])
    emom = replace(EVERY_KIND[4], interval_s=60, duration_s=180, rounds=3)
    blocks = {
        "Holds": Block(kind="straight", items=(held,)),
        "Reps": Block(kind="straight", items=(reps,)),
        "EMOM": replace(emom, items=(replace(LADDER[0], sets=LADDER[0].sets * 3),)),
        "Every": EVERY_KIND[5],
        "AMRAP": EVERY_KIND[6],
        "For time": EVERY_KIND[7],
        "Tabata": replace(EVERY_KIND[8], rounds=2),
        "Circuit": replace(EVERY_KIND[1], rest_s=90, rounds=3),
    }
    sessions = [samples.session(name, n, block) for n, (name, block) in enumerate(blocks.items())]
    return samples.programme(*sessions, samples.session("Run", 8, *RUN))


def written(folder: Path) -> Path:
    """The folder with a page for each sample, by its name, and those above."""
    made = samples.samples() | {"numbers": with_numbers(), "timed": timed()}
    for name, programme in made.items():
        (folder / f"{name}.html").write_bytes(content(Html(), programme))
    plain = content(Html(), samples.ladder(), timer=False)
    (folder / "no timer.html").write_bytes(plain)
    return folder


class Visit:
    """A page in a browser that has never been there before."""

    def __init__(
        self,
        chromium,
        path: Path,
        *,
        day: str = "2026-12-07",
        width: int = 390,
        height: int = 844,
        scheme: str = "light",
        scripts: bool = True,
        motion: str = "no-preference",
        zone: str = "Europe/Berlin",
    ) -> None:
        self.context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            java_script_enabled=scripts,
            reduced_motion=motion,
            timezone_id=zone,
            offline=True,
        )
        self.address = path.as_uri()
        self.day = day
        self.asked: list[str] = []
        self.faults: list[str] = []
        self.page = self.open()

    def open(self):
        """The page once more, in another tab of the same browser."""
        page = self.context.new_page()
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda said: self.faults.append(said.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.clock.install(time=f"{self.day}T09:00:00")
        page.goto(self.address)
        return page

    def close(self) -> None:
        """Nothing was asked for but the page, and nothing went wrong."""
        self.context.close()
        assert set(self.asked) == {self.address}
        assert self.faults == []
