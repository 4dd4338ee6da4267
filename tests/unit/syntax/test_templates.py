"""Templates: what `do` makes of a file, and where mistakes in it are shown."""

from __future__ import annotations

import pytest

from mesocycle.source import Placed, Source
from mesocycle.syntax import parse
from mesocycle.syntax.nodes import Direct, Do, Scheme, WeekOf
from mesocycle.syntax.template_lines import fill
from mesocycle.syntax.templates import expand, traced
from tests.unit.syntax.reading import plan


def lines(text, *libraries):
    """The lines of the only session of a plan whose templates are in their places."""
    read = [(parse(Source(f"{name}.plan", each)).value, name) for name, each in libraries]
    outcome = expand(parse(Source("a.plan", text)).value, read)
    (session,) = (s for s in outcome.value.statements if s.children and "S" in s.head.span.text)
    return session.children, outcome.diagnostics


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("lift; 3x8", "Squat; 3x8"),
        ("front lift; 3x8", "front Squat; 3x8"),
        ("lifts; 3x8", "lifts; 3x8"),
        ("lift-off; 3x8", "lift-off; 3x8"),
        ("push-lift; 3x8", "push-lift; 3x8"),
        ("progress load by step", "progress load by 5kg"),
        ("on miss load -step", "on miss load -5kg"),
        ("on hit load +step", "on hit load +5kg"),
        ("progress with p(step: step)", "progress with p(5kg: 5kg)"),
        ('lift; cue "lift it" # by step', 'Squat; cue "lift it" # by step'),
    ],
)
def test_whole_words_are_filled_in(text, filled):
    assert fill(text, {"lift": "Squat", "step": "5kg"}) == filled


PLAN = 'template main(lift)\n  # a comment\n  lift; 3x8\n    week 2: 1x8\n\nsession "S"\n'


def test_a_line_stands_where_it_was_written():
    (line,), _ = lines(PLAN + "  do main(Superman)\n")
    assert isinstance(line.head.source, Placed)
    assert (line.head.span.line, line.head.span.text) == (3, "Superman")
    assert line.head.source.line(3) == "  Superman; 3x8"
    assert line.head.source.by.text == "do main(Superman)"


def test_what_is_nested_goes_on_top():
    (line,), _ = lines(PLAN + "  do main(Superman)\n    5x5\n    week 2: 2x5\n")
    schemes = [p.node for p in line.clauses if isinstance(p.node, Scheme)]
    assert [(g.sets.low, g.amount.low) for s in schemes for g in s.groups] == [(5, 5)]
    weeks = [c.head.node.clause.groups[0].sets.low for c in line.children]
    assert weeks == [1, 2]
    assert isinstance(line.children[0].head.node, WeekOf)


def test_templates_of_libraries_go_by_their_prefix():
    library = ("gym", "template main(lift)\n  lift; 3x8\n")
    found, _ = lines('session "S"\n  do gym.main(Superman)\n', library)
    assert [isinstance(line.head.node, Direct) for line in found] == [True]


def test_what_cannot_be_placed_stays_as_it_is():
    found, diagnostics = lines('session "S"\n  do main(Superman)\n')
    assert [isinstance(line.head.node, Do) for line in found] == [True]
    assert [d.code for d in diagnostics] == ["E351"]


def test_a_mistake_is_told_once_with_the_line_that_placed_it():
    text = PLAN.replace("3x8", "3xx8") + "  do main(Superman)\n  do main(Beetle)\n"
    _, diagnostics = lines(text)
    (told,) = traced(diagnostics)
    assert told.span.line == 3
    assert [(label.span.text, label.text) for label in told.labels] == [
        ("do main(Superman)", "placed by this line")
    ]


def test_templates_in_templates_say_both_places():
    inner = "template one(lift)\n  lift; 3xx8\ntemplate two\n  do one(Superman)\n"
    _, diagnostics = lines(f'{inner}session "S"\n  do two\n')
    (told,) = traced(diagnostics)
    assert [label.span.line for label in told.labels] == [4, 6]


def test_legs_of_a_week_are_for_the_run_of_a_template():
    text = (
        "template easy\n  warmup 5min walk\n  run 30min easy\n  rest 90s\n  Superman\n"
        'session "A" on mon\n  do easy\n    week 2: run 40min\n    when hip pain > 2: volume 60%'
    )
    found = expand(plan(text).value)
    assert found.diagnostics == ()
    session = found.value.statements[-1]
    assert [len(line.children) for line in session.children] == [0, 1, 0, 0]
    assert [len(line.clauses) for line in session.children] == [1, 1, 1, 1]


def test_another_session_is_no_template():
    found = expand(plan('session "A" on mon\n  do "B"').value)
    assert found.diagnostics == ()
    (line,) = found.value.statements[0].children
    assert line.head.node.session
