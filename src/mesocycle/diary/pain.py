"""Pain verdicts: what pain during, after and on the next morning comes to (green to red).

The bands are those of the pain-monitoring model (Silbernagel et al., AJSM 2007; 35:897) and
of the rules for runners of Vincent & Vincent (CSMR 2017; 16:122). They were made for tendons
and knees, so no verdict ever allows more than the pain limit of coach and clinician does.
"""

from __future__ import annotations

from typing import Final, Literal

from mesocycle.diary.model import Mark

PainVerdict = Literal["green", "amber", "red", "unknown"]

#: Up to this pain is no more than noise about none; and above that nobody trains.
GREEN, MOST_PAIN = 2, 5

#: How far painfree may be widened: by a coach, and by a clinician.
COACHS_LIMIT: Final = GREEN
CLINICIANS_LIMIT: Final = MOST_PAIN

#: Pain from which on earlier pain-free evidence no longer counts, unless the limit is higher.
FLARE: Final = 3


def flare_from(limit: int) -> int:
    """The least pain that is a flare for an athlete with that pain limit."""
    return max(FLARE, limit + 1)


def pain_verdict(
    during: int | None,
    after: int | None,
    morning: int | None,
    baseline: int | None,
    *,
    sharp: bool = False,
    limp: bool = False,
) -> PainVerdict:
    """The verdict on one side of one exercise; all pains go from 0 to 10.

    `baseline` is the last morning before it (None: there was none, and 0 is usual). What is
    known decides first, the worst of it: what is missing can only make it worse. Pain `during`
    that is not followed by a word on `after` was written down when it was over, and speaks
    for both.
    """
    worst = max((pain for pain in (during, after) if pain is not None), default=0)
    if sharp or limp or worst > MOST_PAIN:
        return "red"
    if worst > GREEN or (morning is not None and morning > (baseline or 0)):
        return "amber"
    if morning is None or (during is None and after is None):
        return "unknown"
    return "green"


def verdict_of(
    mark: Mark, morning: int | None, baseline: int | None, *, limp: bool = False
) -> PainVerdict:
    """The verdict on what was logged of one side."""
    return pain_verdict(mark.pain, mark.after, morning, baseline, sharp=mark.sharp, limp=limp)
