"""The left margin, the lines under `plan`, and schedules."""

from __future__ import annotations

import pytest

from mesocycle.syntax.nodes import (
    AnyTime,
    At,
    Beside,
    BesideEvery,
    Count,
    Declares,
    Every,
    ExerciseHead,
    Has,
    Header,
    HeaderDate,
    InWeeks,
    Lasting,
    Lasts,
    NotWithin,
    OnDates,
    OnDay,
    OnDays,
    OnOff,
    OutputHead,
    OutputOption,
    PartOfDay,
    PlaceHead,
    PlanHead,
    PoolHead,
    SessionHead,
    Setting,
    TimesAWeek,
    Use,
    Whenever,
    Word,
)
from tests.unit.syntax.reading import piece, refusal


@pytest.mark.parametrize(
    ("rule", "text", "node"),
    [
        ("plan_head", 'plan "A back that runs"', PlanHead(Word("A back that runs"))),
        ("use", "use runner-back", Use(Word("runner-back"))),
        ("use", "use runner-back as rb", Use(Word("runner-back"), prefix=Word("rb"))),
        ("use", 'use "lib/hips.plan"', Use(Word("lib/hips.plan"), path=True)),
        ("session_head", 'session "Strength"', SessionHead(Word("Strength"))),
        ("pool_head", "pool strength", PoolHead(Word("strength"))),
        ("pool_head", "pool hips = strength where trains glutes",
         PoolHead(Word("hips"), Word("strength"), Has("trains", Word("glutes")))),
        ("exercise_head", 'exercise "Superman"', ExerciseHead(Word("Superman"))),
        ("exercise_head", "exercise Superman Pull", ExerciseHead(Word("Superman Pull"))),
        ("place_head", "place home: mat, exercise ball",
         PlaceHead(Word("home"), (Word("mat"), Word("exercise ball")))),
        ("header", 'about "Easiest first."', Header("about", (Word("Easiest first."),))),
        ("header", "author Ana Runner", Header("author", (Word("Ana Runner"),))),
        ("header", "timezone Europe/Berlin", Header("timezone", (Word("Europe/Berlin"),))),
        ("header", "timezone America/Port-au-Prince",
         Header("timezone", (Word("America/Port-au-Prince"),))),
        ("header", "place outdoors, home", Header("place", (Word("outdoors"), Word("home")))),
        ("header", "starts 2026-12-07", HeaderDate("starts", Word("2026-12-07"))),
        ("header", "ends 2027-01-31", HeaderDate("ends", Word("2027-01-31"))),
        ("header", "lasts 8 weeks", Lasts(56, Word("8"))),
        ("header", "lasts 10 days", Lasts(10, Word("10"))),
        ("header", "care rehab", Setting("care", Word("rehab"))),
        ("header", "untried: skip", Setting("untried", Word("skip"))),
        ("header", "units lb", Setting("units", Word("lb"))),
        ("header", "16 exercises", Declares(16, Word("16"))),
        ("header", "use runner-back", Use(Word("runner-back"))),
        ("output_head", "output ical", OutputHead(Word("ical"))),
        ("output_head", "output ical: alarm 30min",
         OutputHead(Word("ical"), OutputOption(Word("alarm"), Word("30min")))),
        ("output_option", "only run, race", OutputOption(Word("only"), Word("run, race"))),
        ("output_option", 'title "A: back; 2"', OutputOption(Word("title"), Word("A: back; 2"))),
        ("output_option", "detail title", OutputOption(Word("detail"), Word("title"))),
    ],
)  # fmt: skip
def test_heads_and_header_lines(rule, text, node):
    assert piece(rule, text) == node


@pytest.mark.parametrize(
    ("rule", "text", "code"),
    [
        ("plan_head", "plan", "E102"),
        ("plan_head", "plan A back that runs", "E113"),
        ("plan_head", 'plan "A" "B"', "E100"),
        ("use", "use", "E102"),
        ("use", "use runner-back as", "E102"),
        ("use", "use runner-back, hips", "E100"),
        ("session_head", "session", "E102"),
        ("session_head", "session Strength on mon", "E113"),
        ("pool_head", "pool", "E102"),
        ("pool_head", "pool upper body", "E100"),
        ("pool_head", "pool hips = strength were trains glutes", "E101"),
        ("pool_head", "pool hips =", "E102"),
        ("exercise_head", "exercise", "E102"),
        ("place_head", "place home", "E102"),
        ("place_head", "place home mat", "E100"),
        ("place_head", "place home: mat chair,", "E102"),
        ("header", "about easiest first", None),
        ("header", "starts", "E102"),
        ("header", "starts 7.12.2026", "E100"),
        ("header", "starts 2026-12-7", "E100"),
        ("header", "starts today", "E100"),
        ("header", "lasts 8", "E102"),
        ("header", "lasts 8 wekes", "E101"),
        ("header", "lasts 0 weeks", "E132"),
        ("header", "lasts eight weeks", "E100"),
        ("header", "care rehap", "E101"),
        ("header", "care gentle", "E100"),
        ("header", "units stone", "E100"),
        ("header", "16 exercices", "E101"),
        ("header", "timezone", "E102"),
        ("output_head", "output", "E102"),
        ("output_head", "output ical:", "E102"),
        ("output_head", "output ical: alarm", "E102"),
        ("output_head", "output ical alarm 30min", "E100"),
        ("output_head", "output 2: alarm 30min", "E100"),
        ("output_option", "alarm", "E102"),
        ("output_option", 'title ""', "E102"),
        ("output_option", 'title "A" "B"', "E100"),
    ],
)
def test_what_is_no_head_is_refused(rule, text, code):
    if code is None:
        assert piece(rule, text)
    else:
        assert refusal(rule, text) == code


@pytest.mark.parametrize(
    ("text", "schedule"),
    [
        ("on mon, wed, fri", [OnDays((0, 2, 4))]),
        ("on fri, mon", [OnDays((0, 4))]),
        ("on mon at 07:00 for 40min",
         [OnDays((0,)), At((Word("07:00"),)), Lasting(2400)]),
        ("every day at 08:00, 20:00", [Every(1), At((Word("08:00"), Word("20:00")))]),
        ("every 2 days", [Every(2, Word("2"))]),
        ("3 times a week, 48h apart", [TimesAWeek(3, 172800, Word("3"))]),
        ("3 times a week, 2 days apart", [TimesAWeek(3, 172800, Word("3"))]),
        ("3 times a week", [TimesAWeek(3, None, Word("3"))]),
        ("on 2026-12-24, 2026-12-31", [OnDates((Word("2026-12-24"), Word("2026-12-31")))]),
        ("on day 3", [OnDay((3,), Word("3"))]),
        ("on days 1, 4 in the morning", [OnDay((1, 4), Word("1")), PartOfDay("morning")]),
        ("every day before bed", [Every(1), PartOfDay("before_bed")]),
        ('after "Easy run"', [Beside("after", Word("Easy run"))]),
        ("before every run", [BesideEvery("before", Word("run"))]),
        ("every day not within 60min before a run",
         [Every(1), NotWithin(3600, "before", Word("run"))]),
        ("any time", [AnyTime()]),
        ('whenever "30 minutes of sitting"', [Whenever(Word("30 minutes of sitting"))]),
        ("3 on, 1 off", [OnOff(3, 1, Word("3"))]),
        ("on mon in weeks 1-3, 5",
         [OnDays((0,)), InWeeks((Count(1, 3), Count(5, 5)), Word(""))]),
    ],
)  # fmt: skip
def test_schedules(text, schedule):
    assert list(piece("session_head", f'session "A" {text}').schedule) == schedule


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("on", "E102"),
        ("on monday", "E101"),
        ("on Mon", "E101"),
        ("on mon wed", "E100"),
        ("on mon,", "E102"),
        ("onmon", "E100"),
        ("on mon and wed", "E100"),
        ("on 24.12.2026", "E100"),
        ("at 7", "E100"),
        ("at 7am", "E100"),
        ("at 07:00:00", "E100"),
        ("for 40", "E102"),
        ("for 40m", "E100"),
        ("every", "E102"),
        ("every 0 days", "E132"),
        ("3 times", "E102"),
        ("3 times a weak", "E101"),
        ("3 times a week, 48 apart", "E100"),
        ("in the night", "E100"),
        ("after Easy run", "E113"),
        ("before run", "E101"),
        ("any tme", "E101"),
        ("whenever sitting", "E113"),
        ("3 on", "E102"),
        ("in weeks", "E102"),
        ("in weeks 3-1", "E131"),
        ("sometimes", "E100"),
    ],
)
def test_what_is_no_schedule_is_refused(text, code):
    assert refusal("session_head", f'session "A" {text}') == code
