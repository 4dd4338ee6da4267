"""The plan and the diary that the suite's coach keeps, as they change from step to step."""

from __future__ import annotations

from dataclasses import dataclass

_PLAN = """\
plan "Back"
  id a-back-that-runs
  starts 2027-03-22
  lasts {weeks}
  timezone Europe/Berlin
  use runner-back

session "{title}" on mon, thu at {time} for {length}
  id strength
  Superman; 3x8-12
  note "{text}"

session "Easy run" on sat
  warmup 5min brisk walk
  run 30min easy
  cooldown 5min walk

session "Night walk" on sun at 02:30 for 30min
  walk 30min easy

calendar
  note 2027-03-24 "half-term begins"
{calendar}"""

_DIARY = """\
athlete "Ana"
  follows "Back"

{entries}"""


@dataclass(frozen=True)
class Plan:
    """What a step may say otherwise than the first one."""

    title: str = "Strength"
    time: str = "07:00"
    length: str = "40min"
    text: str = "Slowly, in good form; count: 3, 2, 1."
    weeks: str = "2 weeks"
    calendar: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()

    @property
    def plan(self) -> str:
        """The plan's text."""
        lines = "".join(f"  {each}\n" for each in self.calendar)
        words = {"title": self.title, "time": self.time, "length": self.length, "text": self.text}
        return _PLAN.format(weeks=self.weeks, calendar=lines, **words)

    @property
    def diary(self) -> str:
        """The diary's text."""
        return _DIARY.format(entries="".join(f"{each}\n" for each in self.entries))


#: What every program shows of the first plan. The clocks change on Sunday the 28th: 02:30 is not
#: there on that day, so the walk is at 03:30 summer time; from then on 07:00 is 05:00 in UTC.
FIRST = (
    "2027-03-22T06:00Z 2027-03-22T06:40Z  Strength",
    "2027-03-24 2027-03-25  half-term begins",
    "2027-03-25T06:00Z 2027-03-25T06:40Z  Strength",
    "2027-03-27 2027-03-28  Easy run",
    "2027-03-28T01:30Z 2027-03-28T02:00Z  Night walk",
    "2027-03-29T05:00Z 2027-03-29T05:40Z  Strength",
    "2027-04-01T05:00Z 2027-04-01T05:40Z  Strength",
    "2027-04-03 2027-04-04  Easy run",
    "2027-04-04T00:30Z 2027-04-04T01:00Z  Night walk",
)


def first_but(**others: str) -> list[str]:
    """The first plan's list, with lines replaced: by the day of the month, as `d25="…"`."""
    found = {line[:10]: line for line in FIRST}
    by_number = {f"d{day[8:10]}": day for day in found}
    for number, line in others.items():
        found[by_number[number]] = line
    return sorted(filter(None, found.values()))
