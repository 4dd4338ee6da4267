"""Exercises and pools of a catalogue as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from mesocycle.catalogue import Alternative, Catalogue, Exercise, Pool
from mesocycle.cli.paint import Paint
from mesocycle.cli.text import safe, width
from mesocycle.syntax.nodes import Count, SetGroup

_COLUMNS = 80
_IMPACT = ("none", "low", "moderate, as in running", "high, as in jumping")
_UNITS = {"reps": "", "seconds": "s", "metres": "m"}
_REASONS = {"start": "to start with", "form": "for bad form"}


def table(catalogue: Catalogue, paint: Paint) -> Iterator[str]:
    """Every exercise on a line, in the order of the library; then the pools."""
    rows = [("exercise", "kind", "sides", "dose")]
    rows += [(e.name, e.kind, e.sides, _dose(e)) for e in catalogue.exercises.values()]
    columns = [[safe(cell) for cell in column] for column in zip(*rows, strict=True)]
    columns = [_padded(column) for column in columns if any(column[1:])]
    for index, row in enumerate(zip(*columns, strict=True)):
        line = "  ".join(row).rstrip()
        yield paint(line, "strong") if index == 0 else line
    for pool in catalogue.pools.values():
        names = [catalogue.exercises[i].name for i in pool.exercises if i in catalogue.exercises]
        yield ""
        yield paint(safe(f"pool {pool.name}"), "strong")
        yield from (f"  {row}" for row in wrap(safe(", ".join(names)), _COLUMNS - 2))


def rungs(pool: Pool, catalogue: Catalogue, paint: Paint) -> Iterator[str]:
    """The exercises of a pool in its order, which is what a plan picks them in."""
    yield paint(safe(f"pool {pool.name}"), "strong")
    for number, name in enumerate(_names(pool.exercises, catalogue), 1):
        yield f"{number:>4}  {safe(name)}"


def page(exercise: Exercise, catalogue: Catalogue, paint: Paint) -> Iterator[str]:
    """All that is known of one exercise, in the order in which a coach asks."""
    yield paint(safe(exercise.name), "strong")
    for label, values in _facts(exercise, catalogue):
        yield from _field(label, values, paint)
    for label, texts in (
        ("cue", exercise.cues),
        ("caution", exercise.cautions),
        ("note", exercise.notes),
        ("because", exercise.because),
    ):
        for text in texts:
            yield from _field(label, [text], paint)
    if not exercise.reviewed:
        yield ""
        yield "not reviewed: nothing says what it loads, so it is not picked while something hurts"
        if exercise.unreviewed:
            yield "unreviewed: in `care rehab` it is not done, whoever names it"


def _facts(e: Exercise, catalogue: Catalogue) -> Iterator[tuple[str, Sequence[str]]]:
    yield "also called", e.aliases
    yield "kind", [e.kind]
    yield "level", [] if e.level is None else [str(e.level)]
    yield "trains", e.trains
    yield "assists", e.assists
    yield "position", [e.position] if e.position else []
    yield "sides", [e.sides]
    yield "dose", [_dose(e)] if e.dose else []
    yield "a repetition", [f"{e.rep_s} s"] if e.rep_s else []
    yield "loads", [f"{direction} {level}" for direction, level in e.loads]
    yield "impact", [] if e.impact is None else [f"{e.impact} ({_IMPACT[e.impact]})"]
    yield "equipment", e.equipment or ["none"]
    yield "place", [e.place]
    yield "easier", _names(e.easier, catalogue)
    yield "harder", _names(e.harder, catalogue)
    yield "instead", [_alternative(a, catalogue) for a in e.alternatives]
    yield "a form of", _names([e.variant_of] if e.variant_of else [], catalogue)
    yield "avoid with", e.avoid
    if e.not_before_run_s is not None:
        yield "not within", [f"{e.not_before_run_s // 60} min before a run"]
    yield "tags", e.tags
    yield "video", [e.video] if e.video else []
    yield "defined in", [f"{e.library}, line {e.line}"]


def _padded(column: Sequence[str]) -> list[str]:
    widest = max(map(width, column))
    return [cell + " " * (widest - width(cell)) for cell in column]


def _field(label: str, values: Sequence[str], paint: Paint) -> Iterator[str]:
    """`label` and its values, wrapped; nothing if there are none."""
    front = f"  {safe(label):<14}"
    rows = wrap(safe(", ".join(values)), _COLUMNS - len(front))
    for index, row in enumerate(rows):
        yield (paint(front, "dim") if index == 0 else " " * len(front)) + row


def _dose(exercise: Exercise) -> str:
    """The dose as a plan writes it: `3x8-12 each side`, `left 2x90s, right 2x120s`."""
    if exercise.dose is None:
        return ""
    ceiling = f" reps to {exercise.dose.to}" if exercise.dose.to is not None else ""
    return ", ".join(map(_group, exercise.dose.groups)) + ceiling


def _group(group: SetGroup) -> str:
    before = f"{group.side} " if group.side in ("left", "right") else ""
    sets = f"{_count(group.sets)}x" if group.sets is not None else ""
    after = " each side" if group.side == "each" else ""
    return f"{before}{sets}{_amount(group)}{after}"


def _amount(group: SetGroup) -> str:
    """Whole minutes read better than many seconds: `30min`, not `1800s`."""
    low, high = group.amount.low, group.amount.high
    if group.unit == "seconds" and low >= 120 and not low % 60 and not high % 60:
        return f"{_count(Count(low // 60, high // 60))}min"
    return f"{_count(group.amount)}{_UNITS[group.unit]}"


def _count(count: Count) -> str:
    return str(count.low) if count.low == count.high else f"{count.low}-{count.high}"


def _names(ids: Iterable[str], catalogue: Catalogue) -> list[str]:
    return [catalogue.exercises[i].name if i in catalogue.exercises else i for i in ids]


def _alternative(a: Alternative, catalogue: Catalogue) -> str:
    (name,) = _names([a.exercise], catalogue)
    if a.reason in _REASONS:
        return f"{name} {_REASONS[a.reason]}"
    detail = a.detail or ""
    words = {"goal": f'for goal "{detail}"', "place": detail, "equipment": f"without {detail}"}
    return f"{name} {words[a.reason]}".rstrip()
