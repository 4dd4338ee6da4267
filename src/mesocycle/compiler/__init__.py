"""The compiler: a checked plan and a diary become a programme.

`resolve` checks a plan; `passes.compile_programme` runs the passes, in the order in which they
stand in `passes.PASSES`. Selection, prescription and safety happen inside `replay`, session by
session, because what was done in one decides about the next.
"""

from mesocycle.compiler.checked import Plan
from mesocycle.compiler.resolve import resolve

__all__ = ["Plan", "resolve"]
