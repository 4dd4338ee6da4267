"""A misspelt word of a rule is told with the right one, whatever else it could be read as."""

from __future__ import annotations

import re

import pytest

from mesocycle.syntax.nodes import Answered
from mesocycle.syntax.parser import plan_grammar
from tests.unit.syntax.reading import piece, plan


def when(text):
    """The condition of a rule."""
    return piece("state_rule", f"when {text}: hold").condition


@pytest.mark.parametrize(
    "text",
    ["pian > 2", "left pian > 2", "knee pane >= 3", "numbnes is yes", "leg numbness is yes",
     "tinglin = 1", "painfre is yes", "VAS > 3", "backpain > 1"],
)  # fmt: skip
def test_a_slip_of_a_safety_word_is_no_question(text):
    (found,) = plan_grammar().parse("state_rule", f"when {text}: hold").mistakes
    assert found.code == "E101"
    assert found.fix


@pytest.mark.parametrize("text", ["running >= 2", "stiffness is long", "strain > 3", "limp is yes"])
def test_other_words_may_be_questions(text):
    assert isinstance(when(text), Answered)


@pytest.mark.parametrize(
    ("text", "meant"),
    [("orning pain > 0", "morning"), ("next mornign pain", "morning"), ("levle <= 2", "level"),
     ("ipact >= 2", "impact"), ("agee >= 60", "age"), ("wek >= 3", "week")],
)  # fmt: skip
def test_a_slip_of_another_fact_is_no_question_and_no_place(text, meant):
    (found,) = plan_grammar().parse("state_rule", f"when {text}: hold").mistakes
    assert (found.code, found.fix) == ("E101", meant)


RIGHT = [
    ("state_rule", "when back pain > 2: skip"),
    ("state_rule", "when numbness: stop until cleared"),
    ("state_rule", 'when leg pain or tingling: stop "Ask." until cleared'),
    ("state_rule", "when morning pain > 0: easier"),
    ("state_rule", "when pain during > 2: avoid impact >= 2"),
    ("state_rule", "when weakness and not fever: hold"),
    ("state_rule", "when pain beyond buttock: stop"),
    ("state_rule", "when pain not better in 14 days: skip runs"),
    ("shade", "red when knee pain >= 6 or numbness"),
    ("shade", "green otherwise"),
    ("header", "screening every 7 days"),
    ("header", "pain limit 2"),
    ("header", "retest after 7 days"),
    ("session_clause", "when pain > 3: hold"),
]
KEPT = {"back", "leg", "knee", "buttock", "not", "and", "or"}


def slips(line):
    """The line with two neighbours swapped, or a letter lost or doubled, in each of its words."""
    for found in re.finditer("[a-z]{3,}", line):
        word = found.group()
        if word in KEPT:
            continue
        for at in range(len(word)):
            ends = word[at + 1 :]
            for wrong in (word[:at] + ends, word[:at] + word[at] * 2 + ends,
                          word[:at] + ends[:1] + word[at] + ends[1:]):  # fmt: skip
                if wrong not in (word, "day"):
                    yield word, line[: found.start()] + wrong + line[found.end() :]


@pytest.mark.parametrize(("rule", "line"), RIGHT)
def test_no_slip_of_the_pen_is_passed_over(rule, line):
    for word, wrong in slips(line):
        place = {"header": 'plan "A"', "state_rule": "rules", "shade": "light knee"}
        head = place.get(rule, 'session "A" on mon')
        outcome = plan(f"{head}\n  {wrong}\n")
        assert outcome.diagnostics, wrong
        told = outcome.diagnostics[0]
        assert word in f"{told.label} {told.hints}", wrong
