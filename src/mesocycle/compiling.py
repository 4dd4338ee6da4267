"""The stages in a row: from texts to a checked plan, and from there to a programme.

A stage that found errors is the last one: nothing is ever made of half a plan.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

import msgspec

from mesocycle.catalogue.libraries import Libraries, catalogue_of
from mesocycle.catalogue.model import Catalogue
from mesocycle.civil import read_zone
from mesocycle.compiler import Plan, resolve
from mesocycle.compiler.advice.plans import advise
from mesocycle.compiler.days.schedule import MOST_SLOTS, schedule
from mesocycle.compiler.loads.advice import advise_loads
from mesocycle.compiler.names import names_of
from mesocycle.compiler.resolve.size import unfolded
from mesocycle.diagnostics import Diagnostic, Diagnostics, Outcome
from mesocycle.programme import Programme
from mesocycle.source import Placed, Source, Span
from mesocycle.syntax import parse
from mesocycle.syntax.nodes import Do, File, PlanHead, Statement, TemplateHead

if TYPE_CHECKING:
    from mesocycle.compiler.days.slot import Slot
    from mesocycle.diary.model import Diary
    from mesocycle.progressions import Offers

T = TypeVar("T")

#: Errors that say what a text lacks. What stands in a line that nobody understood may be just that.
_LACKS = frozenset(
    {"E301", "E303", "E307", "E308", "E327", "E329", "E330", "E344", "E355", "E380", "E385",
     "E386", "E405", "E500", "E508"}
)  # fmt: skip


class Checked(msgspec.Struct, frozen=True):
    """A plan and a diary without errors, ready to compile."""

    plan: Plan
    diary: Diary | None
    as_of: dt.date | None


def check_plan(
    plan: Source,
    libraries: Libraries,
    diary: Source | None = None,
    *,
    starts: dt.date | None = None,
    as_of: dt.date | None = None,
    known_on: dt.date | None = None,
    offers: Offers | None = None,
) -> Outcome[Checked]:
    """Every mistake in a plan, in what it uses, and in a diary that goes with it.

    `libraries` brings the text of what the plan uses. `starts` wins over the diary's first
    day, and that over the plan's own. Entries after `as_of` are errors; with `known_on`, the
    diary is read as it was on that day, and what is dated later is left out. `offers` knows
    the progressions of plugins, and is asked when a plan uses one that nothing else defines.
    """
    notes = Diagnostics()
    file = _keep(notes, parse(plan))
    log = _whole(notes, diary, known_on)
    as_of = as_of or known_on
    torn = notes.failed
    if file is None:
        return notes.outcome(None)
    catalogue = _keep(notes, catalogue_of(file, libraries)) or Catalogue()
    file = _in_place(notes, file, catalogue)
    athlete = _keep(notes, _diary(log, file, catalogue, as_of), torn=torn) if log else None
    profile = athlete.athlete if athlete else None
    own = profile.starts if profile else None
    zone = read_zone(profile.timezone) if profile and profile.timezone else None
    resolved = resolve(file, catalogue, starts=starts or own, zone=zone, offers=offers)
    checked = _keep(notes, resolved, torn=torn)
    if checked is not None and not torn:
        if not _may_last_longer(checked):
            _late(notes, log, athlete, checked.ends)
        slots = schedule(checked)
        if len(slots) > MOST_SLOTS:
            notes.error(
                "E331", f"the plan unfolds into more than {MOST_SLOTS} sessions",
                Span(plan, 0, 0), "too many",
                hint="make it shorter, or a plan of its own for each part",
            )  # fmt: skip
        elif much := unfolded(slot.session for slot in slots):
            notes.error(
                "E358", f"the plan unfolds into more than {much}", Span(plan, 0, 0), "too many",
                hint="make it shorter, or a plan of its own for each part",
            )  # fmt: skip
        else:
            notes.extend(advise(file, checked, _kept_slots(checked, slots)))
            notes.extend(advise_loads(checked, athlete, plan))
    if checked is None or notes.failed or (diary is not None and athlete is None):
        return notes.outcome(None)
    return notes.outcome(Checked(checked, athlete, as_of))


def compile_plan(
    plan: Source,
    libraries: Libraries,
    diary: Source | None = None,
    *,
    starts: dt.date | None = None,
    as_of: dt.date | None = None,
    known_on: dt.date | None = None,
    offers: Offers | None = None,
) -> Outcome[Programme]:
    """The programme of a plan for the athlete of a diary, or every mistake in them.

    Beside the programme of a plan without mistakes stand the faults of plugins on the way.
    """
    from mesocycle.compiler.passes import compile_programme  # half of what there is to import
    from mesocycle.compiler.why.audit import audit

    checked = check_plan(
        plan, libraries, diary, starts=starts, as_of=as_of, known_on=known_on, offers=offers
    )
    if checked.value is None or not checked.ok:
        return Outcome(None, checked.diagnostics)
    ready = checked.value
    known = offers.faults() if offers else ()
    programme = compile_programme(ready.plan, ready.diary, ready.as_of)
    sources = audit(plan, diary, ready.plan.catalogue)
    programme = msgspec.structs.replace(programme, audit=sources)
    faults = tuple(d for d in offers.faults() if d not in known) if offers else ()
    return Outcome(programme, (*checked.diagnostics, *faults))


def _kept_slots(plan: Plan, slots: list[Slot]) -> list[Slot]:
    """The slots that are left when the calendar has had its say; most plans have none."""
    calendar = plan.calendar
    if not (calendar.rests or calendar.changes or calendar.races):
        return slots
    from mesocycle.compiler.calendar.changes import arrange

    return [slot for slot in arrange(plan, slots) if not slot.skipped]


def _may_last_longer(plan: Plan) -> bool:
    """Whether sessions that were missed may move the plan's end out."""
    return "shift" in (plan.missed, *(phase.missed for phase in plan.phases))


def _whole(notes: Diagnostics, diary: Source | None, day: dt.date | None) -> File | None:
    """The diary with all that it includes; of a `day`, what it had by then."""
    if diary is None:
        return None
    from mesocycle.diary.known import known_on  # most checks are of a plan alone
    from mesocycle.diary.whole import whole

    log = _keep(notes, whole(diary))
    return known_on(log, day) if log is not None and day is not None else log


def _late(notes: Diagnostics, log: File | None, diary: Diary | None, ends: dt.date) -> None:
    """Tell of a last entry after the plan's end: its year may be wrong."""
    if log is None or diary is None or diary.last is None or diary.last <= ends:
        return
    day = diary.last.isoformat()
    heads = (statement.head for statement in log.statements)
    first = next((each for each in heads if each.source.text.startswith(day, each.start)), None)
    source, at = (first.source, first.start) if first else (log.source, 0)
    notes.warning(
        "W420", "an entry after the plan's end", Span(source, at, at + 10),
        f"the plan ends on {ends}",
        hint="look at the year; what was to be done before this day counts as missed",
    )  # fmt: skip


def _keep(notes: Diagnostics, outcome: Outcome[T], *, torn: bool = False) -> T | None:
    """The outcome's value, its diagnostics noted; of torn text, none about what it lacks."""
    found = outcome.diagnostics
    if any(d.span and isinstance(d.span.source, Placed) for d in found):
        from mesocycle.syntax.templates import traced

        found = tuple(traced(found))
    found = tuple({_same(d): d for d in reversed(found)}.values())[::-1]
    notes.extend(d for d in found if not (torn and d.code in _LACKS))
    return outcome.value


def _same(d: Diagnostic) -> tuple[object, ...]:
    """A line that two sessions do is wrong once."""
    place = (id(d.span.source), d.span.start, d.span.end) if d.span else ()
    return (d.code, d.message, d.label, *place)


def _in_place(notes: Diagnostics, file: File, catalogue: Catalogue) -> File:
    """The plan with the lines of templates, and of other sessions, where it places them."""
    if not _places(file.statements):
        return file
    from mesocycle.syntax.borrowed import borrow  # most plans have none
    from mesocycle.syntax.templates import expand

    whole = _keep(notes, expand(file, catalogue.definitions)) or file
    return _keep(notes, borrow(whole)) or whole


def _places(statements: Iterable[Statement]) -> bool:
    """Whether there is a template, or a line that wants one."""
    return any(
        isinstance(each.head.node, TemplateHead | Do) or _places(each.children)
        for each in statements
    )


def _diary(log: File, file: File, catalogue: Catalogue, as_of: dt.date | None) -> Outcome[Diary]:
    from mesocycle.diary.read import read  # most checks are of a plan alone

    names = names_of(file)
    return read(
        log,
        catalogue,
        plan=_name(file),
        sessions=names.sessions,
        as_of=as_of,
        labels=names.labels,
        tracks=names.tracks,
        asks=names.asks,
    )


def _name(file: File) -> str | None:
    heads = (statement.head.node for statement in file.statements)
    return next((head.name.text for head in heads if isinstance(head, PlanHead)), None)
