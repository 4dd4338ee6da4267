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

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mesocycle.compiling import Checked, check_plan, compile_plan
    from mesocycle.diagnostics import Diagnostic, Outcome
    from mesocycle.programme import Programme
    from mesocycle.source import Source, Span
    from mesocycle.syntax import parse, parse_diary

#: Where each name lives. It is imported when it is first asked for, because importing any part
#: of mesocycle runs this file, and `meso --help` needs none of them.
_HOMES = {
    "Checked": "compiling",
    "Diagnostic": "diagnostics",
    "Outcome": "diagnostics",
    "Programme": "programme",
    "Source": "source",
    "Span": "source",
    "check_plan": "compiling",
    "compile_plan": "compiling",
    "parse": "syntax",
    "parse_diary": "syntax",
}

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


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
