"""Rules: what the coach's rules on the athlete's state take away, checked word by word."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final, cast

from msgspec.structs import replace

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.model import Exercise, fold
from mesocycle.catalogue.query import is_static, leaves
from mesocycle.catalogue.words import ACTIVITIES, KINDS
from mesocycle.compiler.checked import Apartness, Effect, StateRule
from mesocycle.compiler.resolve import conditions, less
from mesocycle.compiler.resolve.timing import activity_of
from mesocycle.compiler.safety.rest import REST_BETWEEN
from mesocycle.syntax import nodes as n

Facts = dict[str, Any]

_ALL: Final = 10_000

#: What a rule calls the activities.
_PLURALS: Final = {f"{name}s": name for name in ACTIVITIES if name != "jog"} | {"jogs": "run"}


def at_the_margin(r: Lookup) -> tuple[StateRule, ...]:
    """The rules that hold in every session."""
    return nested(r, r.file.statements)


def nested(r: Lookup, statements: Iterable[n.Statement]) -> tuple[StateRule, ...]:
    """The rules of every `rules` block among some statements."""
    return tuple(
        rule
        for statement in statements
        if isinstance(statement.head.node, n.RulesHead)
        for rule in _block(r, statement)
    )


def of_session(r: Lookup, statement: n.Statement) -> tuple[StateRule, ...]:
    """The rules of a session: its own lines with a condition, and its block."""
    own = (p for p in statement.clauses if isinstance(p.node, n.RuleWhen))
    return (*(_rule(r, piece, ()) for piece in own), *nested(r, statement.children))


def spacing(r: Lookup, statement: n.Statement) -> Apartness | None:
    """How near to another of its region a session may be, and the coach's reason."""
    piece = next((p for p in statement.clauses if isinstance(p.node, n.Spacing)), None)
    if piece is None:
        return None
    node = cast(n.Spacing, piece.node)
    if node.seconds >= REST_BETWEEN.total_seconds():
        r.notes.warning(
            "W574", "48 hours need no reason", piece.span, "that is what the rule asks for anyway",
            hint="leave the line out; a reason is for less: 24h apart because "
            '"Two short sessions."',
        )  # fmt: skip
    return Apartness(node.seconds, node.reason.text, r.because(piece))


def _block(r: Lookup, statement: n.Statement) -> list[StateRule]:
    if not statement.children:
        r.notes.error(
            "E500", "no rule in it", statement.head.span, "nothing stands below",
            hint="nest the rules, two spaces in: when back pain > 0: runs easy only",
        )  # fmt: skip
    return [
        _rule(r, child.head, child.clauses)
        for child in statement.children
        if isinstance(child.head.node, n.RuleWhen)  # else it is misplaced, and told of
    ]


def _rule(r: Lookup, head: n.Piece[n.Node], more: tuple[n.Piece[n.Node], ...]) -> StateRule:
    """One rule: its condition, and all that its actions come to."""
    node = cast(n.RuleWhen, head.node)
    condition = conditions.resolve(r, head, node.condition, "athlete")
    first = n.Piece(node.action, head.source, head.start, head.end)
    facts: Facts = {}
    for piece in (first, *more):
        less.check(r, piece, piece.node)
        _ACTIONS[type(piece.node)](r, facts, piece)
    effect = Effect(**facts)
    _check_left(r, head, effect, alone=not more)
    return StateRule(condition, effect, r.because(head))


def _check_left(r: Lookup, head: n.Piece[n.Node], effect: Effect, *, alone: bool) -> None:
    """An action does something, and nothing stands beside what leaves nothing over."""
    whole = _ALL in (effect.volume, effect.intensity) and "100" in head.span.text
    if alone and whole:
        r.notes.warning(
            "W570", "this rule changes nothing", head.span, "100 % is all of it",
            hint="write how much is left: volume 60%",
        )  # fmt: skip
    left = replace(effect, stop=False, latched=False, text=None, skip=False, says=())
    if (effect.stop or effect.skip) and left != Effect():
        what = "stop" if effect.stop else "skip"
        r.notes.warning(
            "W573", f"nothing is left after `{what}`", head.span,
            "what else the rule does never comes to pass",
            hint=f"keep `{what}`, or keep the rest; `say` may stand beside it",
        )  # fmt: skip


# --- one action each ----------------------------------------------------------------------------


def _hold(_r: Lookup, facts: Facts, _piece: n.Piece[n.Node]) -> None:
    facts["hold"] = True


def _easier(_r: Lookup, facts: Facts, _piece: n.Piece[n.Node]) -> None:
    facts["easier"] = True


def _skip(r: Lookup, facts: Facts, piece: n.Piece[n.Node]) -> None:
    what = cast(n.SkipPart, piece.node).what
    if what is None:
        facts["skip"] = True
    else:
        facts["parts"] = facts.get("parts", frozenset()) | _parts(r, piece, what)


def _parts(r: Lookup, piece: n.Piece[n.Node], what: n.Word) -> frozenset[str]:
    """An activity, a kind, an exercise, or what is in a pool."""
    name, catalogue = fold(what.text), r.catalogue
    if name in _PLURALS:
        return frozenset({_PLURALS[name]})
    kind = KINDS.find(what.text)
    if kind is not None:
        return frozenset({kind})
    exercise = catalogue.find(what.text)
    if exercise is not None:
        return frozenset({exercise.id})
    pool = catalogue.pool(what.text)
    if pool is not None:
        return frozenset(pool.exercises)
    known = [*_PLURALS, *KINDS, *catalogue.pools, *(e.name for e in catalogue.exercises.values())]
    r.unknown("E501", "part of a session", piece, what, known, "nothing to leave out has this name")
    return frozenset()


def _avoid(r: Lookup, facts: Facts, piece: n.Piece[n.Node]) -> None:
    condition = cast(n.Avoid, piece.node).condition
    if not all(is_static(leaf) for leaf in leaves(condition)):
        r.notes.error(
            "E502", "`avoid` is about what an exercise is", piece.span,
            "this asks about the athlete",
            hint="write what to avoid: avoid loads extension; and what the athlete feels before "
            "the colon: when back pain > 0: …",
        )  # fmt: skip
        return
    found = conditions.resolve(r, piece, condition, "exercise")
    facts["avoid"] = (*facts.get("avoid", ()), found)


def _exchange(r: Lookup, facts: Facts, piece: n.Piece[n.Node]) -> None:
    node = cast(n.Exchange, piece.node)
    what, other = r.lift(piece, node.what), r.lift(piece, node.other)
    if what is None or other is None:
        return
    if (other.impact or 0) > (what.impact or 0):
        _more_impact(r, piece, node.other, what.name, other.name)
    pair: tuple[str, Exercise] = (what.id, other)
    facts["exchanges"] = (*facts.get("exchanges", ()), pair)


def _activity(r: Lookup, facts: Facts, piece: n.Piece[n.Node]) -> None:
    node = cast(n.SwapActivity, piece.node)
    less.say(r, facts, piece, node)
    before, after, _ = (*facts.get("activities", ()), ("", "", None))[-2:][0]
    if ACTIVITIES.get(after, 0) > ACTIVITIES.get(before, 0):
        _more_impact(r, piece, node.other, before, after)


def _more_impact(r: Lookup, piece: n.Piece[n.Node], word: n.Word, what: str, other: str) -> None:
    r.notes.error(
        "E511", f"{other} has more impact than {what}", piece.at(word),
        "a rule takes away, it never adds",
        hint="name one that is no harder on the body; what is to be done anyway stands in the "
        "session",
    )  # fmt: skip


def _volume(r: Lookup, facts: Facts, piece: n.Piece[n.Node]) -> None:
    before = facts.get("volume")
    less.say(r, facts, piece, cast(n.Volume, piece.node))
    if before is not None and facts.get("volume") is not None:
        facts["volume"] = min(before, facts["volume"])


def _easy(r: Lookup, facts: Facts, piece: n.Piece[n.Node]) -> None:
    activity = activity_of(r, piece, cast(n.EasyOnly, piece.node).activity)
    facts["easy"] = (*facts.get("easy", ()), *([activity] if activity else ()))


def _intensity(_r: Lookup, facts: Facts, piece: n.Piece[n.Node]) -> None:
    node = cast(n.Intensity, piece.node)
    if node.percent is not None:
        facts["intensity"] = min(node.percent, facts.get("intensity") or node.percent)
    elif node.effort is not None:
        facts["effort"] = fold(node.effort.text)


def _stop(_r: Lookup, facts: Facts, piece: n.Piece[n.Node]) -> None:
    node = cast(n.Stop, piece.node)
    facts["stop"] = True
    facts["latched"] = facts.get("latched", False) or node.until_cleared
    facts["text"] = node.text.text if node.text else facts.get("text")


def _say(_r: Lookup, facts: Facts, piece: n.Piece[n.Node]) -> None:
    facts["says"] = (*facts.get("says", ()), cast("n.Say | n.Text", piece.node).text.text)


_ACTIONS: Final[dict[type[n.Node], Callable[[Lookup, Facts, n.Piece[n.Node]], None]]] = {
    n.Hold: _hold,
    n.Easier: _easier,
    n.SkipPart: _skip,
    n.Avoid: _avoid,
    n.Exchange: _exchange,
    n.SwapActivity: _activity,
    n.Volume: _volume,
    n.EasyOnly: _easy,
    n.Intensity: _intensity,
    n.Stop: _stop,
    n.Say: _say,
    n.Text: _say,
}
