"""`meso build`: a programme for each diary, as files."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from mesocycle.cli import builder
from mesocycle.output.asking import Plugins
from mesocycle.output.entry_points import EntryPoint
from mesocycle.saving import writing
from tests.unit.cli.conftest import DIARY, PLAN


def built(folder, name="build"):
    return sorted(path.name for path in (folder / name).iterdir())


def test_a_calendar_a_sheet_and_json(run, folder):
    done = run("build", "back.plan")
    assert (done.exit_code, done.stderr) == (0, "")
    assert built(folder) == ["back.ics", "back.json", "back.md"]
    listed = [line.split("  ") for line in done.stdout.splitlines()]
    assert [name for name, _ in listed] == ["build/back.ics", "build/back.json", "build/back.md"]
    assert all(size.endswith(" kB") for _, size in listed)


def test_files_are_named_after_the_athlete(run, folder):
    assert run("build", "back.plan", "--diary", "ana.diary", "--to", "json").exit_code == 0
    assert built(folder) == ["back-ana.json"]


def test_only_what_is_asked_for_and_where(run, folder):
    run("build", "back.plan", "--to", "markdown, json", "-o", "out/today")
    assert built(folder, "out/today") == ["back.json", "back.md"]


def test_to_may_be_said_more_than_once(run, folder):
    run("build", "back.plan", "--to", "markdown", "--to", "json,markdown")
    assert built(folder) == ["back.json", "back.md"]


def test_a_second_build_changes_nothing_and_says_so(run, folder):
    run("build", "back.plan")
    before = {p.name: p.stat().st_mtime_ns for p in (folder / "build").iterdir()}
    done = run("build", "back.plan")
    assert done.stdout.count("  unchanged\n") == 3
    assert before == {p.name: p.stat().st_mtime_ns for p in (folder / "build").iterdir()}


def test_several_diaries_and_folders_of_them_give_a_file_each(run, folder):
    (folder / "team").mkdir()
    for name in ("Ben", "Cleo"):
        (folder / "team" / f"{name}.diary").write_text(DIARY.replace("Ana", name))
    run("build", "back.plan", "--diary", "ana.diary", "--diary", "team", "--to", "json")
    assert built(folder) == ["back-ana.json", "back-ben.json", "back-cleo.json"]


def test_two_athletes_of_one_name_are_told_apart_by_the_coach(run, folder):
    (folder / "ben.diary").write_text(DIARY)
    done = run("build", "back.plan", "--diary", ".", "--to", "json", "--format", "short")
    assert done.exit_code == 1
    assert "error[E722]: ana.diary and ben.diary would be written to the same files" in done.stderr
    assert not (folder / "build").exists()


def test_neither_of_two_athletes_of_one_name_is_built_but_every_other_is(run, folder):
    run("build", "back.plan", "--diary", "ana.diary", "--to", "json")
    before = (folder / "build" / "back-ana.json").read_bytes()
    (folder / "ben.diary").write_text(DIARY.replace("Ana", "ANA").replace("12, 12, 12", "9, 9, 9"))
    (folder / "cleo.diary").write_text(DIARY.replace("Ana", "Cleo"))
    done = run("build", "back.plan", "--diary", ".", "--to", "json")
    assert done.exit_code == 1
    assert built(folder) == ["back-ana.json", "back-cleo.json"]
    assert (folder / "build" / "back-ana.json").read_bytes() == before


def test_a_plan_with_mistakes_is_not_built(run, folder):
    (folder / "back.plan").write_text(PLAN.replace("Superman;", "Supermann;"))
    done = run("build", "back.plan")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "error[E203]" in done.stderr
    assert not (folder / "build").exists()


def test_the_last_build_stays_when_the_plan_breaks(run, folder):
    run("build", "back.plan", "--to", "json")
    good = (folder / "build" / "back.json").read_bytes()
    (folder / "back.plan").write_text("plan")
    assert run("build", "back.plan", "--to", "json").exit_code == 1
    assert (folder / "build" / "back.json").read_bytes() == good


@pytest.fixture
def one_bad_diary(folder):
    (folder / "team").mkdir()
    (folder / "team" / "ana.diary").write_text(DIARY)
    (folder / "team" / "ben.diary").write_text(DIARY.replace("Ana", "Ben") + "nonsense\n")


def test_one_bad_diary_does_not_keep_the_others_from_theirs(run, folder, one_bad_diary):
    done = run("build", "back.plan", "--diary", "team", "--to", "json")
    assert done.exit_code == 1
    assert "team/ben.diary:" in done.stderr
    assert built(folder) == ["back-ana.json"]


def test_strict_is_all_or_nothing(run, folder, one_bad_diary):
    done = run("build", "back.plan", "--diary", "team", "--to", "json", "--strict")
    assert (done.exit_code, done.stdout) == (1, "")
    assert not (folder / "build").exists() or built(folder) == []
    (folder / "team" / "ben.diary").unlink()
    assert run("build", "back.plan", "--diary", "team", "--strict").exit_code == 0
    assert len(built(folder)) == 3


def test_standard_input_and_output(run):
    done = run("build", "-", "--to", "json", "-o", "-", stdin=PLAN)
    assert json.loads(done.stdout)["plan"]["name"] == "A back"


def test_options_reach_their_output(run, folder):
    run("build", "back.plan", "--to", "json", "--option", "json.indent=0")
    assert (folder / "build" / "back.json").read_bytes().count(b"\n") <= 1


def test_the_day_compiled_for(run, folder):
    early = ("build", "back.plan", "--diary", "ana.diary", "--as-of", "2026-12-01")
    done = run(*early, "--format", "short")
    assert done.exit_code == 1
    assert done.stderr.startswith("ana.diary:4:")


def test_the_first_day(run, folder):
    run("build", "back.plan", "--to", "json", "--start", "2027-01-04")
    assert json.loads((folder / "build" / "back.json").read_text())["starts"] == "2027-01-04"


# --- when things fail --------------------------------------------------------------------------


@pytest.fixture
def broken_plugin(monkeypatch):
    plugin = EntryPoint(name="agenda", value="nobody", distribution="coach-agenda", version="1.2")
    monkeypatch.setattr(builder, "plugins", lambda near: Plugins([plugin]))


def test_a_plugin_that_fails_is_named_and_the_others_are_written(run, folder, broken_plugin):
    done = run("build", "back.plan")
    assert done.exit_code == 3
    assert "plugin agenda (coach-agenda 1.2) cannot be loaded" in done.stderr
    assert len(built(folder)) == 3


def test_with_strict_a_plugin_that_fails_keeps_all_back(run, folder, broken_plugin):
    assert run("build", "back.plan", "--strict").exit_code == 3
    assert built(folder) == []


def test_a_folder_that_is_a_file_is_4(run, folder):
    (folder / "build").write_text("mine")
    done = run("build", "back.plan")
    assert done.exit_code == 4
    assert "error[E720]: cannot write to build: file exists" in done.stderr
    assert (folder / "build").read_text() == "mine"


def test_a_target_that_is_a_folder_is_4(run, folder):
    (folder / "build" / "back.json").mkdir(parents=True)
    done = run("build", "back.plan")
    assert done.exit_code == 4
    assert "(back.json)" in done.stderr
    assert built(folder) == ["back.json"]


def test_a_folder_that_another_build_holds_is_4(run, folder, monkeypatch):
    def busy(*_):
        raise writing.FolderBusy("build")

    monkeypatch.setattr(writing, "_wait_for", busy)
    done = run("build", "back.plan")
    assert done.exit_code == 4
    assert "error[E721]: another build is writing to build" in done.stderr


def test_a_missing_plan_is_4(run):
    assert run("build", "nowhere.plan").exit_code == 4
    assert run("build", "back.plan", "--diary", "nobody.diary").exit_code == 4


def test_calls_that_make_no_sense(refused, folder):
    (folder / "empty").mkdir()
    assert "no diary in empty" in refused("build", "back.plan", "--diary", "empty")
    assert "names no output" in refused("build", "back.plan", "--to", ",")
    assert "one of the files" in refused("build", "-", "--diary", "-")
    assert "takes one file" in refused("build", "back.plan", "-o", "-")
    assert "ical.alarm=30min" in refused("build", "back.plan", "--option", "alarm")
    assert "write it as 2026-12-07" in refused("build", "back.plan", "--start", "tomorrow")
    assert "there is no day" in refused("build", "back.plan", "--as-of", "2026-02-30")
    told = refused("build", "back.plan", "--build-time", "now")
    assert "'now' is no time; write it as 2026-12-07T08:00Z" in told
    assert not (folder / "build").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--to", "icla"), "did you mean ical?"),
        (("--option", "ical.alrm=30min"), "did you mean alarm?"),
        (("--option", "ical.alarm=soon"), "ical.alarm is"),
        (("--option", "icla.alarm=30min"), "did you mean ical?"),
    ],
)
def test_outputs_and_options_that_are_not_there(run, folder, arguments, says):
    done = run("build", "back.plan", *arguments)
    assert done.exit_code == 2
    assert says in done.stderr
    assert built(folder) == []


# --- the same input, the same bytes --------------------------------------------------------------


def stamps(folder, name):
    text = (folder / name / "back.ics").read_text()
    return {line for line in text.splitlines() if line.startswith("DTSTAMP")}


def test_events_are_stamped_with_the_day_compiled_for_and_not_with_the_clock(run, folder):
    run("build", "back.plan", "--to", "ical", "--as-of", "2026-12-01")
    assert stamps(folder, "build") == {"DTSTAMP:20261201T000000Z"}


def test_the_stamp_can_be_given(run, folder, monkeypatch):
    run("build", "back.plan", "--to", "ical", "-o", "a", "--build-time", "2026-12-01T10:00+02:00")
    assert stamps(folder, "a") == {"DTSTAMP:20261201T080000Z"}
    epoch = int(datetime(2026, 12, 2, tzinfo=UTC).timestamp())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(epoch))
    run("build", "back.plan", "--to", "ical", "-o", "b")
    assert stamps(folder, "b") == {"DTSTAMP:20261202T000000Z"}


def test_a_stamp_that_is_none_is_refused(refused, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert "SOURCE_DATE_EPOCH 'yesterday' is no time" in refused("build", "back.plan")


def test_the_last_calendar_is_read_before_the_next_is_made(run, folder):
    run("build", "back.plan", "--to", "ical")
    (folder / "back.plan").write_text(PLAN.replace("3x8-12", "4x8-12"))
    run("build", "back.plan", "--to", "ical")
    assert "SEQUENCE:1" in (folder / "build" / "back.ics").read_text()


def test_the_folder_in_which_one_builds_is_nowhere_in_the_files(run, folder, monkeypatch):
    everything = ("--option", "json.decisions=true", "--diary")
    run("build", "back.plan", *everything, "ana.diary", "-o", "a")
    monkeypatch.chdir(folder.parent)
    path = folder.name
    run("build", f"{path}/back.plan", *everything, f"{path}/ana.diary", "-o", f"{path}/b")
    files = sorted((folder / "a").iterdir())
    assert len(files) == 3
    for file in files:
        assert file.read_bytes() == (folder / "b" / file.name).read_bytes()
