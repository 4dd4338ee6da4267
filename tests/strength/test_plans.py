"""What all translations have in common: a source, no notes in place of meaning, no gaps."""

from __future__ import annotations

import re

import pytest

from tests.strength.compiled import STRENGTH, programme

PLANS = sorted(path.stem for path in STRENGTH.glob("*.plan"))


def text(name: str) -> str:
    return (STRENGTH / f"{name}.plan").read_text("utf-8")


def test_thirteen_programmes():
    assert len(PLANS) == 13


@pytest.mark.parametrize("name", PLANS)
def test_it_says_where_it_comes_from(name):
    assert re.search(r'^  source "[^"]{10,}"$', text(name), re.MULTILINE)


@pytest.mark.parametrize("name", PLANS)
def test_nothing_is_left_to_a_note(name):
    """Words are for people; what the programme asks must be said in the language."""
    assert not re.search(r"\b(note|cue)\b", text(name))


@pytest.mark.parametrize("name", PLANS)
def test_every_week_has_its_sessions_and_every_line_its_sets(name):
    entries = STRENGTH / f"{name}.diary"
    diary = entries.read_text("utf-8") if entries.exists() else None
    made = programme(f"{name}.plan", diary)
    weeks = {session.week for session in made.sessions}
    assert weeks == set(range(1, max(weeks) + 1))
    lines = [
        item
        for session in made.sessions
        for block in session.blocks
        for item in block.items
        if item.exercise
    ]
    assert lines
    assert all(item.sets for item in lines)
