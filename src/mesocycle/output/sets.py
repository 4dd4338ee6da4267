"""Sets in words: `warm-up 2 × 5 with the empty bar, 1 × 5 at 85 kg, 1 × 5+ at 95 kg @9`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Final

from mesocycle.output import amounts
from mesocycle.programme import Item, Load, Range, Set

#: What each of the working sets has in common, and so is said once: rest, tempo.
_Common = frozenset[str]

#: What is said of one side goes behind its name.
_NAMED: Final = {"left": "left ", "right": "right "}


def scheme(sets: Sequence[Set]) -> str:
    """All sets in one phrase: `3 × 8 reps (8–12) each side, tempo 2-0-2-0, rest 60 s`."""
    return ", ".join(filter(None, [ramp(sets), work(sets)]))


def ramp(sets: Iterable[Set]) -> str:
    """The warm-up sets: `warm-up 2 × 5 with the empty bar, 1 × 3 at 70 kg`; nothing if none."""
    light = [one for one in sets if one.warmup]
    return f"warm-up {', '.join(_runs(light, frozenset()))}" if light else ""


def work(sets: Iterable[Set]) -> str:
    """The working sets: `1 × 5 at 185 lb, 1 × 5 at 215 lb, 1 × 5+ at 240 lb, rest 3 min`."""
    heavy = [one for one in sets if not one.warmup]
    common = _in_common(heavy)
    reps = sequence(heavy)
    runs = [_one(heavy[0], common, reps)] if reps else _runs(heavy, common)
    return ", ".join([*runs, *_told(common)])


def each_round(sets: Sequence[Set], *, said: bool = False) -> str:
    """What is done in every round: `8 reps at 60 kg`; with `said`, without the number of reps.

    Only for sets that are all the same but for their reps (`said`) and their side.
    """
    common = _in_common(sets)
    alone = {_one(one, common, " " if said else None): None for one in sets}
    return ", ".join([*(words.strip() for words in alone), *_told(common)])


def alike(sets: Iterable[Set]) -> bool:
    """Whether the sets are the same, those of each side."""
    by_side: dict[str, set[str]] = {}
    for one in sets:
        by_side.setdefault(one.side, set()).add(_one(one, frozenset()))
    return all(len(words) == 1 for words in by_side.values())


def sequence(sets: Sequence[Set]) -> str:
    """`21-15-9`: three or more sets that differ in nothing but their reps; else nothing."""
    reps = [one.reps.target for one in sets if one.reps and not amounts.is_band(one.reps)]
    if len(reps) < max(3, len(sets)) or any(a == b for a, b in pairwise(reps)):
        return ""
    plain = all(not (one.amrap or one.test or one.drop) for one in sets)
    rest_of_it = {_one(one, _in_common(sets), reps=" ") for one in sets}
    return "-".join(map(str, reps)) if plain and len(rest_of_it) == 1 else ""


def done(item: Item) -> str:
    """What was logged of an item, where it is not what was asked: `done 8, 8, 6`, `not done`.

    A load is said where it is not the one that was asked for.
    """
    if item.done is None:
        return ""
    if not item.done:
        return "not done"
    asked = [one for one in item.sets if not one.warmup]
    if not asked or not _as_heavy(item.done, asked):
        return f"done {work(item.done)}"
    said = [_plain(one) for one in item.done]
    if said == [_plain(one) for one in asked]:
        return ""
    by_side = groupby(item.done, attrgetter("side"))
    told = [f"{_NAMED.get(side, '')}{', '.join(map(_plain, row))}" for side, row in by_side]
    return f"done {', '.join(told)}{' each side' if item.done[0].side == 'each' else ''}"


def _as_heavy(done: Sequence[Set], asked: Sequence[Set]) -> bool:
    """Whether nothing was lighter or heavier than it was asked for."""
    loads, lifted = [_kg(one) for one in asked], [_kg(one) for one in done]
    return set(lifted) == set(loads) if len(set(loads)) == 1 else lifted == loads


def _kg(one: Set) -> float | None:
    return one.load.kg if one.load else None


def _plain(one: Set) -> str:
    """How much, in as few letters as possible."""
    said = [str(one.reps.target)] if one.reps else []
    said += [amounts.short_time(one.hold_s.target)] if one.hold_s else []
    said += [amounts.distance(one.distance_m)] if one.distance_m is not None else []
    return " ".join(said)


def _runs(sets: Sequence[Set], common: _Common) -> list[str]:
    """Equal sets that follow each other, counted; those of two sides as if they did."""
    phrases = [_one(one, common, "") for one in sets]
    if any(one.side in ("left", "right") for one in sets):
        counted = list(Counter(phrases).items())
    else:
        counted = [(phrase, len(list(same))) for phrase, same in groupby(phrases)]
    return [phrase.replace("×", f"{times} ×", 1) for phrase, times in counted]


def _in_common(sets: Iterable[Set]) -> _Common:
    """The rest and the tempo, where all sets that have one have the same."""
    rests, tempos = {_rest(one) for one in sets} - {""}, {_tempo(one) for one in sets} - {""}
    return frozenset().union(*(found for found in (rests, tempos) if len(found) == 1))


def _told(common: _Common) -> list[str]:
    return sorted(common, reverse=True)  # tempo, then rest


def _one(one: Set, common: _Common, reps: str | None = None) -> str:
    """One set. `reps` in place of its own; "": with a bare `×` where the number of sets goes."""
    words = [name for name, so in (("test", one.test), ("drop", one.drop)) if so]
    words += [one.side] if one.side in ("left", "right") else []
    words += ["×"] if reps == "" else []
    behind = [*_load(one.load), *_effort(one)]
    # `5 × 5 at 60 kg` are reps without saying so; a number on its own, or of a test, is not.
    short = bool(behind) and reps is not None and not one.test
    words.append(_reps_in_place(reps, short) if reps else _amount(one, short))
    words += ["each side"] if one.side == "each" else []
    words += behind
    own = [text for text in (_tempo(one), _rest(one)) if text and text not in common]
    own = [one.label, *own] if one.label else own
    words += [f"({', '.join(own)})"] if own else []
    return " ".join(filter(None, words))


def _reps_in_place(reps: str, short: bool) -> str:
    return reps.strip() and (reps if short else f"{reps} reps")


def _amount(one: Set, short: bool) -> str:
    """How much; `short`: with a load behind it, numbers are reps without saying so."""
    said = []
    if one.reps:
        said.append(_reps(one, one.reps, short))
    if one.hold_s:
        more = "+" if one.amrap and not one.reps else ""
        said.append(f"{amounts.short_time(one.hold_s.target)}{more}")
        said += _band(one.hold_s, seconds=True)
    if one.distance_m is not None:
        said.append(amounts.distance(one.distance_m))
    if not said and one.amrap:
        said.append("max")
    return " ".join(said) or ("" if short else "set")


def _reps(one: Set, reps: Range, short: bool) -> str:
    band = amounts.is_band(reps)
    if one.test and band:
        figure = f"{reps.min}–{reps.max}"
    else:
        figure = f"{reps.target}{'+' if one.amrap else ''}"
    word = [] if short else ["rep" if figure == "1" else "reps"]
    return " ".join([figure, *word, *(() if one.test else _band(reps))])


def _band(band: Range, *, seconds: bool = False) -> list[str]:
    """The band to work up through, if it is one: `(8–12)`, `(30–60 s)`."""
    if band.min is None or band.max is None or band.min == band.max:
        return []
    return [f"({amounts.between(band.min, band.max, amounts.short_time if seconds else str)})"]


def _load(load: Load | None) -> list[str]:
    if load is None:
        return []
    return ["with the empty bar" if load.written == "empty bar" else f"at {load.shown}"]


def _effort(one: Set) -> list[str]:
    """`@8`, `@7–8`, `with 2 RIR`; reps in reserve only where no RPE says the same."""
    words = []
    if one.rpe is not None:
        most = one.rpe_max if one.rpe_max not in (None, one.rpe) else None
        words.append(f"@{amounts.number(one.rpe)}" + (f"–{amounts.number(most)}" if most else ""))
    if one.rir is not None and one.rpe != 10 - one.rir:
        words.append(f"with {one.rir} RIR")
    return words


def _rest(one: Set) -> str:
    return f"rest {amounts.rest(one.rest_s)}" if one.rest_s else ""


def _tempo(one: Set) -> str:
    """`tempo 3-1-X-0`; to come down or go up in no time is as fast as can be, X."""
    if not one.tempo:
        return ""
    down, pause, up, top = one.tempo
    return f"tempo {down or 'X'}-{pause}-{up or 'X'}-{top}"
