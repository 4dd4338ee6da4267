"""Paces and zones: what a plan's targets come to for an athlete, and how fast that is.

`model` is the arithmetic of races, `zones` that of heart and power, `bests` what is known of an
athlete on a day, `targets` what a target reads like, `speeds` how fast it is. Nothing is
guessed: what rests on something that nobody has said stays as the coach wrote it, and is asked.
"""

from mesocycle.compiler.paces.paces import Paces
from mesocycle.compiler.paces.speeds import Speed

__all__ = ["Paces", "Speed"]
