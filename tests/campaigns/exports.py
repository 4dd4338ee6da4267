"""Past training as other programs export it, and as people note it down; made of a `Random`."""

from __future__ import annotations

import datetime as dt
from random import Random

STRONG = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
    "Workout Notes,RPE"
)
HEVY = (
    '"title","start_time","end_time","description","exercise_title","superset_id",'
    '"exercise_notes","set_index","set_type","weight_kg","reps","distance_km","duration_seconds",'
    '"rpe"'
)
STRAVA = "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance"
GARMIN = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR"
PLAIN = "date,exercise,sets,reps,weight,rpe,notes"

NAMES = (
    "Squat (Barbell)", "Superman", "Plank", "Single Leg Bridge", "Pull Up", "Run", "Running",
    "Supermann", "Skullcrusher (Barbell)", "morning pain 3", "flag numbness", "=SUM(A1)",
    'Row "heavy"', "Row; 3x8", "# Squat", "Übung", "x" * 300, "", "\x1b]0;Red", "a\nb",
)  # fmt: skip
TITLES = ("Legs", "Gym", "Hips", "Strength", 'The "big" one', "Morning; run", "", "Legs #2", "Üb")
REMARKS = ("", "", "Slept badly.", "numb left leg", 'said "no"', "a; b", "# no", "chest pain")
DAYS = (
    "%Y-%m-%d %H:%M:%S", "%Y-%m-%d", "%d/%m/%Y", "%m/%d/%Y", "%d %b %Y, %H:%M", "%d.%m.%Y",
    "%b %d, %Y, %I:%M:%S %p", "%Y/%m/%d",
)  # fmt: skip
AMOUNTS = ("5", "8", "10", "0", "", "12.5", "8/8/6", "1000", "-3", "ten", "5+", "nan", "1e9")
LOADS = ("", "0", "60", "100.0", "102,5", "60kg", "135 lb", "-20", "inf", "1e400", "bw")
LONG = ("1h 5m", "45m", "3605", "01:05:00", "38:12", "", "0", "99999999", "-1")


class Exports:
    """Files to import."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def file(self) -> tuple[str, str]:
        """The name of a file, and its text."""
        make = self.random.choice((self.table, self.table, self.notes))
        return make()

    def table(self) -> tuple[str, str]:
        """An export as a table."""
        head, row = self.random.choice((
            (STRONG, self._strong), (HEVY, self._hevy), (STRAVA, self._strava),
            (GARMIN, self._garmin), (PLAIN, self._plain),
        ))  # fmt: skip
        form = self._one(*DAYS)
        rows = [row(self._day(form)) for _ in range(self.random.randint(0, 12))]
        lines = [head, *(",".join(map(_cell, row)) for row in rows)]
        text = self._one("\n", "\n", "\r\n").join(lines) + self._one("\n", "")
        if self.random.randrange(6) == 0:
            text = text.replace(",", self._one(";", "\t"))
        return self._one("past.csv", "past.csv", "past.tsv"), text

    def notes(self) -> tuple[str, str]:
        """Notes, with a date above each day."""
        form = self._one(*DAYS)
        found = [self._one("", "My log", "Squat 3x5 100kg")]
        for _ in range(self.random.randint(0, 5)):
            found.append(self._one("", "## ", "**", "- ") + f"{self._day(form)} {self._title()}")
            for _ in range(self.random.randint(0, 4)):
                name, load = self._one(*NAMES), self._one(*LOADS)
                much = self._one(*AMOUNTS)
                found.append(self._one(
                    f"- {name} 3x{much} {load}kg", f"* {name}: {much}, {much} @ {load}",
                    f"1. {name} {load}kg x {much}", f"{name}", self._one(*REMARKS),
                    f"Run {much}km in {self._one(*LONG)}", f"{name} {much} rpe {much}",
                ))  # fmt: skip
        return "notes.md", "\n".join(found) + "\n"

    def _one(self, *of: str) -> str:
        return self.random.choice(of)

    def _title(self) -> str:
        return self._one(*TITLES)

    def _day(self, form: str) -> str:
        first = dt.datetime(2026, 10, 1, 18, tzinfo=dt.UTC)
        day = first + dt.timedelta(days=self.random.randint(0, 100))
        return day.strftime(form)

    def _strong(self, day: str) -> list[str]:
        return [
            day, self._title(), self._one(*LONG), self._one(*NAMES), self._one("1", "2", "W", "D"),
            self._one(*LOADS), self._one(*AMOUNTS), "0", self._one("0", "30", "45"),
            self._one(*REMARKS), self._one(*REMARKS), self._one("", "8", "8.5", "11"),
        ]  # fmt: skip

    def _hevy(self, day: str) -> list[str]:
        return [
            self._title(), day, day, self._one(*REMARKS), self._one(*NAMES), "",
            self._one(*REMARKS), self._one("0", "1"), self._one("normal", "warmup", "dropset"),
            self._one(*LOADS), self._one(*AMOUNTS), self._one("", "5"), self._one("", "30"),
            self._one("", "8"),
        ]  # fmt: skip

    def _strava(self, day: str) -> list[str]:
        kind = self._one("Run", "Ride", "Walk", "Yoga", "Swim")
        return ["1", day, self._title(), kind, self._one(*LONG), self._one("5.2", "5200", "", "0")]

    def _garmin(self, day: str) -> list[str]:
        kind = self._one("Running", "Cycling", "Strength Training", "Walking")
        far = self._one("5.20", "--", "0.00", "1,200")
        return [kind, day, "false", self._title(), far, "300", self._one(*LONG), "140"]

    def _plain(self, day: str) -> list[str]:
        return [
            day, self._one(*NAMES), self._one("1", "3", "", "99"), self._one(*AMOUNTS),
            self._one(*LOADS), self._one("", "8"), self._one(*REMARKS),
        ]  # fmt: skip


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if set(text) & set(',;\n"\t') else text
