"""`meso plugins`: the outputs, where they come from, and what failed to load."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from mesocycle.cli.command import Command
from mesocycle.cli.paint import Paint
from mesocycle.cli.terminal import PLUGIN_FAILED, Terminal
from mesocycle.cli.text import safe
from mesocycle.loading.plugins import installed_plugins
from mesocycle.output.options import as_typed
from mesocycle.output.registry import Plugin, Registry, load


@click.command("plugins", cls=Command)
@click.option("--all", "everything", is_flag=True, help="Also hooks, options, and what failed.")
@click.pass_context
def command(ctx: click.Context, everything: bool) -> None:
    """List the outputs that `build --to` knows, and the plugins that bring them.

    Exit 3 if a plugin failed to load.
    """
    terminal = ctx.ensure_object(Terminal)
    loaded = load(installed_plugins())
    registry = loaded.value
    assert registry is not None  # there always is one
    paint = Paint(terminal.coloured(sys.stdout))
    for plugin in registry.plugins:
        if plugin.outputs or plugin.problems or everything:
            terminal.say("\n".join(_lines(plugin, registry, everything, paint)))
    if any(d.severity == "error" for d in loaded.diagnostics):
        ctx.exit(PLUGIN_FAILED)


def _lines(plugin: Plugin, registry: Registry, everything: bool, paint: Paint) -> Iterator[str]:
    whence = "bundled" if plugin.bundled else safe(_distribution(plugin))
    for name in plugin.outputs:
        offer = registry.outputs[name]
        yield f"{paint(f'{name:<12}', 'strong')} {safe(offer.summary)}  {paint(whence, 'dim')}"
        if everything:
            yield f"{'':12} .{offer.suffix}, {offer.media_type}"
            for option in offer.options:
                setting = f"--option {name}.{option.name}={safe(as_typed(option))}"
                yield f"{'':12} {setting}  {safe(option.help)}"
    if not plugin.outputs:
        yield f"{paint(f'{safe(plugin.entry_point.name):<12}', 'strong')} {paint(whence, 'dim')}"
    if everything and plugin.hooks:
        yield f"{'':12} hooks: {', '.join(plugin.hooks)}"
    for problem in plugin.problems:
        yield f"{'':12} {paint('failed', 'error')}: {safe(problem)}"


def _distribution(plugin: Plugin) -> str:
    return f"{plugin.entry_point.distribution} {plugin.entry_point.version}".strip()
