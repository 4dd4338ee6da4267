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
from mesocycle.compiler.names import race_statements
from mesocycle.compiler.resolve import (
    conditions,
    ending,
    fitness,
    header,
    loads,
    outline,
    phases,
    rotations,
    sessions,
    size,
    slots,
    span,
)
from mesocycle.compiler.resolve.care import asks_about_pain
from mesocycle.compiler.resolve.definitions import check_definitions
from mesocycle.compiler.resolve.header import Facts
from mesocycle.compiler.resolve.known import Announced, Known, Span
from mesocycle.diagnostics import Outcome, has_errors
from mesocycle.syntax.nodes import AskHead, CalendarHead, File, LightHead, Node, Piece, RulesHead

if TYPE_CHECKING:
    from mesocycle.compiler.resolve.calendar import Said as Exceptions
    from mesocycle.compiler.resolve.tapers import Volumes
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
    _check_names(r)
    kinds = sessions.resolve(r, frame.found)
    conditions.check_tracks(r)
    runs = _races(r, frame, kinds)
    turns = rotations.resolve(r, frame.found.rotations, (*kinds, *runs))
    _check_use(r, frame, kinds, head)
    days = frame.days
    volumes = _tapers(r, frame)
    missed = header.missed(r, facts)
    exceptional, state = _exceptions(r, (*kinds, *runs)), _of_state(r)
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
        **state,
        **_settings(r, facts),
    )
    plan = _excepted(r, plan, exceptional)
    return r.notes.outcome(None if has_errors(r.notes) else plan)


class _Frame(msgspec.Struct, frozen=True):
    """What a plan is built in: its races, its days, its phases, and what stands where."""

    ahead: tuple[Announced, ...]
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
    ahead = _ahead(r)
    said = phases.said(r)
    known = Known(facts, head, starts, phases.total(said), ahead)
    ending.check_open(r, [each.head for each in said], known)
    days = span.find(r, known)
    fixed = ending.fixed_day(known) is not None
    parts = phases.resolve(r, said, days.weeks if days else None, fixed=fixed)
    last = parts[-1][0].last if parts else None
    found = outline.outline(r, parts, last or (days.weeks if days else None))
    return _Frame(ahead, days, parts, found)


# What is about races, or a calendar, is imported for the plans that have one.


def _ahead(r: Lookup) -> tuple[Announced, ...]:
    """The races that the plan announces."""
    if not any(race_statements(r.file.statements)):
        return ()
    from mesocycle.compiler.resolve.races import announced

    return announced(r)


def _races(r: Lookup, frame: _Frame, kinds: Sequence[Session]) -> tuple[Session, ...]:
    """The sessions of the races."""
    if not frame.ahead:
        return ()
    from mesocycle.compiler.resolve import races

    return races.resolve(r, frame.ahead, kinds)


def _tapers(r: Lookup, frame: _Frame) -> Volumes:
    """The volumes of the weeks before races."""
    if not frame.ahead or not frame.days:
        return ()
    from mesocycle.compiler.resolve import tapers

    return tapers.volumes(r, frame.ahead, frame.days.week)


def _exceptions(r: Lookup, kinds: Sequence[Session]) -> Exceptions | None:
    """What the calendars say; None where there is none."""
    if not any(isinstance(s.head.node, CalendarHead) for s in r.file.statements):
        return None
    from mesocycle.compiler.resolve import calendar

    return calendar.read(r, kinds)


def _excepted(r: Lookup, plan: Plan, said: Exceptions | None) -> Plan:
    """The plan with what its calendars change, and what becomes of missed sessions."""
    if said is None and {plan.missed, *(phase.missed for phase in plan.phases)} <= {"hold", None}:
        return plan
    from mesocycle.compiler.resolve import exceptions, policies

    plan = policies.with_lines(r, plan)
    return exceptions.resolve(r, plan, said) if said else plan


def _check_names(r: Lookup) -> None:
    """What the plan defines for itself; most plans have no questions and lights."""
    check_definitions(r)
    if any(isinstance(s.head.node, AskHead | LightHead) for s in r.file.statements):
        from mesocycle.compiler.resolve import answers

        answers.check(r)


def _of_state(r: Lookup) -> Facts:
    """What holds in every session, and what is asked."""
    facts: Facts = {}
    heads = {type(statement.head.node) for statement in r.file.statements}
    if RulesHead in heads:
        from mesocycle.compiler.resolve import rules

        facts["rules"] = rules.at_the_margin(r)
    if AskHead in heads or LightHead in heads:
        from mesocycle.compiler.resolve import answers

        answers.check_read(r)
        facts["asks"] = tuple(answers.asks(r).values())
    return facts


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
        "name", "identity", "about", "authors", "source", "units", "place", "screening",
        "pain_limit", "retest", *loads.FACTS,
        *fitness.FACTS,
    )  # fmt: skip
    return {
        "care": care,
        "assess": untried == "assess",
        "stated_units": "units" in facts,
        **{key: facts[key] for key in kept if facts.get(key) is not None},
    }
