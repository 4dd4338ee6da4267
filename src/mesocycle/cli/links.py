"""What the commands about links share: their options, the book, and how a new link is told."""

from __future__ import annotations

import io
import shlex
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from mesocycle.cli.extras import missing
from mesocycle.cli.paint import Paint
from mesocycle.cli.terminal import Terminal, exit_code
from mesocycle.cli.text import safe
from mesocycle.diagnostics import Diagnostic

if TYPE_CHECKING:
    from mesocycle.feed.links.addresses import Addresses
    from mesocycle.feed.links.book import Book
    from mesocycle.feed.model import Link

#: Where `meso serve` listens unless told otherwise.
_HERE = "http://127.0.0.1:8080"
_FILE = "plan.ics"

_REACHED = {
    "here": "this address works on this computer only",
    "near": "this address works in its own network only; Google and Outlook cannot reach it",
    "plain": "this address is not encrypted; Google, Outlook and some phones do not take it",
}


def an_address(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """`--url` as other addresses are made of it: https, a host, perhaps a path."""
    if not value:
        return None
    from mesocycle.feed.links.addresses import BadAddress, base_address

    try:
        return base_address(value)
    except BadAddress as why:
        # What stands there may be a password, and MESO_URL is set where logs are kept.
        shown = "it" if set("@?#") & set(value) else repr(value)
        raise click.BadParameter(f"{shown} will not do: {why}") from None


folder_argument = click.argument(
    "folder", metavar="DIR", type=click.Path(exists=True, file_okay=False)
)

id_argument = click.argument("link_id", metavar="ID")

url_option = click.option(
    "--url",
    envvar="MESO_URL",
    callback=an_address,
    metavar="URL",
    help="The address under which subscribers reach the calendars; else the variable MESO_URL.",
)

qr_option = click.option("--qr", is_flag=True, help="Also draw a QR code for a phone.")


def book_of(folder: str, state: str | None) -> Book:
    """The links of a folder."""
    from mesocycle.feed.links.book import Book
    from mesocycle.feed.state import state_of

    return Book(state_of(folder, state))


@contextmanager
def reported(ctx: click.Context, book: Book) -> Iterator[None]:
    """What keeps from reading or writing links is reported, and ends the command.

    Raises:
        click.UsageError: there is no link of the id; the nearest is named.
    """
    from mesocycle.feed.links.book import NoSuchLink, Unusable
    from mesocycle.saving.writing import FolderBusy

    try:
        yield
    except NoSuchLink as error:
        link_id = str(error)
        raise click.UsageError(f"there is no link {link_id!r}{_near(link_id, book)}") from None
    except Unusable as error:
        stop(ctx, error.diagnostic)
    except (FolderBusy, OSError) as error:
        from mesocycle.cli.diaries import not_written

        stop(ctx, not_written(book.path, error))


def stop(ctx: click.Context, *diagnostics: Diagnostic) -> None:
    """Report, and exit as is fitting."""
    ctx.ensure_object(Terminal).report(diagnostics)
    ctx.exit(exit_code(diagnostics))


def exposed(book: Book) -> list[Diagnostic]:
    """W823 if others may read the links: a backup that was brought back, most likely."""
    from mesocycle.feed.links.file import is_exposed
    from mesocycle.loading.files import shown_name

    if not is_exposed(book.path):
        return []
    shown = shown_name(book.path)
    message = f"{shown} can be read by others on this machine"
    hints = (f"chmod 600 {shlex.quote(shown)}",)
    return [Diagnostic(code="W823", severity="warning", message=message, hints=hints)]


def need_qr(ctx: click.Context, wanted: bool) -> None:
    """A QR code that cannot be drawn is told before anything is made."""
    lacking = missing("serve", "--qr", "segno") if wanted else None
    if lacking is not None:
        stop(ctx, lacking)


def tell(
    terminal: Terminal, link: Link, token: str, *, folder: str, url: str | None, qr: bool
) -> None:
    """A new link, this once: its addresses, and what is to be known of it."""
    from mesocycle.feed.links.addresses import addresses, of_file

    base = url or _HERE
    if link.token is not None:
        at = of_file(f"{base}/{token}/{_FILE}", link.feed)
    else:
        at = addresses(base, token, link.feed)
    if terminal.quiet:
        terminal.say(at.https)
    else:
        lines = _lines(link, at, folder, Paint(terminal.coloured(sys.stdout)))
        terminal.say("\n".join(lines))
    if qr:
        terminal.say(drawn(at.page or at.webcal, colour=terminal.coloured(sys.stdout)), nl=False)
    for remark in _remarks(link, at, url):
        terminal.remark(remark)


def _lines(link: Link, at: Addresses, folder: str, paint: Paint) -> Iterator[str]:
    kind = "page" if at.page else "calendar"
    yield f"{paint(link.id, 'strong')}: {safe(link.feed)}, for {safe(link.whom)}"
    yield ""
    yield f"  {kind:<9}{paint(at.page or at.https, 'good')}"
    if at.page:
        yield f"  {'calendar':<9}{at.https}"
    else:
        yield f"  {'webcal':<9}{at.webcal}"
    yield ""
    if at.page:
        yield "Send the page: it has a button for each calendar program. It is shown this once, and"
    else:
        yield "The file is there after the next `meso publish`. The link is shown this once, and"
    yield "is as good as a password: whoever has it can read the calendar. If it gets out:"
    yield f"  {safe(shlex.join(['meso', 'feed', 'rotate', folder, link.id]))}"


def _remarks(link: Link, at: Addresses, url: str | None) -> Iterator[str]:
    from mesocycle.feed.links.addresses import reach

    reached = _REACHED.get(reach(at.https))
    if url is None:
        command = "publish" if link.token is not None else "serve"
        yield f"note: {_REACHED['here']}; --url (or MESO_URL) says where `meso {command}` is seen"
    elif reached is not None:
        yield f"note: {reached}"


def drawn(address: str, *, colour: bool) -> str:
    """A QR code in half blocks: light on dark, in colours that say so where there are any."""
    import segno

    out = io.StringIO()
    segno.make_qr(address, error="l").terminal(out, compact=True, border=4)
    rows = out.getvalue().splitlines()
    paint: Callable[[str], str] = (lambda row: f"\x1b[97;40m{row}\x1b[0m") if colour else str
    return "".join(f"{paint(row)}\n" for row in rows)


def _near(link_id: str, book: Book) -> str:
    from difflib import get_close_matches

    from mesocycle.feed.links.book import Unusable

    try:
        known = [link.id for link in book.links()]
    except Unusable:
        return ""
    near = get_close_matches(link_id, known, n=3, cutoff=0.5)
    if near:
        return f"; did you mean {' or '.join(near)}?"
    return "; `meso feed list` shows them" if known else "; there are none"
