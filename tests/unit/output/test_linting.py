"""Rules of plugins: what they find is a warning or a note under the plugin's name."""

from __future__ import annotations

import pytest

from mesocycle.output.asking import Plugins
from mesocycle.output.linting import Lints
from mesocycle.output.samples import ladder
from tests.unit.output.modules import plugin

__all__ = ["plugin"]

RULE = """
    from mesocycle.output import Finding, hookimpl

    class Rest:
        name, summary = "rest", "whether there is a day of rest"

        def look(self, programme):
            first = programme.sessions[0]
            yield Finding("no-rest-day", "there is no day of rest", hint="leave one")
            yield Finding("first", "the first one", severity="note", session=first.id)

    @hookimpl
    def mesocycle_lints():
        return [Rest()]
"""


def looked(*plugins):
    lints = Lints(Plugins(plugins))
    return [*lints.faults, *lints.look(ladder())]


def test_findings_are_diagnostics_under_the_plugins_name(plugin):
    day, first = looked(plugin(RULE))
    assert (day.code, day.severity, day.message) == (
        "steps/no-rest-day",
        "warning",
        "there is no day of rest",
    )
    assert day.hints == ("leave one",)
    assert (first.code, first.severity) == ("steps/first", "note")
    assert first.message == "2026-12-07 Strength: the first one"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("first = ", "1 / 0; first = "), "ZeroDivisionError"),
        (("first = ", "raise SystemExit; first = "), "it tried to exit"),
        (('Finding("no-rest-day", ', 'str("'), "SyntaxError"),
        (("yield Finding(", "yield str("), "TypeError"),
        (('"no-rest-day"', '"No rest"'), "the code 'No rest'"),
        (('"no-rest-day"', "7"), "the code 7"),
        (('severity="note"', 'severity="error"'), "neither a warning nor a note"),
        (('"there is no day of rest"', '""'), "no-rest-day has no message"),
        (('"there is no day of rest"', "None"), "is not a text"),
    ],
)
def test_one_that_fails_is_named_and_the_others_go_on(plugin, change, says):
    good = plugin(RULE.replace('"rest"', '"other"'), "good")
    found = looked(plugin(RULE.replace(*change)), good)
    faults = [each for each in found if each.code.startswith("E6")]
    assert [each.code for each in faults] == ["E600" if says == "SyntaxError" else "E615"]
    assert faults[0].message.startswith("plugin steps (x-steps 0.3) ")
    assert says in faults[0].message
    assert [each.code for each in found if each.code.startswith("good/")] == [
        "good/no-rest-day",
        "good/first",
    ]


def test_one_that_changes_the_programme_is_not_believed(plugin):
    text = RULE.replace(
        "first = ",
        "import msgspec; msgspec.structs.force_setattr(programme, 'as_of', '2020-01-01'); first = ",
    )
    (fault,) = looked(plugin(text))
    assert fault.code == "E612"


@pytest.mark.parametrize(
    ("offer", "says"),
    [
        ("[Rest]", "the class Rest"),
        ("['rest']", "no name, no summary, no look"),
        ("[type('R', (Rest,), {'name': 'Rest day'})()]", "the name 'Rest day'"),
        ("[type('R', (Rest,), {'summary': ''})()]", "no summary of one line"),
        ("[type('R', (Rest,), {'look': 'x'})()]", "the look of rest is not a method"),
        ("[type('R', (Rest,), {'programme': 2})()]", "wants programme 2"),
    ],
)
def test_what_is_no_rule(plugin, offer, says):
    (fault,) = looked(plugin(RULE.replace("[Rest()]", offer)))
    assert fault.code in ("E602", "E604")
    assert says in fault.message


def test_findings_without_end_come_to_an_end(plugin):
    text = RULE.replace(
        'yield Finding("first"',
        'for n in __import__("itertools").count(): yield Finding(f"n{n}", "x")\n'
        '            yield Finding("first"',
    )
    assert len(looked(plugin(text))) == 100
