"""The hand-out: what is on it, and that nobody's words are read as anything but words."""

from __future__ import annotations

import io
import re
import sys

import pypdf
import pytest
from mesocycle_pdf import Pdf
from mesocycle_pdf.printing import Unprintable, printed
from mesocycle_pdf.sheet import Wishes, sheet
from msgspec.structs import replace

from mesocycle.output.samples import (
    as_done,
    every_kind,
    hostile,
    ladder,
    programme,
    running,
    session,
    stopped,
)
from mesocycle.output.testing import OutputContract, content, rendered
from mesocycle.programme import ABORT, Because, Block, Decision, Item, PlanInfo


class TestContract(OutputContract):
    output = Pdf()
    shows_disclaimer = True

    def reads(self, made):
        return "".join(pages(made))


def pages(made):
    """The text of each page, on one line."""
    reader = pypdf.PdfReader(io.BytesIO(made))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


@pytest.fixture(scope="module")
def handout():
    """The pages of three weeks."""
    return pages(content(Pdf(), ladder()))


@pytest.fixture(scope="module")
def harmless():
    """The pages of a programme in which nobody wrote anything else than `x`."""
    return pages(content(Pdf(), hostile("x")))


def text(programme, **options):
    return " ".join(pages(content(Pdf(), programme, **options)))


def test_the_first_page_says_who_what_when_and_when_to_stop(handout):
    first = handout[0]
    assert first.startswith("A back that runs Ana Monday 7 December 2026 – Saturday 26 December")
    assert "not medical advice or a diagnosis" in first
    assert "When to stop. Stop the session on sharp pain" in first
    assert "Emergency. Numbness around the genitals or back passage" in first
    assert "112 EU" in first
    assert "Mind. Three rungs qualify; four wanted." in first


def test_every_page_says_when_to_stop_and_which_it_is(handout):
    assert len(handout) > 2
    for number, page in enumerate(handout, 1):
        assert page.endswith(f"{ABORT} page {number} of {len(handout)}")


def test_a_session_has_its_exercises_and_room_to_log(handout):
    made = " ".join(handout)
    assert "Monday 7 December · 07:00 Strength about 40 min" in made
    assert "1 Cat Cow Move with the breath. 1 × 10 reps" in made
    assert "felt (RPE 0–10) minutes pain next morning" in made
    assert "Form, notes" in made


def test_without_a_log_there_is_no_room_to_write():
    made = text(ladder(), log=False)
    assert "Cat Cow" in made
    assert "Form, notes" not in made
    assert "felt (RPE" not in made


def test_cues_stand_once_a_week_or_not_at_all(handout):
    assert " ".join(handout).count("Keep the lower back on the floor.") == 3
    assert "Keep the lower back on the floor." not in text(ladder(), cues=False)


def test_runs_are_told_on_the_way():
    made = text(running())
    assert re.search(r"[0-9] times", made)
    assert "Warm-up: " in made
    assert "pain, and where" in made


def test_what_is_done_is_told_and_not_asked_again():
    done = programme(
        replace(session("Strength", 0, *every_kind().sessions[0].blocks), status="done")
    )
    assert "felt (RPE" not in text(done)
    assert "done" in text(as_done())


def test_a_stopped_session_shows_why_and_nothing_else():
    first = pages(content(Pdf(), stopped()))[0]
    assert "Stopped. Do not do this session: read the notice at the top." in first
    behind = first.partition("Wednesday 9 December")[2]
    assert "Superman" in first.partition("Wednesday 9 December")[0]
    assert "Superman" not in behind


def test_pain_is_on_it_only_with_reasons():
    held = Decision(
        id="d1", outcome="held", rule="pain above 3", text="Held: the knee hurt.",
        session=ladder().sessions[0].id,
        because=(Because(file="ana.diary", line=3, text="pain 5"),),
    )  # fmt: skip
    decided = replace(ladder(), sessions=ladder().sessions[:1], decisions=(held,))
    made = text(decided)
    assert "pain 5" not in made
    assert "knee" not in made
    assert "Held: the knee hurt. (pain above 3). ana.diary:3: pain 5" in text(decided, reasons=True)


@pytest.mark.parametrize(
    "words",
    [
        '#read("/etc/passwd")', "#sys.inputs", '#import "@preview/x:1.0.0"', "#panic()", "*b*",
        "= a", "_c_", "$d$", "`e`", "<f>", "@g", "- h", "+ i", "/ j: k", "\\u{1F600}", "// l",
        "/* m */", "#let n = 1", "[o]", "{p}", '"q"', "https://example.org/#r", "a\\",
        "~", "---", "]", "#",
    ],
)  # fmt: skip
def test_what_people_write_reads_as_written(words, harmless):
    made = pages(content(Pdf(), hostile(words)))
    assert made[0].startswith(f"{words} {words} Monday")
    assert len(made) <= len(harmless) + 1
    assert " ".join(made).count(words) >= " ".join(harmless).count(" x ") // 2


def test_there_is_nothing_in_it_that_does_anything():
    for words in ("javascript:alert(1)", "https://example.org", "@ref", '#link("https://a.b")[c]'):
        made = content(Pdf(), hostile(words))
        assert b"/JavaScript" not in made
        assert b"/URI" not in made
        assert b"/Launch" not in made


def test_no_time_is_in_it():
    made = pypdf.PdfReader(io.BytesIO(content(Pdf(), ladder()))).metadata
    assert made.title == "A back that runs"
    assert made.creation_date is None
    assert made.modification_date is None


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_the_paper_is_as_wanted(paper, size):
    page = pypdf.PdfReader(io.BytesIO(content(Pdf(), ladder(), paper=paper))).pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == size


def test_every_font_is_in_the_file():
    made = content(Pdf(), ladder())
    fonts = set(re.findall(rb"/BaseFont ?/([A-Z]{6}\+[A-Za-z-]+)", made))
    assert fonts
    assert all(b"Libertinus" in font or b"DejaVu" in font for font in fonts)


def named(name):
    return programme(session("Strength", 0), plan=PlanInfo(name=name, id="x"))


@pytest.mark.parametrize("name", ["Überblick", "Тренировка", "Προπόνηση", "⏱ ✓ ½ → ≥", "Ćwiczenia"])
def test_letters_of_its_fonts_are_printed_without_a_word(name):
    assert name in pages(content(Pdf(), named(name)))[0]


def test_letters_that_its_fonts_have_not_are_told():
    done = rendered(Pdf(), named("腰 and 😀"))
    assert [each.code for each in done.diagnostics] == ["W631"]
    assert "腰 😀" in done.diagnostics[0].message
    assert pages(done.unwrap()[0].content)[0].startswith("\ufffd and \ufffd")


def test_very_many_of_them_are_told_briefly():
    done = rendered(Pdf(), named("".join(map(chr, range(0x4E00, 0x4E80)))))
    assert len(done.diagnostics) == 1
    assert done.diagnostics[0].message.endswith(" …")


def test_without_typst_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    done = rendered(Pdf(), ladder())
    assert [each.code for each in done.diagnostics] == ["E613"]
    assert "typst, which draws the pages, is not installed" in done.diagnostics[0].message
    assert done.diagnostics[0].hints == ("pip install 'mesocycle[pdf]'",)


def test_what_typst_refuses_is_told_and_no_traceback():
    data = sheet(ladder(), Wishes())
    with pytest.raises(Unprintable):
        printed(data | {"paper": "papyrus"})


def test_a_task_has_a_box_and_no_room_for_pain():
    made = text(
        programme(
            session("Day", 0, Block(kind="straight", items=(Item(slot_id="a", task="Foam roll"),)))
        )
    )
    assert "1 Foam roll" in made
