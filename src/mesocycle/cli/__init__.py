"""The `meso` command: one file a command, imported when it is called."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mesocycle.cli.program import meso

__all__ = ["main", "meso"]


def main() -> None:
    """Run `meso` and exit: 0 fine, 1 mistakes, 2 usage, 3 a plugin failed, 4 input/output.

    A bug of mesocycle's own is one line and exit 70; `--debug` shows its traceback.
    """
    # What a run imports and makes, it keeps to the end: to look for garbage after every 700
    # objects, as Python does, finds none and costs a tenth of the start.
    gc.set_threshold(50_000)
    from mesocycle.loading.zones import prefer_own_zones

    prefer_own_zones(os.environ)
    from mesocycle.cli.program import run

    run()


def __getattr__(name: str) -> object:
    """The whole command, imported when it is asked for: `main` comes first."""
    if name != "meso":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from mesocycle.cli.program import meso

    return meso
