"""Programme to files: each wanted output runs in isolation, and the others go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

import msgspec

from mesocycle.diagnostics import Diagnostic, Diagnostics, Outcome
from mesocycle.output.faults import a_or_an, fault, note_printing
from mesocycle.output.isolation import Guard, attempt
from mesocycle.output.model import Context, OptionValue, Rendered
from mesocycle.output.offers import Offer, wrong_kind
from mesocycle.output.options import Setting, did_you_mean, fill, misset
from mesocycle.output.pristine import Pristine
from mesocycle.output.registry import Registry
from mesocycle.programme import Frozen, Programme

_NOTHING: Mapping[str, OptionValue] = MappingProxyType({})


class Product(Frozen):
    """A file to write: what `output` made, and how its name ends (without a dot)."""

    output: str
    suffix: str
    media_type: str
    content: bytes


def render(
    registry: Registry,
    programme: Programme,
    wanted: Sequence[str],
    *,
    options: Mapping[str, Mapping[str, OptionValue]] | None = None,
    settings: Sequence[Setting] = (),
    previous: Mapping[str, bytes] | None = None,
    built: datetime | None = None,
) -> Outcome[tuple[Product, ...]]:
    """What the `wanted` outputs make of the programme, in the order of `wanted`.

    `options`, as typed or as values, and `previous`, what was made last time, go by the
    output's name. `settings` are what the plan and other files say, where `options` say nothing;
    of two the later holds. The value holds every file that could be made, beside the errors of
    those that could not: E610 to E613 are a plugin's, E620 to E623 are for who asked.
    """
    notes = Diagnostics()
    pristine = Pristine(programme)
    products = []
    given = options or {}
    _check_names(registry, given, notes)
    chosen = _choose(registry, wanted, notes)
    holders = {offer.suffix: offer.name for offer in chosen}
    for offer in chosen:
        asked = given.get(offer.name, _NOTHING)
        values, wrong = fill(offer.name, offer.options, asked, settings)
        notes.extend(wrong)
        if wrong:
            continue
        last = (previous or {}).get(offer.name)
        context = Context(options=MappingProxyType(values), previous=last, built=built)
        product = _run(offer, pristine, context, registry.guard, notes)
        if product is None:
            continue
        holder = holders.setdefault(product.suffix, offer.name)
        if holder == offer.name:
            products.append(product)
        else:
            notes.add(_clash(offer.name, holder, product.suffix))
    return Outcome(tuple(products), tuple(notes))


def check_settings(registry: Registry, settings: Sequence[Setting]) -> tuple[Diagnostic, ...]:
    """What is wrong with `settings`: E620 to E623.

    An output that there is none of is a warning, W632, where plugins were kept away or failed:
    it may be one of theirs.
    """
    notes = Diagnostics()
    for name in dict.fromkeys(each.output for each in settings):
        offer = registry.outputs.get(name)
        if offer is not None:
            notes.extend(fill(name, offer.options, {}, settings)[1])
            continue
        first = next(each for each in settings if each.output == name)
        if registry.complete:
            hint = did_you_mean(name, registry.outputs, "outputs")
            notes.add(misset(first, "E620", f"unknown output {name!r:.60}", hint))
            continue
        told = misset(first, "W632", f"no output {name!r:.60} here", "its plugin is not loaded")
        notes.add(msgspec.structs.replace(told, severity="warning"))
    return tuple(notes)


def _check_names(
    registry: Registry, given: Mapping[str, Mapping[str, OptionValue]], notes: Diagnostics
) -> None:
    """Options are for outputs that exist, wanted this time or not."""
    for name in given:
        if name not in registry.outputs:
            notes.add(_unknown(registry, name))


def _choose(registry: Registry, wanted: Sequence[str], notes: Diagnostics) -> list[Offer]:
    chosen: dict[str, Offer] = {}
    for name in dict.fromkeys(wanted):
        offer = registry.outputs.get(name)
        if offer is None:
            notes.add(_unknown(registry, name))
        elif offer.suffix in chosen:
            notes.add(_clash(name, chosen[offer.suffix].name, offer.suffix))
        else:
            chosen[offer.suffix] = offer
    return list(chosen.values())


def _clash(name: str, holder: str, suffix: str) -> Diagnostic:
    message = f"{name} and {holder} would write the same file, .{suffix}"
    return Diagnostic(code="E621", message=message, hints=("build them into different folders",))


def _unknown(registry: Registry, name: str) -> Diagnostic:
    hints = [did_you_mean(name, registry.outputs, "outputs")]
    if not registry.complete:
        hints.append("plugins failed or were kept away; it may be one of theirs")
    return Diagnostic(code="E620", message=f"unknown output {name!r:.60}", hints=tuple(hints))


def _run(
    offer: Offer, pristine: Pristine, context: Context, guard: Guard, notes: Diagnostics
) -> Product | None:
    """What one output made, or None and notes of what went wrong."""
    who = offer.entry_point
    done = attempt(lambda: offer.output.render(pristine.copy, context), own=who.owns, guard=guard)
    note_printing(notes, who, done)
    if pristine.restore():
        notes.add(fault("E612", who, f"changed the programme while making {offer.name}"))
        return None
    if done.error is not None:
        notes.add(fault("E610", who, f"failed to make {offer.name}", done))
        return None
    if wrong := _wrong(done.value, offer):
        hint = "end render with: return Rendered(text.encode())"
        notes.add(fault("E611", who, f"made {offer.name} wrongly: {wrong}", hint=hint))
        return None
    rendered = done.value
    assert rendered is not None
    for warning in rendered.warnings:
        message = f"{offer.name}: {warning}"
        notes.add(Diagnostic(code="W631", message=message, severity="warning"))
    if rendered.content is None:
        message = f"{offer.name} was not made: {rendered.refusal}"
        hints = (rendered.hint,) if rendered.hint else ()
        notes.add(Diagnostic(code="E613", message=message, hints=hints))
        return None
    return Product(
        output=offer.name,
        suffix=rendered.suffix or offer.suffix,
        media_type=rendered.media_type or offer.media_type,
        content=rendered.content,
    )


def _wrong(made: object, offer: Offer) -> str | None:
    """What keeps `made` from being a good answer: a plugin may return anything."""
    if not isinstance(made, Rendered):
        return f"it returned {a_or_an(made)}, not a Rendered"
    warnings: object = made.warnings
    if not (isinstance(warnings, tuple) and all(isinstance(each, str) for each in warnings)):
        return "its warnings are not a tuple of texts"
    if made.content is None:
        return None if isinstance(made.refusal, str) and made.refusal else "it gave no reason"
    if not isinstance(made.content, bytes):
        return f"its content is {a_or_an(made.content)}, not bytes"
    if not made.content:
        return "it made an empty file"
    return wrong_kind(made.suffix or offer.suffix, made.media_type or offer.media_type)
