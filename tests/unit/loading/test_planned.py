"""What is known of a plan and a diary before anything is compiled."""

from __future__ import annotations

import pytest

from mesocycle.loading import read_diary
from mesocycle.loading.diaries import files_of
from mesocycle.loading.following import followed_name, may_follow, plan_name, plans_beside
from mesocycle.loading.planned import athlete_of, read_plan, zone_of
from mesocycle.source import Source


def diary(text):
    return Source("ana.diary", text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('athlete "Ana"\n', "Ana"),
        ('# Hers.\n\nathlete "Ana B."\n  timezone Europe/Berlin\n', "Ana B."),
        ('2026-12-07 "athlete"\n  athlete "Ben"\n', None),
        ("athlete Ana\n", "Ana"),  # a mistake that the parser understands
        ('athletes "Ana"\n', None),
        ("", None),
        ("athlete x\n" * 200_000 + 'athlete "Ana"\n', "x"),
        ("athlete ;\n" * 200_000 + 'athlete "Ana"\n', None),
    ],
)
def test_whose_diary_it_is(text, name):
    assert athlete_of(diary(text)) == name


def test_a_line_without_end_is_no_name():
    assert len(athlete_of(diary('athlete "' + "A" * 2_000_000 + '"\n')) or "") < 600


@pytest.mark.parametrize(
    ("plan", "log", "zone"),
    [
        ('plan "A"\n  timezone Europe/Berlin\n', None, "Europe/Berlin"),
        ('plan "A"\n', 'athlete "Ana"\n  timezone Asia/Tokyo\n', "Asia/Tokyo"),
        (
            'plan "A"\n  timezone Europe/Berlin\n',
            'athlete "Ana"\n  timezone Asia/Tokyo\n',
            "Europe/Berlin",
        ),
        ('plan "A"\n', 'athlete "Ana"\n', None),
        ('plan "A"\n  timezone Mars/Olympus\n', None, None),
        ('session "A"\n  timezone Europe/Berlin\n', None, None),
    ],
)
def test_in_which_zone_a_day_begins(plan, log, zone):
    found = zone_of(Source("a.plan", plan), diary(log) if log is not None else None)
    assert (found.key if found is not None else None) == zone


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('plan "A back"\n', "A back"),
        ('# plan "No"\nplan   "A back"; starts 2026-12-07\n', "A back"),
        ('exercise "Plank"\n', None),
        ('  plan "A back"\n', None),
    ],
)
def test_what_a_plan_is_called(text, name):
    assert plan_name(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('athlete "Ana"\n  follows "A back" from 2026-12-07\n', "A back"),
        ('athlete "Ana"; follows "A back"\n', "A back"),
        ('athlete "Ana"\n', None),
        ('follows "A back"\n', None),
    ],
)
def test_which_plan_a_diary_says_that_it_follows(text, name):
    assert followed_name(text) == name


def test_names_are_compared_as_people_read_them():
    assert may_follow("a  BACK", "A back")
    assert may_follow(None, "A back")
    assert not may_follow("A back", "A knee")


def test_the_plans_beside_a_diary(tmp_path):
    (tmp_path / "back.plan").write_text('plan "A back"\n')
    (tmp_path / "knee.plan").write_text('plan "A knee"\n')
    (tmp_path / "library.plan").write_text('exercise "Plank"\n')
    at = str(tmp_path / "ana.diary")
    both = [str(tmp_path / name) for name in ("back.plan", "knee.plan")]
    assert plans_beside(at, diary('athlete "Ana"\n')) == both
    assert plans_beside(at, diary('athlete "Ana"\n  follows "A knee"\n')) == both[1:]
    assert plans_beside(at, diary('athlete "Ana"\n  follows "A hip"\n')) == []


def test_the_files_of_a_diary_are_known_there_or_not(tmp_path):
    (tmp_path / "years").mkdir()
    (tmp_path / "ana.diary").write_text(
        'athlete "Ana"\ninclude "years/2025.diary"\ninclude "2024.diary"\n'
    )
    (tmp_path / "years" / "2025.diary").write_text('include "../ana.diary"\ninclude "j.diary"\n')
    at = str(tmp_path / "ana.diary")
    found = {path.removeprefix(f"{tmp_path}/") for path in files_of(at, read_diary(at).value)}
    assert found == {
        "ana.diary",
        "years/2025.diary",
        "2024.diary",
        "years/../ana.diary",
        "years/j.diary",
    }


def test_the_files_that_a_plan_asked_for_are_known(tmp_path):
    (tmp_path / "a.plan").write_text('plan "A"\n  use runner-back\n  use "own/mine.plan"\n')
    planned = read_plan(str(tmp_path / "a.plan")).value
    planned.catalogue()
    assert planned.libraries.files == (str(tmp_path / "own" / "mine.plan"),)
