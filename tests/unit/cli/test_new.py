"""`meso new`: a folder to start from."""

from __future__ import annotations

import json

import pytest


def test_a_folder_that_checks_and_builds(run, folder, monkeypatch):
    done = run("new")
    assert done.exit_code == 0
    assert done.stdout == "next: cd my-plan && meso check back.plan me.diary\n"
    monkeypatch.chdir(folder / "my-plan")
    assert run("check", "back.plan", "me.diary", "library").stdout == "no mistakes in 3 files\n"
    assert run("build", "back.plan", "--diary", "me.diary").exit_code == 0


def test_its_readme_tells_how(run, folder):
    run("new", "spine")
    readme = (folder / "spine" / "README.md").read_text()
    assert "meso check back.plan me.diary" in readme
    assert "not medical advice" in readme


def test_it_begins_on_the_day_that_is_asked_for(run, folder, monkeypatch):
    run("new", "spine", "--start", "2027-01-04")
    monkeypatch.chdir(folder / "spine")
    run("build", "back.plan", "--diary", "me.diary", "--to", "json")
    programme = json.loads((folder / "spine" / "build" / "back-me.json").read_text())
    assert programme["starts"] == "2027-01-04"


def test_else_on_a_monday_to_come(run, folder):
    from datetime import date

    run("new", "spine")
    line = (folder / "spine" / "back.plan").read_text().split("starts ")[1]
    assert date.fromisoformat(line[:10]).weekday() == 0


def test_the_remarks_in_its_diary_are_entries_once_they_are_uncommented(run, folder, monkeypatch):
    run("new", "spine", "--start", "2026-12-07")
    monkeypatch.chdir(folder / "spine")
    diary = folder / "spine" / "me.diary"
    head, _, remarks = diary.read_text().partition("# 2026-12-07")
    diary.write_text(head + "2026-12-07" + remarks.replace("\n# ", "\n"))
    done = run("check", "back.plan", "me.diary")
    assert done.exit_code == 0, done.output


def test_it_fits_into_a_folder_that_is_there(run, folder):
    (folder / "spine").mkdir()
    (folder / "spine" / "notes.txt").write_text("mine")
    assert run("new", "spine").exit_code == 0


@pytest.mark.parametrize("name", ["back.plan", "README.md", "library/mine.plan"])
def test_nothing_is_overwritten(run, refused, folder, name):
    mine = folder / "spine" / name
    mine.parent.mkdir(parents=True)
    mine.write_text("mine")
    assert f"spine has a {name} already" in refused("new", "spine")
    assert mine.read_text() == "mine"
    assert [p for p in (folder / "spine").rglob("*") if p.is_file()] == [mine]


def test_a_link_is_not_written_through(refused, folder):
    (folder / "spine").mkdir()
    (folder / "spine" / "me.diary").symlink_to(folder / "nowhere")
    assert "me.diary already" in refused("new", "spine")


def test_where_nothing_can_be_written(run, folder):
    (folder / "spine").write_text("a file")
    done = run("new", "spine")
    assert done.exit_code == 4
    assert "cannot write to spine" in done.stderr


def test_names_that_a_shell_would_split_are_quoted(run):
    assert "cd 'my back' &&" in run("new", "my back").stdout


def test_no_option_is_taken_for_a_folder(refused):
    assert "no such option" in refused("new", "--strat").lower()
