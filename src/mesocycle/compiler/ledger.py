"""The ledger: every decision and every notice, in the order in which they were made."""

from __future__ import annotations

import datetime as dt

from mesocycle.programme import (
    Because,
    Decision,
    DecisionOutcome,
    Notice,
    NoticeSeverity,
    Side,
)


class Ledger:
    """What is decided about one session is entered under its page: its id and its date."""

    def __init__(self) -> None:
        self.decisions: list[Decision] = []
        self.notices: dict[tuple[str, str, str | None], Notice] = {}

    def page(self, session: str | None, date: dt.date | None) -> Page:
        """Where the decisions about one session go."""
        return Page(self, session, date)

    def notice(
        self,
        code: str,
        severity: NoticeSeverity,
        text: str,
        session: str | None = None,
        answer: str | None = None,
    ) -> None:
        """Tell the reader something, once; `answer` is the diary's line that answers it."""
        self.notices.setdefault(
            (code, text, session),
            Notice(code=code, severity=severity, text=text, session=session, answer=answer),
        )

    def ask_nothing(self) -> None:
        """Take all questions back: there is one thing to do, and nothing beside it."""
        self.notices = {
            key: notice for key, notice in self.notices.items() if notice.severity != "question"
        }


class Page:
    """One session's part of the ledger."""

    def __init__(self, ledger: Ledger, session: str | None, date: dt.date | None) -> None:
        self.ledger = ledger
        self.session = session
        self.date = date
        self._day = date.isoformat() if date else None

    def decide(  # the parts of one sentence
        self,
        outcome: DecisionOutcome,
        rule: str,
        text: str,
        *,
        exercise: str | None = None,
        side: Side | None = None,
        because: tuple[Because, ...] = (),
    ) -> str:
        """Enter a decision; returns its id."""
        identity = f"d{len(self.ledger.decisions) + 1}"
        self.ledger.decisions.append(
            Decision(
                id=identity,
                outcome=outcome,
                rule=rule,
                text=text,
                date=self._day,
                session=self.session,
                exercise=exercise,
                side=None if side == "both" else side,
                because=because,
            )
        )
        return identity
