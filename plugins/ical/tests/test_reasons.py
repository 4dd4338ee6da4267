"""What hurts stays out of a feed unless it is asked for; that a question is open does not."""

from __future__ import annotations

import msgspec

from mesocycle.output.sample_parts import LADDER
from mesocycle.output.samples import programme, session
from mesocycle.programme import Because, Block, Decision, Notice
from plugins.ical.tests.reading import events, feed

WORK = Block(kind="straight", items=LADDER)
LINE = Because(file="ana.diary", line=17, text="Superman; 8; pain 2")
ASKED = Notice(
    code="R55", severity="question", text="How was your back after it?",
    answer="2026-12-08 morning pain …",
)  # fmt: skip


def decided(*sessions):
    """A programme with a question, and what was decided of the last session."""
    made = programme(*sessions, notices=(ASKED,))
    why = Decision(
        id="d1", outcome="skipped", rule="SR5", text="Superman is left out: pain 2",
        session=sessions[-1].id, because=(LINE,),
    )  # fmt: skip
    return msgspec.structs.replace(made, decisions=(why,), as_of="2026-12-08")


def told(**options):
    done = session("Strength", 0, WORK, status="done")
    made = decided(done, session("Strength", 2, WORK), session("Strength", 4, WORK))
    return [str(event["DESCRIPTION"]) for event in events(feed(made, **options))]


def test_that_a_question_is_open_stands_with_the_next_session_only():
    done, following, last = told()
    assert (
        "Before it: a question is open, and the plan waits for the answer. "
        "See the sheet, or ask your coach." in following
    )
    assert "question" not in done + last


def test_what_hurts_is_in_no_feed_unless_asked_for():
    assert "pain 2" not in "".join(told())
    assert "your back" not in "".join(told())


def test_with_reasons_the_questions_and_the_decisions_with_their_lines():
    _, following, last = told(reasons=True)
    assert "- How was your back after it? 2026-12-08 morning pain …" in following
    assert "Why:\n- Superman is left out: pain 2 (SR5, ana.diary:17)" in last


def test_who_may_only_see_the_titles_sees_no_reason():
    assert "pain 2" not in "".join(told(reasons=True, detail="title"))
