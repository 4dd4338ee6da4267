"""The plan that a diary follows, as far as new lines of the diary have to do with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property

from mesocycle import compile_plan, parse
from mesocycle.catalogue import Catalogue, fold
from mesocycle.catalogue.words import EQUIPMENT
from mesocycle.cli.diaries import OnDisk, parts_of
from mesocycle.cli.text import safe
from mesocycle.compiler.names import names_of
from mesocycle.diagnostics import Diagnostic, Outcome, has_errors
from mesocycle.diary.whole import whole
from mesocycle.journal import Known
from mesocycle.loading.following import plans_beside
from mesocycle.loading.offers import PluginProgressions
from mesocycle.loading.planned import Planned, read_plan
from mesocycle.programme import Notice, Programme, Session
from mesocycle.source import Source

#: Sessions in which nothing is done.
_OVER = ("skipped", "moved")

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Beside:
    """A diary beside its plan: the one at `path`, else the one in its folder that it follows.

    `unread`: why the plan at `path` cannot be had.
    """

    def __init__(self, disk: OnDisk, path: str | None) -> None:
        self._disk = disk
        paths = [path] if path else plans_beside(disk.owner, disk.whole)
        read = read_plan(paths[0]) if len(paths) == 1 else Outcome[Planned](None)
        self.planned = read.value
        self.unread = read.diagnostics
        self._several = paths if len(paths) > 1 else []

    @cached_property
    def known(self) -> Known:
        """What the plan names."""
        plan = parse(self.planned.source).value if self.planned else None
        if plan is None:
            return Known()
        names = names_of(plan)
        asks = tuple(ask.name.text for ask in names.asks)
        return Known(names.sessions, asks, _written(self.catalogue))

    @cached_property
    def catalogue(self) -> Catalogue:
        """Every exercise that the plan may name."""
        return self.planned.catalogue() if self.planned else Catalogue()

    def sessions(self, day: str) -> list[Session]:
        """The sessions of a day (ISO), as the diary was before."""
        found = self._before.sessions if self._before else ()
        return [s for s in found if s.date == day and s.status not in _OVER]

    def check(
        self, diary: Source, file: str, rows: Sequence[int]
    ) -> tuple[tuple[Diagnostic, ...], Programme | None]:
        """What is wrong with the new diary; warnings only of its new `rows` in `file`."""
        compiled = self._compiled(diary)
        files = {part.name for _, part in parts_of("", diary)}
        own = [d for d in compiled.diagnostics if d.span and d.span.source.name in files]
        torn = has_errors(compiled.diagnostics) and not has_errors(own)
        notes = [d for d in own if d.severity == "error" or _stands_in(d, file, rows)]
        if self.planned is None or torn:
            notes += whole(diary).diagnostics
            notes.append(self._form_only(torn=torn))
        return tuple(dict.fromkeys(notes)), compiled.value

    def news(self, programme: Programme | None) -> list[Notice]:
        """Stops, and questions that nobody asked before."""
        notices = programme.notices if programme else ()
        asked = {_undated(notice) for notice in (self._before.notices if self._before else ())}
        return [
            notice
            for notice in notices
            if notice.severity == "stop"
            or (notice.severity == "question" and _undated(notice) not in asked)
        ]

    @cached_property
    def _before(self) -> Programme | None:
        """The programme before anything was added."""
        return self._compiled(self._disk.whole).value

    def _compiled(self, diary: Source) -> Outcome[Programme]:
        if self.planned is None:
            return Outcome(None)
        libraries, offers = self.planned.libraries, PluginProgressions(self.planned.path)
        return compile_plan(self.planned.source, libraries, diary, offers=offers)

    def _form_only(self, *, torn: bool) -> Diagnostic:
        """W740: what was written could not be looked at beside its plan."""
        if torn:
            why, hint = "its plan has mistakes", "look at the plan: meso check"
        elif self._several:
            why = "it may follow several plans"
            hint = f"say which one: --plan {safe(' or --plan '.join(self._several))}"
        else:
            why, hint = "no plan was found beside it", "say where it is: --plan FILE"
        return Diagnostic(
            code="W740",
            severity="note",
            message=f"{self._disk.whole.name}: {why}; only the form of the entries was checked",
            hints=(hint,),
        )


def _written(catalogue: Catalogue) -> Callable[[str], str | None]:
    """The name of an exercise as it is written; an alias stays as it is said."""

    def find(name: str) -> str | None:
        base, between, tool = name.partition(" with ")
        found = catalogue.find(name)
        if found is not None:
            between = tool = ""
            base = name
        else:
            found = catalogue.find(base) if between else None
        if found is None:
            return None
        if between and EQUIPMENT.find(tool) is None and fold(tool) not in catalogue.equipment:
            return None
        plain = [each for each in (found.name, *found.aliases) if not set(each) & set("(),;")]
        spelled = {fold(each): each for each in plain}
        if plain and fold(name) == fold(found.name):
            return plain[0]  # in quotes it would be a session's name
        return spelled.get(fold(name)) or spelled.get(fold(base), base) + between + tool

    return find


def _stands_in(d: Diagnostic, file: str, rows: Sequence[int]) -> bool:
    return d.span is not None and d.span.source.name == file and d.span.line in rows


def _undated(notice: Notice) -> str:
    """A notice without its days: the same question a day later is no news."""
    return _DAY.sub("", notice.text)
