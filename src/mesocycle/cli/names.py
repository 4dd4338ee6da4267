"""What output files are called: `<plan>[-<athlete>].<suffix>`."""

from __future__ import annotations

import re

#: Enough to tell people apart, and far below what file systems take.
_LONGEST = 40


def slug(text: str) -> str:
    """`text` as part of a file name: letters and digits of any script, joined by `-`.

    Empty if `text` has neither; never a path, a hidden file or an option.
    """
    return re.sub(r"[\W_]+", "-", text.lower()).strip("-")[:_LONGEST].strip("-")


def file_name(plan: str, athlete: str | None, suffix: str) -> str:
    """The name of an output; `suffix` with or without its dot."""
    stem = f"{plan}-{athlete}" if athlete else plan
    return f"{stem}.{suffix.lstrip('.')}"
