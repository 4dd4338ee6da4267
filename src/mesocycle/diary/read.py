"""A parsed diary becomes a checked one: names looked up, dates read, sides complete."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from operator import attrgetter
from typing import TypeVar

from mesocycle.catalogue.model import Catalogue
from mesocycle.diagnostics import Outcome
from mesocycle.diary import entries, profile
from mesocycle.diary.agreement import check_agreement
from mesocycle.diary.corrections import correct
from mesocycle.diary.model import (
    Answer,
    Athlete,
    BodyPain,
    Bodyweight,
    Clearance,
    ConditionLog,
    Diary,
    ExerciseLog,
    FitnessLog,
    Flag,
    MaxLog,
    Remark,
    Screened,
    SessionLog,
    Walk,
)
from mesocycle.diary.reader import Reader
from mesocycle.source import Span
from mesocycle.syntax.diary_nodes import AthleteHead
from mesocycle.syntax.nodes import AskHead, File

E = TypeVar("E", bound=entries.Entry)


def read(
    file: File,
    catalogue: Catalogue,
    *,
    plan: str | None = None,
    sessions: Collection[str] | None = None,
    as_of: dt.date | None = None,
    labels: Collection[str] | None = None,
    tracks: Collection[str] | None = None,
    asks: Collection[AskHead] | None = None,
) -> Outcome[Diary]:
    """The diary that `file` holds.

    `plan` is the plan's name; `sessions`, `labels` and `tracks` are those that it has, `asks`
    its questions (None: any name is taken); an entry dated after `as_of` is an error.
    """
    reader = Reader(file, catalogue, plan, sessions, as_of, labels, tracks, asks)
    athlete: Athlete | None = None
    stated: tuple[profile.Stated, ...] = ()
    named = False
    found: list[entries.Entry] = []
    for statement in file.statements:
        if isinstance(statement.head.node, AthleteHead):
            if named:
                reader.notes.error(
                    "E404", "a second athlete", statement.head.span, "one diary, one athlete",
                    hint="keep each athlete's diary in a file of its own",
                )  # fmt: skip
            named = True
            if athlete is None:
                athlete, stated = profile.read(reader, statement)
        else:
            found.extend(entries.read(reader, statement))
    if not named:
        reader.notes.error(
            "E405", "the diary does not say whose it is", Span(file.source, 0, 0),
            "no athlete line",
            hint='begin with a line such as: athlete "Ana"',
        )  # fmt: skip
    check_agreement(reader)
    found = correct(reader, file.statements, found)
    return reader.notes.outcome(_diary(athlete, stated, found) if athlete else None)


def _diary(
    athlete: Athlete, stated: tuple[profile.Stated, ...], found: list[entries.Entry]
) -> Diary:
    """Entries sorted by date; Python's sort keeps the file's order on one date.

    What the profile states comes before all that is dated.
    """
    found = sorted(found, key=attrgetter("date"))
    sessions = _of(SessionLog, found)
    exercises = [log for entry in found for log in _exercise_logs(entry)]
    return Diary(
        athlete=athlete,
        sessions=sessions,
        exercises=tuple(exercises),
        pains=_of(BodyPain, found),
        flags=_of(Flag, found),
        clearances=_of(Clearance, found),
        walks=_of(Walk, found),
        maxes=(*_of(MaxLog, stated), *_of(MaxLog, found)),
        bodyweights=(*_of(Bodyweight, stated), *_of(Bodyweight, found)),
        fitness=(*_of(FitnessLog, stated), *_of(FitnessLog, found)),
        screens=_of(Screened, found),
        answers=_of(Answer, found),
        conditions=(*_of(ConditionLog, stated), *_of(ConditionLog, found)),
        remarks=_of(Remark, found),
        last=found[-1].date if found else None,
    )


def _of(kind: type[E], found: Iterable[entries.Entry]) -> tuple[E, ...]:
    return tuple(entry for entry in found if isinstance(entry, kind))


def _exercise_logs(entry: entries.Entry) -> tuple[ExerciseLog, ...]:
    if isinstance(entry, SessionLog):
        return entry.exercises
    return (entry,) if isinstance(entry, ExerciseLog) else ()
