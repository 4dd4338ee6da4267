"""The time zone of a feed: yearly rules if they hold for its days, else what was observed.

Yearly rules are what Outlook understands best, and they stay the same from one release of the
zone data to the next. But a rule is a promise about every year: it is used only after a look
at each turn of the clock between the first and the last event.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from .posix import Onset, Rule, rule_of

#: Where a rule starts to count. Any year before every plan's will do; this is the usual one.
_EPOCH = datetime.combine(date(1970, 1, 1), time())
_WEEKDAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_DAY = timedelta(days=1)


class Turn(NamedTuple):
    """The clock turning once: when (UTC), and the offsets and name from then on."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str


def timezone_component(key: str, zone: ZoneInfo, first: datetime, last: datetime) -> Timezone:
    """The VTIMEZONE of `zone`, right for every moment from `first` to `last`, and a day around."""
    first, last = (first - _DAY).astimezone(UTC), (last + _DAY).astimezone(UTC)
    component = Timezone()
    component.add("TZID", key)
    seen = observed_turns(zone, first, last)
    rule = rule_of(key)
    if rule is not None and holds(rule, zone, seen, first, last):
        parts = [_yearly(onset) for onset in rule.onsets] or [_always(rule.offset, rule.name)]
    else:
        start = first.astimezone(zone)
        parts = [_always(_offset(start), start.tzname() or key)]
        parts += [_once(turn) for turn in seen]
    for part in parts:
        component.add_component(part)
    return component


def observed_turns(zone: ZoneInfo, first: datetime, last: datetime) -> list[Turn]:
    """Every turn of the zone's clock after `first`, up to `last` (both UTC)."""
    turns = []
    at, offset = first, _offset(first.astimezone(zone))
    while at < last:
        ahead = min(at + _DAY, last)
        was, offset = offset, _offset(ahead.astimezone(zone))
        if was != offset:
            moment = _bisect(zone, at, ahead)
            before = (moment - timedelta(seconds=1)).astimezone(zone)
            after = moment.astimezone(zone)
            turns.append(Turn(moment, _offset(before), _offset(after), after.tzname() or ""))
        at = ahead
    return turns


def holds(rule: Rule, zone: ZoneInfo, seen: list[Turn], first: datetime, last: datetime) -> bool:
    """Whether the rule gives the zone's own offset at `first` and just the turns `seen`."""
    years = range(first.year - 2, last.year + 2)
    told = sorted(_turn(onset, year) for onset in rule.onsets for year in years)
    before = [turn for turn in told if turn.at <= first]
    at_first = before[-1].after if before else rule.offset
    between = [turn[:3] for turn in told if first < turn.at <= last]
    return at_first == _offset(first.astimezone(zone)) and between == [turn[:3] for turn in seen]


def _bisect(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    """The first second at which the offset is that of `high`."""
    offset = _offset(high.astimezone(zone))
    while high - low > timedelta(seconds=1):
        middle = low + timedelta(seconds=(high - low) // timedelta(seconds=2))
        if _offset(middle.astimezone(zone)) == offset:
            high = middle
        else:
            low = middle
    return high


def _offset(moment: datetime) -> timedelta:
    return moment.utcoffset() or timedelta()


def _turn(onset: Onset, year: int) -> Turn:
    at = onset.in_year(year).replace(tzinfo=UTC) - onset.before
    return Turn(at, onset.before, onset.after, onset.name)


Part = TimezoneStandard | TimezoneDaylight


def _yearly(onset: Onset) -> Part:
    week = -1 if onset.week == 5 else onset.week
    part = _part(onset.in_year(_EPOCH.year), onset.before, onset.after, onset.name)
    day = f"{week}{_WEEKDAYS[onset.weekday]}"
    part.add("RRULE", {"FREQ": "YEARLY", "BYMONTH": onset.month, "BYDAY": day})
    return part


def _once(turn: Turn) -> Part:
    onset = (turn.at + turn.before).replace(tzinfo=None)
    return _part(onset, turn.before, turn.after, turn.name)


def _always(offset: timedelta, name: str) -> Part:
    return _part(_EPOCH, offset, offset, name)


def _part(onset: datetime, before: timedelta, after: timedelta, name: str) -> Part:
    # Summer time is when the clock goes forward. Ireland's law says otherwise, calendars do not.
    part = TimezoneDaylight() if after > before else TimezoneStandard()
    part.add("DTSTART", onset)
    part.add("TZOFFSETFROM", before)
    part.add("TZOFFSETTO", after)
    part.add("TZNAME", name)
    return part


def latest(moments: Iterable[datetime]) -> datetime:
    """The last of some moments, by UTC: of two in one zone Python compares the wall clock."""
    return max(moment.astimezone(UTC) for moment in moments)
