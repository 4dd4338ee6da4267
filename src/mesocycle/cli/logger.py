"""The work of `meso log`: what is said finds its place, is checked, and is written."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date
from functools import cached_property

import msgspec

from mesocycle import compile_plan, parse
from mesocycle.catalogue import Catalogue, fold
from mesocycle.cli.compiling import Planned, read_plan
from mesocycle.cli.diaries import (
    OnDisk,
    held,
    not_written,
    parts_of,
    plan_beside,
    read_on_disk,
    write_rows,
)
from mesocycle.cli.writing import FolderBusy
from mesocycle.compiler.names import names_of
from mesocycle.diagnostics import Diagnostic, Outcome, has_errors
from mesocycle.journal import Book, Known, Renumbered, Said, newest, replaced, spoken
from mesocycle.loading.offers import PluginProgressions
from mesocycle.programme import Notice, Programme
from mesocycle.source import Source

#: Sessions that nothing can be added to by naming an exercise of theirs.
_OVER = ("skipped", "moved")


class Unplaced(Exception):
    """Something was said of which nobody knows where it belongs; the message asks."""


class Logged(msgspec.Struct, frozen=True):
    """The rows that were added to a file, and what the programme says now and did not before."""

    file: str
    rows: list[tuple[int, str]]
    notices: list[Notice]


class Logger:
    """One diary, to which lines of one day are added."""

    def __init__(self, path: str, plan: str | None, day: date, *, dry_run: bool = False) -> None:
        self._path = path
        self._plan_path = plan
        self._day = day.isoformat()
        self._dry_run = dry_run
        self._read = read_on_disk(path)
        self._planned: Planned | None = None

    def log(self, lines: Sequence[str], session: str | None, *, dated: bool) -> Outcome[Logged]:
        """Add `lines`; with mistakes, nothing. `dated`: the day was asked for.

        Raises:
            Unplaced: it is not clear what a line belongs to.
        """
        with ExitStack() as stack:
            if self._read.value is not None and not self._dry_run:
                try:
                    stack.enter_context(held(self._file(self._read.value)))
                except (FolderBusy, OSError) as error:
                    return Outcome(None, (not_written(self._path, error),))
                self._read = read_on_disk(self._path)  # what it says now that nobody changes it
            if self._read.value is None:
                return Outcome(None, self._read.diagnostics)
            return self._log(self._read.value, lines, session, dated=dated)

    def _log(
        self, disk: OnDisk, lines: Sequence[str], session: str | None, *, dated: bool
    ) -> Outcome[Logged]:
        found = self._find_plan(disk)
        if found:
            return Outcome(None, found)
        if session is not None:
            session = self._session(session)
        part = disk.part
        if part is disk.whole:
            part = newest(disk.whole, self._day, session)
        book = Book(part)
        for line in lines:
            self._add(book, line, session, dated=dated)
        diary = replaced(disk.whole, part, book.text)
        notes, programme = self._check(diary, disk.whole, [number for number, _ in book.new_rows()])
        if has_errors(notes):
            return Outcome(None, notes)
        if not self._dry_run:
            paths = {id(source): path for path, source in parts_of(disk.owner, disk.whole)}
            try:
                if not write_rows(paths[id(part)], part.text, book.new_rows()):
                    return Outcome(None, (not_written(self._path, FolderBusy()),))
            except OSError as error:
                return Outcome(None, (not_written(self._path, error),))
        return Outcome(Logged(part.name, book.new_rows(), self._news(programme)), notes)

    def _file(self, disk: OnDisk) -> str:
        return os.path.realpath(disk.owner)

    def _find_plan(self, disk: OnDisk) -> tuple[Diagnostic, ...]:
        """Look for the plan; what is wrong where it was named and cannot be had."""
        path = self._plan_path or plan_beside(disk.owner, disk.whole)
        if path is None:
            return ()
        planned = read_plan(path)
        self._planned = planned.value
        return planned.diagnostics

    def _session(self, name: str) -> str:
        """The plan's session of that name, as the plan spells it."""
        return next((each for each in self._known.sessions if fold(each) == fold(name)), name)

    def _add(self, book: Book, line: str, session: str | None, *, dated: bool) -> None:
        """Put one line into the book.

        Raises:
            Unplaced: it belongs to a session, and it is not clear to which.
        """
        if line.startswith(" ") and book.added:
            book.follow(f"{' ' * (len(line) - len(line.lstrip()))}{_marked(line, self._known)}")
            return
        said = spoken(line, self._known)
        if dated and said.date not in (None, self._day):
            raise Unplaced(f"the line is of {said.date}, and --on says {self._day}")
        day = said.date or self._day
        if said.kind in ("session", "entry"):
            book.append(f"{day} {said.text}")
            return
        running = book.running(day, session)
        if running is None and session is None:
            session = self._session_of(day, said)
            running = book.running(day, session) if session is not None else None
        if running is None and session is None:
            book.append(f"{day} {said.text}")
            return
        if running is None:
            book.append(f'{day} "{session}"')
            running = book.added[-1]
        try:
            book.nest(running, said.text)
        except Renumbered as at:
            raise Unplaced(
                f"the correction in line {at} counts lines, and this one would move them; "
                "write it into the diary yourself, and mend the number"
            ) from None

    def _session_of(self, day: str, said: Said) -> str | None:
        """The session of that day that a line belongs to by the plan; None: to no session.

        Raises:
            Unplaced: it belongs to one, and there is none, or there are several.
        """
        sessions = [
            s
            for s in (self._before.sessions if self._before else ())
            if s.date == day and s.status not in _OVER
        ]
        if said.kind == "clause":
            names = list(dict.fromkeys(s.name for s in sessions))
            if len(names) == 1:
                return names[0]
            which = " or ".join(f'"{name}"' for name in names)
            raise Unplaced(
                f"which session of {day}? say --session {which}"
                if names
                else f"{said.text!r} belongs to a session, and {day} has none; say --session NAME"
            )
        done = self._catalogue.find(_bare(said.exercise))
        if done is None:
            return None
        holding = [
            s.name
            for s in sessions
            for block in s.blocks
            for item in block.items
            if item.exercise is not None and item.exercise.id == done.id
        ]
        return holding[0] if holding else None

    @cached_property
    def _catalogue(self) -> Catalogue:
        return self._planned.catalogue() if self._planned else Catalogue()

    @cached_property
    def _known(self) -> Known:
        """What the plan names."""
        plan = parse(self._planned.source).value if self._planned else None
        if plan is None:
            return Known()
        names = names_of(plan)
        return Known(names.sessions, tuple(ask.name.text for ask in names.asks), self._written)

    def _written(self, name: str) -> str | None:
        """The name of an exercise as it is written; an alias stays as it is said."""
        base, between, tool = name.partition(" with ")
        found = self._catalogue.find(name) or (self._catalogue.find(base) if between else None)
        if found is None:
            return None
        spelled = {fold(known): known for known in (found.name, *found.aliases)}
        return spelled.get(fold(name)) or spelled.get(fold(base), base) + between + tool

    @cached_property
    def _before(self) -> Programme | None:
        """The programme before anything was added."""
        return self._compiled(self._read.value.whole).value if self._read.value else None

    def _compiled(self, diary: Source) -> Outcome[Programme]:
        if self._planned is None:
            return Outcome(None)
        libraries, offers = self._planned.libraries, PluginProgressions()
        return compile_plan(self._planned.source, libraries, diary, offers=offers)

    def _check(
        self, diary: Source, before: Source, rows: Sequence[int]
    ) -> tuple[tuple[Diagnostic, ...], Programme | None]:
        """What is wrong with the new diary, with or without its plan."""
        from mesocycle.diary.whole import whole

        compiled = self._compiled(diary)
        files = {part.name for _, part in parts_of("", diary)}
        own = [d for d in compiled.diagnostics if d.span and d.span.source.name in files]
        torn = has_errors(compiled.diagnostics) and not has_errors(own)
        notes = [d for d in own if d.severity == "error" or _is_new(d, rows)]
        if self._planned is None or torn:
            notes += whole(diary).diagnostics
            notes.append(_form_only(before.name, torn=torn))
        return tuple(dict.fromkeys(notes)), compiled.value

    def _news(self, programme: Programme | None) -> list[Notice]:
        """Stops, and questions that nobody asked before."""
        if programme is None:
            return []
        before = self._before.notices if self._before else ()
        asked = {notice.text for notice in before}
        return [
            notice
            for notice in programme.notices
            if notice.severity == "stop"
            or (notice.severity == "question" and notice.text not in asked)
        ]


def _is_new(d: Diagnostic, rows: Sequence[int]) -> bool:
    return d.span is not None and d.span.line in rows


def _marked(line: str, known: Known) -> str:
    """A line under another one, with the marks that it lacks."""
    said = spoken(line, known)
    return said.text if said.kind in ("exercise", "clause") else line.strip()


def _bare(name: str) -> str:
    """An exercise's name without its label, and without what it was done instead of."""
    return re.sub(r" instead of .*", "", name.rpartition(": ")[2])


def _form_only(name: str, *, torn: bool) -> Diagnostic:
    """W740: what was written could not be looked at beside its plan."""
    why = "its plan has mistakes" if torn else "no plan was found beside it"
    return Diagnostic(
        code="W740",
        severity="note",
        message=f"{name}: {why}, so only the form of the entries was checked",
        hints=(
            "look at the plan: meso check PLAN"
            if torn
            else "name it: meso log me.diary --plan back.plan …",
        ),
    )
