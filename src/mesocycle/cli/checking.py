"""The work of `meso check`: plans, libraries and diaries, each looked at in its own way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from mesocycle.catalogue.libraries import catalogue_of
from mesocycle.cli.judging import judged
from mesocycle.diagnostics import Diagnostic, Outcome
from mesocycle.loading import STDIN, Folder, read, read_diary
from mesocycle.source import Source
from mesocycle.syntax import parse, parse_diary
from mesocycle.syntax.nodes import (
    ExerciseHead,
    File,
    PlaceHead,
    PlanHead,
    PoolHead,
    ProgressionHead,
    Statement,
    TemplateHead,
    Use,
    Version,
)

#: What a file without a plan may hold and still make sense.
_OF_LIBRARIES = ExerciseHead | PoolHead | PlaceHead | Use | TemplateHead | ProgressionHead | Version


class _Plan(msgspec.Struct, frozen=True):
    name: str
    path: str
    source: Source
    libraries: Folder


class Checks:
    """Reads `paths` and checks what is in them; each file is read once."""

    def __init__(self, paths: Sequence[str]) -> None:
        self._paths = paths
        self._folders: list[Folder] = []

    @property
    def libraries(self) -> tuple[str, ...]:
        """The names of all libraries that were used."""
        return tuple(dict.fromkeys(name for f in self._folders for name in f.used))

    def run(self) -> tuple[Diagnostic, ...]:
        """Every diagnostic once: plans and libraries in order, then diaries."""
        return tuple(dict.fromkeys(self._diagnostics()))

    def _diagnostics(self) -> Iterator[Diagnostic]:
        plans: list[_Plan] = []
        diaries: list[Source] = []
        for path in self._paths:
            found = read_diary(path) if path.endswith(".diary") else read(path)
            yield from found.diagnostics
            if found.value is None:
                continue
            if _is_diary(path, found.value):
                diaries.append(found.value)
                continue
            libraries = Folder(path)
            self._folders.append(libraries)
            name = _plan_name(found.value)
            if name is None:
                yield from _check_library(found.value, libraries)
            else:
                plans.append(_Plan(name, path, found.value, libraries))
        yield from _check_plans(plans, diaries)


def _is_diary(path: str, source: Source) -> bool:
    """By the file's ending; standard input by its first statement."""
    if path != STDIN:
        return path.endswith(".diary")
    lines = (line.strip() for line in source.text.splitlines())
    first = next((line for line in lines if line and not line.startswith("#")), "")
    return first.startswith("athlete")


def _plan_name(source: Source) -> str | None:
    """The plan's name; None for a library, which defines things and schedules nothing.

    A file that is neither counts as a plan without a name: then it is told what it lacks.
    """
    heads = [s.head.node for s in _statements(parse(source))]
    name = next((head.name.text for head in heads if isinstance(head, PlanHead)), None)
    library = heads and all(isinstance(head, _OF_LIBRARIES) for head in heads)
    return name if name is not None or library else ""


def _check_library(source: Source, libraries: Folder) -> Iterator[Diagnostic]:
    parsed = parse(source)
    yield from parsed.diagnostics
    if parsed.value is not None:
        yield from catalogue_of(parsed.value, libraries).diagnostics


def _check_plans(plans: Sequence[_Plan], diaries: Sequence[Source]) -> Iterator[Diagnostic]:
    """Each plan with the diaries that go with it, which may say what it leaves open.

    A plan without diaries is checked alone, and a diary without its plan.
    """
    followed = [(diary, tuple(_followed(diary, plans))) for diary in diaries]
    for plan in plans:
        own: list[Source | None] = [diary for diary, its in followed if plan in its]
        for diary in own or [None]:
            yield from judged(plan.path, plan.source, plan.libraries, diary)
    for diary, its in followed:
        if not its:
            yield from _check_diary(diary, plans)


def _check_diary(source: Source, plans: Sequence[_Plan]) -> Iterator[Diagnostic]:
    """A diary by itself: only its form."""
    from mesocycle.diary.whole import whole  # most checks are of a plan alone

    yield from whole(source).diagnostics
    why = "follows none of these plans" if plans else "was checked without its plan"
    yield Diagnostic(
        code="W740",
        severity="note",
        message=f"{source.name} {why}: only the form of its entries was checked",
        hints=("name its plan too, for example: meso check back.plan ana.diary",),
    )


def _followed(source: Source, plans: Sequence[_Plan]) -> Iterator[_Plan]:
    """The plan that the diary `follows`; any that it may go with if it does not say."""
    from mesocycle.syntax.diary_nodes import Follows

    lines = (c for s in _statements(parse_diary(source)) for c in (s, *s.children))
    follows = {line.head.node.plan.text for line in lines if isinstance(line.head.node, Follows)}
    for plan in plans:
        if not follows or plan.name in follows or len(plans) == 1:
            yield plan


def _statements(parsed: Outcome[File]) -> tuple[Statement, ...]:
    return parsed.value.statements if parsed.value is not None else ()
