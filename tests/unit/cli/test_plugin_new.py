"""`meso plugin new`: a whole project of a plugin, and names that would not do."""

from __future__ import annotations

import ast
import os
import re
import tomllib
from pathlib import Path

import pytest

from mesocycle.cli.plugin_new import HOOKS, TEMPLATE, project, values
from mesocycle.output.samples import ladder

CODE = "mesocycle-agenda/mesocycle_agenda/__init__.py"


@pytest.mark.parametrize("hook", HOOKS)
def test_it_is_a_project_with_tests_a_readme_and_what_to_do_next(hook, run, folder):
    done = run("plugin", "new", "rest-days", "--hook", hook)
    assert done.exit_code == 0
    assert done.stdout == "next: cd mesocycle-rest-days && pip install -e '.[test]' && pytest\n"
    there = folder / "mesocycle-rest-days"
    about = tomllib.loads((there / "pyproject.toml").read_text())["project"]
    group = "mesocycle.libraries" if hook == "libraries" else "mesocycle"
    assert about["name"] == "mesocycle-rest-days"
    assert about["entry-points"][group] == {"rest-days": "mesocycle_rest_days"}
    assert list((there / "tests").glob("test_*.py"))
    assert "rest-days" in (there / "README.md").read_text()
    assert "pytest" in (there / ".github" / "workflows" / "test.yml").read_text()
    assert ".egg-info" in (there / ".gitignore").read_text()
    assert not [path for path in there.rglob("*") if "{{" in path.name or "copier" in path.name]


def test_an_output_is_what_is_made_unless_something_else_is_wanted(run, folder):
    run("plugin", "new", "agenda")
    assert "def mesocycle_outputs()" in (folder / CODE).read_text()


def test_its_code_is_of_fifteen_lines(run, folder):
    """Docstrings, comments and empty lines aside."""
    run("plugin", "new", "agenda")
    tree = ast.parse((folder / CODE).read_text())
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(
            node
        ):
            node.body = node.body[1:]
    assert len([line for line in ast.unparse(tree).splitlines() if line]) <= 15


def test_it_goes_into_the_folder_that_is_named(run, folder):
    done = run("plugin", "new", "agenda", "my plugins/agenda")
    assert "cd 'my plugins/agenda' &&" in done.stdout
    assert (folder / "my plugins" / "agenda" / "pyproject.toml").exists()


def test_what_is_remarked_is_what_is_written(run, folder):
    said = run("plugin", "new", "agenda", "-v").stderr
    wrote = sorted(line.removeprefix("wrote ") for line in said.splitlines())
    below = folder / "mesocycle-agenda"
    files = [path for path in below.rglob("*") if path.is_file()]
    assert wrote == sorted(path.relative_to(folder).as_posix() for path in files)


@pytest.mark.parametrize("name", ["README.md", "tests/test_output.py", ".gitignore"])
def test_nothing_is_overwritten(name, run, refused, folder):
    mine = folder / "mesocycle-agenda" / name
    mine.parent.mkdir(parents=True)
    mine.write_text("mine")
    assert f"mesocycle-agenda has a {name} already" in refused("plugin", "new", "agenda")
    assert mine.read_text() == "mine"
    assert [p for p in (folder / "mesocycle-agenda").rglob("*") if p.is_file()] == [mine]


def test_a_link_is_not_written_through(refused, folder):
    (folder / "mesocycle-agenda").mkdir()
    (folder / "mesocycle-agenda" / "README.md").symlink_to(folder / "nowhere")
    assert "README.md already" in refused("plugin", "new", "agenda")


def test_it_fits_into_a_repository_that_is_there(run, folder):
    (folder / "agenda").mkdir()
    (folder / "agenda" / "LICENSE").write_text("mine")
    assert run("plugin", "new", "agenda", "agenda").exit_code == 0


def test_where_nothing_can_be_written(run, folder):
    (folder / "agenda").write_text("a file")
    done = run("plugin", "new", "agenda", "agenda")
    assert done.exit_code == 4
    assert "cannot write to agenda" in done.stderr


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Agenda", "agenda"),
        ("MyAgenda", "my-agenda"),
        ("my_agenda", "my-agenda"),
        ("my agenda", "my-agenda"),
        ("2days", "days"),
        ("-agenda-", "agenda"),
        ("agenda--short", "agenda-short"),
        ("mesocycle-agenda", "agenda"),
        ("../agenda", "agenda"),
    ],
)
def test_a_name_that_nobody_could_type_is_refused_with_one_that_one_can(
    name, meant, refused, folder
):
    before = sorted(folder.iterdir())
    assert f"did you mean {meant}?" in refused("plugin", "new", "--", name)
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize("name", ["", "本", "--", "4711", "a" * 41 + "!"])
def test_a_name_of_which_nothing_is_left_is_refused_all_the_same(name, refused):
    said = refused("plugin", "new", "--", name)
    assert "is no name" in said
    assert "lower case letters" in said


@pytest.mark.parametrize("hook", HOOKS)
@pytest.mark.parametrize("name", ["ical", "json"])
def test_the_names_of_ours_are_taken_whatever_it_brings(name, hook, refused):
    """A distribution `mesocycle-ical` would take the place of the bundled calendar."""
    assert f"did you mean my-{name}?" in refused("plugin", "new", name, "--hook", hook)


def test_the_names_of_libraries_are_taken_for_libraries_only(run, refused):
    said = refused("plugin", "new", "barbell", "--hook", "libraries")
    assert "mesocycle has barbell itself" in said
    assert run("plugin", "new", "barbell").exit_code == 0


def test_an_unknown_hook_is_refused(refused):
    assert "'output' is not one of" in refused("plugin", "new", "agenda", "--hook", "output")


def test_what_is_missing_is_asked_for(refused):
    assert "Missing argument 'NAME'" in refused("plugin", "new")


@pytest.mark.parametrize("hook", HOOKS)
def test_the_template_asks_for_nothing_that_is_not_known(hook):
    """Names in double braces only: what this command and copier both understand."""
    known = set(values("agenda", hook))
    for folder, _, files in os.walk(TEMPLATE):
        for file in files:
            path = Path(folder, file)
            text = str(path.relative_to(TEMPLATE)) + path.read_text("utf-8") * file.endswith("ja")
            asked = set(re.findall(r"\{\{ ?([^ }]+) ?\}\}", text)) - {"_copier_conf.answers_file"}
            assert asked - {"_copier_answers|to_nice_yaml"} <= known
            assert "{%" not in text


@pytest.mark.parametrize("hook", HOOKS)
def test_every_python_file_of_it_can_be_read(hook):
    for path, text in project("rest-days", hook):
        if path.endswith(".py"):
            ast.parse(text)
            assert max(map(len, text.splitlines())) <= 100


def test_its_golden_file_is_of_the_ladder_as_it_is():
    text = dict(project("agenda", "outputs"))["tests/golden/ladder.txt"]
    assert text.splitlines()[0] == ladder().plan.name
    assert len(text.splitlines()) == len(ladder().sessions) + 2
