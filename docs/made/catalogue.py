"""The bundled libraries, exercise by exercise: a page each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docs.made.table import title
from mesocycle.catalogue import Catalogue, Exercise
from mesocycle.catalogue.libraries import catalogue_of
from mesocycle.loading import Folder
from mesocycle.source import Source
from mesocycle.syntax import parse
from mesocycle.syntax.nodes import Count, Scheme, SetGroup

_UNITS = {"reps": "", "seconds": "s", "metres": "m"}
_IMPACT = ("none", "low", "as in running", "as in jumping")


#: What a library is for, in a line.
_ABOUT = {
    "runner-back": "Exercises for runners whose back hurts, or should not.",
    "barbell": "Lifts with barbell, dumbbells, kettlebells, machines and cables; the olympic lifts;"
    "\ncarries; and the exercises without a bar that go with them.",
    "bodyweight": "Calisthenics: ladders from the first scapular pull to the front lever, core,"
    "\nwarming up, and what gyms do without a bar.",
}


def lines(library: str = "runner-back") -> Iterator[str]:
    """Every exercise of `library`, and its pools."""
    plan = parse(Source("all.plan", f"use {library}\n")).unwrap()
    found = catalogue_of(plan, Folder("-")).unwrap()
    yield from title(f"The exercises of {library}", f"`plans/library/{library}.plan`")
    yield _ABOUT[library]
    yield ""
    yield f"{len(found.exercises)} exercises. `use {library}` brings them into a plan; every name"
    yield "and every alias finds its exercise. Loads, impact, easier and harder forms are our own"
    yield "classification, and await a physiotherapist's review."
    yield ""
    for pool in found.pools.values():
        yield f"## Pool: {pool.name}"
        yield ""
        for number, identity in enumerate(pool.exercises, 1):
            yield f"{number}. {_link(found, identity)}"
        yield ""
    yield "## Exercises"
    yield ""
    for exercise in found.exercises.values():
        yield from _exercise(exercise, found)


def _exercise(e: Exercise, found: Catalogue) -> Iterator[str]:
    all_ = found.exercises.items()
    yield f"### {e.name}"
    yield ""
    sides = {"none": "", "each": "each side", "alternating": "sides in turn"}[e.sides]
    impact = f"impact {_IMPACT[e.impact]}" if e.impact is not None else "impact unknown"
    needs = ", ".join(e.equipment) or "no equipment"
    place = "" if e.place == "anywhere" else e.place
    facts = (e.kind, e.position or "", sides, _dose(e.dose), impact, needs, place)
    yield " · ".join(filter(None, facts))
    yield ""
    for label, values in (
        ("also", e.aliases),
        ("trains", (*e.trains, *(f"{part} (assists)" for part in e.assists))),
        ("loads the back in", tuple(f"{way} ({level})" for way, level in e.loads)),
        ("easier", tuple(_link(found, i) for i in e.easier)),
        ("harder", tuple(_link(found, i) for i in e.harder)),
        ("instead", tuple(_alternative(found, e))),
        ("a form of", (_link(found, e.variant_of),) if e.variant_of else ()),
        ("other forms", tuple(_link(found, i) for i, o in all_ if o.variant_of == e.id)),
        ("left out with", e.avoid),
    ):
        if values:
            yield f"- {label}: {', '.join(values)}"
    if e.not_before_run_s:
        yield f"- not within {e.not_before_run_s // 60} minutes before a run"
    yield ""
    yield from (f"> {text}" for text in (" ".join((*e.cues, *e.cautions)),) if text)
    yield ""


def _alternative(found: Catalogue, e: Exercise) -> Iterator[str]:
    words = {"start": "to start with", "form": "for bad form", "place": "", "goal": "for",
             "equipment": "without"}  # fmt: skip
    for each in e.alternatives:
        why = " ".join(filter(None, (words[each.reason], each.detail)))
        yield f"{_link(found, each.exercise)} {why}"


def _link(found: Catalogue, identity: str) -> str:
    name = found.exercises[identity].name if identity in found.exercises else identity
    anchor = re.sub(r"[^\w\- ]", "", name.lower()).replace(" ", "-")
    return f"[{name}](#{anchor})"


def _dose(dose: Scheme | None) -> str:
    return ", ".join(map(_group, dose.groups)) if dose else ""


def _group(group: SetGroup) -> str:
    sets = f"{_count(group.sets)}x" if group.sets else ""
    minutes, rest = divmod(group.amount.low, 60)
    if group.unit == "seconds" and minutes and not rest:
        return f"{sets}{minutes}min"
    side = {"both": "", "each": " each side"}.get(group.side, f" {group.side}")
    return f"{sets}{_count(group.amount)}{_UNITS[group.unit]}{side}"


def _count(count: Count) -> str:
    return str(count.low) if count.low == count.high else f"{count.low}-{count.high}"
