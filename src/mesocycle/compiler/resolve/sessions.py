"""Sessions: their timing, their items, and what holds for the whole of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, cast

from msgspec.structs import replace

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.model import fold, slug
from mesocycle.compiler.checked import Apart, Item, Picked, Rungs, Session, Timing, Together
from mesocycle.compiler.resolve import clauses, items, options, rotations, same, stretches, timing
from mesocycle.compiler.resolve.groups import Groups
from mesocycle.compiler.resolve.outline import Lines, Outline
from mesocycle.syntax import nodes as n

Keys = dict[str, str]


def resolve(r: Lookup, found: Outline) -> tuple[Session, ...]:
    """Every session of the plan, in the file's order."""
    statements = [placed.statement for placed in found.sessions]
    keys = _keys(statements)
    optional = options.named(statements) | rotations.named(found.rotations)
    sessions = []
    for index, placed in enumerate(found.sessions):
        statement = placed.statement
        name = fold(cast(n.SessionHead, statement.head.node).name.text)
        when = timing.resolve(r, statement.head, keys, placed.place, optional=name in optional)
        made = session(r, statement, index, keys.get(name, ""), when.place.of_lines())
        apart = (*when.apart, *made.apart)
        sessions.append(replace(made, timing=when.timing, apart=apart))
    same.check(r, statements, sessions)
    _check_circles(r, statements, sessions)
    return options.attach(r, statements, sessions)


def _keys(statements: list[n.Statement]) -> Keys:
    """Each session's identity by its folded name: what an `id` line says, else the name."""
    keys: Keys = {}
    for statement in statements:
        name = fold(cast(n.SessionHead, statement.head.node).name.text)
        for piece in statement.clauses:
            if isinstance(piece.node, n.SessionId):
                keys.setdefault(name, slug(piece.node.name.text))
    for statement in statements:
        name = cast(n.SessionHead, statement.head.node).name.text
        keys.setdefault(fold(name), slug(name))
    return keys


def session(r: Lookup, statement: n.Statement, index: int, key: str, lines: Lines) -> Session:
    """What is done in a session or a race, whenever that is; `lines` are its weeks."""
    head = statement.head
    node = cast(n.SessionHead | n.RaceHead, head.node)
    said = any(isinstance(p.node, n.Text | n.OneOf) for p in statement.clauses)
    if not statement.children and not said:
        r.notes.error(
            "E327", f"{node.name.text} is empty", head.at(node.name), "nothing to do in it",
            hint="nest its lines under it, two spaces in: Superman; 3x8-12",
        )  # fmt: skip
    session_jumps = any(
        items.allows_jumps(r, p) for p in statement.clauses if isinstance(p.node, n.Allow)
    )
    wanted = items.goal(r, statement.clauses)
    own = tuple(_inherit(i, session_jumps, wanted) for i in _items(r, statement, lines))
    clause_apart = [
        timing.resolve_apart(r, p, p.node)
        for p in statement.clauses
        if isinstance(p.node, n.NotWithin)
    ]
    named = _named_apart(own)
    return Session(
        key=key,
        name=node.name.text,
        index=index,
        timing=Timing(),
        line=r.because(head),
        items=_numbered(own),
        manner=clauses.manner(r, statement.clauses),
        conditionals=clauses.conditionals(r, statement.clauses, "athlete"),
        apart=(*(a for a in clause_apart if a), *named),
        **_state(r, statement),
    )


def _state(r: Lookup, statement: n.Statement) -> dict[str, Any]:
    """Its rules, and how near to another it may be; most sessions say nothing of it."""
    said = [*statement.clauses, *(child.head for child in statement.children)]
    if not any(isinstance(p.node, n.RuleWhen | n.RulesHead | n.Spacing) for p in said):
        return {}
    from mesocycle.compiler.resolve import rules

    return {"rules": rules.of_session(r, statement), "spacing": rules.spacing(r, statement)}


def _items(r: Lookup, statement: n.Statement, lines: Lines) -> Iterator[Item]:
    """The lines of a session, those of groups among them."""
    around = items.Around(_main_activity(statement.children), lines).within(r, statement)
    stretches.check_changes(r, statement)
    groups = Groups(r)
    for child in statement.children:
        if isinstance(child.head.node, n.GroupHead):
            yield from groups.resolve(child, around)
        elif not isinstance(child.head.node, n.WeekOf | n.RulesHead):
            item = items.resolve(r, child, around)
            yield from [item] if item else []


def _main_activity(children: Iterable[n.Statement]) -> str | None:
    for child in children:
        node = child.head.node
        if isinstance(node, n.Stretch) and node.role is None and node.activity:
            return fold(node.activity.text)
        inside = isinstance(node, n.GroupHead) and _main_activity(child.children)
        if inside:
            return inside
    return None


def _inherit(item: Item, jumps: bool, goal: str | None) -> Item:
    """An item under what its session says for all of them."""
    return replace(item, jumps=item.jumps or jumps, goal=item.goal or goal)


def _named_apart(own: tuple[Item, ...]) -> list[Apart]:
    """What the catalogue says of exercises that are named: keep away from a run."""
    found = []
    for item in own:
        exercises = (
            what.exercises if isinstance(what := item.what, Rungs | Picked | Together) else ()
        )
        found += [
            Apart(e.not_before_run_s, "before", "run", item.line)
            for e in exercises
            if e.not_before_run_s
        ]
    return found


def _numbered(own: tuple[Item, ...]) -> tuple[Item, ...]:
    """Keys made unique: a second line of one exercise is `squat-2`."""
    seen: Counter[str] = Counter()
    numbered = []
    for item in own:
        key = slug(item.key)
        seen[key] += 1
        unique = key if seen[key] == 1 else f"{key}-{seen[key]}"
        numbered.append(replace(item, key=unique))
    return tuple(numbered)


def _check_circles(r: Lookup, statements: list[n.Statement], sessions: list[Session]) -> None:
    """A session that hangs on another that hangs on it never finds a day."""
    by_key = {s.key: s for s in sessions}

    def hangs_on(one: Session) -> list[Session]:
        if one.timing.days:
            return []
        named = [b.session for b in one.timing.beside if b.session]
        return [by_key[key] for key in named if key in by_key]

    for statement, one in zip(statements, sessions, strict=True):
        reached, waiting = set[str](), hangs_on(one)
        while waiting:
            other = waiting.pop()
            if other.key == one.key:
                r.notes.error(
                    "E328", f"{one.name} hangs on itself", statement.head.span,
                    "before or after itself, round a circle",
                    hint="give one of the sessions days of its own",
                )  # fmt: skip
                break
            if other.key not in reached:
                reached.add(other.key)
                waiting += hangs_on(other)
