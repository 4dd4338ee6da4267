"""Whether what is said of an athlete agrees: heart rates in their order, zones in theirs."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from mesocycle.catalogue.lookup import Lookup
from mesocycle.diary.fitness import clock, kept, kind_of
from mesocycle.syntax.nodes import (
    BestOf,
    FitnessLine,
    Heart,
    HeartOf,
    Node,
    Pace,
    Piece,
    Power,
    ZoneOf,
)


def check_agreement(r: Lookup) -> None:
    """Note heart rates and own zones that stand in the wrong order, in the order of their days."""
    known: dict[tuple[str, int], FitnessLine] = {}
    logs = kept(r)
    for piece, log in sorted(logs, key=lambda entry: entry[1].date or dt.date.min):
        line = log.line
        known[kind_of(line)] = line
        if isinstance(line, HeartOf):
            _check_hearts(r, piece, known)
        elif isinstance(line, ZoneOf):
            _check_neighbours(r, piece, line, known)
        elif isinstance(line, BestOf):
            _check_bests(r, piece, line, known)


def _check_bests(
    r: Lookup, piece: Piece[Node], line: BestOf, known: dict[tuple[str, int], FitnessLine]
) -> None:
    """Nobody is faster over a longer way: one of the two is a slip, or out of date."""
    for other in known.values():
        if not isinstance(other, BestOf) or other.metres == line.metres:
            continue
        short, long = sorted((line, other), key=lambda best: best.metres)
        if long.metres * short.seconds > short.metres * long.seconds:
            r.notes.warning(
                "W542", f"{clock(long.seconds)} over {long.metres / 1000:g} km is faster than "
                f"{clock(short.seconds)} over {short.metres / 1000:g} km", piece.span,
                "a longer race at a faster pace",
                hint="correct one of the two, or write what the shorter race would take now",
            )  # fmt: skip
            return


def _check_hearts(r: Lookup, piece: Piece[Node], known: dict[tuple[str, int], FitnessLine]) -> None:
    """At rest the heart is slower than at the threshold, and there no faster than at most."""
    beats = [known.get((f"{key} hr", 0)) for key in ("resting", "threshold", "max")]
    said = [line for line in beats if isinstance(line, HeartOf)]
    for slow, fast in pairwise(said):
        if slow.bpm >= fast.bpm:
            r.notes.error(
                "E436", f"a {slow.key} heart rate of {slow.bpm}, and a {fast.key} of {fast.bpm}",
                piece.span, "the two contradict each other",
                hint="correct one of them: resting hr 50, threshold hr 170, max hr 190",
            )  # fmt: skip
            return


def _check_neighbours(
    r: Lookup, piece: Piece[Node], line: ZoneOf, known: dict[tuple[str, int], FitnessLine]
) -> None:
    """A higher zone is harder; its lower end may be the upper one of the zone before."""
    kind, number = kind_of(line)
    for other in known.values():
        if not isinstance(other, ZoneOf) or other.number == number or kind_of(other)[0] != kind:
            continue
        easy, hard = sorted((line, other), key=lambda zone: zone.number)
        if _alike(easy.range, hard.range) and not _harder(easy.range, hard.range):
            r.notes.error(
                "E439", f"zone {hard.number} is no harder than zone {easy.number}", piece.span,
                f"it overlaps zone {other.number}",
                hint="zones follow each other: zone 2 hr 130-145, zone 3 hr 145-160",
            )  # fmt: skip
            return


def _alike(one: Heart | Pace | Power, other: Heart | Pace | Power) -> bool:
    """Whether two bands are in one unit, so that their numbers can be compared."""
    if isinstance(one, Heart) and isinstance(other, Heart):
        return one.of == other.of
    if isinstance(one, Power) and isinstance(other, Power):
        return one.percent == other.percent
    return isinstance(one, Pace) and isinstance(other, Pace) and one.per_mm == other.per_mm


def _harder(easy: Heart | Pace | Power, hard: Heart | Pace | Power) -> bool:
    if isinstance(easy, Pace):  # fewer seconds are faster
        return hard.high <= easy.low
    return hard.low >= easy.high
