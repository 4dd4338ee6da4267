"""Files that options name: read by the command, from where they may be read."""

from __future__ import annotations

import os

import pytest

from tests.unit.cli.conftest import PLAN

TEMPLATE = "{{ programme.plan.name }}!"


@pytest.fixture
def template(folder):
    (folder / "sheets").mkdir()
    path = folder / "sheets" / "name.j2"
    path.write_text(TEMPLATE)
    return path


def header(folder, line):
    (folder / "back.plan").write_text(PLAN.replace("  use", f"  {line}\n  use", 1))


def built(run, *more):
    return run("build", "back.plan", "--to", "jinja", *more)


def made(folder, name="back.txt"):
    return (folder / "build" / name).read_text()


def test_a_file_is_named_on_the_command_line(run, folder, template):
    assert built(run, "--option", "jinja.template=sheets/name.j2").exit_code == 0
    assert made(folder).endswith("!")


def test_the_command_line_names_any_file(run, folder, template, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "mine.j2"
    elsewhere.write_text("mine")
    assert built(run, "--option", f"jinja.template={elsewhere}").exit_code == 0
    assert made(folder) == "mine"


@pytest.mark.parametrize("quoted", ['"sheets/name.j2"'])
def test_a_plan_names_a_file_beside_it(run, folder, template, quoted):
    header(folder, f"output jinja: template {quoted}")
    done = built(run)
    assert done.exit_code == 0, done.stderr
    assert made(folder).endswith("!")


def test_a_toml_names_a_file_beside_it(run, folder, template):
    (folder / "mesocycle.toml").write_text('[output.jinja]\ntemplate = "sheets/name.j2"\n')
    done = built(run)
    assert done.exit_code == 0, done.stderr
    assert made(folder).endswith("!")


@pytest.mark.parametrize("path", ["/etc/hostname", "../secret", "sheets/../../secret", "~/secret"])
def test_a_plan_names_no_file_elsewhere(run, folder, template, path):
    (folder.parent / "secret").write_text("secret")
    header(folder, f'output jinja: template "{path}"')
    done = built(run, "--format", "short")
    assert done.exit_code == 1
    assert "[E624]" in done.stderr
    assert done.stderr.startswith("back.plan:")
    assert not (folder / "build").exists()


def test_a_link_is_no_way_out(run, folder, template):
    (folder.parent / "secret").write_text("secret")
    os.symlink(folder.parent / "secret", folder / "sheets" / "link.j2")
    header(folder, 'output jinja: template "sheets/link.j2"')
    done = built(run, "--format", "short")
    assert done.exit_code == 1
    assert "[E624]" in done.stderr


def test_a_toml_names_no_file_elsewhere(run, folder):
    (folder / "mesocycle.toml").write_text('[output.jinja]\ntemplate = "../secret"\n')
    done = built(run, "--format", "short")
    assert done.exit_code == 2
    assert "mesocycle.toml, [output.jinja]: jinja.template cannot be '../secret'" in done.stderr


@pytest.mark.parametrize("what", ["nothing", "folder", "binary"])
def test_a_file_that_cannot_be_read_is_told(run, folder, what):
    (folder / "folder").mkdir()
    (folder / "binary").write_bytes(b"\xff\xfe\0\0")
    done = built(run, "--option", f"jinja.template={what}", "--format", "short")
    assert done.exit_code in (1, 4)
    assert what in done.stderr
    assert "[E70" in done.stderr
    assert not (folder / "build").exists()


def test_the_suffix_names_the_file(run, folder, template):
    done = built(
        run, "--option", "jinja.template=sheets/name.j2", "--option", "jinja.suffix=page.html"
    )
    assert done.exit_code == 0, done.stderr
    assert made(folder, "back.page.html").endswith("!")


def test_two_outputs_do_not_write_one_file(run, folder):
    done = run("build", "back.plan", "--to", "json,jinja", "--option", "jinja.suffix=json")
    assert done.exit_code == 2
    assert "E621" in done.stderr
    done = run("build", "back.plan", "--to", "jinja,json", "--option", "jinja.suffix=json")
    assert done.exit_code == 2
    assert "E621" in done.stderr


def test_a_mistake_in_the_template_is_told_with_its_line(run, folder, template):
    template.write_text("a\nb\n{{ programme.nam }}\n")
    done = built(run, "--option", "jinja.template=sheets/name.j2")
    assert done.exit_code == 3
    assert "line 3 of the template" in done.stderr
