"""What a line says besides its sets: the exercise as people see it, notes, how it changes."""

from __future__ import annotations

from mesocycle.catalogue import model as catalogue
from mesocycle.compiler.checked import Manner
from mesocycle.compiler.progress.spoken import coming, spoken
from mesocycle.compiler.qualify import Choice
from mesocycle.programme import Exercise, ItemProgression, Set


def shown(exercise: catalogue.Exercise, manner: Manner) -> Exercise:
    """The exercise as an output needs it; the plan's video before the catalogue's."""
    return Exercise(
        id=exercise.id,
        name=exercise.name,
        kind=exercise.kind,
        trains=exercise.trains,
        equipment=exercise.equipment,
        cues=(*exercise.cues, *exercise.cautions),
        video=manner.video or exercise.video,
    )


def notes(manner: Manner, choice: Choice) -> tuple[str, ...]:
    """What the choice says (when tests are enough), how gently, and the coach's notes."""
    gentle = "Gently: only as far as it is comfortable." if manner.gentle else None
    return (*(note for note in (choice.note, gentle) if note), *manner.notes)


def progression(
    manner: Manner, choice: Choice, sets: tuple[Set, ...] = (), stage: int = 0
) -> ItemProgression | None:
    """How the line changes, in words, and the load that comes next; a test changes nothing."""
    if manner.progress is None or choice.assess:
        return None
    return ItemProgression(spoken(manner.progress), coming(manner.progress, sets, stage))
