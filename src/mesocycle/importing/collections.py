"""Files of exercises from elsewhere, read: JSON, its kind, its entries one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import msgspec

from mesocycle.diagnostics import Diagnostic, Outcome
from mesocycle.importing import free_exercise_db, wger
from mesocycle.importing.foreign import Entry, LeftOut

#: The most bytes of a file, the most objects and lists in it, and the most exercises of all.
MOST_BYTES = 32_000_000
MOST_VALUES = 2_000_000
MOST_EXERCISES = 10_000


class Collection(msgspec.Struct, frozen=True):
    """A kind of file: whether something looks like one of its exercises, and how it reads.

    `short` is what plans may call it. `about` is what a library made of it says first.
    """

    name: str
    short: str
    about: tuple[str, ...]
    is_one: Callable[[object], bool]
    entry: Callable[[object], Entry | LeftOut]


COLLECTIONS: Final[Mapping[str, Collection]] = {
    each.NAME: Collection(each.NAME, each.SHORT, each.ABOUT, each.is_one, each.entry)
    for each in (free_exercise_db, wger)
}


class Gathered(msgspec.Struct, frozen=True):
    """The exercises of some files; `missing` is how many more the last page says there are."""

    collection: Collection
    found: tuple[Entry | LeftOut, ...]
    missing: int = 0


def gather(files: Sequence[tuple[str, bytes]], wanted: str | None = None) -> Outcome[Gathered]:
    """The exercises in `files` (name and content), all of one collection; `wanted` names it.

    E593: no JSON. E594: of no collection that is known, or of two. E595: too much.
    """
    values: list[object] = []
    total = 0
    kind = COLLECTIONS[wanted] if wanted else None
    for name, data in files:
        read = _values(name, data)
        if read.value is None:
            return Outcome(None, read.diagnostics)
        theirs, count = read.value
        total = max(total, count)
        own = _kind(theirs)
        kind = kind or own
        if own is None or kind is not own:
            return Outcome(None, (_unknown(name, kind if wanted or values else None),))
        values += theirs
    if len(values) > MOST_EXERCISES:
        return Outcome(None, (_too_much(f"{len(values)} exercises", f"{MOST_EXERCISES}"),))
    assert kind is not None, "there is at least one file"
    found = tuple(kind.entry(value) for value in values)
    return Outcome(Gathered(kind, found, max(0, total - len(values))))


def _values(name: str, data: bytes) -> Outcome[tuple[list[object], int]]:
    """The objects of a file: a list, a page with `results`, or one; how many it says there are."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    if len(data) > MOST_BYTES:
        return Outcome(None, (_too_much(name, f"{MOST_BYTES // 1_000_000} MB"),))
    if data.count(b"{") + data.count(b"[") > MOST_VALUES:
        return Outcome(None, (_too_much(name, f"{MOST_VALUES} objects and lists"),))
    try:
        value = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return Outcome(None, (_no_json(name, str(error)),))
    except RecursionError:
        return Outcome(None, (_no_json(name, "it is nested too deep"),))
    if isinstance(value, list):
        return Outcome((value, 0))
    results = value.get("results") if isinstance(value, Mapping) else None
    if isinstance(results, list):
        count = value.get("count")
        return Outcome((results, count if isinstance(count, int) else 0))
    return Outcome(([value], 0))


def _kind(values: Sequence[object]) -> Collection | None:
    """The collection that most of the values seem to be of: broken ones are told one by one."""
    counts = {each.name: sum(map(each.is_one, values)) for each in COLLECTIONS.values()}
    best = max(counts, key=counts.__getitem__)
    return COLLECTIONS[best] if counts[best] else None


def _no_json(name: str, why: str) -> Diagnostic:
    return Diagnostic(
        code="E593", message=f"{name} is no JSON: {why}",
        hints=("download it again: a page that was saved from a browser may be HTML",),
    )  # fmt: skip


def _unknown(name: str, wanted: Collection | None) -> Diagnostic:
    known = " nor ".join(COLLECTIONS)
    what = f"exercises of {wanted.name}" if wanted else f"exercises of {known}"
    return Diagnostic(
        code="E594", message=f"{name} holds no {what}",
        hints=("give it dist/exercises.json of free-exercise-db, or pages of wger's exerciseinfo",),
    )  # fmt: skip


def _too_much(what: str, most: str) -> Diagnostic:
    return Diagnostic(
        code="E595", message=f"{what}: more than {most}",
        hints=("give it a part of the file, or one file after the other",),
    )  # fmt: skip
