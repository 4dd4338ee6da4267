"""Workouts as rows of a diary, each marked as unverified, with the file that it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

import msgspec

from mesocycle.catalogue.model import Exercise
from mesocycle.importing.names import Namer
from mesocycle.importing.workouts import Done, Lift, Past, Workout

#: The longest row of a comment or a note, in characters.
_LONGEST = 200
#: What one holds on to, or lies on: a load is then beyond bodyweight.
_NO_WEIGHT = frozenset({
    "pull-up bar", "rings", "parallel bars", "climbing rope", "bench", "back extension bench",
    "ghd", "box", "step", "chair", "table", "wall", "mat", "cushion", "blocks", "boards",
    "ab wheel", "exercise ball", "dip belt", "weight vest",
})  # fmt: skip


#: What a session is called in which somebody goes somewhere: its time is part of the load.
_ENDURANCE = re.compile(
    r"\b(run|jog|walk|hik|rid(e|ing)|cycl|bik|swim|row|ski|elliptic|treadmill|marathon)",
    re.IGNORECASE,
)


class Row(msgspec.Struct):
    """A row of a diary. `workout` numbers what belongs together; `comment`: nothing reads it."""

    text: str
    workout: int
    comment: bool = False
    head: bool = False

    def aside(self, why: str) -> None:
        """Make it a comment that says why."""
        indent = self.text[: len(self.text) - len(self.text.lstrip())]
        self.text = f"{indent}# {self.text.strip()}  ({why})"
        self.comment = True


def rows_of(past: Past, file: str, namer: Namer) -> list[Row]:
    """The rows of all workouts, by date; what cannot be said as an entry is a comment."""
    rows: list[Row] = []
    for number, workout in enumerate(past.workouts):
        rows.append(Row(_head(workout, file), number, head=True))
        for done in workout.done:
            rows += [Row(f"  {text}", number, text.startswith("#")) for text in _line(done, namer)]
        for kept in workout.kept:
            rows += [Row(f"  {text}", number, comment=True) for text in _comments(kept)]
        rows += [Row(f'  note "{text}"', number) for note in workout.notes for text in _cut(note)]
    for number, text in past.lost:
        rows += [Row(each, -1, comment=True) for each in _comments(f"row {number}: {text}")]
    return rows


def _head(workout: Workout, file: str) -> str:
    """`2026-10-01 "Gym"; felt 62min; unverified "strong.csv"`."""
    said = [f'{workout.date} "{_quoted(workout.name) or "Training"}"']
    if not (workout.metres or (_ENDURANCE.search(workout.name) and not workout.done)):
        said += [f"felt {_lasting(workout.seconds)}"] if workout.seconds else []
    else:
        far = [_lasting(workout.seconds)] if workout.seconds else []
        far += [_distance(workout.metres)] if workout.metres else []
        said += [", ".join(far)] if far else []
    if workout.rpe is not None and workout.rpe == int(workout.rpe) and not workout.done:
        said.append(f"felt rpe {int(workout.rpe)}")
    return "; ".join([*said, f'unverified "{_quoted(file)}"'])


def _line(done: Done, namer: Namer) -> Iterator[str]:
    """An exercise as a line, or as a comment; its notes are comments behind it."""
    found = namer.find(done.name)
    name = _clean(found[0] if found else done.name)
    exercise = found[1] if found else None
    sets = _all_sets(done.sets, exercise)
    if found is None:
        yield f"# {name}; {sets}"
    else:
        notes = [text for note in done.notes for text in _cut(note)]
        quoted = name if _is_bare(name) else f'"{_quoted(name)}"'
        yield "; ".join([quoted, sets, *(f'note "{note}"' for note in notes[:1])])
        for note in notes[1:]:
            yield f"# {note}"
        return
    for note in done.notes:
        yield from _comments(note)


def _all_sets(sets: Sequence[Lift], exercise: Exercise | None) -> str:
    """`3x8 60kg, 6 60kg`; of an exercise for each side, the same on both."""
    parts = []
    for one, same in groupby(sets):
        times = len(list(same))
        parts.append(f"{times}x{_set(one, exercise)}" if times > 1 else _set(one, exercise))
    told = ", ".join(parts)
    if exercise is not None and exercise.sides == "each":
        return f"left {told}; right {told}"
    return told


def _set(one: Lift, exercise: Exercise | None) -> str:
    if one.reps:
        text = str(one.reps)
    elif one.metres:
        text = f"{one.metres}m"
    else:
        text = f"{one.seconds}s"
    if one.load is not None:
        beyond = exercise is not None and _NO_WEIGHT.issuperset(exercise.equipment)
        text += f" {'+' if beyond else ''}{_decimal(one.load)}{one.unit}"
    if one.rpe is not None and 1 <= one.rpe <= 10 and one.rpe * 2 == int(one.rpe * 2):
        text += f" @{_decimal(one.rpe)}"
    return text


def _decimal(value: Decimal) -> str:
    """At most two decimals, none that say nothing."""
    return f"{round(value, 2):f}".rstrip("0").rstrip(".") if value % 1 else f"{int(value)}"


def _lasting(seconds: int | None) -> str:
    """Whole minutes where it is some of them, else seconds."""
    seconds = seconds or 0
    return f"{round(seconds / 60)}min" if seconds >= 60 else f"{seconds}s"


def _distance(metres: int | None) -> str:
    metres = metres or 0
    return f"{_decimal(Decimal(metres) / 1000)}km" if metres >= 1000 else f"{metres}m"


def _is_bare(name: str) -> bool:
    """Whether a name can stand without quotes."""
    return all(part and (part[0].isalpha() or part.isdigit()) for part in name.split()) and not (
        set(name) & set('();:,"#')
    )


def _quoted(text: str) -> str:
    return _clean(text).replace('"', "’")[:_LONGEST]


def _clean(text: str) -> str:
    """Text on one line, without anything that no diary may hold."""
    kept = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(kept.split())


def _cut(text: str) -> Iterator[str]:
    """A long text in pieces that fit in quotes."""
    text = _clean(text).replace('"', "’")
    while text:
        end = text.rfind(" ", 0, _LONGEST) if len(text) > _LONGEST else len(text)
        end = end if end > 0 else _LONGEST
        yield text[:end].strip()
        text = text[end:].strip()


def _comments(text: str) -> Iterator[str]:
    yield from (f"# {each}" for each in _cut(text))
