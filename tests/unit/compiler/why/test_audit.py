"""A programme says what it was made of: a decision's line is a line of a text that is named."""

from __future__ import annotations

import hashlib
from pathlib import Path

from mesocycle import compile_plan
from mesocycle.loading import Folder, read, read_diary
from mesocycle.programme import LANGUAGE, Input

PLAN, DIARY = "plans/ladder/ladder.plan", "plans/ladder/ana.diary"


def sha256(path):
    return hashlib.sha256(Path(path).read_text(encoding="utf-8").encode()).hexdigest()


def made(diary=DIARY):
    return compile_plan(read(PLAN).value, Folder(PLAN), read_diary(diary).value).value


def test_plan_diary_and_libraries_are_named_with_what_was_read():
    audit = made().audit
    assert audit.language == LANGUAGE
    assert audit.inputs == (
        Input(kind="plan", file="ladder.plan", sha256=sha256(PLAN)),
        Input(kind="diary", file="ana.diary", sha256=sha256(DIARY)),
        Input(kind="library", file="runner-back", version=1),
    )


def test_an_included_diary_is_one_of_them(tmp_path):
    (tmp_path / "2026.diary").write_text("2026-12-06 morning pain 0\n")
    whole = Path(DIARY).read_text(encoding="utf-8") + 'include "2026.diary"\n'
    (tmp_path / "ana.diary").write_text(whole, encoding="utf-8")
    files = [each.file for each in made(str(tmp_path / "ana.diary")).audit.inputs]
    assert files == ["ladder.plan", "ana.diary", "2026.diary", "runner-back"]


def test_the_lines_of_decisions_are_lines_of_these_files():
    programme = made()
    named = {each.file for each in programme.audit.inputs}
    assert {line.file for each in programme.decisions for line in each.because} <= named
