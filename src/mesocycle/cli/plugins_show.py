"""`meso plugins show NAME`: what an output is, what can be set about it, and how."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from mesocycle.cli.command import Command
from mesocycle.cli.completion import complete_output
from mesocycle.cli.paint import Paint
from mesocycle.cli.terminal import Terminal
from mesocycle.cli.text import safe
from mesocycle.diagnostics import Diagnostic
from mesocycle.loading.plugins import plugins
from mesocycle.output.model import Option
from mesocycle.output.offers import Offer
from mesocycle.output.options import as_typed, did_you_mean
from mesocycle.output.registry import load


@click.command("show", cls=Command)
@click.argument("name", metavar="NAME", shell_complete=complete_output)
@click.pass_context
def command(ctx: click.Context, name: str) -> None:
    """Tell what an output is: its file, its options with their types, and three ways to set one."""
    terminal = ctx.ensure_object(Terminal)
    loaded = load(plugins())
    assert loaded.value is not None  # there always is a registry
    offer = loaded.value.outputs.get(name)
    if offer is None:
        failed = [d for d in loaded.diagnostics if d.severity == "error"]
        hint = did_you_mean(name, loaded.value.outputs, "outputs")
        told = Diagnostic(code="E620", message=f"unknown output {name!r:.60}", hints=(hint,))
        terminal.report([*failed, told])
        ctx.exit(2)
    terminal.say("\n".join(_lines(offer, Paint(terminal.coloured(sys.stdout)))))


def _lines(offer: Offer, paint: Paint) -> Iterator[str]:
    yield f"{paint(offer.name, 'strong')}  {safe(offer.summary)}"
    yield f"  writes .{offer.suffix}, {offer.media_type}"
    yield f"  from {safe(offer.title)}, for programme {offer.programme}"
    if not offer.options:
        yield "  nothing can be set about it"
        return
    yield "\nOptions"
    for option in offer.options:
        kind = " | ".join(option.choices) if option.type == "choice" else option.type
        if option.may_be_off or option.default is None:
            kind += " | off"
        default = safe(as_typed(option)) or '""'
        yield f"  {paint(option.name, 'good')}  {safe(kind)}, by default {default}"
        yield f"      {safe(option.help)}"
    example = offer.options[0]
    value = safe(_example(example))
    quoted = value if example.type in ("flag", "number") and value != "off" else f'"{value}"'
    yield "\nSet one of them"
    yield f"  for one build      --option {offer.name}.{example.name}={value}"
    yield f"  in the plan        output {offer.name}: {example.name} {value or quoted}"
    yield f"  in mesocycle.toml  [output.{offer.name}]"
    yield f"                     {example.name} = {quoted}"


def _example(option: Option) -> str:
    """A value that one might type: another choice than the default, a time where it is off."""
    if option.type == "choice":
        return next((each for each in option.choices if each != option.default), as_typed(option))
    if option.type == "file":
        return "FILE"
    if option.default is None:
        return {"duration": "30min", "number": "1"}.get(option.type, as_typed(option))
    return as_typed(option)
