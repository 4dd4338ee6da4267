"""Running, riding, swimming: a list to tick off on the way."""

from __future__ import annotations

from collections.abc import Iterator

from mesocycle.output import wording
from mesocycle.programme import Block

from .boxes import MOST, box, count_of, row
from .markup import Html, capital, el


def stretches_part(block: Block, key: str, *, log: bool, level: int) -> Html:
    """The stretches of a block, each with a box, repeats with one for every time.

    `Warm-up` stands before a single stretch, and above several.
    """
    if not block.segments:
        return Html()
    head = wording.heading(block)
    rows = list(wording.outline(block.segments))
    above = head if len(rows) > 1 else ""
    inside = [
        _row(each, f"{key}.{place}", "" if above else head, log=log)
        for place, each in enumerate(rows)
    ]
    return el(
        "div",
        el(f"h{level}", above, class_="part") if above else None,
        el("ul", inside, class_="run"),
    )


def _row(row_: wording.Row, key: str, head: str, *, log: bool) -> Html:
    words = [el("span", head), " ", row_.text] if head else capital(row_.text)
    return el(
        "li",
        el("p", words, class_="name" if not row_.depth else None),
        list(_boxes(row_, key)) if log else None,
        [el("p", cue, class_="how") for cue in row_.cues],
        class_=f"d{min(row_.depth, 3)}" if row_.depth else None,
    )


def _boxes(row_: wording.Row, key: str) -> Iterator[Html]:
    """A box for a stretch, one for each repeat; what is repeated needs none."""
    if row_.depth or row_.text.startswith("by turns "):
        return
    if not row_.repeat:
        yield row([box("Done")], key, row_.text)
    elif row_.repeat > MOST:
        yield row([count_of(row_.repeat)], key, row_.text)
    else:
        yield row([box(str(time)) for time in range(1, row_.repeat + 1)], key, row_.text)
