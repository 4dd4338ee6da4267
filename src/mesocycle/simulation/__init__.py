"""Simulation: a plan over the next weeks, as it comes out if this or that happens.

Day by day: the plan is compiled for the morning, what the scenario says of the day is logged, and
the next day comes. Nothing is written, and nothing here decides: the compiler does.
"""

from mesocycle.simulation.course import Course, Shown, simulate
from mesocycle.simulation.events import Scenario
from mesocycle.simulation.known import Known
from mesocycle.simulation.misread import Misread
from mesocycle.simulation.scenario import read

__all__ = ["Course", "Known", "Misread", "Scenario", "Shown", "read", "simulate"]
