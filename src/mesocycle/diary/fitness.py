"""Bests, heart rates, the threshold power and own zones: read from a diary or a plan's header.

What cannot be is refused, for every pace of a season rests on it: a digit too many, minutes
where hours were meant, a resting heart above the maximum, zones in the wrong order.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from mesocycle.catalogue.lookup import Lookup
from mesocycle.diagnostics import Fix
from mesocycle.diary.model import FitnessLog
from mesocycle.source import Span
from mesocycle.syntax.nodes import (
    BestOf,
    FitnessLine,
    Ftp,
    Heart,
    HeartOf,
    Node,
    Pace,
    Piece,
    Power,
    ZoneOf,
)
from mesocycle.syntax.nodes.runs import PER_100M, PER_500M, PER_KM

#: Races that people run, in metres; a best within two thousandths of one is of that race.
RACES: Final = (800, 1500, 1609, 3000, 5000, 10_000, 15_000, 16_093, 21_098, 42_195)

#: The lengths of which somebody has a best: one lap, and what is run in a day.
SHORTEST, LONGEST = 400, 250_000

#: The times, in seconds, from which other races can be told: about those of the tables that the
#: model was made for, and as slow as a marathon in five hours.
TELLING: Final = (180, 18_000)

#: Nobody is as slow in a race, in metres a second: that is less than a stroll.
_STROLL: Final = 0.9

#: Beats a minute that can be, resting, at the threshold and at most.
_HEARTS: Final = {"resting": (25, 110), "threshold": (90, 220), "max": (110, 230)}

#: Watts that somebody can hold for an hour.
_WATTS: Final = (40, 550)

#: As many zones as anybody tells apart.
_ZONES: Final = 10

#: What own zones may reach: beats, watts, and per cent (in hundredths) of what they are of.
_BEATS_MOST, _WATTS_MOST, _PERCENT_MOST = 230, 2_500, 30_000
_PERCENT_OF_HEART: Final = {"max": 10_000, "reserve": 10_000, "threshold": 13_000}

#: The paces of own zones, in seconds a kilometre: of a sprint on a bike, and of hardly moving.
_FASTEST_PACE, _SLOWEST_PACE = 45, 3_600

#: Where a file's own lines are kept while it is read.
_KEPT: Final = "fitness"

Kept = list[tuple[Piece[Node], FitnessLog]]


def kind_of(line: FitnessLine) -> tuple[str, int]:
    """What a line speaks of: a later one of the same kind takes its place."""
    if isinstance(line, BestOf):
        race = next((m for m in RACES if abs(line.metres / m - 1) <= 0.002), line.metres)
        return "best", race
    if isinstance(line, HeartOf):
        return f"{line.key} hr", 0
    if isinstance(line, Ftp):
        return "ftp", 0
    return measure_of(line.range), line.number


def measure_of(band: Heart | Pace | Power) -> str:
    """By what an own zone is: paces per 100 m are of swims, per 500 m of rowing, else of runs."""
    if isinstance(band, Heart):
        return "hr"
    if isinstance(band, Power):
        return "power"
    return {PER_100M: "pace 100m", PER_500M: "pace 500m"}.get(band.per_mm, "pace")


def fitness_log(
    r: Lookup, piece: Piece[Node], line: FitnessLine, date: dt.date | None
) -> FitnessLog | None:
    """A line of the profile or of a plan's header (`date` None) or of a day; None if it cannot be.

    The lines of a file are kept, so that `check_agreement` can compare them.
    """
    if not _can_be(r, piece, line):
        return None
    found = FitnessLog(line, r.because(piece), date)
    kept(r).append((piece, found))
    return found


def said_before(r: Lookup, line: FitnessLine) -> Piece[Node] | None:
    """The line without a date that has said the same kind of thing already."""
    kind = kind_of(line)
    undated = (piece for piece, log in kept(r) if log.date is None and kind_of(log.line) == kind)
    return next(undated, None)


def kept(r: Lookup) -> Kept:
    """The lines of a file that were read so far, and where they stand."""
    found = r.kept.setdefault(_KEPT, [])
    assert isinstance(found, list)
    return found


def _can_be(r: Lookup, piece: Piece[Node], line: FitnessLine) -> bool:
    if isinstance(line, BestOf):
        return _best(r, piece, line)
    if isinstance(line, HeartOf):
        low, high = _HEARTS[line.key]
        if low <= line.bpm <= high:
            return True
        r.notes.error(
            "E435", f"a {line.key} heart rate of {line.bpm}", piece.at(line.word),
            f"{low} to {high} beats a minute",
            hint=f"write what was measured: {line.key} hr {(low + high) // 2}; or leave it out",
        )  # fmt: skip
        return False
    if isinstance(line, Ftp):
        if _WATTS[0] <= line.watts <= _WATTS[1]:
            return True
        r.notes.error(
            "E437", f"a threshold power of {line.watts} W", piece.at(line.word),
            f"what is held for an hour: {_WATTS[0]} to {_WATTS[1]} W",
            hint="write what was measured: ftp 250W; or leave it out",
        )  # fmt: skip
        return False
    return _zone(r, piece, line)


def fastest(metres: int) -> float:
    """A speed in metres a second that nobody has kept up so far: a little above the records."""
    return 9.6 * float((metres / 400) ** -0.09)


def _best(r: Lookup, piece: Piece[Node], line: BestOf) -> bool:
    if not SHORTEST <= line.metres <= LONGEST:
        miles = line.metres < 100
        r.notes.error(
            "E434", f"a best over {line.metres:,} m", piece.at(line.word),
            "`m` is always metres" if miles else f"from {SHORTEST} m to {LONGEST // 1000} km",
            hint=f"miles are mi: best {line.metres}mi 1:02:00" if miles
            else "bests are of races that are run: best 5k 24:30",
        )  # fmt: skip
        return False
    if _run(line.metres, line.seconds):
        _tell_of_others(r, piece, line)
        return True
    slow = line.seconds * fastest(line.metres) > line.metres
    fix = None if slow else _with_seconds(piece, line)
    hint = "write minutes and seconds, 24:30, or hours in front: 1:52:00"
    r.notes.error(
        "E434", f"{line.metres / 1000:g} km in {clock(line.seconds)}", piece.at(line.word),
        "slower than a walk" if slow else "faster than anybody has run",
        hint=f"hours and minutes need seconds behind them: {fix.text}" if fix else hint, fix=fix,
    )  # fmt: skip
    return False


def _tell_of_others(r: Lookup, piece: Piece[Node], line: BestOf) -> None:
    if not TELLING[0] <= line.seconds <= TELLING[1]:
        r.notes.warning(
            "W541", "this best tells of no other race", piece.at(line.word),
            "shorter than three minutes, or longer than five hours",
            hint="add one of a race in between: best 5k 24:30",
        )  # fmt: skip


def _run(metres: int, seconds: int) -> bool:
    """Whether somebody may have run it."""
    return _STROLL * seconds <= metres <= fastest(metres) * seconds


def _with_seconds(piece: Piece[Node], line: BestOf) -> Fix | None:
    """`4:01` of a marathon is four hours and a minute."""
    span = piece.at(line.word)
    time = span.text.rpartition(" ")[2]
    if time.count(":") != 1 or not _run(line.metres, line.seconds * 60):
        return None
    behind = Span(span.source, span.end - len(time), span.end)
    return Fix(behind, f"{time}:00", "add the seconds")


def clock(seconds: int) -> str:
    """24:30, or 1:52:00."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _zone(r: Lookup, piece: Piece[Node], line: ZoneOf) -> bool:
    band = line.range
    if not 1 <= line.number <= _ZONES:
        r.notes.error(
            "E438", f"zone {line.number}", piece.at(line.word), f"zones go from 1 to {_ZONES}",
            hint="number them from the easiest up: zone 1 hr 110-125",
        )  # fmt: skip
        return False
    if isinstance(band, Pace):
        fast, slow = (end * PER_KM // band.per_mm for end in (band.low, band.high))
        fits = fast >= _FASTEST_PACE and slow <= _SLOWEST_PACE
        said, sample = "as fast, or as slow, as nobody moves", "zone 2 pace 6:00-6:30/km"
    elif isinstance(band, Power):
        fits = 0 < band.high <= (_PERCENT_MOST if band.percent else _WATTS_MOST)
        said, sample = "more power, or less, than anybody has", "zone 2 power 140-180W"
    else:
        beats = band.of == "bpm"
        fits = (30 if beats else 1) <= band.low and band.high <= (
            _BEATS_MOST if beats else _PERCENT_OF_HEART[band.of]
        )
        said, sample = "no heart beats like that", "zone 2 hr 130-145"
    if not fits:
        r.notes.error(
            "E438", "a zone that nobody has", piece.at(band.word), said, hint=f"write: {sample}"
        )
    return fits
