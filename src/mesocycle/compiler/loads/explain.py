"""Explain: why a line's loads are what they are, in one sentence."""

from __future__ import annotations

import msgspec

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.loads.gear import Fit
from mesocycle.compiler.loads.kinds import relative
from mesocycle.compiler.loads.sought import Sought
from mesocycle.compiler.loads.written import figure, line_of, written
from mesocycle.mass import Mass
from mesocycle.programme import Because
from mesocycle.syntax.nodes import LoadNode, Percent


class _Part(msgspec.Struct, frozen=True):
    """One load, from what it is of to what is put on the bar."""

    sought: Sought
    exact: Mass
    moved: bool
    deload: int | None
    fit: Fit

    def rounded(self) -> bool:
        return self.fit.mass != self.exact

    def text(self, *, of: bool, how: bool) -> str:
        """`65 % of the 1RM 100 kg is 65 kg, so 65 kg (to the nearest 2.5 kg)`."""
        sought = self.sought
        words = f"{sought.share} of {sought.of}" if sought.of and of else sought.share
        words = words or str(sought.mass)
        if sought.of or sought.steady:
            words += f" is {figure(sought.mass)}"
        if self.moved:
            words += ", moved by its progression"
        if self.deload is not None:
            words += f", {self.deload} % in a deload"
        if self.moved or self.deload is not None:
            words += f": {figure(self.exact)}"
        if self.rounded():
            words += f", so {figure(self.fit.mass)}"
            words += f" ({self.fit.how})" if how else ""
        return words


class Account:
    """What a line's loads rest on, gathered while they are made.

    `missing` are the loads that rest on what nobody has said. `logged`: some rest on what the
    diary says of this day, so they are of this day only.
    """

    def __init__(self) -> None:
        self._parts: list[_Part] = []
        self.missing: list[LoadNode] = []
        self.logged = False

    def add(
        self, sought: Sought, exact: Mass, fit: Fit, *, moved: bool, deload: int | None
    ) -> None:
        """A load; one that is just as the plan writes it needs no word."""
        told = sought.loose or sought.steady or bool(sought.share)
        if told or deload is not None or fit.mass != exact:
            part = _Part(sought, exact, moved, deload, fit)
            if part not in self._parts:
                self._parts.append(part)

    def text(self) -> str:
        """The sentence, without the exercise; empty where there is nothing to explain."""
        if len(self._parts) < 2:
            return self._parts[0].text(of=True, how=True) if self._parts else ""
        ways = {part.fit.how for part in self._parts if part.rounded()}
        words: list[str] = []
        of = ""
        for part in self._parts:
            words.append(part.text(of=part.sought.of != of, how=len(ways) > 1))
            of = part.sought.of
        ending = f" ({ways.pop()})" if len(ways) == 1 else ""
        return "; ".join(words) + ending

    def because(self) -> tuple[Because, ...]:
        """The lines that gave what the loads are of."""
        return tuple(dict.fromkeys(b for part in self._parts for b in part.sought.because))


def question(exercise: Exercise, missing: list[LoadNode]) -> str:
    """What nobody has said, as a question with the line that answers it; empty for nothing."""
    node = next((n for n in missing if isinstance(n, Percent) and not relative(n)), None)
    if node is None:
        return ""
    name = node.lift.text if node.lift else exercise.name
    return (
        f"{exercise.name}: {written(node)}, of what? The diary says it with: {line_of(node, name)}"
    )
