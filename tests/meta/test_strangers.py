"""Outputs that strangers wrote, in folders of their own, installed with pip."""

from __future__ import annotations

import subprocess
from textwrap import dedent

import pytest

from tests.meta.tree import ROOT, install

PLAN = ROOT / "plans" / "ladder" / "ladder.plan"

GOOD = """
    from mesocycle.output import Rendered, hookimpl

    class Agenda:
        name, suffix, media_type = "agenda", "txt", "text/plain"
        summary, options = "one line for each session", ()

        def render(self, programme, context):
            lines = [f"{session.date} {session.name}\\n" for session in programme.sessions]
            return Rendered("".join(lines).encode())

    @hookimpl
    def mesocycle_outputs():
        return [Agenda()]
"""

#: What can be wrong with a plugin, and what is said about it.
BROKEN = {
    "does not import": "import a_module_that_nobody_has",
    "exits": "import sys; sys.exit(3)",
    "offers nothing": "x = 1",
    "offers a word": """
        from mesocycle.output import hookimpl
        @hookimpl
        def mesocycle_outputs(): return ["agenda"]
    """,
    "takes a name": GOOD.replace('"agenda", "txt"', '"json", "txt"'),
    "raises": GOOD.replace("lines = [", "1 / 0; lines = ["),
}


@pytest.fixture
def add(machine, wheel, tmp_path):
    """Installs mesocycle; then makes and installs a distribution `coach-NAME` 1.2 with a plugin."""
    install(machine, wheel)

    def add(name, code):
        project = tmp_path / name
        project.mkdir()
        (project / f"coach_{name}.py").write_text(dedent(code))
        (project / "pyproject.toml").write_text(
            dedent(f"""\
                [build-system]
                requires = ["setuptools"]
                build-backend = "setuptools.build_meta"
                [project]
                name = "coach-{name}"
                version = "1.2"
                [project.entry-points.mesocycle]
                {name} = "coach_{name}"
                [tool.setuptools]
                py-modules = ["coach_{name}"]
            """)
        )
        install(machine, project)

    return add


@pytest.fixture
def meso(machine, tmp_path):
    """Runs `meso` in an empty folder: exit code, and all that it said."""
    (here := tmp_path / "here").mkdir()

    def meso(*arguments):
        command = [str(machine.parent / "meso"), *map(str, arguments)]
        done = subprocess.run(command, cwd=here, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    return meso


def test_a_good_one_is_listed_and_used(add, meso, tmp_path):
    add("agenda", GOOD)
    code, said = meso("plugins")
    assert (code, "coach-agenda" in said, "1.2" in said) == (0, True, True), said
    code, said = meso("build", PLAN, "--to", "agenda,json")
    assert code == 0, said
    assert {p.suffix for p in (tmp_path / "here" / "build").iterdir()} == {".txt", ".json"}


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_one_is_named_and_the_others_are_written(how, add, meso, tmp_path):
    meso_says = meso("build", PLAN, "--to", "ical,json", "-o", "before")
    assert meso_says[0] == 0, meso_says
    add("agenda", BROKEN[how])
    wanted = "ical,json,agenda" if how == "raises" else "ical,json"
    code, said = meso("build", PLAN, "--to", wanted, "-o", "after")
    assert code == 3, said
    assert "coach-agenda 1.2" in said
    assert "Traceback" not in said
    before, after = (
        {p.name: p.read_bytes() for p in (tmp_path / "here" / each).iterdir()}
        for each in ("before", "after")
    )
    assert before == after


def test_strict_writes_nothing_unless_all_succeed(add, meso, tmp_path):
    add("agenda", BROKEN["raises"])
    code, said = meso("build", PLAN, "--to", "json,agenda", "--strict")
    assert code == 3, said
    assert not list((tmp_path / "here").rglob("*.json"))
