"""Small files in the shape of other collections; nothing in them is theirs."""

from __future__ import annotations

import json


def fedb(name="Wall Lean", **other):
    """One exercise as free-exercise-db has it."""
    return {
        "id": name.replace(" ", "_"),
        "name": name,
        "force": "push",
        "level": "beginner",
        "mechanic": "isolation",
        "equipment": "body only",
        "primaryMuscles": ["shoulders"],
        "secondaryMuscles": ["abdominals"],
        "instructions": ["Lean on a wall in words of somebody else."],
        "category": "strength",
        "images": ["0.jpg"],
    } | other


def wger(number=7, name="Wall Lean", **other):
    """One exercise as wger's exerciseinfo has it."""
    return {
        "id": number,
        "uuid": "0",
        "category": {"id": 13, "name": "Shoulders"},
        "muscles": [{"id": 2, "name": "Anterior deltoid", "name_en": "Shoulders"}],
        "muscles_secondary": [{"id": 6, "name": "Rectus abdominis", "name_en": "Abs"}],
        "equipment": [{"id": 7, "name": "none (bodyweight exercise)"}],
        "license": {"id": 2, "full_name": "CC", "short_name": "CC-BY-SA 4", "url": "x"},
        "license_author": "Ida",
        "images": [],
        "translations": [
            {"id": 1, "name": "An die Wand", "language": 1, "description": "<p>Text</p>"},
            {"id": 2, "name": name, "language": 2, "description": "<p>Text</p>",
             "aliases": [{"id": 1, "alias": "Lean"}], "license_author": "Otto"},
        ],
    } | other  # fmt: skip


def page(*results, **other):
    """A page of wger's."""
    return data({"count": len(results), "next": None, "results": list(results)} | other)


def data(value):
    """A value as the bytes of a file."""
    return json.dumps(value).encode()
