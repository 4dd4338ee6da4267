"""Every line that a decision, or a question, tells somebody to write is one that a diary takes."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from mesocycle import compile_plan
from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.why.lines import easy_set, named
from mesocycle.loading import Folder, read
from mesocycle.source import Source

PLANS = Path("plans")

#: What stands for that which only the writer knows, and what somebody might write there.
_FILLED = {
    "pain …": "pain 0", "form …": "form good", "…kg": "100kg", "…lb": "225lb",
    "best 5k …": "best 5k 24:30", "place …": "place home", '"…"': '"Dr Meyer"', "flag …": "",
}  # fmt: skip


def pairs():
    """Every diary among the plans, with the plan that it follows."""
    for diary in sorted(PLANS.glob("*/*.diary")):
        for plan in sorted(diary.parent.glob("*.plan")):
            name = re.search(r'follows "([^"]+)"', diary.read_text())
            if name and f'plan "{name.group(1)}"' in plan.read_text():
                yield plan, diary


def days(diary):
    """The days on which something was written, the first few and the last."""
    found = sorted(set(re.findall(r"^\d{4}-\d\d-\d\d", diary.read_text(), re.MULTILINE)))
    return [*found[:3], found[-1]] if len(found) > 3 else found


CASES = [(plan, diary, day) for plan, diary in pairs() for day in days(diary)]


def filled(line, plan):
    """The line with something said; the answer to a question of the plan is its first word."""
    for open_, said in _FILLED.items():
        line = line.replace(open_, said)
    for name, first in re.findall(r"^ask ([\w ]+?) (\w+)[,-]", plan, re.MULTILINE):
        line = line.replace(f"{name} …", f"{name} {first}")
    return line


def put(text, line, session):
    """The diary with the line in it: in the profile, below a session, or at the end."""
    if re.match(r"\d{4}-", line):
        return f"{text.rstrip()}\n{line}\n"
    if re.match(r"(equipment|place|best|max|bodyweight|threshold|resting|ftp|zone) ", line):
        return re.sub(r'(^athlete "[^"]*")', rf"\1\n  {line}", text, count=1, flags=re.MULTILINE)
    return f'{text.rstrip()}\n{session.date} "{session.name}"\n  {line}\n'


@pytest.mark.parametrize(("plan", "diary", "day"), CASES, ids=lambda c: getattr(c, "stem", c))
def test_what_is_told_to_be_written_can_be_written(plan, diary, day):
    source, libraries = read(str(plan)).value, Folder(str(plan))
    known = dt.date.fromisoformat(day)
    text = diary.read_text()
    programme = compile_plan(source, libraries, Source("a", text), known_on=known).value
    sessions = {s.id: s for s in (*programme.sessions, *programme.todo)}
    told = {}
    for decision in programme.decisions:
        if decision.write and "Complete line" not in decision.change:
            told.setdefault((decision.rule, decision.outcome), (decision.write, decision.session))
    for notice in programme.notices:
        if notice.answer and not notice.answer.startswith(("pain", "form")):
            told[notice.text] = (notice.answer, None)
    for line, session in told.values():
        found = compile_plan(
            source,
            libraries,
            Source("a", put(text, filled(line, source.text), sessions.get(session))),
        )
        wrong = [d for d in found.diagnostics if d.severity == "error" and d.code != "E405"]
        assert not wrong, (line, [(d.code, d.message) for d in wrong])


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Superman", "Superman"),
        ("Single Leg Bridge", "Single Leg Bridge"),
        ("Lying Figure 4 Stretch", "Lying Figure 4 Stretch"),
        ("Single Leg Balance & Reach (Shin)", '"Single Leg Balance & Reach (Shin)"'),
        ("Mod. Low Side Plank Lifts", "Mod. Low Side Plank Lifts"),
        ("Reach (Shin)", '"Reach (Shin)"'),
    ],
)
def test_names_are_quoted_where_a_diary_needs_it(name, written):
    assert named(name) == written


def test_an_entry_begins_with_a_name_that_needs_no_quotes():
    reach = Exercise(id="reach", name="Reach (Shin)", aliases=("reach to the shin",))
    assert easy_set(reach, dt.date(2026, 12, 9)).startswith("2026-12-09 reach to the shin; 8;")
