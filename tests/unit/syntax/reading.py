"""Nodes and mistakes of single pieces, as a coach writes them."""

from __future__ import annotations

from mesocycle.source import Source
from mesocycle.syntax import parse, parse_diary
from mesocycle.syntax.parser import diary_grammar, plan_grammar
from tests.unit.syntax.whole import placeless


def piece(rule, text):
    """The one node that `text` means under a start rule of plans, without the places of words."""
    parsed = plan_grammar().parse(rule, text)
    assert parsed.mistakes == ()
    (node,) = parsed.nodes
    return placeless(node)


def entry(rule, text):
    """The nodes that `text` means under a start rule of diaries."""
    parsed = diary_grammar().parse(rule, text)
    assert parsed.mistakes == ()
    return placeless(parsed.nodes)


def refusal(rule, text):
    """The code of the one mistake that a piece of a plan has."""
    (mistake,) = plan_grammar().parse(rule, text).mistakes
    assert 0 <= mistake.start <= mistake.end <= len(text)
    return mistake.code


def diary_refusal(rule, text):
    """The code of the one mistake that a piece of a diary has."""
    (mistake,) = diary_grammar().parse(rule, text).mistakes
    assert 0 <= mistake.start <= mistake.end <= len(text)
    return mistake.code


def change_of(change):
    """How a change is made, of how much, and its sign."""
    return change and (change.how, change.amount, change.sign)


def plan(text):
    """The outcome of a whole plan."""
    return parse(Source("a.plan", text))


def diary(text):
    """The outcome of a whole diary."""
    return parse_diary(Source("a.diary", text))


def places(outcome):
    """The mistakes as `line:column code`."""
    found = []
    for each in outcome.diagnostics:
        line, column = each.span.source.position(each.span.start)
        found.append(f"{line}:{column} {each.code}")
    return found


def mended(outcome):
    """The text with every certain fix made."""
    fixes = sorted(
        (fix for each in outcome.diagnostics for fix in each.fixes), key=lambda fix: -fix.span.start
    )
    text = outcome.value.source.text
    for fix in fixes:
        text = text[: fix.span.start] + fix.text + text[fix.span.end :]
    return text
