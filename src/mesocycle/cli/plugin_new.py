"""`meso plugin new NAME [DIR]`: a whole project of a plugin that works, to be changed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from shlex import quote

import click

from mesocycle.bundled import BUNDLED
from mesocycle.cli.command import Command
from mesocycle.cli.terminal import INPUT_OUTPUT, Terminal
from mesocycle.cli.text import safe
from mesocycle.loading import reason_of, shown_name

#: What is written: one template for this command and for copier; copier.yml says the same as
#: `values` below.
TEMPLATE = os.path.join(os.path.dirname(__file__), "plugin_template")

#: What a plugin may bring, by its hook, and what is said of it.
HOOKS = {
    "outputs": (
        "The output {name}: one line for each session.",
        "`meso build my.plan --to {name}` makes it.",
    ),
    "progressions": (
        "The progression {name}: a step after every session that went well.",
        "`progress with {name}(2.5kg)` in a plan uses it.",
    ),
    "lints": (
        "The rule {name} for meso check: sessions that take very long.",
        "`meso check my.plan` applies it.",
    ),
    "libraries": (
        "The library {name}: exercises for plans to use.",
        "`use {name}` in a plan uses it.",
    ),
}

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LONGEST = 40
_VALUE = re.compile(r"\{\{ ?(\w+) ?\}\}")
_SUFFIX = ".jinja"

#: What only copier fills in: its own notes.
_COPIERS = "{{_copier_conf"


@click.command("new", cls=Command)
@click.argument("name")
@click.argument("folder", metavar="[DIR]", required=False)
@click.option(
    "--hook",
    type=click.Choice(list(HOOKS)),
    default="outputs",
    show_default=True,
    help="What the plugin brings: an output, a progression, a rule for check, or a library.",
)
@click.pass_context
def command(ctx: click.Context, name: str, folder: str | None, hook: str) -> None:
    """Write the project of a plugin, with code, tests and a README, that works as it is.

    NAME is what people will type, as in `--to agenda`. DIR is mesocycle-NAME unless named. A
    file that is there already is never overwritten.
    """
    terminal = ctx.ensure_object(Terminal)
    _check(name, hook)
    folder = folder or f"mesocycle-{name}"
    shown = safe(shown_name(folder))
    files = dict(project(name, hook))
    there = [each for each in files if os.path.lexists(os.path.join(folder, each))]
    if there:
        raise click.UsageError(f"{shown} has a {there[0]} already; name another folder")
    try:
        for path, text in files.items():
            _write(os.path.join(folder, path), text)
            terminal.remark(f"wrote {safe(shown_name(os.path.join(folder, path)))}")
    except OSError as error:
        click.echo(f"meso: cannot write to {shown}: {reason_of(error)}", err=True)
        ctx.exit(INPUT_OUTPUT)
    terminal.say(f"next: cd {quote(shown)} && pip install -e '.[test]' && pytest")


def project(name: str, hook: str) -> Iterator[tuple[str, str]]:
    """The files of a plugin of that name: each with its path below the project's folder."""
    known = values(name, hook)
    for folder, folders, files in os.walk(TEMPLATE):
        folders.sort()
        below = os.path.relpath(folder, TEMPLATE)
        for file in sorted(files):
            written = os.path.normpath(os.path.join(below, file)).split(os.sep)
            parts = [_filled(part.removesuffix(_SUFFIX), known) for part in written]
            if not all(parts) or file.startswith(_COPIERS):
                continue
            with open(os.path.join(folder, file), encoding="utf-8") as template:
                text = template.read()
            yield "/".join(parts), _filled(text, known) if file.endswith(_SUFFIX) else text


def values(name: str, hook: str) -> dict[str, str]:
    """What the template's names stand for. A folder that stands for nothing is left out."""
    about, usage = (each.format(name=name) for each in HOOKS[hook])
    package = f"mesocycle_{name.replace('-', '_')}"
    known = {
        "name": name,
        "package": package,
        "title": "".join(part.capitalize() for part in name.split("-")),
        "group": "mesocycle.libraries" if hook == "libraries" else "mesocycle",
        "about": about,
        "usage": usage,
    }
    for each in HOOKS:
        known |= {each: package, f"{each}_tests": "tests"} if each == hook else {}
        known |= {} if each == hook else {each: "", f"{each}_tests": ""}
    return known


def _filled(text: str, known: dict[str, str]) -> str:
    return _VALUE.sub(lambda match: known[match[1]], text)


def _check(name: str, hook: str) -> None:
    """A name that people can type, and that nobody has.

    Raises:
        click.UsageError: it is not; with one that would be.
    """
    if not (_NAME.fullmatch(name) and len(name) <= _LONGEST):
        wanted = f"a name is of lower case letters, digits and -, at most {_LONGEST}"
        raise click.UsageError(f"{safe(name)!r:.60} is no name{_instead(name)}: {wanted}")
    if name.startswith("mesocycle-"):
        raise click.UsageError(f"the project will be called mesocycle-NAME{_instead(name)}")
    if name in _taken(hook):
        raise click.UsageError(f"mesocycle has {name} itself; did you mean my-{name}?")


def _instead(name: str) -> str:
    """`; did you mean my-agenda?`, if anything is left of the name."""
    words = re.findall(r"[a-z0-9]+", re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower())
    words = words[1:] if words[:1] == ["mesocycle"] else words
    near = "-".join(words).lstrip("0123456789-")[:_LONGEST].rstrip("-")
    return f"; did you mean {near}?" if _NAME.fullmatch(near) else ""


def _taken(hook: str) -> tuple[str, ...]:
    if hook != "libraries":
        return BUNDLED
    from mesocycle.loading.libraries import bundled_libraries

    return (*BUNDLED, *bundled_libraries())


def _write(path: str, text: str) -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    # "x" refuses to overwrite even what appeared since we looked.
    with open(path, "x", encoding="utf-8", newline="\n") as file:
        file.write(text)
