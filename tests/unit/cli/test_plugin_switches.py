"""Which plugins a run lets in: none, those of a list, those in a folder."""

from __future__ import annotations

import os
import sys

import pytest

NAMES = ("agenda", "board")
PLUGIN = """\
from mesocycle.output import Rendered, hookimpl


class Output:
    name = suffix = "{name}"
    media_type, summary, options = "text/plain", "for a test", ()

    def render(self, programme, context):
        return Rendered(b"{name}")


@hookimpl
def mesocycle_outputs():
    return [Output()]
"""


def _taken_out():
    """The modules of plugins, forgotten: other tests import some of the same names."""
    ours = [name for name in sys.modules if name.startswith(("coach_", "mesocycle_file_"))]
    return {name: sys.modules.pop(name) for name in ours}


@pytest.fixture(autouse=True)
def environment(monkeypatch):
    for name in ("MESO_NO_PLUGINS", "MESO_PLUGINS", "MESO_PLUGINS_DIR", "MESO_PLUGIN_TIMEOUT"):
        monkeypatch.delenv(name, raising=False)
    before = _taken_out()
    yield
    _taken_out()
    sys.modules.update(before)


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Two distributions, `coach-agenda` and `coach-board`, each with an output."""
    site = tmp_path / "site"
    for name in NAMES:
        info = site / f"coach_{name}-1.2.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text(f"Name: Coach_{name.title()}\nVersion: 1.2\n")
        (info / "entry_points.txt").write_text(f"[mesocycle]\n{name} = coach_{name}\n")
        (site / f"coach_{name}.py").write_text(PLUGIN.format(name=name))
    monkeypatch.syspath_prepend(str(site))
    return site


@pytest.fixture
def single(folder):
    """A folder `mine` with a plugin of one file, and what is none."""
    (folder / "mine").mkdir()
    (folder / "mine" / "my-notes.py").write_text(PLUGIN.format(name="notes"))
    (folder / "mine" / "_helper.py").write_text("raise SystemExit")
    (folder / "mine" / "README.md").write_text("#")
    return folder / "mine"


def outputs(run, *arguments):
    lines = run(*arguments, "plugins").stdout.splitlines()
    return {line.split()[0] for line in lines} & {*NAMES, "notes"}


def test_all_that_are_installed(run, installed):
    assert outputs(run) == set(NAMES)


class TestNone:
    def test_by_the_option_before_or_after_the_command(self, run, installed):
        assert outputs(run, "--no-plugins") == set()
        assert "agenda" not in run("plugins", "--no-plugins").stdout
        assert outputs(run) == set(NAMES)  # for that run only
        assert "MESO_NO_PLUGINS" not in os.environ

    @pytest.mark.parametrize(("value", "off"), [("1", True), ("yes", True), ("0", False)])
    def test_by_the_environment(self, run, installed, monkeypatch, value, off):
        monkeypatch.setenv("MESO_NO_PLUGINS", value)
        assert (outputs(run) == set()) is off

    def test_a_broken_one_is_not_even_imported(self, run, installed):
        (installed / "coach_agenda.py").write_text("raise SystemExit(9)")
        assert run("plugins").exit_code == 3
        assert run("build", "back.plan", "--no-plugins").exit_code == 0
        assert "coach_agenda" not in sys.modules

    def test_it_beats_a_list_and_a_folder(self, run, installed, single, monkeypatch):
        monkeypatch.setenv("MESO_PLUGINS", "agenda")
        assert outputs(run, "--no-plugins", "--plugins-dir", "mine") == set()

    def test_what_a_plan_sets_about_one_of_them_is_a_warning(self, run, folder, installed):
        text = (folder / "back.plan").read_text()
        text = text.replace("  use", "  output agenda: size 4\n  use", 1)
        (folder / "back.plan").write_text(text)
        assert "[E622]" in run("check", "back.plan", "--format", "short").stdout
        done = run("--no-plugins", "check", "back.plan", "--format", "short")
        assert (done.exit_code, "warning[W632]" in done.stdout) == (0, True)


class TestList:
    @pytest.mark.parametrize("name", ["agenda", "coach-agenda", "Coach.Agenda", " agenda ,x"])
    def test_by_name_or_distribution(self, run, installed, monkeypatch, name):
        monkeypatch.setenv("MESO_PLUGINS", name)
        assert outputs(run) == {"agenda"}

    @pytest.mark.parametrize("name", ["", "agend", "agenda-1.2", "*"])
    def test_nobody_else(self, run, installed, monkeypatch, name):
        monkeypatch.setenv("MESO_PLUGINS", name)
        assert outputs(run) == set()

    def test_of_the_file_near_the_plan(self, run, folder, installed, monkeypatch):
        (folder / "mesocycle.toml").write_text('[plugins]\nallow = ["agenda"]\n')
        assert run("build", "back.plan", "--to", "agenda").exit_code == 0
        assert "unknown output 'board'" in run("build", "back.plan", "--to", "board").stderr
        monkeypatch.setenv("MESO_PLUGINS", "board")  # who runs it knows better
        assert run("build", "back.plan", "--to", "board").exit_code == 0

    def test_of_a_file_that_cannot_be_understood_allows_nobody(self, run, folder, installed):
        (installed / "coach_agenda.py").write_text("raise SystemExit(9)")
        (folder / "mesocycle.toml").write_text("[plugins]\nallow = [\n")
        done = run("check", "back.plan", "--format", "short")
        assert "E627" in done.stdout
        assert "E600" not in done.stdout


class TestFolder:
    def test_each_file_is_a_plugin_by_its_path(self, run, single):
        assert outputs(run, "--plugins-dir", "mine") == {"notes"}
        assert "mine/my-notes.py" in run("--plugins-dir", "mine", "plugins").stdout
        assert outputs(run) == set()

    def test_it_is_used(self, run, folder, single):
        done = run("build", "back.plan", "--to", "notes", "--plugins-dir", "mine")
        assert done.exit_code == 0
        assert (folder / "build" / "back.notes").read_bytes() == b"notes"

    def test_several_and_by_the_environment(self, run, folder, single, monkeypatch):
        (folder / "more").mkdir()
        (folder / "more" / "my-notes.py").write_text(PLUGIN.format(name="board"))
        assert outputs(run, "--plugins-dir", "mine", "--plugins-dir", "more") == {"notes", "board"}
        monkeypatch.setenv("MESO_PLUGINS_DIR", f"mine{os.pathsep}more")
        assert outputs(run) == {"notes", "board"}

    def test_a_list_is_for_what_is_installed(self, run, installed, single, monkeypatch):
        monkeypatch.setenv("MESO_PLUGINS", "agenda")
        assert outputs(run, "--plugins-dir", "mine") == {"agenda", "notes"}

    def test_one_that_fails_is_named_by_its_path(self, run, single):
        (single / "my-notes.py").write_text("1 / 0")
        done = run("build", "back.plan", "--plugins-dir", "mine")
        assert done.exit_code == 3
        assert "plugin my-notes (mine/my-notes.py) cannot be loaded: ZeroDivis" in done.stderr
        assert "raised at mine/my-notes.py:1" in done.stderr

    def test_it_takes_no_name_of_the_bundled(self, run, single):
        (single / "mesocycle-ical.py").write_text(PLUGIN.format(name="ical"))
        done = run("plugins", "--plugins-dir", "mine")
        assert done.exit_code == 3
        assert "but ical (bundled) has that name" in done.stdout

    @pytest.mark.parametrize("where", ["nowhere", "back.plan"])
    def test_there_must_be_one(self, refused, where):
        assert where in refused("plugins", "--plugins-dir", where)


def test_all_there_is_to_know(run, installed, single):
    (installed / "coach_board.py").write_text("raise LookupError('lost')")
    done = run("plugins", "--all", "--plugins-dir", "mine")
    assert done.exit_code == 3
    said = done.stdout
    assert "agenda       for a test  Coach_Agenda 1.2" in said
    assert "hooks: mesocycle_outputs; loaded in " in said
    assert "plugin board (Coach_Board 1.2) cannot be loaded: LookupError: lost" in said
    assert "programme 1" in said


class TestTimeLimit:
    def test_a_plugin_that_hangs_is_stopped_and_the_others_are_written(
        self, run, folder, installed, monkeypatch
    ):
        run("build", "back.plan", "-o", "before")  # imports what the others need
        sys.modules.pop("coach_agenda")
        monkeypatch.setenv("MESO_PLUGIN_TIMEOUT", "0.5")
        text = PLUGIN.format(name="agenda").replace(
            "return R", "while True: pass\n        return R"
        )
        (installed / "coach_agenda.py").write_text(text)
        done = run("build", "back.plan", "--to", "agenda,board,json")
        assert done.exit_code == 3
        assert "agenda (Coach_Agenda 1.2) failed to make agenda: it took longer than 0.5 s" in (
            done.stderr
        )
        built = {path.name for path in (folder / "build").iterdir()}
        assert {"back.board", "back.json"} <= built
        assert "back.agenda" not in built
