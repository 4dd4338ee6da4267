"""Resolve: a parsed plan becomes a checked one, with every mistake in it reported."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import msgspec

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.model import Catalogue
from mesocycle.compiler.checked import Calendar, Care, Phase, Plan, Session
from mesocycle.compiler.resolve import (
    calendar,
    conditions,
    ending,
    exceptions,
    fitness,
    header,
    loads,
    outline,
    phases,
    races,
    rotations,
    sessions,
    size,
    slots,
    span,
    tapers,
)
from mesocycle.compiler.resolve.care import asks_about_pain
from mesocycle.compiler.resolve.definitions import check_definitions
from mesocycle.compiler.resolve.header import Facts
from mesocycle.compiler.resolve.known import Known, Span
from mesocycle.diagnostics import Outcome, has_errors
from mesocycle.syntax.nodes import File, Node, Piece

if TYPE_CHECKING:
    from mesocycle.progressions import Offers


def resolve(
    file: File,
    catalogue: Catalogue,
    *,
    starts: dt.date | None = None,
    zone: ZoneInfo | None = None,
    offers: Offers | None = None,
) -> Outcome[Plan]:
    """The plan that `file` holds.

    `starts` (from a diary or the command line) wins over the plan's own first day; `zone` is
    the athlete's, for a plan that names none. `offers` knows the progressions of plugins.
    """
    r = Lookup(file, catalogue)
    r.kept["offers"] = offers
    facts, head = header.resolve(r)
    if head is None or size.too_large(r):
        return r.notes.outcome(None)
    frame = _frame(r, facts, head, starts)
    check_definitions(r)
    kinds = sessions.resolve(r, frame.found)
    conditions.check_tracks(r)
    runs = races.resolve(r, frame.ahead, kinds)
    turns = rotations.resolve(r, frame.found.rotations, (*kinds, *runs))
    _check_use(r, frame, kinds, head)
    days = frame.days
    volumes = tapers.volumes(r, frame.ahead, days.week) if days else ()
    missed = header.missed(r, facts)
    exceptional = calendar.read(r, (*kinds, *runs))
    own_zone = _zone(r, facts, zone, head)
    if not days or own_zone is None or r.notes.failed:
        return r.notes.outcome(None)
    plan = Plan(
        zone=own_zone,
        starts=days.starts,
        days=days.days,
        catalogue=catalogue,
        sessions=slots.assign((*kinds, *runs)),
        phases=frame.stages,
        rotations=turns,
        tracks=tuple(conditions.tracks(file)),
        origin=days.origin if days.origin != days.starts else None,
        written=ending.at_the_most(frame.stages, days.weeks),
        calendar=Calendar(races=tuple(run.race for run in runs if run.race)),
        missed=missed,
        fixed="ends" in facts,
        volumes=volumes,
        **_settings(r, facts),
    )
    plan = exceptions.resolve(r, plan, exceptional)
    return r.notes.outcome(None if has_errors(r.notes) else plan)


class _Frame(msgspec.Struct, frozen=True):
    """What a plan is built in: its races, its days, its phases, and what stands where."""

    ahead: tuple[races.Announced, ...]
    days: Span | None
    parts: phases.Found
    found: outline.Outline

    @property
    def stages(self) -> tuple[Phase, ...]:
        """The phases."""
        return tuple(phase for phase, _ in self.parts)

    @property
    def raced(self) -> Iterator[frozenset[int]]:
        """The weeks of the races, as they are written."""
        weeks = [self.days.week(race.date) for race in self.ahead] if self.days else []
        written = ending.at_the_most(self.stages, self.days.weeks) if self.days else None
        for week in weeks:
            there = written is not None and 1 <= week <= len(written)
            yield frozenset({written[week - 1] if written and there else week})


def _frame(r: Lookup, facts: Facts, head: Piece[Node], starts: dt.date | None) -> _Frame:
    ahead = races.announced(r)
    said = phases.said(r)
    known = Known(facts, head, starts, phases.total(said), ahead)
    ending.check_open(r, [each.head for each in said], known)
    days = span.find(r, known)
    fixed = ending.fixed_day(known) is not None
    parts = phases.resolve(r, said, days.weeks if days else None, fixed=fixed)
    last = parts[-1][0].last if parts else None
    found = outline.outline(r, parts, last or (days.weeks if days else None))
    return _Frame(ahead, days, parts, found)


def _check_use(r: Lookup, frame: _Frame, kinds: Sequence[Session], head: Piece[Node]) -> None:
    """Something happens in the plan, and in each of its phases."""
    if not kinds:
        r.notes.error(
            "E329", "the plan has no sessions", head.span, "nothing to schedule",
            hint='add one: session "Strength" on mon, wed, fri',
        )  # fmt: skip
        return
    outline.check_empty(r, frame.parts, [*(kind.timing.weeks for kind in kinds), *frame.raced])


def _zone(r: Lookup, facts: Facts, zone: ZoneInfo | None, head: Piece[Node]) -> ZoneInfo | None:
    """The plan's time zone, else the athlete's."""
    found: ZoneInfo | None = facts.get("zone") or zone
    if found is None and "zone" not in facts:
        r.notes.error(
            "E330", "the plan does not say in which time zone", head.span, "no time zone",
            hint="add a line such as: timezone Europe/Berlin",
        )  # fmt: skip
    return found


def _settings(r: Lookup, facts: Facts) -> Facts:
    care: Care = facts.get("care") or ("rehab" if asks_about_pain(r.file) else "training")
    untried = facts.get("untried") or ("assess" if care == "rehab" else "skip")
    kept = (
        "name", "identity", "about", "authors", "source", "units", "place", *loads.FACTS,
        *fitness.FACTS,
    )  # fmt: skip
    return {
        "care": care,
        "assess": untried == "assess",
        "stated_units": "units" in facts,
        **{key: facts[key] for key in kept if facts.get(key) is not None},
    }
