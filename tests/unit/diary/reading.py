"""Diaries from a few lines, read with a small gym's exercises."""

from __future__ import annotations

from mesocycle.catalogue import read as read_catalogue
from mesocycle.diary.read import read
from mesocycle.source import Source
from mesocycle.syntax import parse, parse_diary

GYM = """\
exercise "Squat"
  equipment barbell, rack

exercise "Deadlift"
  equipment barbell

exercise "Trap Bar Deadlift"
  variant of Deadlift
  equipment trap bar

exercise "Bench Press"
  equipment barbell, bench

exercise "Dumbbell Bench Press"
  variant of Bench Press
  equipment dumbbells, bench

exercise "Split Squat"
  equipment dumbbells
  sides each

exercise "Pull Up"
  equipment pull-up bar

exercise "Carry"
  equipment dumbbells
  measure distance

exercise "Plank"
  measure hold
  kind stability

exercise "Calf Stretch"
  measure hold
  kind flexibility

exercise "Rowing"
  kind cardio
  measure time
"""
FILE = parse(Source("gym.plan", GYM)).unwrap()
CATALOGUE = read_catalogue([(FILE, None)]).unwrap()


def outcome(text, **known):
    """What reading a diary gives; `known` is what the plan has."""
    return read(parse_diary(Source("ana.diary", text)).unwrap(), CATALOGUE, **known)


def profile(*lines, **known):
    """The outcome of a diary with these lines under `athlete`."""
    return outcome("\n  ".join(('athlete "Ana"', *lines)) + "\n", **known)


def entries(*lines, **known):
    """The outcome of a diary with these entries."""
    return outcome("\n".join(('athlete "Ana"', *lines)) + "\n", **known)


def codes(found):
    """The codes of an outcome's mistakes."""
    return [each.code for each in found.diagnostics]
