"""Random plans of running, and diaries of what became of them: every form that coaches write.

Made of a `Random`, so a campaign may make many and a property few. Most of the plans hold; some
are refused, which is an answer as well.
"""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import NamedTuple

#: A Monday, over New Year, and in front of the change of the clocks.
START = dt.date(2026, 12, 7)
WEEKS = 6
DAYS = 7 * WEEKS

NAMES = ("Long run", "Intervals", "Easy run", "Brisk walk", "Bike", "Strength")

TARGETS = (
    "easy", "steady", "tempo", "threshold", "zone 2", "zone 3-4", "hr 140-150", "hr 80-85%",
    "hr 70% of reserve", "hr 95% of threshold", "below zone 3", "rpe 3-4", "rpe 7",
    "at 5:00-5:20/km", "at 5k pace", "at hm pace", "from easy to tempo", "from zone 1 to zone 3",
    "below 150 bpm", "easy uphill", "",
)  # fmt: skip
LENGTHS = (
    "20min", "45min", "90min", "4.5min", "1.5h", "5km", "800m", "3mi", "21.1km", "20-30min",
    "5-6mi", "10-12km",
)  # fmt: skip
WORK = ("30s", "1min", "4min", "400m", "1km", "90s", "0.5mi")
BETWEEN = ("2min jog", "90s walk", "rest 90s", "1min easy", "200m jog", "3min hr 60-70%")

OF_TIME = (
    "progress time by 5min to 90min", "progress time by 10% to 2h",
    "progress time by 5min every 2 sessions to 90min; on pain > 1 time 80%",
    "progress time by 5min to 90min; on miss time 90%",
)  # fmt: skip
OF_DISTANCE = (
    "progress distance by 500m to 30km", "progress distance by 10% every 1 week to 30km",
    "progress distance by 700m every 2 sessions to 30km; on 2 misses distance 80%",
)  # fmt: skip
WHENS = (
    "when back pain > 0: runs easy only", "when hip pain > 2: volume 60%",
    "when hip pain > 1: swap run for bike at 80%", "when knee pain > 0: swap run for swim",
    "when week >= 3: volume 80%",
)  # fmt: skip
CHANGES = (
    "30min", "6km", "skip", "volume 60%", "4x(1min at 5k pace, 2min jog)", "run 40min easy",
    "(90s, 2min walk) for total 20min", "5-6mi",
)  # fmt: skip

PROGRESSION = """
progression back
  stage 1: run 4x(4.5min walk, 30s)
  stage 2: run 4x(4min walk, 1min)
  stage 3: run 4x(3min walk, 2min)
  stage 4: run 20min easy
  at most one stage a week
  on hit 2 times: next stage
  on pain > 0: previous stage
  on 7 days off: previous stage
  on 10 days off: back 2 stages
"""

FITNESS = (
    "best 5k 24:30", "best 10k 51:10", "best mile 6:40", "best marathon 4:01:00", "max hr 190",
    "resting hr 50", "threshold hr 170", "ftp 250W", "zone 2 hr 130-145", "zone 2 hr 60-70%",
    "zone 2 pace 6:00-6:30/km",
)  # fmt: skip


class Case(NamedTuple):
    """A plan in the pieces that a property varies, and a diary by its entries."""

    header: tuple[str, ...]
    body: str
    calendar: tuple[str, ...]
    entries: tuple[tuple[dt.date, str], ...]

    @property
    def plan(self) -> str:
        """The whole plan."""
        head = "".join(f"  {line}\n" for line in self.header)
        lines = "".join(f"  {line}\n" for line in self.calendar)
        calendar = f"\ncalendar\n{lines}" if lines else ""
        return f'plan "Runs"\n{head}{calendar}\n{self.body}'

    @property
    def diary(self) -> str:
        """The whole diary, in the order of its days."""
        said = "".join(f"{day} {text}\n" for day, text in sorted(self.entries))
        return f'athlete "Ana"\n\n{said}'


class Maker:
    """Makes cases; `care` None picks one."""

    def __init__(self, random: Random, care: str | None = None) -> None:
        self.random = random
        self.care = care or random.choice(("training", "rehab"))
        self.names: list[str] = []
        self.weeks = WEEKS

    def case(self) -> Case:
        """A plan and a diary."""
        header = [f"starts {START}", "timezone Europe/Berlin", f"care {self.care}"]
        header += ["use runner-back", f"missed: {self._one('hold', 'drop', 'shift', 'merge')}"]
        header += [f"week starts {self._one('mon', 'wed', 'sun')}"] if self._chance(3) else []
        header += list(dict.fromkeys(self._one(*FITNESS) for _ in range(self._number(0, 3))))
        phased = self._chance(2)
        header += [] if phased else [f"lasts {WEEKS} weeks"]
        body = self._phases() if phased else self._sessions(NAMES)
        return Case(tuple(header), body + PROGRESSION, self._calendar(), self._diary())

    def _one(self, *what: str) -> str:
        return self.random.choice(what)

    def _number(self, low: int, high: int) -> int:
        return self.random.randint(low, high)

    def _chance(self, of: int) -> bool:
        return self.random.randrange(of) == 0

    def day(self) -> dt.date:
        """A day of the plan."""
        return START + dt.timedelta(days=self._number(0, DAYS - 1))

    def _phases(self) -> str:
        first = self._one(
            '"Base" for 2 weeks', '"Base" for 1 week, repeat 2 times',
            '"Base" until brisk walk 30min painfree, at most 2 weeks',
            '"Base" until "Easy run" done 2 times painfree, at most 2 weeks',
        )  # fmt: skip
        body = ""
        for weeks, head in ((2, first), (3, '"Build" for 3 weeks'), (1, '"Peak" for 1 week')):
            self.weeks = weeks
            lines = [f"missed: {self._one('hold', 'drop', 'shift')}"] if self._chance(4) else []
            lines += ["volume 100%, 80%"] if self._chance(4) else []
            own = self._sessions(("Easy run", "Long run", "Intervals"))
            lines += own.splitlines()
            body += f"phase {head}\n" + "".join(f"  {line}\n" if line else "\n" for line in lines)
        self.weeks = WEEKS
        return body + self._sessions(("Brisk walk", "Strength"))

    def _sessions(self, names: tuple[str, ...]) -> str:
        found = ""
        for name in names[: self._number(1, len(names))]:
            self.names.append(name)
            days = self._one(
                "on mon, wed, fri", "on tue, sat at 18:00", "on sun at 07:00", "on thu",
                "2 times a week, 48h apart", "every 3 days", "every day at 06:30",
            )  # fmt: skip
            body = "\n".join(f"  {line}" for line in self._lines(name))
            found += f'session "{name}" {days}\n{body}\n'
        return found

    def _lines(self, name: str) -> list[str]:
        if name == "Brisk walk":
            return ["walk 20min brisk; progress time by 5min to 45min"]
        if name == "Bike":
            return ["bike 40min power 85-95%", "swim 400m at 1:50/100m", "row 2km at 2:05/500m"]
        if name == "Strength":
            return ["Superman; 3x8", "Plank; 2x30s"]
        lines = [self._one("warmup 5min brisk walk", "warmup 10min easy", "warmup 2mi easy")]
        lines += self._run()
        lines += [self._one("cooldown 5min walk", "cooldown 2-3mi easy", "run until lap easy")]
        return lines + ([self._one(*WHENS)] if self._chance(3) else [])

    def _run(self) -> list[str]:
        kind = self._number(0, 6)
        target = self._one(*TARGETS)
        if kind <= 1:
            length = self._one(*LENGTHS)
            steps = OF_TIME if length[-1] in "nh" else OF_DISTANCE
            line, step = f"run {length} {target}".strip(), self._one("", "", *steps)
            if "-" in length or length in ("90min", "1.5h", "800m"):
                step = ""
        elif kind == 2:
            work, between = self._one(*WORK), self._one(*BETWEEN)
            line, step = f"run {self._number(1, 12)}x({work} {target}, {between})", ""
        elif kind == 3:
            line, step = f"run {self._number(2, 10)}x400m at 5k pace; rest 90s", ""
        elif kind == 4:
            total = f"{self._number(1, 60)}min"
            line, step = f"run (60s, {self._one('90s', '2min')} walk) for total {total}", ""
        elif kind == 5:
            line = f"run 3x(10min {target}, 2x(30s sprint, 1min walk), rest 2min)"
            step = ""
        else:
            line, step = "run 4x(4.5min walk, 30s)", "progress with back"
        found = ["; ".join(clause for clause in (line, step) if clause)]
        weeks = self.random.sample(range(1, self.weeks + 1), self._number(0, min(2, self.weeks)))
        weeks = [] if step else weeks
        return found + [f"  week {week}: {self._one(*CHANGES)}" for week in sorted(weeks)]

    def _calendar(self) -> tuple[str, ...]:
        found = [self.exception() for _ in range(self._number(0, 3))]
        if self._chance(2):
            date = START + dt.timedelta(days=DAYS - self._number(1, 7))
            grade = self._one("A", "B", "C")
            taper = self._one("", "; taper 2 weeks to 60%, 40%", "; taper 1 week to 50%")
            found.append(f'race "Half" on {date} at 10:00; 21.1km; priority {grade}{taper}')
        found += ["rest on sun"] if self._chance(6) else []
        return tuple(dict.fromkeys(found))

    def exception(self) -> str:
        """A line of a calendar about single days."""
        day, other = sorted((self.day(), self.day()))
        name = self.random.choice(self.names)
        return self._one(
            f'skip {day} to {min(other, day + dt.timedelta(days=9))} "away"', f"skip {day}",
            f"move {day} to {other}", f"swap {day} with {other}", f'note {day} "exam"',
            f'skip "{name}" on {day}', f'move "{name}" on {day} to {other} at 09:00',
            "swap tue with thu in week 3", f"rest on {day}",
        )  # fmt: skip

    def _diary(self) -> tuple[tuple[dt.date, str], ...]:
        found = [self.entry() for _ in range(self._number(0, 14))]
        walked = START - dt.timedelta(days=self._number(1, 20))
        found += [(walked, "brisk walk 30min; pain 0")] if self._chance(2) else []
        asked = sorted({day - dt.timedelta(days=1) for day, _ in found if day > START})
        found += [(day, "no red flags") for day in asked] if self._chance(2) else []
        return tuple(found)

    def entry(self) -> tuple[dt.date, str]:
        """A dated entry of a diary."""
        done = self._one("", "; 30min", "; 3km", "; 31min, 5.2km", "; 3min; felt rpe 8")
        pain = self._one("", "; pain 0", "; pain 0", "; pain 1", "; pain 4")
        session = f'"{self.random.choice(self.names)}"{done}{pain}'
        return self.day(), self._one(
            session, session, session, session, f"morning pain {self._number(0, 3)}",
            "morning pain 0", f"pain {self._number(0, 7)} {self._one('hip', 'lower back', 'knee')}",
            f"best 5k 2{self._number(0, 9)}:10", f"max hr {self._number(170, 199)}",
            "flag numbness left leg", 'cleared by "physio"', f"brisk walk 30min{pain}",
        )  # fmt: skip
