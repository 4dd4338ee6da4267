"""Yes, no, or unknown, with the reason and the lines it rests on.

Conditions on an athlete are three-valued (strong Kleene logic): unknown is never yes, and
`not unknown` is unknown too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from mesocycle.frozen import FrozenMeta
from mesocycle.programme import Because, Side

#: What is said of an exercise that was logged, of which nothing more is asked.
TRIED: Final = "tried"


class Verdict(msgspec.Struct, metaclass=FrozenMeta, frozen=True):
    """An answer. `value` None is unknown; `assumed`: true only if the plan goes as projected."""

    value: bool | None
    text: str
    because: tuple[Because, ...] = ()
    side: Side | None = None
    assumed: bool = False


def negate(verdict: Verdict) -> Verdict:
    """`not`: unknown stays unknown."""
    value = None if verdict.value is None else not verdict.value
    return Verdict(value, verdict.text, verdict.because, verdict.side, verdict.assumed)


def every(verdicts: Sequence[Verdict]) -> Verdict:
    """`and`: one no decides; else one unknown leaves it open."""
    return _weakest(verdicts, deciding=False)


def some(verdicts: Sequence[Verdict]) -> Verdict:
    """`or`: one yes decides; else one unknown leaves it open."""
    return _weakest(verdicts, deciding=True)


def _texts(verdicts: Sequence[Verdict]) -> list[str]:
    """Their words; that something was tried goes without saying beside how it was."""
    said = [v.text for v in verdicts if v.text != TRIED]
    how = any(v.because for v in verdicts if v.text != TRIED)
    return said if how else [v.text for v in verdicts]


def _weakest(verdicts: Sequence[Verdict], *, deciding: bool) -> Verdict:
    unknown: Verdict | None = None
    for verdict in verdicts:
        if verdict.value is deciding:
            return verdict
        if verdict.value is None and unknown is None:
            unknown = verdict
    if unknown is not None:
        return unknown
    if len(verdicts) == 1:
        return verdicts[0]
    return Verdict(
        not deciding,
        ", ".join(dict.fromkeys(_texts(verdicts))),
        tuple(dict.fromkeys(line for v in verdicts for line in v.because)),
        next((v.side for v in verdicts if v.side), None),
        any(v.assumed for v in verdicts),
    )
