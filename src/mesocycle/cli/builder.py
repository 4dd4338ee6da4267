"""The work of `meso build`: each diary's programme compiled, made into files, and written."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from functools import cached_property
from typing import TypeVar

import msgspec

from mesocycle.cli.making import Settings, Wishes, make
from mesocycle.cli.terminal import USAGE, exit_code
from mesocycle.diagnostics import Diagnostic, Outcome, has_errors
from mesocycle.loading import read_diary, reason_of, shown_name
from mesocycle.loading.offers import PluginProgressions
from mesocycle.loading.option_files import Given, read_files
from mesocycle.loading.planned import When, athlete_of, read_plan
from mesocycle.loading.plugins import plugins
from mesocycle.loading.settings import settings_of
from mesocycle.output.asking import Plugins
from mesocycle.output.registry import Registry, load
from mesocycle.output.rendering import check_settings
from mesocycle.programme import Programme
from mesocycle.saving.names import athlete_stem, file_stem
from mesocycle.saving.writing import FolderBusy, Written, locked, write_all
from mesocycle.source import Source

T = TypeVar("T")


class Request(msgspec.Struct, frozen=True):
    """What to build; `folder` None is standard output, without `diaries` it is nobody's."""

    plan: str
    diaries: Sequence[str]
    when: When
    wishes: Wishes
    folder: str | None
    strict: bool


class Builder:
    """One run. What there is to say about it gathers in `diagnostics`."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._notes: dict[Diagnostic, None] = {}
        self._planned = self._noted(read_plan(request.plan))
        self._offers = PluginProgressions(plugins=lambda: self._plugins)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Each diagnostic once: many diaries find the same faults in one plan."""
        return tuple(self._notes)

    @property
    def libraries(self) -> tuple[str, ...]:
        """The libraries that the plan used."""
        return self._planned.libraries.used if self._planned else ()

    @cached_property
    def _plugins(self) -> Plugins:
        """The plugins that may be used; each is opened once for all programmes."""
        return plugins(self._request.plan)

    def write(self) -> Iterator[Written]:
        """Write the files of every programme without mistakes, and tell of each.

        With `strict`, all of them or none.
        """
        folder = self._request.folder
        if folder is None:
            return
        try:
            with ExitStack() as lock:
                yield from self._write(folder, lock)
        except FolderBusy:
            message = f"another build is writing to {shown_name(folder)}"
            self._note(Diagnostic(code="E721", message=message, hints=("try again",)))
        except OSError as error:
            which = f" ({os.path.basename(error.filename)})" if error.filename else ""
            message = f"cannot write to {shown_name(folder)}: {reason_of(error)}{which}"
            self._note(Diagnostic(code="E720", message=message))

    def content(self) -> bytes:
        """The one file that goes to standard output; empty if it could not be made."""
        with ExitStack() as lock:
            return b"".join(next(self._products(None, lock), {}).values())

    def _write(self, folder: str, lock: ExitStack) -> Iterator[Written]:
        staged: dict[str, bytes] = {}
        for files in self._products(folder, lock):
            if self._request.strict:
                staged.update(files)
            else:
                yield from write_all(folder, files)
        if staged and not has_errors(self._notes):
            yield from write_all(folder, staged)

    def _products(self, folder: str | None, lock: ExitStack) -> Iterator[dict[str, bytes]]:
        """The files of one programme after the other; the first one makes and locks `folder`."""
        registry: Registry | None = None
        wishes = self._request.wishes
        settings: Settings = ()
        for path, diary in self._diaries():
            programme = self._programme(diary)
            if programme is None:
                continue
            if registry is None:
                registry = self._noted(load(self._plugins))
                assert registry is not None  # there always is one
                given = self._given(registry)
                if given is None:
                    return
                wishes = msgspec.structs.replace(wishes, options=given.options)
                settings = given.settings
                if folder is not None:
                    lock.enter_context(locked(folder))
            stem = file_stem(self._request.plan, programme, path)
            made = make(registry, wishes, programme, stem, folder, settings)
            files = self._noted(made)
            if exit_code(made.diagnostics) == USAGE:
                return
            yield files or {}

    def _given(self, registry: Registry) -> Given | None:
        """What is set about outputs, files read; None if something about that is wrong."""
        assert self._planned is not None  # there is a programme
        plan = self._request.plan
        found = settings_of(plan, self._planned.source)
        wrong = (*found.diagnostics, *check_settings(registry, found.value or ()))
        for diagnostic in wrong:
            self._note(diagnostic)
        if has_errors(wrong):
            return None
        options = self._request.wishes.options
        return self._noted(read_files(registry, options, found.value or (), plan))

    def _diaries(self) -> list[tuple[str | None, Source | None]]:
        """The diaries that could be read, with their paths; nobody's is (None, None).

        Those of one athlete's name would be written to the same files: none of them is built.
        """
        if self._planned is None or not self._request.diaries:
            return [(None, None)]
        named: dict[str, list[tuple[str | None, Source | None]]] = {}
        for path in self._request.diaries:
            diary = self._noted(read_diary(path))
            if diary is not None:
                named.setdefault(athlete_stem(athlete_of(diary), path), []).append((path, diary))
        for stem, same in named.items():
            if len(same) > 1:
                self._note(_clash(stem, [path or "" for path, _ in same]))
        return [same[0] for same in named.values() if len(same) == 1]

    def _programme(self, diary: Source | None) -> Programme | None:
        """The programme for one diary, if neither it nor the plan has mistakes."""
        if self._planned is None:
            return None
        return self._noted(self._planned.compile(diary, self._request.when, self._offers))

    def _noted(self, outcome: Outcome[T]) -> T | None:
        """The outcome's value, its diagnostics taken over."""
        for diagnostic in outcome.diagnostics:
            self._note(diagnostic)
        return outcome.value

    def _note(self, diagnostic: Diagnostic) -> None:
        self._notes[diagnostic] = None


def _clash(stem: str, paths: Sequence[str]) -> Diagnostic:
    """E722: the diaries of two athletes that are called the same."""
    names = " and ".join(map(shown_name, paths))
    message = f"{names} would be written to the same files, those of {stem}"
    hints = ("give the athletes different names",)
    return Diagnostic(code="E722", message=message, hints=hints)
