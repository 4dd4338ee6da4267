"""The `meso` command as a whole: its options, its commands, and what becomes of a failure."""

from __future__ import annotations

import sys

import click

from mesocycle.cli.command import LazyGroup, common_options
from mesocycle.cli.page import COMMANDS, page
from mesocycle.cli.terminal import BUG, INPUT_OUTPUT, Terminal
from mesocycle.loading.discovery import anybody


class _Meso(LazyGroup):
    """The group whose help is one page that fits a screen; plugins' commands come after ours."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        others: tuple[tuple[str, str], ...] = ()
        if anybody():
            from mesocycle.cli.strangers import strangers

            found = strangers()[0]
            others = tuple((each.name, each.summary) for each in found.values())
        formatter.write(page(ctx.ensure_object(Terminal).coloured(sys.stdout), others))

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Ours in the order of the page, then those of plugins."""
        own = super().list_commands(ctx)
        if anybody():
            from mesocycle.cli.strangers import strangers

            own += strangers()[0]
        return own

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name; plugins are asked for those that are not ours."""
        own = super().get_command(ctx, cmd_name)
        if own is not None or cmd_name.startswith("-") or not anybody():
            return own
        from mesocycle.cli.strangers import strangers

        found, faults = strangers()
        if cmd_name in found:
            return found[cmd_name].command
        ctx.ensure_object(Terminal).report(faults)
        return None

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; what it says of a wrong use may repeat what was typed, made safe."""
        try:
            return super().invoke(ctx)
        except click.ClickException as error:
            from mesocycle.cli.text import safe

            said = "\n".join(map(safe, error.message.split("\n")))
            vars(error).update(message=said)
            raise

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """`meso help` is `meso`, and `meso help check` is `meso check --help`."""
        if args == ["help"]:
            click.echo(ctx.get_help(), color=ctx.ensure_object(Terminal).colour)
            ctx.exit()
        return super().resolve_command(ctx, [args[1], "--help"] if args[0] == "help" else args)


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"meso {version('mesocycle')}")
        ctx.exit()


#: Commands whose name no module may have.
_MODULES = {"import": "importing"}


def _no_command(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), color=ctx.ensure_object(Terminal).colour)


meso = _Meso(
    name="meso",
    callback=click.pass_context(_no_command),
    modules={name: f"mesocycle.cli.{_MODULES.get(name, name)}" for name in COMMANDS},
    invoke_without_command=True,
    params=[
        *common_options(),
        click.Option(
            ["--version"], is_flag=True, expose_value=False, is_eager=True, callback=_version
        ),
    ],
    context_settings={"help_option_names": ["-h", "--help"]},
)


def run() -> None:
    """Run `meso` and exit: 0 fine, 1 mistakes, 2 usage, 3 a plugin failed, 4 input/output.

    A bug of mesocycle's own is one line and exit 70; `--debug` shows its traceback.
    """
    terminal = Terminal()
    try:
        meso.main(prog_name="meso", obj=terminal)
    except OSError as error:
        click.echo(f"meso: input/output failed: {error.strerror or error}", err=True)
        sys.exit(INPUT_OUTPUT)
    except Exception as bug:  # the last line of defence: a bug becomes a report
        if terminal.debug:
            raise
        name = type(bug).__name__
        click.echo(f"meso: this is a bug in mesocycle ({name}); --debug shows where", err=True)
        sys.exit(BUG)
