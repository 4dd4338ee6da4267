"""What an output makes, beside a file that somebody has looked at."""

from __future__ import annotations

from difflib import unified_diff
from itertools import islice
from os import PathLike
from pathlib import Path

from mesocycle.output.model import OptionValue, Output
from mesocycle.output.samples import MAKERS
from mesocycle.output.testing.trying import content, require
from mesocycle.programme import Programme

_MOST = 60


def golden(
    output: Output,
    sample: str | Programme,
    path: str | PathLike[str],
    *,
    update: bool = False,
    **options: OptionValue,
) -> None:
    """What `output` makes of a `sample`, by name or as it is, are the bytes in the file `path`.

    With `update` the file is written instead: read the difference before you commit it.

    Raises:
        AssertionError: they are not, or there is no file; the message shows the difference.
    """
    programme = MAKERS[sample]() if isinstance(sample, str) else sample
    made, file = content(output, programme, **options), Path(path)
    if update:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(made)
    require(file.exists(), f"there is no {file.name} yet: run pytest --update-golden")
    before = file.read_bytes()
    require(made == before, f"{file.name} differs:\n{_difference(before, made)}\n{_MEANT}")


_MEANT = "If that is meant: pytest --update-golden"


def _difference(before: bytes, after: bytes) -> str:
    try:
        old, new = (each.decode().splitlines() for each in (before, after))
    except UnicodeDecodeError:
        return f"{len(before)} bytes, now {len(after)}"
    lines = unified_diff(old, new, "as it was", "as it is now", lineterm="")
    return "\n".join(islice(lines, _MOST)) or "only in the ends of its lines"
