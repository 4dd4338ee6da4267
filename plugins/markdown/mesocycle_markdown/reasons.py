"""Why a session is as it is: what was decided, from which lines, and what would change it."""

from __future__ import annotations

from mesocycle.programme import Decision, Programme

from .escape import inline


def reasons_of(programme: Programme) -> dict[str, str]:
    """A list of reasons for every session of which something was decided."""
    found: dict[str, list[str]] = {}
    for each in programme.decisions:
        if each.session is not None and each.outcome != "rounded":
            found.setdefault(each.session, []).append(f"- {_told(each)}")
    return {session: "\n".join(("**Why**", "", *rows)) for session, rows in found.items()}


def _told(decision: Decision) -> str:
    words = [f"{inline(decision.text)} ({inline(decision.rule)})."]
    words += [
        f"{inline(line.file)}:{line.line}: *{inline(line.text.strip())}*"
        for line in decision.because
    ]
    if decision.change and decision.outcome not in ("picked", "raised"):
        words.append(inline(decision.change))
        words += [f"*{inline(decision.write)}*"] if decision.write else []
    return " ".join(words)
