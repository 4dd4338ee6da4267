"""Exercises from elsewhere as the text of a library, which compiles without a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

import msgspec

from mesocycle.catalogue import fold, read
from mesocycle.importing.collections import Gathered
from mesocycle.importing.foreign import Entry, LeftOut, plain
from mesocycle.source import Source
from mesocycle.syntax import parse

#: The most characters of a library.
MOST_TEXT = 4_000_000
#: How often what the language refuses is taken out, before all of it is.
_ROUNDS = 4
#: What an exercise needs of which nobody says: not nothing, or it would count as free.
UNNAMED = "unnamed equipment"
_UNNAMED = (
    "# Nobody says what some of these need; who reviews one says that as well.",
    f"place somewhere: {UNNAMED}",
)
#: The pool with all of them, easiest first.
POOL = "everything"
_LEVELS = ("beginner", "intermediate", "expert")
_SEAL = re.compile(r"^# imported ([0-9a-f]{16}):.*\n", re.MULTILINE)
_ABOUT = (
    "Facts only: names, muscles, equipment. How an exercise is described is its author's, and",
    "was not taken over.",
    "",
    "Every exercise is unreviewed: nothing says what it does to a sore back. Who reviews one",
    "defines it again with loads, impact and sides, in a plan or a library of their own: then",
    "the next import takes nothing back.",
)


class Made(msgspec.Struct, frozen=True):
    """A library's text, the exercises in it, and those that are not, with the reason."""

    text: str
    entries: tuple[Entry, ...]
    left_out: tuple[LeftOut, ...]


def library_of(gathered: Gathered, files: Sequence[str]) -> Made:
    """The library of what was gathered from `files`, in the order of names."""
    left_out = [each for each in gathered.found if isinstance(each, LeftOut)]
    entries = _without_doubles(
        (each for each in gathered.found if isinstance(each, Entry)), left_out
    )
    head = [
        f"Exercises of {gathered.collection.name}, as `meso catalogue import` read them from",
        plain(", ".join(files)) + ".",
        *gathered.collection.about,
        *_ABOUT,
    ]
    for _ in range(_ROUNDS):
        text = _text(head, entries, left_out)
        if len(text) > MOST_TEXT:
            break  # nobody could use it: not worth the reading
        refused = _refused(text, entries)
        if not refused:
            break
        left_out += [LeftOut(e.name, refused[e.id]) for e in entries if e.id in refused]
        entries = [e for e in entries if e.id not in refused]
    else:
        left_out += [LeftOut(e.name, "it cannot be written here") for e in entries]
        entries = []
        text = _text(head, entries, left_out)
    return Made(_sealed(text), tuple(entries), tuple(left_out))


def is_untouched(text: str) -> bool:
    """Whether a library's text is as it was imported."""
    seal = _SEAL.search(text)
    return seal is not None and seal[1] == _digest(_SEAL.sub("", text, count=1))


def _sealed(text: str) -> str:
    """The text, with a line that tells whether somebody changed it afterwards."""
    seal = f"# imported {_digest(text)}: a file that was changed is not replaced by an import\n"
    head, empty, rest = text.partition("\n\n")
    return f"{head}\n#\n{seal}{empty[1:]}{rest}" if empty else text + seal


def _digest(text: str) -> str:
    # Empty comments come and go with the seal.
    return sha256(text.replace("\n#\n", "\n").encode()).hexdigest()[:16]


def _without_doubles(entries: Iterable[Entry], left_out: list[LeftOut]) -> list[Entry]:
    """Each name and id once, names before other names: whatever the order of the files."""
    kept: list[Entry] = []
    names: dict[str, str] = {}
    for each in sorted(entries, key=lambda e: (fold(e.name), e.key, e.id)):
        if fold(each.name) in names or fold(each.id) in names:
            there = names.get(fold(each.name)) or names[fold(each.id)]
            left_out.append(LeftOut(each.name, f"{each.key}: the same name or id as {there}"))
            continue
        names[fold(each.name)] = names[fold(each.id)] = each.key
        kept.append(each)
    return [_with_own_aliases(each, names) for each in kept]


def _with_own_aliases(entry: Entry, names: dict[str, str]) -> Entry:
    own: list[str] = []
    lost = list(entry.lost)
    for alias in entry.aliases:
        owner = names.get(fold(alias))
        if owner is None:
            names[fold(alias)] = entry.key
            own.append(alias)
        elif owner != entry.key:  # its own name, or said twice, is no loss
            lost.append(f"other name: {alias} (the name of {owner})")
    return msgspec.structs.replace(entry, aliases=tuple(own), lost=tuple(lost))


def _rank(tag: str) -> int:
    """How hard an exercise is for whom; what says nothing of that comes with the easiest."""
    return _LEVELS.index(tag) if tag in _LEVELS else 0


def _text(head: Iterable[str], entries: Sequence[Entry], left_out: Sequence[LeftOut]) -> str:
    parts = ["".join(f"# {line}".rstrip() + "\n" for line in head)]
    if any(each.equipment is None for each in entries):
        parts.append("\n".join((*_UNNAMED, "")))
    parts += ["".join(f"{line}\n" for line in _lines(each)) for each in entries]
    if entries:
        ordered = sorted(entries, key=lambda e: max(map(_rank, e.tags), default=0))
        parts.append("".join((f"pool {POOL}\n", *(f'  "{e.name}"\n' for e in ordered))))
    if left_out:
        lost = sorted({f"#   {each.name or 'one without a name'}: {each.why}" for each in left_out})
        parts.append("\n".join(("# Left out:", *lost)) + "\n")
    return "\n".join(parts)


def _lines(e: Entry) -> Iterator[str]:
    yield f"# {e.key}: {e.credit}" if e.credit else f"# {e.key}"
    yield f'exercise "{e.name}"'
    yield f"  id {e.id}"
    if e.aliases:
        quoted = (f'"{alias}"' for alias in e.aliases)
        yield f"  aka {', '.join(quoted)}"
    if e.kind:
        yield f"  kind {e.kind}"
    others = [part for part in e.assists if part not in e.trains]
    for key, words in (("trains", e.trains), ("assists", others)):
        if words:
            yield f"  {key} {', '.join(words)}"
    if e.sides:
        yield f"  sides {e.sides}"
    if e.measure:
        yield f"  measure {e.measure}"
    needs = (UNNAMED,) if e.equipment is None else e.equipment
    yield f"  equipment {', '.join(needs) or 'none'}"
    if e.tags:
        yield f"  tag {', '.join(e.tags)}"
    yield "  unreviewed"
    yield from (f"  # not kept: {what}" for what in e.lost)


def _refused(text: str, entries: Iterable[Entry]) -> dict[str, str]:
    """The ids of the exercises of which the language has something to say, and what."""
    source = Source("import.plan", text)
    parsed = parse(source)
    found = list(parsed.diagnostics)
    if parsed.value is not None:
        found += read([(parsed.value, None)]).diagnostics
    if not found:
        return {}
    ids = {e.name: e.id for e in entries}
    owners: list[str] = []
    for line in text.splitlines():
        quoted = line.removeprefix("exercise ").strip().strip('"')
        if line.startswith(('exercise "', '  "')):
            owners.append(ids.get(quoted, ""))
        else:
            owners.append(owners[-1] if owners else "")
    return {owners[d.span.line - 1]: d.message for d in found if d.span is not None}
