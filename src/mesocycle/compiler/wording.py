"""What a line says besides its sets: the exercise as people see it, notes, how it changes."""

from __future__ import annotations

from mesocycle.catalogue import model as catalogue
from mesocycle.compiler.checked import Manner, Progression
from mesocycle.compiler.progress.spoken import coming, spoken
from mesocycle.compiler.qualify import Choice
from mesocycle.programme import Exercise, ItemProgression, Set

_GENTLY = "Gently: only as far as it is comfortable."


class Wording:
    """What is said of exercises and progressions, each put into words once."""

    def __init__(self) -> None:
        self._shown: dict[tuple[str, str | None], Exercise] = {}
        self._spoken: dict[int, tuple[Progression, str]] = {}

    def shown(self, exercise: catalogue.Exercise, manner: Manner) -> Exercise:
        """The exercise as an output needs it; the plan's video before the catalogue's."""
        key = (exercise.id, manner.video)
        known = self._shown.get(key)
        if known is None:
            known = self._shown[key] = Exercise(
                id=exercise.id,
                name=exercise.name,
                kind=exercise.kind,
                trains=exercise.trains,
                equipment=exercise.equipment,
                cues=(*exercise.cues, *exercise.cautions),
                video=manner.video or exercise.video,
            )
        return known

    def progression(
        self, manner: Manner, choice: Choice, sets: tuple[Set, ...] = (), stage: int = 0
    ) -> ItemProgression | None:
        """How the line changes, in words, and the load that comes next; a test changes nothing."""
        progress = manner.progress
        if progress is None or choice.assess:
            return None
        known = self._spoken.get(id(progress))
        if known is None:  # kept with its words: so nothing else is ever found by its identity
            known = self._spoken[id(progress)] = (progress, spoken(progress))
        return ItemProgression(text=known[1], next=coming(progress, sets, stage))


def notes(manner: Manner, choice: Choice) -> tuple[str, ...]:
    """What the choice says (when tests are enough), how gently, and the coach's notes."""
    if choice.note is None and not manner.gentle:
        return manner.notes
    said = (choice.note, _GENTLY if manner.gentle else None)
    return (*(note for note in said if note), *manner.notes)
