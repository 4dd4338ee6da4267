"""Shares: phases that divide a plan's weeks among them (`for 40%`, `for the rest`)."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from mesocycle.catalogue.lookup import Lookup
from mesocycle.compiler.resolve.tapers import WHOLE
from mesocycle.syntax import nodes as n


class Share(msgspec.Struct, frozen=True):
    """What a phase asks for: hundredths of a per cent of all weeks, or (None) the rest."""

    head: n.Piece[n.Node]
    percent: int | None


def share(r: Lookup, asked: Sequence[Share], left: int, weeks: int) -> list[int]:
    """So many weeks each, of the `left` ones of the plan's `weeks`.

    By largest remainder, the earlier phase first (Hamilton's method); where somebody gets
    nothing, or something is left over, that is told and everybody gets one week.
    """
    said = sum(each.percent or 0 for each in asked) * weeks
    rests = [each for each in asked if each.percent is None]
    spare = left * WHOLE - said
    mistakes = len(r.notes)
    _check_rests(r, rests)
    if not mistakes < len(r.notes):
        _check_fit(r, asked, spare, left, weeks)
    if mistakes < len(r.notes):
        return [1] * len(asked)
    quotas = [spare if each.percent is None else each.percent * weeks for each in asked]
    parts = _largest_remainder(quotas, left)
    for each, part in zip(asked, parts, strict=True):
        if part < 1:
            r.notes.error(
                "E476", "a phase of less than a week", each.head.span,
                f"{_per_cent(each, quotas[asked.index(each)], weeks)} of {weeks} weeks rounds to "
                "none",
                hint="give it more, or a number of weeks: for 1 week",
            )  # fmt: skip
    return [max(1, part) for part in parts]


def _largest_remainder(quotas: Sequence[int], whole: int) -> list[int]:
    """Whole numbers near the quotas (in 1/10,000) that add up to `whole`."""
    parts = [quota // WHOLE for quota in quotas]
    order = sorted(range(len(quotas)), key=lambda i: (-(quotas[i] % WHOLE), i))
    for i in order[: max(0, whole - sum(parts))]:
        parts[i] += 1
    return parts


def _check_rests(r: Lookup, rests: Sequence[Share]) -> None:
    for again in rests[1:]:
        r.notes.error(
            "E476", "two phases take the rest", again.head.span, "how much of it is whose?",
            hint="give one of them a per cent, or a number of weeks",
        )  # fmt: skip


def _check_fit(r: Lookup, asked: Sequence[Share], spare: int, left: int, weeks: int) -> None:
    """Everything that is left is given away, and nothing twice. `spare` is in 1/10,000 weeks."""
    rest = next((each for each in asked if each.percent is None), None)
    last = asked[-1].head
    if left < len(asked):
        r.notes.error(
            "E476", f"{left if left > 0 else 'no'} week{'' if left == 1 else 's'} left for "
            f"{len(asked)} phase{'' if len(asked) == 1 else 's'}",
            (rest.head if rest else last).span,
            f"the plan has {weeks} weeks, and the other phases take {weeks - left}",
            hint="make the other phases shorter, or the plan longer",
        )  # fmt: skip
    elif rest and spare <= 0:
        r.notes.error(
            "E476", "nothing is left for this phase", rest.head.span,
            f"the others take all {weeks} weeks",
            hint="lower the per cents of the others, or leave this phase out",
        )  # fmt: skip
    elif not rest and abs(spare) >= WHOLE:
        much = f"{abs(spare) / WHOLE:.1f}".removesuffix(".0")
        r.notes.error(
            "E476", f"the phases take {much} weeks too {'few' if spare > 0 else 'many'}",
            last.span, f"the plan has {weeks} weeks",
            hint="give the last one what is left: for the rest; or change the per cents (they are "
            "of all weeks)",
        )  # fmt: skip


def _per_cent(share: Share, quota: int, weeks: int) -> str:
    percent = share.percent if share.percent is not None else quota // weeks
    return f"{percent / 100:g} %"
