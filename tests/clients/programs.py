"""The calendar programs that the suite knows."""

from __future__ import annotations

from tests.clients.evolution import Evolution
from tests.clients.khal import Khal
from tests.clients.thunderbird import Thunderbird

PROGRAMS = (Evolution, Thunderbird, Khal)
