"""`meso feed list DIR`: the calendars that a folder gives, and who may read them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import datetime

import click
import msgspec

from mesocycle.cli import feed_options, options
from mesocycle.cli import links as shared
from mesocycle.cli.command import Command
from mesocycle.cli.paint import Paint
from mesocycle.cli.terminal import Terminal, exit_code
from mesocycle.cli.text import safe, width
from mesocycle.feed.links.notice import SHOWN_FOR, is_gone
from mesocycle.feed.model import Feed, Link
from mesocycle.loading.files import shown_name

_ALL = "all"


@click.command("list", cls=Command, short_help="The calendars, and who may read them.")
@shared.folder_argument
@click.option("--all", "everything", is_flag=True, help="Also links that ended long ago.")
@options.product_format_option
@feed_options.state_option
@click.pass_context
def command(
    ctx: click.Context, folder: str, everything: bool, form: str, state: str | None
) -> None:
    """List the calendars of the plans in DIR, and their links; never what opens them.

    When a link was last used is not known here: `meso serve --access-log` writes it down.
    """
    from mesocycle.feed.building.roster import roster

    terminal = ctx.ensure_object(Terminal)
    found = roster(folder)
    book, now = shared.book_of(folder, state), feed_options.the_time()
    with shared.reported(ctx, book):
        links = book.links()
    feeds = found.value or ()
    if form == "json":
        terminal.say(_json(feeds, links, now))
    else:
        shown = [each for each in links if everything or not is_gone(each, now)]
        paint = Paint(terminal.coloured(sys.stdout))
        terminal.say("\n".join(_lines(feeds, shown, now, paint)) or "no plan, and no link")
        if len(shown) < len(links):
            hidden = len(links) - len(shown)
            what = "a link" if hidden == 1 else f"{hidden} links"
            terminal.remark(f"{what} that ended long ago: --all")
    terminal.report([*found.diagnostics, *shared.exposed(book)])
    ctx.exit(exit_code(found.diagnostics))


def _lines(
    feeds: Sequence[Feed], links: Sequence[Link], now: datetime, paint: Paint
) -> Iterator[str]:
    files = {each.name: [each.plan, *([each.diary] if each.diary else [])] for each in feeds}
    columns = [max((width(safe(text)) for text in column), default=0) for column in zip(
        *((each.id, each.whom, _sees(each)) for each in links), strict=True
    )]  # fmt: skip
    for name in sorted({*files, *(each.feed for each in links)}):
        of_it = [each for each in links if each.feed == name]
        what = ", ".join(shown_name(file) for file in files.get(name, ()))
        what = safe(what) or paint("no plan gives it any more", "warning")
        yield f"{paint(safe(name), 'strong')}  {paint(what, 'dim')}"
        for link in of_it:
            cells = (link.id, link.whom, _sees(link))
            row = "  ".join(_filled(*each) for each in zip(cells, columns, strict=True))
            state = _state(link, now)
            yield f"  {row}  {paint(state, 'dim') if link.revoked else state}"
        if not of_it:
            yield paint("  no link", "dim")


def _filled(text: str, columns: int) -> str:
    return safe(text) + " " * (columns - width(safe(text)))


def _sees(link: Link) -> str:
    """What may be seen: `all`, `busy`, `only run, alarm 30min`."""
    told = [v if k == "detail" else f"{k} {v}" for k, v in link.options.items()]
    return ", ".join(told) or _ALL


def _state(link: Link, now: datetime) -> str:
    published = ", published" if link.token is not None else ""
    if link.revoked is None:
        return f"since {link.created:%Y-%m-%d}{published}"
    ended = f"{'replaced' if link.replaced else 'revoked'} {link.revoked:%Y-%m-%d}"
    if is_gone(link, now):
        return f"{ended}, gone"
    return f"{ended}, says so until {link.revoked + SHOWN_FOR:%Y-%m-%d}"


def _json(feeds: Sequence[Feed], links: Sequence[Link], now: datetime) -> str:
    listed = {
        "feeds": [
            {"name": each.name, "plan": shown_name(each.plan),
             "diary": shown_name(each.diary) if each.diary else None}
            for each in feeds
        ],
        "links": [
            {"id": each.id, "feed": each.feed, "for": each.whom, "options": each.options,
             "created": each.created, "revoked": each.revoked, "replaced": each.replaced,
             "state": _word(each, now), "published": each.token is not None}
            for each in links
        ],
    }  # fmt: skip
    return msgspec.json.format(msgspec.json.encode(listed), indent=2).decode()


def _word(link: Link, now: datetime) -> str:
    if link.revoked is None:
        return "live"
    return "gone" if is_gone(link, now) else "revoked"
