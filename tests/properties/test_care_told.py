"""What an athlete in rehab is told holds: reasons are lines that are there, answers are read.

And how a diary is laid out, or split into files, changes nothing of what comes of it.
"""

from __future__ import annotations

import datetime as dt
import re

from hypothesis import given

import mesocycle
from mesocycle.loading import Folder
from mesocycle.source import Bound, Source
from tests.properties.diaries import (
    DAYS,
    PLAN,
    START,
    compiled,
    days,
    diary_of,
    items,
    legs,
    relaxed,
    seeds,
    text_of,
    until,
)  # fmt: skip

END = START + dt.timedelta(days=DAYS)
TAKEN = ("skipped", "held", "lowered", "regressed", "swapped", "stopped", "assessed")
#: What a writer puts for the dots, by the word in front of them.
KNOWN = {"sleep": "3", "pain": "0", "form": "good", "by": '"physio"'}


def programme_of(text, as_of=END, parts=()):
    """The programme of a diary as it is written; `parts` are the texts of what it includes."""
    diary = Bound("ana.diary", text)
    for number, part in enumerate(parts):
        diary.included[f"{number}.diary"] = Bound(f"{number}.diary", part, f"{number}.diary")
    outcome = mesocycle.compile_plan(
        Source("care.plan", PLAN), Folder("-"), diary, as_of=as_of
    )  # fmt: skip
    assert outcome.ok, [str(each) for each in outcome.diagnostics]
    return outcome.value


def filled(line):
    """A line to write, with something for what only the writer knows; None: of no day."""
    if not re.match(r"\d{4}-\d\d-\d\d ", line):
        return None
    said = line.replace('"…"', "…")
    return re.sub(r"(\w+) …", lambda found: f"{found[1]} {KNOWN[found[1]]}", said)


# --- reasons --------------------------------------------------------------------------------------


def baseless(diary):
    """Decisions with a line that is not there, and sessions that were withheld without one."""
    made = compiled(diary)
    texts = {"care.plan": PLAN.splitlines(), "ana.diary": text_of(diary).splitlines()}
    found = [
        (decision.text, why)
        for decision in made.decisions
        for why in decision.because
        if why.file in texts and why.text not in texts[why.file][why.line - 1]
    ]
    told = {each.session for each in made.decisions if each.outcome in TAKEN}
    return found + [
        (each.date, each.name)
        for each in made.sessions
        if each.status in ("stopped", "skipped") and not (each.reason and each.id in told)
    ]


@relaxed
@given(seeds)
def test_each_reason_is_a_line_that_is_there(seed):
    assert baseless(diary_of(seed)) == []


# --- answers --------------------------------------------------------------------------------------


@relaxed
@given(seeds, days)
def test_what_is_asked_can_be_answered_as_it_says(seed, day):
    diary = until(diary_of(seed), day)
    asked = {each.answer for each in compiled(diary, day).notices if each.answer}
    answers = {line: said for line in asked if (said := filled(line)) is not None}
    text = text_of(diary) + "".join(f"{said}\n" for said in answers.values())
    left = {each.answer for each in programme_of(text, day).notices}
    assert not left & set(answers)


@relaxed
@given(seeds, days)
def test_what_would_change_a_day_can_be_written(seed, day):
    diary = until(diary_of(seed), day)
    wanted = {each.write for each in compiled(diary, day).decisions if each.write}
    for line in sorted(filter(None, map(filled, wanted))):
        programme_of(f"{text_of(diary)}{line}\n")


# --- layout ---------------------------------------------------------------------------------------


def prescribed(programme):
    """What every session comes to."""
    return [
        (
            each.id,
            each.date,
            each.status,
            [(i.exercise.name, i.sets) for i in items(each)],
            legs(each),
        )
        for each in programme.sessions
    ]


@relaxed
@given(seeds, days)
def test_a_diary_in_two_files_is_the_same_diary(seed, day):
    diary = diary_of(seed)
    head, *said = text_of(diary).split("\n\n", 1)
    early = "".join(f"{each.text()}\n" for each in diary if each.day < day)
    late = "".join(f"{each.text()}\n" for each in diary if each.day >= day)
    assert "".join(said) == early + late
    one = programme_of(f'{head}\n\ninclude "0.diary"\n{late}', parts=[early])
    assert prescribed(one) == prescribed(compiled(diary))
    two = programme_of(f'{head}\n\n{early}\ninclude "0.diary"\n', parts=[late])
    assert prescribed(two) == prescribed(compiled(diary))


@relaxed
@given(seeds)
def test_blank_lines_comments_and_the_short_layout_change_nothing(seed):
    diary = diary_of(seed)
    text = text_of(diary)
    airy = re.sub(r"\n(?=\d)", "\n\n# a comment\n", text).replace("; pain", " ;  pain")
    assert prescribed(programme_of(airy)) == prescribed(compiled(diary))
