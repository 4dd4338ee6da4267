"""Out of scope: whom nobody trains by a plan until a clinician has said so (SR18), in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Plan
from mesocycle.diary.outside import Outside, is_said

#: The reason on a session, which says nothing of what it is: calendars are read by others.
REASON = (
    "Out of scope until cleared: a doctor or physiotherapist has to say that you may train by "
    "this plan. Record it in the diary as: cleared by … with …"
)


def told(found: Sequence[Outside], *, in_part: bool = False) -> str:
    """The block for the reader: what stands in the way, and how it is recorded when cleared."""
    names = ", ".join(dict.fromkeys(each.text for each in found))
    what = "What is not cleared is left out" if in_part else "Nothing is trained"
    line = f'YYYY-MM-DD cleared by "…" with {found[0].name}'
    return (
        f"Out of scope until cleared: {names}. {what} until a doctor or physiotherapist has said "
        "that you may train by this plan. Record it, with the day on which they said so, as: "
        f"{line}"
    )


def question(plan: Plan, view: View) -> Iterator[tuple[str, str]]:
    """What to ask an athlete in rehab who has said neither an age nor a condition; the answer."""
    diary = view.health.diary
    if plan.care == "rehab" and diary is not None and not is_said(diary, view.as_of):
        text = (
            "Are you under 18 or pregnant, or have you had surgery or a fracture lately, "
            "osteoporosis, an inflammatory disease, or cancer? Then a doctor or physiotherapist "
            "has to say first that you may train by this plan. If none of it is so, say that."
        )
        yield text, f"{view.as_of.isoformat()} condition none"
