"""Options of outputs, wherever they are said: `--option`, the plan's header, `mesocycle.toml`."""

from __future__ import annotations

import pytest

from mesocycle.cli import judging
from tests.unit.cli.conftest import PLAN


@pytest.fixture
def toml(folder):
    return folder / "mesocycle.toml"


def header(folder, line):
    (folder / "back.plan").write_text(PLAN.replace("  use", f"  {line}\n  use", 1))


def alarms(run, folder, *more):
    done = run("build", "back.plan", "--to", "ical", *more)
    assert done.exit_code == 0, done.stderr
    text = (folder / "build" / "back.ics").read_text()
    return {line for line in text.splitlines() if line.startswith("TRIGGER")}


def test_the_nearer_wins(run, folder, toml):
    assert alarms(run, folder) == set()
    toml.write_text('[output.ical]\nalarm = "3h"\n')
    assert alarms(run, folder) == {"TRIGGER:-PT3H"}
    header(folder, "output ical: alarm 2h")
    assert alarms(run, folder) == {"TRIGGER:-PT2H"}
    assert alarms(run, folder, "--option", "ical.alarm=1h") == {"TRIGGER:-PT1H"}
    assert alarms(run, folder, "--option", "ical.alarm=off") == set()


@pytest.mark.parametrize("command", [("check",), ("build", "--to", "json")])
@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("output icla: alarm 1h", "E620"),
        ("output ical: alrm 1h", "E622"),
        ("output ical: alarm 1", "E623"),
        ("output ical: alarm 1h; alarm 2h", "E312"),
        ("output ical: alarm 1h\n  output ical: detail title", "E312"),
    ],
)
def test_a_mistake_in_the_header_is_one_of_the_plan(run, folder, command, line, code):
    header(folder, line)
    name, *more = command
    done = run(name, "back.plan", *more, "--format", "short")
    said = done.stdout + done.stderr
    assert done.exit_code == 1, said
    assert f"[{code}]" in said
    assert said.startswith("back.plan:")
    assert not (folder / "build").exists() or not list((folder / "build").glob("*.json"))


def test_who_writes_an_equals_sign_reads_how_it_goes_without(run, folder):
    header(folder, "output html: theme=dark")
    assert "without =: theme dark" in run("check", "back.plan").stdout


@pytest.mark.parametrize("command", [("check",), ("build", "--to", "json")])
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[output.ical]\nalrm = '1h'\n", "E622"),
        ("[output.ical]\nalarm = true\n", "E623"),
        ("[output.icla]\nalarm = '1h'\n", "E620"),
        ("[output", "E627"),
    ],
)
def test_a_mistake_in_the_file_is_one_of_use(run, folder, toml, command, text, code):
    toml.write_text(text)
    name, *more = command
    done = run(name, "back.plan", *more, "--format", "short")
    said = done.stdout + done.stderr
    assert done.exit_code == 2, said
    assert f"[{code}]: mesocycle.toml" in said


def test_a_plan_that_sets_nothing_asks_no_plugin(run, folder, monkeypatch):
    monkeypatch.setattr(judging, "anybody", lambda: False)
    assert run("check", "back.plan").exit_code == 0


class TestShow:
    def test_what_an_output_is_and_how_it_is_set(self, run):
        done = run("plugins", "show", "ical")
        assert done.exit_code == 0
        assert "alarm  duration | off, by default off" in done.stdout
        assert "detail  full | title | busy, by default full" in done.stdout
        assert "--option ical.alarm=30min" in done.stdout
        assert "output ical: alarm 30min" in done.stdout
        assert '[output.ical]\n                     alarm = "30min"\n' in done.stdout

    @pytest.mark.parametrize("name", ["json", "markdown"])
    def test_the_three_ways_it_tells_work(self, run, folder, toml, name):
        lines = run("plugins", "show", name).stdout.splitlines()
        said = {line.split("  ")[1]: line.strip().split("  ")[-1].strip() for line in lines[-4:-1]}
        toml.write_text(said["in mesocycle.toml"] + "\n" + lines[-1].strip() + "\n")
        header(folder, said["in the plan"])
        build = ["build", "back.plan", "--to", name, *said["for one build"].split()]
        assert run(*build).exit_code == 0

    def test_an_output_that_there_is_none_of(self, refused):
        assert "did you mean ical?" in refused("plugins", "show", "icla")

    def test_a_name_is_needed(self, refused):
        assert "NAME" in refused("plugins", "show")
