"""What is set about outputs in a plan's header, and in the `mesocycle.toml` near it."""

from __future__ import annotations

import pytest

from mesocycle.loading.settings import allowed_near, configuration, has_settings, settings_of
from mesocycle.output.registry import load
from mesocycle.output.rendering import check_settings
from mesocycle.source import Source


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A repository with a folder of plans in it; one stands elsewhere."""
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    (tmp_path / "repo" / "plans" / "back").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    return tmp_path / "repo"


PLAN = 'plan "A back"\n  starts 2026-12-07\n  output ical: alarm 30min; detail title\n'


def found(path, text="plan"):
    outcome = settings_of(str(path), Source("back.plan", text))
    assert not outcome.diagnostics, outcome.diagnostics
    return {f"{each.output}.{each.name}": each.value for each in outcome.value}


def wrong(path):
    return [each.message for each in configuration(str(path)).diagnostics]


def test_nothing_is_set_by_most_plans(repository):
    plan = repository / "plans" / "back.plan"
    assert found(plan) == {}
    assert not has_settings(str(plan), Source("back.plan", 'plan "A back"\n'))


@pytest.mark.parametrize(
    ("lines", "values"),
    [
        ("output ical: alarm 30min", {"ical.alarm": "30min"}),
        (
            "output ical: alarm 30min; detail title",
            {"ical.alarm": "30min", "ical.detail": "title"},
        ),
        ("output ical\n    alarm 30min\n    only run, race", {"ical.alarm": "30min",
                                                              "ical.only": "run, race"}),
        ("output ical: alarm 1h\n    detail busy", {"ical.alarm": "1h", "ical.detail": "busy"}),
        ("output json: indent 0\n  output ical: url \"https://x.y/#;\"",
         {"json.indent": "0", "ical.url": "https://x.y/#;"}),
        ("output ical", {}),
    ],
)  # fmt: skip
def test_a_header_sets_options(repository, lines, values):
    text = f'plan "A back"\n  starts 2026-12-07\n  {lines}\n'
    assert found(repository / "back.plan", text) == values


def test_a_setting_knows_its_place(repository):
    (alarm, detail) = settings_of(str(repository / "back.plan"), Source("back.plan", PLAN)).value
    assert (alarm.span.text, alarm.span.line) == ("alarm", 3)
    assert detail.span.text == "detail"


@pytest.mark.parametrize(
    ("line", "code", "place", "hint"),
    [
        ("output icla: alarm 30min", "E620", "alarm", "did you mean ical?"),
        ("output ical: alrm 30min", "E622", "alrm", "did you mean alarm?"),
        ("output ical: detail title; alarm soon", "E623", "alarm", ""),
        ("output ical: detail all", "E623", "detail", ""),
        ("output json: indent off", "E623", "indent", ""),
    ],
)
def test_a_mistake_in_a_header_has_its_place(repository, line, code, place, hint):
    plan = Source("back.plan", f'plan "A back"\n  {line}\n')
    settings = settings_of(str(repository / "back.plan"), plan).value
    (told,) = check_settings(load().unwrap(), settings)
    assert (told.code, told.span.text, told.span.line) == (code, place, 2)
    assert hint in told.hints[0]


class TestFile:
    def test_beside_the_plan(self, repository):
        (repository / "plans" / "mesocycle.toml").write_text('[output.ical]\nalarm = "30min"\n')
        assert found(repository / "plans" / "back.plan") == {"ical.alarm": "30min"}
        assert has_settings(str(repository / "plans" / "back.plan"), Source("x", ""))

    def test_up_to_the_root_of_the_repository(self, repository):
        (repository / "mesocycle.toml").write_text("[output.json]\nindent = 4\ndecisions = true\n")
        plan = repository / "plans" / "back" / "back.plan"
        assert found(plan) == {"json.indent": 4, "json.decisions": True}

    def test_the_nearest_counts(self, repository):
        (repository / "mesocycle.toml").write_text("[output.json]\nindent = 4\n")
        (repository / "plans" / "mesocycle.toml").write_text("")
        assert found(repository / "plans" / "back.plan") == {}

    def test_not_from_above_the_repository(self, repository):
        (repository.parent / "mesocycle.toml").write_text("[output.json]\nindent = 4\n")
        assert found(repository / "plans" / "back.plan") == {}

    def test_without_a_repository_only_beside_the_plan(self, repository):
        (repository / ".git").rmdir()
        (repository / "mesocycle.toml").write_text("[output.json]\nindent = 4\n")
        assert found(repository / "plans" / "back.plan") == {}
        assert found(repository / "back.plan") == {"json.indent": 4}

    def test_never_from_the_working_folder(self, repository, monkeypatch):
        monkeypatch.chdir(repository.parent / "elsewhere")
        (repository.parent / "elsewhere" / "mesocycle.toml").write_text("[output.json]\nindent=4\n")
        assert found(repository / "plans" / "back.plan") == {}

    def test_the_header_comes_after_it(self, repository):
        (repository / "mesocycle.toml").write_text('[output.ical]\nalarm = "2h"\nemoji = true\n')
        assert found(repository / "back.plan", PLAN) == {
            "ical.alarm": "30min",
            "ical.emoji": True,
            "ical.detail": "title",
        }

    @pytest.mark.parametrize(
        ("text", "says"),
        [
            ("[output.ical", "cannot be understood"),
            ("[outptu.ical]\nalarm = '1h'\n", "no use for 'outptu'"),
            ("output = 3\n", "output is no table"),
            ("[output]\nical = '1h'\n", "[output.ical] is no table"),
            ("[output.ical]\nalarm = 1.5\n", "[output.ical]: alarm is no text"),
            ("[output.ical]\nalarm = ['1h']\n", "[output.ical]: alarm is no text"),
            ("[output.ical]\nalarm = 2026-12-07\n", "[output.ical]: alarm is no text"),
            ("[plugins]\nalow = []\n", "[plugins] has no use for 'alow'"),
            ("[plugins]\nallow = 'agenda'\n", "allow is no list of names"),
            ("[plugins]\nallow = [3]\n", "allow is no list of names"),
            ("[plugins]\ndir = 'x'\n", "[plugins] has no use for 'dir'"),
            ("a = " + "[" * 5000, "cannot be understood"),
        ],
    )
    def test_what_it_cannot_say(self, repository, text, says):
        (repository / "mesocycle.toml").write_text(text)
        told = configuration(str(repository / "back.plan"))
        assert {each.code for each in told.diagnostics} == {"E627"}
        assert says in told.diagnostics[0].message
        assert "mesocycle.toml" in told.diagnostics[0].message

    def test_an_option_that_does_not_exist_is_told_with_file_and_key(self, repository):
        (repository / "mesocycle.toml").write_text("[output.ical]\nalrm = '1h'\n")
        settings = settings_of(str(repository / "back.plan"), Source("x", "")).value
        (told,) = check_settings(load().unwrap(), settings)
        assert told.code == "E622"
        assert told.message.endswith("mesocycle.toml, [output.ical]: ical has no option 'alrm'")

    def test_whom_it_allows(self, repository):
        plan = str(repository / "back.plan")
        assert allowed_near(plan) is None
        (repository / "mesocycle.toml").write_text("[plugins]\nallow = ['agenda']\n")
        assert allowed_near(plan) == ("agenda",)
        (repository / "mesocycle.toml").write_text("[plugins]\nallow = ['agenda'\n")
        assert allowed_near(plan) == ()
