"""Every hook is asked in one way: each plugin is opened once, and what is wrong with it is told."""

from __future__ import annotations

import pytest

from mesocycle.cli.terminal import PLUGIN_FAILED, exit_code
from mesocycle.diagnostics import Diagnostics
from mesocycle.output import asking, hookspecs
from mesocycle.output.asking import HOOKS, Plugins
from mesocycle.output.offered import Installed
from mesocycle.output.offers import read_offer
from mesocycle.output.registry import load
from mesocycle.output.shelves import libraries
from tests.unit.output.modules import plugin

__all__ = ["plugin"]

OUTPUT = """
    from mesocycle.output import Rendered, hookimpl

    class Agenda:
        name, suffix, media_type = "steps", "txt", "text/plain"
        summary, options = "one line for each session", ()

        def render(self, programme, context):
            return Rendered(b"x")

    @hookimpl
    def mesocycle_outputs():
        return [Agenda()]
"""
LIBRARY = """
    from mesocycle.output import Library, hookimpl

    @hookimpl
    def mesocycle_libraries():
        return [Library("kettles", text="exercise Swing")]
"""


def told(diagnostics):
    return [(each.code, each.message) for each in diagnostics]


def test_there_is_a_way_to_every_hook():
    assert set(HOOKS) == {each for each in vars(hookspecs) if each.startswith("mesocycle_")}


def test_a_plugin_is_opened_once_whoever_asks(plugin, tmp_path):
    log = tmp_path / "opened"
    text = f"with open({str(log)!r}, 'a') as f: f.write('opened; ')\nraise LookupError('lost')"
    plugins = Plugins([plugin(text)])
    registry, progressions = load(plugins), Installed(lambda: plugins)
    assert not progressions.all()
    assert told(registry.diagnostics) == told(progressions.faults())
    assert log.read_text() == "opened; "


def test_without_a_clock_no_time_is_told(plugin):
    assert load([plugin(OUTPUT)]).unwrap().plugins[-1].seconds is None


def test_a_clock_tells_how_long_each_took(plugin):
    ticks = iter(range(1000))
    plugins = Plugins([plugin(OUTPUT)], clock=lambda: float(next(ticks)))
    assert load(plugins).unwrap().plugins[-1].seconds == 1.0


@pytest.mark.parametrize(
    ("offer", "says"),
    [
        ("['kettles']", "a str, where a Library is wanted"),
        ("[Library('Kettles', text='x')]", "it has the name 'Kettles'"),
        ("[Library('../etc', text='x')]", "it has the name '../etc'"),
        ("[Library('kettles')]", "kettles wants a text, or the path of a file"),
        ("[Library('kettles', text='x', path='y')]", "kettles wants a text, or the path"),
        ("[Library('kettles', text=b'x')]", "kettles wants a text, or the path"),
    ],
)
def test_what_is_no_library(plugin, offer, says):
    notes = Diagnostics()
    broken = plugin(LIBRARY.replace('[Library("kettles", text="exercise Swing")]', offer))
    assert not libraries(Plugins([broken]), notes)
    ((code, message),) = told(notes)
    assert code == "E602"
    assert message.startswith("plugin steps (x-steps 0.3) offers something that is no library: ")
    assert says in message


def test_of_two_libraries_of_one_name_the_first_keeps_it(plugin):
    notes = Diagnostics()
    found = libraries(Plugins([plugin(LIBRARY, "b"), plugin(LIBRARY, "a")]), notes)
    assert found["kettles"].title == "a (x-a 0.3)"
    ((code, message),) = told(notes)
    assert code == "E603"
    assert "offers a library 'kettles', but a (x-a 0.3) has that name" in message


class TestVersions:
    """A plugin says what it was written for; a newer host serves it, an older one says so."""

    def with_programme(self, number):
        return OUTPUT.replace("    summary,", f"    programme = {number}\n        summary,", 1)

    @pytest.mark.parametrize("number", [1])
    def test_one_of_this_version_is_served(self, plugin, number):
        registry = load([plugin(self.with_programme(number))]).unwrap()
        assert registry.outputs["steps"].programme == number

    @pytest.mark.parametrize("number", [1, 2, 3])
    def test_a_newer_host_serves_every_version_up_to_its_own(self, plugin, number, monkeypatch):
        monkeypatch.setattr(asking, "PROGRAMME", 3)
        assert "steps" in load([plugin(self.with_programme(number))]).unwrap().outputs

    @pytest.mark.parametrize("number", [2, 17])
    def test_an_older_host_says_what_is_wanted(self, plugin, number):
        loaded = load([plugin(self.with_programme(number))])
        assert told(loaded.diagnostics) == [
            (
                "E604",
                f"plugin steps (x-steps 0.3) wants programme {number}; this mesocycle has 1",
            )
        ]
        assert "upgrade mesocycle" in loaded.diagnostics[0].hints[0]
        assert exit_code(loaded.diagnostics) == PLUGIN_FAILED
        assert "steps" not in loaded.value.outputs

    @pytest.mark.parametrize("number", ["'1'", "0", "-1", "True", "None", "1.5"])
    def test_what_is_no_version(self, plugin, number):
        ((code, message),) = told(load([plugin(self.with_programme(number))]).diagnostics)
        assert code == "E602"
        assert "its programme is" in message

    def test_hooks_of_this_version(self, plugin):
        assert load([plugin(OUTPUT + "\n    mesocycle_hooks = 1\n")]).ok

    @pytest.mark.parametrize("hook", ["mesocycle_outputs", "mesocycle_dreams"])
    def test_hooks_of_a_newer_one_are_told_as_such(self, plugin, hook):
        text = OUTPUT.replace("mesocycle_outputs", hook) + "\n    mesocycle_hooks = 2\n"
        ((code, message),) = told(load([plugin(text)]).diagnostics)
        assert code == "E604"
        assert message.endswith("wants hooks 2; this mesocycle has 1")

    def test_a_hook_that_need_not_be_there(self, plugin):
        more = (
            "\n    @hookimpl(optionalhook=True)\n    def mesocycle_dreams():\n        return []\n"
        )
        registry = load([plugin(OUTPUT + more)]).unwrap()
        assert "steps" in registry.outputs

    def test_what_is_no_version_of_hooks(self, plugin):
        ((code, message),) = told(
            load([plugin(OUTPUT + "\n    mesocycle_hooks = '2'\n")]).diagnostics
        )
        assert code == "E600"
        assert "mesocycle_hooks is '2'" in message


def test_a_name_may_be_asked_for_alone(agenda):
    notes = Diagnostics()
    (offer,) = Plugins().ask(agenda, "mesocycle_outputs", read_offer, notes)
    assert offer.name == "agenda"
    assert not list(notes)
