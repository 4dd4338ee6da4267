"""How commands are made: the options all of them take, and loading on demand."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import click

from mesocycle.cli.terminal import Terminal


class Command(click.Command):
    """A command that also takes the options of `meso` itself (`meso check -q`)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params += common_options(hidden=True)


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports one only when it is called.

    `modules` maps a command's name to the module that has it, as `command`.
    """

    def __init__(self, *args: Any, modules: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names, in the order of the help page."""
        return list(self._modules)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        cmd_name: str,
    ) -> click.Command | None:
        """The command of this name, imported now; None if there is none."""
        if cmd_name not in self._modules:
            return None
        command: click.Command = import_module(self._modules[cmd_name]).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that `args` begin with; an unknown one is answered with the nearest."""
        name = args[0]
        if not name.startswith("-") and self.get_command(ctx, name) is None:
            ctx.fail(f"there is no command {name!r}{did_you_mean(name, self.list_commands(ctx))}")
        return super().resolve_command(ctx, args)


def common_options(*, hidden: bool = False) -> list[click.Parameter]:
    """`--color`, `-q`, `-v` and `--debug`, which set the shared `Terminal`; whom to let in."""
    table: tuple[tuple[list[str], str, str], ...] = (
        (["--color/--no-color"], "colour", "Colour, or none; by default on a terminal only."),
        (["-q", "--quiet"], "quiet", "Say less: errors only."),
        (["-v", "--verbose"], "verbose", "Say more."),
        (["--debug"], "debug", "Show a traceback if mesocycle itself fails."),
    )
    return [
        click.Option(
            names,
            is_flag=True,
            default=None,
            expose_value=False,
            callback=_setter(field),
            help=text,
            hidden=hidden,
        )
        for names, field, text in table
    ] + _plugin_options(hidden=hidden)


def _plugin_options(*, hidden: bool) -> list[click.Parameter]:
    """`--no-plugins` and `--plugins-dir`: for this run, what the environment may say for all."""
    return [
        click.Option(
            ["--no-plugins"],
            is_flag=True,
            expose_value=False,
            is_eager=True,
            callback=_switch("MESO_NO_PLUGINS", lambda _: "1"),
            help="Use no plugin but the bundled outputs, as with MESO_NO_PLUGINS=1.",
            hidden=hidden,
        ),
        click.Option(
            ["--plugins-dir"],
            multiple=True,
            type=click.Path(exists=True, file_okay=False),
            metavar="DIR",
            expose_value=False,
            is_eager=True,
            callback=_switch("MESO_PLUGINS_DIR", _paths),
            help="Use the plugins of one file in this folder; it may be given more than once.",
            hidden=hidden,
        ),
    ]


def _paths(folders: Sequence[str]) -> str:
    """As PATH has them, from wherever they are looked for."""
    return os.pathsep.join(map(os.path.abspath, folders))


def _switch(
    variable: str, text: Callable[[Any], str]
) -> Callable[[click.Context, click.Parameter, Any], None]:
    """Sets a variable of the environment until the command ends: its own processes see it too."""

    def set_it(ctx: click.Context, _: click.Parameter, value: Any) -> None:
        if not value:
            return
        before = os.environ.get(variable)
        os.environ[variable] = text(value)

        def put_back() -> None:
            if before is None:
                os.environ.pop(variable, None)
            else:
                os.environ[variable] = before

        ctx.find_root().call_on_close(put_back)

    return set_it


def _setter(field: str) -> Callable[[click.Context, click.Parameter, bool | None], None]:
    def set_it(ctx: click.Context, _: click.Parameter, value: bool | None) -> None:
        terminal = ctx.ensure_object(Terminal)
        if value is not None:
            setattr(terminal, field, value)

    return set_it


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """`; did you mean check?`, or nothing if no name is near."""
    from difflib import get_close_matches

    close = get_close_matches(word, known, n=1)
    return f"; did you mean {close[0]}?" if close else ""
