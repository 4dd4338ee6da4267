"""One wrong letter in a word of a diary: it is refused, or it changes nothing (SR17).

Every word but a person's name, with every letter left out, doubled, swapped with its neighbour
or replaced; with questions that a slip could answer, and without a plan.
"""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from mesocycle.diary.model import Flag
from mesocycle.source import Source
from mesocycle.syntax import parse_diary
from mesocycle.syntax.nodes import AskHead, Word
from tests.unit.diary.reading import entries

ASKS = (
    AskHead(Word("swelling"), (Word("none"), Word("mild"), Word("severe"))),
    AskHead(Word("gain"), low=0, high=10),
    AskHead(Word("plan"), low=0, high=10),
)
LINES = """
pain 3
pain 3 lower back
morning pain 3
no red flags
no numbness
flag numbness left leg
flag leg weakness
cleared by "Dr Meyer"
cleared by "Dr Meyer" with cancer for walking
condition osteoporosis
Squat; 8; pain 3
Squat; 8; pain after 3 sharp
Squat; 8; form bad; not slow
"Strength"; pain 3 sharp; stopped early
brisk walk 30min; pain 3
""".strip().splitlines()


def slips(word):
    """The word with one letter wrong."""
    for at, letter in enumerate(word):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + letter + word[at:]
        yield word[:at] + word[at + 1 : at + 2] + letter + word[at + 2 :]
        for other in "aenst":
            yield word[:at] + other + word[at + 1 :]
    yield word.capitalize()


def said(line, asks):
    """What a line of a day comes to, without the line itself; None if it is refused."""
    if parse_diary(Source("ana.diary", f'athlete "Ana"\n2026-12-08 {line}\n')).diagnostics:
        return None
    found = entries(f"2026-12-08 {line}", asks=asks)
    if not found.ok:
        return None
    diary = found.value
    parts = (getattr(diary, name) for name in diary.__struct_fields__ if name != "athlete")
    return [
        [_unquoted(each) for each in part] if isinstance(part, tuple) else part for part in parts
    ]


def _unquoted(entry):
    """The entry without the words in which it was written."""
    changes = {"because": None}
    if isinstance(entry, Flag):
        changes["text"] = entry.text.lower()
    if hasattr(entry, "exercises"):
        changes["exercises"] = tuple(_unquoted(each) for each in entry.exercises)
    return replace(entry, **changes)


@pytest.mark.parametrize("asks", [ASKS, None], ids=["asked", "no plan"])
@pytest.mark.parametrize("line", LINES)
def test_no_slip_says_something_else(line, asks):
    right = said(line, asks)
    assert right is not None
    blanked = re.sub(r'"[^"]*"', lambda match: "_" * len(match.group()), line)
    wrong = {
        text
        for match in re.finditer("[a-z]+", blanked)
        for slip in slips(match.group())
        if (text := line[: match.start()] + slip + line[match.end() :]) != line
    }
    assert [text for text in sorted(wrong) if said(text, asks) not in (None, right)] == []
