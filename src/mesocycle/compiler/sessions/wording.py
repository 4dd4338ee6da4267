"""What a line says besides its sets: the exercise as people see it, notes, how it changes."""

from __future__ import annotations

from mesocycle.catalogue import model as catalogue
from mesocycle.compiler.checked import Manner, Progression
from mesocycle.compiler.choice.qualify import Choice
from mesocycle.compiler.progress.spoken import coming, on_hit, spoken
from mesocycle.mass import Mass
from mesocycle.programme import Exercise, ItemProgression, Set

_GENTLY = "Gently: only as far as it is comfortable."


class Wording:
    """What is said of exercises and progressions, each put into words once."""

    def __init__(self) -> None:
        self._shown: dict[tuple[str, str | None], Exercise] = {}
        self._spoken: dict[tuple[int, int], tuple[Progression, str, Mass | None]] = {}

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
        key = (id(progress), stage)
        known = self._spoken.get(key)
        if known is None:  # kept with its words: so nothing else is ever found by its identity
            known = self._spoken[key] = (progress, spoken(progress), on_hit(progress, stage))
        _, text, more = known
        return ItemProgression(text=text, next=coming(more, sets) if more is not None else None)


def notes(manner: Manner, choice: Choice) -> tuple[str, ...]:
    """What the choice says (when tests are enough), how gently, and the coach's notes."""
    if choice.note is None and not manner.gentle:
        return manner.notes
    said = (choice.note, _GENTLY if manner.gentle else None)
    return (*(note for note in said if note), *manner.notes)
