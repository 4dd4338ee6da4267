"""Expected numbers of weeks: `week 1: 3 sessions, run 60min, run 5km, load 400`."""

from __future__ import annotations

from collections.abc import Iterator

from mesocycle.programme import TrainingLoad, WeekStatistics
from tests.spec.speckit.compile import Compiled
from tests.spec.speckit.stretches import length, time


def weeks(lines: list[str], compiled: Compiled) -> Iterator[str]:
    """Every word said of a week holds; one with `no` in front does not begin any that does."""
    made = {f"week {each.week}": each for each in compiled.programme.statistics}
    for line in lines:
        name, _, said = line.partition(": ")
        found = list(_words(made[name])) if name in made else []
        wrong = [word for word in said.split(", ") if not _holds(word, found)]
        if name not in made or wrong:
            yield f"{name}: no {', '.join(wrong)} in {', '.join(found) or 'the programme'}"


def _holds(word: str, found: list[str]) -> bool:
    if word.startswith("no "):
        return not any(f"{each} ".startswith(f"{word[3:]} ") for each in found)
    return word in found


def _words(week: WeekStatistics) -> Iterator[str]:
    yield f"starts {week.starts}"
    yield f"{week.sessions} session{'s' if week.sessions != 1 else ''}"
    yield f"{week.minutes}min"
    yield f"{week.reps} reps"
    yield f"tonnage {week.tonnage_kg:g}kg"
    yield from (f"{name} {time(seconds)}" for name, seconds in week.activity_s.items() if seconds)
    yield from (f"{name} {length(metres)}" for name, metres in week.distance_m.items() if metres)
    yield from (f"effort {word or '?'} {time(s)}" for word, s in week.intensity_s.items() if s)
    if week.longest_run_s is not None:
        yield f"longest {time(week.longest_run_s)}"
    if week.longest_run_m is not None:
        yield f"longest {length(week.longest_run_m)}"
    if week.training_load is not None:
        yield from _load(week.training_load)


def _load(load: TrainingLoad) -> Iterator[str]:
    yield f"load {load.load}"
    numbers = {
        "monotony": load.monotony, "strain": load.strain,
        "acwr": load.acwr, "ewma": load.acwr_ewma,
    }  # fmt: skip
    for name, value in numbers.items():
        if value is not None:
            yield f"{name} {round(value, 2):g}"
    yield f"{load.unknown_sessions} unknown"
    yield f"basis {load.basis}"
