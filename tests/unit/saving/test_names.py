"""What output files are called."""

from __future__ import annotations

import pytest

from mesocycle.programme import Athlete, PlanInfo, Programme
from mesocycle.saving.names import file_name, file_stem, slug


def programme(athlete=None):
    return Programme(
        plan=PlanInfo(name="A back!", id="a-back"),
        timezone="UTC",
        starts="2026-12-07",
        ends="2026-12-20",
        athlete=Athlete(name=athlete) if athlete is not None else None,
    )


@pytest.mark.parametrize(
    ("name", "slugged"),
    [
        ("Ana", "ana"),
        ("Ana B.", "ana-b"),
        ("Łukasz Ünal", "łukasz-ünal"),
        ("漢字", "漢字"),
        ("../../etc/passwd", "etc-passwd"),
        ("-rf", "rf"),
        (".hidden", "hidden"),
        ("a\0b\nc", "a-b-c"),
        ("x" * 300, "x" * 40),
        ("!!!", ""),
    ],
)
def test_a_name_in_a_file_name_is_never_a_path(name, slugged):
    assert slug(name) == slugged


@pytest.mark.parametrize(
    ("plan", "athlete", "diary", "stem"),
    [
        ("plans/back.plan", None, None, "back"),
        ("plans/back.plan", "Ana", "ana.diary", "back-ana"),
        ("back.txt", None, None, "back.txt"),
        ("-", None, None, "a-back"),
        ("-", "Ana", "x.diary", "a-back-ana"),
        (".plan", None, None, "a-back"),
        ("back.plan", "!!!", "diaries/ben.diary", "back-ben"),
        ("back.plan", None, "ben.diary", "back-ben"),
    ],
)
def test_the_plan_and_the_athlete(plan, athlete, diary, stem):
    assert file_stem(plan, programme(athlete), diary) == stem


def test_the_suffix():
    assert file_name("back-ana", "ics") == "back-ana.ics"
