"""`meso explain CODE`: what a diagnostic means, and how its mistake is mended."""

from __future__ import annotations

import sys
from textwrap import fill, indent

import click

from mesocycle.cli.command import Command, did_you_mean
from mesocycle.cli.paint import Paint
from mesocycle.cli.terminal import Terminal
from mesocycle.codes import CODES, Code


@click.command("explain", cls=Command)
@click.argument("code", required=False)
@click.pass_obj
def command(terminal: Terminal, code: str | None) -> None:
    """Tell what a diagnostic means, with a broken and a mended example.

    Without CODE, list all of them.
    """
    paint = Paint(terminal.coloured(sys.stdout))
    if code is None:
        rows = (f"{paint(known.code, 'strong')}  {known.title}" for known in CODES.values())
        terminal.say("\n".join(rows))
        return
    wanted = code.strip().upper()
    if wanted not in CODES:
        plugin, _, rule = code.strip().partition("/")
        if rule:
            why = f"{code!r} is a rule of the plugin {plugin!r}: its distribution tells more"
            raise click.UsageError(why)
        meant = did_you_mean(wanted, list(CODES)) or "; `meso explain` lists them"
        raise click.UsageError(f"there is no diagnostic {code!r}{meant}")
    terminal.say(_page(CODES[wanted], paint))


def _page(code: Code, paint: Paint) -> str:
    parts = [
        f"{paint(code.code, 'error')}  {paint(code.title, 'strong')}",
        fill(code.explanation, 80),
    ]
    for heading, example in (("Wrong:", code.broken), ("Right:", code.mended)):
        if example.strip():
            parts += [paint(heading, "strong"), indent(example.strip("\n"), "    ")]
    return "\n\n".join(parts)
