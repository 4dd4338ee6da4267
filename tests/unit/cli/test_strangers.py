"""What plugins of one file add to `meso`: commands, rules, libraries, outputs."""

from __future__ import annotations

import sys
from textwrap import dedent

import pytest

COMMANDS = """
    import click
    from mesocycle.output import hookimpl

    @click.command()
    @click.argument("whom")
    def greet(whom):
        "Greet somebody."
        {"nobody": lambda: 1 / 0}.get(whom, lambda: click.echo(f"hello {whom}"))()

    @click.group()
    def team():
        "Teams."

    @team.command()
    def list():
        click.echo("none")
        raise SystemExit(5)

    @hookimpl
    def mesocycle_commands():
        return [greet, team]
"""


@pytest.fixture
def add(folder, monkeypatch):
    """Puts a plugin of one file, `plugins/NAME.py`, where it is found."""
    monkeypatch.setenv("MESO_PLUGINS_DIR", "plugins")
    (folder / "plugins").mkdir()
    yield lambda name, code: (folder / "plugins" / f"{name}.py").write_text(dedent(code))
    for name in [each for each in sys.modules if each.startswith("mesocycle_file_")]:
        del sys.modules[name]


class TestCommands:
    def test_they_stand_at_the_end_of_the_page(self, run, add):
        before = run().stdout
        add("greeting", COMMANDS)
        after = run().stdout
        assert after.startswith(before.rstrip("\n"))
        assert after.splitlines()[-3:] == [
            "From plugins",
            "  greet                      Greet somebody.",
            "  team                       Teams.",
        ]

    def test_one_that_cannot_be_taken_is_told_with_all_plugins(self, run, add):
        add("greeting", COMMANDS.replace("[greet, team]", "[greet, 3]"))
        assert run("plugins").exit_code == 0
        done = run("plugins", "--all")
        assert done.exit_code == 3
        assert "an int, where a click command is wanted" in done.stderr

    def test_one_that_cannot_be_loaded_is_told_once(self, run, add):
        add("greeting", "1 / 0")
        done = run("plugins", "--all")
        assert done.exit_code == 3
        assert (done.stdout + done.stderr).count("ZeroDivisionError") == 1

    def test_one_that_is_misspelt_is_offered(self, refused, add):
        add("greeting", COMMANDS)
        assert "there is no command 'gret'; did you mean greet?" in refused("gret", "Ana")

    def test_they_run(self, run, add):
        add("greeting", COMMANDS)
        assert run("greet", "Ana").stdout == "hello Ana\n"
        assert "Greet somebody." in run("greet", "--help").stdout
        assert "Greet somebody." in run("help", "greet").stdout

    def test_they_end_as_they_like(self, run, add):
        add("greeting", COMMANDS)
        done = run("team", "list")
        assert (done.exit_code, done.stdout) == (5, "none\n")

    def test_one_that_fails_is_named(self, run, add):
        add("greeting", COMMANDS)
        done = run("greet", "nobody")
        assert done.exit_code == 3
        assert "plugin greeting (plugins/greeting.py) failed in its command greet" in done.stderr
        assert "raised at plugins/greeting.py:9" in done.stderr

    @pytest.mark.parametrize("wrong", [("greet",), ("greet", "a", "b"), ("gret", "Ana")])
    def test_a_wrong_use_is_one_of_use(self, run, add, wrong):
        add("greeting", COMMANDS)
        assert run(*wrong).exit_code == 2

    def test_ours_are_never_replaced_and_ask_nobody(self, run, add):
        add("thief", COMMANDS.replace("@click.command()", "@click.command('explain')"))
        assert run("explain", "E600").exit_code == 0
        done = run("nonsense")
        assert done.exit_code == 2
        assert "meso has a command explain of its own" in done.stderr

    @pytest.mark.parametrize(
        ("offer", "says"),
        [
            ("['greet']", "a str, where a click command is wanted"),
            ("[click.Command('Greet!')]", "a command has the name 'Greet!'"),
            ("[click.Command(None)]", "a command has the name None"),
        ],
    )
    def test_what_is_no_command(self, run, add, offer, says):
        add("greeting", COMMANDS.replace("[greet, team]", offer))
        done = run("greet", "Ana")
        assert done.exit_code == 2
        assert "plugin greeting (plugins/greeting.py) offers something that is no" in done.stderr
        assert says in done.stderr

    def test_the_page_is_there_whatever_they_do(self, run, add):
        before = run().stdout
        add("greeting", "raise SystemExit(9)")
        assert run().stdout == before


RULE = """
    from mesocycle.output import Finding, hookimpl

    class Long:
        name, summary = "long", "whether a plan is long"

        def look(self, programme):
            yield Finding("short", "the plan is short", hint="make it longer")
            yield Finding("seen", f"{len(programme.sessions)} sessions", severity="note")

    @hookimpl
    def mesocycle_lints():
        return [Long()]
"""


class TestRules:
    def test_they_warn_and_refuse_nothing(self, run, add):
        add("coach", RULE)
        done = run("check", "back.plan", "--format", "short")
        assert done.exit_code == 0
        assert "warning[coach/short]: the plan is short" in done.stdout
        assert "note[coach/seen]" in done.stdout

    def test_a_plan_with_mistakes_is_not_shown_to_them(self, run, folder, add):
        add("coach", RULE)
        (folder / "back.plan").write_text('plan "A back"\n')
        done = run("check", "back.plan")
        assert done.exit_code == 1
        assert "coach/" not in done.stdout

    @pytest.mark.parametrize("change", ["raise LookupError('x')", "raise SystemExit", "1 / 0"])
    def test_one_that_fails_is_named_and_the_rest_is_checked(self, run, add, change):
        add("coach", RULE.replace('yield Finding("short"', f'{change}; yield Finding("short"'))
        add("other", RULE.replace('"long"', '"other"'))
        done = run("check", "back.plan", "--format", "short")
        assert done.exit_code == 3
        assert "E615" in done.stdout
        assert "plugin coach (plugins/coach.py) failed in its rule long" in done.stdout
        assert "other/short" in done.stdout


LIBRARY = """
    from pathlib import Path
    from mesocycle.output import Library, hookimpl

    TEXT = '''exercise "Doorway Lean"
      kind flexibility
      sides none
      measure hold
      impact 0
      loads extension low
    '''

    @hookimpl
    def mesocycle_libraries():
        return [
            Library("leans", text=TEXT),
            Library("filed", path=str(Path(__file__).with_name("filed.plan"))),
        ]
"""


class TestLibraries:
    def use(self, folder, name):
        text = (folder / "back.plan").read_text()
        text = text.replace("  use runner-back\n", f"  use runner-back\n  use {name}\n", 1)
        (folder / "back.plan").write_text(
            text.replace("Superman", "Doorway Lean; 2x30s\n  Superman")
        )

    def test_a_text(self, run, folder, add):
        add("leaning", LIBRARY)
        self.use(folder, "leans")
        assert run("check", "back.plan").exit_code == 0

    def test_a_file(self, run, folder, add):
        add("leaning", LIBRARY)
        text = dedent(LIBRARY.partition("'''")[2].partition("'''")[0])
        (folder / "plugins" / "filed.plan").write_text(text.replace("\n      ", "\n  "))
        self.use(folder, "filed")
        assert run("check", "back.plan").exit_code == 0

    @pytest.mark.parametrize(
        ("name", "code", "says"),
        [
            ("filed", LIBRARY, "cannot read"),
            ("lean", LIBRARY, "no library of this name is installed; did you mean leans?"),
            ("leans", "raise LookupError('lost')", "LookupError: lost"),
        ],
    )
    def test_one_that_cannot_be_had(self, run, folder, add, name, code, says):
        add("leaning", code)
        self.use(folder, name)
        done = run("check", "back.plan", "--format", "short")
        assert done.exit_code in (1, 4)
        assert says in done.stdout


def test_what_a_rule_means_its_plugin_knows(refused):
    assert "a rule of the plugin 'coach'" in refused("explain", "coach/short")
