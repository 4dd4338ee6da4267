"""The parsers of others, each asked in a process of its own, with an end to the waiting."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import msgspec

from mesocycle.diagnostics import Diagnostic
from mesocycle.feed.checking.document import Document
from mesocycle.feed.checking.findings import Findings
from mesocycle.feed.checking.readers import READERS, Opinion, Reader, opinion
from mesocycle.feed.checking.secrets import mask

#: Seconds that a reader may take.
PATIENCE = 30
#: More is not given to them, in bytes: each takes a second a megabyte, at least.
LARGEST = 5_000_000


def ask(data: bytes, patience: float = PATIENCE) -> tuple[Opinion, ...]:
    """What each reader says of a feed."""
    with ThreadPoolExecutor(len(READERS)) as pool:
        return tuple(pool.map(lambda reader: _ask(reader, data, patience), READERS))


def _ask(reader: Reader, data: bytes, patience: float) -> Opinion:
    # -P: what lies in the working folder is no module.
    command = [sys.executable, "-P", "-m", "mesocycle.feed.checking.asking", reader.name]
    try:
        done = subprocess.run(  # noqa: S603 -- ourselves, with a name from a table
            command, input=data, capture_output=True, timeout=patience, check=True
        )
        return msgspec.json.decode(done.stdout, type=Opinion)
    except subprocess.TimeoutExpired:
        return Opinion(reader.name, late=True)
    except (OSError, subprocess.CalledProcessError, msgspec.DecodeError):
        return Opinion(reader.name, refused="it crashed")


def second_opinions(document: Document) -> tuple[Diagnostic, ...]:
    """What the readers that are installed say of a feed, if it is not too large for them."""
    if len(document.data) > LARGEST:
        late = tuple(Opinion(reader.name, late=True) for reader in READERS[:1])
        return opinions_on(document, late)
    return opinions_on(document, ask(document.data))


def opinions_on(document: Document, opinions: Sequence[Opinion]) -> tuple[Diagnostic, ...]:
    """Opinions as diagnostics: E883 to W886."""
    found = Findings()
    keys = [line.key for line in document.lines]
    events = sum(line.key == "BEGIN" and line.value == "VEVENT" for line in document.lines)
    recurs = "RRULE" in keys or "RDATE" in keys
    refused = {each.reader for each in opinions if each.refused is not None}
    for each, reader in _by_reader(opinions):
        if reader.expands and "icalendar" in refused:
            continue  # it reads with icalendar, and says the same
        if each.refused is not None:
            found.error(
                "E883",
                f"{reader.known_as} refuses it: {mask(each.refused)}",
                document.top(),
                hint="what it objects to is often told above, with its line",
            )
        elif each.late:
            found.warning(
                "W885",
                f"{reader.known_as} gave no answer in time",
                document.top(),
                hint="a rule that repeats for ever, or very many events, keep it busy",
            )
        elif each.events is not None and each.events != events and not (recurs and reader.expands):
            found.error(
                "E884",
                f"{reader.known_as} sees {each.events} events of {events}",
                document.top(),
                hint="two with one UID, or a part that it passed over",
            )
    _absent(opinions, found)
    return found.told()


def _absent(opinions: Sequence[Opinion], found: Findings) -> None:
    absent = [each.reader for each, reader in _by_reader(opinions) if each.missing and reader.extra]
    if absent:
        asked = ", ".join(each.reader for each in opinions if not each.missing)
        found.error(
            "W886",
            f"not asked, for they are not installed: {', '.join(absent)}",
            None,
            hint=f"asked were {asked}; pip install 'mesocycle[readers]' brings the others",
            severity="note",
        )


def _by_reader(opinions: Sequence[Opinion]) -> Iterator[tuple[Opinion, Reader]]:
    known = {reader.name: reader for reader in READERS}
    return ((each, known[each.reader]) for each in opinions)


def main(name: str) -> None:
    """Answer for one reader: the feed comes in on standard input, the opinion goes out."""
    reader = next(each for each in READERS if each.name == name)
    said = opinion(reader, sys.stdin.buffer.read())
    sys.stdout.buffer.write(msgspec.json.encode(said))


if __name__ == "__main__":
    main(sys.argv[1])
