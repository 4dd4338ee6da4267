"""`meso` itself: its page, its options, and what it does when all else fails."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from mesocycle.cli import main, meso
from mesocycle.cli.page import COMMANDS, page


def test_alone_it_prints_a_page_that_fits_a_screen(run):
    done = run()
    lines = done.stdout.splitlines()
    assert done.exit_code == 0
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 90
    assert [line.split()[0] for line in lines[3:6]] == ["new", "check", "build"]


def test_the_page_is_the_help_and_names_every_command(run):
    assert run("--help").stdout == run().stdout
    for name in COMMANDS:
        assert re.search(rf"^  (.* \| )?{name} ", page(colour=False), re.MULTILINE)


def test_help_is_what_people_type_first(run, refused):
    assert run("help").stdout == run().stdout
    assert run("help", "check").stdout == run("check", "--help").stdout
    assert "did you mean check?" in refused("help", "chek")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(run, name):
    done = run(name, "--help")
    assert done.exit_code == 0
    assert f"Usage: meso {name}" in done.stdout


def test_the_version(run):
    from importlib.metadata import version

    assert run("--version").stdout == f"meso {version('mesocycle')}\n"


@pytest.mark.parametrize(
    "call",
    [
        ("log", "ana.diary", "--on", "2026-12-05", "corrects line 3\x1b]0;x"),
        ("log", "ana.diary", "--on\x1b]0;x"),
        ("simulate", "back.plan", "--scenario", "pain 3 in \u202eX"),
        ("import", "x.csv", "--name", "\x1b"),
        ("show", "back.plan", "--on", "\x1b]0;x"),
    ],
)
def test_what_is_said_of_a_wrong_use_steers_no_terminal(refused, call):
    said = refused(*call)
    assert not any(c != "\n" and not c.isprintable() for c in said)


def test_a_misspelt_command_is_answered_with_the_nearest(refused):
    assert "there is no command 'chek'; did you mean check?" in refused("chek", "back.plan")
    assert "did you mean" not in refused("zzz")
    assert "--frob" in refused("--frob")


def fail(*_):
    raise KeyError("secret")


def test_a_bug_is_one_line_and_70(folder, monkeypatch, capsys):
    monkeypatch.setattr("mesocycle.cli.program.page", fail)
    monkeypatch.setattr(sys, "argv", ["meso"])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 70
    assert capsys.readouterr().err == (
        "meso: this is a bug in mesocycle (KeyError); --debug shows where\n"
    )


def test_debug_shows_where(folder, monkeypatch):
    monkeypatch.setattr("mesocycle.cli.program.page", fail)
    monkeypatch.setattr(sys, "argv", ["meso", "--debug"])
    with pytest.raises(KeyError):
        main()


def full(*_):
    raise OSError(28, "No space left on device")


def test_a_full_disk_is_4(folder, monkeypatch, capsys):
    monkeypatch.setattr("mesocycle.cli.program.page", full)
    monkeypatch.setattr(sys, "argv", ["meso"])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 4
    assert capsys.readouterr().err == "meso: input/output failed: No space left on device\n"


def test_a_command_is_imported_only_when_it_is_called():
    program = "import sys, mesocycle.cli; print([m for m in sys.modules if m in {!r}])"
    modules = [f"mesocycle.cli.{name}" for name in COMMANDS]
    modules += ["rich", "lark", "icalendar", "importlib.metadata", "mesocycle.output.registry"]
    call = [sys.executable, "-c", program.format(modules)]
    assert subprocess.run(call, capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_group_is_called_meso():
    assert meso.name == "meso"
