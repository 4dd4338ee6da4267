"""The programme in a few words a line: what a spec case compares.

2026-12-09 07:00 Strength, assessment, provisional
  run 30min easy
  Beetle 3x8 of 8-12 each side, slow, rest 60s
    cue "back heavy on the floor"
  superset 3 rounds
    Squat 3x5 60 kg
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from mesocycle.programme import Block, Item, Programme, Session
from tests.spec.speckit import sets
from tests.spec.speckit.stretches import details, segment, time, totals

#: In front of an item of a group: it stands deeper than the line of the group.
GROUPED = "  "

#: Blocks that have a line of their own, and how it begins.
_GROUPS = {
    "superset": "superset", "circuit": "circuit", "interleave": "interleave", "emom": "emom",
    "every": "every", "amrap": "amrap", "for_time": "for time", "tabata": "tabata",
}  # fmt: skip


def head(session: Session) -> str:
    """When and what: `2026-12-09 07:00 Strength`, `any time Strength`."""
    return f"{_when(session)} {session.name}"


def words(session: Session) -> tuple[str, ...]:
    """What is said of a session after its name; a status is left out when it is `planned`."""
    found: list[str] = [session.status] if session.status != "planned" else []
    if session.minutes is not None:
        found.append(f"{session.minutes}min")
    if session.provisional:
        found.append("provisional")
    if session.week is not None:
        found.append(f"week {session.week}")
    if session.start:
        found.append(session.start[-6:])
    if session.original_date and session.original_date != session.date:
        found.append(f"from {session.original_date}")
    if session.race:
        found.append(f"race {session.race}")
    found += [name for name in ("partial", "unplanned") if getattr(session, name)]
    logged = (f"logged {words.removeprefix('total ')}" for words in totals(session.logged))
    return (*found, *totals(session.total), *logged)


def lines(session: Session) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each item with its details (cues, notes, what comes next), in order."""
    for block in session.blocks:
        yield from _block(block)


def is_group(line: str) -> bool:
    """Whether a line is that of a group, with items below it."""
    return line.startswith(tuple(_GROUPS.values()))


def remarks(session: Session, programme: Programme) -> tuple[str, ...]:
    """What stands under a session besides its items, and what goes with every session or plan."""
    reason = (f'reason "{session.reason}"',) if session.reason else ()
    if session.total and session.total.basis:
        reason = (*reason, f'basis "{session.total.basis}"')
    every = programme.abort, programme.disclaimer
    return reason + tuple(f'note "{note}"' for note in (*session.notes, *every))


def day_notes(programme: Programme) -> tuple[str, ...]:
    """What stands on a day: `2026-12-24 note "travelling"`."""
    return tuple(f'{each.date} note "{each.text}"' for each in programme.day_notes)


def full(programme: Programme, *, items: bool = True) -> Iterator[str]:
    """Everything, for people who look for what went wrong."""
    for session in (*programme.sessions, *programme.todo):
        yield ", ".join((head(session), *words(session)))
        if items:
            yield from (f"  {line}" for line, _ in lines(session))
    yield from day_notes(programme)


def _when(session: Session) -> str:
    if session.date is None:
        return f'whenever "{session.trigger}"' if session.trigger else "any time"
    if session.start:
        return f"{session.date} {session.start[11:16]}"
    return f"{session.date} {session.slot.replace('_', ' ')}" if session.slot else session.date


def _block(block: Block) -> Iterator[tuple[str, tuple[str, ...]]]:
    part = f"{block.kind}: " if block.kind in ("warmup", "cooldown") else ""
    if block.kind in _GROUPS:
        part = GROUPED
        yield _group(block), ()
    for one in block.segments:
        yield part + segment(one), tuple(details(one))
    for item in block.items:
        last = block.kind == "straight" and item is block.items[-1]
        rest = f", rest {block.rest_after_s}s after" if last and block.rest_after_s else ""
        yield part + _item(item) + rest, tuple(_details(item))


def _group(block: Block) -> str:
    """`superset 3 rounds`, `every 90s for 12min alternating`, `for time cap 20min "Fran"`."""
    pieces = [_GROUPS[block.kind]]
    if block.kind == "every":
        pieces.append(f"{block.interval_s}s for")
    if block.duration_s is not None and block.kind != "tabata":
        pieces.append(time(block.duration_s))
    elif block.rounds is not None:
        pieces.append(f"{block.rounds} round{'s' if block.rounds != 1 else ''}")
    if block.kind == "tabata":
        pieces.append(f"{block.work_s}s/{block.off_s}s")
    pieces += ["alternating"] if block.alternating else []
    pieces += [f"cap {time(block.cap_s)}"] if block.cap_s is not None else []
    pieces += [f'"{block.title}"'] if block.title else []
    rests = ((block.rest_s, "between rounds"), (block.rest_after_s, "after"))
    return ", ".join((" ".join(pieces), *(f"rest {s}s {where}" for s, where in rests if s)))


def _item(item: Item) -> str:
    name = f'task "{item.task}"' if item.task else item.exercise.name if item.exercise else "?"
    label = f"{item.label}: " if item.label else ""
    # That an assessment tests is said once, at the end of its line.
    given = [replace(one, test=one.test and not item.assessment) for one in item.sets]
    pieces = [f"{label}{name} {sets.amounts(given)}".rstrip(), *sets.manners(given)]
    return ", ".join((*pieces, "to assess") if item.assessment else pieces)


def _said(cues: tuple[str, ...], notes: tuple[str, ...]) -> Iterator[str]:
    yield from (f'cue "{cue}"' for cue in cues)
    yield from (f'note "{note}"' for note in notes)


def _details(item: Item) -> Iterator[str]:
    own = item.exercise.cues if item.exercise else ()
    yield from _said((*item.cues, *own), item.notes)
    yield from sets.loads(item.sets)
    if item.done is not None:
        yield f"done {sets.amounts(item.done) or 'nothing'}"
    yield from (f'because "{source}"' for source in item.because)
    if item.exercise and item.exercise.video:
        yield f'video "{item.exercise.video}"'
    if item.progression:
        yield item.progression.text
        yield f"next {item.progression.next}"
