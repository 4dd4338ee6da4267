"""Answers: the questions that a plan asks, the lights made of them, and who reads both."""

from __future__ import annotations

from typing import Final, Literal, cast

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.mistakes import did_you_mean
from mesocycle.catalogue.model import fold
from mesocycle.catalogue.suggest import closest
from mesocycle.compiler.checked import Ask
from mesocycle.compiler.resolve import conditions
from mesocycle.diagnostics import Fix, Label
from mesocycle.syntax import nodes as n
from mesocycle.syntax.safety_words import safety_word

Colour = Literal["red", "amber", "green"]

_COLOURS: Final[tuple[Colour, ...]] = ("red", "amber", "green")

#: Under which names what was found, and what was read, is kept for the whole file.
_ASKS, _LIGHTS, _READ, _MAKING = "asks", "lights", "answers read", "lights in the making"

#: A light's conditions by their colours; None: otherwise.
Shades = dict[str, n.Condition | None]


def asks(r: Lookup) -> dict[str, Ask]:
    """The plan's questions by their folded names."""
    if _ASKS not in r.kept:
        found: dict[str, Ask] = {}
        for statement in r.file.statements:
            node = statement.head.node
            if isinstance(node, n.AskHead):
                found.setdefault(fold(node.name.text), _ask(r, statement.head, node))
        r.kept[_ASKS] = found
    return cast(dict[str, Ask], r.kept[_ASKS])


def _ask(r: Lookup, piece: n.Piece[n.Node], node: n.AskHead) -> Ask:
    if node.words:
        scale = tuple(word.text for word in node.words)
        shown = f"{', '.join(scale[:-1])} or {scale[-1]}"
    else:
        low, high = node.low or 0, node.high or 0
        scale = tuple(str(number) for number in range(low, high + 1))
        shown = f"{low} to {high}"
    text = node.text.text if node.text else f"{node.name.text.capitalize()}: {shown}?"
    return Ask(node.name.text, scale, node.days, text, r.because(piece))


def check(r: Lookup) -> None:
    """Names are given once; lights have colours that can be told apart."""
    seen: dict[str, n.Piece[n.Node]] = {}
    for statement in r.file.statements:
        node = statement.head.node
        if not isinstance(node, n.AskHead | n.LightHead):
            continue
        name = fold(node.name.text)
        if name in seen:
            r.notes.error(
                "E506", f"{node.name.text} has two meanings", statement.head.at(node.name),
                "a question, or a light, of this name is there already",
                labels=[Label(seen[name].span, "here")],
                hint="give one of the two another name",
            )  # fmt: skip
        seen.setdefault(name, statement.head)
        if isinstance(node, n.LightHead):
            _check_shades(r, statement)
    for name in _lights(r):
        for colour in _COLOURS:  # a light is right even where nothing reads it
            _lit(r, name, colour)


def check_read(r: Lookup) -> None:
    """A question whose answer nothing reads, a light that nobody looks at: told at the end."""
    if r.notes.failed:
        return  # what reads it may be a slip of the pen
    read = cast(set[str], r.kept.get(_READ, set()))
    for statement in r.file.statements:
        node = statement.head.node
        if not isinstance(node, n.AskHead | n.LightHead) or fold(node.name.text) in read:
            continue
        light = isinstance(node, n.LightHead)
        r.notes.warning(
            "W572" if light else "W571",
            f"nothing looks at the light {node.name.text}" if light
            else f"nothing reads the answer to {node.name.text}",
            statement.head.at(node.name), "no condition asks for it",
            hint=f"use it: when {node.name.text} is {'red: skip' if light else '…: hold'}; or "
            "leave it out",
        )  # fmt: skip


def answered(r: Lookup, piece: n.Piece[n.Node], condition: n.Answered) -> n.Condition:
    """`swelling is mild`, `knee is red`: the question's own words, or what the light comes to."""
    name = fold(condition.name.text)
    if name in _lights(r):
        return _coloured(r, piece, condition)
    ask = asks(r).get(name)
    if ask is None and any(map(safety_word, name.split())):
        return condition  # a slip of a word that stops: told where it was read
    if ask is None:
        known = [*(a.name for a in asks(r).values()), *(_lights(r)), *conditions.askable()]
        near = closest(condition.name.text, [each for each in known if fold(each) != name])
        span = piece.at(condition.name)
        r.notes.error(
            "E503", f"nobody asks about {condition.name.text}", span,
            "neither a question nor a light of this plan",
            hint=(*did_you_mean(near),
                  f"ask it at the left margin: ask {name} none, mild, moderate, severe"),
            fix=Fix(span, near, f"change to {near}") if near else None,
        )  # fmt: skip
        return condition
    cast(set[str], r.kept.setdefault(_READ, set())).add(name)
    value = condition.value.text
    meant = next((word for word in ask.scale if fold(word) == fold(value)), None)
    if meant is None:
        near = closest(value, ask.scale)
        shown = ", ".join(ask.scale) if len(ask.scale) < 10 else f"{ask.scale[0]}-{ask.scale[-1]}"
        span = piece.at(condition.value)
        r.notes.error(
            "E504", f"{value} is no answer to {ask.name}", span, f"the answers are {shown}",
            hint=did_you_mean(near) or f"write one of them: {ask.name} is {ask.scale[0]}",
            fix=Fix(span, near, f"change to {near}") if near else None,
        )  # fmt: skip
        return condition
    return n.Answered(n.Word(ask.name), condition.op, n.Word(meant))


def _coloured(r: Lookup, piece: n.Piece[n.Node], condition: n.Answered) -> n.Condition:
    name, colour = fold(condition.name.text), fold(condition.value.text)
    if not r.kept.get(_MAKING):
        cast(set[str], r.kept.setdefault(_READ, set())).add(name)
    if colour not in _COLOURS or condition.op not in ("=", "!="):
        near = closest(colour, _COLOURS)
        r.notes.error(
            "E505", f"the light {condition.name.text} is red, amber or green",
            piece.at(condition.value), "a light has no other colours, and no more or less",
            hint=did_you_mean(near) or f"write: {condition.name.text} is red",
        )  # fmt: skip
        return condition
    lit = _lit(r, name, colour, piece)
    return lit if condition.op == "=" else n.Not(lit)


# --- lights -------------------------------------------------------------------------------------


def _lights(r: Lookup) -> dict[str, n.Statement]:
    if _LIGHTS not in r.kept:
        found: dict[str, n.Statement] = {}
        for statement in r.file.statements:
            if isinstance(statement.head.node, n.LightHead):
                found.setdefault(fold(statement.head.node.name.text), statement)
        r.kept[_LIGHTS] = found
    return cast(dict[str, n.Statement], r.kept[_LIGHTS])


def _check_shades(r: Lookup, statement: n.Statement) -> None:
    node = cast(n.LightHead, statement.head.node)
    if not statement.children:
        r.notes.error(
            "E508", f"the light {node.name.text} has no colours", statement.head.span,
            "nothing stands below",
            hint="nest them, two spaces in: red when knee pain >= 6",
        )  # fmt: skip
    seen: dict[str, n.Piece[n.Node]] = {}
    for child in statement.children:
        shade = child.head.node
        if not isinstance(shade, n.Shade):  # it does not belong here, and is told of
            continue
        if shade.colour in seen:
            r.notes.error(
                "E507", f"{shade.colour} said twice", child.head.span, "which one holds?",
                labels=[Label(seen[shade.colour].span, "the first one is here")],
                hint="put the two together with `or`",
            )  # fmt: skip
        seen.setdefault(shade.colour, child.head)
        if shade.condition is None and shade.colour != "green":
            r.notes.error(
                "E510", f"{shade.colour} needs a condition", child.head.span,
                "only green may be what is left over",
                hint=f"write: {shade.colour} when knee pain > 3",
            )  # fmt: skip


def _lit(r: Lookup, name: str, colour: Colour, piece: n.Piece[n.Node] | None = None) -> n.Condition:
    """What a colour comes to: its own condition, unless a stricter colour is on.

    Green is what neither red nor amber is, and (where it says so) what its own condition asks.
    """
    shades = _shades(r, name, piece)
    own, red, amber = shades.get(colour), shades.get("red"), shades.get("amber")
    nothing = n.Either(())  # `or` of nothing is a no
    if colour == "red":
        return n.Lit(name, "red", own or nothing)
    if colour == "amber":
        return n.Lit(name, "amber", own or nothing, unless=red)
    parts = [n.Not(each) for each in (red, amber) if each is not None]
    return n.Lit(name, "green", n.Both((*parts, *((own,) if own else ()))))


def _shades(r: Lookup, name: str, piece: n.Piece[n.Node] | None) -> Shades:
    """The conditions of a light, resolved once; a light that asks for itself is a mistake."""
    making = cast(dict[str, Shades | None], r.kept.setdefault(_MAKING + " all", {}))
    if name in making:
        found = making[name]
        if found is None:
            span = piece.span if piece else _lights(r)[name].head.span
            r.notes.error(
                "E509", f"the light {name} asks for its own colour", span, "round a circle",
                hint="make it of questions and of pain: red when knee pain >= 6",
            )  # fmt: skip
        return found or {}
    making[name] = None
    r.kept[_MAKING] = True
    shades: Shades = {}
    for child in _lights(r)[name].children:
        shade = child.head.node
        if isinstance(shade, n.Shade) and shade.condition is not None:
            found_one = conditions.resolve(r, child.head, shade.condition, "athlete")
            shades.setdefault(shade.colour, found_one)
    r.kept[_MAKING] = False
    making[name] = shades
    return shades
