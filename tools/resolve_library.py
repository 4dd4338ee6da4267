"""Resolve the bundled libraries anew: `python tools/resolve_library.py` after editing one.

Writes NAME.json beside each plans/library/NAME.plan: its catalogue, so that nobody has to
read it at every start. A test fails when one is not current.
"""

from __future__ import annotations

import sys
from pathlib import Path

from mesocycle.catalogue import read
from mesocycle.catalogue.resolved import dump
from mesocycle.source import Source
from mesocycle.syntax import parse

LIBRARIES = Path(__file__).resolve().parents[1] / "plans" / "library"


def resolved(path: Path) -> bytes:
    """What the library at `path` resolves to.

    Raises:
        ValueError: the library has mistakes.
    """
    source = Source(path.stem, path.read_text(encoding="utf-8"))
    return dump(source, read([(parse(source).unwrap(), None)]).unwrap())


def main() -> int:
    """Write every library's JSON."""
    for path in sorted(LIBRARIES.glob("*.plan")):
        path.with_suffix(".json").write_bytes(resolved(path))
        print(path.with_suffix(".json").relative_to(LIBRARIES.parents[1]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
