"""What output files are called: `<plan>[-<athlete>].<suffix>`."""

from __future__ import annotations

import os
import re

from mesocycle.programme import Programme

#: Enough to tell people apart, and far below what file systems take.
_LONGEST = 40


def slug(text: str) -> str:
    """`text` as part of a file name: letters and digits of any script, joined by `-`.

    Empty if `text` has neither; never a path, a hidden file or an option.
    """
    return re.sub(r"[\W_]+", "-", text.lower()).strip("-")[:_LONGEST].strip("-")


def file_stem(plan_path: str, programme: Programme, diary_path: str | None) -> str:
    """`back`, or `back-ana`: the plan's file, and whose diary it follows.

    A plan without a file (standard input) goes by its name.
    """
    athlete = programme.athlete.name if programme.athlete else None
    return stem_of(plan_path, programme.plan.name, athlete, diary_path)


def stem_of(plan_path: str, plan: str, athlete: str | None, diary_path: str | None) -> str:
    """The same, by the names of plan and athlete."""
    stem = os.path.basename(plan_path).removesuffix(".plan")
    if stem.startswith((".", "-")) or not stem:
        stem = slug(plan) or "plan"
    return stem if diary_path is None else f"{stem}-{athlete_stem(athlete, diary_path)}"


def athlete_stem(name: str | None, diary_path: str) -> str:
    """The athlete's part of it: the name, or that of the diary's file."""
    return slug(name or "") or slug(os.path.basename(diary_path).removesuffix(".diary"))


def file_name(stem: str, suffix: str) -> str:
    """The name of an output; `suffix` is without its dot."""
    return f"{stem}.{suffix}"
