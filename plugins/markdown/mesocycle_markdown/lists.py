"""What comes after the weeks: the exercises with their cues, and the weeks in numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mesocycle.output import wording
from mesocycle.output.text import web_address
from mesocycle.programme import Exercise, Programme, WeekStatistics

from .escape import inline


def exercise_list(programme: Programme) -> str:
    """Every exercise that is still to be done, once, in the order of the first time."""
    found: dict[str, Exercise] = {}
    progress: dict[str, str] = {}
    for session in (*programme.sessions, *programme.todo):
        if wording.to_do(session):
            for item in (item for block in session.blocks for item in block.items):
                if item.exercise:
                    found.setdefault(item.exercise.id, item.exercise)
                if item.exercise and item.progression:
                    progress.setdefault(item.exercise.id, item.progression.text)
    return "\n".join(f"- {_exercise(each, progress.get(id_))}" for id_, each in found.items())


def statistics_table(weeks: Sequence[WeekStatistics]) -> str:
    """A row for each week; only columns in which something is."""
    columns = [
        ("Week", [str(week.week) for week in weeks]),
        ("Sessions", [str(week.sessions) for week in weeks]),
        ("Minutes", [str(week.minutes) for week in weeks]),
        ("Reps", [_some(week.reps) for week in weeks]),
        ("Tonnage", [_some(round(week.tonnage_kg), " kg") for week in weeks]),
        *_activities(weeks),
        ("Longest run", [_time(week.longest_run_s) for week in weeks]),
        ("Sets", [_sets(week) for week in weeks]),
    ]
    filled = [(head, cells) for head, cells in columns if any(cells)]
    rows = [[head for head, _ in filled], ["--:"] * (len(filled) - 1) + [":--"]]
    rows += [list(row) for row in zip(*(cells for _, cells in filled), strict=True)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def week_line(week: WeekStatistics) -> str:
    """The week in a line under its heading."""
    facts = [wording.count(week.sessions, "session"), f"about {week.minutes} min"]
    for activity in sorted({*week.activity_s, *week.distance_m}):
        amounts = [_time(week.activity_s.get(activity)), _way(week.distance_m.get(activity))]
        facts.append(f"{inline(activity)} {', '.join(filter(None, amounts))}")
    return " · ".join(facts)


def _exercise(exercise: Exercise, progress: str | None) -> str:
    facts = [", ".join(map(inline, exercise.trains)), ", ".join(map(inline, exercise.equipment))]
    address = web_address(exercise.video)
    facts.append(f"[video](<{address}>)" if address else "")
    told = " · ".join(filter(None, facts))
    words = [f"**{inline(exercise.name)}**" + (f" ({told})." if told else "")]
    words += map(inline, exercise.cues)
    words += [f"*Progress:* {inline(progress)}."] if progress else []
    return " ".join(words)


def _activities(weeks: Sequence[WeekStatistics]) -> Iterator[tuple[str, list[str]]]:
    for activity in sorted(
        {name for week in weeks for name in (*week.activity_s, *week.distance_m)}
    ):
        cells = (
            (_time(week.activity_s.get(activity)), _way(week.distance_m.get(activity)))
            for week in weeks
        )
        yield _capital(inline(activity)), [", ".join(filter(None, cell)) for cell in cells]


def _sets(week: WeekStatistics) -> str:
    most_first = sorted(week.sets.items(), key=lambda part: (-part[1], part[0]))
    return ", ".join(f"{inline(part)} {sets}" for part, sets in most_first if sets)


def _some(value: int, unit: str = "") -> str:
    return f"{value}{unit}" if value else ""


def _time(seconds: int | None) -> str:
    return wording.duration(seconds) if seconds else ""


def _way(metres: int | None) -> str:
    return wording.distance(metres) if metres else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
