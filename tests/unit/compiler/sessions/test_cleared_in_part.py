"""What is cleared in part is told once: the rest is paused, not everything."""

from __future__ import annotations

from mesocycle import compile_plan
from mesocycle.loading import Folder
from mesocycle.source import Source

PLAN = """\
plan "A back"
  starts 2026-12-07
  lasts 1 week
  timezone Europe/Berlin
  care rehab
  use runner-back

session "Strength" on wed
  Superman; 3x8

session "Walk" on thu
  walk 20min
"""
DIARY = """\
athlete "Ana"
  condition none

2026-12-07 flag {flag}
2026-12-08 cleared by "Dr Meyer" for walking
"""


def stops(flag):
    made = compile_plan(
        Source("a.plan", PLAN), Folder("plans/a.plan"), Source("a.diary", DIARY.format(flag=flag))
    )
    return [each.text for each in made.value.notices if each.severity == "stop"]


def test_that_the_rest_is_paused_is_told_once():
    (text,) = stops("numbness left leg")
    assert "Training that is not cleared is paused" in text


def test_the_words_for_an_emergency_stay():
    assert any("call your local emergency number" in text for text in stops("bladder"))
