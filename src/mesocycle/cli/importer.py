"""The work of `meso import`: a file is read, looked at beside the diary, and added to it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import ExitStack

import msgspec

from mesocycle import check_plan
from mesocycle.cli.diaries import OnDisk, held, not_written, parts_of, read_on_disk, write_rows
from mesocycle.diagnostics import Outcome
from mesocycle.diary.flags import speaks_of
from mesocycle.importing import Namer, Past, Row, Units, read_notes, read_sheet, rows_of
from mesocycle.journal import Book, replaced
from mesocycle.loading import bundled_libraries, read, shown_name
from mesocycle.loading.following import plans_beside
from mesocycle.loading.offers import PluginProgressions
from mesocycle.loading.planned import Planned, read_plan
from mesocycle.saving.writing import FolderBusy, locked, write_all
from mesocycle.source import Source
from mesocycle.syntax import parse_diary

_TABLES = (".csv", ".tsv")
#: How often lines that are refused are set aside, before all that is left of them is.
_ROUNDS = 3
_NOBODY = 'athlete "Nobody"\n'


class Unknown(msgspec.Struct, frozen=True):
    """An exercise that the plan does not know: how often it was done, and what may be meant.

    `near` is a name that the plan knows, `library` one that comes with mesocycle and has it.
    """

    times: int
    near: str | None
    library: str | None


class Imported(msgspec.Struct):
    """What came of a file: the rows as text, and what there is to say of them."""

    text: str = ""
    file: str = ""
    sessions: int = 0
    lines: int = 0
    first: str = ""
    last: str = ""
    known: int = 0
    lost: int = 0
    unknown: dict[str, Unknown] = msgspec.field(default_factory=dict)
    refused: list[tuple[str, str]] = msgspec.field(default_factory=list)
    doubtful: list[str] = msgspec.field(default_factory=list)
    left_out: list[str] = msgspec.field(default_factory=list)
    blind: bool = False
    new_part: str = ""


class Importer:
    """One file of past training."""

    def __init__(
        self,
        file: str,
        kind: str | None,
        units: Units,
        mapped: Mapping[str, str],
        plan: str | None,
    ) -> None:
        self._file = file
        self._kind = kind or ("csv" if file.lower().endswith(_TABLES) else "notes")
        self._units = units
        self._mapped = mapped
        self._plan = plan

    def run(self, target: str | None, diary: str | None) -> Outcome[Imported]:
        """Add what the file says to `target` (None: nowhere); it is looked at beside `diary`."""
        source = read(self._file)
        if source.value is None:
            return Outcome(None, source.diagnostics)
        reader = read_sheet if self._kind == "csv" else read_notes
        past = reader(source.value, self._units)
        if past.value is None:
            return Outcome(None, past.diagnostics)
        with ExitStack() as stack:
            try:
                if target is not None and os.path.exists(target):
                    stack.enter_context(held(target))
                return self._add(past.value, target, diary)
            except (FolderBusy, OSError) as error:
                return Outcome(None, (not_written(target or "", error),))

    def _add(self, past: Past, target: str | None, diary: str | None) -> Outcome[Imported]:
        disk: OnDisk | None = None
        if diary is not None and os.path.exists(diary):
            there = read_on_disk(diary)
            if there.value is None:
                return Outcome(None, there.diagnostics)
            disk = there.value
        plan_path = self._plan or self._beside(disk, diary)
        planned = read_plan(plan_path) if plan_path else Outcome[Planned](None)
        if plan_path and planned.value is None:
            return Outcome(None, planned.diagnostics)
        namer = Namer(planned.value.catalogue() if planned.value else None, self._mapped)
        name = os.path.basename(self._file) if self._file != "-" else "notes"
        made = Imported(left_out=past.left_out, lost=len(past.lost), blind=namer.blind)
        rows = rows_of(past, name, namer)
        if disk is not None:
            rows = _news(rows, disk.part.text, made)
        self._set_aside(rows, disk, planned.value, made)
        shelf = _Shelf()
        for called, times in namer.unknown.items():
            made.unknown[called] = Unknown(times, namer.nearest(called), shelf.with_(called))
        _count(rows, made)
        if target is not None and rows:
            self._write(target, disk, name, rows, made)
        return Outcome(made)

    def _beside(self, disk: OnDisk | None, diary: str | None) -> str | None:
        """The plan that the diary follows, or would."""
        if disk is not None:
            found = plans_beside(disk.owner, disk.whole)
        else:
            found = plans_beside(diary, Source("", "")) if diary is not None else []
        return found[0] if len(found) == 1 else None

    def _set_aside(
        self, rows: list[Row], disk: OnDisk | None, planned: Planned | None, made: Imported
    ) -> None:
        """Make comments of lines that the diary would refuse."""
        for _ in range(_ROUNDS):
            wrong, made.doubtful = self._wrong(rows, disk, planned)
            if not wrong:
                return
            for number, why in wrong.items():
                row = rows[number]
                if row.comment:
                    continue
                made.refused.append((row.text.strip(), why))
                row.aside(why)
                if row.head:
                    for other in rows:
                        if other.workout == row.workout and not other.comment:
                            other.aside("its session is not known")

    def _wrong(
        self, rows: Sequence[Row], disk: OnDisk | None, planned: Planned | None
    ) -> tuple[dict[int, str], list[str]]:
        """Which rows are refused, by their place, and why; and notes that may be red flags."""
        text = "".join(f"{row.text}\n" for row in rows)
        if disk is not None:
            book = Book(disk.part)
            before = len(book.rows)
            part = Source(disk.part.name, book.text + text)
            diary = replaced(disk.whole, disk.part, part.text)
            name = disk.part.name
        else:
            before, name = 1, "import.diary"
            diary = Source(name, _NOBODY + text)
        if planned is None:
            found = parse_diary(Source(name, ("\n" * before) + text)).diagnostics
        else:
            found = check_plan(
                planned.source, planned.libraries, diary, offers=PluginProgressions(planned.path)
            ).diagnostics
        own = {
            d: d.span.line - 1 - before
            for d in found
            if d.span is not None and d.span.source.name == name and d.span.line > before
        }
        refused = {place: d.message for d, place in own.items() if d.severity == "error"}
        return refused, [row.text.strip() for row in rows if speaks_of(row.text)]

    def _write(
        self, target: str, disk: OnDisk | None, name: str, rows: Sequence[Row], made: Imported
    ) -> None:
        """Put the rows behind what is there, or into a new file.

        Raises:
            FolderBusy: somebody else writes there.
            OSError: the disk refused; what was there is as it was.
        """
        made.file = shown_name(target)
        head = f"# {name}: past training, as it was imported"
        if disk is None:
            folder, file = os.path.split(os.path.realpath(target))
            text = "".join(f"{row}\n" for row in (head, *(row.text for row in rows)))
            with locked(folder):
                write_all(folder, {file: text.encode()})
            made.new_part = file
            return
        book = Book(disk.part)
        book.append(head, apart=True)
        for row in rows:
            book.follow(row.text)
        paths = {id(source): path for path, source in parts_of(disk.owner, disk.whole)}
        if not write_rows(paths[id(disk.part)], disk.part.text, book.new_rows()):
            raise FolderBusy(target)


class _Shelf:
    """The libraries that come with mesocycle, opened when something is looked for."""

    def __init__(self) -> None:
        self._namers: dict[str, Namer] | None = None

    def with_(self, called: str) -> str | None:
        """The library that has an exercise of that name."""
        if self._namers is None:
            self._namers = {}
            for name, path in bundled_libraries().items():
                opened = read_plan(path).value
                if opened is not None:
                    self._namers[name] = Namer(opened.catalogue(), {})
        return next((name for name, each in self._namers.items() if each.find(called)), None)


def _news(rows: list[Row], text: str, made: Imported) -> list[Row]:
    """The rows without those of sessions that were imported before."""
    there = {line.split("  #")[0].strip() for line in text.splitlines()}
    old = {row.workout for row in rows if row.head and row.text.strip() in there}
    made.known = len(old)
    return [row for row in rows if row.workout not in old and row.text.strip() not in there]


def _count(rows: Sequence[Row], made: Imported) -> None:
    heads = [row.text for row in rows if row.head and not row.comment]
    made.sessions = len(heads)
    made.lines = sum(
        not row.comment and not row.head and "note " not in row.text[:7] for row in rows
    )
    made.first = min((head[:10] for head in heads), default="")
    made.last = max((head[:10] for head in heads), default="")
    made.text = "".join(f"{row.text}\n" for row in rows)
