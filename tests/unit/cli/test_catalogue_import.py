"""`meso catalogue import`: what other collections know, as a library beside a plan."""

from __future__ import annotations

import os

import pytest

from mesocycle.cli import catalogue_import
from mesocycle.importing import libraries
from mesocycle.loading.decode import MAX_BYTES
from tests.unit.importing.shapes import data, fedb, page, wger

PLAN = """\
plan "Door"
  starts 2026-12-07
  lasts 1 week
  timezone Europe/Berlin
  care training
  use runner-back
  use "theirs.plan" as fedb

session "Strength" on mon
  fedb.Wall Lean; 3x8
  Superman; 3x8
"""


@pytest.fixture
def theirs(folder):
    """`theirs(*exercises)`: a file that somebody downloaded."""

    def write(*values, name="exercises.json"):
        (folder / name).write_bytes(data(list(values)))

    write(fedb(), fedb("Door Lean", category="stretching"))
    return write


@pytest.fixture
def take(run, theirs):
    return lambda *more: run("catalogue", "import", "exercises.json", "-o", "theirs.plan", *more)


def test_a_library_is_written_and_can_be_used(take, run, folder):
    done = take()
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == (
        "2 exercises of free-exercise-db written to theirs.plan, all of them unreviewed\n"
        'next: in a plan beside it, write: use "theirs.plan" as fedb\n'
    )
    (folder / "door.plan").write_text(PLAN)
    checked = run("check", "door.plan")
    assert checked.exit_code == 0
    assert "W513" in checked.stderr + checked.stdout


def test_in_rehab_it_is_told_what_a_review_says(take, run, folder):
    take()
    (folder / "door.plan").write_text(PLAN.replace("care training", "care rehab"))
    why = run("why", "door.plan", "--on", "2026-12-07").stdout
    assert "Wall Lean is left out: it is unreviewed" in why
    assert 'exercise "fedb.Wall Lean"; loads …; impact …; sides …' in why


def test_without_a_file_to_write_it_is_printed(run, theirs, take, folder):
    printed = run("catalogue", "import", "exercises.json").stdout
    take()
    assert printed == (folder / "theirs.plan").read_text()


def test_standard_input(run, theirs, folder):
    text = (folder / "exercises.json").read_text()
    assert 'exercise "Door Lean"' in run("catalogue", "import", "-", stdin=text).stdout


def test_pages_of_wger_that_are_not_all(run, folder):
    (folder / "1.json").write_bytes(page(wger(), count=3))
    (folder / "2.json").write_bytes(page(wger(8, "Door Lean"), count=3))
    done = run("catalogue", "import", "1.json", "2.json", "--from", "wger")
    assert "there are 1 more on other pages" in done.stderr
    assert "# wger 8: CC-BY-SA 4, by Ida, Otto\n" in done.stdout


def test_what_is_left_out_is_told(run, theirs):
    theirs(fedb(), *(fedb(f'"{n}"') for n in range(12)))
    done = run("catalogue", "import", "exercises.json")
    assert done.stderr.count("left out: ") == 11
    assert 'left out: "0" (its name has a quotation mark)' in done.stderr
    assert "left out: 2 more, named in the library" in done.stderr
    assert done.stdout.count("its name has a quotation mark") == 12


class TestAgain:
    def test_a_library_that_nobody_touched_is_replaced(self, take, theirs, folder):
        take()
        theirs(fedb("Wall Press"))
        assert take().exit_code == 0
        assert 'exercise "Wall Press"' in (folder / "theirs.plan").read_text()

    @pytest.mark.parametrize("text", ["", "# mine\n", 'exercise "Wall Press"\n', "\xff"])
    def test_a_file_of_somebodys_is_not(self, take, folder, text):
        (folder / "theirs.plan").write_text(text, encoding="latin-1")
        done = take()
        assert done.exit_code == 1
        assert "E596" in done.stderr
        assert (folder / "theirs.plan").read_text(encoding="latin-1") == text

    def test_a_review_is_not_lost_by_accident(self, take, folder):
        take()
        path = folder / "theirs.plan"
        mine = path.read_text().replace("  unreviewed", "  impact 0\n  loads none\n  sides none", 1)
        path.write_text(mine)
        assert "E596" in take().stderr
        assert path.read_text() == mine
        assert take("--force").exit_code == 0
        assert "  impact" not in path.read_text()

    def test_whoever_reviews_in_a_plan_keeps_the_review(self, take, run, folder):
        take()
        review = '\nexercise "fedb.Wall Lean"\n  loads none\n  impact 0\n  sides none\n'
        (folder / "door.plan").write_text(PLAN + review)
        take()
        assert "W513" not in run("check", "door.plan").stderr
        assert " Wall Lean  3 × 8" in run("show", "door.plan", "--on", "2026-12-07").stdout


class TestRefused:
    def test_a_file_that_is_none(self, run, folder):
        done = run("catalogue", "import", "nowhere.json", "-o", "theirs.plan")
        assert done.exit_code == 4
        assert "E700" in done.stderr
        assert not os.path.exists("theirs.plan")

    @pytest.mark.parametrize(
        ("content", "code"),
        [(b"<html>", "E593"), (b"[1]", "E594"), (data([fedb(category="x")]), "E597")],
    )
    def test_a_file_of_something_else(self, take, folder, content, code):
        (folder / "exercises.json").write_bytes(content)
        done = take()
        assert done.exit_code == 1
        assert code in done.stderr
        assert not os.path.exists("theirs.plan")

    def test_a_library_that_nobody_could_use(self, take, monkeypatch):
        assert libraries.MOST_TEXT == MAX_BYTES
        for each in (libraries, catalogue_import):
            monkeypatch.setattr(each, "MOST_TEXT", 1000)
        done = take()
        assert (done.exit_code, "E595" in done.stderr) == (1, True)
        assert not os.path.exists("theirs.plan")

    def test_a_library_has_its_ending(self, refused, theirs):
        assert "ends in .plan" in refused("catalogue", "import", "exercises.json", "-o", "x.txt")

    def test_nothing_to_import(self, refused):
        assert "FILE" in refused("catalogue", "import")

    def test_a_folder_that_cannot_be_written(self, run, theirs, folder):
        (folder / "no").write_text("")
        done = run("catalogue", "import", "exercises.json", "-o", "no/theirs.plan")
        assert done.exit_code == 4
        assert "E720" in done.stderr
