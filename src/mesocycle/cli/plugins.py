"""`meso plugins`: the outputs, where they come from, and what failed to load."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from mesocycle.cli.command import LazyGroup, common_options
from mesocycle.cli.paint import Paint
from mesocycle.cli.terminal import PLUGIN_FAILED, Terminal
from mesocycle.cli.text import safe
from mesocycle.diagnostics import Diagnostic, Diagnostics
from mesocycle.loading.plugins import plugins
from mesocycle.output.options import as_typed
from mesocycle.output.registry import Plugin, Registry, load


def _list(ctx: click.Context, everything: bool) -> None:
    """The outputs, unless something else is asked for."""
    if ctx.invoked_subcommand is not None:
        return
    terminal = ctx.ensure_object(Terminal)
    loaded = load(plugins())
    registry = loaded.value
    assert registry is not None  # there always is one
    paint = Paint(terminal.coloured(sys.stdout))
    for plugin in registry.plugins:
        if plugin.outputs or plugin.problems or everything:
            terminal.say("\n".join(_lines(plugin, registry, everything, paint)))
    others = _of_other_hooks(registry) if everything else ()
    terminal.report(others)
    if any(d.severity == "error" for d in (*loaded.diagnostics, *others)):
        ctx.exit(PLUGIN_FAILED)


command = LazyGroup(
    name="plugins",
    modules={"show": "mesocycle.cli.plugins_show"},
    callback=click.pass_context(_list),
    invoke_without_command=True,
    params=[
        click.Option(
            ["--all", "everything"],
            is_flag=True,
            help="Also hooks, options, versions, how long loading took, and what failed.",
        ),
        *common_options(hidden=True),
    ],
    help="""List the outputs that `build --to` knows, and the plugins that bring them.

    `meso plugins show NAME` tells what can be set about an output. Exit 3 if a plugin failed
    to load.""",
)


def _of_other_hooks(registry: Registry) -> tuple[Diagnostic, ...]:
    """What is wrong with commands, rules and libraries, but for what the list says already."""
    from mesocycle.cli.strangers import strangers
    from mesocycle.output.linting import Lints
    from mesocycle.output.shelves import libraries

    notes = Diagnostics()
    notes.extend(strangers()[1])
    notes.extend(Lints(plugins()).faults)
    libraries(plugins(), notes)
    told = {problem for plugin in registry.plugins for problem in plugin.problems}
    return tuple(dict.fromkeys(each for each in notes.sorted() if each.message not in told))


def _lines(plugin: Plugin, registry: Registry, everything: bool, paint: Paint) -> Iterator[str]:
    whence = "bundled" if plugin.bundled else safe(_distribution(plugin))
    for name in plugin.outputs:
        offer = registry.outputs[name]
        yield f"{paint(f'{name:<12}', 'strong')} {safe(offer.summary)}  {paint(whence, 'dim')}"
        if everything:
            yield f"{'':12} .{offer.suffix}, {offer.media_type}, programme {offer.programme}"
            for option in offer.options:
                setting = f"--option {name}.{option.name}={safe(as_typed(option))}"
                yield f"{'':12} {setting}  {safe(option.help)}"
    if not plugin.outputs:
        yield f"{paint(f'{safe(plugin.entry_point.name):<12}', 'strong')} {paint(whence, 'dim')}"
    if everything and plugin.hooks:
        took = f"; loaded in {plugin.seconds * 1000:.0f} ms" if plugin.seconds is not None else ""
        yield f"{'':12} hooks: {', '.join(plugin.hooks)}{took}"
    for problem in plugin.problems:
        yield f"{'':12} {paint('failed', 'error')}: {safe(problem)}"


def _distribution(plugin: Plugin) -> str:
    return f"{plugin.entry_point.distribution} {plugin.entry_point.version}".strip()
