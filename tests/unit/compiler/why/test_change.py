"""What a decision says would change it does change it: the line is written, and it is otherwise."""

from __future__ import annotations

import datetime as dt

import pytest

from mesocycle import compile_plan
from mesocycle.loading import Folder
from mesocycle.source import Source

PLAN = """\
plan "A back"
  starts 2026-12-07
  lasts 4 weeks
  timezone Europe/Berlin
  care rehab
  use runner-back

session "Strength" on mon, wed, fri at 07:00
  pick 2 from strength where painfree and slow and form good; 3x8-12; slow; progress reps

session "Run" on tue, sat at 18:00
  warmup 5min walk
  run 30min tempo
  cooldown 5min walk
"""

GOOD = "8; pain 0; slow; form good"
BOTH = "left 8; right 8; pain 0; slow; form good"


def diary(*lines):
    entries = "\n".join(lines)
    return f'athlete "Ana"\n  condition none\n\n{entries}\n'


def session(superman=GOOD, beetle=BOTH):
    return f'2026-12-07 "Strength"\n  Superman; {superman}\n  Beetle; {beetle}'


def compiled(text, plan=PLAN, as_of="2026-12-09"):
    found = compile_plan(
        Source("back.plan", plan), Folder("."), Source("ana.diary", text),
        as_of=dt.date.fromisoformat(as_of),
    )  # fmt: skip
    assert found.value is not None, [(d.code, d.message) for d in found.diagnostics]
    return found.value


def decided(programme, rule, day, exercise=None):
    found = [
        d
        for d in programme.decisions
        if (d.rule, d.date) == (rule, day) and exercise in (None, d.exercise)
    ]
    assert found, [(d.rule, d.date, d.text) for d in programme.decisions if d.date == day]
    return found[0]


def gone(programme, decision):
    """Whether nothing is decided that way any more about the same thing."""
    return not any(
        (d.rule, d.outcome, d.date, d.exercise, d.session)
        == (decision.rule, decision.outcome, decision.date, decision.exercise, decision.session)
        for d in programme.decisions
    )


@pytest.mark.parametrize(
    ("lines", "rule", "day", "exercise", "says"),
    [
        ([session("8; pain 2; slow; form good")], "SR5", "2026-12-09", "superman",
         "one easy set on a day without pain"),
        ([session("8; pain 0; form good")], "SR3", "2026-12-09", "superman", "one easy set"),
        ([session("8; pain 0; not slow; form good")], "R3", "2026-12-09", "superman",
         "one easy set"),
        ([session(beetle="left 8; right 8; pain 0; slow; form bad")], "R11", "2026-12-09", "beetle",
         "when its form holds"),
        ([session(), "2026-12-08 brisk walk 30min; pain 0", "2026-12-09 pain 2 lower back"],
         "R23", "2026-12-12", None, "When nothing hurts"),
        ([session()], "R28", "2026-12-12", None, "Walk briskly for half an hour"),
        ([session(), "2026-12-09 pain 6 lower back"], "SR5", "2026-12-11", None,
         "when the pain has come down"),
        ([session(), "2026-12-09 flag numbness left leg"], "SR4", "2026-12-09", None,
         "doctor or physiotherapist"),
    ],
    ids=["pain", "unknown", "too-fast", "form", "sore-run", "no-walk", "much-pain", "flag"],
)  # fmt: skip
def test_the_line_that_it_names_makes_it_otherwise(lines, rule, day, exercise, says):
    before = compiled(diary(*lines))
    decision = decided(before, rule, day, exercise)
    assert says in decision.change
    line = decision.write.replace("…", "Dr Meyer")
    after = compiled(diary(*lines, line), as_of=max(line[:10], "2026-12-09"))
    assert gone(after, decision), (line, decision)


@pytest.mark.parametrize(
    ("profile", "name"), [("condition osteoporosis", "osteoporosis"), ("age 16", "age")]
)
def test_who_is_out_of_scope_is_told_which_clearance_it_takes(profile, name):
    text = diary(session()).replace("condition none", profile)
    decision = decided(compiled(text), "SR18", "2026-12-09")
    assert decision.write == f'2026-12-09 cleared by "…" with {name}'
    after = compiled(f"{text}{decision.write.replace('…', 'Dr Meyer')}\n")
    assert gone(after, decision)


RULES = """
ask swelling none, mild, severe
rules
  when numbness: stop until cleared
  when swelling is severe: skip
"""


def test_a_rule_that_waits_for_an_answer_says_which():
    plan = PLAN.replace("pick 2 from strength where painfree and slow and form good", "Superman")
    entries = session("8, 8, 8; pain 0; slow; form good").replace(f"\n  Beetle; {BOTH}", "")
    text = diary("2026-12-07 swelling none", entries, "2026-12-08 morning pain 0")
    decision = decided(compiled(text, plan + RULES), "rule", "2026-12-09", "superman")
    assert decision.write == "2026-12-09 no numbness"
    after = compiled(f"{text}2026-12-09 no red flags\n{decision.write}\n", plan + RULES)
    assert gone(after, decision)


def test_another_answer_to_a_check_in_changes_what_a_rule_took_away():
    text = diary(session(), "2026-12-09 swelling severe")
    plan = PLAN + RULES
    decision = decided(compiled(text, plan), "rule", "2026-12-09")
    assert (decision.outcome, decision.write) == ("skipped", "2026-12-10 swelling none")


def test_a_later_day_without_pain_clears_no_flag():
    lines = [session(), "2026-12-08 flag numbness left leg", "2026-12-09 pain 0"]
    decision = decided(compiled(diary(*lines)), "SR4", "2026-12-09")
    assert decision.change.startswith("No later day without pain changes this.")
    assert decision.write == '2026-12-09 cleared by "…"'


def test_what_is_past_can_no_longer_be_changed():
    programme = compiled(diary(session("8; pain 2; slow; form good")))
    past = [d for d in programme.decisions if d.date and d.date < "2026-12-09"]
    assert past
    assert {d.change for d in past if d.rule != "missed"} == {None}


def test_an_entry_without_pain_is_to_be_completed_where_it_stands():
    entry = session(beetle="left 8, 8, 8; right 8, 8, 8; slow; form good")
    plan = PLAN.replace("pick 2 from strength where painfree and slow and form good", "Beetle")
    lines = [entry, "2026-12-07 morning pain 0", "2026-12-08 morning pain 0"]
    text = diary(*lines).replace("  Superman; 8; pain 0; slow; form good\n", "")
    decision = decided(compiled(text, plan), "R6", "2026-12-09", "beetle")
    assert decision.change.startswith("Complete line 5 of ana.diary")
    assert decision.write == "Beetle; left 8, 8, 8; right 8, 8, 8; slow; form good; pain …"


def test_a_morning_that_nobody_told_of_is_asked_for_by_its_date():
    plan = PLAN.replace("pick 2 from strength where painfree and slow and form good", "Beetle")
    text = diary(session(beetle="left 8, 8, 8; right 8, 8, 8; pain 0; slow; form good"))
    text = text.replace("  Superman; 8; pain 0; slow; form good\n", "")
    decision = decided(compiled(text, plan), "R6", "2026-12-09", "beetle")
    assert decision.write == "2026-12-08 morning pain …"
