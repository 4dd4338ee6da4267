"""`meso check`, `build` and `why` with a diary in several files."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def years(folder):
    """Ana's diary in two files, in one folder."""
    head, _, entries = (folder / "ana.diary").read_text().partition("\n\n")
    (folder / "2026.diary").write_text(entries)
    (folder / "ana.diary").write_text(f'{head}\n\ninclude "2026.diary"\n')
    return folder


def test_a_folder_has_one_athlete_and_no_part_is_checked_alone(run, years):
    assert run("check", ".").stdout == "no mistakes in 2 files\n"
    assert run("check", "back.plan", "2026.diary").stdout == "no mistakes in 2 files\n"
    (years / "2026.diary").write_text("2026-12-07 Supermann; 10\n")
    done = run("check", "2026.diary", "back.plan", "--format", "short")
    assert done.stdout.startswith("2026.diary:1:12: error[E203]")


def test_every_command_reads_all_parts(run, years):
    whole = run("build", "back.plan", "--diary", ".", "--to", "json", "-o", "-").stdout
    assert json.loads(whole)["athlete"]["name"] == "Ana"
    done = run("why", "back.plan", "--diary", "ana.diary", "--on", "2026-12-09")
    assert "2026.diary:2: Superman; 12, 12, 12; pain 0; slow; form good" in done.stdout
    shown = run("show", "back.plan", "--diary", "ana.diary", "--on", "2026-12-07")
    assert "done" in shown.stdout


def test_a_correction_means_a_line_of_its_own_file(run, years):
    text = "2026-12-07 Superman; 9\n2026-12-07 Superman; 8\n  corrects line 1\n"
    (years / "2026.diary").write_text(text)
    assert run("check", ".").exit_code == 0
    (years / "ana.diary").write_text(
        (years / "ana.diary").read_text() + "2026-12-07 Superman; 8\n  corrects line 1\n"
    )
    assert "E414" in run("check", ".").stdout


def test_a_clearance_in_another_file_is_of_a_later_day(run, years):
    """Of two files nobody knows which line was written first."""
    (years / "2026.diary").write_text("2026-12-08 flag numbness left leg\n")
    text = (years / "ana.diary").read_text()
    for day, stopped in (("08", True), ("09", False)):
        (years / "ana.diary").write_text(f'{text}2026-12-{day} cleared by "physiotherapist"\n')
        shown = run("show", "back.plan", "--diary", "ana.diary", "--on", "2026-12-16").stdout
        assert ("stopped" in shown) is stopped
