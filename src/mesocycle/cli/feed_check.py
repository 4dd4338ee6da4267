"""`meso feed check FILE|URL...`: what calendar programs would choke on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click
import msgspec

from mesocycle.cli import options
from mesocycle.cli.command import Command
from mesocycle.cli.compiling import twice_stdin
from mesocycle.cli.terminal import Terminal, exit_code
from mesocycle.diagnostics import Diagnostic

if TYPE_CHECKING:
    from mesocycle.feed.checking.fetching import Answer


@click.command("check", cls=Command, short_help="What programs would choke on in a calendar.")
@click.argument("feeds", nargs=-1, required=True, metavar="FILE|URL...")
@options.report_format_option
@click.option(
    "--readers/--no-readers",
    default=True,
    help="Also ask the parsers of others that are installed.",
)
@click.pass_context
def command(ctx: click.Context, feeds: tuple[str, ...], form: str, readers: bool) -> None:
    """Report what calendar programs would choke on in a feed: ours, or anybody's.

    URL is of a server on this machine, and how it answers is looked at too. Exit 1 if a program
    would refuse the feed, lose a part of it, or show it wrong.
    """
    from mesocycle.feed.checking.fetching import Elsewhere

    if twice_stdin(*feeds):
        raise click.UsageError("standard input can be read only once")
    terminal = ctx.ensure_object(Terminal)
    try:
        found = [each for feed in feeds for each in _of(feed, readers)]
    except Elsewhere as why:
        download = "download it first (curl -o feed.ics ADDRESS), then check feed.ics"
        raise click.UsageError(f"{why}: {download}") from None
    diagnostics = list(dict.fromkeys(found))
    terminal.report(diagnostics, form, err=False)
    if not diagnostics and form == "text" and not terminal.quiet:
        terminal.say(f"no mistakes in {len(feeds)} feed{'s' if len(feeds) > 1 else ''}")
    ctx.exit(exit_code(diagnostics))


def _of(feed: str, readers: bool) -> Iterator[Diagnostic]:
    from mesocycle.feed.checking.fetching import is_address
    from mesocycle.feed.checking.files import read_bytes
    from mesocycle.loading.files import shown_name

    if is_address(feed):
        yield from _of_address(feed, readers)
        return
    outcome = read_bytes(feed)
    yield from outcome.diagnostics
    if outcome.value is not None:
        yield from _of_bytes(shown_name(feed), outcome.value, readers)


def _of_address(url: str, readers: bool) -> Iterator[Diagnostic]:
    from mesocycle.feed.checking.answers import look
    from mesocycle.feed.checking.fetching import Failed, fetch
    from mesocycle.feed.checking.secrets import shown

    replace = msgspec.structs.replace

    def ask(method: str, headers: dict[str, str]) -> Answer:
        return fetch(url, method, headers)

    try:
        answer = fetch(url)
        for each in look(answer, ask):
            yield replace(each, message=f"{shown(url)}: {each.message}")
    except Failed as why:
        hint = "is the server running, and is this its port?"
        message = f"{shown(url)} cannot be had: {why}"
        yield Diagnostic(code="E888", message=message, hints=(hint,))
        return
    if answer.status == 200:
        yield from _of_bytes(shown(url), answer.body, readers)


def _of_bytes(name: str, data: bytes, readers: bool) -> Iterator[Diagnostic]:
    from mesocycle.feed.checking.asking import second_opinions
    from mesocycle.feed.checking.checks import check_document, is_calendar
    from mesocycle.feed.checking.document import Document

    document = Document(name, data)
    yield from check_document(document)
    if readers and is_calendar(document):
        yield from second_opinions(document)
