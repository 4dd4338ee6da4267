"""The span of a plan: its first day, its last, and where its weeks begin.

Counted forward from `starts`, or back from `ends` or a race. Weeks begin on the weekday of the
first day, unless `week starts` says which; counted back from a race they begin on Mondays.
"""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from mesocycle.catalogue.lookup import Lookup
from mesocycle.compiler.resolve.header import LONGEST
from mesocycle.compiler.resolve.known import Known, Span
from mesocycle.syntax import nodes as n


def find(r: Lookup, known: Known) -> Span | None:
    """The plan's span; None, with what is missing or wrong about it told, where there is none."""
    span = known.backward() if known.back else known.forward()
    short = _check_phases(r, known)
    if span is None:
        _tell_missing(r, known)
        return None
    if known.back and known.given:
        span = _joined(r, known.given, span, known.head)
    if not short or not _is_possible(r, known, span):
        return None
    _check_length(r, known, span)
    if known.races:
        from mesocycle.compiler.resolve.races import check_inside

        check_inside(r, known.races, span.starts, span.ends)
    _check_race(r, known, span)
    return span


def _joined(r: Lookup, given: dt.date, span: Span, head: n.Piece[n.Node]) -> Span:
    """A plan that is counted back, for somebody who starts on a day of their own: in its week."""
    if given < span.starts:
        r.notes.error(
            "E470", f"a start on {given} is before week 1", head.span,
            f"counted back from {span.ends}, the plan begins on {span.starts}",
            hint="start on that day or later, or make the plan longer",
        )  # fmt: skip
    return replace(span, starts=max(given, span.starts))


def _tell_missing(r: Lookup, known: Known) -> None:
    """What is not said, and would be enough: the length or the first day."""
    facts = known.facts
    if any(key in facts and facts[key] is None for key in ("starts", "ends")):
        return  # a date that there is not is told already
    if "races astray" in r.kept:
        return
    if known.length is None and known.last is None:
        r.notes.error(
            "E303", "the plan does not say how long it lasts", known.head.span, "no length",
            hint="say how long it leads to the race: lasts 12 weeks; or when it begins: starts "
            "2026-12-07" if known.race else "add a line such as: lasts 8 weeks",
        )  # fmt: skip
    if known.first is None and (known.last or not known.race):
        r.notes.error(
            "E307", "the plan does not say when it starts", known.head.span, "no first day",
            hint=(
                "add a line such as: starts 2026-12-07",
                "or give the day when building: --start 2026-12-07",
            ),
        )  # fmt: skip


def _is_possible(r: Lookup, known: Known, span: Span) -> bool:
    """Whether it is a span of one day to ten years."""
    if 1 <= span.days <= LONGEST:
        return True
    race = known.race
    if span.days < 1 and known.last is None and race is not None:
        from mesocycle.compiler.resolve.races import check_inside

        check_inside(r, [race], span.starts, max(span.starts, span.ends))
        return False
    why = "the plan ends before it starts" if span.days < 1 else "a plan of more than ten years"
    piece = known.facts.get("ends piece") or known.facts.get("lasts piece") or known.head
    r.notes.error(
        "E306", why, piece.span, f"it starts on {span.starts}",
        hint="correct one of the two dates",
    )  # fmt: skip
    return False


def _check_phases(r: Lookup, known: Known) -> bool:
    """Phases that say how long they are have to add up to what else is said of the length.

    Returns whether they are as short as a plan may be.
    """
    facts, weeks = known.facts, known.phased
    if not weeks:
        return True
    said, piece = facts.get("days"), facts.get("lasts piece")
    if said is None and known.given is None and known.own and known.last:
        said, piece = (known.last - known.begin(known.own)).days + 1, facts["ends piece"]
    if weeks * 7 > LONGEST:
        r.notes.error(
            "E306", "a plan of more than ten years", known.head.span,
            f"its phases last {weeks} weeks",
            hint="make the phases shorter, or a plan of its own of each",
        )  # fmt: skip
        return False
    if said is not None and piece is not None and -(-said // 7) != weeks:
        length = f"{said // 7} weeks" if said % 7 == 0 else f"{said} days"
        r.notes.error(
            "E342", f"the plan lasts {length}, its phases {weeks} weeks", piece.span,
            "the two disagree",
            hint="leave out this line: the phases say how long the plan is; or change one of the "
            "two",
        )  # fmt: skip
    return True


def _check_length(r: Lookup, known: Known, span: Span) -> None:
    """Two dates and a length say one thing too many."""
    piece = known.facts.get("lasts piece")
    if not (piece and known.last and known.own) or known.given:
        return
    if known.end(span.starts) != known.last:
        weeks = f" ({span.weeks} weeks)" if known.whole else ""
        r.notes.error(
            "E306", "the dates and the length disagree", piece.span,
            f"from {span.starts} to {known.last} it is {span.days} days{weeks}",
            hint="keep two of the three: starts, ends, lasts",
        )  # fmt: skip


def _check_race(r: Lookup, known: Known, span: Span) -> None:
    """A plan for a race of priority A ends with it, unless it says when else."""
    race = known.race
    if race is None or not race.sure or race.grade != "A" or known.last or known.given:
        return
    week = span.week(race.date)
    if known.own and 1 <= week < span.weeks:
        by = "phases" if "lasts piece" not in known.facts else "plan"
        r.notes.error(
            "E470", f"{race.name} is in week {week}, and the {by} "
            f"last{'s' if by == 'plan' else ''} {span.weeks} weeks",
            race.head.span, "the weeks up to the race and the length disagree",
            hint="leave `starts` out: week 1 is then counted back from the race; or correct the "
            "length; or, if the plan goes on after the race, add its last day: ends "
            f"{span.ends}",
        )  # fmt: skip
