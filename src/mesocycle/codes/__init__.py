"""Every diagnostic code: its title, what it means, and an example broken and mended.

The message of a diagnostic lives next to the check that raises it; here is only what
`meso explain CODE` prints.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from mesocycle.frozen import FrozenMeta


class Code(msgspec.Struct, frozen=True, metaclass=FrozenMeta):
    """One code. `broken` and `mended` are whole small files of the `kind` named.

    For "diary" they are read against a small standard plan; for "feed" lines are put into a
    small standard calendar or its event. "none" has no text to blame (plugins, files), and both
    are empty.
    """

    code: str
    title: str
    explanation: str
    broken: str = ""
    mended: str = ""
    kind: Literal["plan", "diary", "feed", "none"] = "plan"


#: A code as a row: code, title, explanation, and the examples (both empty: kind "none").
Row = tuple[str, str, str, str, str]


def codes(rows: Iterable[Row], kind: Literal["plan", "diary", "feed"] = "plan") -> tuple[Code, ...]:
    """The codes of a table."""
    return tuple(Code(*row, kind=kind if row[3] else "none") for row in rows)


def _merge() -> dict[str, Code]:
    from importlib import import_module
    from pkgutil import iter_modules

    merged: dict[str, Code] = {}
    for area in sorted(module.name for module in iter_modules(__path__)):
        for code in import_module(f"{__name__}.{area}").CODES:
            if code.code in merged:
                raise ValueError(f"two codes are called {code.code}")
            merged[code.code] = code
    return dict(sorted(merged.items()))


CODES: dict[str, Code] = _merge()
