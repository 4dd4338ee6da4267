"""The work of `meso log`: what is said finds its place, is checked, and is written."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date

import msgspec

from mesocycle.catalogue import fold
from mesocycle.cli.beside import Beside
from mesocycle.cli.diaries import OnDisk, held, not_written, parts_of, read_on_disk, write_rows
from mesocycle.diagnostics import Outcome, has_errors
from mesocycle.journal import Book, Known, Renumbered, Said, newest, replaced, spoken
from mesocycle.programme import Notice
from mesocycle.saving.writing import FolderBusy
from mesocycle.source import Source


class Unplaced(Exception):
    """Something was said of which nobody knows where it belongs; the message asks."""


class Logged(msgspec.Struct, frozen=True):
    """The rows that were added to a file, and what the programme says now and did not before."""

    file: str
    rows: list[tuple[int, str]]
    notices: list[Notice]


class Wish(msgspec.Struct, frozen=True):
    """What to add, and to which day and session; `dated`: the day was asked for."""

    lines: Sequence[str]
    day: date
    session: str | None = None
    dated: bool = False


def log(path: str, plan: str | None, wish: Wish, *, dry_run: bool = False) -> Outcome[Logged]:
    """Add lines to the diary at `path`; with mistakes, nothing.

    Raises:
        Unplaced: it is not clear what a line belongs to.
    """
    disk = read_on_disk(path)
    if disk.value is None:
        return Outcome(None, disk.diagnostics)
    try:
        with ExitStack() as stack:
            if not dry_run:
                stack.enter_context(held(disk.value.owner))
                disk = read_on_disk(path)  # what it says now that nobody changes it
            if disk.value is None:
                return Outcome(None, disk.diagnostics)
            beside = Beside(disk.value, plan)
            if beside.unread:
                return Outcome(None, beside.unread)
            return _log(disk.value, beside, wish, dry_run=dry_run)
    except (FolderBusy, OSError) as error:
        return Outcome(None, (not_written(path, error),))


def _log(disk: OnDisk, beside: Beside, wish: Wish, *, dry_run: bool) -> Outcome[Logged]:
    """Find the places of the lines, look at the new whole, and write it."""
    session = _spelled(wish.session, beside.known)
    part = disk.part
    if part is disk.whole:
        part = newest(disk.whole, wish.day.isoformat(), session)
    places = _Places(Book(part), beside, wish, session)
    for line in wish.lines:
        places.add(line)
    rows = places.book.new_rows()
    diary = replaced(disk.whole, part, places.book.text)
    notes, programme = beside.check(diary, part.name, [number for number, _ in rows])
    if has_errors(notes):
        return Outcome(None, notes)
    if not dry_run:
        _write(disk, part, rows)
    return Outcome(Logged(part.name, rows, beside.news(programme)), notes)


def _write(disk: OnDisk, part: Source, rows: list[tuple[int, str]]) -> None:
    """Put the rows into the file of that part.

    Raises:
        FolderBusy: somebody who asks nobody has changed it in the meantime.
        OSError: the disk refused; the file is as it was.
    """
    paths = {id(source): path for path, source in parts_of(disk.owner, disk.whole)}
    with ExitStack() as stack:
        at = paths[id(part)]
        if os.path.dirname(at) != os.path.dirname(os.path.realpath(disk.owner)):
            stack.enter_context(held(at))
        if not write_rows(at, part.text, rows):
            raise FolderBusy(at)


class _Places:
    """Where lines go, one after the other."""

    def __init__(self, book: Book, beside: Beside, wish: Wish, session: str | None) -> None:
        self.book = book
        self._beside = beside
        self._wish = wish
        self._session = session

    def add(self, line: str) -> None:
        """Put one line into the book.

        Raises:
            Unplaced: it belongs to a session, and it is not clear to which.
        """
        if line.startswith(" ") and self.book.added:
            indent = line[: len(line) - len(line.lstrip())]
            self.book.follow(indent + _below(line, self._beside.known))
            return
        said = spoken(line, self._beside.known)
        wanted = self._wish.day.isoformat()
        if self._wish.dated and said.date not in (None, wanted):
            raise Unplaced(f"the line is of {said.date}, and --on says {wanted}")
        day = said.date or wanted
        running = None if said.kind in ("session", "entry") else self._running(day, said)
        if running is None:
            self.book.append(f"{day} {said.text}")
            return
        try:
            self.book.nest(running, said.text)
        except Renumbered as at:
            raise Unplaced(
                f"the correction in line {at} counts lines, and this one would move them; "
                "write it into the diary yourself, and mend the number"
            ) from None

    def _running(self, day: str, said: Said) -> int | None:
        """The line of the session that a line goes under, opened if need be; None: of no session.

        Raises:
            Unplaced: it belongs to one, and there is none, or there are several.
        """
        session = self._session
        running = self.book.running(day, session)
        if running is None and session is None:
            session = self._planned(day, said)
            running = self.book.running(day, session) if session is not None else None
        if running is None and session is not None:
            self.book.append(f'{day} "{session}"')
            running = self.book.added[-1]
        return running

    def _planned(self, day: str, said: Said) -> str | None:
        """The session of that day that a line belongs to by the plan; None: to no session.

        Raises:
            Unplaced: it belongs to one, and there is none, or there are several.
        """
        sessions = self._beside.sessions(day)
        if said.kind == "clause":
            names = list(dict.fromkeys(s.name for s in sessions))
            if len(names) == 1:
                return names[0]
            which = " or ".join(f'--session "{name}"' for name in names) or "--session NAME"
            raise Unplaced(f"{said.text} is said of a session; of which one? say {which}")
        done = {each.id for each in map(self._beside.catalogue.find, _names(said)) if each}
        holding = (
            s.name
            for s in sessions
            for block in s.blocks
            for item in block.items
            if item.exercise is not None and item.exercise.id in done
        )
        return next(holding, None)


def _spelled(session: str | None, known: Known) -> str | None:
    """The plan's session of that name, as the plan spells it."""
    if session is None:
        return None
    return next((each for each in known.sessions if fold(each) == fold(session)), session)


def _below(line: str, known: Known) -> str:
    """A line under another one, with the marks that it lacks."""
    said = spoken(line, known)
    return said.text if said.kind in ("exercise", "clause") else line.strip()


def _names(said: Said) -> list[str]:
    """The exercises that a line is about, without a label: what was done, and instead of what."""
    return said.exercise.rpartition(": ")[2].split(" instead of ")
