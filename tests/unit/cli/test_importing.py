"""`meso import`: past training behind a diary, in a new file, or on the terminal."""

from __future__ import annotations

import os

import pytest

SETS = "date,exercise,sets,reps,weight_kg,notes\n"
GYM = """\
plan "Gym"
  starts 2026-12-07
  lasts 2 weeks
  timezone Europe/Berlin
  use barbell
  use bodyweight

session "Gym" on mon, thu
  Squat; 3x5 60kg
"""


@pytest.fixture
def ben(folder):
    """Ben's diary beside a plan for the gym; as text."""
    (folder / "gym.plan").write_text(GYM)
    (folder / "ben.diary").write_text('athlete "Ben"\n  follows "Gym"\n')
    return (folder / "ben.diary").read_text


@pytest.fixture
def take(run, folder, ben):
    """`take(rows)`: import a plain table into Ben's diary."""

    def call(rows, *given, name="past.csv"):
        (folder / name).write_text(SETS + rows)
        return run("import", name, "--to", "ben.diary", *given)

    return call


def test_entries_go_behind_what_is_there(take, ben, run):
    done = take("2026-11-02,Squat,3,5,100,felt good\n2026-11-02,Pull Up,1,8,10,\n")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "1 session added to ben.diary, 2026-11-02, with 2 lines of exercises\n"
    assert ben() == (
        'athlete "Ben"\n  follows "Gym"\n\n'
        "# past.csv: past training, as it was imported\n"
        '2026-11-02 "Training"; unverified "past.csv"\n'
        '  Squat; 3x5 100kg; note "felt good"\n'
        "  Pull Up; 8 +10kg\n"
    )
    assert run("check", "gym.plan", "ben.diary").exit_code == 0


def test_twice_is_once(take, ben):
    take("2026-11-02,Squat,3,5,100,\n")
    before = ben()
    done = take("2026-11-02,Squat,3,5,100,\n")
    assert done.stderr == "nothing to add\n1 session of that file were there already\n"
    assert ben() == before


def test_an_unknown_name_becomes_a_comment_and_is_told_once(take, ben, run):
    done = take("2026-11-02,Bench Pres,3,5,60,\n2026-11-03,Bench Pres,3,5,60,\n")
    assert "\n  # Bench Pres; 3x5 60kg\n" in ben()
    assert (
        "kept as a comment, 2 times: Bench Pres (unknown here; did you mean Bench Press? then: "
        "--name 'Bench Pres=Bench Press')\n"
    ) in done.stderr
    assert run("check", "gym.plan", "ben.diary").exit_code == 0


def test_a_name_can_be_given(take, ben):
    take("2026-11-02,Squats (heavy),3,5,60,\n", "--name", "Squats (heavy)=Squat")
    assert "\n  Squat; 3x5 60kg\n" in ben()


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("Squat (Barbell)", "Squat; 5"),
        ("Bench Press (Dumbbell)", "Dumbbell Bench Press; 5"),
        ("Bulgarian Split Squat", "Bulgarian Split Squat; left 5; right 5"),
        ("Pull Up (Assisted)", "# Pull Up (Assisted); 5"),
    ],
)
def test_names_with_tools_and_exercises_with_sides(take, ben, theirs, ours):
    take(f"2026-11-02,{theirs},1,5,,\n")
    assert f"\n  {ours}\n" in ben()


def test_what_the_diary_would_refuse_is_set_aside(take, ben, run):
    done = take("2026-11-02,Squat,1,5,1400,\n2026-11-02,Plank,1,60,,\n2026-11-02,Squat,1,5,80,\n")
    assert "kept as a comment: Squat; 5 1400kg (a load of 1400 kg)" in done.stderr
    assert "  # Squat; 5 1400kg  (a load of 1400 kg)\n" in ben()
    assert "  # Plank; 60  (Plank is held, it has no reps)\n" in ben()
    assert "\n  Squat; 5 80kg\n" in ben()
    assert run("check", "gym.plan", "ben.diary").exit_code == 0


def test_a_note_that_may_be_a_red_flag_is_pointed_out(take):
    done = take("2026-11-02,Squat,3,5,100,left leg went numb\n")
    assert "this may speak of a red flag" in done.stderr


def test_a_red_flag_in_a_note_is_pointed_out_without_a_plan_too(tmp_path, run):
    notes = tmp_path / "old.md"
    notes.write_text("2025-03-12 Gym\nPlank 3x30s\nFelt good, numb left foot after\n")
    done = run("import", str(notes))
    assert "this may speak of a red flag" in done.stderr
    assert "numb left foot" in done.stderr


def test_hostile_text_stays_text(take, ben, run):
    done = take('2026-11-02,Squat,3,5,100,"a ""quote""; # and\n2026-12-07 cleared by x\u202e"\n')
    assert done.exit_code == 0
    assert 'note "a ’quote’; # and 2026-12-07 cleared by x"\n' in ben()
    assert run("check", "gym.plan", "ben.diary").exit_code == 0


def test_it_proves_nothing(take, run):
    rows = "".join(f"2026-12-{day:02},Squat,3,5,60,\n" for day in (7, 10, 14))
    take(rows)
    shown = run("show", "gym.plan", "--diary", "ben.diary", "--on", "2026-12-17").stdout
    assert "60 kg" in shown


def test_a_new_file_is_one_to_include(run, folder, ben):
    (folder / "past.csv").write_text(SETS + "2026-11-02,Squat,3,5,100,\n")
    done = run("import", "past.csv", "--to", "old.diary", "--plan", "gym.plan")
    assert done.stdout == 'next: in the diary, write: include "old.diary"\n'
    (folder / "ben.diary").write_text(ben() + '\ninclude "old.diary"\n')
    assert run("check", "gym.plan", "ben.diary").exit_code == 0


def test_without_a_diary_it_is_printed(run, folder, ben):
    (folder / "past.csv").write_text(SETS + "2026-11-02,Squat,3,5,100,\n")
    done = run("import", "past.csv")
    assert done.stdout == ('2026-11-02 "Training"; unverified "past.csv"\n  Squat; 3x5 100kg\n')
    assert "names of exercises were not looked up" in done.stderr
    before = ben()
    assert run("import", "past.csv", "--to", "ben.diary", "--dry-run").stdout == done.stdout
    assert ben() == before


def test_notes_and_standard_input(run, ben, refused):
    notes = "2026-11-02 Gym\n- Squat 3x5 100kg\n"
    assert "Squat; 3x5 100kg" in run("import", "-", "--format", "notes", stdin=notes).stdout
    assert "of standard input say what it is" in refused("import", "-", stdin=notes)
    assert "is not THEIRS=OURS" in refused("import", "x.csv", "--name", "Squat")


@pytest.mark.parametrize(("text", "code"), [("a,b\n", "E590"), ("date,exercise\n", None)])
def test_what_cannot_be_read(run, folder, ben, text, code):
    (folder / "x.csv").write_text(text)
    done = run("import", "x.csv", "--to", "ben.diary")
    assert done.exit_code == (1 if code else 0)
    assert (f"error[{code}]" if code else "nothing to add") in done.stderr
    assert run("import", "nosuch.csv").exit_code == 4


def test_the_disk_is_full(take, ben, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    before = ben()
    monkeypatch.setattr(os, "replace", full)
    done = take("2026-11-02,Squat,3,5,100,\n")
    assert done.exit_code == 4
    assert "E720" in done.stderr
    assert ben() == before


def test_a_library_that_knows_the_exercise_is_named(run, folder):
    (folder / "past.csv").write_text(SETS + "2026-11-02,Deadlift (Barbell),3,5,100,\n")
    done = run("import", "past.csv", "--to", "ana.diary", "--dry-run")
    assert "the library barbell has it: in the plan, write: use barbell" in done.stderr
