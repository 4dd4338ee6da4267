"""`meso publish DIR --to PLACE`: calendars put where others fetch them, a folder or a bucket."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

import click

from mesocycle.cli import feed_options, links
from mesocycle.cli.command import Command
from mesocycle.cli.extras import missing
from mesocycle.cli.options import report_format_option
from mesocycle.cli.terminal import Terminal, exit_code
from mesocycle.cli.text import safe
from mesocycle.diagnostics import Diagnostic
from mesocycle.loading import shown_name

if TYPE_CHECKING:
    from mesocycle.feed.building.make import Settings
    from mesocycle.feed.publishing.copies import Copy
    from mesocycle.feed.publishing.places import Place
    from mesocycle.feed.publishing.publishing import Published


@click.command("publish", cls=Command)
@links.folder_argument
@click.option(
    "--to",
    required=True,
    metavar="PLACE",
    help="A folder, or s3://BUCKET/PREFIX, gs://BUCKET/PREFIX, az://CONTAINER/PREFIX.",
)
@click.option(
    "--plain",
    is_flag=True,
    help="Publish every feed of DIR under its name, for everybody, instead of to links.",
)
@click.option("--dry-run", is_flag=True, help="Only tell what would be done.")
@click.option(
    "--endpoint",
    metavar="URL",
    help="The address of a store that is not Amazon's, Google's or Microsoft's own.",
)
@click.option(
    "--show-links", is_flag=True, help="Tell where each calendar lies. That is its secret."
)
@links.url_option
@feed_options.as_of_option
@feed_options.settings_option
@feed_options.state_option
@report_format_option
@click.pass_context
def command(
    ctx: click.Context,
    folder: str,
    to: str,
    plain: bool,
    dry_run: bool,
    endpoint: str | None,
    show_links: bool,
    url: str | None,
    as_of: date | Literal["today"] | None,
    given: tuple[str, ...],
    state: str | None,
    form: str,
) -> None:
    """Publish the calendars of the plans in DIR: one for each link made with --publish.

    Only what changed is written. What has mistakes, or cannot be made, stays as it was
    published last. A revoked link's calendar becomes a notice, and is deleted after 30 days.
    """
    terminal = ctx.ensure_object(Terminal)
    settings = feed_options.read_settings(as_of, given)
    now = feed_options.the_time()
    run = _Run(terminal, dry_run, url, show_links)
    place = run.open(to, endpoint)
    if place is not None:
        copies = run.copies(folder, state, now, plain=plain)
        run.publish(place, copies, settings, now)
    terminal.report(run.diagnostics, form)
    ctx.exit(exit_code(run.diagnostics))


class _Run:
    """One publishing: what it prints, and what there is to say about it."""

    def __init__(self, terminal: Terminal, dry: bool, base: str | None, show: bool) -> None:
        self._terminal = terminal
        self._dry = dry
        self._base = base
        self._show = show
        self._notes: dict[Diagnostic, None] = {}

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Each once: many calendars share the mistakes of one plan."""
        return tuple(self._notes)

    def open(self, to: str, endpoint: str | None) -> Place | None:
        """The place; None if that is settled already."""
        from mesocycle.feed.publishing.opening import BadPlace, NoStore, open_place
        from mesocycle.feed.publishing.places import Refused

        try:
            return open_place(to, endpoint, os.environ)
        except BadPlace as error:
            raise click.UsageError(str(error)) from None
        except NoStore:
            self._note(missing("publish", "a bucket", "obstore"))
        except Refused as refused:
            self._note(refused.diagnostic)
        return None

    def copies(
        self, folder: str, state: str | None, now: datetime, *, plain: bool
    ) -> Sequence[Copy]:
        """What ought to lie there."""
        from mesocycle.feed.building.roster import roster
        from mesocycle.feed.links.book import Unusable
        from mesocycle.feed.publishing.copies import for_everybody, for_links

        found = roster(folder)
        self._note(*found.diagnostics)
        if found.value is None:
            return ()
        if plain:
            self._note(_guessable())
            return tuple(for_everybody(found.value))
        try:
            book = links.book_of(folder, state).links()
        except Unusable as unusable:
            self._note(unusable.diagnostic)
            return ()
        notes: list[Diagnostic] = []
        copies = tuple(for_links(book, found.value, now, notes))
        self._note(*notes)
        if not copies and not notes:
            self._note(_nothing(folder, bool(book)))
        return copies

    def publish(
        self, place: Place, copies: Sequence[Copy], settings: Settings, now: datetime
    ) -> None:
        """Put them there, and tell of each as it is done."""
        from mesocycle.feed.publishing.places import Refused
        from mesocycle.feed.publishing.publishing import Publisher, building

        self._note(*feed_options.pain_words(settings))
        with building(settings, now) as build:
            done = 0
            try:
                for each in Publisher(place, build, dry=self._dry).publish(copies):
                    done += 1
                    self._tell(each, place)
            except Refused as refused:
                self._note(refused.diagnostic)
                if done:
                    self._terminal.remark(f"after {done} of {len(copies)} calendars")
        if self._dry:
            self._terminal.remark("nothing was written")

    def _tell(self, done: Published, place: Place) -> None:
        self._note(*done.diagnostics)
        if self._terminal.quiet:
            return
        where = ""
        if self._show:
            key = done.copy.key
            where = f"  {safe(f'{self._base}/{key}' if self._base else place.path(key))}"
        size = f"  {done.size / 1000:.1f} kB" if done.size else ""
        self._terminal.say(f"{safe(done.copy.label)}{size}  {_what(done)}{where}")

    def _note(self, *diagnostics: Diagnostic | None) -> None:
        self._notes.update(dict.fromkeys(filter(None, diagnostics)))


def _what(done: Published) -> str:
    """`changed: 2 added, 1 cancelled`."""
    change = done.difference
    if done.copy.notice is not None:
        return f"{done.state}: it says that the link has ended"
    if change is None:
        return "not published" if done.state == "kept" else done.state
    counts = (
        (change.added, "added"),
        (change.changed, "changed"),
        (change.cancelled, "cancelled"),
        (change.gone, "gone"),
    )
    told = ", ".join(f"{count} {word}" for count, word in counts if count)
    return f"changed: {told or 'only what is said of the whole'}"


def _guessable() -> Diagnostic:
    """W838: the names of calendars are no secret."""
    message = "whoever guesses the name of a calendar can read it"
    hint = "for one person, make a link: meso feed create DIR FEED --for WHOM --publish"
    return Diagnostic(code="W838", severity="warning", message=message, hints=(hint,))


def _nothing(folder: str, linked: bool) -> Diagnostic:
    """E837: nobody asked for anything to be published."""
    which = "none of its links was made with --publish" if linked else "it has no links"
    message = f"there is nothing to publish of {shown_name(folder)}: {which}"
    hints = (
        "make one: meso feed create DIR FEED --for WHOM --publish",
        "or publish to everybody: --plain",
    )
    return Diagnostic(code="E837", message=message, hints=hints)
