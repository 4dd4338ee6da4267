"""Training plans that coaches can read, compiled into programmes.

The stages, each a package, each with one verb:

1. `parse` (`mesocycle.syntax`): text becomes nodes, with every mistake of the file;
2. `catalogue_of` (`mesocycle.catalogue`): libraries become exercises and pools;
3. `check_plan` (`mesocycle.compiler`, `mesocycle.diary`): names are looked up, dates read;
4. `compile_plan`: schedule, select and prescribe, as the diary allows, into a `Programme`;
5. `mesocycle.output`: plugins render a `Programme` into files.

Every stage returns an `Outcome`: its product beside its diagnostics. Nothing here reads the
clock, the disk, the environment or the network; `Source`s and dates come in as arguments.
"""

from mesocycle.compiling import Checked, check_plan, compile_plan
from mesocycle.diagnostics import Diagnostic, Outcome
from mesocycle.programme import Programme
from mesocycle.source import Source, Span
from mesocycle.syntax import parse, parse_diary

__all__ = [
    "Checked",
    "Diagnostic",
    "Outcome",
    "Programme",
    "Source",
    "Span",
    "check_plan",
    "compile_plan",
    "parse",
    "parse_diary",
]
