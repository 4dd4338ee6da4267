"""`meso feed rotate DIR ID`: a new link in the place of one that got out."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import click

from mesocycle.cli import feed_options
from mesocycle.cli import links as shared
from mesocycle.cli.command import Command
from mesocycle.cli.terminal import Terminal
from mesocycle.cli.text import safe

if TYPE_CHECKING:
    from mesocycle.feed.model import Link


@click.command("rotate", cls=Command, short_help="A new link in the place of one that got out.")
@shared.folder_argument
@shared.id_argument
@shared.url_option
@shared.qr_option
@feed_options.state_option
@click.pass_context
def command(
    ctx: click.Context, folder: str, link_id: str, url: str | None, qr: bool, state: str | None
) -> None:
    """Make a new link in the place of another, for the same person, and print it: this once.

    The old one is revoked; for 30 days its calendar says that there is a new one.
    """
    from mesocycle.feed.links.book import AlreadyRevoked

    shared.need_qr(ctx, qr)
    terminal = ctx.ensure_object(Terminal)
    book = shared.book_of(folder, state)
    with shared.reported(ctx, book):
        try:
            link, token = book.rotate(link_id, feed_options.the_time())
        except AlreadyRevoked as error:
            raise click.UsageError(_too_late(error.link, folder)) from None
    shared.tell(terminal, link, token, folder=folder, url=url, qr=qr)
    terminal.remark(f"{link_id} is revoked: it says that there is a new link")


def _too_late(link: Link, folder: str) -> str:
    call = shlex.join(["meso", "feed", "create", folder, link.feed, "--for", link.whom])
    what = "replaced" if link.replaced else "revoked"
    return f"{link.id} is {what} already; for a new link: {safe(call)}"
