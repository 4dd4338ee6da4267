"""The exercises with their cues, each once, and how runs change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mesocycle.output import wording
from mesocycle.output.text import web_address
from mesocycle.programme import Exercise, Item, Programme

from .items import exercise_id
from .markup import Html, capital, dots, el

_Ways = Mapping[str, Sequence[str]]


def exercises(programme: Programme) -> Html:
    """Every exercise that is still to be done, once, in the order of the first time."""
    found: dict[str, Exercise] = {}
    ways: dict[str, dict[str, list[str]]] = {}
    for item in _items(programme):
        if item.exercise is None:
            continue
        found.setdefault(item.exercise.id, item.exercise)
        if item.progression:
            labels = ways.setdefault(item.exercise.id, {}).setdefault(item.progression.text, [])
            if item.label and item.label not in labels:
                labels.append(item.label)
    if not found:
        return Html()
    cards = [_card(each, ways.get(key, {})) for key, each in found.items()]
    return el("section", el("h2", "The exercises"), el("div", cards, class_="cards"), id="how")


def runs(programme: Programme) -> Html:
    """How each line of running changes, as of the first that is still to be done."""
    found: dict[tuple[str, str], str] = {}
    for session in filter(wording.to_do, programme.sessions):
        for segment in (each for block in session.blocks for each in block.segments):
            if segment.progression:
                found.setdefault((session.name, segment.activity), segment.progression.text)
    if not found:
        return Html()
    rows = [
        el("li", el("b", name), f": {text.removesuffix('.')}.") for (name, _), text in found.items()
    ]
    return el("section", el("h2", "How the runs change"), el("ul", rows), id="change")


def _items(programme: Programme) -> Iterator[Item]:
    for session in (*programme.sessions, *programme.todo):
        if wording.to_do(session):
            for block in session.blocks:
                yield from block.items


def _card(exercise: Exercise, ways: _Ways) -> Html:
    address = web_address(exercise.video)
    link = el("a", "Video", href=address, rel="noopener noreferrer", target="_blank")
    facts = [
        capital(", ".join(exercise.trains)),
        ", ".join(exercise.equipment),
        link if address else None,
    ]
    grows = [_way(text, labels, alone=len(ways) == 1) for text, labels in ways.items()]
    return el(
        "div",
        el("h3", exercise.name),
        el("p", dots(facts), class_="sum") if any(facts) else None,
        el("ul", [el("li", cue) for cue in exercise.cues]) if exercise.cues else None,
        el("p", el("b", "Progress: "), f"{'; '.join(grows)}.", class_="how") if grows else None,
        class_="card",
        id=exercise_id(exercise.id),
        tabindex="-1",
    )


def _way(text: str, labels: Sequence[str], *, alone: bool) -> str:
    """How it grows; where it grows in several ways, whose way it is."""
    text, whose = text.removesuffix("."), f"{', '.join(labels)}: "
    if text.casefold().startswith(whose.casefold()):
        text = text[len(whose) :]
    return text if alone or not labels else whose + text
