"""From nothing to a plugin that passes its tests, is listed, and renders; and its updates.

The template for `meso plugin new` is also one for copier, which can bring later changes of it
into a plugin that was made of it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec

import pytest

from mesocycle.cli.plugin_new import HOOKS, project
from tests.meta.tree import ROOT, environment, install, quietly

NEEDS_COPIER = pytest.mark.skipif(find_spec("copier") is None, reason="copier is not installed")

PLAN = """\
plan "A back that runs"
  starts 2026-12-07
  lasts 1 week
  timezone Europe/Berlin
  use runner-back
  use hips

session "Strength" on mon, wed for 90min
  Bridge; 3x8 10kg; progress with doubling(2.5kg)
  all from hips
"""

#: A plugin of every kind, by its name.
NAMES = {"outputs": "agenda", "progressions": "doubling", "lints": "short", "libraries": "hips"}


@pytest.fixture(scope="module")
def workshop(wheel, tmp_path_factory):
    """A folder, and the Python of an environment in it that has nothing but mesocycle."""
    folder = tmp_path_factory.mktemp("workshop")
    python = environment(folder / "venv")
    install(python, wheel)
    return folder, python


@pytest.fixture(scope="module")
def made(workshop):
    """The folder of a plugin of every kind, made there and installed."""
    folder, python = workshop
    for hook, name in NAMES.items():
        quietly(str(python.parent / "meso"), "plugin", "new", name, "--hook", hook, cwd=folder)
    projects = {hook: folder / f"mesocycle-{name}" for hook, name in NAMES.items()}
    install(python, *projects.values())
    (folder / "back.plan").write_text(PLAN)
    return projects


def test_new_plugins_are_listed_and_used(made, workshop):
    """Made and installed, no line of them changed."""
    folder, python = workshop
    meso = str(python.parent / "meso")
    listed = quietly(meso, "plugins", "--all", cwd=folder)
    for hook in ("outputs", "progressions", "lints"):
        assert f"mesocycle-{NAMES[hook]} 0.1.0" in listed
    check = [meso, "check", "back.plan"]
    checked = subprocess.run(check, cwd=folder, capture_output=True, text=True, check=False)
    assert "short/long-session" in checked.stdout + checked.stderr
    assert "error" not in checked.stdout + checked.stderr
    quietly(meso, "build", "back.plan", "--to", "agenda", cwd=folder)
    written = (folder / "build" / "back.txt").read_text()
    assert written.startswith("A back that runs\n2026-12-07 Strength: planned\n")


@pytest.mark.parametrize("hook", HOOKS)
def test_a_new_plugin_passes_its_own_tests(hook, made, workshop):
    _, python = workshop
    said = quietly(str(python), "-m", "pytest", "-q", "-p", "no:cacheprovider", cwd=made[hook])
    assert " passed" in said
    assert not re.search("skipped|failed|warning", said), said


@pytest.fixture
def git(tmp_path, monkeypatch):
    """`git(folder, "commit", …)`, with an author, and no settings of whoever runs the tests."""
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Ana")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "ana@example.org")
    monkeypatch.setenv("HOME", str(tmp_path))
    return lambda folder, *arguments: quietly("git", *arguments, cwd=folder)


@pytest.fixture
def template(tmp_path, git):
    """The template in a repository of its own, tagged 1.0.0; laid out as in this one."""
    there = tmp_path / "template"
    where = "src/mesocycle/cli/plugin_template"
    shutil.copytree(ROOT / where, there / where)
    shutil.copy(ROOT / "copier.yml", there)
    git(there, "init", "--quiet")
    save(git, there, "1.0.0")
    return there


def save(git, folder, tag=None):
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "As it is")
    if tag:
        git(folder, "tag", tag)


def copier(*arguments, cwd):
    return quietly(sys.executable, "-m", "copier", *map(str, arguments), cwd=cwd)


@NEEDS_COPIER
@pytest.mark.parametrize("hook", HOOKS)
def test_copier_writes_what_the_command_writes(hook, template, tmp_path):
    given = ("--data", "name=rest-days", "--data", f"hook={hook}", "--defaults", "--quiet")
    copier("copy", *given, template, tmp_path / "made", cwd=tmp_path)
    made = {
        path.relative_to(tmp_path / "made").as_posix(): path.read_text("utf-8")
        for path in (tmp_path / "made").rglob("*")
        if path.is_file()
    }
    assert "rest-days" in made.pop(".copier-answers.yml")
    assert made == dict(project("rest-days", hook))


@NEEDS_COPIER
@pytest.mark.parametrize("name", ["Agenda", "my_agenda", "2days", "agenda-"])
def test_copier_refuses_the_names_that_the_command_refuses(name, template, tmp_path):
    with pytest.raises(AssertionError, match="lower case letters"):
        copier(
            "copy",
            "--defaults",
            "--data",
            f"name={name}",
            template,
            tmp_path / "made",
            cwd=tmp_path,
        )


@NEEDS_COPIER
def test_an_update_brings_what_is_new_and_keeps_what_the_author_wrote(template, tmp_path, git):
    made = tmp_path / "agenda"
    given = ("--data", "name=agenda", "--defaults", "--quiet")
    copier("copy", *given, template, made, cwd=tmp_path)
    code = made / "mesocycle_agenda" / "__init__.py"
    mine = code.read_text().replace('"one line for each session"', '"what is on, day by day"')
    code.write_text(mine)
    (made / "LICENSE").write_text("mine")
    git(made, "init", "--quiet")
    save(git, made)

    below = template / "src/mesocycle/cli/plugin_template"
    workflow = below / ".github" / "workflows" / "test.yml"
    workflow.write_text(workflow.read_text().replace('"3.13"', '"3.13", "3.14"'))
    source = below / "{{outputs}}" / "__init__.py.jinja"
    source.write_text(source.read_text().replace("The same bytes for", "Equal bytes for"))
    save(git, template, "1.1.0")
    copier("update", "--defaults", "--quiet", cwd=made)

    assert '"3.14"' in (made / ".github" / "workflows" / "test.yml").read_text()
    updated = code.read_text()
    assert "Equal bytes for" in updated
    assert '"what is on, day by day"' in updated
    assert "<<<<<<<" not in updated
    assert (made / "LICENSE").read_text() == "mine"
    assert "1.1.0" in (made / ".copier-answers.yml").read_text()
