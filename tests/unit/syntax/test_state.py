"""Rules on the athlete's state, questions, lights, and what a plan says of safety."""

from __future__ import annotations

import pytest

from mesocycle.syntax.nodes import (
    Answered,
    AskHead,
    Avoid,
    Compare,
    DaysOff,
    Easier,
    EasyOnly,
    Either,
    Exchange,
    Has,
    Hold,
    Intensity,
    LightHead,
    Not,
    Pain,
    PainBeyond,
    PainLimit,
    PainMoves,
    Retest,
    RulesHead,
    RuleWhen,
    Say,
    Screening,
    Shade,
    SkipPart,
    Spacing,
    Stop,
    SwapActivity,
    Symptom,
    Under,
    Volume,
    Word,
)
from tests.unit.syntax.reading import piece, places, plan, refusal
from tests.unit.syntax.whole import placeless

BACK = Word("back")
RUN, SWIM = Word("run"), Word("swim")


def when(text):
    """The condition of a rule."""
    return piece("state_rule", f"when {text}: hold").condition


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("pain during > 2", Pain(">", 2, timing="during")),
        ("back pain after > 1", Pain(">", 1, BACK, timing="after")),
        ("pain after", Pain(">", 0, timing="after")),
        ("morning pain > 0", Pain(">", 0, timing="morning")),
        ("next morning pain >= 2", Pain(">=", 2, timing="morning")),
        ("morning back pain", Pain(">", 0, BACK, timing="morning")),
        ("morning left knee pain > 1", Pain(">", 1, Word("knee"), "left", "morning")),
        ("left morning knee pain > 1", Pain(">", 1, Word("knee"), "left", "morning")),
        ("pain centralising", PainMoves("centralising")),
        ("pain centralizing", PainMoves("centralising")),
        ("back pain peripheralizing", PainMoves("peripheralising", BACK)),
        ("left knee pain rising", PainMoves("rising", Word("knee"), "left")),
        ("back pain not better in 14 days", PainMoves("not better", BACK, days=14)),
        ("pain not better in 1 day", PainMoves("not better", days=1)),
        ("pain beyond buttock", PainBeyond(Word("buttock"))),
        ("pain beyond left buttock", PainBeyond(Word("buttock"), "left")),
        ("right pain beyond lower leg", PainBeyond(Word("lower leg"), "right")),
        ("swelling is mild", Answered(Word("swelling"), "=", Word("mild"))),
        ("swelling is not mild", Answered(Word("swelling"), "!=", Word("mild"))),
        ("swelling >= moderate", Answered(Word("swelling"), ">=", Word("moderate"))),
        ("sleep < 3", Answered(Word("sleep"), "<", Word("3"))),
        ("sleep is 3", Answered(Word("sleep"), "=", Word("3"))),
        ("left knee swelling is very mild",
         Answered(Word("left knee swelling"), "=", Word("very mild"))),
        ("knee is red", Answered(Word("knee"), "=", Word("red"))),
        ("not knee is green", Not(Answered(Word("knee"), "=", Word("green")))),
        ("7 days off", DaysOff(7)),
        ("1 day off", DaysOff(1)),
        ("numbness or knee is red",
         Either((Symptom(Word("numbness")), Answered(Word("knee"), "=", Word("red"))))),
    ],
)  # fmt: skip
def test_conditions(text, node):
    assert placeless(when(text)) == node


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("hold", Hold()),
        ("easier", Easier()),
        ("skip", SkipPart()),
        ("skip runs", SkipPart(Word("runs"))),
        ("skip strength", SkipPart(Word("strength"))),
        ("skip Single Leg Bridge", SkipPart(Word("Single Leg Bridge"))),
        ("avoid loads extension", Avoid(Has("loads", Word("extension")))),
        ("avoid impact >= 2", Avoid(Compare("impact", ">=", 2))),
        ("swap run for swim", SwapActivity(RUN, SWIM, None, RUN)),
        ("swap run for swim at 80%", SwapActivity(RUN, SWIM, 8000, RUN)),
        ("swap Squat for Leg Press", Exchange(Word("Squat"), Word("Leg Press"))),
        ("swap Squat for Squat with dumbbells",
         Exchange(Word("Squat"), Word("Squat with dumbbells"))),
        ("volume 60%", Volume((6000,), Word("60%"))),
        ("intensity 72.5%", Intensity(7250)),
        ("intensity easy", Intensity(effort=Word("easy"))),
        ("runs easy only", EasyOnly(RUN, RUN)),
        ("stop", Stop()),
        ('stop "See a doctor."', Stop(Word("See a doctor."))),
        ("stop until cleared", Stop(until_cleared=True)),
        ('stop "See a doctor." until cleared', Stop(Word("See a doctor."), True)),
        ('say "Slow down."', Say(Word("Slow down."))),
        ('cue "Slow down."', Say(Word("Slow down."))),
        ('note "Slow down."', Say(Word("Slow down."))),
    ],
)  # fmt: skip
def test_actions(text, node):
    assert placeless(piece("rule_action", text)) == node
    assert placeless(piece("state_rule", f"if pain: {text}").action) == node


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("volume 101%", "E132"),
        ("volume 0%", "E132"),
        ("volume 60", "E100"),
        ("intensity 120%", "E132"),
        ("intensity hard", "E100"),
        ("swap run for run", "E133"),
        ("swap Squat for squat", "E133"),
        ("swap run for swim at 0%", "E132"),
        ("skip running", "E101"),
        ("stop until", "E102"),
        ("say Slow", "E113"),
        ("avoid", "E102"),
        ("harder", "E100"),
    ],
)
def test_no_actions(text, code):
    assert refusal("rule_action", text) == code


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("ask swelling none, mild, severe",
         AskHead(Word("swelling"), (Word("none"), Word("mild"), Word("severe")))),
        ('ask sleep 1-5 "How did you sleep?"',
         AskHead(Word("sleep"), low=1, high=5, text=Word("How did you sleep?"))),
        ("ask sleep 0-10 every 2 days", AskHead(Word("sleep"), low=0, high=10, days=2)),
        ("ask limp yes, no every day", AskHead(Word("limp"), (Word("yes"), Word("no")))),
        ('ask limp yes, no every 3 days "Do you limp?"',
         AskHead(Word("limp"), (Word("yes"), Word("no")), days=3, text=Word("Do you limp?"))),
        ('ask "hand stiffness" none, not long, long',
         AskHead(Word("hand stiffness"), (Word("none"), Word("not long"), Word("long")))),
    ],
)  # fmt: skip
def test_questions(text, head):
    assert placeless(piece("ask_head", text)) == head


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ask swelling", "E102"),
        ("ask swelling mild", "E132"),
        ("ask swelling none, mild, Mild", "E133"),
        ("ask swelling a, b, c, d, e, f, g, h, i, j", "E132"),
        ("ask sleep 5-1", "E131"),
        ("ask sleep 3-3", "E132"),
        ("ask sleep 0-101", "E132"),
        ("ask sleep 1-5 every 0 days", "E132"),
        ("ask sleep 1-5 every 91 days", "E132"),
        ("ask sleep 1-5 every 2 days every 2 days", "E133"),
        ('ask sleep 1-5 "One?" "Two?"', "E133"),
        ("ask pain 0-10", "E133"),
        ("ask rain 0-10", "E133"),
        ('ask "leg numbnes" yes, no', "E133"),
        ("ask week 1-5", "E133"),
        ("ask left 1-5", "E133"),
        ('ask "morning stiffness" none, long', "E133"),
        ("ask bodyweight 40-90", "E133"),
        ('ask "How did you sleep?" 1-5', "E133"),
    ],
)
def test_no_questions(text, code):
    assert refusal("ask_head", text) == code


@pytest.mark.parametrize(
    ("rule", "text", "node"),
    [
        ("light_head", "light knee", LightHead(Word("knee"))),
        ("light_head", 'light "left knee"', LightHead(Word("left knee"))),
        ("shade", "red when knee pain >= 6", Shade("red", Pain(">=", 6, Word("knee")))),
        ("shade", "amber if pain", Shade("amber", Pain(">", 0))),
        ("shade", "green otherwise", Shade("green")),
        ("header", "screening every 7 days", Screening(7)),
        ("header", "screening every 1 day", Screening(1)),
        ("header", "pain limit 2", PainLimit(2, Word("2"))),
        ("header", "pain limit 0", PainLimit(0, Word("0"))),
        ("header", "retest after 7 days", Retest(7)),
        ("session_clause", '24h apart because "Two."', Spacing(86400, Word("Two."))),
        ("session_clause", '1.5h apart because "Two."', Spacing(5400, Word("Two."))),
    ],
)
def test_lights_and_what_a_plan_says(rule, text, node):
    assert placeless(piece(rule, text)) == node


@pytest.mark.parametrize(
    ("rule", "text", "code"),
    [
        ("light_head", "light pain", "E133"),
        ("shade", "red", "E102"),
        ("shade", "red otherwise when pain", "E100"),
        ("header", "screening every 0 days", "E132"),
        ("header", "screening every 29 days", "E132"),
        ("header", "pain limit 3", "E132"),
        ("header", "retest after 0 days", "E132"),
        ("header", "retest after 91 days", "E132"),
        ("session_clause", '0h apart because "Two."', "E132"),
        ("session_clause", "24h apart", "E102"),
        ("state_rule", "when pain not better in 0 days: hold", "E132"),
        ("state_rule", "when 0 days off: hold", "E132"),
        ("state_rule", "when left pain beyond right buttock: hold", "E133"),
        ("state_rule", "when morning pain during > 2: hold", "E133"),
    ],
)
def test_no_lights_and_nothing_that_a_plan_can_say(rule, text, code):
    assert refusal(rule, text) == code


def test_a_sessions_own_condition_is_a_rule_where_a_line_could_not_say_it():
    rule = piece("session_clause", "when pain > 3: skip")
    assert rule == RuleWhen(Pain(">", 3), SkipPart())
    assert isinstance(piece("session_clause", "when pain > 3: volume 60%"), Under)
    assert isinstance(piece("session_clause", 'when pain > 3: cue "Slow."'), Under)


def test_where_rules_stand():
    outcome = plan(
        'rules\n  when pain: hold; say "Wait."\n    easier\n'
        'phase "A" for 2 weeks\n  rules\n    if pain: skip\n'
        '  session "S" on mon\n    Superman; 3x8\n    rules\n      when pain: stop\n'
    )
    assert outcome.diagnostics == ()
    rules, phase = outcome.value.statements
    assert rules.head.node == RulesHead()
    (rule,) = rules.children
    assert placeless(rule.head.node) == RuleWhen(Pain(">", 0), Hold())
    assert [type(each.node) for each in rule.clauses] == [Say, Easier]
    assert [type(each.head.node) for each in phase.children[0].children] == [RuleWhen]
    assert isinstance(phase.children[1].children[1].head.node, RulesHead)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("when pain > 3: hold\n", "1:1 E108"),
        ('phase "A" for 2 weeks\n  when pain > 3: hold\n', "2:3 E108"),
        ("rules\n  hold\n", "2:3 E102"),
        ("rules\n  Superman; 3x8\n", "2:3 E101"),
        ("rules; when pain: hold\n", "1:8 E114"),
        ("rules\n  when pain: hold; when numbness: stop\n", "2:20 E108"),
        ("light knee\n  hold\n", "2:3 E108"),
        ("light knee\n  when pain: red\n", "2:3 E100"),
    ],
)
def test_what_stands_where_no_rule_does_is_told(text, expected):
    assert places(plan(text)) == [expected]
