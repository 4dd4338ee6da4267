"""`meso feed revoke DIR ID`: a link opens nothing any more."""

from __future__ import annotations

import click

from mesocycle.cli import feed_options
from mesocycle.cli import links as shared
from mesocycle.cli.command import Command
from mesocycle.cli.terminal import Terminal
from mesocycle.cli.text import safe
from mesocycle.feed.links.notice import SHOWN_FOR


@click.command("revoke", cls=Command, short_help="End a link; the others stay.")
@shared.folder_argument
@shared.id_argument
@feed_options.state_option
@click.pass_context
def command(ctx: click.Context, folder: str, link_id: str, state: str | None) -> None:
    """Revoke a link; the other links stay. A server that is running knows it at once.

    For 30 days its calendar has one event, which says so; then it is gone.
    """
    terminal = ctx.ensure_object(Terminal)
    book, now = shared.book_of(folder, state), feed_options.the_time()
    with shared.reported(ctx, book):
        link = book.revoke(link_id, now)
    assert link.revoked is not None  # it is now
    day = f"{link.revoked:%Y-%m-%d}"
    until = f"{link.revoked + SHOWN_FOR:%Y-%m-%d}"
    whose = f"{link.id} ({safe(link.feed)}, for {safe(link.whom)})"
    terminal.remark(f"{whose} was revoked on {day}; its calendar says so until {until}")
    if link.token is not None:
        terminal.remark("what was published of it is replaced by the next `meso publish`")
