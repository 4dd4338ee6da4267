"""`meso feed create DIR FEED --for WHOM`: a link of one's own for a subscriber."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import click

from mesocycle.cli import feed_options
from mesocycle.cli import links as shared
from mesocycle.cli.command import Command
from mesocycle.cli.terminal import Terminal
from mesocycle.diagnostics import Diagnostic
from mesocycle.output.text import one_line

if TYPE_CHECKING:
    from mesocycle.feed.model import Feed

_CALENDAR = "ical"
_LONGEST = 80


@click.command("create", cls=Command, short_help="A link of their own for a subscriber.")
@shared.folder_argument
@click.argument("feed", metavar="FEED")
@click.option("--for", "whom", required=True, metavar="WHOM", help='Whose it is: "Ana\'s phone".')
@click.option("--detail", metavar="full|title|busy", help="What may be seen of each session.")
@click.option("--only", metavar="KIND,...", help="Only some sessions, by kind or name: run,race.")
@click.option("--alarm", metavar="TIME", help="A reminder ahead of what has a time: 30min.")
@click.option(
    "--option",
    "settings",
    multiple=True,
    metavar="ical.NAME=VALUE",
    help="Another option of the calendar; `meso plugins --all` lists them.",
)
@shared.url_option
@click.option("--publish", is_flag=True, help="For `meso publish`: the secret itself is kept.")
@shared.qr_option
@feed_options.state_option
@click.pass_context
def command(
    ctx: click.Context,
    folder: str,
    feed: str,
    whom: str,
    detail: str | None,
    only: str | None,
    alarm: str | None,
    settings: tuple[str, ...],
    url: str | None,
    publish: bool,
    qr: bool,
    state: str | None,
) -> None:
    """Make a link to a calendar of the plans in DIR, and print it: this once.

    FEED is as `meso feed list DIR` names it. Give each subscriber a link of their own: then one
    can be revoked, and the others stay. There is no link to what cannot be made.
    """
    from mesocycle.feed.building.owners import diary_of

    shared.need_qr(ctx, qr)
    options = _options(settings, {"detail": detail, "only": only, "alarm": alarm})
    if wrong := _wrong(options):
        shared.stop(ctx, *wrong)
    terminal = ctx.ensure_object(Terminal)
    wanted = _feed(folder, feed, terminal)
    if wrong := _unmade(wanted, options):
        terminal.remark("there would be nothing to see under this link, so it was not made:")
        shared.stop(ctx, *wrong)
    book = shared.book_of(folder, state)
    with shared.reported(ctx, book):
        others = [each for each in book.links() if each.feed == feed and each.revoked is None]
        link, token = book.create(
            feed,
            _whom(whom),
            options,
            now=feed_options.the_time(),
            publish=publish,
            diary=diary_of(wanted),
        )
    shared.tell(terminal, link, token, folder=folder, url=url, qr=qr)
    for each in others:
        if each.whom == link.whom:
            terminal.remark(f"note: {each.id} is for {each.whom} too")
    if feed_options.tells_of_pain(options):
        terminal.remark("note: this calendar also says what the athlete wrote of pain")


def _feed(folder: str, name: str, terminal: Terminal) -> Feed:
    """The feed of that name.

    Raises:
        click.UsageError: there is none; what may keep it away is reported.
    """
    from mesocycle.feed.building.roster import roster
    from mesocycle.output.options import did_you_mean

    found = roster(folder)
    known = {each.name: each for each in found.value or ()}
    if name not in known:
        terminal.report(found.diagnostics)
        meant = did_you_mean(name, known, "there are") if known else "there is no plan"
        raise click.UsageError(f"there is no feed {name!r} in {folder}; {meant}")
    return known[name]


def _whom(text: str) -> str:
    """Whom a link is for, on one line.

    Raises:
        click.BadParameter: it says nothing, or too much.
    """
    whom = one_line(text)
    if not whom or len(whom) > _LONGEST:
        says = f'say in 1 to {_LONGEST} letters whose the link is, as in "Ana\'s phone"'
        raise click.BadParameter(says, param_hint="--for")
    return whom


def _options(settings: Iterable[str], named: Mapping[str, str | None]) -> dict[str, str]:
    """What was set of the calendar, by name.

    Raises:
        click.BadParameter: it is of another output, or said twice.
    """
    from mesocycle.cli.making import read_options

    given = read_options(settings)
    for output in given:
        if output != _CALENDAR:
            says = f"a link is to a calendar: {_CALENDAR}.NAME=VALUE, not {output}.…"
            raise click.BadParameter(says, param_hint="--option")
    options = dict(given.get(_CALENDAR, {}))
    for name, value in named.items():
        if value is not None and options.setdefault(name, value) != value:
            raise click.BadParameter(f"{name} is said twice", param_hint="--option")
    if "source" in options:
        says = "a link's address is not known before it is made, and is a secret"
        raise click.BadParameter(says, param_hint="--option")
    return options


def _wrong(options: Mapping[str, str]) -> list[Diagnostic]:
    """What the calendar does not take."""
    from mesocycle.loading.plugins import plugins
    from mesocycle.output.options import fill
    from mesocycle.output.registry import load

    loaded = load(plugins())
    assert loaded.value is not None  # there always is a registry
    calendar = loaded.value.outputs.get(_CALENDAR)
    if calendar is None:
        return [each for each in loaded.diagnostics if each.severity == "error"]
    return fill(_CALENDAR, calendar.options, options)[1]


def _unmade(feed: Feed, options: Mapping[str, str]) -> list[Diagnostic]:
    """Why there is no such calendar now: the plan has mistakes, or none of what `only` names."""
    from mesocycle.feed.building.make import Settings, make

    made = make(feed, options, Settings(), None, feed_options.the_time())
    return list(made.diagnostics) if made.content is None else []
