"""Clauses of an item: how much, in what manner, and how it changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.mistakes import no_link
from mesocycle.compiler.checked import Conditional, Manner, Rounding, Stretch
from mesocycle.compiler.resolve import conditions, less, stretches, worse
from mesocycle.compiler.resolve.outline import Lines, weeks_of
from mesocycle.compiler.resolve.progressions import progression
from mesocycle.diagnostics import Label
from mesocycle.syntax import nodes as n
from mesocycle.syntax.inherit import TEMPO, once

Facts = dict[str, Any]

Clauses = tuple[n.Piece[n.Node], ...]

_BOTH = "keep one of the two; or, if both are done, with a comma between them: 1x3 @8, 3x5 @7"


def manner(r: Lookup, clauses: Clauses, base: Stretch | None = None) -> Manner:
    """What the clauses say together; each may be said once.

    `base`: the stretch that they are about, whose place a course takes.
    """
    facts: Facts = {}
    seen: dict[str, n.Piece[n.Node]] = {}
    for piece in clauses:
        what = once(piece.node)
        if what is not None and what in seen:
            r.notes.error(
                "E312", f"{what} said twice", piece.span, "which one holds?",
                labels=[Label(seen[what].span, "the first one is here")],
                hint=_BOTH if isinstance(piece.node, n.Scheme) else "keep one of the two",
            )  # fmt: skip
            continue
        if what is not None:
            seen[what] = piece
        _check_link(r, piece)
        if isinstance(piece.node, n.Course):
            found = stretches.course(r, piece, piece.node, base)
            facts["course"] = stretches.rested(r, clauses, found) if found else None
        else:
            _say(r, facts, piece)
    slow = next((p for p in clauses if p.node == n.Manner("slow")), None)
    if slow and TEMPO in seen:
        r.notes.error(
            "E312", "slow, and a tempo", slow.span, "which one holds?",
            labels=[Label(seen[TEMPO].span, "the tempo is here")],
            hint="keep one of the two",
        )  # fmt: skip
    if any(isinstance(p.node, n.Progress | n.On) for p in clauses):
        facts["progress"] = progression(r, clauses, base)
    return Manner(**facts)


def behind(head: n.Piece[n.Node], clause: n.Node) -> n.Piece[n.Node]:
    """The clause that stands on a line behind `week 1:`, `at NAME:` or a condition."""
    return n.Piece(clause, head.source, head.start, head.end)


def _check_link(r: Lookup, piece: n.Piece[n.Node]) -> None:
    node = piece.node
    if isinstance(node, n.Text) and node.key == "video":
        r.notes.extend(no_link(node.text.text, piece.at(node.text)))


def _say(r: Lookup, facts: Facts, piece: n.Piece[n.Node]) -> None:
    node = piece.node
    if isinstance(node, n.Rest):
        key, value = _REST[node.where], node.seconds
        facts[key] = value if key == "rest" else value.low
    elif isinstance(node, n.Manner):
        facts[node.how] = True
    elif isinstance(node, n.Text) and node.key == "video":
        facts["video"] = node.text.text
    elif isinstance(node, n.Text):
        key = {"cue": "cues", "note": "notes"}.get(node.key, node.key)
        facts[key] = (*facts.get(key, ()), node.text.text)
    elif isinstance(node, n.Swap):
        facts["swap"] = r.exercise(piece, node.exercise)
    elif isinstance(node, n.Volume | n.SwapActivity | n.EasyOnly):
        less.say(r, facts, piece, node)
    elif type(node) in _PLAIN:
        key, fact = _PLAIN[type(node)]
        facts[key] = fact(node)


#: Where a rest goes in a `Manner`.
_REST = {"sets": "rest", "rounds": "between", "after": "after"}

#: Where the other clauses go, and what of them.
_PLAIN: dict[type[n.Node], tuple[str, Callable[[Any], Any]]] = {
    n.Scheme: ("scheme", lambda node: node),
    n.Tempo: ("tempo", lambda node: node),
    n.Deload: ("deload", lambda node: node),
    n.Loaded: ("loads", lambda node: node.loads),
    n.Warmup: ("warmup", lambda node: node.groups),
    n.RoundTo: ("rounding", lambda node: Rounding(node.mass, node.mode)),
    n.Skip: ("skip", lambda _: True),
}


#: What may stand behind a condition.
_CONDITIONAL = (
    n.Text, n.Scheme, n.Loaded, n.Rest, n.Tempo, n.Manner, n.Warmup, n.RoundTo, n.Deload, n.Skip,
    n.Swap, n.Course, n.Volume, n.SwapActivity, n.EasyOnly,
)  # fmt: skip


#: What of that holds for a session as a whole.
_OF_SESSIONS = (n.Text, n.Volume, n.SwapActivity, n.EasyOnly)


def conditionals(
    r: Lookup,
    clauses: Clauses,
    place: conditions.Place,
    base: Stretch | None = None,
    lines: Lines | None = None,
) -> tuple[Conditional, ...]:
    """The clauses that hold under a condition, for the stretch `base` or whatever it is.

    `lines`: the weeks in which the line may come.
    """
    found = []
    for piece in clauses:
        if isinstance(piece.node, n.Under):
            condition = conditions.resolve(r, piece, piece.node.condition, place)
            clause, weeks = _in_weeks(r, piece, piece.node, lines or Lines())
            inner = behind(piece, cast(n.Node, clause))
            if isinstance(inner.node, n.Skip) and not _of_a_track(piece.node.condition):
                continue  # refused where it was read
            _check_conditional(r, piece, inner.node, place, always=clause is piece.node.clause)
            less.check(r, piece, inner.node)
            said = manner(r, (inner,), base)
            more = worse.asks_more(inner.node, clauses) or worse.goes_further(said.course, base)
            worse.check(r, piece, condition, inner.node, more)
            found.append(Conditional(condition, said, r.because(piece), weeks))
    return worse.strictest_last(found)


def _check_conditional(
    r: Lookup, piece: n.Piece[n.Node], node: n.Node, place: conditions.Place, *, always: bool
) -> None:
    """What stands behind a condition may depend on one, and is about what it stands under.

    `always`: it holds in every week.
    """
    if not isinstance(node, _CONDITIONAL):
        r.notes.error(
            "E314", "this clause cannot depend on a condition", piece.span,
            "only how much, the manner, another exercise, cues and notes can",
            hint="move it to a line of its own, without the condition",
        )  # fmt: skip
    elif place == "athlete" and not (always and isinstance(node, _OF_SESSIONS)):
        r.notes.error(
            "E314", "this clause is about an exercise", piece.span,
            "a session as a whole has cues, notes, less of its runs, or other ones",
            hint="put it under each exercise that is meant",
        )  # fmt: skip


def _in_weeks(
    r: Lookup, piece: n.Piece[n.Node], under: n.Under, lines: Lines
) -> tuple[n.Clause, frozenset[int] | None]:
    """`if scaled: week 3: 2x6`: what holds, and in which weeks (None: in all)."""
    node = under.clause
    if not isinstance(node, n.WeekOf):
        return node, None
    if not _of_a_track(under.condition):
        r.notes.error(
            "E314", "a week of some days only", piece.span, "a track can have weeks of its own",
            hint="write the week without the condition: week 3: 2x6; or the condition without the "
            "week",
        )  # fmt: skip
    return node.clause, weeks_of(r, piece, node.weeks, node.word, lines)


def _of_a_track(condition: n.Condition) -> bool:
    """Whether it asks who follows which track, and nothing of the day."""
    inner = condition.part if isinstance(condition, n.Not) else condition
    return isinstance(inner, n.OnTrack)


def check_progress(r: Lookup, clauses: Clauses, scheme: n.Scheme | None) -> None:
    """A progression must have something that moves, and a ceiling that it stops at."""
    piece = next((p for p in clauses if isinstance(p.node, n.Progress)), None)
    if piece is None or scheme is None:
        return
    progress = cast(n.Progress, piece.node)
    for step in progress.steps:
        if step.by == 0:
            r.notes.error(
                "E310", f"progress {step.what} by nothing", piece.span, "it would never move",
                hint="write `progress none`, or a step of 1 or more",
            )  # fmt: skip
        if step.what == "sets":
            sets = [g.sets for g in scheme.groups if g.sets]
            _ceiling(r, piece, step, sets, "sets", "2-3x8")
        elif step.what in ("reps", "hold"):
            unit = "reps" if step.what == "reps" else "seconds"
            amounts = [g.amount for g in scheme.groups if g.unit == unit]
            if not amounts:
                other = "hold" if step.what == "reps" else "reps"
                r.notes.error(
                    "E315", f"there is nothing for `progress {step.what}` to move", piece.span,
                    f"the sets are not counted in {unit}",
                    hint=f"write: progress {other}",
                )  # fmt: skip
            elif scheme.to is None:
                _ceiling(r, piece, step, amounts, step.what, "3x8-12")


def _ceiling(  # the parts of one sentence
    r: Lookup,
    piece: n.Piece[n.Node],
    step: n.Step,
    amounts: list[n.Count],
    what: str,
    sample: str,
) -> None:
    low = max((a.low for a in amounts), default=1)
    if step.to is None and all(a.low == a.high for a in amounts):
        r.notes.error(
            "E316", f"progress {what} has no ceiling", piece.span, "up to how many?",
            hint=f"give a range to work up through ({sample}), or a limit: "
            f"progress {what} to {low + 4}",
        )  # fmt: skip
    elif step.to is not None and step.to < low:
        r.notes.error(
            "E316", "the ceiling is below the start", piece.span, f"it starts at {low}",
            hint=f"write a limit of {low} or more",
        )  # fmt: skip
