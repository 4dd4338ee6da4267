"""What was asked: red flags that are not there, and the questions of the plan."""

from __future__ import annotations

import datetime as dt

import pytest

from mesocycle.source import Source
from mesocycle.syntax import parse_diary
from mesocycle.syntax.nodes import AskHead, Word
from tests.unit.diary.reading import codes, entries


def ask(name, *words, **more):
    return AskHead(Word(name), tuple(Word(word) for word in words), **more)


ASKS = (
    ask("swelling", "none", "mild", "moderate", "severe"),
    ask("sleep", low=1, high=5),
    ask("limp", "yes", "no"),
    ask("left knee", "calm", "Warm"),
)


def answered(*lines, asks=ASKS):
    """The answers of a diary with these entries."""
    answers = entries(*lines, asks=asks).unwrap().answers
    return [(each.date.isoformat(), each.name, each.value, each.because.line) for each in answers]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("swelling mild", [("swelling", "mild")]),
        ("Swelling MILD", [("swelling", "mild")]),
        ("sleep 4", [("sleep", "4")]),
        ("sleep 05", [("sleep", "5")]),
        ("limp no", [("limp", "no")]),
        ("left knee warm", [("left knee", "Warm")]),
        ("sleep 4, swelling mild", [("sleep", "4"), ("swelling", "mild")]),
        ('limp yes; note "Since Sunday."', [("limp", "yes")]),
    ],
)
def test_answers_are_in_the_plans_spelling(line, expected):
    assert answered(f"2026-12-08 {line}") == [("2026-12-08", *each, 2) for each in expected]


def test_answers_come_in_the_order_of_their_days():
    found = answered("2026-12-09 sleep 4", "2026-12-08 sleep 2", "2026-12-09 sleep 3")
    assert [(day, value) for day, _, value, _ in found] == [
        ("2026-12-08", "2"), ("2026-12-09", "4"), ("2026-12-09", "3"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("sleep 9", ["E444"]),
        ("sleep 0", ["E444"]),
        ("sleep 4.5", ["E444"]),
        ("sleep 4/5", ["E444"]),
        ("sleep well", ["E444"]),
        ("sleep", ["E444"]),
        ("swelling", ["E444"]),
        ("swelling midl", ["E444"]),
        ("swelling is mild", ["E444"]),
        ("left knee hot", ["E444"]),
        ("sweling mild", ["E418"]),
        ("mood good", ["E418"]),
        ("sick", ["E418"]),
        ("mood 3", ["E418"]),
        ("Mood 3", ["E418"]),
        ("sleep 4, mood 3", ["E418"]),
        ("sleep 4, pain 3", ["E418"]),
        ("Squat, Deadlift", ["E418", "E418"]),
        ("yoga 45min", ["E418"]),
        ("sleep 4, sleep 3", ["E415"]),
        ("paln; 3", ["E418"]),
        ("Gym bro; 3", ["E203"]),
        ("limp yes; pain 3", ["E443"]),
        ("squat 8", ["E203"]),
        ("squatt", ["E203"]),
        ("Romanian Chair", ["E203"]),
    ],
)
def test_what_is_no_answer(line, expected):
    assert codes(entries(f"2026-12-08 {line}", asks=ASKS)) == expected


SLIPS = """
paln 3
Paln 3
pian 3 lower back
Flagg numbness
Flag numness left leg
numbnes mild
numness 3
tinglng 2
weaknes mild
nored flags
cleerd
Cleard today
bladdr mild
""".strip().splitlines()


def refused(line, asks):
    """The codes of a day's line, of the text or of what it says."""
    parsed = parse_diary(Source("ana.diary", f'athlete "Ana"\n2026-12-08 {line}\n'))
    return codes(parsed) or codes(entries(f"2026-12-08 {line}", asks=asks))


@pytest.mark.parametrize("asks", [ASKS, (), None], ids=["asked", "nothing asked", "no plan"])
@pytest.mark.parametrize("line", SLIPS)
def test_a_slip_of_a_safety_word_is_never_an_answer(line, asks):
    """Nor an exercise: nobody has to guess whether it was read."""
    (code,) = refused(line, asks)
    assert code in {"E101", "E203", "E418"}


@pytest.mark.parametrize("line", SLIPS)
def test_a_slip_behind_an_answer_neither(line):
    assert refused(f"sleep 4, {line}", ASKS) == ["E418"]


def test_without_a_plan_any_question_may_be_answered():
    found = answered("2026-12-08 swelling mild", "2026-12-08 mood 3, soreness low", asks=None)
    assert [each[1:3] for each in found] == [
        ("swelling", "mild"), ("mood", "3"), ("soreness", "low"),
    ]  # fmt: skip


def test_an_exercise_wins_over_a_question_of_its_name():
    found = entries("2026-12-08 Plank; 30s", asks=(ask("plank", "yes", "no"),)).unwrap()
    assert [each.exercise for each in found.exercises] == ["plank"]
    assert found.answers == ()


def test_screening():
    screens = entries(
        "2026-12-07 no red flags", "2026-12-08 no flags", '2026-12-09 no "Pins and Needles"',
        "2026-12-10 no chest pain",
    ).unwrap().screens  # fmt: skip
    assert [(each.date.day, each.symptom, each.because.line) for each in screens] == [
        (7, None, 2), (8, None, 3), (9, "tingling", 4), (10, "chest pain", 5),
    ]  # fmt: skip


def test_no_symptom_that_nobody_knows():
    assert codes(entries('2026-12-09 no "funny feelings"')) == ["E410"]


def test_nothing_of_the_future():
    assert codes(entries("2026-12-09 no red flags", as_of=dt.date(2026, 12, 8))) == ["E402"]
    assert codes(entries("2026-12-09 sleep 4", asks=ASKS, as_of=dt.date(2026, 12, 8))) == ["E402"]
