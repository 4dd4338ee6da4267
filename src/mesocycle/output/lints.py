"""Rules that plugins add to `meso check`: they see the programme, and say what they think."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, Protocol

from mesocycle.programme import Frozen, Programme


class Finding(Frozen):
    """What a rule has to say: a warning, or a note; a plan is never refused for it.

    `code` is the rule's, as in `no-rest-day`; reports put the plugin in front of it,
    `agenda/no-rest-day`. `message` says what is the matter, in lower case, `hint` what to do.
    `session` is the `id` of the session that it is about, if it is about one.
    """

    code: str
    message: str
    severity: Literal["warning", "note"] = "warning"
    hint: str = ""
    session: str = ""


class Lint(Protocol):
    """A rule about programmes. It is called for each plan without mistakes."""

    @property
    def name(self) -> str:
        """What the rule is called: lower case letters, digits, `-`."""

    @property
    def summary(self) -> str:
        """One line on what it looks for."""

    def look(self, programme: Programme) -> Iterable[Finding]:
        """What it finds; equal programmes give equal findings, and nothing is changed."""
