"""What the shell completes, asked as shells ask."""

from __future__ import annotations

import pytest
from click.shell_completion import ShellComplete

from mesocycle.cli import meso


@pytest.fixture
def complete(folder):
    def complete(*words):
        *before, last = words
        found = ShellComplete(meso, {}, "meso", "_MESO_COMPLETE").get_completions(before, last)
        return [item.value for item in found]

    return complete


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (("build", "x.plan", "--to", "ic"), ["ical"]),
        (("build", "x.plan", "--to", "ical,mark"), ["ical,markdown"]),
        (("build", "x.plan", "--to", "markdown,mark"), []),
        (("build", "x.plan", "--to", "nothing"), []),
        (("build", "x.plan", "--option", "ical.al"), ["ical.alarm="]),
        (("build", "x.plan", "--option", "ical.alarm="), ["ical.alarm=off"]),
        (("build", "x.plan", "--option", "ical.detail=t"), ["ical.detail=title"]),
        (("build", "x.plan", "--option", "ical.emoji="), ["ical.emoji=on", "ical.emoji=off"]),
        (("build", "x.plan", "--option", "ical.url="), []),
        (("build", "x.plan", "--option", "icla."), []),
        (("plugins", "show", "js"), ["json"]),
        (("plug",), ["plugins", "plugin"]),
    ],
)
def test_completed(complete, words, wanted):
    assert complete(*words) == wanted


def test_every_option_of_an_output(complete):
    found = complete("build", "x.plan", "--option", "json.")
    assert found == ["json.indent=", "json.decisions="]
