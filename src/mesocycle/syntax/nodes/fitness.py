"""What an athlete can do, as zones and paces rest on it: in a plan's header and in diaries."""

from __future__ import annotations

from typing import Literal

from mesocycle.syntax.nodes.base import Node, Word
from mesocycle.syntax.nodes.runs import Heart, Pace, Power


class BestOf(Node):
    """`best 5k 24:30`, `best half marathon 1:52:00`, `best 12km 58:00`: metres and seconds."""

    metres: int
    seconds: int
    word: Word | None = None


class HeartOf(Node):
    """`max hr 190`, `resting hr 50`, `threshold hr 170`: beats a minute."""

    key: Literal["max", "resting", "threshold"]
    bpm: int
    word: Word | None = None


class Ftp(Node):
    """`ftp 250W`: the functional threshold power."""

    watts: int
    word: Word | None = None


class ZoneOf(Node):
    """`zone 2 hr 130-145`, `zone 2 pace 6:00-6:30/km`, `zone 2 power 140-180W`: an own zone."""

    number: int
    range: Heart | Pace | Power
    word: Word | None = None


FitnessLine = BestOf | HeartOf | Ftp | ZoneOf
