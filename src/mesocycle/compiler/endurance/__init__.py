"""Endurance: stretches of running, walking and the like become blocks of segments.

First what the day makes of the legs (`adjust`: swaps, volume, what hurts), then their segments
with targets and estimates (`segments`), at last what a session adds up to (`totals`).
"""

from __future__ import annotations

from mesocycle.compiler.endurance.adjust import adjust, manner_of
from mesocycle.compiler.endurance.segments import Done, Segments, block
from mesocycle.compiler.endurance.totals import total

__all__ = ["Done", "Segments", "adjust", "block", "manner_of", "total"]
