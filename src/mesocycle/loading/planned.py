"""A plan in a file, ready to be compiled for whom it may concern."""

from __future__ import annotations

import re
from datetime import date
from itertools import islice
from zoneinfo import ZoneInfo

import msgspec

from mesocycle import compile_plan, parse
from mesocycle.catalogue import Catalogue
from mesocycle.catalogue.libraries import catalogue_of
from mesocycle.civil import read_zone
from mesocycle.diagnostics import Outcome
from mesocycle.loading.files import read
from mesocycle.loading.libraries import Folder
from mesocycle.loading.offers import PluginProgressions
from mesocycle.programme import Programme
from mesocycle.progressions import Offers
from mesocycle.source import Source

_ATHLETE = re.compile(r"^athlete\b[^\n]{0,500}", re.MULTILINE)
#: A diary has one head; a text with many of them is none.
_MOST_HEADS = 3


class When(msgspec.Struct, frozen=True):
    """The days that somebody asks for: the plan's first, and the one to compile for.

    `known_on`: the diary is read as it was on that day.
    """

    start: date | None = None
    as_of: date | None = None
    known_on: date | None = None


class Planned(msgspec.Struct, frozen=True):
    """A plan as it was read, who brings its libraries, and where it lies."""

    source: Source
    libraries: Folder
    path: str

    def compile(
        self, diary: Source | None, when: When, offers: Offers | None = None
    ) -> Outcome[Programme]:
        """The programme for one athlete, or for nobody in particular.

        `offers`: who knows the progressions of plugins, where somebody already does.
        """
        return compile_plan(
            self.source,
            self.libraries,
            diary,
            starts=when.start,
            as_of=when.as_of,
            known_on=when.known_on,
            offers=offers or PluginProgressions(self.path),
        )

    def catalogue(self) -> Catalogue:
        """Every exercise that the plan may name, as far as it could be read."""
        parsed = parse(self.source).value
        found = catalogue_of(parsed, self.libraries).value if parsed is not None else None
        return found or Catalogue()


def read_plan(path: str) -> Outcome[Planned]:
    """The plan in a file."""
    found = read(path)
    if found.value is None:
        return Outcome(None, found.diagnostics)
    return Outcome(Planned(found.value, Folder(path), path), found.diagnostics)


def athlete_of(diary: Source) -> str | None:
    """The athlete's name, if the diary gives one.

    Only lines that may say so are parsed: years of entries cost nothing.
    """
    from mesocycle.syntax import parse_diary
    from mesocycle.syntax.diary_nodes import AthleteHead

    for line in islice(_ATHLETE.finditer(diary.text), _MOST_HEADS):
        parsed = parse_diary(Source(diary.name, line[0])).value
        for statement in parsed.statements if parsed else ():
            if isinstance(statement.head.node, AthleteHead):
                return statement.head.node.name.text
    return None


def zone_of(plan: Source, diary: Source | None) -> ZoneInfo | None:
    """The time zone that a plan names, else that of the athlete; None if neither does."""
    from mesocycle.syntax import parse_diary
    from mesocycle.syntax.diary_nodes import Profile
    from mesocycle.syntax.nodes import Header

    files = (parse(plan).value, parse_diary(diary).value if diary is not None else None)
    for file in files:
        for statement in file.statements if file else ():
            for piece in (*statement.clauses, *(line.head for line in statement.children)):
                node = piece.node
                if isinstance(node, Header | Profile) and node.key == "timezone":
                    return read_zone(node.values[0].text)
    return None
