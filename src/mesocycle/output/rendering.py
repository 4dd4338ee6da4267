"""Programme to files: each wanted output runs in isolation, and the others go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

import msgspec

from mesocycle.diagnostics import Diagnostic, Diagnostics, Outcome
from mesocycle.output.faults import a_or_an, fault, note_printing
from mesocycle.output.isolation import attempt
from mesocycle.output.model import Context, OptionValue, Rendered
from mesocycle.output.offers import Offer
from mesocycle.output.options import did_you_mean, fill
from mesocycle.output.registry import Registry
from mesocycle.programme import Frozen, Programme

_NOTHING: Mapping[str, OptionValue] = MappingProxyType({})


class Product(Frozen):
    """A file to write: what `output` made, and how its name ends (without a dot)."""

    output: str
    suffix: str
    media_type: str
    content: bytes


class _Pristine:
    """The programme as it came in, to compare with and to copy from.

    Outputs are handed a copy. Its structs are frozen, but not every value in them is.
    """

    def __init__(self, programme: Programme) -> None:
        self._encoded = msgspec.json.encode(programme)
        self.copy = self._decode()
        self._encoded = msgspec.json.encode(self.copy)  # 8 for a float has become 8.0

    def _decode(self) -> Programme:
        return msgspec.json.decode(self._encoded, type=Programme)

    def restore(self) -> bool:
        """Put back what an output changed; whether anything was."""
        if attempt(lambda: msgspec.json.encode(self.copy) == self._encoded).value:
            return False
        self.copy = self._decode()
        return True


def render(
    registry: Registry,
    programme: Programme,
    wanted: Sequence[str],
    *,
    options: Mapping[str, Mapping[str, OptionValue]] | None = None,
    previous: Mapping[str, bytes] | None = None,
    built: datetime | None = None,
) -> Outcome[tuple[Product, ...]]:
    """What the `wanted` outputs make of the programme, in the order of `wanted`.

    `options`, as typed or as values, and `previous`, what was made last time, go by the
    output's name. The value holds every file that could be made, beside the errors of those
    that could not: E610 to E613 are a plugin's, E620 to E623 are for who asked.
    """
    notes = Diagnostics()
    pristine = _Pristine(programme)
    products = []
    given = options or {}
    _check_names(registry, given, notes)
    for offer in _choose(registry, wanted, notes):
        values, wrong = fill(offer.name, offer.options, given.get(offer.name, _NOTHING))
        notes.extend(wrong)
        if wrong:
            continue
        last = (previous or {}).get(offer.name)
        context = Context(options=MappingProxyType(values), previous=last, built=built)
        content = _run(offer, pristine, context, notes)
        if content is not None:
            products.append(
                Product(
                    output=offer.name,
                    suffix=offer.suffix,
                    media_type=offer.media_type,
                    content=content,
                )
            )
    return Outcome(tuple(products), tuple(notes))


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
            holder = chosen[offer.suffix].name
            message = f"{name} and {holder} would write the same file, .{offer.suffix}"
            hint = "build them into different folders"
            notes.add(Diagnostic(code="E621", message=message, hints=(hint,)))
        else:
            chosen[offer.suffix] = offer
    return list(chosen.values())


def _unknown(registry: Registry, name: str) -> Diagnostic:
    hint = did_you_mean(name, registry.outputs, "outputs")
    return Diagnostic(code="E620", message=f"unknown output {name!r:.60}", hints=(hint,))


def _run(offer: Offer, pristine: _Pristine, context: Context, notes: Diagnostics) -> bytes | None:
    """What one output made, or None and notes of what went wrong."""
    who = offer.entry_point
    done = attempt(lambda: offer.output.render(pristine.copy, context), own=who.owns)
    note_printing(notes, who, done)
    if pristine.restore():
        notes.add(fault("E612", who, f"changed the programme while making {offer.name}"))
        return None
    if done.error is not None:
        notes.add(fault("E610", who, f"failed to make {offer.name}", done))
        return None
    if wrong := _wrong(done.value):
        notes.add(fault("E611", who, f"made {offer.name} wrongly: {wrong}"))
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
    return rendered.content


def _wrong(made: object) -> str | None:
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
    return None if made.content else "it made an empty file"
