"""One output by itself, run as a build would run it."""

from __future__ import annotations

from collections.abc import Mapping

from mesocycle.diagnostics import Outcome
from mesocycle.output.entry_points import EntryPoint
from mesocycle.output.model import OptionValue, Output
from mesocycle.output.offers import Offer, read_offer
from mesocycle.output.registry import Registry
from mesocycle.output.rendering import Product, render
from mesocycle.programme import Programme


def offered(output: Output) -> Offer:
    """`output` as a build accepts it.

    Raises:
        AssertionError: it is no output; the message says why.
    """
    # A failure is reported as that of the module under test.
    who = EntryPoint(name="contract", value=type(output).__module__, distribution="contract")
    offer = read_offer(output, who)
    if not isinstance(offer, Offer):
        raise AssertionError(offer)
    return offer


def rendered(
    output: Output,
    programme: Programme,
    *,
    options: Mapping[str, OptionValue] | None = None,
    previous: bytes | None = None,
) -> Outcome[tuple[Product, ...]]:
    """What `output` makes of the programme when it runs as it would in a build.

    Raises:
        AssertionError: it is no output; the message says why.
    """
    offer = offered(output)
    return render(
        Registry(outputs={offer.name: offer}, plugins=()),
        programme,
        [offer.name],
        options={offer.name: options or {}},
        previous={} if previous is None else {offer.name: previous},
    )


def content(output: Output, programme: Programme, **options: OptionValue) -> bytes:
    """The bytes that `output` makes, which it must make without a word.

    Raises:
        AssertionError: there were diagnostics; the message lists them.
    """
    done = rendered(output, programme, options=options)
    require(not done.diagnostics, told(done))
    return done.unwrap()[0].content


def require(holds: bool, otherwise: str) -> None:
    """AssertionError, unless it holds; also where Python leaves out its own asserts."""
    if not holds:
        raise AssertionError(otherwise)


def told(done: Outcome[tuple[Product, ...]]) -> str:
    """The diagnostics in a line."""
    return "; ".join(f"{each.code} {each.message} {each.hints}" for each in done.diagnostics)
