"""`meso check`: every mistake, nothing written."""

from __future__ import annotations

import json

from tests.unit.cli.conftest import DIARY, PLAN

TWO_MISTAKES = PLAN.replace("Superman;", "Supermann;").replace("any time", "on mun")


def test_a_plan_without_mistakes(run):
    done = run("check", "back.plan")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "no mistakes in 1 file\n", "")


def test_a_plan_and_a_diary(run):
    assert run("check", "back.plan", "ana.diary").stdout == "no mistakes in 2 files\n"


def test_every_mistake_is_told_with_its_place(run, folder):
    (folder / "back.plan").write_text(TWO_MISTAKES)
    done = run("check", "back.plan")
    assert done.exit_code == 1
    assert "error[E203]: unknown exercise" in done.stdout
    assert " --> back.plan:8:3\n" in done.stdout
    assert "8 |   Supermann; 3x8-12; rest 60s; progress reps\n" in done.stdout
    assert " --> back.plan:11:" in done.stdout
    assert done.stdout.endswith("2 errors\n")


def test_nothing_is_written(run, folder):
    run("check", "back.plan", "ana.diary")
    assert sorted(p.name for p in folder.iterdir()) == ["ana.diary", "back.plan"]


def test_a_folder_stands_for_what_is_in_it(run, folder):
    (folder / "README.md").write_text("not a plan")
    assert run("check", ".").stdout == "no mistakes in 2 files\n"


def test_the_mistakes_of_a_plan_are_told_once_however_many_diaries_follow_it(run, folder):
    (folder / "back.plan").write_text(TWO_MISTAKES)
    (folder / "ben.diary").write_text(DIARY.replace("Ana", "Ben"))
    assert run("check", ".", "--format", "short").stdout.count("E203") == 1


def test_a_mistake_in_the_diary(run, folder):
    (folder / "ana.diary").write_text(DIARY.replace("pain 0", "pain 11"))
    done = run("check", "back.plan", "ana.diary", "--format", "short")
    assert done.exit_code == 1
    assert done.stdout.startswith("ana.diary:5:")


def test_a_diary_alone_is_checked_for_its_form_and_says_so(run):
    done = run("check", "ana.diary")
    assert done.exit_code == 0
    assert done.stdout.startswith("note[W740]: ana.diary was checked without its plan")


def test_a_diary_alone_with_a_mistake_in_its_form(run, folder):
    (folder / "ana.diary").write_text(DIARY + "2026-12-32 morning pane 0\n")
    assert run("check", "ana.diary").exit_code == 1


def test_a_diary_is_checked_against_the_plan_that_it_follows(run, folder):
    (folder / "other.plan").write_text(
        PLAN.replace('"A back"', '"Other"').replace('"Strength"', '"Power"')
    )
    assert run("check", "other.plan", "back.plan", "ana.diary").exit_code == 0
    (folder / "ana.diary").write_text(DIARY.replace('"A back"', '"Nobody"'))
    done = run("check", "other.plan", "back.plan", "ana.diary")
    assert "follows none of these plans" in done.stdout


def test_a_library_is_no_plan_and_need_not_be(run, folder):
    library = PLAN[PLAN.index("exercise ") :]
    (folder / "lib.plan").write_text(library)
    assert run("check", "lib.plan").exit_code == 0
    (folder / "lib.plan").write_text(library.replace("sides each", "sides some"))
    assert run("check", "lib.plan").exit_code == 1


def test_sessions_without_a_plan_line_are_no_library(run, folder):
    (folder / "lib.plan").write_text(PLAN[PLAN.index("session ") :])
    assert run("check", "lib.plan").exit_code == 1


def test_standard_input_is_a_plan_or_a_diary_by_its_first_line(run):
    assert run("check", "-", stdin=PLAN).stdout == "no mistakes in 1 file\n"
    assert "<stdin> was checked without its plan" in run("check", "-", stdin=DIARY).stdout
    assert " --> <stdin>:8:3\n" in run("check", "-", stdin=TWO_MISTAKES).stdout


def test_json_for_programs(run, folder):
    assert json.loads(run("check", "back.plan", "--format", "json").stdout) == []
    (folder / "back.plan").write_text(TWO_MISTAKES)
    done = run("check", "back.plan", "--format", "json")
    assert done.exit_code == 1
    assert {d["line"] for d in json.loads(done.stdout)} == {8, 11}


def test_what_cannot_be_read_is_told_and_the_others_are_checked(run, folder):
    (folder / "back.plan").write_text(TWO_MISTAKES)
    done = run("check", "bakc.plan", "back.plan", "--format", "short")
    assert done.exit_code == 4
    assert "E700" in done.stdout
    assert "E203" in done.stdout


def test_what_is_no_text_is_a_mistake_and_no_traceback(run, folder):
    (folder / "back.plan").write_bytes(PLAN.encode("utf-16"))
    done = run("check", "back.plan", "--format", "short")
    assert (done.exit_code, done.stdout.count("\n")) == (1, 1)
    assert "E704" in done.stdout


def test_quiet_says_nothing_when_all_is_well(run):
    assert run("check", "-q", "back.plan").output == ""
    assert run("-q", "check", "ana.diary").output == ""


def test_verbose_names_the_libraries(run):
    assert "used library runner-back" in run("check", "-v", "back.plan").stderr


def test_colour_is_for_terminals_unless_it_is_asked_for(run, folder, monkeypatch):
    (folder / "back.plan").write_text(TWO_MISTAKES)
    assert "\x1b[" not in run("check", "back.plan").stdout
    assert "\x1b[1;31merror" in run("check", "--color", "back.plan").stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" in run("--color", "check", "back.plan").stdout
    assert "\x1b[" not in run("--color", "check", "--no-color", "back.plan").stdout


def test_escapes_in_a_plan_or_its_name_never_reach_the_terminal(run, folder):
    (folder / "b\x1b[31m.plan").write_text(PLAN.replace("Superman", "Super\x1b]0;x\x07man"))
    done = run("check", "b\x1b[31m.plan")
    assert done.exit_code == 1
    assert "\x1b" not in done.output
    assert "\x07" not in done.output


def test_calls_that_make_no_sense(refused, folder):
    (folder / "empty").mkdir()
    assert "Missing argument" in refused("check")
    assert "no plan and no diary in empty" in refused("check", "empty")
    assert "only once" in refused("check", "-", "-")
    assert "xml" in refused("check", "back.plan", "--format", "xml")
