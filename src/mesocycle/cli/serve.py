"""`meso serve DIR`: calendars for those who have a link, made anew when a plan changes."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

import click

from mesocycle.cli import feed_options, links
from mesocycle.cli.command import Command
from mesocycle.cli.extras import missing
from mesocycle.cli.terminal import Terminal, exit_code
from mesocycle.cli.text import safe
from mesocycle.diagnostics import Diagnostic
from mesocycle.loading import STDIN, reason_of, shown_name

if TYPE_CHECKING:
    from mesocycle.feed.building.make import Settings
    from mesocycle.feed.building.news import News
    from mesocycle.feed.model import Link

Write = Callable[[str], None]

_MODULES = ("jinja2", "segno", "uvicorn", "httptools", "watchfiles")
_MOST = 1_000_000


def a_limit(value: str) -> int | None:
    """So many requests an hour, `60/h`; None for `off`."""
    if value == "off":
        return None
    found = re.fullmatch("([0-9]{1,7})(?:/h)?", value)
    if found is None or not 1 <= int(found[1]) <= _MOST:
        raise click.BadParameter(f"{value!r} is no limit; write it as 60/h, or off")
    return int(found[1])


@click.command("serve", cls=Command)
@links.folder_argument
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="Where to listen; by default this machine alone can ask.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8080,
    show_default=True,
    metavar="N",
    help="The port to listen at; 0 is any that is free.",
)
@links.url_option
@feed_options.state_option
@feed_options.as_of_option
@feed_options.settings_option
@click.option(
    "--limit",
    type=a_limit,
    default="60/h",
    show_default=True,
    metavar="N/h",
    help="How often each link may ask, or off.",
)
@click.option(
    "--access-log",
    metavar="FILE",
    help="Write a line a request, without secrets; - is standard output.",
)
@click.pass_context
def command(
    ctx: click.Context,
    folder: str,
    host: str,
    port: int,
    url: str | None,
    state: str | None,
    as_of: date | Literal["today"] | None,
    given: tuple[str, ...],
    limit: int | None,
    access_log: str | None,
) -> None:
    """Serve the calendars of the plans in DIR to those who have a link (`meso feed create`).

    What changes is built and served at once. A plan with mistakes is reported here, and its
    calendar stays as it was. Ctrl-C, or SIGTERM, ends the server.
    """
    lacking = missing("serve", "`meso serve`", *_MODULES)
    if lacking is not None:
        links.stop(ctx, lacking)
    settings = feed_options.read_settings(as_of, given)
    feed_options.the_time()  # a SOURCE_DATE_EPOCH that is no time is told now
    from mesocycle.feed.model import Refusal

    terminal = ctx.ensure_object(Terminal)
    run = _Run(terminal, folder, state, settings)
    with links.reported(ctx, run.book):
        run.book.links()
    terminal.report(feed_options.pain_words(settings))
    try:
        with _opened(access_log) as write:
            run.serve(host, port, url, limit, write)
    except Refusal as error:
        links.stop(ctx, error.diagnostic)
    ctx.exit(exit_code(()))


class _Run:
    """One server: what it serves, and what it says on the terminal."""

    def __init__(
        self, terminal: Terminal, folder: str, state: str | None, settings: Settings
    ) -> None:
        from mesocycle.feed.building.keeper import Keeper

        self._terminal = terminal
        self._folder = folder
        self.book = links.book_of(folder, state)
        self._keeper = Keeper(folder, self.book, state=state, settings=settings)
        self._local = self._shown = ""

    def serve(
        self, host: str, port: int, url: str | None, limit: int | None, write: Write | None
    ) -> None:
        """Listen, and answer until it is enough; `write` takes the lines of the access log.

        Raises:
            CannotListen: the address cannot be had.
        """
        from mesocycle.feed.web.answer import WebSettings
        from mesocycle.feed.web.listening import is_local, listen, port_of
        from mesocycle.feed.web.log import access_log
        from mesocycle.feed.web.server import serve

        sockets = listen(host, port)
        name = f"[{host}]" if ":" in host else host
        self._local = f"http://{name}:{port_of(sockets)}"
        self._shown = url or self._local
        if not is_local(sockets):
            self._terminal.report([_open_to_others(self._local, named=url is not None)])
        log = access_log(write) if write is not None else None
        serve(self._keeper, WebSettings(self._shown, limit), sockets, self, log)

    def is_complete(self) -> bool:
        """Whether every link has a calendar already."""
        live = (link for link in self._links() if link.revoked is None)
        return all(self._keeper.has(link) for link in live)

    def time_of_changes(self) -> datetime:
        """SOURCE_DATE_EPOCH, else now."""
        return feed_options.the_time()

    def ready(self) -> None:
        """Say where, and how many."""
        self._terminal.say(f"serving {safe(self._folder)} at {self._local}")
        if self._shown != self._local:
            self._terminal.remark(f"subscribers reach it at {self._shown}")
        if not self._links():
            remark = f"nobody has a link yet: meso feed create {safe(self._folder)} FEED --for WHOM"
            self._terminal.remark(remark)
        sys.stdout.flush()

    def tell(self, news: list[News]) -> None:
        """What a look at the folder found: mistakes once, what is mended, what is new with -v."""
        from mesocycle.feed.building.news import mended, to_tell

        self._terminal.report(to_tell(news))
        for feed in dict.fromkeys(each.feed for each in news if each.what == "built"):
            self._terminal.detail(f"built: {safe(feed)}")
        for feed in mended(news):
            self._terminal.remark(f"mended: {safe(feed) or 'the folder'}")

    def _links(self) -> Sequence[Link]:
        from mesocycle.feed.links.book import Unusable

        with suppress(Unusable):
            return self.book.links()
        return ()

    def complain(self, what: str) -> None:
        """A bug of ours, by its place."""
        click.echo(
            f"meso: this is a bug in mesocycle ({what}); the calendars are served on", err=True
        )


@contextmanager
def _opened(name: str | None) -> Iterator[Write | None]:
    """Where lines of the access log go; None for nowhere.

    Raises:
        Refusal: the file cannot be opened (E720).
    """
    if name is None:
        yield None
        return
    from mesocycle.feed.model import Refusal
    from mesocycle.feed.web.log import Lines

    try:
        file = sys.stdout if name == STDIN else open(name, "a", encoding="ascii")  # noqa: SIM115 - closed below
    except (OSError, ValueError) as error:
        message = f"cannot write to {shown_name(name)}: {reason_of(error)}"
        raise Refusal(Diagnostic(code="E720", message=message)) from None
    lines = Lines(file)
    try:
        yield lines.write
    finally:
        lines.flush()
        if file is not sys.stdout:
            with suppress(OSError):  # a disk that is full costs lines
                file.close()


def _open_to_others(address: str, *, named: bool) -> Diagnostic:
    """W812: whoever listens on the way can read the links."""
    message = f"{address} can be reached from other machines, and nothing there is encrypted"
    hints = ["listen on 127.0.0.1, and let a web server with https stand in front"]
    if not named:
        hints.append("say with --url how subscribers reach it: pages and QR codes lead there")
    return Diagnostic(code="W812", severity="warning", message=message, hints=tuple(hints))
