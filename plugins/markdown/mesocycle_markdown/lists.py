"""What comes after the weeks: the exercises with their cues, and how they grow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mesocycle.output import wording
from mesocycle.output.text import web_address
from mesocycle.programme import Exercise, Item, Programme

from .escape import inline


def exercise_list(programme: Programme) -> str:
    """Every exercise that is still to be done, once, in the order of the first time."""
    found: dict[str, Exercise] = {}
    progress: dict[str, dict[str, list[str]]] = {}
    for item in _items(programme):
        if item.exercise is None:
            continue
        found.setdefault(item.exercise.id, item.exercise)
        if item.progression:
            ways = progress.setdefault(item.exercise.id, {})
            labels = ways.setdefault(item.progression.text, [])
            if item.label and item.label not in labels:
                labels.append(item.label)
    return "\n".join(f"- {_exercise(each, progress.get(id_, {}))}" for id_, each in found.items())


def run_list(programme: Programme) -> str:
    """How each line of running changes, by its session, as of the first that is still to be done.

    What a stage is called in between changes with the stage; it is told once.
    """
    found: dict[tuple[str, str], str] = {}
    for session in programme.sessions:
        if wording.to_do(session):
            for segment in (each for block in session.blocks for each in block.segments):
                if segment.progression:
                    found.setdefault((session.name, segment.activity), segment.progression.text)
    return "\n".join(
        f"- **{inline(name)}**: {inline(text).removesuffix('.')}."
        for (name, _), text in found.items()
    )


def _items(programme: Programme) -> Iterator[Item]:
    for session in (*programme.sessions, *programme.todo):
        if wording.to_do(session):
            for block in session.blocks:
                yield from block.items


def _exercise(exercise: Exercise, progress: Mapping[str, Sequence[str]]) -> str:
    facts = [", ".join(map(inline, exercise.trains)), ", ".join(map(inline, exercise.equipment))]
    address = web_address(exercise.video)
    facts.append(f"[video](<{address}>)" if address else "")
    told = " · ".join(filter(None, facts))
    words = [f"**{inline(exercise.name)}**" + (f" ({told})." if told else "")]
    words += map(inline, exercise.cues)
    ways = [_way(text, labels, alone=len(progress) == 1) for text, labels in progress.items()]
    words += [f"*Progress:* {'; '.join(ways)}."] if ways else []
    return " ".join(words)


def _way(text: str, labels: Sequence[str], *, alone: bool) -> str:
    """How it grows; where it grows in several ways, whose way it is."""
    text = inline(text).removesuffix(".")
    return text if alone or not labels else f"{inline(', '.join(labels))}: {text}"
