"""Progressions of plugins: found when they are asked for; one that fails leaves the others be."""

from __future__ import annotations

import sys

import pytest

import mesocycle
from mesocycle.loading import Folder
from mesocycle.output.entry_points import EntryPoint
from mesocycle.output.offered import Installed
from mesocycle.progressions import Result, State
from mesocycle.source import Source

MODULE = """
from mesocycle.output import hookimpl
from mesocycle.progressions import Move, Parameter


class Doubling:
    name, summary = "doubling", "a step after a hit, two after the second in a row"
    parameters = (Parameter("step", "load"), Parameter("least", "number", 2))

    def step(self, state, result):
        hits = state.memory.get("hits", 0) + 1 if result.hit else 0
        yield Move("remember", "set", hits, name="hits")
        for _ in range(result.hit * (2 if hits >= state.arguments["least"] else 1)):
            yield Move("load", "add", state.arguments["step"])


@hookimpl
def mesocycle_progressions():
    return [Doubling()]
"""
STATE = State({}, {}, 1)
RESULT = Result("2027-01-04", True, False, False)


@pytest.fixture
def plugin(tmp_path, monkeypatch):
    """Makes a plugin of a module's text."""
    monkeypatch.syspath_prepend(str(tmp_path))
    made = []

    def make(text=MODULE, name="steps"):
        (tmp_path / f"{name}.py").write_text(text)
        made.append(name)
        return EntryPoint(name=name, value=name, distribution=f"x-{name}", version="0.3")

    yield make
    for name in made:
        sys.modules.pop(name, None)


def offers(*plugins):
    return Installed(lambda: plugins)


def told(installed):
    return [(each.code, each.message) for each in installed.faults()]


def test_nothing_is_loaded_before_it_is_asked_for(plugin):
    entry_point = plugin("raise SystemExit('too early')")
    installed = offers(entry_point)
    assert told(installed) == []
    assert dict(installed.all()) == {}
    ((code, message),) = told(installed)
    assert code == "E600"
    assert "steps (x-steps 0.3)" in message


def test_a_progression_with_what_it_says_about_itself(plugin):
    installed = offers(plugin())
    found = installed.all()["doubling"]
    assert found.title == "steps (x-steps 0.3)"
    assert [parameter.name for parameter in found.parameters] == ["step", "least"]
    assert told(installed) == []


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("[Doubling()]", "[Doubling]", "the class Doubling, where an object of it is wanted"),
        ("[Doubling()]", "[3]", "an int has no name, no summary, no parameters, no step"),
        ('"doubling", "a', '"Doubling", "a', "has the name 'Doubling'"),
        ('"a step after', '"a\\nstep after', "has no summary of one line"),
        ('Parameter("step", "load")', '"step"', "is not a Parameter: 'step'"),
        ('"number", 2', '"number", "2"', "cannot be '2' by default"),
        ('Parameter("least"', 'Parameter("step"', "has the parameter step twice"),
        ('"number", 2', '"figure", 2', "of the kind 'figure'"),
    ],
)
def test_what_is_no_progression_is_said(plugin, before, after, says):
    installed = offers(plugin(MODULE.replace(before, after)), plugin(name="others"))
    assert list(installed.all()) == ["doubling"]
    codes = {code for code, _ in told(installed)}
    assert codes == {"E602"}
    assert says in told(installed)[0][1]


def test_a_hook_that_fails(plugin):
    installed = offers(plugin(MODULE.replace("[Doubling()]", "1 / 0")))
    assert not installed.all()
    assert told(installed)[0][0] == "E601"


def test_the_first_of_a_name_keeps_it(plugin):
    installed = offers(plugin(), plugin(name="again"))
    assert installed.all()["doubling"].title == "again (x-again 0.3)"
    ((code, message),) = told(installed)
    assert code == "E603"
    assert "steps (x-steps 0.3) offers a progression 'doubling'" in message


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("raise LookupError('no idea')", "LookupError: no idea"),
        ("raise SystemExit(3)", "it tried to exit with 3"),
        ("return None", "TypeError"),
        ("return [1]", "an int, no Move"),
        ("return [Move('load', 'add', 5)]", "a move of load by 5"),
        ("return [Move('reps', 'add', 2.5)]", "a move of reps by 2.5"),
        ("return [Move('weight', 'add', 5)]", "a move of the kind 'weight'"),
        ("return [Move('reps', 'more', 5)]", "a move of the kind 'reps', 'more'"),
        ("return [Move('reps', 'add', True)]", "a move of reps by True"),
    ],
)
def test_a_step_that_fails_is_told_and_nothing_moves(plugin, body, says):
    head, _, rest = MODULE.partition("        hits =")
    text = f"{head}        {body}\n\n\n@hookimpl{rest.partition('@hookimpl')[2]}"
    installed = offers(plugin(text))
    answer = installed.all()["doubling"].step(STATE, RESULT)
    assert isinstance(answer, str)
    ((code, message),) = told(installed)
    assert code == "E614"
    assert "steps (x-steps 0.3)" in message
    assert says in message


def test_what_is_printed_is_held_back(plugin, capsys):
    installed = offers(plugin(MODULE.replace("hits = ", "print('hello'); hits = ", 1)))
    installed.all()["doubling"].step(
        State({"least": 2}, {}, 1), Result("2027-01-04", False, True, False)
    )
    assert capsys.readouterr().out == ""
    assert told(installed)[0][0] == "W630"


PLAN = """\
plan "Small"
  starts 2027-01-04
  lasts 2 weeks
  timezone UTC
  use barbell

session "A" on mon, wed, fri
  Squat; 3x5 100kg; progress with {}
"""
DIARY = """\
athlete "Ana"

2027-01-04 "A"
  Squat; 5, 5, 5{}
2027-01-06 "A"
  Squat; 5, 5, 5
"""


def compiled(progress, plugins, log=""):
    return mesocycle.compile_plan(
        Source("a.plan", PLAN.format(progress)),
        Folder("-"),
        Source("a.diary", DIARY.format(log)),
        offers=offers(*plugins),
    )


def load(programme, number):
    (block,) = programme.sessions[number].blocks
    return block.items[0].sets[0].load.shown


def test_a_plan_uses_it_by_name(plugin):
    programme = compiled("doubling(2.5kg)", [plugin()]).unwrap()
    assert [load(programme, i) for i in range(3)] == ["100 kg", "102.5 kg", "107.5 kg"]


def test_arguments_by_name(plugin):
    programme = compiled("doubling(least: 9, step: 5kg)", [plugin()]).unwrap()
    assert load(programme, 2) == "110 kg"


def test_it_never_raises_after_lost_form(plugin):
    text = MODULE.replace("result.hit *", "1 *")
    outcome = compiled("doubling(5kg)", [plugin(text)], log="; form bad")
    second = outcome.unwrap().sessions[1]
    assert all(d.outcome != "raised" for d in outcome.value.decisions if d.session == second.id)


def test_one_that_fails_holds_its_line(plugin):
    outcome = compiled("doubling(5kg)", [plugin(MODULE.replace("hits = ", "1 / 0; hits = ", 1))])
    assert outcome.value is not None
    assert load(outcome.value, 2) == "100 kg"
    assert any("steps (x-steps 0.3) failed" in n.text for n in outcome.value.notices)
    assert [d.code for d in outcome.diagnostics] == ["E614"]


@pytest.mark.parametrize(
    ("progress", "code", "says"),
    [
        ("doublign(2kg)", "E380", "did you mean doubling?"),
        ("doubling", "E382", "doubling(step: …)"),
        ("doubling(2)", "E383", "2.5kg"),
        ("doubling(step: 2kg, most: 3)", "E381", ""),
        ("doubling(2kg, 3, 4)", "E381", "leave it out"),
    ],
)
def test_mistakes_in_its_use(plugin, progress, code, says):
    (found,) = compiled(progress, [plugin()]).diagnostics
    assert found.code == code
    assert says in " ".join(found.hints)
