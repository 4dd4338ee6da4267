"""Why a session is as it is: what was decided, from which lines, and what would change it."""

from __future__ import annotations

from mesocycle.programme import Decision, Programme


def reasons_of(programme: Programme) -> dict[str, list[str]]:
    """The reasons for every session of which something was decided, a sentence or two each."""
    found: dict[str, list[str]] = {}
    for each in programme.decisions:
        if each.session is not None and each.outcome != "rounded":
            found.setdefault(each.session, []).append(_told(each))
    return found


def _told(decision: Decision) -> str:
    words = [f"{decision.text} ({decision.rule})."]
    words += [f"{line.file}:{line.line}: {line.text.strip()}" for line in decision.because]
    if decision.change and decision.outcome not in ("picked", "raised"):
        words += filter(None, [decision.change, decision.write])
    return " ".join(words)
