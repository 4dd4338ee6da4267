"""One feed made: plan and diary compiled, and given to whoever offers the output `ical`."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

import msgspec

from mesocycle.civil import UTC
from mesocycle.diagnostics import Diagnostic, has_errors
from mesocycle.feed.building.header import title_of
from mesocycle.feed.building.sound import flaw_of
from mesocycle.feed.model import Feed, Options
from mesocycle.loading.diaries import files_of, read_diary
from mesocycle.loading.planned import When, read_plan, zone_of
from mesocycle.loading.plugins import plugins
from mesocycle.loading.settings import places, settings_of
from mesocycle.output.options import Setting
from mesocycle.output.registry import Registry, load
from mesocycle.output.rendering import check_settings, render
from mesocycle.programme import Programme
from mesocycle.source import Source

#: The output that a feed is; any plugin may offer it.
OUTPUT = "ical"

#: What a plan cannot set for a feed, only who serves it or makes a link: the first tells
#: subscribers of pain, the second holds a secret.
_FOR_LINKS = ("reasons", "source")


class Settings(msgspec.Struct, frozen=True):
    """What holds for all feeds of a folder.

    `as_of`: the day to compile for; None is that of the diary's last entry, "today" that of
    the clock where the plan is (its zone). `options` of the output, over which go a link's.
    """

    as_of: date | Literal["today"] | None = None
    options: dict[str, str] = {}


class Made(msgspec.Struct, frozen=True):
    """What came of one feed.

    `content` is None if there is none, and `diagnostics` say why. `inputs` are the paths of
    all files that were asked for, there or not: while none of them changes, the feed stays
    as it is. `title` is the calendar's name for people; `zone` that of the plan. `held`: in
    the place of the last good bytes, because what stops training was logged since (`caution`).
    """

    content: bytes | None
    title: str
    diagnostics: tuple[Diagnostic, ...]
    inputs: tuple[str, ...]
    zone: str | None = None
    held: bytes | None = None


def make(
    feed: Feed, options: Options, settings: Settings, previous: bytes | None, now: datetime
) -> Made:
    """The bytes of a feed, or what is wrong with it.

    `previous` are those of last time, from which events that say the same keep their
    revision; `now` is the time of changes, and the clock of `as_of` "today".
    """
    registry = load(plugins())
    assert registry.value is not None  # there always is one
    return Maker(registry.value, registry.diagnostics).make(feed, options, settings, previous, now)


class Maker:
    """Feeds made with the same plugins, which are looked for once.

    `faults` are those of the plugins; they are told where the calendar is not made, since
    only then they matter to a feed.
    """

    def __init__(self, registry: Registry, faults: tuple[Diagnostic, ...] = ()) -> None:
        self._registry = registry
        self._faults = faults

    def make(
        self,
        feed: Feed,
        options: Options,
        settings: Settings,
        previous: bytes | None,
        now: datetime,
    ) -> Made:
        """As the function `make`."""
        plan = read_plan(feed.plan)
        diary = read_diary(feed.diary) if feed.diary is not None else None
        notes = (*plan.diagnostics, *(diary.diagnostics if diary else ()))
        log = diary.value if diary is not None else None
        inputs = (feed.plan, *_files(feed, log))
        if plan.value is None or (diary is not None and log is None):
            return Made(None, feed.name, notes, inputs)
        zone = zone_of(plan.value.source, log)
        compiled = plan.value.compile(log, When(as_of=_day(settings, zone, now)))
        notes += compiled.diagnostics
        inputs += (*plan.value.libraries.files, *places(feed.plan))
        if compiled.value is None:
            return Made(None, feed.name, notes, inputs, zone.key if zone else None)
        found = settings_of(feed.plan, plan.value.source)
        # What is set about other outputs is no matter of a feed: they may not even be here.
        said = tuple(each for each in found.value or () if each.output == OUTPUT)
        wrong = (*found.diagnostics, *check_settings(self._registry, said))
        if has_errors(wrong):
            return Made(None, feed.name, notes + wrong, inputs, zone.key if zone else None)
        own = tuple(each for each in said if each.name not in _FOR_LINKS)
        content, told = self._rendered(compiled.value, options, settings, own, previous, now)
        return Made(
            content=content,
            title=(title_of(content) if content else None) or feed.name,
            diagnostics=notes + wrong + told,
            inputs=inputs,
            zone=compiled.value.timezone,
        )

    def _rendered(
        self,
        programme: Programme,
        options: Options,
        settings: Settings,
        said: tuple[Setting, ...],
        previous: bytes | None,
        now: datetime,
    ) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
        made = render(
            self._registry,
            programme,
            [OUTPUT],
            options={OUTPUT: {**settings.options, **options}},
            settings=said,
            previous={OUTPUT: previous} if previous is not None else {},
            built=now.astimezone(UTC).replace(microsecond=0),
        )
        products = made.value or ()
        if not products:
            return None, (*self._faults, *made.diagnostics)
        flaw = flaw_of(products[0].content)
        if flaw is None:
            return products[0].content, made.diagnostics
        who = self._registry.outputs[OUTPUT].entry_point.title
        message = f"{who} made something that is no calendar to subscribe to: {flaw}"
        return None, (*made.diagnostics, Diagnostic(code="E803", message=message))


def checked(made: Made) -> Made:
    """What was made elsewhere, looked at here too: there ran code of others."""
    if made.held is not None and flaw_of(made.held) is not None:
        made = msgspec.structs.replace(made, held=None)
    if made.content is None or (flaw := flaw_of(made.content)) is None:
        return made
    told = Diagnostic(code="E803", message=f"what was made is no calendar: {flaw}")
    return msgspec.structs.replace(made, content=None, diagnostics=(*made.diagnostics, told))


def _files(feed: Feed, diary: Source | None) -> tuple[str, ...]:
    if feed.diary is None:
        return ()
    return files_of(feed.diary, diary) if diary is not None else (feed.diary,)


def _day(settings: Settings, zone: ZoneInfo | None, now: datetime) -> date | None:
    return today_in(zone, now) if settings.as_of == "today" else settings.as_of


def today_in(zone: ZoneInfo | None, now: datetime) -> date:
    """The day that it is in a zone; where the zone is not known, in UTC."""
    return now.astimezone(zone or UTC).date()
