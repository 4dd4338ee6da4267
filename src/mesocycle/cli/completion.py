"""What the shell completes: outputs, and their options with the values that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from mesocycle.output.offers import Offer

_FLAGS = ("on", "off")


def complete_output(
    ctx: click.Context,  # noqa: ARG001 - click's signature
    param: click.Parameter,  # noqa: ARG001 - click's signature
    incomplete: str,
) -> list[CompletionItem]:
    """Names of outputs."""
    return [
        CompletionItem(offer.name, help=offer.summary)
        for offer in _offers()
        if offer.name.startswith(incomplete)
    ]


def complete_outputs(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """A list of outputs with commas: the last one is completed, and none is offered twice."""
    *before, last = incomplete.split(",")
    front = "".join(f"{each}," for each in before)
    found = complete_output(ctx, param, last)
    return [
        CompletionItem(front + item.value, help=item.help)
        for item in found
        if item.value not in before
    ]


def complete_option(
    ctx: click.Context,  # noqa: ARG001 - click's signature
    param: click.Parameter,  # noqa: ARG001 - click's signature
    incomplete: str,
) -> list[CompletionItem]:
    """`OUTPUT.NAME=VALUE`, part by part."""
    items = []
    for offer in _offers():
        for option in offer.options:
            setting = f"{offer.name}.{option.name}="
            if not incomplete.startswith(setting):
                items.append(CompletionItem(setting, help=option.help))
                continue
            values = list(option.choices) if option.type == "choice" else []
            values += _FLAGS if option.type == "flag" else ()
            if option.type in ("number", "duration") and (
                option.may_be_off or option.default is None
            ):
                values.append("off")
            items += [CompletionItem(setting + value) for value in values]
    return [item for item in items if item.value.startswith(incomplete)]


def _offers() -> list[Offer]:
    """All outputs; the shell waits for them, and for nothing else."""
    from mesocycle.loading.plugins import plugins
    from mesocycle.output.registry import load

    registry = load(plugins()).value
    return list(registry.outputs.values()) if registry else []
