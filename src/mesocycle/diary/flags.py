"""Red flags: a closed list, and how far up each one goes.

Levels: *emergency* (call for help now), *urgent* (a doctor today), *see* (a doctor or
physiotherapist before the next training). The list follows the NHS page on back pain, the
AHCPR table of red flags (NBK52120) and the IFOMPT framework (Finucane et al., JOSPT 2020;
50:350). Software stops and refers; it never grades how likely something is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mesocycle.catalogue.model import fold

if TYPE_CHECKING:
    from mesocycle.diary.model import Level


class Symptom(msgspec.Struct, frozen=True):
    """A red flag's name, its other names, and its level."""

    name: str
    level: Level
    also: tuple[str, ...] = ()


SYMPTOMS: tuple[Symptom, ...] = (
    Symptom("saddle numbness", "emergency", ("numbness around the genitals", "saddle tingling")),
    Symptom("bladder", "emergency", ("difficulty peeing", "loss of bladder control")),
    Symptom("bowel", "emergency", ("loss of bowel control",)),
    Symptom("sexual dysfunction", "emergency"),
    Symptom("chest pain", "emergency", ("chest tightness", "tight chest")),
    Symptom("accident", "emergency", ("serious accident", "trauma")),
    Symptom("foot drop", "emergency", ("drop foot",)),
    Symptom("leg weakness", "emergency", ("weakness in the legs",)),
    Symptom("unsteady walking", "emergency", ("loss of coordination",)),
    Symptom("weakness", "urgent", ("loss of strength",)),
    Symptom("fever", "urgent", ("high temperature",)),
    Symptom("weight loss", "urgent"),
    Symptom("lump", "urgent", ("swelling of the back", "change of shape")),
    Symptom("night pain", "urgent", ("pain at night",)),
    Symptom("pain on coughing", "urgent", ("pain on sneezing",)),
    Symptom("spasm", "see", ("muscle spasm",)),
    Symptom("swelling", "see"),
    Symptom("reduced range", "see", ("reduced range of motion",)),
    Symptom("numbness", "see", ("numb",)),
    Symptom("tingling", "see", ("pins and needles",)),
    Symptom("burning", "see", ("burning pain",)),
    Symptom("leg pain", "see", ("radiating pain", "sciatica", "spreading pain")),
    Symptom("pain moving outward", "see", ("peripheralising",)),
    Symptom("no improvement", "see", ("no improvement after rest",)),
    Symptom("dizziness", "see", ("dizzy", "faintness", "fainting")),
    Symptom("limp", "see", ("limping",)),
)

_BY_NAME = {name: s for s in SYMPTOMS for name in (s.name, *s.also)}

_BOTH_LEGS = frozenset({"legs", "both legs", "groin"})

#: Symptoms that are an emergency in both legs at once, or around the genitals.
_WORSE_IN_BOTH_LEGS = frozenset({"numbness", "tingling", "weakness", "leg pain"})


def symptom(text: str) -> Symptom | None:
    """The symptom of that name or other name, any case; None if there is none."""
    return _BY_NAME.get(fold(text))


def names() -> tuple[str, ...]:
    """Every name a symptom goes by."""
    return tuple(_BY_NAME)


def level(found: Symptom, where: str, side: str | None) -> Level:
    """The level of a symptom where it was felt (`where` as written).

    Numbness and its like in both legs, or around the genitals, is an emergency.
    """
    if found.name in _WORSE_IN_BOTH_LEGS and side is None and fold(where) in _BOTH_LEGS:
        return "emergency"
    return found.level


#: How words of free text begin that may mean a red flag.
_SIGNS = (
    "numb", "tingl", "pins and needles", "no feeling", "lost feeling", "bladder", "bowel",
    "incontinen", "saddle", "foot drop", "gave way", "giving way", "weakness", "leg weak",
    "legs weak", "weak leg", "sciatic", "down the leg", "down my leg", "into the leg",
    "into my leg", "chest pain", "chest tight", "tight chest", "dizz", "fainted", "passed out",
    "blacked out",
)  # fmt: skip


def speaks_of(text: str) -> bool:
    """Whether free text may speak of a red flag. Only to warn: nothing is ever read from it."""
    folded = fold(text)
    return any(sign in folded for sign in _SIGNS)
