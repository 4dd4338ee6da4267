"""Where a command speaks: what it may print, in colour or not, and how loud.

Exit codes are here too, since the shell is who reads them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import IO

import click

from mesocycle.diagnostics import Diagnostic

#: The formats in which diagnostics are reported.
FORMATS = ("text", "short", "json")
#: The width of what goes into a file or a pipe.
COLUMNS = 100

OK = 0
MISTAKES = 1
USAGE = 2
PLUGIN_FAILED = 3
INPUT_OUTPUT = 4
#: A bug of ours; the number that sysexits.h gives to that.
BUG = 70

_GRAVEST_FIRST = (USAGE, INPUT_OUTPUT, MISTAKES, PLUGIN_FAILED)

#: Mistakes that are no one's text: files that cannot be read or written.
_INPUT_OUTPUT_CODES = frozenset({
    "E700", "E701", "E720", "E721", "E811", "E820", "E821", "E822",
    "E830", "E831", "E832", "E833", "E834", "E835", "E888",
})  # fmt: skip


class Terminal:
    """The settings that every command shares, and the ways to speak."""

    def __init__(self) -> None:
        self.colour: bool | None = None
        self.quiet = False
        self.verbose = False
        self.debug = False

    def coloured(self, stream: IO[str]) -> bool:
        """Whether to send colour: as asked, else to a terminal unless NO_COLOR is set."""
        if self.colour is not None:
            return self.colour
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        return not plain and stream.isatty()

    def say(self, text: str, *, nl: bool = True) -> None:
        """What the command was asked for: to standard output."""
        click.echo(text, nl=nl, color=self.coloured(sys.stdout))

    def remark(self, text: str) -> None:
        """Something about the work, to standard error; silent with --quiet."""
        if not self.quiet:
            click.echo(text, err=True, color=self.coloured(sys.stderr))

    def detail(self, text: str) -> None:
        """Something that is shown with --verbose only."""
        if self.verbose:
            self.remark(text)

    def report(
        self, diagnostics: Sequence[Diagnostic], form: str = "text", *, err: bool = True
    ) -> None:
        """Print diagnostics in the format `form`, and after text how many they are."""
        if self.quiet and form != "json":
            diagnostics = [d for d in diagnostics if d.severity == "error"]
        if not diagnostics and form != "json":
            return
        # Imported now: most runs have nothing to report.
        from mesocycle.cli import report

        colour = self.coloured(sys.stderr if err else sys.stdout)
        text = report.draw(diagnostics, form, columns=columns(), colour=colour)
        click.echo(text, nl=False, err=err, color=colour)
        if form == "text" and not self.quiet:
            click.echo(report.tally(diagnostics, colour), err=err, color=colour)


def columns() -> int:
    """The width of the terminal, as COLUMNS or the terminal itself says."""
    import shutil  # for this alone: it brings three kinds of compression with it

    return shutil.get_terminal_size((COLUMNS, 0)).columns


def exit_code(diagnostics: Iterable[Diagnostic]) -> int:
    """What the shell is told of these: the gravest, and 0 for warnings alone."""
    kinds = {_kind(d) for d in diagnostics if d.severity == "error"}
    return next((kind for kind in _GRAVEST_FIRST if kind in kinds), OK)


def _kind(diagnostic: Diagnostic) -> int:
    code = diagnostic.code
    if code in _INPUT_OUTPUT_CODES:
        return INPUT_OUTPUT
    if code.startswith(("E60", "E61")):
        return PLUGIN_FAILED
    asked = code.startswith("E62") and diagnostic.span is None  # with one, a plan asked
    return USAGE if asked or code.startswith("E81") else MISTAKES
