"""What coaches write out of habit is answered with what to type, and mended where it is sure."""

from __future__ import annotations

import pytest

from tests.unit.syntax.reading import diary, mended, places, plan


def hint(outcome):
    """The first hint of the one mistake that there is."""
    (found,) = outcome.diagnostics
    return found.hints[0].removeprefix("write ")


def item(text):
    return plan(f'session "A" on mon\n  {text}')


def session(text):
    return plan(f'session "A" {text}\n  Superman')


def entry(text):
    return diary(f"2026-12-08 {text}")


ITEMS = [
    ("Superman, 3x8, slow", "Superman; 3x8; slow"),
    ("Superman: 3x8", "Superman; 3x8"),
    ("Plank, 3x30s", "Plank; 3x30s"),
    ("Superman 3x8", "Superman; 3x8"),
    ("Superman - 3x8", "Superman; 3x8"),
    ("Superman 3 x 8", "Superman; 3x8"),
    ("Single Leg Bridge L/R 3x8", "Single Leg Bridge L/R; 3x8"),
    ("Superman; 3 x 8", "3x8"),
    ("Superman; 8-12 x 3", "3x8-12"),
    ("Superman; 3 sets of 8", "3x8"),
    ("Beetle; 3x8 each leg", "3x8 each side"),
    ("* Bridge", "Bridge"),
    ("- Bridge; 3x8", "Bridge"),
    ("1. Bridge", "Bridge"),
    ("Bridge\n    - 3x8", "3x8"),
    ("warm up 10min", "warmup 10min"),
    ("cool down 5min walk", "cooldown 5min walk"),
    ("jog 30min", "run 30min easy"),
    ("easy run 30min", "run 30min easy"),
    ("note 'x'", '"x"'),
    ("Superman; cue 'Eyes down.'", '"Eyes down."'),
    ("when backpain > 2: slow", "`back pain`"),
    ("Superman; when no pain: 3x8", "when pain = 0: 3x8"),
    ("pick 2 from core where no pain", "pick 2 from core where painfree"),
    ("pick 2 from core where pain free", "pick 2 from core where painfree"),
    ("pick 2 from core where no back pain", "pick 2 from core where not back pain"),
    ("pick 2 from core where good form", "pick 2 from core where form good"),
]
SESSIONS = [
    ("on Monday", "on mon"),
    ("on mon-fri", "on mon, tue, wed, thu, fri"),
    ("on fri to mon", "on fri, sat, sun, mon"),
    ("on mon and wed", "on mon, wed"),
    ("on mon wed fri", "on mon, wed, fri"),
    ("on Tuesdays, Thursday & Sat", "on tue, thu, sat"),
    ("every Monday at 07:00", "on mon at 07:00"),
    ("on weekdays", "on mon, tue, wed, thu, fri"),
    ("3x per week", "3 times a week"),
    ("daily", "every day"),
    ("at 08:00 and 20:00", "at 08:00, 20:00"),
    ("on mon at 7am", "on mon at 07:00"),
    ("on mon at 7:30 am", "on mon at 07:30"),
    ("on mon at 6pm", "on mon at 18:00"),
    ("on mon at 12 am", "on mon at 00:00"),
    ("before runs", "before every run"),
    ("after each run", "after every run"),
]
ENTRIES = [
    ("no pain", "pain 0"),
    ("painfree", "pain 0"),
    ("pain free", "pain 0"),
    ("no back pain", "pain 0 back"),
    ("lower back pain 3", "pain 3 lower back"),
    ("leg pain 3", "pain 3 leg"),
    ("left knee pain 3", "pain 3 left knee"),
    ("numbness left leg", "flag numbness left leg"),
    ("flag tingling in left foot", "flag tingling left foot"),
    ("tingling in both legs", "flag tingling both legs"),
    ("flag bladder trouble", "flag bladder"),
    ("chest pain 3", "flag chest pain"),
    ("walk 30min brisk; pain 0", "brisk walk 30min"),
    ("Superman 3x8", "Superman; 3x8"),
    ("Superman, 8, 8", "Superman; 8, 8"),
]


@pytest.mark.parametrize(("text", "meant"), ITEMS)
def test_an_item(text, meant):
    wrong = item(text)
    assert hint(wrong) == meant
    assert plan(mended(wrong)).diagnostics == ()


@pytest.mark.parametrize(("text", "meant"), SESSIONS)
def test_a_schedule(text, meant):
    wrong = session(text)
    assert hint(wrong) == f'session "A" {meant}'
    assert mended(wrong) == f'session "A" {meant}\n  Superman'


@pytest.mark.parametrize(("text", "meant"), ENTRIES)
def test_an_entry_of_a_diary(text, meant):
    wrong = entry(text)
    assert hint(wrong) == f"2026-12-08 {meant}"
    assert diary(mended(wrong)).diagnostics == ()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("no pain", "pain 0"),
        ("painfree", "pain 0"),
        ("pain free", "pain 0"),
        ("no back pain", "pain 0 back"),
        ("back pain 3", "pain 3 back"),
        ("left knee pain 3", "pain 3 left knee"),
        ("3 x 8", "3x8"),
    ],
)
def test_a_clause_of_an_entry(text, meant):
    assert mended(entry(f"Superman; 8; {text}")) == f"2026-12-08 Superman; 8; {meant}"


@pytest.mark.parametrize(
    ("wrong", "example"),
    [
        (session("twice a day"), 'session "A" every day at 08:00, 20:00'),
        (item("cool down"), "cooldown 5min"),
        (item("Bridge / Single Leg Bridge"), "Bridge | Single Leg Bridge"),
        (entry("back pain"), "2026-12-08 pain 3 back"),
    ],
)
def test_what_nobody_has_said_is_an_example_and_no_fix(wrong, example):
    assert hint(wrong) == f"for example: {example}"
    assert wrong.diagnostics[0].fixes == ()


def test_who_names_no_known_red_flag_is_told_which_there_are():
    assert "saddle numbness" in hint(entry("flag cauda equina"))


@pytest.mark.parametrize("condition", ["pain", "slow", "tingling"])
def test_a_condition_of_one_word_is_no_track(condition):
    assert places(item(f"Squat; if {condition}: skip")) == ["2:10 E133"]


def test_a_diary_is_no_plan_and_is_told_so_once():
    for text in ('athlete "Ana"\n  place home\n2026-12-08 pain 0', "2026-12-08 pain 0\n2026-12-09"):
        (found,) = plan(text).diagnostics
        assert found.message == "this is a diary, not a plan"


def test_a_plan_is_no_diary_and_is_told_so_once():
    for text in ('plan "A"\n  starts 2026-12-07\n', 'session "A" on mon\n  Superman'):
        (found,) = diary(text).diagnostics
        assert found.message == "this is a plan, not a diary"


def test_a_misspelt_athlete_makes_no_plan_of_a_diary():
    assert places(diary('athlte "Ana"\n  place home\n2026-12-08 pain 0'))[0] == "1:1 E101"


@pytest.mark.parametrize(
    "text",
    [
        'note "Superman 3x8, no pain at 7am"',
        '"Superman 3x8"',
        '"Warm up 10min"',
        '"Bridge / Hold"; 3x8',
        "Warm Up Drill; 3x8",
        "Lying Figure 4 Stretch; 2x30s",
        "Superman; when not back pain: 3x8",
        "Easy Run Drill; 3x8",
    ],
)
def test_what_only_looks_like_a_habit_is_left_alone(text):
    assert item(text).diagnostics == ()


@pytest.mark.parametrize(
    "text",
    ["morning pain 0", "pain 3 lower back", "flag numbness left leg", "brisk walk 30min",
     "Numbness Drill; 8", "Pain Free Squat; 8"],
)  # fmt: skip
def test_an_entry_that_only_looks_like_a_habit_is_left_alone(text):
    assert entry(text).diagnostics == ()
