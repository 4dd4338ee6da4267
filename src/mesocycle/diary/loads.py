"""What an athlete can lift, weighs, and has to load: lines of the profile, and dated entries."""

from __future__ import annotations

import datetime as dt
from typing import cast

from msgspec.structs import replace

from mesocycle.catalogue.model import Exercise
from mesocycle.diary.model import MOST_LIFTED, Bodyweight, Gear, MaxLog
from mesocycle.diary.reader import Reader
from mesocycle.mass import Mass
from mesocycle.syntax import diary_nodes as d
from mesocycle.syntax.nodes import MaxOf, Node, Piece, RoundTo, Word

#: Bodyweights that can be, in kilograms: from a small child to the heaviest who still train.
LIGHTEST, HEAVIEST = 15, 400

#: More than one plate, bar or dumbbell weighs, in kilograms.
HEAVIEST_PIECE = 150

#: More kinds of plates than any gym has.
MOST_KINDS = 40

#: Kinds of exercise that no load makes harder; a stretch with a barbell is one for strength.
_UNLOADED = ("flexibility", "cardio")


def max_log(reader: Reader, piece: Piece[Node], node: MaxOf, date: dt.date | None) -> MaxLog | None:
    """A max of the profile (`date` None) or of a day; None where it cannot be."""
    exercise = reader.lift(piece, node.exercise)
    if exercise is None:
        return None
    if not loadable(exercise):
        reader.notes.error(
            "E427", f"{exercise.name} has no max", piece.at(node.word),
            "nothing is lifted here", hint="a max is said of what is lifted: max Squat 100kg",
        )  # fmt: skip
        return None
    if not 0 < node.mass.kg <= MOST_LIFTED:
        reader.notes.error(
            "E424", f"a max of {node.mass}", piece.at(node.word), "nobody's max",
            hint="write what has been lifted, or leave the line out: what is not known is asked",
        )  # fmt: skip
        return None
    return MaxLog(
        exercise=exercise.id,
        mass=node.mass,
        because=reader.because(piece),
        reps=node.reps,
        training=node.training,
        date=date,
    )


def bodyweight(reader: Reader, piece: Piece[Node], date: dt.date | None) -> Bodyweight | None:
    """How heavy the athlete is, from the profile (`date` None) or on a day."""
    node = cast(d.BodyweightLine, piece.node)
    if not LIGHTEST <= node.mass.kg <= HEAVIEST:
        reader.notes.error(
            "E425", f"a bodyweight of {node.mass}", piece.at(node.word), "nobody weighs that",
            hint="write what the scales say, with its unit: bodyweight 70kg, bodyweight 154lb",
        )  # fmt: skip
        return None
    return Bodyweight(mass=node.mass, because=reader.because(piece), date=date)


def gear(reader: Reader, piece: Piece[Node], known: Gear) -> Gear:
    """`known`, and what one more line says that there is."""
    node = piece.node
    if isinstance(node, RoundTo):
        heavy = _piece(reader, piece, node.mass, node.word)
        return replace(known, rounding=node.mass) if heavy else known
    node = cast(d.GearLine, node)
    if not all(_piece(reader, piece, mass, node.word) for mass, _ in node.masses):
        return known
    if node.key == "bar":
        return _bar(reader, piece, node, known)
    masses = [mass for mass, _ in node.masses]
    twice = next((mass for number, mass in enumerate(masses) if mass in masses[:number]), None)
    if twice is not None:
        reader.notes.error(
            "E426", f"{twice} is listed twice", piece.at(node.word), "once is enough",
            hint=f"two pairs of them are 2x{str(twice).replace(' ', '')}",
        )  # fmt: skip
        return known
    if len(masses) > MOST_KINDS and node.key == "plates":
        reader.notes.error(
            "E426", f"{len(masses)} kinds of plates", piece.at(node.word), f"{MOST_KINDS} at most",
            hint="list each kind once: plates 20, 10, 5, 2.5, 1.25kg",
        )  # fmt: skip
        return known
    if node.key == "plates":
        return replace(known, plates=node.masses)
    return replace(known, **{node.key: tuple(sorted(masses, key=_kg))})


def _bar(reader: Reader, piece: Piece[Node], node: d.GearLine, known: Gear) -> Gear:
    """The usual bar, or (with a name) that of one exercise."""
    identity = ""
    if node.name is not None:
        exercise = reader.lift(piece, node.name)
        if exercise is None:
            return known
        identity = exercise.id
    if identity in dict(known.bars):
        reader.said_twice(piece, "this bar", node.word)
        return known
    return replace(known, bars=(*known.bars, (identity, node.masses[0][0])))


def _piece(reader: Reader, piece: Piece[Node], mass: Mass, word: Word | None) -> bool:
    """Whether a plate, a bar or a step can weigh as much; noted if not."""
    if 0 < mass.kg <= HEAVIEST_PIECE:
        return True
    reader.notes.error(
        "E426", f"{mass} is no weight to train with", piece.at(word),
        "not a plate, a bar or a step", hint="list what there is: plates 20, 10, 5, 2.5, 1.25kg",
    )  # fmt: skip
    return False


def loadable(exercise: Exercise) -> bool:
    """Whether a load makes sense: neither a stretch nor a run, unless done with a weight."""
    return exercise.kind not in _UNLOADED or bool(_WEIGHTS & set(exercise.equipment))


#: Equipment that is a weight, or holds weights.
_WEIGHTS = frozenset({
    "barbell", "trap bar", "ez bar", "safety bar", "axle", "log", "dumbbells", "kettlebell",
    "plates", "weight vest", "sandbag", "sled", "farmer handles", "yoke", "smith machine",
    "cable machine", "machine",
})  # fmt: skip


def _kg(mass: Mass) -> float:
    return mass.kg
