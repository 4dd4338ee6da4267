"""The sheet: what is on it, in which order, and that nobody's words become markup."""

from __future__ import annotations

import re

import msgspec
import pytest
from mesocycle_markdown import Markdown

from mesocycle.output import wording
from mesocycle.output.sample_parts import FLEXIBILITY, LADDER, untested
from mesocycle.output.samples import (
    assessment,
    every_kind,
    hostile,
    ladder,
    programme,
    session,
    stopped,
)
from mesocycle.output.testing import OutputContract, content
from mesocycle.programme import (
    ABORT,
    DISCLAIMER,
    EMERGENCY,
    Because,
    Block,
    Decision,
    Notice,
    Set,
)


class TestContract(OutputContract):
    output = Markdown()


def sheet(programme, **options):
    return content(Markdown(), programme, **options).decode()


def section(text, heading):
    """What stands under a heading, up to the next."""
    return re.split(r"\n#+ ", text.partition(f"{heading}\n")[2])[0]


def test_the_head_says_who_what_and_when():
    head = sheet(ladder()).partition("## ")[0]
    assert head.startswith("# A back that runs\n\n**Ana** · Monday 7 December 2026 – ")
    assert "times in Europe/Berlin · by A coach" in head
    assert f"> {DISCLAIMER}" in head
    assert "> **Mind.** Three rungs qualify; four wanted." in head
    assert "> **Question.** How was the back on 8 Dec, morning?" in head


def test_a_session_is_a_table():
    strength = section(sheet(ladder()), "### Monday 7 December · 07:00 · Strength")
    assert strength.count("| Exercise |") == 1
    assert "| 1 | **Cat Cow** | 1 × 10 reps | ☐ |" in strength
    assert "| 3 | **Superman** | 3 × 8 reps (8–12), tempo 2-0-2-0, rest 60 s |" in strength
    assert f"*{ABORT}*" in strength


def test_a_box_for_every_set_and_side():
    strength = section(sheet(ladder()), "### Monday 7 December · 07:00 · Strength")
    boxes = {
        row.split("|")[2].strip(): row.split("|")[4] for row in strength.split("\n") if "☐" in row
    }
    assert boxes["**Superman**"].split() == ["☐"] * 3
    assert boxes["**Single Leg Bridge**"].split() == ["L", *"☐☐☐", "R", *"☐☐☐"]


def test_unequal_sides_have_unequal_boxes():
    left, right = Set(side="left"), Set(side="right")
    held = msgspec.structs.replace(LADDER[0], sets=(left, right, right))
    text = sheet(programme(session("Stretch", 0, Block(kind="straight", items=(held,)))))
    assert "L\u00a0☐ R\u00a0☐\u00a0☐" in text


def test_very_many_sets_are_counted_and_not_ticked():
    def boxes(count: int) -> str:
        done = msgspec.structs.replace(LADDER[0], sets=(Set(),) * count)
        return sheet(programme(session("Minutes", 0, Block(kind="emom", items=(done,)))))

    assert boxes(30).count("☐") == 0
    assert "____ of 30" in boxes(30)
    assert boxes(14).count("☐") == 14


def test_without_room_to_log():
    text = sheet(ladder(), log=False)
    assert "☐" not in text
    assert "____" not in text
    assert "| 3 | **Superman** |" in text


def test_a_run_is_a_list():
    run = section(sheet(ladder()), "### Tuesday 8 December · 18:00 · Easy run")
    assert "- ☐ **Warm-up:** walk 5 min, brisk\n- ☐ Run 30 min, easy\n" in run
    assert "  - Look ahead, arms loose.\n- ☐ **Cool-down:** walk 5 min, easy\n" in run
    assert "km ____" in run


def test_what_the_coach_says_here_is_under_the_table_and_what_always_holds_in_the_list():
    text = sheet(ladder())
    strength = section(text, "### Monday 7 December · 07:00 · Strength")
    exercises = section(text, "## The exercises")
    assert "- Superman: Two seconds up, two down." in strength
    assert "Look at the floor." not in strength
    assert (
        "- **Superman** (lower back, glutes, hamstrings · mat · "
        "[video](<https://example.org/superman>)). Lift arms and legs a hand's width. "
        "Look at the floor. *Progress:* one rep more when every set went well."
    ) in exercises
    assert text.count("Look at the floor.") == 1


def test_what_may_be_done_any_time_comes_after_the_weeks():
    text = sheet(ladder())
    assert text.index("## Week 3") < text.index("## Any time") < text.index("## The exercises")
    assert "### Loosen up · whenever: 30 minutes of sitting" in text


def test_the_weeks_in_numbers():
    numbers = section(sheet(ladder()), "## The weeks in numbers")
    assert "| Week | Sessions | Minutes | Reps | Run | Walk | Longest run |" in numbers
    assert "| 1 | 5 | 200 | 504 | 1 h | 20 min | 30 min |" in numbers
    assert "|  | 1–3 |\n| :-- | --: |\n| **Lower back** | 36 |\n| **Glutes** | 27 |" in numbers
    assert "Tonnage" not in numbers
    assert "Lifts" not in numbers
    assert "brackets" not in numbers


def test_a_week_has_its_dates():
    assert "## Week 2 · 14 December – 20 December" in sheet(ladder())


def test_provisional_and_assessment_in_plain_words():
    text = sheet(ladder())
    assert f"*{wording.PROVISIONAL}*" in text.partition("## ")[0]
    assert "*provisional*" not in section(text, "### Monday 7 December · 07:00 · Strength")
    assert "about 40 min · *provisional*" in text
    tested = sheet(assessment())
    assert "**assessment**" in tested
    assert "> Assessment: one easy set of each, from the top. Note how many" in tested


class TestTests:
    """How far to test is said once, where one begins to read, and there is room for the log."""

    NOTE = "Test in this order, and stop when 2 have gone well."

    def shown(self, *before, status="assessment", log=True):
        first, *others = map(untested, LADDER)
        first = msgspec.structs.replace(first, notes=(self.NOTE, "On the mat."))
        block = Block(kind="straight", items=(*before, first, *others))
        made = sheet(programme(session("Strength", 0, block, status=status)), log=log)
        return section(made, "### Monday 7 December · 07:00 · Strength")

    def test_how_far_to_go_stands_above_the_table_and_only_there(self):
        text = self.shown()
        assert f"> Assessment: one easy set each. {self.NOTE} Note how many" in text
        assert text.index(self.NOTE) < text.index("| Exercise |")
        assert text.count("Test in this order") == 1
        assert "- Superman: On the mat." in text

    def test_in_the_middle_of_a_session_it_says_from_where_on(self):
        text = self.shown(FLEXIBILITY[0], status="planned")
        assert "\n> From Superman on: test in this order, and stop when 2 have gone well.\n" in text

    def test_there_is_room_for_all_that_a_test_is_asked_about(self):
        text = self.shown(FLEXIBILITY[0])
        assert "| Exercise | How much | Done | How many | Pain | Slow | Form, notes |" in text
        table = [row.split("|") for row in text.split("\n| ")[1:]]
        rows = {cells[1].strip(" *"): cells[4:7] for cells in table}
        assert [cell.split() for cell in rows["Cat Cow"]] == [[], ["____"], []]
        assert [cell.split() for cell in rows["Superman"]] == [["____"]] * 3
        assert rows["Single Leg Bridge"][0].split() == ["L", "____", "R", "____"]

    def test_what_is_past_is_not_asked_for(self):
        assert "Test in this order" not in self.shown(status="done")
        assert "____" not in self.shown(log=False)


class TestStopped:
    def test_the_stop_comes_first(self):
        text = sheet(stopped())
        stop = f"> **Stop.** {EMERGENCY.removeprefix('Stop. ')}"
        assert text.index(stop) < text.index(DISCLAIMER) < text.index("## Week 1")

    def test_no_exercise_after_it(self):
        text = sheet(stopped())
        after = text.partition("### Wednesday 9 December")[2]
        assert (
            after.count("> **Stopped.** Do not do this session: read the notice at the top.") == 2
        )
        assert "Superman" not in after

    def test_a_reason_of_its_own_is_told(self):
        off = session("Strength", 0, status="skipped", reason="Holiday.")
        assert "> **Skipped.** Holiday." in sheet(programme(off))

    def test_what_is_past_needs_no_boxes(self):
        done = section(sheet(every_kind()), "### Tuesday 8 December · 07:00 · Day 2")
        assert "**done**" in done
        assert "☐" not in done


@pytest.mark.parametrize("severity", ["info", "question", "warning"])
def test_a_stop_comes_before_every_other_notice(severity):
    notices = (
        Notice(code="W1", severity=severity, text="Otherwise."),
        Notice(code="W2", severity="stop", text="No running."),
    )
    text = sheet(programme(notices=notices))
    assert text.index("> **Stop.** No running.") < text.index("Otherwise.")


def test_a_reader_of_tables_sees_as_many_cells_in_every_row():
    for name in ("|", "a|b", "\\|", "`|`", "\n|"):
        text = sheet(hostile(f"x{name}y"))
        for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
            cells = [len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) for row in table.splitlines()]
            assert len(set(cells)) == 1


def test_a_question_has_the_line_that_answers_it():
    answer = "2026-12-08 morning pain …"
    asked = Notice(code="R55", severity="question", text="How was the morning?", answer=answer)
    text = sheet(programme(session("Strength", 0), notices=(asked,)))
    assert "> **Question.** How was the morning? To write: *2026-12-08 morning pain …*" in text


LINE = Because(file="ana.diary", line=17, text="Superman; 8; pain 2")


class TestReasons:
    @pytest.fixture
    def decided(self):
        one = session("Strength", 0)
        why = Decision(
            id="d1", outcome="skipped", rule="SR5", text="Superman is left out: pain 2",
            session=one.id, because=(LINE,),
            change="To bring it back: one easy set.", write="2026-12-09 Superman; 8; pain 0",
        )  # fmt: skip
        return msgspec.structs.replace(programme(one), decisions=(why,))

    def test_what_hurts_is_not_on_the_sheet_unless_asked_for(self, decided):
        assert "pain 2" not in sheet(decided)

    def test_with_reasons_it_says_why_and_what_to_write(self, decided):
        text = sheet(decided, reasons=True)
        assert "**Why**\n\n- Superman is left out: pain 2 (SR5). ana.diary:17: " in text
        assert "To bring it back: one easy set. *2026-12-09 Superman; 8; pain 0*" in text
