"""Progressions that plugins offer, for names that neither the plan nor its libraries define."""

from __future__ import annotations

from typing import cast

from mesocycle.catalogue.lookup import Lookup
from mesocycle.compiler.checked import Progression
from mesocycle.compiler.resolve.ruling import kind_of
from mesocycle.progressions import Offered, Offers, Parameter, Value
from mesocycle.syntax import nodes as n

#: What each kind of parameter wants, in words.
_WANTED = {
    "load": "a load, such as 2.5kg", "percent": "a per cent, such as 2.5%",
    "number": "a whole number, such as 2", "name": "a word",
}  # fmt: skip


def names(r: Lookup) -> list[str]:
    """Every progression that installed plugins offer."""
    offers = _offers(r)
    return list(offers.all()) if offers is not None else []


def offered(r: Lookup, name: str) -> Offered | None:
    """The progression of that name, if a plugin offers it; else what failed to load is told."""
    offers = _offers(r)
    if offers is None:
        return None
    found = offers.all().get(name)
    if found is None:
        r.notes.extend(offers.faults())
    return found


def _offers(r: Lookup) -> Offers | None:
    return cast("Offers | None", r.kept.get("offers"))


def plugged(r: Lookup, piece: n.Piece[n.Node], call: n.Named, what: Offered) -> Progression:
    """The plugin's progression, with its arguments as it wants them."""
    free = {parameter.name: parameter for parameter in what.parameters}
    given: dict[str, Value] = {}
    for argument in call.arguments:
        name = argument.name.text if argument.name else next(iter(free), None)
        if name is None or name not in free:
            _unknown(r, piece, argument, what)
            continue
        value = _value(r, piece, argument, free.pop(name))
        if value is not None:
            given[name] = value
    for name, parameter in free.items():
        if parameter.default is not None:
            given[name] = parameter.default
            continue
        r.notes.error(
            "E382", f"{what.name} is not told its {name}", piece.at(call.name),
            f"{name} is {_WANTED[parameter.kind]}",
            hint=f"write: progress with {what.name}({name}: …)",
        )  # fmt: skip
    ordered = [p.name for p in what.parameters if p.name in given]
    arguments = tuple((name, given[name]) for name in ordered)
    return Progression(plugin=what.name, arguments=arguments, offer=what)


def _unknown(r: Lookup, piece: n.Piece[n.Node], argument: n.Argument, what: Offered) -> None:
    word = argument.name or argument.text
    known = [parameter.name for parameter in what.parameters]
    if argument.name is not None:
        label = f"{what.name} has {', '.join(known) or 'none'}"
        r.unknown("E381", "argument", piece, word, known, label)
    else:
        r.notes.error(
            "E381", f"{what.name} has no place for {word.text}", piece.at(word),
            f"it has {len(known) or 'no'} parameter{'' if len(known) == 1 else 's'}",
            hint="leave it out",
        )  # fmt: skip


def _value(
    r: Lookup, piece: n.Piece[n.Node], argument: n.Argument, parameter: Parameter
) -> Value | None:
    if kind_of(argument) == parameter.kind:
        return argument.text.text if argument.value is None else argument.value
    wanted = _WANTED[parameter.kind]
    r.notes.error(
        "E383", f"{parameter.name} is not {argument.text.text}", piece.at(argument.text),
        f"wants {wanted}",
        hint=f"write {wanted}",
    )  # fmt: skip
    return None
