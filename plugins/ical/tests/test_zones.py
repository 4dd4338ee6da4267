"""The zone in the feed says what the zone does, at every hour of the plan."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Timezone
from mesocycle_ical.posix import read_rule, rule_of
from mesocycle_ical.zones import observed_turns, timezone_component

FIRST, LAST = datetime(2026, 9, 1, tzinfo=UTC), datetime(2027, 12, 1, tzinfo=UTC)


def component(key, first=FIRST, last=LAST):
    return timezone_component(key, ZoneInfo(key), first, last)


def is_yearly(part: Timezone) -> bool:
    return all("RRULE" in each for each in part.subcomponents)


@pytest.mark.parametrize(
    "key",
    [
        "Europe/Berlin", "Europe/London", "Europe/Dublin", "America/New_York", "America/Sao_Paulo",
        "America/St_Johns", "Australia/Sydney", "Australia/Lord_Howe", "Asia/Kolkata",
        "Asia/Kathmandu", "Pacific/Chatham", "Pacific/Auckland", "Pacific/Kiritimati",
        "Africa/Casablanca", "Africa/Cairo", "Asia/Gaza", "America/Nuuk", "America/Santiago",
        "Asia/Jerusalem", "Antarctica/Troll", "Etc/GMT+12", "EST5EDT", "America/Havana",
    ],
)  # fmt: skip
@pytest.mark.proves("C28")
def test_it_agrees_with_the_zone_at_every_half_hour(key):
    written = Timezone.from_ical(component(key).to_ical()).to_tz()
    zone = ZoneInfo(key)
    moment = FIRST
    while moment < LAST:
        wall = moment.astimezone(zone)
        # A wall time that comes twice, or never, is for `fold` to tell; a feed has no fold.
        if wall.replace(fold=0).utcoffset() == wall.replace(fold=1).utcoffset():
            assert wall.replace(tzinfo=written).utcoffset() == wall.utcoffset(), wall
        moment += timedelta(minutes=30)


@pytest.mark.parametrize(
    "key", ["Europe/Berlin", "Europe/Dublin", "America/New_York", "Pacific/Auckland"]
)
@pytest.mark.proves("C28")
def test_yearly_rules_where_they_hold(key):
    part = component(key)
    assert is_yearly(part)
    assert len(part.subcomponents) == 2


@pytest.mark.parametrize("key", ["Africa/Casablanca", "Asia/Gaza"])
@pytest.mark.proves("C28")
def test_what_was_observed_where_no_rule_holds(key):
    part = component(key)
    assert not is_yearly(part)
    assert len(part.subcomponents) == 1 + len(observed_turns(ZoneInfo(key), FIRST, LAST))


def test_summer_time_is_when_the_clock_goes_forward_in_ireland_too():
    names = {part.name: str(part["TZNAME"]) for part in component("Europe/Dublin").subcomponents}
    assert names == {"DAYLIGHT": "IST", "STANDARD": "GMT"}


def test_a_zone_without_summer_time_is_one_offset():
    (part,) = component("Asia/Kolkata").subcomponents
    assert part["TZOFFSETTO"].td == part["TZOFFSETFROM"].td == timedelta(hours=5, minutes=30)


def test_the_same_whenever_the_plan_is():
    other = component("Europe/Berlin", FIRST.replace(year=2030), LAST.replace(year=2031))
    assert component("Europe/Berlin").to_ical() == other.to_ical()


class TestRules:
    def test_berlin(self):
        rule = read_rule("CET-1CEST,M3.5.0,M10.5.0/3")
        assert (rule.name, rule.offset) == ("CET", timedelta(hours=1))
        onsets = [each.in_year(2027).isoformat() for each in rule.onsets]
        assert onsets == ["2027-03-28T02:00:00", "2027-10-31T03:00:00"]

    @pytest.mark.parametrize(
        ("text", "offset", "turns"),
        [
            ("UTC0", 0, []),
            ("<+0530>-5:30", 330, []),
            ("EST5EDT,M3.2.0,M11.1.0", -300, [(3, 8, 2), (11, 1, 2)]),
            ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 630, [(10, 4, 2), (4, 5, 2)]),
        ],
    )
    def test_read(self, text, offset, turns):
        rule = read_rule(text)
        assert rule.offset == timedelta(minutes=offset)
        found = [each.in_year(2026) for each in rule.onsets]
        assert [(each.month, each.day, each.hour) for each in found] == turns

    @pytest.mark.parametrize(
        "text",
        [
            "", "CET", "CET-1CEST", "CET-1CEST,J60,J300", "CET-1CEST,60,300", "CET-1CEST,M3.5.0",
            "<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "EET-2EEST,M3.4.4/50,M10.4.4/50", "x" * 100,
        ],
    )  # fmt: skip
    def test_not_read(self, text):
        assert read_rule(text) is None

    @pytest.mark.parametrize(
        "key", ["", "..", "../zone", "/etc/localtime", "Mars/Olympus", "Europe"]
    )
    def test_no_zone_no_rule(self, key):
        assert rule_of(key) is None
