"""What a catalogue holds: exercises, their alternatives, and pools of them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import msgspec

from mesocycle.frozen import FrozenMeta
from mesocycle.syntax.nodes import File, Scheme

Kind = Literal["strength", "stability", "flexibility", "plyometric", "cardio", "technique"]
Sides = Literal["none", "each", "alternating"]
Measure = Literal["reps", "hold", "time", "distance"]
Level = Literal["low", "moderate", "high"]
Reason = Literal["start", "form", "goal", "place", "equipment"]


class Frozen(msgspec.Struct, metaclass=FrozenMeta, frozen=True, omit_defaults=True):
    """Immutable, compared by value, and short as JSON."""


class Alternative(Frozen):
    """Another exercise, and the one reason for which it may be taken.

    `detail` says which goal, which place, or which missing equipment.
    """

    exercise: str
    reason: Reason
    detail: str | None = None


class Exercise(Frozen, kw_only=True):
    """One entry. Other exercises are named by id, body parts by their canonical word.

    `loads` are the demands on the lumbar spine; `impact` is 0 none, 1 low, 2 as in running,
    3 as in jumping, None where nobody has said; `rep_s` is seconds a repetition.
    `reviewed` is False when loads, impact or sides are missing: such an entry is not picked
    by itself while something hurts. `unreviewed` is True where the entry says so of itself, and
    the three are missing: it is not done in `care rehab`, whoever names it. `library` and `line`
    are for messages.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: Kind = "strength"
    trains: tuple[str, ...] = ()
    assists: tuple[str, ...] = ()
    position: str | None = None
    sides: Sides = "none"
    measure: Measure = "reps"
    equipment: tuple[str, ...] = ()
    place: str = "anywhere"
    impact: int | None = None
    loads: tuple[tuple[str, Level], ...] = ()
    level: int | None = None
    dose: Scheme | None = None
    rep_s: int | None = None
    easier: tuple[str, ...] = ()
    harder: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    variant_of: str | None = None
    avoid: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    video: str | None = None
    not_before_run_s: int | None = None
    reviewed: bool = False
    unreviewed: bool = False
    library: str = ""
    line: int = 0


class Pool(Frozen):
    """An ordered set of exercise ids, easiest first."""

    name: str
    exercises: tuple[str, ...]
    library: str = ""
    line: int = 0


class Catalogue:
    """Exercises and pools, found by any of their names.

    `exercises` and `pools` keep the order of definition. `libraries` names the files
    they came from, for messages; `versions` says which version, where a file does. `places`
    are the files' own `place` lines, each with the equipment that is there; `equipment` is what
    those lines added to the language's words. `definitions` are the files of libraries with
    templates or progressions in them, each with the prefix of its `use`.
    """

    def __init__(
        self,
        exercises: Mapping[str, Exercise] = MappingProxyType({}),
        pools: Mapping[str, Pool] = MappingProxyType({}),
        names: Mapping[str, str] = MappingProxyType({}),
        *,
        libraries: tuple[str, ...] = (),
        equipment: frozenset[str] = frozenset(),
        places: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
        versions: Mapping[str, int] = MappingProxyType({}),
    ) -> None:
        self.exercises = exercises
        self.pools = pools
        self.names = names
        self.libraries = libraries
        self.equipment = equipment
        self.places = places
        self.versions = versions
        self.definitions: tuple[tuple[File, str | None], ...] = ()

    def __repr__(self) -> str:
        return f"Catalogue({len(self.exercises)} exercises, {len(self.pools)} pools)"

    def find(self, name: str) -> Exercise | None:
        """The exercise of that name, alias or id; `mod. NAME` is its modified form."""
        folded = fold(name)
        identity = self.names.get(folded)
        if identity is not None:
            return self.exercises[identity]
        if folded.startswith("mod. "):
            return self.find_mod(folded.removeprefix("mod. "))
        return None

    def find_mod(self, name: str) -> Exercise | None:
        """The modified (easier) form of the exercise `name`, where the catalogue has one.

        A variant for other equipment is no easier form: it may need nothing more.
        """
        identity = self.names.get("mod. " + fold(name))
        if identity is not None:
            return self.exercises[identity]
        base = self.find(name)
        if base is None:
            return None
        there = {*base.equipment}
        forms = (e for e in self.exercises.values() if e.variant_of == base.id)
        return next((e for e in forms if there.issuperset(e.equipment)), None)

    def pool(self, name: str) -> Pool | None:
        """The pool of that name."""
        return self.pools.get(fold(name))

    def suggest(self, name: str) -> str | None:
        """The nearest exercise name, with its library's prefix; never a substitute."""
        from mesocycle.catalogue.suggest import closest

        known = list(self.exercises.values())
        written = [(e, e.name) for e in known] + [(e, alias) for e in known for alias in e.aliases]
        full = [(each, "".join((*e.id.rpartition(".")[:2], each))) for e, each in written]
        near = closest(name, [with_prefix for _, with_prefix in full]) if "." in name else None
        bare = closest(name, [each for each, _ in full]) if near is None else None
        return near or next((found for each, found in full if each == bare), None)

    def suggest_pool(self, name: str) -> str | None:
        """The nearest pool name, for a message."""
        from mesocycle.catalogue.suggest import closest

        return closest(name, [pool.name for pool in self.pools.values()])


def fold(name: str) -> str:
    """A name as it is compared: any case, any run of spaces."""
    return " ".join(name.casefold().split())


def slug(name: str) -> str:
    """A name as an id: `Single Leg Bridge` is `single-leg-bridge`."""
    letters = "".join(c if c.isalnum() else " " for c in name.casefold())
    return "-".join(letters.split())
