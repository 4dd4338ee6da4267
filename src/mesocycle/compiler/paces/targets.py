"""What a target comes to: readable text, and numbers where there are some.

Rounding, once and at the end: heart rates to whole beats and powers to whole watts, a half goes
up; race paces to whole seconds per kilometre (or mile), a half to the slower. The numbers are
those of the text; of a pace per mile, in seconds a kilometre, to a tenth.
"""

from __future__ import annotations

from typing import Final

import msgspec
from msgspec.structs import replace

from mesocycle.compiler.paces import zones
from mesocycle.compiler.paces.bests import Known, nearest
from mesocycle.compiler.paces.speeds import RACES, RUNS, race_speed, told
from mesocycle.diary.fitness import clock
from mesocycle.programme import Because, Target
from mesocycle.syntax import nodes as n

#: What a pace is given by, in words.
_PER: Final = {n.PER_KM: "km", n.PER_MILE: "mi", n.PER_500M: "500 m", n.PER_100M: "100 m"}

#: How the pace of a race is called.
RACE_PACES: Final = {"10mi": "10-mile", "hm": "half-marathon", "mp": "marathon"}

_BEST: Final = zones.Lacks("one of your bests", "best 5k 24:30")

_MILE_M: Final = 1609.344


class Reason(msgspec.Struct, frozen=True):
    """Where the numbers of a target come from, in a sentence, and the lines that say so."""

    rule: str
    text: str
    because: tuple[Because, ...]


class Read(msgspec.Struct, frozen=True):
    """A target, what it lacks to be more than what the coach wrote, or why it is what it is."""

    target: Target
    lacks: zones.Lacks | None = None
    reason: Reason | None = None


def read(known: Known, node: n.Sure | n.Bound, activity: str, *, miles: bool) -> Read:
    """One target in an activity; race paces per mile if `miles`."""
    if isinstance(node, n.Bound):
        return _bound(read(known, node.target, activity, miles=miles), node.side)
    if isinstance(node, n.Effort):
        return Read(Target(kind="word", text=node.word.text))
    if isinstance(node, n.Pace):
        return Read(_pace(node.low, node.high, node.per_mm))
    if isinstance(node, n.NamedPace):
        return _race(known, node, activity, miles=miles)
    if isinstance(node, n.Zone):
        return _zone(known, node, activity)
    if isinstance(node, n.Heart):
        return _heart(known, node)
    if isinstance(node, n.Power):
        return _power(known, node)
    return Read(_plain(node))


def _plain(node: n.Speed | n.Felt | n.Cadence) -> Target:
    if isinstance(node, n.Felt):
        low, high = node.low / 10, node.high / 10
        text = f"RPE {_span(f'{low:g}', f'{high:g}')}"
        return Target(kind="rpe", text=text, low=low, high=high, unit="CR-10")
    if isinstance(node, n.Cadence):
        text = f"cadence {_span(str(node.low), str(node.high))}"
        return Target(kind="cadence", text=text, low=node.low, high=node.high, unit="rpm")
    miles = node.word is not None and node.word.text.endswith("mph")
    unit, metres = ("mph", _MILE_M) if miles else ("km/h", 1000)
    text = f"{_span(f'{node.low / metres:.3g}', f'{node.high / metres:.3g}')} {unit}"
    low, high = round(node.low / 1000, 2), round(node.high / 1000, 2)
    return Target(kind="speed", text=text, low=low, high=high, unit="km/h")


# --- paces ---------------------------------------------------------------------------------------


def _pace(low: int, high: int, per_mm: int) -> Target:
    ends = [round(seconds * n.PER_KM / per_mm, 1) for seconds in (low, high)]
    text = f"{_span(clock(low), clock(high))}/{_PER[per_mm]}"
    return Target(kind="pace", text=text, low=ends[0], high=ends[1], unit="s/km")


def _race(known: Known, node: n.NamedPace, activity: str, *, miles: bool) -> Read:
    called = f"{RACE_PACES.get(node.race, node.race)} pace"
    written = (node.word.text if node.word else "") or called
    if activity not in RUNS:  # a run that became a swim for today
        return Read(Target(kind="pace", text=called, written=written))
    metres_a_second = race_speed(known, node.race)
    if metres_a_second is None:
        return Read(Target(kind="pace", text=called, written=written), _BEST)
    metres, per_mm = (_MILE_M, n.PER_MILE) if miles else (1000, n.PER_KM)
    seconds = int(metres / metres_a_second + 0.5)
    pace = _pace(seconds, seconds, per_mm)
    target = Target("pace", f"{called} ({pace.text})", pace.low, pace.high, pace.unit, written)
    best = nearest(known, RACES[node.race])
    if best is None:
        return Read(target)
    text = f"{called} is {pace.text}: from {told(best)}"
    return Read(target, reason=Reason("pace", text, (best.because,)))


# --- zones, hearts, power ------------------------------------------------------------------------


def _zone(known: Known, node: n.Zone, activity: str) -> Read:
    text = f"zone {_span(str(node.low), str(node.high))}"
    found = zones.zone(known, node.low, node.high, activity)
    if isinstance(found, zones.Lacks):
        target = Target(kind="zone", text=text, low=node.low, high=node.high, unit="zone")
        return Read(target, found)
    return _banded(text, f"zone {_span(str(node.low), str(node.high), '-')}", found)


def _heart(known: Known, node: n.Heart) -> Read:
    if node.of == "bpm":
        text = f"{_span(str(node.low), str(node.high))} bpm"
        return Read(Target(kind="hr", text=text, low=node.low, high=node.high, unit="bpm"))
    of = "" if node.of == "max" else f" of {node.of}"
    text, written = (f"hr {_percent(node.low, node.high, dash)}{of}" for dash in "–-")
    found = zones.heart(known, node.low, node.high, node.of)
    if isinstance(found, zones.Lacks):
        return Read(Target(kind="hr", text=text, written=written), found)
    return _banded(text, written, found)


def _power(known: Known, node: n.Power) -> Read:
    if not node.percent:
        text = f"{_span(str(node.low), str(node.high))} W"
        return Read(Target(kind="power", text=text, low=node.low, high=node.high, unit="W"))
    text, written = (f"power {_percent(node.low, node.high, dash)}" for dash in "–-")
    found = zones.power(known, node.low, node.high)
    if isinstance(found, zones.Lacks):
        return Read(Target(kind="power", text=text, written=written), found)
    return _banded(text, written, found)


def _banded(text: str, written: str, band: zones.Band) -> Read:
    """A zone or a share with what it comes to: zone 2 (114–133 bpm)."""
    if band.measure == "pace" and band.low is not None and band.high is not None:
        pace = _pace(band.low, band.high, band.per_mm)
        target = Target("pace", f"{text} ({pace.text})", pace.low, pace.high, pace.unit, written)
        return Read(target, reason=Reason("zone", f"{text} is {pace.text}", band.because))
    unit = "bpm" if band.measure == "hr" else "W"
    if band.low is None:
        numbers = f"up to {band.high}"
    elif band.high is None:
        numbers = f"from {band.low}"
    else:
        numbers = _span(str(band.low), str(band.high))
    shown = f"{text} ({numbers} {unit})"
    target = Target(band.measure, shown, band.low, band.high, unit, written)
    return Read(target, reason=Reason("zone", f"{text} is {numbers} {unit}", band.because))


# --- one end only --------------------------------------------------------------------------------


def _bound(found: Read, side: str) -> Read:
    """`below zone 3`: below where it begins; `above zone 3`: above where it ends.

    A pace has more seconds the slower it is, so below it is the end with more of them.
    """
    target = found.target
    slower = (side == "below") == (target.kind == "pace")
    low, high = (target.high, None) if slower else (None, target.low)
    written = f"{side} {target.written}" if target.written else None
    text = f"{side} {target.text}"
    opening = target.text.find(" (")
    end = low if slower else high
    if opening >= 0 and end is not None and target.unit in ("bpm", "W"):
        text = f"{side} {target.text[:opening]} ({side} {end:g} {target.unit})"
    bound = Target(target.kind, text, low, high, target.unit, written)
    return replace(found, target=bound)


# --- text ----------------------------------------------------------------------------------------


def _span(low: str, high: str, dash: str = "–") -> str:
    return low if low == high else f"{low}{dash}{high}"


def _percent(low: int, high: int, dash: str) -> str:
    return f"{_span(f'{low / 100:g}', f'{high / 100:g}', dash)}%"
