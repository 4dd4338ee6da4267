"""Sets in Liftoscript: `1x5 60kg @8 90s, 3x8-12`; and what of them it cannot hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from mesocycle.output import wording
from mesocycle.programme import Block, Load, Range, Set

from .words import set_label

#: What is told in words where it occurs; the texts end the sentence that tells it.
SIDES, TEMPO, DISTANCES, HOLDS = "sides", "tempo", "distances", "holds within repetitions"
RANGES, LABELS, OPEN_LOADS = (
    "ranges of effort and load",
    "names of sets",
    "loads that rest on a max",
)
CLOCK = "work on the clock or for time"

_POUNDS = re.compile(r"([0-9]+(?:\.[0-9]+)?) lb")
_PERCENT = re.compile(r"[0-9]{1,3}(?:\.[0-9]+)?%")
_CLOCKED = ("emom", "every", "amrap", "for_time", "tabata")


def sets_of(sets: Iterable[Set], block: Block, losses: set[str]) -> str:
    """Sets that follow each other, equal ones counted; `losses` takes up what they lose."""
    said = [_one(each, block, losses) for each in sets]
    counted = [(how, len(list(same))) for how, same in groupby(said)]
    return ", ".join(f"{times}x{how}" for how, times in counted)


def warm_up(sets: Sequence[Set]) -> str | None:
    """The warm-up sets as Liftosaur's own, `warmup: 1x5 20kg`; None if they are more than that."""
    said = [_warm(each) for each in sets]
    if any(each is None for each in said):
        return None
    counted = [(how, len(list(same))) for how, same in groupby(said)]
    return ", ".join(f"{times}x{how}" for how, times in counted)


def _warm(one: Set) -> str | None:
    load = _load(one.load, set()) if one.load else ""
    plain = one.reps is not None and one.side == "both" and not one.hold_s and not one.amrap
    if not plain or one.reps is None or not load or load.endswith("%"):
        return None
    return f"{one.reps.target} {load}"


def _one(one: Set, block: Block, losses: set[str]) -> str:
    words = [_reps(one)]
    words += [_load(one.load, losses)] if one.load else []
    words += [_effort(one, losses)]
    words += [_clock(one, block)]
    words += [_label(one, losses)]
    losses |= {SIDES} if one.side == "each" else set()
    losses |= {TEMPO} if one.tempo else set()
    losses |= {DISTANCES} if one.distance_m is not None else set()
    losses |= {HOLDS} if one.hold_s and one.reps else set()
    losses |= {CLOCK} if block.kind in _CLOCKED else set()
    return " ".join(filter(None, words))


def _reps(one: Set) -> str:
    more = "+" if one.amrap else ""
    if one.reps is None:
        return "1" + ("" if one.hold_s else more)
    most = one.reps.max
    if most is None or most <= one.reps.target or one.amrap:
        return f"{max(one.reps.target, 1)}{more}"
    return f"{max(one.reps.target, 1)}-{most}"


def _load(load: Load | None, losses: set[str]) -> str:
    if load is None:
        return ""
    if load.max_kg not in (None, load.kg):
        losses.add(RANGES)
    if load.kg is None:
        percent = load.written.strip()
        if _PERCENT.fullmatch(percent):
            return percent
        losses.add(OPEN_LOADS)
        return ""
    if pounds := _POUNDS.fullmatch(load.shown):
        return f"{pounds[1]}lb"
    return f"{wording.number(load.kg)}kg"


def _effort(one: Set, losses: set[str]) -> str:
    rpe = one.rpe if one.rpe is not None else 10.0 - one.rir if one.rir is not None else None
    if one.rpe_max not in (None, one.rpe):
        losses.add(RANGES)
    return "" if rpe is None or rpe <= 0 else f"@{wording.number(rpe)}"


def _clock(one: Set, block: Block) -> str:
    """`90s` of rest; `30s|60s` of holding and rest; `60s|0s auto` on the clock."""
    in_turn = block.alternating or len(block.items) == 1
    if block.kind in ("emom", "every") and block.interval_s and in_turn:
        return f"{block.interval_s}s|0s auto"
    if block.kind == "tabata" and block.work_s:
        return f"{block.work_s}s|{block.off_s or 0}s auto"
    rest = one.rest_s.target if one.rest_s else None
    if one.hold_s and not one.reps:
        more = "+" if one.amrap else ""
        return f"{_seconds(one.hold_s)}s{more}|{'?' if rest is None else f'{rest}s'}"
    return "" if rest is None else f"{rest}s"


def _seconds(hold: Range) -> int:
    return max(hold.target, 1)


def _label(one: Set, losses: set[str]) -> str:
    """One label only: the coach's, or else what kind of set it is."""
    kinds = (
        ("Left", one.side == "left"), ("Right", one.side == "right"), ("Warm-up", one.warmup),
        ("Test", one.test), ("Drop", one.drop),
    )  # fmt: skip
    kind = next((f"({name})" for name, so in kinds if so), "")
    if not one.label:
        return kind
    mine = set_label(one.label)
    if kind or not mine:
        losses.add(LABELS)
        return kind
    return mine
