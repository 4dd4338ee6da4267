"""What the reader is told: standing cautions, decisions, notices."""

from __future__ import annotations

from typing import Literal

from mesocycle.programme.base import Frozen
from mesocycle.programme.sessions import Side

#: Goes with every output, at the top.
DISCLAIMER = (
    "General training information made from your coach's plan. It is not medical advice or a "
    "diagnosis, and no clinician has checked it for you. Stop and get help if pain spreads into "
    "a leg, or you notice numbness, tingling, weakness, or trouble with bladder or bowel."
)

#: Goes with every session, in every output.
ABORT = (
    "Stop the session on sharp pain, pain that spreads into a leg, numbness or tingling, "
    "weakness, dizziness, chest pain, or feeling faint."
)

#: Goes with every red flag of the emergency level.
EMERGENCY = (
    "Stop. Do not do this session. Numbness around the genitals or back passage, new trouble "
    "passing urine or controlling bowels, weakness or numbness in both legs, or pain after a "
    "serious accident can be an emergency: call your local emergency number now "
    "(999 UK, 112 EU, 911 US)."
)

DecisionOutcome = Literal[
    "picked", "skipped", "held", "raised", "lowered", "regressed", "swapped", "stopped",
    "rounded", "moved", "assessed",
]  # fmt: skip
NoticeSeverity = Literal["stop", "warning", "question", "info"]


class DayNote(Frozen):
    """What a coach notes of a day: travelling, a holiday, a rest day and why."""

    date: str
    text: str


class Because(Frozen):
    """A line that decided: of the diary, or of the plan."""

    file: str
    line: int
    text: str


class Decision(Frozen):
    """Why something is as it is, in a sentence a lay person reads.

    `change`: what would make it otherwise, in a sentence as well; None where nothing would.
    `write`: the line of the diary, or of its profile, that would do it; `…` stands for what only
    the writer knows.
    """

    id: str
    outcome: DecisionOutcome
    rule: str
    text: str
    date: str | None = None
    session: str | None = None
    exercise: str | None = None
    side: Side | None = None
    because: tuple[Because, ...] = ()
    change: str | None = None
    write: str | None = None


class Notice(Frozen):
    """Something the reader must know: a stop, a warning, an open question.

    `answer`: the line of the diary that would answer the question, to be filled in.
    """

    code: str
    severity: NoticeSeverity
    text: str
    session: str | None = None
    answer: str | None = None
