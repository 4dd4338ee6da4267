"""`meso log`: checked lines behind what a diary has, or nothing at all."""

from __future__ import annotations

import os
import stat
import subprocess
import sys

import pytest

from mesocycle.cli import diaries
from mesocycle.loading import owner_of
from mesocycle.saving import writing

ON = ("--on", "2026-12-09")


@pytest.fixture
def diary(folder):
    """Ana's diary, as text."""
    return (folder / "ana.diary").read_text


@pytest.fixture
def log(run):
    """`log("morning pain 0")` on 9 December."""
    return lambda *given, **more: run("log", "ana.diary", *ON, *given, **more)


def test_a_line_is_added_and_shown_with_its_number(log, diary):
    before = diary()
    done = log("morning pain 0")
    assert done.exit_code == 0
    assert diary() == before + "2026-12-09 morning pain 0\n"
    assert done.stdout.startswith("added to ana.diary\n  6  2026-12-09 morning pain 0\n")


def test_an_exercise_goes_under_the_session_that_it_is_planned_in(log, diary):
    assert log("superman 10, 10, 9, pain 0").exit_code == 0
    assert diary().endswith('2026-12-09 "Strength"\n  Superman; 10, 10, 9; pain 0\n')


def test_what_follows_goes_under_the_session_that_is_running(log, diary):
    log("Superman 10")
    log("Doorway Reach left 30s, 30s; right 30s, 30s")
    log("felt rpe 4, 30min")
    assert diary().endswith(
        "  Superman; 10\n  Doorway Reach; left 30s, 30s; right 30s, 30s\n  felt rpe 4, 30min\n"
    )


def test_the_session_of_a_day_is_found_above_other_entries(log, diary):
    log("Superman 10", "morning pain 0")
    log("Doorway Reach left 30s; right 30s")
    assert diary().endswith(
        "  Superman; 10\n  Doorway Reach; left 30s; right 30s\n2026-12-09 morning pain 0\n"
    )


def test_no_line_loses_the_number_that_a_correction_names(log, diary, folder):
    text = diary() + "2026-12-08 Superman; 9\n2026-12-08 Superman; 8\n  corrects line 6\n"
    (folder / "ana.diary").write_text(text)
    done = log("Doorway Reach left 30s; right 30s", "--on", "2026-12-07", "--session", "Strength")
    assert done.exit_code == 2
    assert "the correction in line 8 counts lines" in done.stderr
    assert diary() == text


def test_an_exercise_of_no_session_is_an_entry_of_its_own(log, diary):
    log("Beetle left 8; right 8")
    assert diary().endswith("\n2026-12-09 Beetle; left 8; right 8\n")


def test_a_session_by_its_name(log, diary):
    log("--session", "strength", "Beetle left 8; right 8")
    assert diary().endswith('2026-12-09 "Strength"\n  Beetle; left 8; right 8\n')


def test_lines_from_standard_input_keep_what_is_nested(log, diary):
    lines = '"Strength"\n  Superman 8, 8\n    pain 0\n  felt rpe 4\nmorning pain 0\n'
    assert log("-", stdin=lines).exit_code == 0
    assert diary().endswith(
        '2026-12-09 "Strength"\n  Superman; 8, 8\n    pain 0\n  felt rpe 4\n'
        "2026-12-09 morning pain 0\n"
    )


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Supermann 8, 8", "E203"),
        ("flag numness left leg", "E101"),
        ("morning pain 11", "E403"),
        ("Doorway Reach 30s", "E411"),
        ('"Strenght"', "E406"),
    ],
)
def test_a_mistake_is_told_and_nothing_written(log, diary, line, code):
    before = diary()
    done = log("morning pain 0", line)
    assert done.exit_code == 1
    assert f"error[{code}]" in done.stderr
    assert "nothing was written" in done.stderr
    assert (done.stdout, diary()) == ("", before)


def test_a_diary_with_mistakes_takes_no_line(log, diary, folder):
    (folder / "ana.diary").write_text(diary() + "2026-12-08 mornning pain 0\n")
    assert log("morning pain 0").exit_code == 1
    assert "2026-12-09" not in diary()


def test_a_plan_with_mistakes_stops_nobody(log, diary, folder):
    (folder / "back.plan").write_text((folder / "back.plan").read_text() + "sesion\n")
    done = log("morning pain 0")
    assert done.exit_code == 0
    assert "note[W740]: ana.diary: its plan has mistakes" in done.stderr
    assert diary().endswith("morning pain 0\n")


def test_which_of_two_plans_must_be_said(log, folder):
    (folder / "other.plan").write_text((folder / "back.plan").read_text())
    assert "--plan back.plan or --plan other.plan" in log("morning pain 0").stderr
    assert "W740" not in log("pain 0", "--plan", "back.plan").stderr


def test_a_stop_is_told_even_if_all_is_quiet(log):
    done = log("flag numbness left leg", "-q")
    assert done.stdout.lstrip().startswith("stop: You reported numbness")


def test_a_dry_run_writes_nothing(log, diary):
    before = diary()
    done = log("morning pain 0", "--dry-run")
    assert done.stdout.startswith("would add to ana.diary\n  6  2026-12-09 morning pain 0\n")
    assert diary() == before


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("felt rpe 4", "--on", "2026-12-08"), "felt rpe 4 is said of a session; of which one?"),
        (("2026-12-08 morning pain 0", *ON), "the line is of 2026-12-08, and --on says 2026-12-09"),
        (("  ",), "there is nothing to log"),
        (("-", "-"), "standard input can be read only once"),
    ],
)
def test_what_makes_no_sense(refused, given, said):
    assert said in refused("log", "ana.diary", *given)


def test_a_diary_is_a_file(refused, run):
    assert "a diary is a file" in refused("log", "-", "morning pain 0")
    done = run("log", "an.diary", "morning pain 0")
    assert done.exit_code == 4
    assert "did you mean ana.diary?" in done.stderr


def test_line_ends_marks_and_rights_stay(log, folder):
    path = folder / "ana.diary"
    data = b"\xef\xbb\xbf" + path.read_bytes().rstrip(b"\n").replace(b"\n", b"\r\n")
    path.write_bytes(data)
    path.chmod(0o600)
    assert log("morning pain 0").exit_code == 0
    assert path.read_bytes() == data + b"\r\n2026-12-09 morning pain 0\r\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_file_behind_a_link_is_written(run, folder):
    (folder / "real").mkdir()
    path = folder / "real" / "a.diary"
    path.write_text((folder / "ana.diary").read_text())
    (folder / "link.diary").symlink_to(path)
    assert run("log", "link.diary", *ON, "morning pain 0").exit_code == 0
    assert (folder / "link.diary").is_symlink()
    assert path.read_text().endswith("2026-12-09 morning pain 0\n")


def test_a_folder_that_cannot_be_written(log, diary, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    before = diary()
    monkeypatch.setattr(writing.os, "replace", full)
    done = log("morning pain 0")
    assert done.exit_code == 4
    assert "error[E720]: cannot write to ana.diary: no space left on device" in done.stderr
    assert diary() == before


def test_somebody_else_who_does_not_let_go(log, diary, monkeypatch):
    monkeypatch.setattr(writing, "PATIENCE_S", 0.0)
    before = diary()
    with writing.locked("."):
        done = log("morning pain 0")
    assert done.exit_code == 4
    assert "error[E721]" in done.stderr
    assert diary() == before


def test_what_an_editor_changed_meanwhile_is_not_overwritten(log, diary, folder, monkeypatch):
    known = diaries.current

    def changed(path):
        (folder / "ana.diary").write_text('athlete "Ben"\n')
        return known(path)

    monkeypatch.setattr(diaries, "current", changed)
    assert log("morning pain 0").exit_code == 4
    assert diary() == 'athlete "Ben"\n'


KILLED = """
import os, sys
from mesocycle.cli import meso
from mesocycle.cli.terminal import Terminal
def die(*_):
    os._exit(9)
setattr(os, sys.argv[1], die)
meso.main(["log", "ana.diary", "--on", "2026-12-09", "morning pain 0"], obj=Terminal())
"""


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_killed_on_the_way_the_diary_is_whole_and_the_next_run_tidies(log, diary, folder, call):
    before = diary()
    done = subprocess.run([sys.executable, "-c", KILLED, call], cwd=folder, check=False)
    assert done.returncode == 9
    assert diary() == before
    assert [name for name in os.listdir(folder) if name.endswith(".tmp")] != []
    assert log("morning pain 0").exit_code == 0
    assert [name for name in os.listdir(folder) if name.endswith(".tmp")] == []
    assert diary() == before + "2026-12-09 morning pain 0\n"


def test_many_at_once_lose_nothing(folder, diary):
    code = "from mesocycle.cli import main; main()"
    call = [sys.executable, "-c", code, "log", "ana.diary", "-q", "--on"]
    days = [f"2026-12-1{n}" for n in range(4)]
    runs = [subprocess.Popen([*call, day, "morning pain 0"], cwd=folder) for day in days]
    assert [each.wait() for each in runs] == [0] * len(days)
    assert all(f"{day} morning pain 0\n" in diary() for day in days)


@pytest.fixture
def years(folder):
    """Ana's diary split by years."""
    head, _, entries = (folder / "ana.diary").read_text().partition("\n\n")
    (folder / "years").mkdir()
    (folder / "years" / "2026.diary").write_text(entries)
    (folder / "ana.diary").write_text(f'{head}\n\ninclude "years/2026.diary"\n')
    return folder / "years" / "2026.diary"


def test_an_entry_goes_to_the_end_of_the_last_part(log, diary, years):
    before = diary()
    done = log("morning pain 0")
    assert done.exit_code == 0
    assert years.read_text().endswith("2026-12-09 morning pain 0\n")
    assert diary() == before
    assert done.stdout.startswith("added to years/2026.diary\n")


def test_an_entry_goes_behind_the_days_before_it_never_to_what_was_imported(folder, log, years):
    (folder / "years" / "2027.diary").write_text("2027-01-02 morning pain 0\n")
    (folder / "years" / "old.diary").write_text('2025-01-02 "Gym"; unverified "strong.csv"\n')
    more = 'include "years/2027.diary"\ninclude "years/old.diary"\n'
    (folder / "ana.diary").write_text((folder / "ana.diary").read_text() + more)
    assert log("morning pain 0").stdout.startswith("added to years/2026.diary\n")


def test_a_part_can_be_named_itself(run, years):
    assert owner_of(str(years)).endswith("ana.diary")
    done = run("log", str(years), *ON, "Supermann 8")
    assert done.exit_code == 1
    assert "did you mean Superman?" in done.stderr
    assert run("log", str(years), *ON, "Superman 8").exit_code == 0
    assert years.read_text().endswith('2026-12-09 "Strength"\n  Superman; 8\n')
