"""Why a session is as it is: what was decided, from which lines, and what would change it."""

from __future__ import annotations

from mesocycle.programme import Decision, Programme

from .markup import Html, el


def reasons_of(programme: Programme) -> dict[str, Html]:
    """The reasons of every session of which something was decided, to be opened."""
    found: dict[str, list[Html]] = {}
    for each in programme.decisions:
        if each.session is not None and each.outcome != "rounded":
            found.setdefault(each.session, []).append(_told(each))
    return {
        session: el("details", el("summary", "Why it is as it is"), el("ul", rows), class_="why")
        for session, rows in found.items()
    }


def _told(decision: Decision) -> Html:
    change = decision.change if decision.outcome not in ("picked", "raised") else None
    return el(
        "li",
        f"{decision.text} ({decision.rule}). ",
        [[f"{each.file}:{each.line} ", el("code", each.text), " "] for each in decision.because],
        [change, " "] if change else None,
        el("code", decision.write) if change and decision.write else None,
    )
