"""Plugins are loaded one by one; what is wrong with one is said, and the others go on."""

from __future__ import annotations

import pytest

from mesocycle.bundled import BUNDLED, BY_DEFAULT
from mesocycle.output.entry_points import EntryPoint
from mesocycle.output.registry import load
from tests.unit.output.conftest import broken


def told(loaded):
    return [(each.code, each.message) for each in loaded.diagnostics]


def test_the_bundled_outputs_are_there():
    loaded = load()
    assert told(loaded) == []
    assert tuple(loaded.unwrap().outputs) == BUNDLED
    assert set(BY_DEFAULT) <= set(BUNDLED)


def test_an_installed_output_joins_them(agenda):
    registry = load([agenda]).unwrap()
    assert list(registry.outputs) == [*BUNDLED, "agenda"]
    plugin = registry.plugins[-1]
    assert plugin.hooks == ("mesocycle_outputs",)
    assert plugin.outputs == ("agenda",)
    assert not plugin.bundled
    assert plugin.problems == ()


@pytest.mark.parametrize(
    ("module", "code", "says"),
    [
        ("needs_what_is_not_there", "E600", "No module named 'no_such_dependency'"),
        ("is_not_there", "E600", "No module named 'is_not_there'"),
        ("exits_when_imported", "E600", "it tried to exit with no licence"),
        ("syntax_error", "E600", "SyntaxError: '[' was never closed"),
        ("panics", "E600", "PanicException"),
        ("misspelt_hook", "E600", "unknown hook 'mesocycle_output'"),
        ("wrong_arguments", "E600", "{'registry'} are declared"),
        ("no_hook", "E601", "implements no hook"),
        ("hook_raises", "E601", "LookupError: the list of outputs is lost"),
        ("takes_a_name", "E603", "ical (bundled) has that name"),
    ],
)
def test_a_broken_plugin_is_named_and_the_others_go_on(module, code, says, agenda):
    loaded = load([broken(module), agenda])
    ((found, message),) = told(loaded)
    assert found == code
    assert f"plugin {module} (x-{module} 0.3) " in message
    assert says in message
    registry = loaded.value
    assert list(registry.outputs) == [*BUNDLED, "agenda"]
    assert [plugin.problems for plugin in registry.plugins] == [
        *[()] * len(BUNDLED),
        (),
        (message,),
    ]


def test_the_place_in_the_plugin_is_told():
    (diagnostic,) = load([broken("hook_raises")]).diagnostics
    assert diagnostic.hints == ("raised at broken/hook_raises.py:9",)


def test_a_misspelt_hook_is_told_what_was_meant():
    (diagnostic,) = load([broken("misspelt_hook")]).diagnostics
    assert diagnostic.hints == (
        "did you mean mesocycle_outputs? (a newer mesocycle may have more)",
    )


@pytest.mark.parametrize("module", ["is_not_there", "wrong_arguments"])
def test_a_place_that_is_not_in_the_plugin_is_not_told(module):
    (diagnostic,) = load([broken(module)]).diagnostics
    assert diagnostic.hints == ()


@pytest.mark.parametrize(
    ("module", "place"),
    [
        ("needs_what_is_not_there", "needs_what_is_not_there.py:3"),
        ("syntax_error", "syntax_error.py:3"),
    ],
)
def test_the_line_that_cannot_be_imported_is_the_plugins(module, place):
    (diagnostic,) = load([broken(module)]).diagnostics
    assert diagnostic.hints == (f"raised at broken/{place}",)


def test_a_file_that_is_no_python_is_told_with_its_line(tmp_path, monkeypatch):
    (tmp_path / "no_python.py").write_text("import os\n\noutputs := [\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    (diagnostic,) = load([broken("no_python")]).diagnostics
    assert diagnostic.hints == (f"raised at {tmp_path.name}/no_python.py:3",)


def test_all_that_is_no_output_is_refused_and_what_is_one_is_taken():
    loaded = load([broken("offers_nonsense")])
    assert {code for code, _ in told(loaded)} == {"E602"}
    messages = [message.partition("no output: ")[2] for _, message in told(loaded)]
    assert messages == [
        "an int has no name, no suffix, no media_type, no summary, no options, no render",
        "the class Agenda, where an object of it is wanted",
        "an object has no name, no suffix, no media_type, no summary, no options, no render",
        "OSError: programme",
        "a Changed has the name 'Big Agenda'",
        "a Changed has the name '../agenda'",
        "a Changed has the suffix '.txt'",
        "a Changed has the suffix 'a/b'",
        "a Changed has the media_type 'text'",
        "agenda has no summary of one line",
        "the options of agenda are not a list",
        "an option of agenda is not an Option: 'alarm'",
        "agenda has an option named 'Size'",
        "the option size of agenda has the default '1' as a text; as a value it is 1",
        "the option size of agenda has the default True, not a whole number",
        "the option size of agenda has the type 'colour'",
        "the option size of agenda has the default 's', not one of m",
        "agenda has the option size twice",
        "the render of agenda is not a method",
    ]
    assert "good-agenda" in loaded.value.outputs


def test_outputs_without_end_come_to_an_end():
    assert len(load([broken("endless")]).value.outputs) == len(BUNDLED) + 100


def test_what_a_plugin_prints_is_held_back(capsys):
    loaded = load([broken("fails_to_render")])
    assert [code for code, _ in told(loaded)] == ["W630"]
    assert capsys.readouterr().out == ""


def test_of_two_with_one_name_the_first_in_the_alphabet_keeps_it(agenda):
    other = EntryPoint(name="agenda", value="coach_agenda", distribution="another", version="9")
    for order in ([agenda, other], [other, agenda]):
        loaded = load(order)
        assert loaded.value.outputs["agenda"].entry_point == other
        assert [code for code, _ in told(loaded)] == ["E603"]


def test_the_order_of_installation_does_not_matter(agenda):
    plugins = [agenda, broken("endless"), broken("no_hook"), broken("panics")]
    first, second = load(plugins), load(plugins[::-1])
    assert list(first.value.outputs) == list(second.value.outputs)
    assert told(first) == told(second)


class TestABundledOutputOfItsOwn:
    """`pip install mesocycle-json` takes the bundled copy's place, whatever its version."""

    OWN = EntryPoint(
        name="json", value="mesocycle.bundled.json", distribution="Mesocycle_JSON", version="2.0"
    )

    def test_it_is_used_instead(self):
        registry = load([self.OWN]).unwrap()
        assert registry.outputs["json"].entry_point == self.OWN
        assert list(registry.outputs) == list(BUNDLED)
        assert [p.entry_point.name for p in registry.plugins if not p.bundled] == ["json"]

    def test_without_it_the_bundled_one_is_back(self):
        assert load().unwrap().outputs["json"].entry_point.distribution == "bundled"

    def test_if_it_is_broken_nothing_is_used_silently_in_its_place(self):
        own = EntryPoint(name="json", value="panics", distribution="mesocycle-json", version="2")
        loaded = load([own])
        assert [code for code, _ in told(loaded)] == ["E600"]
        assert list(loaded.value.outputs) == [each for each in BUNDLED if each != "json"]

    @pytest.mark.parametrize("distribution", ["json", "mesocycle-jsonx", "evil-mesocycle-json"])
    def test_another_project_does_not_get_the_name(self, distribution):
        own = EntryPoint(name="json", value="mesocycle.bundled.json", distribution=distribution)
        loaded = load([own])
        assert [code for code, _ in told(loaded)] == ["E603"]
        assert loaded.value.outputs["json"].entry_point.distribution == "bundled"
