"""The steps of a session: a line a stretch, a block with `6x` above it for repeats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mesocycle.output import wording
from mesocycle.programme import Block, Segment, SegmentEnd

from .plain import line, prompt
from .targets import cadence, target

#: What is lost, each told once; the texts end the sentence that tells it.
OPEN_ENDS = "ends that are no time and no distance, which the lap button stands for"
RANGES = "ranges of length, of which the shorter holds"
EFFORTS = "efforts (easy, threshold, RPE), which are prompts without a target"
TARGETS = "targets that the builder does not read, as beats and speeds on wheels"
TURNS = "stretches by turns"
_HEADS = {"warmup": "Warm-up", "cooldown": "Cool-down", "endurance": "Main set"}


class Steps(NamedTuple):
    """How steps are made: what zones are of, what stands for an open end, and what was lost.

    `words` takes up, for one session, what stands there in words.
    """

    zones: str
    open_s: int
    losses: set[str]
    words: dict[str, None]


def lines_of(block: Block, steps: Steps) -> Iterator[str]:
    """The lines of a block; one that is empty ends a repeat."""
    head = line(block.title or _HEADS.get(block.kind, "Main set"))
    first, *rest = block.segments
    if first.repeat > 1 and first.end is None:
        yield from _repeat(head, first, steps)
    else:
        yield head
        rest = [first, *rest]
    for stretch in rest:
        yield from _stretch(stretch, steps)
    yield ""


def _stretch(stretch: Segment, steps: Steps) -> Iterator[str]:
    _note(stretch, steps)
    if stretch.segments and stretch.end is not None:
        steps.losses.add(TURNS)
        steps.words[wording.segment(stretch)] = None
        yield f"- By turns {_length(stretch.end, steps)}"
    elif stretch.repeat > 1:
        yield ""
        yield from _repeat("", stretch, steps)
    else:
        for each in stretch.segments or (stretch,):
            yield from _stretch(each, steps) if stretch.segments else [_step(each, steps)]


def _repeat(head: str, stretch: Segment, steps: Steps) -> Iterator[str]:
    """`Main set 6x`, what is done six times, and the empty line that ends it."""
    _note(stretch, steps)
    yield f"{head} {stretch.repeat}x".strip()
    yield from _once(stretch.segments or (stretch,), steps)
    yield ""


def _once(stretches: Iterable[Segment], steps: Steps) -> Iterator[str]:
    """What is repeated: the builder knows no repeats in repeats, so those stand there in full."""
    for stretch in stretches:
        if not stretch.segments:
            yield _step(stretch, steps)
            continue
        _note(stretch, steps)
        if stretch.end is not None:
            steps.losses.add(TURNS)
            steps.words[wording.segment(stretch)] = None
            yield f"- By turns {_length(stretch.end, steps)}"
            continue
        for _ in range(stretch.repeat):
            yield from _once(stretch.segments, steps)


def _step(stretch: Segment, steps: Steps) -> str:
    """`- Run 10m Z2 HR`: what to do, how long, how hard."""
    _note(stretch, steps)
    aim, turns = target(stretch, steps.zones), cadence(stretch)
    effort = "" if aim or turns else _effort(stretch)
    if effort:
        steps.losses.add(EFFORTS)
    elif aim is None and not turns:
        steps.losses.add(TARGETS)
        steps.words[wording.segment(stretch)] = None
    if turns and stretch.activity == "bike":
        turns = f"freeride {turns}"
    if stretch.end is None or stretch.end.kind in ("lap", "condition"):
        steps.words[wording.segment(stretch)] = None
    words = ["-", _prompt(stretch, effort), _length(stretch.end, steps)]
    return " ".join(filter(None, [*words, aim, turns]))


def _effort(stretch: Segment) -> str:
    """How hard in words, if the builder reads nothing in them."""
    if stretch.target is None:
        return ""
    if stretch.target_end is None:
        return prompt(stretch.target.text)
    return prompt(f"from {stretch.target.text} to {stretch.target_end.text}")


def _prompt(stretch: Segment, effort: str) -> str:
    """`Run`, `Run uphill, easy`: as much of it as no one reads as anything else."""
    where = f" {stretch.terrain}" if stretch.terrain else ""
    what = f"{stretch.activity}{where}".strip()
    what = what[:1].upper() + what[1:]
    return prompt(f"{what}, {effort}" if effort else what)


def _length(end: SegmentEnd | None, steps: Steps) -> str:
    """`1h30m`, `400mtr`, `5km`; `Press lap 10m` where the end is no length."""
    if end is not None and end.kind == "time" and end.seconds:
        if end.max_seconds not in (None, end.seconds):
            steps.losses.add(RANGES)
        return _clock(end.seconds)
    if end is not None and end.kind == "distance" and end.metres:
        if end.max_metres not in (None, end.metres):
            steps.losses.add(RANGES)
        return _way(end.metres)
    steps.losses.add(OPEN_ENDS)
    return f"Press lap {_clock(steps.open_s)}"


def _clock(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    parts = (
        f"{hours}h" if hours else "",
        f"{minutes}m" if minutes else "",
        f"{rest}s" if rest else "",
    )
    return "".join(parts)


def _way(metres: int) -> str:
    figure, _, unit = wording.distances(metres).partition(" ")
    return f"{figure}{'mtr' if unit == 'm' else unit}"


def _note(stretch: Segment, steps: Steps) -> None:
    """What the coach says of a stretch, in words above all steps."""
    for text in (*stretch.cues, *stretch.notes):
        steps.words[text] = None


def is_wanted(segments: Sequence[Segment]) -> bool:
    """Whether there is anything to do but to rest."""
    return any(
        is_wanted(each.segments) if each.segments else each.activity != "rest" for each in segments
    )
