"""Which plan a diary follows: the one that it names, else the one beside it."""

from __future__ import annotations

import os
import re

from mesocycle.catalogue.model import fold
from mesocycle.loading.files import read
from mesocycle.source import Source

_FOLLOWS = re.compile(r'^ +follows +"([^"\n]*)"|[;] *follows +"([^"\n]*)"', re.MULTILINE)
_PLAN = re.compile(r'^plan +"([^"\n]*)"', re.MULTILINE)


def plan_name(text: str) -> str | None:
    """What a plan calls itself; None of a text that is none, such as a library."""
    head = _PLAN.search(text)
    return head[1] if head is not None else None


def followed_name(diary: str) -> str | None:
    """The name of the plan that the text of a diary says it follows, if it does."""
    says = _FOLLOWS.search(diary)
    return (says[1] or says[2]) if says is not None else None


def may_follow(followed: str | None, plan: str) -> bool:
    """Whether a diary that follows the plan `followed` (None: it does not say) follows `plan`."""
    return followed is None or fold(plan) == fold(followed)


def plans_beside(path: str, diary: Source) -> list[str]:
    """The plans in a diary's folder that it may follow: of the name that it says, if it does."""
    folder = os.path.dirname(path) or os.curdir
    followed = followed_name(diary.text)
    found = []
    for entry in sorted(os.listdir(folder)):
        at = os.path.join(folder, entry)
        plan = read(at, regular=True).value if entry.endswith(".plan") else None
        name = plan_name(plan.text) if plan is not None else None
        if name is not None and may_follow(followed, name):
            found.append(os.path.normpath(at))
    return found
