"""Yes, no, or unknown, with the reason and the lines it rests on.

Conditions on an athlete are three-valued (strong Kleene logic): unknown is never yes, and
`not unknown` is unknown too.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from mesocycle.frozen import FrozenMeta
from mesocycle.programme import Because, Side


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


def _weakest(verdicts: Sequence[Verdict], *, deciding: bool) -> Verdict:
    for wanted in (deciding, None):
        found = [v for v in verdicts if v.value is wanted]
        if found:
            return found[0]
    return Verdict(
        not deciding,
        ", ".join(dict.fromkeys(v.text for v in verdicts)),
        tuple(dict.fromkeys(line for v in verdicts for line in v.because)),
        next((v.side for v in verdicts if v.side), None),
        any(v.assumed for v in verdicts),
    )
